"""The firm's Microsoft 365: its addresses, the way there, and who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.wiring.ground import GroundLayer
from app.wiring.part import part

if TYPE_CHECKING:
    from app.actions.signing_in import SigningIn
    from app.domain.messages import Message
    from app.domain.office365 import Office365Reading, Office365Settings
    from app.domain.remote_ports import SignedIn, Tokens
    from app.remote.office365.http import OfficeSession
    from app.remote.office365.office365 import Office365
    from app.remote.office365.sign_in.account import OfficeAccount
    from app.remote.office365.sign_in.client import EntraClient
    from app.remote.office365.sign_in.token_file import TokenFile


class Office365Layer(GroundLayer):
    """What needs the network. Nothing of it is made where IT set nothing up."""

    _keeps_guards = False

    @part
    def _office365(self) -> Office365Reading:
        from app.domain.office365 import office365_of

        return office365_of(self.policy.values)

    @property
    def office365_settings(self) -> Office365Settings | None:
        """None: nothing is set, or what is set cannot count."""
        return self._office365.settings

    @property
    def office365_problems(self) -> tuple[Message, ...]:
        """What of it does not count, and why; these are among `policy.problems` too."""
        return self._office365.problems

    @part
    def office_session(self) -> OfficeSession:
        """The one way out. Only where `office365_settings` are. Raises EnvironmentLacking (the CA file of policy)."""
        from app import __version__
        from app.remote.office365.http import OfficeSession

        assert self.office365_settings is not None
        return OfficeSession(self.office365_settings, __version__)

    @part
    def signing_in(self) -> SigningIn:
        from app.actions.signing_in import SigningIn

        settings = self.office365_settings
        return SigningIn(
            self.office,
            None if settings is None else (lambda: self._account),
            broker_is_there=self._has_broker,
            forget=self._forget_account,
            is_test_server=settings is not None and settings.is_test_server,
            welcome=self.on_signed_in,
        )

    def on_signed_in(self) -> None:
        """What waited for it; the layers above know of something."""

    def signed_in_account(self) -> SignedIn | None:
        """Nobody, where IT set up no Microsoft 365."""
        return None if self.office365_settings is None else self.tokens.signed_in()

    @property
    def tokens(self) -> Tokens:
        """For whoever speaks to Graph. What is refused there stands in the journal, once."""
        return self.signing_in

    @part
    def office365(self) -> Office365:
        """Documents, small documents, lists and cloud copies. Only where `office365_settings` are."""
        from app.actions.remote_memory import StoredMemory
        from app.remote.office365.feed import AT_REST
        from app.remote.office365.office365 import office365_on

        assert self.office365_settings is not None
        memory = StoredMemory(self.office)
        made = office365_on(self.office365_settings, self.office_session, self.tokens, memory, self.clock.now)
        if self._keeps_guards:
            made.feed.patience = AT_REST
        return made

    def rest_between_looks(self) -> None:
        """Guards ask often: between two looks at the library an hour passes, unless a person asks (`look_at_remote`)."""
        self._keeps_guards = True
        if self.is_made("office365"):
            from app.remote.office365.feed import AT_REST

            self.office365.feed.patience = AT_REST

    def look_at_remote(self) -> None:
        """A person asks what stands in the library at this moment. Raises what the store raises."""
        if self.office365_settings is not None:
            self.office365.feed.look_now()

    @part
    def _token_file(self) -> TokenFile:
        from app.remote.office365.sign_in.token_file import TokenFile
        from app.system.files import write_atomically
        from app.system.lease import guard_lease

        turn = guard_lease(self.directory.lease("tokens"))
        return TokenFile(self.directory.tokens, self._opened.keys, write_atomically, turn)

    @part
    def _account(self) -> OfficeAccount:
        from app.remote.office365.sign_in.account import OfficeAccount
        from app.system.browser import open_address

        assert self.office365_settings is not None
        return OfficeAccount(
            self.office365_settings,
            self._token_file,
            lambda: self.office_session,
            self._entra,
            self.clock.now,
            open_address,
        )

    def _entra(self, session: OfficeSession) -> EntraClient:
        from app.remote.office365.sign_in.client import EntraClient

        assert self.office365_settings is not None
        settings = self.office365_settings
        return EntraClient(settings, settings.scopes, session, with_broker=self._has_broker())

    def _has_broker(self) -> bool:
        """Windows' account service speaks to Microsoft's own clouds alone."""
        from app.system.account_service import account_service_is_there

        settings = self.office365_settings
        return settings is not None and not settings.is_test_server and account_service_is_there()

    def _forget_account(self) -> bool:
        with self._token_file.alone():
            was = self._token_file.forget()
        if self.is_made("_account"):
            self._account.forget()
        return was

    def close(self) -> None:
        if self.is_made("office_session"):
            self.office_session.close()
        super().close()
