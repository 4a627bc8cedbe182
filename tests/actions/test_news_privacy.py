"""Whatever the registers hold, a toast never tells it: the screen may be shared with another client. Source: look, Toasts."""

from __future__ import annotations

import re
import string
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.news import REPORTED, NewsActions
from app.domain.client import Contact
from app.domain.copy import CopyState
from app.domain.finding import Reason, ReasonType
from app.domain.messages import Message, kind_text
from app.domain.presence import Presence
from app.domain.rules import GuardReport, RuleState
from app.domain.toast import News, Spot, ToastRequest, Topic
from app.domain.toast_text import toast_of
from app.system.language import texts
from app.system.places.standard import standard_folders
from tests.actions.laptop import DAY, HOUR, Laptop
from tests.fakes import START

MINUTE = timedelta(minutes=1)
LANGUAGES = ("nl", "en")
KINDS = (
    *(
        "bsn",
        "iban",
        "email",
        "phone",
        "name",
        "address",
        "date_of_birth",
        "salary",
        "health",
        "id_document",
        "criminal",
    ),
    *("union", "religion", "employee_number", "big_number", "credit_card", "ethnicity", "orientation", "politics"),
)

# Names that no sentence of ours could hold by chance.
names = st.text(string.ascii_letters, min_size=3, max_size=12).map(lambda text: f"Qx{text}zq")


@dataclass(frozen=True, slots=True)
class Register:
    """All that could give a client away, by name."""

    client: str
    variant: str
    keyword: str
    domain: str
    contact: str
    code: str
    goal: str
    scope: str
    folder: str
    file: str
    kind: str

    @property
    def secrets(self) -> tuple[str, ...]:
        return astuple(self)[:-1]


registers = st.builds(Register, *([names] * 10), st.sampled_from(KINDS))


@contextmanager
def laptop_with(register: Register) -> Iterator[Laptop]:
    """One of everything a toast can be about: found files, coming deletions, copies that want a person."""
    with tempfile.TemporaryDirectory() as root:
        laptop = Laptop(Path(root).resolve())
        try:
            fill(laptop, register)
            yield laptop
        finally:
            laptop.close()


def fill(laptop: Laptop, register: Register) -> None:
    mail = f"{register.contact}@{register.domain}.example".lower()
    laptop.client(
        register.client,
        domains=(f"{register.domain}.example".lower(),),
        variants=(register.variant,),
        keywords=(register.keyword,),
        contacts=(Contact(name=register.contact, mail=mail),),
    )
    laptop.project(register.code, register.client, (register.goal,))
    agreement = laptop.agreement(
        register.code,
        scope=register.scope,
        purpose=register.goal,
        agreed_with=f"{register.contact} <{mail}>",
        evidence=laptop.mail(sender=f"{register.contact} <{mail}>"),
        valid_until=laptop.now + 20 * HOUR,
    )
    own = laptop.downloads / register.folder
    for number, state in enumerate((CopyState.KEPT, CopyState.BLOCKED, CopyState.ASKED, CopyState.NOT_PROVEN)):
        copy = laptop.sealed(agreement, laptop.file(f"{register.file}-{number}.xlsx", folder=own))
        with laptop.app.office.change() as work:
            work.session.copies.update(replace(work.session.copies.get(copy.id), state=state, blocked_by=register.file))
    laptop.watch(own)
    reasons = tuple(Reason(type=type_, detail=register.client) for type_ in ReasonType)
    kinds = {register.kind: 214}
    laptop.finding(
        laptop.file(f"{register.file}.xlsx", folder=own), client=register.client, reasons=reasons, kinds=kinds
    )


def toasts_of(laptop: Laptop) -> list[ToastRequest]:
    """Everything that comes of it, each as one of several and by itself."""
    app = laptop.app
    news = NewsActions(app.office, app.settings, app.deadlines, standard_folders(laptop.home), ZoneInfo("UTC"))
    shown: list[ToastRequest] = []
    for guard, sentence in ((guard, id_) for guard, ids in REPORTED.items() for id_ in ids):
        news.report(GuardReport(guard=guard, state=RuleState.ATTENTION, sentence=Message(sentence)))
        for _ in range(4):
            news.warn(app.deadlines.warnings_due())
            request = news.next(Presence)
            if request is not None:
                news.told(request)
                shown += [request, *(toast_of([item]) for item in request.news)]
            laptop.passes(4 * MINUTE)
        laptop.passes(DAY)  # a day holds a few toasts only
    return shown


def words_of(requests: Sequence[ToastRequest], language: str) -> list[str]:
    render = texts(language).render
    return [render(message) for request in requests for message in (request.title, *request.body)]


@settings(max_examples=15)
@given(registers, registers)
def test_a_toast_reads_the_same_whoever_the_client_is(one: Register, other: Register) -> None:
    """No name, code, contact, folder, file or kind of data makes any difference to what is said."""
    with laptop_with(one) as first, laptop_with(other) as second:
        requests = toasts_of(first)
        assert {item.topic for request in requests for item in request.news} == set(Topic)
        others = toasts_of(second)
        for language in LANGUAGES:
            said = words_of(requests, language)
            assert said == words_of(others, language)
            told = " ".join(said).lower()
            assert [secret for secret in one.secrets if secret.lower() in told] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_toast_speaks_of_a_kind_of_data(language: str) -> None:
    render = texts(language).render
    kinds = " ".join(render(kind_text(kind, count)) for kind in KINDS for count in (1, 2))
    assert words_in(kinds) & words_in(" ".join(words_of(every_toast(), language))) == set()


def words_in(text: str) -> set[str]:
    """All but what means something else in the two: "gegeven over afkomst", the folder Documents."""
    return set(re.findall(r"[^\W\d]{3,}", text.lower())) - {"over", "documents"}


def every_toast() -> list[ToastRequest]:
    return [
        toast_of([News(topic=topic, count=count, began_at=START, latest_at=START, spot=spot, certain=certain)])
        for topic in Topic
        for spot in Spot
        for certain in (True, False)
        for count in (1, 2)
    ]
