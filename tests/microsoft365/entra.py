"""Entra ID: discovery, the authorization code flow with PKCE, refresh, and what each refuses.

Sources: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow ,
https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc ,
https://learn.microsoft.com/entra/identity-platform/claims-challenge
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from tests.microsoft365 import scopes as known
from tests.microsoft365.clock import Clock
from tests.microsoft365.device_code import DEVICE_GRANT, DeviceCodes
from tests.microsoft365.entra_errors import EntraError
from tests.microsoft365.login_page import LoginPages
from tests.microsoft365.messages import Answer, Json, Request, json_answer
from tests.microsoft365.people import People, Person
from tests.microsoft365.tokens import (
    CODE_LIFE,
    REFRESH_IDLE,
    Grant,
    TokenStore,
    client_info,
    public_keys,
    signed_id_token,
)

POLICY_CLAIMS = json.dumps({"access_token": {"capolids": {"essential": True, "values": ["5c1e8e60-policy"]}}})


@dataclass
class Entra:
    """One tenant with one registered public client. `consented`: scopes that users or IT agreed to. `optional_claims`: those
    that the registration asks for ("acct", "login_hint", "email"); by default none."""

    tenant_id: str
    client_id: str
    clock: Clock
    people: People
    tokens: TokenStore
    address: str = ""
    redirect_uris: tuple[str, ...] = ("http://localhost",)
    consented: set[str] = field(default_factory=lambda: set(known.KNOWN))
    needs_pkce: bool = True
    optional_claims: set[str] = field(default_factory=set)
    devices: DeviceCodes = field(init=False)
    pages: LoginPages = field(init=False)

    def __post_init__(self) -> None:
        self.devices = DeviceCodes(self)
        self.pages = LoginPages(self)

    @property
    def authority(self) -> str:
        return f"{self.address}/{self.tenant_id}"

    @property
    def issuer(self) -> str:
        return f"{self.authority}/v2.0"

    def answer(self, request: Request) -> Answer:
        try:
            return self._route(request)
        except EntraError as error:
            return error.answer(self.clock.now())

    def _route(self, request: Request) -> Answer:
        tenant, _, rest = request.path.lstrip("/").partition("/")
        if tenant == "devicelogin":
            return self.pages.device(request)
        if rest == "discovery/instance" or (tenant == "common" and rest == "discovery/instance"):
            # A private authority is not among Microsoft's clouds; a client that asks here was not told so.
            return json_answer(400, {"error": "invalid_instance", "error_codes": [50049]})
        if tenant.lower() not in (self.tenant_id, "common", "organizations"):
            raise EntraError(90002)
        route = {
            ("GET", "v2.0/.well-known/openid-configuration"): self._configuration,
            ("GET", "discovery/v2.0/keys"): lambda _: json_answer(200, public_keys()),
            ("GET", "oauth2/v2.0/authorize"): self.pages.authorize,
            ("POST", "login"): self.pages.decide,
            ("POST", "oauth2/v2.0/token"): self._token,
            ("POST", "oauth2/v2.0/devicecode"): self.devices.begin,
        }.get((request.method, rest))
        if route is None:
            return json_answer(404, {"error": "not_found"})
        if tenant.lower() != self.tenant_id and rest.startswith("oauth2"):
            raise EntraError(50194)
        return route(request)

    def _configuration(self, request: Request) -> Answer:
        base = f"{self.authority}/oauth2/v2.0"
        return json_answer(
            200,
            {
                "token_endpoint": f"{base}/token",
                "token_endpoint_auth_methods_supported": [
                    "client_secret_post",
                    "private_key_jwt",
                    "client_secret_basic",
                ],
                "jwks_uri": f"{self.authority}/discovery/v2.0/keys",
                "response_modes_supported": ["query", "fragment", "form_post"],
                "subject_types_supported": ["pairwise"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
                "scopes_supported": ["openid", "profile", "email", "offline_access"],
                "issuer": self.issuer,
                "request_uri_parameter_supported": False,
                "userinfo_endpoint": f"{self.address}/oidc/userinfo",
                "authorization_endpoint": f"{base}/authorize",
                "device_authorization_endpoint": f"{base}/devicecode",
                "http_logout_supported": True,
                "frontchannel_logout_supported": True,
                "end_session_endpoint": f"{base}/logout",
                "claims_supported": [
                    "sub",
                    "iss",
                    "aud",
                    "exp",
                    "iat",
                    "nonce",
                    "preferred_username",
                    "name",
                    "tid",
                    "ver",
                ],
                "tenant_region_scope": "EU",
                "cloud_instance_name": "microsoftonline.com",
                "cloud_graph_host_name": "graph.windows.net",
                "msgraph_host": "graph.microsoft.com",
            },
        )

    # The client and what it asks for

    def check_client(self, form: dict[str, str]) -> None:
        if not form.get("client_id"):
            raise EntraError(90014, detail="client_id")
        if form["client_id"].lower() != self.client_id:
            raise EntraError(700016)
        if "client_secret" in form or "client_assertion" in form:
            raise EntraError(700025)

    def scopes_of(self, text: str) -> frozenset[str]:
        """Scopes without the resource's address; its default is all that was agreed to. AADSTS70011 for unknown ones."""
        found: set[str] = set()
        for word in text.split():
            scope = word.rsplit("/", 1)[-1]
            if scope == ".default":
                found |= self.consented
            elif scope in known.KNOWN:
                found.add(scope)
            else:
                raise EntraError(70011, detail=word)
        if not found:
            raise EntraError(90014, detail="scope")
        return frozenset(found)

    def grant_for(self, person: Person, form: dict[str, str], scopes: frozenset[str]) -> Grant:
        """What this person can give this client. Raises what an account's state leads to."""
        self.check_person(person)
        if scopes - known.OPENID - self.consented:
            raise EntraError(65001)
        capable, not_before = _claims_of(form.get("claims"))
        return Grant(person, self.client_id, scopes, capable, form.get("nonce"), not_before)

    def check_person(self, person: Person) -> None:
        if not person.is_member:
            raise EntraError(50020)
        if not person.is_enabled:
            raise EntraError(50057)

    # The token endpoint

    def _token(self, request: Request) -> Answer:
        form = request.form
        self.check_client(form)
        match form.get("grant_type"):
            case "authorization_code":
                return self._redeem_code(form)
            case "refresh_token":
                return self._refresh(form)
            case grant if grant == DEVICE_GRANT:
                return self.devices.poll(form)
            case _:
                raise EntraError(70003)

    def _redeem_code(self, form: dict[str, str]) -> Answer:
        code = self.tokens.codes.get(form.get("code", ""))
        if code is None:
            raise EntraError(70000)
        if code.used:
            raise EntraError(54005)
        if self.clock.now() - code.issued_at > CODE_LIFE:
            raise EntraError(70008)
        if form.get("redirect_uri") != code.redirect_uri:
            raise EntraError(50011, error="invalid_grant")
        if code.challenge and not _fits(form.get("code_verifier", ""), code.challenge):
            raise EntraError(501481)
        code.used = True
        grant = code.grant
        if form.get("claims"):
            capable, not_before = _claims_of(form["claims"])
            grant = replace(grant, capable=grant.capable or capable, not_before=not_before or grant.not_before)
        return self.issue(grant, form)

    def _refresh(self, form: dict[str, str]) -> Answer:
        token = self.tokens.refresh.get(form.get("refresh_token", ""))
        if token is None or token.used:
            raise EntraError(70000)
        now = self.clock.now()
        person = token.grant.person
        if now - token.issued_at > REFRESH_IDLE:
            raise EntraError(700082)
        if person.revoked_at is not None and token.issued_at <= person.revoked_at:
            raise EntraError(50173)
        scopes = self.scopes_of(form.get("scope") or " ".join(token.grant.scopes))
        grant = self.grant_for(person, form, scopes)
        if person.is_hit_by_policy:
            raise EntraError(50076, claims=POLICY_CLAIMS)
        if self.tokens.strict_rotation:
            token.used = True
        return self.issue(replace(grant, nonce=None), form)

    def issue(self, grant: Grant, form: dict[str, str]) -> Answer:
        """Tokens for what was granted, as the token endpoint hands them out."""
        text, access = self.tokens.new_access(grant)
        life = access.expires_at - access.issued_at
        body: Json = {
            "token_type": "Bearer",
            "scope": " ".join(sorted(grant.scopes - {"offline_access"})),
            "expires_in": int(life.total_seconds()),
            "ext_expires_in": int(life.total_seconds()),
            "access_token": text,
        }
        if "offline_access" in grant.scopes:
            body["refresh_token"] = self.tokens.new_refresh(grant)
        if "openid" in grant.scopes:
            body["id_token"] = signed_id_token(
                grant, self.issuer, self.tenant_id, access.issued_at, life, self.optional_claims
            )
        if form.get("client_info") == "1":
            body["client_info"] = client_info(grant.person)
        return json_answer(200, body)


def _fits(verifier: str, challenge: str) -> bool:
    """RFC 7636: verifiers have 43 to 128 characters."""
    if not 43 <= len(verifier) <= 128:
        return False
    digest = hashlib.sha256(verifier.encode("ascii", "replace")).digest()
    return hmac.compare_digest(base64.urlsafe_b64encode(digest).decode().rstrip("="), challenge)


def _claims_of(text: str | None) -> tuple[bool, datetime | None]:
    """Whether the client understands challenges (CP1), and the moment that a challenge's `nbf` asked for."""
    if not text:
        return False, None
    try:
        wanted = json.loads(text).get("access_token") or {}
        values = (wanted.get("xms_cc") or {}).get("values") or []
        nbf = (wanted.get("nbf") or {}).get("value")
        moment = datetime.fromtimestamp(float(nbf), UTC) if nbf is not None else None
    except (ValueError, TypeError, AttributeError) as error:
        raise EntraError(90014, detail="claims is no valid JSON") from error
    return "CP1" in values, moment
