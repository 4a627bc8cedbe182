"""Files what waits: checked one after another, sent several at a time, written down in batches.

Every state is durable before the next act: `checking` before a file is opened, `uploading` before it is sent, `filed` after the
remote told what it has. A crash leaves rows in one of these, which the next round looks at anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from app.actions.documents.checking import Candidate, Checking
from app.actions.documents.conflicting import Conflicting
from app.actions.documents.records import Records, moved
from app.actions.documents.target import FilingTarget
from app.actions.documents.uploading import OF_THE_REMOTE, Next, Outcome, Uploading
from app.domain.document import Content, Document, DocumentState, Why
from app.domain.document_steps import Step, decide
from app.domain.errors import EnvironmentLacking
from app.domain.messages import Message
from app.domain.remote_errors import RemoteBroken, RemoteGone, RemoteLocked, RemoteRefused, RemoteRejected

BATCH = 32  # documents written down in one change
WAITING_UPLOADS = 64  # more are checked only when some of these are done


@dataclass(slots=True)
class Round:
    """What one round came to. `again`: documents to look at once more; `unfinished`: not all could be filed now."""

    again: list[Document] = field(default_factory=list)
    restless: list[Document] = field(default_factory=list)
    trouble: Message | None = None


class Filing:
    """For one round. `place_of`: a project's place by its id."""

    def __init__(
        self,
        records: Records,
        checking: Checking,
        uploading: Uploading,
        conflicting: Conflicting,
        target: FilingTarget,
        clock: Callable[[], datetime],
    ) -> None:
        self._records = records
        self._checking = checking
        self._uploading = uploading
        self._conflicting = conflicting
        self._target = target
        self._clock = clock
        self._round = Round()
        self._sent: dict[Future[Outcome], Document] = {}
        self._first: dict[str, Document] = {}  # each document as the round met it

    def run(self, waiting: Sequence[tuple[Document, str]], tell: Callable[[int], None]) -> Round:
        """`waiting`: documents with their project's place. `tell`: how many more are done."""
        self._round = Round()
        with ThreadPoolExecutor(self._target.side_by_side, "filing") as pool:
            try:
                for batch in _batches(waiting, BATCH):
                    if self._round.trouble is not None:
                        break
                    done = self._check_all(batch, pool)
                    tell(done + self._collect(WAITING_UPLOADS))
            finally:
                tell(self._collect(0))
        return self._round

    # -- checking -----------------------------------------------------------------------------------------------------

    def _check_all(self, batch: Sequence[tuple[Document, str]], pool: ThreadPoolExecutor) -> int:
        """How many are done already."""
        self._first.update((document.id, document) for document, _ in batch)
        begun = [moved(d, DocumentState.CHECKING, self._clock(), detail=d.detail) for d, _ in batch]
        self._records.save([d for d, _ in batch], begun)
        settled: list[tuple[Document, Document]] = []
        candidates = []
        for document, (before, place) in zip(begun, batch, strict=True):
            found = self._decided(replace(document, why=before.why), place)
            if isinstance(found, Candidate):
                candidates.append((document, found))
            else:
                settled.append((document, found))
        ready = self._judged(candidates, settled)
        uploading = [moved(c.document, DocumentState.UPLOADING, self._clock()) for _, c in ready]
        self._save(settled, [(before, after) for (before, _), after in zip(ready, uploading, strict=True)])
        for document, (_, candidate) in zip(uploading, ready, strict=True):
            future = pool.submit(self._uploading.send, document, candidate.content, candidate.step, candidate.place)
            self._sent[future] = document
        return len(settled)

    def _decided(self, document: Document, place: str) -> Document | Candidate:
        """Its new state, or that it is to be sent."""
        if self._round.trouble is not None:
            return moved(document, DocumentState.QUEUED, self._clock(), Why.AGAIN)
        found = self._checking.look(document, place, self._target, self._clock())
        if isinstance(found, Document):
            if found.why is Why.NOT_QUIET:
                self._round.restless.append(found)
            return found
        try:
            return self._stepped(found)
        except OF_THE_REMOTE as error:
            self._round.trouble = error.message
        except (RemoteGone, RemoteBroken, RemoteLocked, RemoteRefused, RemoteRejected) as error:
            why = Why.REFUSED if isinstance(error, RemoteRefused | RemoteRejected) else Why.AGAIN
            state = DocumentState.FAILED if why is Why.REFUSED else DocumentState.QUEUED
            return moved(found.document, state, self._clock(), why)
        except OSError as error:
            return moved(found.document, DocumentState.FAILED, self._clock(), Why.LOCAL_READ, detail=str(error.errno))
        return moved(found.document, DocumentState.QUEUED, self._clock(), Why.AGAIN)

    def _stepped(self, candidate: Candidate) -> Document | Candidate:
        document, now = candidate.document, self._clock()
        if candidate.step is Step.COMPARE:
            compared = self._conflicting.compare(document, candidate.content, candidate.place)
            if compared is None:
                return self._conflicting.beside(document, candidate.place)
            if compared.state is DocumentState.FILED:
                return compared
            step = decide(candidate.content, compared.filed, compared.remote, may_rewrite=False)
            candidate = replace(candidate, document=compared, step=step)
        if candidate.step in (Step.UPLOAD, Step.REPLACE):
            return candidate
        if candidate.step is Step.ADOPT and document.remote is not None:
            return self._conflicting.adopted(document, candidate.content, document.remote)
        if candidate.step in (Step.CONFLICT, Step.REMOTE_DELETED):
            return self._conflicting.beside(document, candidate.place)
        why = {Step.OFFER: Why.OFFERED, Step.REWRITTEN: Why.REWRITTEN}.get(
            candidate.step, _why_filed(document, candidate.content)
        )
        return moved(document, DocumentState.FILED, now, why, attempts=0, retry_at=None, agreed=False)

    def _judged(
        self, candidates: Sequence[tuple[Document, Candidate]], settled: list[tuple[Document, Document]]
    ) -> list[tuple[Document, Candidate]]:
        ready = []
        judged = self._checking.judge([candidate for _, candidate in candidates], self._target, self._clock())
        done = 0
        try:
            for (before, _), found in zip(candidates, judged, strict=True):
                done += 1
                if isinstance(found, Candidate):
                    ready.append((before, found))
                else:
                    settled.append((before, found))
        except EnvironmentLacking as error:  # nothing can look into documents: none is sent unlooked
            self._round.trouble = error.message
            for before, candidate in candidates[done:]:
                settled.append((before, moved(candidate.document, DocumentState.QUEUED, self._clock(), Why.AGAIN)))
        return ready

    # -- collecting ---------------------------------------------------------------------------------------------------

    def _collect(self, most: int) -> int:
        """Take up what was sent, until at most `most` are under way; how many were done. Written down many at a time: a crash
        before that costs a look at the remote, nothing else."""
        total = 0
        while self._sent:
            wanted = max(1, min(BATCH, len(self._sent) - most)) if len(self._sent) > most else 0
            pairs = self._ended(wanted)
            self._save(pairs)
            total += len(pairs)
            if not wanted:
                break
        return total

    def _ended(self, wanted: int) -> list[tuple[Document, Document]]:
        """At least `wanted` uploads that ended, for which it waits, and all others that did by now."""
        pairs: list[tuple[Document, Document]] = []
        while self._sent:
            timeout = None if len(pairs) < wanted else 0
            done, _ = wait(self._sent, timeout=timeout, return_when=FIRST_COMPLETED)
            if not done:
                break
            for future in done:
                before, outcome = self._sent.pop(future), future.result()
                pairs.append((before, outcome.document))
                if outcome.next is Next.AGAIN:
                    self._round.again.append(outcome.document)
                if outcome.trouble is not None:
                    self._round.trouble = outcome.trouble
        return pairs

    def _save(self, *groups: Iterable[tuple[Document, Document]]) -> None:
        """What stands as it stood before the round did not become anything: it keeps its moment, and no event tells of it."""
        after = [self._kept_moment(new) for group in groups for _, new in group]
        self._records.save([self._first[new.id] for new in after], after)

    def _kept_moment(self, new: Document) -> Document:
        first = self._first[new.id]
        return replace(new, at=first.at) if (first.state, first.why) == (new.state, new.why) else new


def _why_filed(document: Document, content: Content) -> Why | None:
    """Nothing is to be done; what was said of it when it was filed is said again."""
    if document.filed is not None and document.filed.remote.digest not in (None, content.digest):
        return Why.REWRITTEN
    return Why.NOT_READ if document.judged is not None and document.judged.endswith("unread") else None


def _batches(some: Sequence[tuple[Document, str]], size: int) -> Iterator[list[tuple[Document, str]]]:
    rest = iter(some)
    while batch := list(islice(rest, size)):
        yield batch
