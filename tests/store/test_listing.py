"""The paged list gives what sorting and filtering everything by hand would give, and reads indexes alone."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from app.domain.copy import CopyState, Location, OutsideCopy, shown_state
from app.domain.finding import Finding, FindingState
from app.domain.identity import new_id
from app.domain.vault_list import GoesBetween, RowState, VaultOrder, VaultQuery
from app.store import Session, Store
from app.store.connection import connect
from app.store.copies import LIVE
from app.store.list_filter import MOST_TEXT, list_filter
from tests.store.samples import (
    DAY,
    HOUR,
    KEY,
    NOT_UTF8,
    NOW,
    SEED,
    a_client,
    a_copy,
    a_finding,
    a_project,
    an_agreement,
    rows,
)

NAMES = (
    "Salarissen.xlsx",
    "salarissen 2.xlsx",
    "100%_zeker.docx",
    "100 procent.docx",
    "énquête.csv",
    "ÉNQUÊTE.csv",
    unicodedata.normalize("NFD", "énquête.txt"),
    "a[b]c*?.pdf",
    "één a*b.pdf",
    "abc.pdf",
    NOT_UTF8,
    "zzz",
)
PROJECTS = (("VBS-1", "Gemeente Voorbeeldstad"), ("vbs-2", "Gemeente Voorbeeldstad"), ("ZD-1", "Waterschap Één"))


@dataclass(frozen=True)
class Item:
    """What the list should know of one row."""

    id: str
    name: str
    code: str | None
    client: str
    size: int
    state: str
    sealed_at: str
    due_at: str
    project_id: str | None


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, list[Item]]]:
    store = Store.create(tmp_path_factory.mktemp("store") / "store.db", KEY, SEED, NOW)
    with closing(store):
        with store.write(NOW) as session:
            items = fill(session, random.Random(4))
        yield store, items


def fill(session: Session, rng: random.Random) -> list[Item]:
    clients = {name: a_client(name=name, variants=()) for _, name in PROJECTS}
    for client in clients.values():
        session.clients.add(client)
    items: list[Item] = []
    agreements = []
    for code, name in PROJECTS:
        project = a_project(clients[name], code=code)
        session.projects.add(project)
        agreement = an_agreement(project)
        session.agreements.add(agreement)
        agreements.append((agreement, code, name))
    for _ in range(300):
        agreement, code, name = rng.choice(agreements)
        copy = random_copy(rng, agreement)
        session.copies.add(copy)
        if copy.is_live:
            items.append(item_of(copy, code, name))
    for _ in range(40):
        finding, known = random_finding(rng, agreements, list(clients.values()))
        session.findings.add(finding)
        if finding.state is FindingState.WAITING:
            items.append(known)
    return items


def random_copy(rng: random.Random, agreement: object) -> OutsideCopy:
    moment = NOW + rng.choice((-2, -1, 0, 1)) * HOUR
    return a_copy(
        agreement,  # type: ignore[arg-type]
        name=rng.choice(NAMES),
        size_bytes=rng.choice((0, 10, 10, 4096)),
        state=rng.choice([s for s in CopyState if s not in (CopyState.OVERDUE, CopyState.WAITING_FOR_TIME)]),
        location=rng.choice(list(Location)),
        due_at=rng.choice((None, moment, NOW + timedelta(seconds=1))),
        sealed_at=rng.choice((None, NOW - DAY, NOW - HOUR)),
    )


def random_finding(rng: random.Random, agreements: list[tuple], clients: list) -> tuple[Finding, Item]:  # type: ignore[type-arg]
    agreement, code, client = rng.choice([*agreements, (None, None, clients[0].name)])
    project_id = None if agreement is None else agreement.project_id
    state = rng.choice((FindingState.WAITING, FindingState.WAITING, FindingState.OPEN))
    finding = a_finding(
        path=f"/home/salaris/Downloads/{rng.choice(NAMES)}",
        project_id=project_id,
        client_id=next(c.id for c in clients if c.name == client),
        state=state,
        size_bytes=rng.choice((0, 10, 99)),
        sealed_at=rng.choice((NOW - DAY, NOW)),
        sealed_digest="ab" if state is FindingState.WAITING else None,
    )
    return finding, Item(
        id=finding.id,
        name=finding.path.rpartition("/")[2],
        code=code,
        client=client,
        size=finding.size_bytes,
        state="waiting",
        sealed_at=str(finding.sealed_at),
        due_at="",
        project_id=project_id,
    )


def item_of(copy: OutsideCopy, code: str, client: str) -> Item:
    return Item(
        id=copy.id,
        name=copy.name,
        code=code,
        client=client,
        size=copy.size_bytes,
        state=shown_state(copy, NOW, time_trusted=True).value,
        sealed_at=str(copy.sealed_at or ""),
        due_at=str(copy.due_at or ""),
        project_id=copy.project_id,
    )


def expected(items: list[Item], query: VaultQuery) -> set[str]:
    """By hand: what the query means, without an index."""
    text = unicodedata.normalize("NFC", query.text.strip()).casefold()

    def has(item: Item) -> bool:
        words = (item.name, item.code or "", item.client)
        return any(text in unicodedata.normalize("NFC", word).casefold() for word in words)

    return {
        item.id
        for item in items
        if has(item)
        and (query.project is None or item.project_id == query.project)
        and (query.states is None or item.state in {state.value for state in query.states})
    }


def key_of(item: Item, order: VaultOrder) -> tuple[object, ...]:
    named = item.name.encode("utf-8", "surrogatepass")
    name = (item.name == NOT_UTF8, named if item.name == NOT_UTF8 else named.lower())
    match order:
        case VaultOrder.NAME:
            return (name,)
        case VaultOrder.SIZE:
            return (item.size, name)
        case VaultOrder.PROJECT:
            return ((item.code or "").casefold(), name)
        case VaultOrder.SEALED_AT:
            return (item.sealed_at, name)
        case VaultOrder.DUE_AT:
            return (item.due_at, name)


def lacks(item: Item, order: VaultOrder) -> bool:
    return {VaultOrder.PROJECT: item.code is None, VaultOrder.SEALED_AT: not item.sealed_at}.get(
        order, order is VaultOrder.DUE_AT and not item.due_at
    )


def pages(store: Store, query: VaultQuery, limit: int) -> list[str]:
    """All ids, page by page."""
    found: list[str] = []
    with store.read() as session:
        _, total = session.listing.page(query, NOW, time_trusted=True, offset=0, limit=1)
        for offset in range(0, total + limit, limit):
            listed, again = session.listing.page(query, NOW, time_trusted=True, offset=offset, limit=limit)
            assert (again, len(listed)) == (total, max(0, min(limit, total - offset)))
            copies = session.copies.at([row.row for row in listed if not row.waits])
            findings = session.findings.at([row.row for row in listed if row.waits])
            found += [(findings if row.waits else copies)[row.row].id for row in listed]
    return found


@pytest.mark.parametrize("order", VaultOrder)
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("limit", [1, 7, 50, 1000])
def test_every_row_comes_once_and_in_order(
    shared: tuple[Store, list[Item]], order: VaultOrder, descending: bool, limit: int
):
    store, items = shared
    query = VaultQuery(order=order, descending=descending)
    found = pages(store, query, limit)
    by_id = {item.id: item for item in items}
    assert sorted(found) == sorted(by_id)
    listed = [by_id[id_] for id_ in found]
    having = [key_of(item, order) for item in listed if not lacks(item, order)]
    assert having == sorted(having, reverse=descending)  # type: ignore[type-var]
    lacking = [key_of(item, VaultOrder.NAME) for item in listed[len(having) :]]
    assert lacking == sorted(lacking, reverse=descending)  # type: ignore[type-var]
    assert all(lacks(item, order) for item in listed[len(having) :])


TEXTS = (
    *("", "  ", "salaris", "SALARISSEN", " salarissen 2 ", "énquête", "ÉNQUÊTE", unicodedata.normalize("NFD", "Énq")),
    *("%", "_", "100%_", "a[b]", "*?", "[", "]", "^", "\\", "'", "vbs-1", "VBS", "zd", "voorbeeldstad", "één", "ÉÉN"),
    *("é*", "é?", "énqu?te", "[é]", "ête.", "ÊTE.CSV"),
    *("Downloads", "home/salaris", "\udcff", "nergens", "x" * (MOST_TEXT + 1), "zzz\0", "\0"),
)


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
@pytest.mark.parametrize("order", VaultOrder)
def test_what_is_searched_is_part_of_a_name_a_code_or_a_client(
    shared: tuple[Store, list[Item]], text: str, order: VaultOrder
):
    store, items = shared
    query = VaultQuery(text=text, order=order)
    found = pages(store, query, 40)
    assert (len(found), set(found)) == (len(expected(items, query)), expected(items, query))


@pytest.mark.parametrize("order", VaultOrder)
def test_states_project_and_text_narrow_it_together(shared: tuple[Store, list[Item]], order: VaultOrder):
    store, items = shared
    rng = random.Random(6)
    projects = [None, *sorted({item.project_id for item in items if item.project_id}), "unknown"]
    for _ in range(60):
        states = frozenset(rng.sample(list(RowState), rng.randrange(0, 5)))
        query = VaultQuery(
            text=rng.choice(("", "", "sal", "é", "vbs")),
            project=rng.choice(projects),
            states=rng.choice((None, states)),
            order=order,
            descending=rng.random() < 0.5,
        )
        found = pages(store, query, 30)
        assert (len(found), set(found)) == (len(expected(items, query)), expected(items, query)), query
        with store.read() as session:
            assert session.listing.ids(query, NOW, time_trusted=True) == found


@pytest.mark.parametrize("margin", [timedelta(0), 5 * HOUR, 2 * DAY])
@pytest.mark.parametrize("start", [None, NOW - DAY, NOW, NOW + DAY])
def test_what_goes_between_two_moments_is_what_falls_due_or_is_planned_then(
    store: Store, start: datetime | None, margin: timedelta
):
    end = NOW + 3 * DAY
    with store.write(NOW) as session:
        fill(session, random.Random(11))
        dice = random.Random(12)
        for copy in session.copies.all(live_only=True):
            plan = None if dice.random() < 0.5 else NOW + dice.randrange(-60, 120) * HOUR
            session.copies.update(replace(copy, planned_at=plan))
        live = session.copies.all(live_only=True)
    ends = {c.id: [*([c.due_at - margin] if c.due_at else []), *([c.planned_at] if c.planned_at else [])] for c in live}
    wanted = {id_ for id_, at in ends.items() if at and (start is None or min(at) >= start) and min(at) < end}
    assert 0 < len(wanted) < len(live)
    for order in VaultOrder:
        query = VaultQuery(goes=GoesBetween(start=start, end=end, margin=margin), order=order)
        assert set(pages(store, query, 30)) == wanted


def test_while_the_time_is_in_doubt_what_is_late_waits_for_it(shared: tuple[Store, list[Item]]):
    store, items = shared
    late = {item.id for item in items if item.state == "overdue"}
    assert late
    for state, expected_ids in ((RowState.OVERDUE, set()), (RowState.WAITING_FOR_TIME, late)):
        query = VaultQuery(states=frozenset({state}))
        with store.read() as session:
            assert set(session.listing.ids(query, NOW, time_trusted=False)) == expected_ids


def test_an_empty_store_has_an_empty_page(store: Store):
    for order in VaultOrder:
        with store.read() as session:
            query = VaultQuery(order=order, text="a", states=frozenset(RowState))
            assert session.listing.page(query, NOW, time_trusted=True, offset=0, limit=10) == ([], 0)
            assert session.listing.page(VaultQuery(order=order), NOW, time_trusted=True, offset=5, limit=10) == ([], 0)


@pytest.mark.parametrize("order", VaultOrder)
@pytest.mark.parametrize("text", ["", "é"])
def test_copies_are_sorted_and_filtered_in_the_index_alone(store: Store, order: VaultOrder, text: str):
    """A look into the table for each of 100,000 rows would take seconds."""
    with store.write(NOW) as session:
        fill(session, random.Random(2))
    asked: list[str] = []
    with closing(connect(store.path, KEY)) as connection:
        session = Session(connection, None, None)  # type: ignore[arg-type]  # the journal is not used
        connection.set_trace_callback(asked.append)
        query = VaultQuery(order=order, text=text, states=frozenset({RowState.KEPT, RowState.OVERDUE}))
        session.listing.page(query, NOW, time_trusted=True, offset=3, limit=10)
        connection.set_trace_callback(None)
        reading = [sql for sql in asked if "FROM copies" in sql]
        assert len(reading) >= 2
        for sql in reading:
            plan = [step[3] for step in rows(connection, f"EXPLAIN QUERY PLAN {sql}")]
            assert [step for step in plan if "copies" in step and "COVERING INDEX copies_listed_by" not in step] == []
            assert not any("TEMP B-TREE FOR ORDER BY" in step for step in plan), plan


def test_a_row_is_read_by_its_place_in_the_table(store: Store):
    with store.write(NOW) as session:
        fill(session, random.Random(3))
        copies = dict(rows(session.notes._connection, f"SELECT rowid, id FROM copies WHERE {LIVE}"))
        some = list(copies)[::7]
        assert {row: copy.id for row, copy in session.copies.at(some).items()} == {row: copies[row] for row in some}
        assert session.copies.at([]) == {}


def test_copies_and_findings_are_counted_by_what_they_hang_on(store: Store):
    with store.write(NOW) as session:
        fill(session, random.Random(5))
        planned = session.copies.all(live_only=True)[3]
        session.copies.update(replace(planned, planned_at=NOW - 9 * DAY))
        live = session.copies.all(live_only=True)
        standing = session.listing.standing(NOW)
        for project in session.projects.all():
            mine = [copy for copy in live if copy.project_id == project.id]
            ends = [end for copy in mine for end in (copy.due_at, copy.planned_at) if end is not None]
            late = [copy for copy in mine if copy.due_at is not None and copy.due_at <= NOW]
            assert standing[project.id] == (len(mine), len(late), min(ends))
            assert session.listing.standing(NOW, project.id) == {project.id: standing[project.id]}
        assert standing[planned.project_id].next_end == NOW - 9 * DAY
        assert session.listing.copies_by_agreement() == Counter(copy.agreement_id for copy in live)
        opened = Counter((f.client_id, f.project_id) for f in session.findings.all(FindingState.OPEN))
        assert {(client, project): n for client, project, n in session.listing.open_findings()} == opened
        assert session.listing.standing(NOW, "unknown") == {}


def test_the_filter_of_nothing_is_nothing():
    shown = list_filter(VaultQuery(), {}, NOW, time_trusted=True)
    assert shown.copies is None
    assert shown.waiting is not None
    assert shown.waiting("naam", new_id(), "")
