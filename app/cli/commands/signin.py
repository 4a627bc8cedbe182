"""`signin`, `signout` and `whoami`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from app.cli.console import Console, json_option, pass_console
from app.cli.moments import stamp
from app.cli.texts import TextCommand
from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from app.domain.sign_in import Asking, DeviceCode, attempt_text, state_text

if TYPE_CHECKING:
    from app.actions.team import WhoAmI


@click.command(cls=TextCommand)
@click.option("--device-code", is_flag=True)
@json_option
@pass_console
def signin(console: Console, device_code: bool, as_json: bool) -> None:
    """Waits for the person: in the browser, in the dialog of Windows, or until the code was typed somewhere else."""
    signing_in = console.assistant.signing_in
    tell = console.warn if as_json else console.say  # with --json nothing but the document stands on stdout
    if not signing_in.is_set_up:
        raise EnvironmentLacking(msg("signin.not-set-up"))
    if console.assistant.office365_settings is not None and console.assistant.office365_settings.is_test_server:
        tell(msg("office365.test-server"))
    if not device_code:
        tell(msg("signin.broker-open") if signing_in.has_broker() else msg("signin.browser-open"))

    def show(code: DeviceCode) -> None:
        tell(msg("signin.code", code=code.code, address=code.address, until=code.expires_at))

    done = console.texts.render(msg("signin.browser-done"))
    seen = signing_in.sign_in(Asking(show_code=show, tick=_nothing, done=done), device_code=device_code)
    if as_json:
        console.document(_document(console.assistant.team.whoami()))
    else:
        console.say(state_text(seen))


@click.command(cls=TextCommand)
@json_option
@pass_console
def signout(console: Console, as_json: bool) -> None:
    was = console.assistant.signing_in.sign_out()
    if not was and not console.assistant.signing_in.is_set_up:
        raise EnvironmentLacking(msg("signin.not-set-up"))
    if as_json:
        console.document(_document(console.assistant.team.whoami()))
    else:
        console.say(msg("signin.signed-out") if was else msg("signin.nobody"))


@click.command(cls=TextCommand)
@json_option
@pass_console
def whoami(console: Console, as_json: bool) -> None:
    me = console.assistant.team.whoami()
    if as_json:
        console.document(_document(me))
        return
    console.tell(f"{me.device}\n{me.fingerprint}\n{', '.join(_roles(me))}")
    console.say(state_text(me.seen))
    if me.seen.is_test_server:
        console.say(msg("office365.test-server"))
    if me.seen.last is not None:
        console.say(attempt_text(me.seen.last))


def _document(me: WhoAmI) -> dict[str, Any]:
    """What the contract has, and further: why it is needed again, and the last attempt (VT-C6)."""
    seen, last = me.seen, me.seen.last
    return {
        "device": me.device,
        "fingerprint": me.fingerprint,
        "signed_in": seen.is_signed_in,
        "account": seen.account,
        "name": seen.name,
        "tenant": seen.tenant,
        "roles": _roles(me),
        "expires_at": stamp(seen.expires_at),
        "state": seen.state.value,
        "reason": None if seen.reason is None else seen.reason.value,
        "since": stamp(seen.since),
        "test_server": seen.is_test_server,
        "last_attempt": None
        if last is None
        else {
            "at": stamp(last.at),
            "outcome": last.outcome.value,
            "way": None if last.way is None else last.way.value,
            "reason": None if last.reason is None else last.reason.value,
        },
    }


def _roles(me: WhoAmI) -> list[str]:
    """Those of this laptop by policy, then the app roles of the account: what the firm's Microsoft 365 says of the person."""
    return list(dict.fromkeys([*(role.value for role in me.roles), *me.seen.roles]))


def _nothing() -> None:
    """Ctrl+C stops the waiting."""
