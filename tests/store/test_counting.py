"""Copies and findings counted in the database: the same as counting them one by one, and from indexes alone."""

from __future__ import annotations

import os
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.copy import OutsideCopy
from app.domain.finding import Finding, FindingState, Reason, ReasonType, Resolution, ResolvedHow, Verdict
from app.domain.identity import new_id
from app.store import Store
from tests.actions.pictures import (
    NOW,
    OFFSETS,
    a_project,
    an_agreement,
    copies_of,
    count_standing,
    count_wanting,
)
from tests.store.samples import DAY, HOUR, KEY, NOT_UTF8, SEED, a_client, rows, taken_back

PROJECTS = [a_project(id=f"project-{n}", code=f"P-{n}", client_id="client") for n in range(2)]
AGREEMENTS = [an_agreement(id=f"agreement-{n}", project_id=PROJECTS[n % 2].id) for n in range(3)]
DOWNLOADS = Path(os.sep, "home", "robin", "Downloads")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.create(tmp_path_factory.mktemp("counting") / "store.db", KEY, SEED, NOW)
    with store.write(NOW) as session:
        session.clients.add(a_client(id="client"))
        for project in PROJECTS:
            session.projects.add(project)
        for agreement in AGREEMENTS:
            session.agreements.add(agreement)
    yield store
    store.close()


# -- copies -----------------------------------------------------------------------------------------------------------


@given(copies_of(AGREEMENTS), st.lists(st.sampled_from(OFFSETS).map(lambda offset: NOW + offset), max_size=6))
@settings(max_examples=100)
def test_copies_are_counted_as_one_would_count_them(
    shared: Store, copies: list[OutsideCopy], edges: list[datetime]
) -> None:
    with taken_back(shared) as session:
        for copy in copies:
            session.copies.add(copy)
        assert sorted(session.copies.standing(edges), key=repr) == sorted(count_standing(copies, edges), key=repr)
        assert sorted(session.copies.wanting(NOW), key=repr) == sorted(count_wanting(copies, NOW), key=repr)


def test_copies_are_counted_without_reading_them(shared: Store) -> None:
    """100,000 of them must not be read for one sentence."""
    with shared.read() as session:
        connection = session.copies._connection
        queries: list[str] = []
        connection.set_trace_callback(queries.append)
        session.copies.standing([NOW])
        session.copies.wanting(NOW)
        connection.set_trace_callback(None)
        counting = [query for query in queries if "GROUP BY" in query]
        plans = [row[3] for query in counting for row in rows(connection, f"EXPLAIN QUERY PLAN {query}")]
    assert len(counting) == 2
    assert any("COVERING INDEX copies_live_alike" in step for step in plans)
    assert any("INDEX copies_wanting" in step for step in plans)
    assert not [step for step in plans if step == "SCAN copies"]


# -- findings ---------------------------------------------------------------------------------------------------------


def a_finding(**changes: Any) -> Finding:
    values: dict[str, Any] = {
        "id": new_id(),
        "group": "groep-1",
        "path": str(DOWNLOADS / "lonen.xlsx"),
        "verdict": Verdict.CLIENT_DATA,
        "kinds": {"bsn": 214},
        "reasons": (Reason(type=ReasonType.ORIGIN, detail="voorbeeldstad.example"),),
        "found_at": NOW,
        "decide_by": NOW + DAY,
        "client_id": "client",
        "size_bytes": 1000,
    }
    return Finding(**(values | changes))


names = st.sampled_from(["lonen.xlsx", "Zoë.csv", NOT_UTF8, "a.b/c.txt".replace("/", os.sep), "lonen", "\ud800.docx"])
reasons = st.lists(
    st.builds(
        Reason,
        type=st.sampled_from(ReasonType),
        detail=st.sampled_from(["voorbeeldstad.example", "é\udcff", "x", "bsn 3"]),
    ),
    max_size=3,
).map(tuple)
findings = st.builds(
    a_finding,
    id=st.builds(new_id),
    group=st.sampled_from(["groep-1", "groep-2", "groep-3"]),
    path=st.builds(lambda name, sub: str(DOWNLOADS.joinpath(*sub, name)), names, st.sampled_from([(), ("uitgepakt",)])),
    verdict=st.sampled_from([Verdict.CLIENT_DATA, Verdict.UNREADABLE]),
    kinds=st.dictionaries(st.sampled_from(["bsn", "iban", "name", "health"]), st.integers(1, 10**6), max_size=3),
    reasons=reasons,
    decide_by=st.sampled_from(OFFSETS).map(lambda offset: NOW + offset),
    client_id=st.sampled_from([None, "client", "other"]),
    special=st.booleans(),
    first_clean_up=st.booleans(),
    is_place=st.just(False),
    size_bytes=st.integers(0, 2**40),
    state=st.sampled_from(FindingState),
)


def resolved(finding: Finding) -> Finding:
    if finding.state is not FindingState.RESOLVED:
        return finding
    return replace(finding, resolution=Resolution(how=ResolvedHow.DELETED, at=NOW - HOUR))


@given(st.lists(findings.map(resolved), max_size=12), st.sampled_from(FindingState))
@settings(max_examples=100)
def test_groups_add_up_to_their_findings(shared: Store, found: list[Finding], state: FindingState) -> None:
    with taken_back(shared) as session:
        for finding in found:
            session.findings.add(finding)
        groups = {group.id: group for group in session.findings.groups(state)}
        single = {id_: session.findings.group_in(state, id_) for id_ in groups}
        waiting = Counter(finding.group for finding in found if finding.state is FindingState.WAITING)
        paths = {id_: session.findings.paths_in_group(state, id_) for id_ in groups}
        asked = {id_: session.findings.asked_at(id_) for id_ in groups}
    members: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        if finding.state is state:
            members[finding.group].append(finding)
    assert set(groups) == set(members)
    assert single == groups
    for id_, group in groups.items():
        of = members[id_]
        assert paths[id_] == [finding.path for finding in of]
        theirs = [f.sealed_at for f in found if f.group == id_ and f.state is FindingState.WAITING and f.sealed_at]
        assert asked[id_] == max(theirs, default=None)
        assert (group.state, group.count, group.waiting) == (state, len(of), waiting[id_])
        assert group.kinds == sum((Counter(finding.kinds) for finding in of), Counter())
        assert set(group.verdicts) == {finding.verdict for finding in of}
        clients = {finding.client_id for finding in of} - {None}
        assert group.client_id == (clients.pop() if len(clients) == 1 else None)
        assert group.several_clients == (len({finding.client_id for finding in of} - {None}) > 1)
        assert (group.special, group.bytes) == (any(f.special for f in of), sum(f.size_bytes for f in of))
        assert group.first_clean_up == all(finding.first_clean_up for finding in of)
        assert (group.found_at, group.decide_by) == (NOW, min(finding.decide_by for finding in of))
        assert group.first_name == Path(of[0].path).name
        assert set(_told(of)) == {r for r in group.reasons if not _is_count(r)}
        assert len(group.reasons) == len(set(group.reasons))
        assert {r.detail for r in group.reasons if _is_count(r)} == {
            f"{kind} {count}" for kind, count in group.kinds.items()
        }
        assert all(finding.path.startswith(group.folder) for finding in of)
        assert group.folder == os.path.commonpath([Path(finding.path).parent for finding in of])


def _told(found: Sequence[Finding]) -> list[Reason]:
    return [reason for finding in found for reason in finding.reasons if not _is_count(reason)]


def _is_count(reason: Reason) -> bool:
    """ "bsn 3": added up over the group. What a document is ("payroll") is told as it was."""
    return reason.type is ReasonType.CONTENT and " " in reason.detail


@given(st.lists(findings.map(resolved), max_size=12))
@settings(max_examples=100)
def test_what_is_left_to_decide_is_counted_as_one_would_count_it(shared: Store, found: list[Finding]) -> None:
    with taken_back(shared) as session:
        for finding in found:
            session.findings.add(finding)
        counts = session.findings.standing(NOW)
    left = [finding for finding in found if finding.state is not FindingState.RESOLVED]
    by_key: defaultdict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for f in left:
        by_key[f.group, f.state, f.first_clean_up, f.is_place, f.client_id, f.project_id].append(f)
    assert {count[:6]: (count.files, count.late, count.decide_by) for count in counts} == {
        key: (len(of), sum(f.decide_by <= NOW for f in of), min(f.decide_by for f in of)) for key, of in by_key.items()
    }


def test_a_place_is_its_own_folder_and_files_of_two_disks_share_none(shared: Store) -> None:
    with taken_back(shared) as session:
        session.findings.add(a_finding(path=str(DOWNLOADS), is_place=True, kinds={}))
        (place,) = session.findings.groups(FindingState.OPEN)
        assert (place.folder, place.is_place) == (str(DOWNLOADS), True)
        session.findings.add(a_finding(group="groep-2", path=f"{os.sep}a{os.sep}x"))
        session.findings.add(a_finding(group="groep-2", path=f"{os.sep}b{os.sep}y"))
        (_, apart) = session.findings.groups(FindingState.OPEN)
        assert apart.folder == os.sep


def test_the_folder_of_a_group_holds_its_odd_names_too(shared: Store) -> None:
    """Names that are not UTF-8 lie as bytes, which sort after all text."""
    below = DOWNLOADS / "uitgepakt"
    with taken_back(shared) as session:
        for path in (below / "a.xlsx", DOWNLOADS / "zzz.xlsx", below / NOT_UTF8):
            session.findings.add(a_finding(path=str(path)))
        (group,) = session.findings.groups(FindingState.OPEN)
    assert group.folder == str(DOWNLOADS)


def test_a_page_of_a_group_comes_in_the_order_of_finding(shared: Store) -> None:
    with taken_back(shared) as session:
        added = [a_finding(path=str(DOWNLOADS / f"{9 - n}.xlsx")) for n in range(9)]
        for finding in added:
            session.findings.add(finding)
        session.findings.add(a_finding(group="groep-2"))
        page = session.findings.page_of_group("groep-1", tuple(FindingState), 3, 4)
        assert page == added[3:7]
        assert session.findings.page_of_group("groep-1", (FindingState.WAITING,), 0, 4) == []


def test_a_migrated_store_counts_too(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    shutil.copyfile(Path(__file__).parent / "data" / "v1.db", path)
    store = Store.open(path, KEY, SEED)
    try:
        with store.read() as session:
            (group,) = session.copies.standing([NOW])
            (wanting,) = session.copies.wanting(NOW)
    finally:
        store.close()
    assert (group.copies, wanting.copies, wanting.copy_id) == (1, 1, "copyv1copyv1")
