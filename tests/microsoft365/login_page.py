"""What a person sees in the browser: who signs in, and what becomes of it. `browser.py` fills it in for tests."""

from __future__ import annotations

import secrets
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from tests.microsoft365.entra_errors import EntraError
from tests.microsoft365.messages import Answer, Request, html_answer

if TYPE_CHECKING:
    from tests.microsoft365.entra import Entra


class LoginPages:
    def __init__(self, entra: Entra) -> None:
        self._entra = entra
        self._asked: dict[str, dict[str, str]] = {}
        self.signed_in: str | None = None  # the browser's own session: whom prompt=none finds

    def authorize(self, request: Request) -> Answer:
        """The login page; errors that concern the client itself are shown and never sent to its address."""
        form = request.query
        try:
            self._check(form)
        except EntraError as error:
            return html_answer(
                f"<h1>Sorry, but we're having trouble signing you in.</h1><p>{error.description}</p>", 400
            )
        problem = self._problem(form)
        if problem is not None:
            return _back(form, problem)
        if form.get("prompt") == "none":
            return self._decide(form, self.signed_in or "", "accept", silent=True)
        flow = secrets.token_urlsafe(16)
        self._asked[flow] = form
        hint = escape(form.get("login_hint", ""), quote=True)
        people = "".join(f"<option value='{escape(p.mail, quote=True)}'>" for p in self._entra.people)
        return html_answer(
            f"<h1>Sign in</h1><form method='post' action='{self._entra.authority}/login'>"
            f"<input type='hidden' name='flow' value='{flow}'>"
            f"<input name='login' value='{hint}' list='people'><datalist id='people'>{people}</datalist>"
            "<button name='decision' value='accept'>Sign in</button>"
            "<button name='decision' value='cancel'>Cancel</button></form>"
        )

    def decide(self, request: Request) -> Answer:
        form = self._asked.pop(request.form.get("flow", ""), None)
        if form is None:
            return html_answer("<h1>This sign-in is over.</h1>", 400)
        return self._decide(form, request.form.get("login", ""), request.form.get("decision", "accept"))

    def device(self, request: Request) -> Answer:
        """The page for device codes; a POST with code, login and decision."""
        if request.method != "POST":
            return html_answer(
                "<h1>Enter code</h1><form method='post'><input name='code'><input name='login'>"
                "<button name='decision' value='accept'>Next</button></form>"
            )
        form = request.form
        if form.get("decision", "accept") == "accept":
            self._entra.devices.approve(form.get("code", ""), form.get("login", ""))
        else:
            self._entra.devices.decline(form.get("code", ""))
        return html_answer("<h1>You can close this window.</h1>")

    def _check(self, form: dict[str, str]) -> None:
        self._entra.check_client(form)
        if not self._is_registered(form.get("redirect_uri", "")):
            raise EntraError(50011)

    def _is_registered(self, address: str) -> bool:
        """For localhost the port does not count. Source: https://learn.microsoft.com/entra/identity-platform/reply-url"""
        asked = urlsplit(address)
        for known in map(urlsplit, self._entra.redirect_uris):
            same = (asked.scheme, asked.hostname, asked.path.rstrip("/")) == (
                known.scheme,
                known.hostname,
                known.path.rstrip("/"),
            )
            if same and (asked.port == known.port or asked.hostname in ("localhost", "127.0.0.1")):
                return True
        return False

    def _problem(self, form: dict[str, str]) -> EntraError | None:
        if form.get("response_type") != "code":
            return EntraError(700054)
        if form.get("response_mode", "query") not in ("query", "form_post", "fragment"):
            return EntraError(90014, detail="response_mode")
        if self._entra.needs_pkce and not form.get("code_challenge"):
            return EntraError(9002325)
        if form.get("code_challenge") and form.get("code_challenge_method") != "S256":
            return EntraError(9002326)
        try:
            self._entra.scopes_of(form.get("scope", ""))
        except EntraError as error:
            return error
        return None

    def _decide(self, form: dict[str, str], login: str, decision: str, *, silent: bool = False) -> Answer:
        entra = self._entra
        if decision == "cancel":
            return _back(form, EntraError(65004))
        person = entra.people.find(login)
        if person is None:
            if silent:
                return _back(form, EntraError(50058))
            return html_answer(f"<h1>Sign in</h1><p>{EntraError(50034).description}</p>", 400)
        try:
            grant = entra.grant_for(person, form, entra.scopes_of(form.get("scope", "")))
        except EntraError as error:
            if error.code == 65001:
                return _back(form, EntraError(65001, error="consent_required" if silent else "access_denied"))
            # Strangers and blocked accounts stay on the page: the client hears nothing and has to time out.
            return html_answer(f"<h1>Sign in</h1><p>{error.description}</p>", 400)
        person.is_hit_by_policy = False  # in the browser the person met what the policy asks
        self.signed_in = person.mail
        code = entra.tokens.new_code(grant, form["redirect_uri"], form.get("code_challenge", ""))
        return _send_back(form, {"code": code, "session_state": secrets.token_hex(16)})


def _back(form: dict[str, str], error: EntraError) -> Answer:
    return _send_back(form, {"error": error.error, "error_description": error.description})


def _send_back(form: dict[str, str], told: dict[str, str]) -> Answer:
    if "state" in form:
        told = {**told, "state": form["state"]}
    target = form["redirect_uri"]
    match form.get("response_mode", "query"):
        case "form_post":
            fields = "".join(
                f"<input type='hidden' name='{escape(key)}' value='{escape(value, quote=True)}'>"
                for key, value in told.items()
            )
            return html_answer(
                f"<form method='POST' name='hiddenform' action='{escape(target, quote=True)}'>{fields}"
                "<noscript><p>Script is disabled. Click Submit to continue.</p><input type='submit'></noscript></form>"
                "<script>document.forms[0].submit();</script>"
            )
        case "fragment":
            return Answer(302, headers={"Location": f"{target}#{urlencode(told)}"})
        case _:
            mark = "&" if "?" in target else "?"
            return Answer(302, headers={"Location": f"{target}{mark}{urlencode(told)}"})
