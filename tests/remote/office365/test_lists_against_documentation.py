"""Lines of a list where answers are as short as the documentation's examples: people by name and id, no tag after a change.

Sources: https://learn.microsoft.com/graph/api/resources/identity , listitem-create , listitem-update
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.microsoft365 import Microsoft365
from tests.microsoft365.lists_state import SharePointList as ServerList
from tests.remote.office365.laptop import ANNA
from tests.remote.office365.test_status_board import A_DEVICE, BO, LEAD, ONE, TWO, Boards, make_list

THREE = b'{"sequence":3}'


@pytest.fixture
def boards(microsoft365: Microsoft365) -> Iterator[Boards]:
    microsoft365.add_person(BO, "Bo Bakker")
    microsoft365.add_person(LEAD, "Lena Lead", access="owner")
    make_list(microsoft365)
    microsoft365.be_sparse()
    made = Boards(microsoft365)
    yield made
    for one in made.made:
        one.session.close()


def lines(service: Microsoft365) -> ServerList:
    return service.world.lists[0]


def test_a_line_is_written_over_again_and_again(boards: Boards) -> None:
    board = boards.of()
    first = board.post(A_DEVICE, ONE, None)
    second = board.post(A_DEVICE, TWO, board.own(A_DEVICE))
    third = board.post(A_DEVICE, THREE, second)
    assert len({first.stamp, second.stamp, third.stamp}) == 3
    [seen] = boards.of(LEAD).changes({}, None).posted
    assert (seen.content, seen.stamp) == (THREE, third.stamp)


def test_publishing_still_takes_three_requests_at_most(boards: Boards) -> None:
    board = boards.of()
    board.post(A_DEVICE, ONE, None)
    boards.service.forget_requests()
    board.post(A_DEVICE, TWO, board.own(A_DEVICE))
    assert len(boards.service.requests) <= 3


@pytest.mark.parametrize("mail", [BO, LEAD])
def test_a_line_that_somebody_else_wrote_over_is_not_its_persons(boards: Boards, mail: str) -> None:
    """Without mail addresses it still shows that the last writer is not the author."""
    boards.of().post(A_DEVICE, ONE, None)
    service = boards.service
    [line] = lines(service).items.values()
    lines(service).edits_own = False
    lines(service).update(line, {"Record": TWO.decode()}, service.people[mail])
    [seen] = boards.of(LEAD).changes({}, None).posted
    assert seen.content == TWO
    assert seen.written_by is not None
    assert seen.written_by != ANNA


def test_a_line_of_its_own_author_is_nobody_elses(boards: Boards) -> None:
    boards.of().post(A_DEVICE, ONE, None)
    [seen] = boards.of(LEAD).changes({}, None).posted
    assert seen.written_by in (None, ANNA)


def test_a_file_that_somebody_else_wrote_over_is_not_its_persons(boards: Boards) -> None:
    """The same of files, which stand in for the list until IT made it."""
    service = boards.service
    service.world.lists.clear()
    boards.of().post(A_DEVICE, ONE, None)
    service.drive.as_person(BO).put(f"Vroom assistant/status/{A_DEVICE}.json", TWO)
    [seen] = boards.of(LEAD).changes({}, None).posted
    assert seen.content == TWO
    assert seen.written_by not in (None, ANNA)
