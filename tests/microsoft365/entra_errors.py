"""Error answers of Entra. Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes"""

from __future__ import annotations

import uuid
from datetime import datetime

from tests.microsoft365.messages import Answer, Json, json_answer

# AADSTS code -> OAuth error, what it says, suberror
_KNOWN: dict[int, tuple[str, str, str]] = {
    50011: ("invalid_request", "The redirect URI specified in the request does not match those configured.", ""),
    50020: ("invalid_grant", "User account from identity provider does not exist in tenant.", "bad_token"),
    50034: ("invalid_grant", "The user account does not exist in the directory.", ""),
    50057: ("invalid_grant", "The user account is disabled.", "bad_token"),
    50058: ("login_required", "A silent sign-in request was sent but no user is signed in.", ""),
    50076: (
        "interaction_required",
        "Due to a configuration change made by your administrator, or because you moved to a new location, you must use "
        "multi-factor authentication to access the resource.",
        "basic_action",
    ),
    50173: (
        "invalid_grant",
        "The provided grant has expired due to it being revoked, a fresh auth token is needed.",
        "bad_token",
    ),
    50194: ("invalid_request", "Application is not configured as a multi-tenant application.", ""),
    54005: ("invalid_grant", "OAuth2 Authorization code was already redeemed, please retry with a new valid code.", ""),
    65001: ("invalid_grant", "The user or administrator has not consented to use the application.", "consent_required"),
    65004: ("access_denied", "User declined to consent to access the app.", ""),
    70000: ("invalid_grant", "Provided grant is invalid or malformed.", "bad_token"),
    70003: ("unsupported_grant_type", "The app requested an unsupported grant type.", ""),
    70008: ("invalid_grant", "The provided authorization code or refresh token has expired.", "token_expired"),
    70011: ("invalid_scope", "The provided value for the input parameter 'scope' isn't valid.", ""),
    70016: ("authorization_pending", "OAuth 2.0 device flow error. Authorization is pending. Continue polling.", ""),
    70018: ("bad_verification_code", "Invalid verification code.", ""),
    70019: ("expired_token", "Verification code expired.", ""),
    70020: ("expired_token", "The provided device code has expired.", ""),
    90002: ("invalid_request", "Tenant not found. Check to make sure you have the correct tenant ID.", ""),
    90014: ("invalid_request", "The required field is missing from the request.", ""),
    501481: ("invalid_grant", "The Code_Verifier does not match the code_challenge supplied in the request.", ""),
    700016: ("unauthorized_client", "Application with identifier was not found in the directory.", ""),
    700025: (
        "invalid_client",
        "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
        "",
    ),
    700054: ("unsupported_response_type", "response_type is not enabled for the application.", ""),
    700082: (
        "invalid_grant",
        "The refresh token has expired due to inactivity. The token was inactive for 90.00:00:00.",
        "token_expired",
    ),
    9002325: ("invalid_request", "Proof Key for Code Exchange is required for authorization code redemption.", ""),
    9002326: ("invalid_request", "The code_challenge_method must be S256.", ""),
}


class EntraError(Exception):
    """`code`: the AADSTS number. `claims`: what an interactive sign-in has to bring (JSON text)."""

    def __init__(self, code: int, *, claims: str | None = None, error: str | None = None, detail: str = "") -> None:
        super().__init__(f"AADSTS{code}")
        self.code = code
        self.claims = claims
        known_error, self.text, self.suberror = _KNOWN[code]
        self.error = error or known_error
        self.text = f"{self.text} {detail}".strip()

    @property
    def description(self) -> str:
        return f"AADSTS{self.code}: {self.text}"

    def answer(self, now: datetime) -> Answer:
        trace, correlation = str(uuid.uuid4()), str(uuid.uuid4())
        stamp = now.strftime("%Y-%m-%d %H:%M:%SZ")
        tail = f" Trace ID: {trace} Correlation ID: {correlation} Timestamp: {stamp}"
        body: Json = {
            "error": self.error,
            "error_description": self.description + tail,
            "error_codes": [self.code],
            "timestamp": stamp,
            "trace_id": trace,
            "correlation_id": correlation,
            "error_uri": f"https://login.microsoftonline.com/error?code={self.code}",
        }
        if self.suberror:
            body["suberror"] = self.suberror
        if self.claims:
            body["claims"] = self.claims
        return json_answer(401 if self.error == "invalid_client" else 400, body)
