"""How `data/v1.db` was made, for the record: `python -m tests.store.make_v1 TARGET`, with the program of schema version 1.

Never run again over the stored file: it stands for the databases that exist. With a later program it makes one of version
1 with the same content.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from app.domain.card import Card, CardKind, CardState, Role
from app.domain.copy import CopyState, Location
from app.domain.deadline import Trigger
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.identity import FileIdentity
from app.store import Session, Store, schema
from tests.store.samples import KEY, NOT_UTF8, NOW, SEED, a_client, a_copy, a_project, an_agreement

ONLY_FIRST = schema.migrations()[:1]
FINDING = (
    'INSERT INTO findings (id, "group", path, verdict, kinds, reasons, found_at, decide_by, client_id, special, state, '
    "identity, size_bytes, modified_ns, sha256, is_place, first_clean_up) VALUES (?, ?, ?, 'client-data', "
    """'{"bsn":12}', '[{"type":"origin","detail":"zeeduin.example"}]', '2026-11-23T09:00:00Z', """
    "'2026-11-24T09:00:00Z', 'clientv1clientv1', 0, 'open', 'fd00:1a', 2048, 5, ?, 0, 0)"
)


def make(target: Path) -> None:
    with patch.object(schema, "migrations", autospec=True, return_value=ONLY_FIRST):
        store = Store.create(target, KEY, SEED, NOW)
        with store.write(NOW) as session:
            _fill(session)
            session.journal.append("store.created", subject="store", actor="person", data={"schema": 1})
            session.journal.append("project.added", subject="projectv1projectv1", actor="person", data={"goals": 1})
        with store.write(NOW + timedelta(hours=1)) as session:
            session.journal.append("copy.planned", subject="copyv1copyv1", actor="person", project="projectv1projectv1")
        store.close()


def _fill(session: Session) -> None:
    client = a_client(id="clientv1clientv1")
    project = a_project(client, id="projectv1projectv1", documents=(f"/home/a/{NOT_UTF8}",))
    agreement = an_agreement(project, id="agreementv1agreementv1")
    session.clients.add(client)
    session.projects.add(project)
    session.agreements.add(agreement)
    session.copies.add(
        a_copy(
            agreement,
            id="copyv1copyv1",
            location=Location.VAULT,
            name=NOT_UTF8,
            state=CopyState.CHECKED_OUT,
            checked_out_path=f"/home/a/{NOT_UTF8}",
            size_bytes=4096,
            sha256="ef" * 32,
            identity=FileIdentity(volume="fd00", file_id="1b"),
            due_at=NOW + timedelta(hours=168),
            trigger=Trigger.PROJECT_CLOSED,
            planned_at=NOW + timedelta(hours=24),
        )
    )
    connection = session.copies._connection
    connection.execute(FINDING, ("findingv1findingv1", "groupv1groupv1", "/home/a/Downloads/x.xlsx", "cd" * 32))
    folder = WatchedFolder(id="folderv1folderv1", path="/home/a/Downloads", kind=FolderKind.WATCHED, added_at=NOW)
    session.folders.add(folder)
    session.seen.add_many(folder.id, [bytes(16), bytes(range(16))])
    session.settings.set("own.domains", ("firma.example",))
    session.notes.set("rule.VR-P4", {"since": "2026-11-23"})
    session.cards.add(
        Card(
            id="cardv1cardv1",
            kind=CardKind.PROJECT,
            subject=project.id,
            project_id=project.id,
            version=3,
            author="device",
            role=Role.LEAD,
            at=NOW,
            body={"code": "ZD-1"},
            key="key",
            signature="signature",
        ),
        CardState.ACCEPTED,
    )


if __name__ == "__main__":
    make(Path(sys.argv[1]))
