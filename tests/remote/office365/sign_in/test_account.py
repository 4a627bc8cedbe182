"""The account on this laptop (VR-S3, VT-C5): three ways in, who is kept out, and what keeps somebody signed in."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from app.domain.errors import Stopped
from app.domain.office365 import PERSONAL_TENANT, GuestException
from app.domain.remote_errors import RemoteUnreachable, SignInNeeded
from app.domain.sign_in import SignInFailed, SignInReason, SignInWay
from tests.microsoft365 import Microsoft365
from tests.microsoft365.messages import Answer, Host, json_answer
from tests.microsoft365.microsoft365 import OTHER_TENANT
from tests.remote.office365.sign_in.place import ANNA, Place

KIM = "kim@partner.example"


def refused(place: Place, way: SignInWay = SignInWay.BROWSER) -> SignInReason:
    with pytest.raises(SignInFailed) as caught:
        place.sign_in(way)
    return caught.value.reason


def asked_again(place: Place, **how: str) -> SignInReason:
    with pytest.raises(SignInFailed) as caught:
        place.account.token(**how)
    return caught.value.reason


def token_requests(service: Microsoft365) -> list[dict[str, str]]:
    return [each.form for each in service.seen("POST", Host.ENTRA) if each.path.endswith("/token")]


class TestBrowser:
    def test_somebody_signs_in(self, place: Place) -> None:
        who = place.sign_in()
        assert (who.account, who.name, who.roles) == (ANNA, "Anna Bakker", ("Consultant",))
        assert place.account.token() in place.service.tokens.access
        known = place.account.signed_in()
        assert known is not None
        assert (known.account, known.tenant) == (ANNA, place.service.tenant_id)
        assert known.expires_at == place.clock.now() + timedelta(hours=72)

    def test_it_is_asked_as_the_documentation_has_it(self, place: Place) -> None:
        """PKCE (S256), state and nonce, the answer by POST, and early revocation."""
        place.sign_in()
        asked = {name: values[0] for name, values in parse_qs(urlsplit(place.opened[0]).query).items()}
        assert asked["code_challenge_method"] == "S256"
        assert asked["response_mode"] == "form_post"
        assert asked["redirect_uri"].startswith("http://localhost:")
        assert set(asked["scope"].split()) == {"Sites.ReadWrite.All", "openid", "profile", "offline_access"}
        assert "CP1" in asked["claims"]
        assert len(asked["state"]) > 20
        assert {"code_challenge", "nonce"} <= set(asked)
        assert "code_verifier" in token_requests(place.service)[0]

    def test_only_the_selected_sites_where_it_wants_that(self, place: Place) -> None:
        place.settings = replace(place.settings, scopes=("Files.ReadWrite", "Sites.Selected"))
        place.account = place.process()
        place.sign_in()
        asked = parse_qs(urlsplit(place.opened[0]).query)["scope"][0]
        assert {"Files.ReadWrite", "Sites.Selected"} <= set(asked.split())
        assert "All" not in asked

    def test_somebody_goes_back(self, place: Place) -> None:
        place.person(ANNA, "cancel")
        assert refused(place) is SignInReason.DECLINED

    def test_there_is_no_browser(self, place: Place) -> None:
        place.browser = None
        assert refused(place) is SignInReason.NO_BROWSER

    def test_it_can_be_stopped(self, place: Place) -> None:
        place.browser = lambda _: True  # a window opens, and nobody does anything there
        ticks: list[int] = []

        def tick() -> None:
            ticks.append(1)
            if len(ticks) == 3:
                raise Stopped

        with pytest.raises(Stopped):
            place.sign_in(tick=tick)
        assert place.account.signed_in() is None

    def test_the_next_time_the_account_is_proposed(self, place: Place) -> None:
        place.sign_in()
        place.sign_in()
        assert "login_hint" not in parse_qs(urlsplit(place.opened[0]).query)
        assert parse_qs(urlsplit(place.opened[1]).query)["login_hint"] == [ANNA]

    def test_after_a_wrong_account_the_person_chooses_one(self, place: Place) -> None:
        place.sign_in(choose=True)
        assert parse_qs(urlsplit(place.opened[0]).query)["prompt"] == ["select_account"]

    def test_a_failed_attempt_leaves_the_earlier_sign_in(self, place: Place) -> None:
        place.sign_in()
        place.browser = None
        refused(place)
        assert place.process().token() in place.service.tokens.access


class TestDeviceCode:
    @pytest.fixture(autouse=True)
    def _soon(self, place: Place) -> None:
        place.service.entra.devices.interval = 1

    def test_somebody_types_the_code_elsewhere(self, place: Place) -> None:
        devices = place.service.entra.devices

        def tick() -> None:
            if place.codes:
                devices.approve(place.codes[0].code, ANNA)

        assert place.sign_in(SignInWay.DEVICE_CODE, tick=tick).account == ANNA
        assert place.codes[0].address == f"{place.service.entra.address}/devicelogin"
        assert place.opened == []

    def test_it_waits_politely(self, place: Place) -> None:
        """RFC 8628: not sooner than it was told, and five seconds longer after "slow down"."""
        devices = place.service.entra.devices
        devices.slow_down, devices.approves = 1, ANNA
        began = time.monotonic()
        place.sign_in(SignInWay.DEVICE_CODE)
        assert time.monotonic() - began >= 1 + 6 - 0.1
        assert len(token_requests(place.service)) == 2

    def test_a_line_that_drops_is_no_end(self, place: Place) -> None:
        place.service.entra.devices.approves = ANNA
        place.service.faults.next("POST", "*/token", refuse_line=True)
        assert place.sign_in(SignInWay.DEVICE_CODE).account == ANNA

    def test_it_can_be_stopped(self, place: Place) -> None:
        def tick() -> None:
            if place.codes:
                raise Stopped

        with pytest.raises(Stopped):
            place.sign_in(SignInWay.DEVICE_CODE, tick=tick)

    def test_somebody_says_no(self, place: Place) -> None:
        devices = place.service.entra.devices

        def tick() -> None:
            if place.codes:
                devices.decline(place.codes[0].code)

        with pytest.raises(SignInFailed) as caught:
            place.sign_in(SignInWay.DEVICE_CODE, tick=tick)
        assert caught.value.reason is SignInReason.DECLINED

    def test_nobody_types_it_in_time(self, place: Place) -> None:
        def tick() -> None:
            if place.codes:
                place.service.clock.advance(timedelta(minutes=16))

        with pytest.raises(SignInFailed) as caught:
            place.sign_in(SignInWay.DEVICE_CODE, tick=tick)
        assert caught.value.reason is SignInReason.TOO_LATE


class TestWhoMayComeIn:
    """VR-S3"""

    def test_somebody_of_another_firm_is_refused_by_the_tenant(self, place: Place) -> None:
        """In the browser Entra says so itself, and sends nobody back."""
        place.service.add_person("bo@elders.example", tenant=OTHER_TENANT)
        place.service.entra.devices.approves, place.service.entra.devices.interval = "bo@elders.example", 1
        assert refused(place, SignInWay.DEVICE_CODE) is SignInReason.OTHER_TENANT

    @pytest.mark.parametrize(
        ("tenant", "reason"),
        [(OTHER_TENANT, SignInReason.OTHER_TENANT), (PERSONAL_TENANT, SignInReason.PERSONAL)],
    )
    def test_a_token_of_another_tenant_is_refused_here(self, place: Place, tenant: str, reason: SignInReason) -> None:
        place.service.add_person("bo@elders.example", token_tenant=tenant)
        place.person("bo@elders.example")
        assert refused(place) is reason
        assert place.account.signed_in() is None
        assert list(place.folder.glob("tokens.bin")) == []

    def test_a_domain_in_policy_stands_for_the_id_of_its_tenant(self, place: Place) -> None:
        """Entra tells the id when it is asked about the domain; tokens name the tenant by it alone."""
        authority = f"{place.service.entra.address}/vroom.example"
        place.settings = replace(place.settings, tenant_id="vroom.example", authority=authority)
        place.account = place.process()
        configuration = json_answer(
            200,
            {
                "issuer": place.service.entra.issuer,
                "authorization_endpoint": f"{place.service.authority}/oauth2/v2.0/authorize",
                "token_endpoint": f"{place.service.authority}/oauth2/v2.0/token",
                "device_authorization_endpoint": f"{place.service.authority}/oauth2/v2.0/devicecode",
            },
        )
        place.service.faults.next("GET", "/vroom.example/*", answer=configuration, times=9)
        assert place.sign_in().tenant == place.service.tenant_id
        assert place.account.token(rejected=place.account.token())
        place.service.add_person("bo@elders.example", token_tenant=OTHER_TENANT)
        place.person("bo@elders.example")
        assert refused(place) is SignInReason.OTHER_TENANT

    def test_an_id_in_policy_is_no_matter_of_what_the_tenant_says(self, place: Place) -> None:
        configuration = {
            "issuer": "x",
            "authorization_endpoint": f"{place.service.authority}/oauth2/v2.0/authorize",
            "token_endpoint": f"{place.service.entra.address}/{OTHER_TENANT}/oauth2/v2.0/token",
        }
        place.service.faults.next("GET", "*/openid-configuration", answer=json_answer(200, configuration), times=9)
        answer = json_answer(
            200, {"access_token": "x", "id_token": "a.e30.c", "token_type": "Bearer", "expires_in": 60}
        )
        place.service.faults.next("POST", "*/token", answer=answer)
        assert refused(place) is SignInReason.BAD_ANSWER

    def test_a_guest_needs_an_exception(self, place: Place) -> None:
        place.service.add_person(KIM, tenant=OTHER_TENANT, is_guest=True)
        place.person(KIM)
        assert refused(place) is SignInReason.GUEST

    def test_an_exception_ends_on_its_day_also_while_signed_in(self, place: Place) -> None:
        today = place.clock.now().date()
        until = date(today.year, today.month, today.day) + timedelta(days=1)
        guest = GuestException(mail=KIM, until=until, reason="werkt mee aan P-100")
        place.settings = replace(place.settings, guests=(guest,))
        place.account = place.process()
        place.service.add_person(KIM, tenant=OTHER_TENANT, is_guest=True)
        place.person(KIM)
        assert place.sign_in().is_guest
        place.days_pass(1)
        assert place.account.token()
        place.days_pass(1)
        assert asked_again(place) is SignInReason.GUEST_ENDED
        assert place.account.signed_in() is None
        assert refused(place) is SignInReason.GUEST_ENDED

    def test_a_disabled_account_is_refused(self, place: Place) -> None:
        place.service.disable(ANNA)
        place.service.entra.devices.approves, place.service.entra.devices.interval = ANNA, 1
        assert refused(place, SignInWay.DEVICE_CODE) is SignInReason.DISABLED

    def test_without_consent_of_it_nobody_comes_in(self, place: Place) -> None:
        place.service.entra.consented.discard("Sites.ReadWrite.All")
        place.service.entra.devices.approves, place.service.entra.devices.interval = ANNA, 1
        assert refused(place, SignInWay.DEVICE_CODE) is SignInReason.CONSENT

    @pytest.mark.parametrize("changed", [{"client_id": "0" * 8}, {"tenant_id": OTHER_TENANT}])
    def test_a_wrong_registration_is_told_as_one(self, place: Place, changed: dict[str, str]) -> None:
        authority = place.settings.authority
        if "tenant_id" in changed:
            authority = authority.replace(place.settings.tenant_id, OTHER_TENANT)
        place.settings = replace(place.settings, authority=authority, **changed)
        place.account = place.process()
        assert refused(place, SignInWay.DEVICE_CODE) is SignInReason.REGISTRATION


class TestTokens:
    def test_nobody_signed_in(self, place: Place) -> None:
        with pytest.raises(SignInNeeded):
            place.account.token()
        assert place.service.requests == []

    def test_a_token_that_counts_is_given_without_asking_anybody(self, place: Place) -> None:
        place.sign_in()
        place.service.forget_requests()
        assert place.account.token() == place.account.token() == place.process().token()
        assert place.service.requests == []

    def test_a_token_that_was_refused_is_not_given_again(self, place: Place) -> None:
        """A clock that runs behind takes it for valid; the server's says that it has ended."""
        place.sign_in()
        old = place.account.token()
        new = place.account.token(rejected=old)
        assert new != old
        assert place.account.token() == new
        assert place.account.token(rejected=old) == new
        assert place.process().token(rejected=old) == new  # another process that still has the old one

    @pytest.mark.parametrize("hours", [-26, 26])
    def test_a_clock_that_is_wrong_keeps_nobody_out(
        self, place: Place, hours: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = time.time
        monkeypatch.setattr(time, "time", lambda: real() + hours * 3600)
        place.sign_in()
        first = place.account.token()
        monkeypatch.setattr(time, "time", real)  # and now it is set right
        again = place.process()
        token = again.token()
        assert token in place.service.tokens.access
        assert again.token(rejected=token) not in ("", token)
        assert first in place.service.tokens.access

    def test_what_graph_wants_to_see_is_passed_on(self, place: Place) -> None:
        """Also where it does not say which token it refused: the one that is kept cannot have shown it."""
        wanted = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}'
        place.sign_in()
        old = place.account.token()
        first = place.account.token(claims=wanted)
        second = place.account.token(claims=wanted, rejected=first)
        assert len({old, first, second}) == 3
        assert '"nbf"' in token_requests(place.service)[-1]["claims"]
        assert "CP1" in token_requests(place.service)[-1]["claims"]

    def test_a_sign_in_that_was_revoked_is_to_be_done_again(self, place: Place) -> None:
        place.sign_in()
        place.service.revoke(ANNA)
        assert asked_again(place, rejected=place.account.token()) is SignInReason.REVOKED
        place.sign_in()
        assert place.account.token() in place.service.tokens.access

    def test_conditional_access_asks_in_the_browser_for_what_it_wants(self, place: Place) -> None:
        place.sign_in()
        place.service.require_mfa(ANNA)
        assert asked_again(place, rejected=place.account.token()) is SignInReason.SECOND_FACTOR
        place.sign_in()
        assert "capolids" in parse_qs(urlsplit(place.opened[-1]).query)["claims"][0]

    def test_an_old_refresh_token_has_ended(self, place: Place) -> None:
        place.sign_in()
        place.service.clock.advance(timedelta(days=91))
        assert asked_again(place, rejected=place.account.token()) is SignInReason.EXPIRED

    def test_a_refusal_is_not_remembered_when_the_tenant_thinks_better_of_it(self, place: Place) -> None:
        """msal gives the answer from memory for a minute."""
        place.sign_in()
        old = place.account.token()
        person = place.service.people[ANNA]
        person.is_enabled = False
        assert asked_again(place, rejected=old) is SignInReason.DISABLED
        person.is_enabled = True
        assert place.account.token(rejected=old) != old

    @pytest.mark.parametrize("status", [500, 503, 429])
    def test_a_tenant_in_trouble_is_no_refusal(self, place: Place, status: int) -> None:
        place.sign_in()
        old = place.account.token()
        answer = json_answer(status, {"error": "temporarily_unavailable"}, {"Retry-After": "1"})
        place.service.faults.next("POST", "*/token", answer=answer)
        with pytest.raises(RemoteUnreachable):
            place.account.token(rejected=old)
        assert place.process().token(rejected=old) != old

    @pytest.mark.parametrize("body", [b"<html>Sign in to the hotel's network</html>", b"", b"[1]"])
    def test_an_answer_that_is_none_asks_nobody(self, place: Place, body: bytes) -> None:
        place.sign_in()
        old = place.account.token()
        for path in ("*/token", "*/.well-known/openid-configuration"):
            place.service.faults.next("*", path, answer=Answer(200, body))
            with pytest.raises(RemoteUnreachable):
                place.process().token(rejected=old)
        assert place.account.token(rejected=old) != old

    def test_without_the_line_a_token_that_still_counts_is_given(self, place: Place) -> None:
        place.sign_in()
        token = place.account.token()
        place.service.faults.next("*", "*", refuse_line=True, times=50)
        assert place.process().token() == token
        with pytest.raises(RemoteUnreachable):
            place.account.token(rejected=token)

    def test_two_processes_do_not_spend_one_refresh_token_twice(self, place: Place) -> None:
        place.service.tokens.strict_rotation = True
        place.sign_in()
        old = place.account.token()
        other = place.process()
        assert other.token(rejected=old) == place.account.token(rejected=old)
        assert [form["grant_type"] for form in token_requests(place.service)].count("refresh_token") == 1

    def test_new_roles_come_with_a_new_token(self, place: Place) -> None:
        place.sign_in()
        place.service.people[ANNA].roles = ("Lead",)
        place.account.token(rejected=place.account.token())
        known = place.account.signed_in()
        assert known is not None
        assert known.roles == ("Lead",)


class TestOffline:
    """72 hours without the tenant; then a token counts only after it was heard of again."""

    def test_rights_end_without_contact(self, place: Place) -> None:
        place.sign_in()
        place.service.faults.next("*", "*", refuse_line=True, times=50)
        place.clock.advance(timedelta(hours=71))
        assert place.account.token()
        place.clock.advance(timedelta(hours=1))
        for account in (place.account, place.process()):
            with pytest.raises(RemoteUnreachable):
                account.token()

    def test_contact_brings_them_back_without_asking(self, place: Place) -> None:
        place.sign_in()
        place.days_pass(10)
        assert place.account.token()
        known = place.account.signed_in()
        assert known is not None
        assert known.expires_at == place.clock.now() + timedelta(hours=72)
        assert len(place.opened) == 1


class TestKept:
    def test_a_damaged_file_is_found_once(self, place: Place) -> None:
        place.sign_in()
        file = place.folder / "tokens.bin"
        file.write_bytes(file.read_bytes()[:-1] + b"x")
        account = place.process()
        assert account.is_damaged()
        assert account.signed_in() is None
        with pytest.raises(SignInFailed) as caught:
            account.token()
        assert caught.value.reason is SignInReason.DAMAGED
        assert not account.is_damaged()
        with pytest.raises(SignInNeeded) as again:
            account.token()
        assert not isinstance(again.value, SignInFailed)

    def test_what_was_kept_for_another_tenant_or_app_does_not_count(self, place: Place) -> None:
        place.sign_in()
        place.settings = replace(place.settings, client_id="another")
        assert place.process().signed_in() is None

    def test_a_sign_out_in_one_process_reaches_the_others(self, place: Place) -> None:
        from tests.remote.office365.sign_in.place import token_file

        place.sign_in()
        other = place.process()
        assert other.token()
        assert token_file(place.folder, place.keys).forget()
        with pytest.raises(SignInNeeded):
            place.account.token()
        with pytest.raises(SignInNeeded):
            other.token()
        assert other.signed_in() is None
