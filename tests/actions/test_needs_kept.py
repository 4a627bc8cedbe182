"""What is to be decided about projects that are over, and who reaches them, as the rules tell it. VR-P2, VR-R1, VT-O1."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.actions.needs.kept import kept_needs
from app.actions.needs.scene import scene_of
from app.actions.picture import Picture
from app.domain.audience import PlaceLook
from app.domain.project import Member, ProjectStatus
from app.domain.rules import RuleState
from app.domain.storage_place import StoragePlace, StoreKind
from app.domain.today import Need, NeedAction, NeedKind
from app.system.language import local_zone
from tests.actions.pictures import a_copy, a_project, calm, with_copies

DAY = timedelta(days=1)


def needs(picture: Picture) -> list[Need]:
    return list(kept_needs(scene_of(picture, local_zone())))


def closed(picture: Picture, ended: timedelta) -> Picture:
    """With a project whose term ended so long ago."""
    until = picture.now - ended
    project = a_project(status=ProjectStatus.CLOSED, closed_at=until - 731 * DAY, retention_until=until)
    return replace(picture, projects={**picture.projects, project.id: project})


def test_a_calm_laptop_asks_nothing() -> None:
    assert needs(calm()) == []


def test_a_review_is_shown_at_once_and_pressing_after_a_year() -> None:
    (fresh,) = needs(closed(calm(), DAY))
    (late,) = needs(closed(calm(), 366 * DAY))
    assert [(n.kind, n.state, n.action) for n in (fresh, late)] == [
        (NeedKind.RETENTION, RuleState.OK, NeedAction.SHOW_PROJECT),
        (NeedKind.RETENTION, RuleState.ATTENTION, NeedAction.SHOW_PROJECT),
    ]
    assert fresh.subject == a_project().id


def test_within_the_term_nothing_is_asked() -> None:
    assert needs(closed(calm(), -DAY)) == []


def test_who_reaches_a_place_and_should_not() -> None:
    picture, project = calm(), a_project()
    look = PlaceLook(id=project.id, looked_at=picture.now, outsiders=2, uncertain=0, grants=3)
    (need,) = needs(replace(picture, projects={project.id: project}, place_looks={project.id: look}))
    assert (need.kind, need.state, need.count, need.subject) == (NeedKind.AUDIENCE, RuleState.ATTENTION, 2, project.id)


def test_a_store_whose_country_nobody_recorded() -> None:
    (need,) = needs(replace(calm(), storage=(StoragePlace(kind=StoreKind.FOLDER),)))
    assert (need.kind, need.state, need.action) == (NeedKind.STORAGE, RuleState.UNKNOWN, NeedAction.SHOW_DOCTOR)


def test_copies_that_outlast_a_membership() -> None:
    picture = calm()
    member = Member(name="Robin", mail="robin@bureau.example", until=picture.now)
    project = a_project(members=(member,))
    picture = replace(picture, projects={project.id: project}, own_mail="robin@bureau.example")
    (need,) = needs(with_copies(picture, a_copy()))
    assert (need.kind, need.state, need.rules) == (NeedKind.MEMBERSHIP, RuleState.ATTENTION, ("VT-C1", "VT-C3"))
