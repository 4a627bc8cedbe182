"""Faults by script: what goes wrong with the next requests that fit."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from fnmatch import fnmatchcase

from tests.microsoft365.messages import Answer, Host, Request, graph_error


@dataclass
class Fault:
    """What is done with a request that fits; by default nothing. `pattern`: like a file name pattern, over the whole decoded
    path without the query (`*/root:/Dossier/*:/content`); with a "?" in it over path and raw query.

    - `answer`: given in place of acting.
    - `refuse_line`: the line is dropped before acting.
    - `lose_answer`: the act is done, the line is dropped.
    - `cut_after`: the act is done, the answer tells its length and stops after so many bytes.
    - `endless`: the act is done, the body never ends.
    - `delay`: seconds before acting.
    """

    method: str
    pattern: str
    answer: Answer | None = None
    refuse_line: bool = False
    lose_answer: bool = False
    cut_after: int | None = None
    endless: bool = False
    delay: float = 0.0
    times: int = 1
    skip: int = 0
    host: Host | None = None

    def fits(self, request: Request) -> bool:
        if self.method not in ("*", request.method) or self.host not in (None, request.host):
            return False
        if "?" in self.pattern:
            path, _, query = self.pattern.partition("?")
            own = request.target.partition("?")[2]
            return fnmatchcase(request.path, path) and fnmatchcase(own, query)
        return fnmatchcase(request.path, self.pattern)


NO_FAULT = Fault("*", "*")


class Faults:
    """The script. Faults are looked at in the order in which they were added; the first that fits counts."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._script: list[Fault] = []
        self.happened: list[tuple[Fault, Request]] = []

    def next(
        self,
        method: str,
        pattern: str,
        *,
        answer: Answer | None = None,
        refuse_line: bool = False,
        lose_answer: bool = False,
        cut_after: int | None = None,
        endless: bool = False,
        delay: float = 0.0,
        redirect: str | None = None,
        times: int = 1,
        skip: int = 0,
        host: Host | None = None,
    ) -> Fault:
        """For the next `times` requests that fit, after `skip` that go well. `redirect`: to this address (302)."""
        if redirect is not None:
            answer = Answer(302, headers={"Location": redirect})
        fault = Fault(
            method=method,
            pattern=pattern,
            answer=answer,
            refuse_line=refuse_line,
            lose_answer=lose_answer,
            cut_after=cut_after,
            endless=endless,
            delay=delay,
            times=times,
            skip=skip,
            host=host,
        )
        with self._lock:
            self._script.append(fault)
        return fault

    def clear(self) -> None:
        with self._lock:
            self._script.clear()

    def take(self, request: Request) -> Fault:
        """What happens to this request."""
        with self._lock:
            for fault in self._script:
                if fault.times > 0 and fault.fits(request):
                    if fault.skip > 0:
                        fault.skip -= 1
                        continue
                    fault.times -= 1
                    self.happened.append((fault, request))
                    return fault
        return NO_FAULT

    @property
    def left(self) -> list[Fault]:
        """What has not happened yet."""
        with self._lock:
            return [fault for fault in self._script if fault.times > 0]


def throttled(retry_after: str | None = "5", status: int = 429) -> Answer:
    """As SharePoint throttles; `retry_after`: whole seconds, decimal, an HTTP date, or None. Source:
    https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
    """
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    code = "activityLimitReached" if status == 429 else "serviceNotAvailable"
    return graph_error(status, code, "The app or user has been throttled.", inner="throttledRequest", headers=headers)
