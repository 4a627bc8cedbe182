"""The assistant: all parts on one data directory, and its life from the first look to the end. How parts are made stands
in `app/wiring`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from app.domain.rules import GuardReport
from app.wiring.guards import GuardWiring, ShowLock, Warn
from app.wiring.overviews import OverviewLayer
from app.wiring.site import Site, data_directory

if TYPE_CHECKING:
    from app.guards.guard import Guard
    from app.guards.runner import Runner

__all__ = ["Assistant", "ShowLock", "Site", "Warn", "build", "data_directory"]


def build(site: Site) -> Assistant:
    """Open (on an empty data directory: make) an assistant. Raises EnvironmentLacking."""
    return Assistant(site)


class Assistant(OverviewLayer):
    """All actions on one data directory. Nothing is started by building it; `begin` finishes what a crash left."""

    def guards(self, warn: Warn | None = None, show_lock: ShowLock | None = None) -> tuple[Guard, ...]:
        """All guards. `warn` shows warnings of deletions to a person, `show_lock` the countdown and grace of the lock."""
        return GuardWiring(self, warn, show_lock).all()

    def runner(
        self, on_report: Callable[[GuardReport], None], warn: Warn | None = None, show_lock: ShowLock | None = None
    ) -> Runner:
        """What keeps all guards, not started."""
        from app.guards.runner import Runner

        return Runner(self.guards(warn, show_lock), self.clock, on_report)

    def begin(self) -> None:
        """What every call does first: note the time, journal a migration, take up what a crash interrupted."""
        self.clock.keep()
        if not self._is_anything_begun():
            return
        self.housekeeping.after_start()
        if self.housekeeping.has_interrupted_deletion():
            self.deletion.resume()

    def _is_anything_begun(self) -> bool:
        """A glance that spares most calls from loading the parts that take things up."""
        from app.actions.begun import is_anything_begun

        with self.office.look() as session:
            return is_anything_begun(session)

    def requirement_titles(self, language: str) -> Mapping[str, str]:
        from app.system.resources.requirements import requirement_titles

        return requirement_titles(language)

    def project_codes(self) -> Mapping[str, str]:
        with self.office.look() as session:
            return {project.id: project.code for project in session.projects.all()}

    def client_names(self) -> Mapping[str, str]:
        with self.office.look() as session:
            return {client.id: client.name for client in session.clients.all()}
