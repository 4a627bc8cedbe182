"""Signing in (VR-S3, VT-C5, VT-C6): each attempt in the journal without secrets, asked once and calmly, and the laptop's own
duties never wait for it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.actions.checks import Check, CheckState
from app.actions.signing_in import SigningIn
from app.domain.errors import EnvironmentLacking, Stopped
from app.domain.remote_errors import RemoteUnreachable, SignInNeeded
from app.domain.remote_ports import SignedIn
from app.domain.rules import RuleState, RuleStatus
from app.domain.settings import SettingValue
from app.domain.sign_in import (
    Asking,
    DeviceCode,
    Identity,
    SignInFailed,
    SignInOutcome,
    SignInReason,
    SignInState,
    SignInWay,
)
from app.domain.today import Need, NeedAction, NeedKind
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import DAY, HOUR, Laptop
from tests.microsoft365 import Microsoft365
from tests.microsoft365.fixtures import microsoft365
from tests.microsoft365.microsoft365 import OTHER_TENANT

__all__ = ["microsoft365"]

ANNA = "anna@vroom.example"
KIM = "kim@partner.example"
ATTEMPTS = ("signin.succeeded", "signin.refused", "signin.failed", "signin.signed-out")


def policy_of(service: Microsoft365, **changed: SettingValue) -> dict[str, SettingValue]:
    values: dict[str, SettingValue] = {
        "tenant_id": service.tenant_id,
        "client_id": service.client_id,
        "authority": service.authority,
        "graph_url": service.graph_url,
        "ca_file": str(service.ca_file),
        "site": service.site_url,
        **changed,
    }
    return {f"office365.{name}": value for name, value in values.items()}


@pytest.fixture
def sits_there(microsoft365: Microsoft365, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Who sits at the browser; None: nobody does anything in it."""

    openers: list[Callable[[str], bool]] = []
    monkeypatch.setattr("app.system.browser.open_address", lambda address: openers[-1](address))

    def sit(mail: str | None, decision: str = "accept") -> None:
        openers.append((lambda _: True) if mail is None else microsoft365.browser(mail, decision).open_later)

    sit(ANNA)
    return sit


@pytest.fixture
def office(microsoft365: Microsoft365, make_laptop: MakeLaptop, sits_there: object) -> Laptop:
    return make_laptop(policy=policy_of(microsoft365))


def sign_in(laptop: Laptop, *, device_code: bool = False, tick: Callable[[], None] = lambda: None) -> list[DeviceCode]:
    codes: list[DeviceCode] = []
    laptop.app.signing_in.sign_in(Asking(show_code=codes.append, tick=tick, done="Klaar."), device_code=device_code)
    return codes


def attempts(laptop: Laptop) -> list[tuple[str, object]]:
    """What the journal tells, in its order: event, and way with reason."""
    entries = sorted((entry for event in ATTEMPTS for entry in laptop.events(event)), key=lambda entry: entry.seq)
    return [(entry.event.removeprefix("signin."), entry.data) for entry in entries]


def rule(laptop: Laptop, id_: str) -> RuleStatus:
    return next(each for each in laptop.app.status.status().rules if each.id == id_)


def need(laptop: Laptop) -> Need | None:
    found = [each for each in laptop.app.today.today().needs if each.kind is NeedKind.SIGN_IN]
    assert len(found) <= 1
    return found[0] if found else None


def check(laptop: Laptop, id_: str) -> Check:
    return next(each for each in laptop.app.doctor.checks() if each.id == id_)


def silent(laptop: Laptop) -> SignInReason:
    """Why the tenant refuses to renew what is kept."""
    with pytest.raises(SignInFailed) as caught:
        laptop.app.tokens.token(claims='{"access_token":{}}')
    return caught.value.reason


class TestNotSetUp:
    def test_nothing_is_asked_and_nothing_is_wanting(self, laptop: Laptop) -> None:
        assert laptop.app.signing_in.seen().state is SignInState.NOT_SET_UP
        assert laptop.app.tokens.signed_in() is None
        assert need(laptop) is None
        assert rule(laptop, "VR-S3").state is RuleState.NOT_APPLICABLE
        assert rule(laptop, "VT-C5").state is RuleState.NOT_APPLICABLE
        assert check(laptop, "sign-in").state is CheckState.OK
        assert check(laptop, "office365").state is CheckState.OK
        for ask in (lambda: sign_in(laptop), laptop.app.tokens.token):
            with pytest.raises(EnvironmentLacking) as caught:
                ask()
            assert caught.value.message.id == "signin.not-set-up"
        assert attempts(laptop) == []

    def test_settings_that_do_not_count_are_told(self, make_laptop: MakeLaptop) -> None:
        laptop = make_laptop(policy={"office365.tenant_id": "vroom.example", "office365.site": "een map"})
        assert laptop.app.office365_settings is None
        assert check(laptop, "office365").state is CheckState.ATTENTION
        assert [each.id for each in laptop.app.policy.problems] == ["office365.missing", "office365.site"]
        assert check(laptop, "policy").state is CheckState.ATTENTION


class TestAttempts:
    """VT-C6"""

    def test_a_sign_in_is_journalled_and_the_person_sees_it(self, office: Laptop) -> None:
        assert rule(office, "VR-S3").state is RuleState.ATTENTION
        told = need(office)
        assert told is not None
        assert told.action is NeedAction.SIGN_IN
        sign_in(office)
        assert attempts(office) == [("succeeded", {"way": "browser"})]
        last = office.app.signing_in.seen().last
        assert last is not None
        assert (last.at, last.outcome, last.way) == (office.now, SignInOutcome.SUCCEEDED, SignInWay.BROWSER)
        assert rule(office, "VT-C6").sentence.id == "signin.last-succeeded"
        assert check(office, "sign-in").sentence.arguments["last"].id == "signin.last-succeeded"  # type: ignore[union-attr]  # it is a message
        assert rule(office, "VR-S3").state is RuleState.OK
        assert need(office) is None

    def test_whoami_tells_who_is_signed_in(self, office: Laptop) -> None:
        sign_in(office)
        seen = office.app.team.whoami().seen
        assert seen.is_signed_in
        assert (seen.account, seen.tenant, seen.roles) == (ANNA, office.policy["office365.tenant_id"], ("Consultant",))
        assert seen.expires_at == office.now + timedelta(hours=72)

    def test_each_kind_of_ending_is_told_apart(
        self, office: Laptop, microsoft365: Microsoft365, sits_there: Callable[..., None]
    ) -> None:
        sits_there(ANNA, "cancel")
        with pytest.raises(SignInFailed):
            sign_in(office)
        microsoft365.add_person(KIM, tenant=OTHER_TENANT, is_guest=True)
        sits_there(KIM)
        with pytest.raises(SignInFailed):
            sign_in(office)
        sits_there(None)

        def stop() -> None:
            raise Stopped

        with pytest.raises(Stopped):
            sign_in(office, tick=stop)

        def interrupt() -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            sign_in(office, tick=interrupt)
        microsoft365.faults.next("*", "*", refuse_line=True, times=9)
        with pytest.raises(RemoteUnreachable):
            sign_in(office, device_code=True)
        assert attempts(office) == [
            ("refused", {"way": "browser", "reason": "declined"}),
            ("refused", {"way": "browser", "reason": "guest"}),
            ("failed", {"way": "browser", "reason": "stopped"}),
            ("failed", {"way": "browser", "reason": "stopped"}),
            ("failed", {"way": "device-code", "reason": "unreachable"}),
        ]
        assert rule(office, "VT-C6").sentence.id == "signin.last-failed"

    def test_after_an_account_that_was_kept_out_the_person_chooses_one(
        self, office: Laptop, microsoft365: Microsoft365, sits_there: Callable[..., None]
    ) -> None:
        microsoft365.add_person(KIM, tenant=OTHER_TENANT, is_guest=True)
        sits_there(KIM)
        with pytest.raises(SignInFailed):
            sign_in(office)
        microsoft365.forget_requests()
        sits_there(ANNA)
        sign_in(office)
        assert any("prompt=select_account" in each.target for each in microsoft365.requests)

    def test_a_code_is_shown_and_typed_elsewhere(self, office: Laptop, microsoft365: Microsoft365) -> None:
        microsoft365.entra.devices.interval = 1
        microsoft365.entra.devices.approves = ANNA
        (code,) = sign_in(office, device_code=True)
        assert code.expires_at == office.now + timedelta(minutes=15)
        assert attempts(office) == [("succeeded", {"way": "device-code"})]

    def test_signing_out_leaves_nothing_to_sign_in_with(self, office: Laptop, microsoft365: Microsoft365) -> None:
        sign_in(office)
        microsoft365.forget_requests()
        assert office.app.signing_in.sign_out()
        assert not office.app.signing_in.sign_out()
        assert microsoft365.requests == []
        assert not (office.data_dir / "tokens.bin").exists()
        assert office.keys.get("tokens") is None
        assert [event for event, _ in attempts(office)] == ["succeeded", "signed-out"]
        with pytest.raises(SignInNeeded):
            office.app.tokens.token()

    def test_the_last_attempt_is_kept_as_long_as_the_journal_keeps_it(self, office: Laptop) -> None:
        sign_in(office)
        office.passes(92 * DAY)
        assert office.app.signing_in.seen().last is not None
        office.passes(HOUR)
        assert office.app.signing_in.seen().last is None


class FakeAccount:
    """What Windows' account service, or the browser, makes of an attempt: `ends` by way; no entry: it succeeds."""

    def __init__(self, ends: dict[SignInWay, Exception]) -> None:
        self.ends = ends
        self.asked: list[SignInWay] = []
        self.who = Identity(account=ANNA, name="Anna", tenant="t")

    def sign_in(self, way: SignInWay, asking: Asking) -> Identity:
        self.asked.append(way)
        if way in self.ends:
            raise self.ends[way]
        return self.who

    def token(self, *, claims: str | None = None, rejected: str | None = None) -> str:
        return "token"

    def signed_in(self) -> SignedIn:
        return SignedIn(account=ANNA, name="Anna", tenant="t")

    def is_damaged(self) -> bool:
        return False


class TestWindowsAccount:
    """The account service of Windows, where it is there."""

    def signing_in(self, laptop: Laptop, account: FakeAccount) -> SigningIn:
        return SigningIn(laptop.app.office, lambda: account, broker_is_there=lambda: True, forget=lambda: False)

    def ask(self, laptop: Laptop, account: FakeAccount, *, device_code: bool = False) -> None:
        asking = Asking(show_code=lambda _: None, tick=lambda: None, done="")
        self.signing_in(laptop, account).sign_in(asking, device_code=device_code)

    def test_it_is_asked_first(self, laptop: Laptop) -> None:
        account = FakeAccount({})
        self.ask(laptop, account)
        assert account.asked == [SignInWay.BROKER]
        assert attempts(laptop) == [("succeeded", {"way": "broker"})]

    def test_what_it_cannot_do_the_browser_may(self, laptop: Laptop) -> None:
        """The redirect address of Windows is not registered, or its service is broken."""
        account = FakeAccount({SignInWay.BROKER: SignInFailed(SignInReason.BAD_ANSWER)})
        self.ask(laptop, account)
        assert account.asked == [SignInWay.BROKER, SignInWay.BROWSER]
        assert attempts(laptop) == [("succeeded", {"way": "browser"})]

    def test_what_it_refuses_is_refused(self, laptop: Laptop) -> None:
        account = FakeAccount({SignInWay.BROKER: SignInFailed(SignInReason.CONDITIONS)})
        with pytest.raises(SignInFailed):
            self.ask(laptop, account)
        assert account.asked == [SignInWay.BROKER]
        assert attempts(laptop) == [("refused", {"way": "broker", "reason": "conditions"})]

    def test_who_wants_a_code_gets_one(self, laptop: Laptop) -> None:
        account = FakeAccount({})
        self.ask(laptop, account, device_code=True)
        assert account.asked == [SignInWay.DEVICE_CODE]


class TestAskedOnce:
    def test_a_revoked_sign_in_is_one_need_and_one_entry(self, office: Laptop, microsoft365: Microsoft365) -> None:
        sign_in(office)
        microsoft365.revoke(ANNA)
        assert silent(office) is SignInReason.REVOKED
        since = office.now
        microsoft365.forget_requests()
        for _ in range(5):
            assert silent(office) is SignInReason.REVOKED
        other = office.again()
        with pytest.raises(SignInFailed) as caught:
            other.tokens.token()
        assert caught.value.message.id == "signin.needed"  # what to do comes with the reason
        assert microsoft365.requests == []  # believed for an hour
        office.passes(2 * HOUR)
        assert silent(office) is SignInReason.REVOKED
        assert microsoft365.requests != []
        assert attempts(office)[1:] == [("refused", {"way": "silent", "reason": "revoked"})]
        told = need(office)
        assert told is not None
        assert (told.since, told.detail.id if told.detail else None) == (since, "signin.reason.revoked")
        assert rule(office, "VR-S3").state is RuleState.ATTENTION
        assert check(office, "sign-in").state is CheckState.ATTENTION

    def test_signing_in_again_ends_it_in_every_process(self, office: Laptop, microsoft365: Microsoft365) -> None:
        sign_in(office)
        other = office.again()
        microsoft365.revoke(ANNA)
        with pytest.raises(SignInFailed):
            other.tokens.token(rejected=other.tokens.token())
        sign_in(office)
        assert need(office) is None
        assert other.tokens.token() == office.app.tokens.token()

    def test_what_solves_itself_asks_nobody(self, office: Laptop, microsoft365: Microsoft365) -> None:
        """Back in the office, where the conditions are met again."""
        sign_in(office)
        microsoft365.require_mfa(ANNA)
        assert silent(office) is SignInReason.SECOND_FACTOR
        microsoft365.people[ANNA].is_hit_by_policy = False
        office.passes(2 * HOUR)
        assert office.app.tokens.token(claims="{}")
        assert need(office) is None
        assert attempts(office)[-1] == ("succeeded", {"way": "silent"})

    def test_a_damaged_file_is_told_once(self, office: Laptop) -> None:
        sign_in(office)
        file = office.data_dir / "tokens.bin"
        file.write_bytes(b"x" * 200)
        assert office.app.signing_in.seen().reason is SignInReason.DAMAGED
        for _ in range(3):
            with pytest.raises(SignInFailed) as caught:
                office.app.tokens.token()
            assert caught.value.reason is SignInReason.DAMAGED
        assert attempts(office)[1:] == [("failed", {"way": "silent", "reason": "damaged"})]
        told = need(office)
        assert told is not None
        assert told.detail is not None
        assert told.detail.id == "signin.reason.damaged"
        sign_in(office)
        assert need(office) is None

    def test_trouble_at_the_tenant_is_no_reason_to_ask(self, office: Laptop, microsoft365: Microsoft365) -> None:
        sign_in(office)
        microsoft365.faults.next("*", "*", refuse_line=True, times=9)
        with pytest.raises(RemoteUnreachable):
            office.app.tokens.token(rejected=office.app.tokens.token())
        assert need(office) is None
        assert len(attempts(office)) == 1


def test_a_client_is_not_told_who_signed_in_and_when(office: Laptop) -> None:
    """VT-B2: what a rule says goes into the report that a client gets."""
    client = office.client()
    for ask in (lambda: None, lambda: sign_in(office)):
        ask()
        told = office.app.status.of_client(client.id)
        own = {each.id: each for each in office.app.status.status().rules}
        for id_ in ("VR-S3", "VT-C5", "VT-C6"):
            assert told[id_].state is own[id_].state
            assert dict(told[id_].sentence.arguments) == {}
            assert told[id_].since is None


class TestOffline:
    """VR-S3: after 72 hours only the network parts stop, never vault, deletion, lock."""

    def test_network_rights_end_and_own_duties_go_on(self, office: Laptop, microsoft365: Microsoft365) -> None:
        agreement = office.usual()
        copy = office.sealed(agreement)
        sign_in(office)
        microsoft365.faults.next("*", "*", refuse_line=True, times=99)
        office.passes(71 * HOUR)
        assert office.app.tokens.token()
        assert office.app.signing_in.seen().is_signed_in
        office.passes(HOUR)
        with pytest.raises(RemoteUnreachable) as caught:
            office.app.tokens.token()
        assert (caught.value.message.id, caught.value.message.arguments["since"]) == ("signin.lapsed", office.now)
        seen = office.app.signing_in.seen()
        assert (seen.state, office.app.team.whoami().seen.is_signed_in) == (SignInState.LAPSED, False)
        told = need(office)
        assert told is not None
        assert (told.sentence.id, told.since) == ("today.sign-in-lapsed", office.now)
        # What the laptop owes goes on: the vault opens, the copy goes, the screen locks.
        _, path = office.app.vault.open(copy.id)
        assert path.read_bytes()
        office.app.vault.seal(copy.id)
        assert office.app.deletion.delete_now([copy.id], "klaar").items[0].outcome.value == "deleted"
        assert office.app.locking.lock_now().outcome
        assert len(attempts(office)) == 1

    def test_the_line_brings_it_back_by_itself(self, office: Laptop) -> None:
        sign_in(office)
        office.passes(80 * HOUR)
        assert office.app.signing_in.seen().state is SignInState.LAPSED
        assert office.app.tokens.token()
        assert office.app.signing_in.seen().is_signed_in
        assert need(office) is None


class TestTestServer:
    def test_it_is_said_wherever_it_matters(self, office: Laptop) -> None:
        assert "office365.test-server" in [notice.id for notice in office.app.status.status().notices]
        assert check(office, "office365").sentence.id == "office365.test-server"
        assert office.app.signing_in.seen().is_test_server

    def test_a_certificate_file_that_is_gone_is_told(self, microsoft365: Microsoft365, make_laptop: MakeLaptop) -> None:
        laptop = make_laptop(policy=policy_of(microsoft365, ca_file="/nergens/ca.pem"))
        assert check(laptop, "office365").state is CheckState.FAILED
        with pytest.raises(EnvironmentLacking):
            sign_in(laptop)


class TestNothingLeaks:
    """No token, code or mail address in any log, in the journal or in a file (VT-B2, VT-C6)."""

    def test_not_with_every_logger_at_its_loudest(
        self,
        office: Laptop,
        microsoft365: Microsoft365,
        caplog: pytest.LogCaptureFixture,
        capfd: pytest.CaptureFixture[str],
    ) -> None:
        import msal.application  # makes its loggers
        import urllib3.connectionpool

        assert msal.application
        assert urllib3.connectionpool
        everything: list[str] = []

        class Ear(logging.Handler):
            def emit(self, record: logging.LogRecord) -> None:
                everything.append(record.getMessage())

        ear = Ear(logging.DEBUG)
        loggers = [logging.getLogger(name) for name in list(logging.root.manager.loggerDict)]
        before = [(logger, logger.level) for logger in loggers]
        caplog.set_level(logging.DEBUG)
        for logger in (logging.getLogger(), *loggers):
            logger.setLevel(logging.DEBUG)
            logger.addHandler(ear)
        try:
            sign_in(office)
            office.app.tokens.token(rejected=office.app.tokens.token())
            microsoft365.revoke(ANNA)
            silent(office)
            microsoft365.faults.next("*", "*", refuse_line=True, times=9)
            with pytest.raises(RemoteUnreachable) as caught:
                sign_in(office, device_code=True)
        finally:
            for logger in (logging.getLogger(), *loggers):
                logger.removeHandler(ear)
            for logger, level in before:
                logger.setLevel(level)
        out, err = capfd.readouterr()
        told = "\n".join([*everything, *caplog.messages, out, err, repr(caught.value), repr(caught.value.__cause__)])
        files = b"".join(path.read_bytes() for path in office.data_dir.rglob("*") if path.is_file())
        stored = office.everything_stored()
        journal = json.dumps([entry.data for event in ATTEMPTS for entry in office.events(event)])
        tokens = microsoft365.tokens
        secrets = [*tokens.access, *tokens.refresh, *tokens.codes]
        assert len(secrets) >= 4
        for secret in (*secrets, ANNA, "Anna Bakker", "127.0.0.1"):
            assert secret not in told
            assert secret not in journal
            assert secret.encode() not in files
        for secret in secrets:
            assert secret.encode() not in stored
