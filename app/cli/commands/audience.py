"""`audience`: who may be shown something of a project, and who can open its place."""

from __future__ import annotations

import click

from app.actions.audience import OFFICE365, Audience, PlaceAudience
from app.cli import views
from app.cli.console import Console, json_option, pass_console
from app.cli.moments import stamp
from app.cli.texts import TextGroup
from app.domain.audience import AudienceReason, GrantFix, GrantVerdict
from app.domain.messages import Message, msg

COLUMNS = (("mail", "mail"), ("allowed", "allowed"), ("why", "reason"))
PLACE_COLUMNS = (("name", "name"), ("kind", "kind"), ("verdict", "state"), ("todo", "fix"))


@click.group(cls=TextGroup)
def audience() -> None:
    pass


@audience.command()
@click.argument("code")
@click.argument("mails", nargs=-1, required=True, metavar="MAIL...")
@json_option
@pass_console
def check(console: Console, code: str, mails: tuple[str, ...], as_json: bool) -> None:
    checked = console.assistant.audience.check(code, mails)
    rows = _rows(console, checked)
    if as_json:
        console.document({"allowed": checked.allowed, "items": rows})
        return
    console.table(COLUMNS, rows, msg("audience.nobody"))
    refused = sum(not item.allowed for item in checked.items)
    console.say(msg("audience.refused", n=refused) if refused else msg("audience.all-allowed"))


@audience.command()
@click.argument("code")
@json_option
@pass_console
def place(console: Console, code: str, as_json: bool) -> None:
    seen = console.assistant.audience.place(code)
    rows = _grants(console, seen)
    if as_json:
        console.document(
            {
                "project": seen.code,
                "remote": seen.remote,
                "address": seen.address,
                "looked_at": stamp(seen.looked_at),
                "can_tell": seen.can_tell,
                "items": rows,
            }
        )
        return
    if not seen.can_tell:
        console.say(msg("audience.no-place") if seen.remote == OFFICE365 else msg("audience.cannot-tell"))
        return
    console.table(PLACE_COLUMNS, rows, msg("audience.nobody"))
    too_wide = seen.count(GrantVerdict.TOO_WIDE)
    console.say(msg("audience.place-too-wide", n=too_wide) if too_wide else msg("audience.place-fits"))


def _rows(console: Console, checked: Audience) -> list[views.Document]:
    return [
        {
            "mail": item.mail,
            "allowed": item.allowed,
            "reason": item.reason.value,
            "why": console.texts.render(reason_text(item.reason)),
        }
        for item in checked.items
    ]


def _grants(console: Console, seen: PlaceAudience) -> list[views.Document]:
    return [
        {
            "id": item.grant.id,
            "name": item.grant.name,
            "mail": item.grant.mail,
            "kind": item.grant.kind.value,
            "scope": item.grant.scope,
            "may_write": item.grant.may_write,
            "inherited": item.grant.is_inherited,
            "verdict": item.verdict.value,
            "reason": None if item.reason is None else item.reason.value,
            "fix": item.fix.value,
            "todo": console.texts.render(fix_text(item.fix)),
        }
        for item in seen.grants
    ]


def reason_text(reason: AudienceReason) -> Message:
    return {
        AudienceReason.PRINCIPAL: msg("audience.reason-principal"),
        AudienceReason.CLIENT_CONTACT: msg("audience.reason-client-contact"),
        AudienceReason.MEMBER: msg("audience.reason-member"),
        AudienceReason.MEMBERSHIP_ENDED: msg("audience.reason-membership-ended"),
        AudienceReason.COLLEAGUE: msg("audience.reason-colleague"),
        AudienceReason.CLIENT_OTHER: msg("audience.reason-client-other"),
        AudienceReason.UNKNOWN: msg("audience.reason-unknown"),
    }[reason]


def fix_text(fix: GrantFix) -> Message:
    return {
        GrantFix.NONE: msg("audience.fix-none"),
        GrantFix.REMOVE: msg("audience.fix-remove"),
        GrantFix.BREAK_INHERITANCE: msg("audience.fix-break-inheritance"),
        GrantFix.REPLACE_LINK: msg("audience.fix-replace-link"),
        GrantFix.LOOK_INTO_GROUP: msg("audience.fix-look-into-group"),
    }[fix]
