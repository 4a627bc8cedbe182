"""What a person can see of what is told: the record before it goes, what went, who can read it and who looked."""

from __future__ import annotations

import json
from datetime import date, timedelta

from app.actions.team_status.desk import TeamDesk
from app.actions.team_status.sending import Sending, document_of
from app.actions.team_status.showing import OPEN_FOR
from app.actions.team_status.views import Look, Looks, Readers, RecordPreview, SentRecord
from app.domain.errors import AssistantError
from app.domain.messages import Message, msg
from app.domain.team_board import Reach
from app.domain.team_record import as_document, changed_fields, decode

BY_ITSELF = ("sequence", "previous", "signature", "key")  # what differs in every record says nothing to a person


class Telling:
    def __init__(self, desk: TeamDesk, sending: Sending) -> None:
        self._desk = desk
        self._sending = sending

    def preview(self) -> RecordPreview:
        document = as_document(self._sending.draft())
        with self._desk.office.look() as session:
            sent = session.team_records.last_posted()
        before = None if sent is None else document_of(sent)
        today = self._desk.today()
        is_shared = self._desk.is_shared
        is_new_day = sent is None or sent.day != today
        next_on = (today if is_new_day else today + timedelta(days=1)) if is_shared else None
        return RecordPreview(
            document=document,
            text=json.dumps(document, ensure_ascii=False, indent=2),
            before=before,
            changed=tuple(path for path in changed_fields(before, document) if path not in BY_ITSELF),
            readers=self.who_can_read(),
            looks=self.who_looked(),
            will_send=is_shared,
            sentence=_when(is_shared=is_shared, is_new_day=is_new_day),
            next_on=next_on,
        )

    def what_was_sent(self) -> tuple[SentRecord, ...]:
        first = self._desk.today() - OPEN_FOR
        with self._desk.office.look() as session:
            sent = [made for made in session.team_records.made() if made.is_posted and made.day >= first]
        documents = [document_of(made) for made in sent]
        return tuple(
            SentRecord(
                sequence=made.sequence,
                day=made.day,
                document=document,
                changed=tuple(path for path in changed_fields(before, document) if path not in BY_ITSELF),
            )
            for made, document, before in zip(sent, documents, [*documents[1:], None], strict=False)
        )

    def who_can_read(self) -> Readers:
        """Asks the remote where it can tell; a remote that does not answer is no reason to show nothing."""
        if not self._desk.is_shared:
            return Readers(reach=Reach.NOBODY, sentence=msg("team.readers-off"))
        try:
            return self._desk.board().readers()
        except AssistantError as error:
            return Readers(reach=Reach.SITE, sentence=msg("team.readers-unknown", why=error.message))

    def who_looked(self) -> Looks:
        own = self._desk.device
        with self._desk.office.look() as session:
            kept = session.team_records.all()
        looks = [
            Look(
                person=record.person.name or record.person.mail or record.device,
                day=date.fromisoformat(day),
                times=times,
            )
            for record in (
                decode(one.record.encode()) for one in kept if one.device != own and '"looked":{}' not in one.record
            )
            for day, times in record.looked.items()
        ]
        looks.sort(key=lambda look: (look.day, look.person), reverse=True)
        return Looks(items=tuple(looks), sentence=msg("team.looks"))


def _when(*, is_shared: bool, is_new_day: bool) -> Message:
    if not is_shared:
        return msg("team.send-off")
    return msg("team.send-today") if is_new_day else msg("team.send-tomorrow")
