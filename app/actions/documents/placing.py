"""The folder of a project at the remote: made of its code once, and kept when the project gets another code."""

from __future__ import annotations

from app.domain.document_names import place_of
from app.domain.project import Project
from app.store import DocumentPlace, Session


def place_in(session: Session, project: Project, target: str) -> DocumentPlace:
    """As it is kept for this remote, or as it would be."""
    known = session.documents.place(project.id)
    if known is not None and known.target == target:
        return known
    place = known.place if known is not None else place_of(project.code)
    return DocumentPlace(project_id=project.id, target=target, place=place)
