"""The team's records in a SharePoint list, or as files until IT made it. VT-C4."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from app.domain.remote_errors import RemoteConflict, RemoteGone
from app.domain.team_board import Posted, Reach
from app.remote.office365.downloads import Downloads
from app.remote.office365.drive import SiteDrive
from app.remote.office365.status_files import LOOK_AGAIN, FileStatusBoard, ListOrFiles
from app.remote.office365.status_list import ListStatusBoard
from tests.microsoft365 import Microsoft365
from tests.microsoft365.lists_state import Column, SharePointList
from tests.remote.office365.laptop import ANNA, Laptop, laptop

LIST = "Vroom team status"
BO, LEAD = "bo@vroom.example", "lead@vroom.example"
A_DEVICE, B_DEVICE = "a" * 26, "b" * 26
ONE, TWO = b'{"sequence":1}', b'{"sequence":2}'


def make_list(service: Microsoft365, *, indexed: bool = True) -> SharePointList:
    """As the script of IT makes it."""
    columns = [Column("Device", indexed=indexed), Column("Record", "note")]
    return service.add_list(LIST, columns, reads_own=True, edits_own=True)


class Boards:
    """A board for each laptop. `seconds` is their clock."""

    def __init__(self, service: Microsoft365) -> None:
        self.service = service
        self.seconds = 0.0
        self.made: list[Laptop] = []

    def of(self, mail: str = ANNA) -> ListOrFiles:
        made = laptop(self.service, mail=mail)
        self.made.append(made)
        office = made.office
        files = FileStatusBoard(SiteDrive(office.client, office.site), Downloads(office.client, office.silence))
        return ListOrFiles(ListStatusBoard(office.list(LIST)), files, "vroom", lambda: self.seconds)


@pytest.fixture
def boards(microsoft365: Microsoft365) -> Iterator[Boards]:
    microsoft365.add_person(BO, "Bo Bakker", access="write")
    microsoft365.add_person(LEAD, "Lena Lead", access="owner")
    made = Boards(microsoft365)
    yield made
    for one in made.made:
        one.session.close()


With = Callable[[Microsoft365], object]


@pytest.mark.parametrize("prepare", [make_list, lambda service: make_list(service, indexed=False), lambda _: None])
class TestEither:
    """The same of a list, of a list without its index, and of files."""

    def test_nothing_stands_there_at_first(self, boards: Boards, prepare: With) -> None:
        prepare(boards.service)
        board = boards.of()
        assert board.own(A_DEVICE) is None
        assert board.changes({}, None).posted == ()

    def test_what_was_posted_is_read_with_who_wrote_it(self, boards: Boards, prepare: With) -> None:
        prepare(boards.service)
        board = boards.of()
        board.post(A_DEVICE, ONE, None)
        own = board.own(A_DEVICE)
        assert own is not None
        assert (own.content, own.written_by) == (ONE, ANNA)
        [seen] = boards.of(LEAD).changes({}, None).posted
        assert (seen.content, seen.written_by) == (ONE, ANNA)

    def test_it_is_written_over_and_stays_one(self, boards: Boards, prepare: With) -> None:
        prepare(boards.service)
        board = boards.of()
        first = board.post(A_DEVICE, ONE, None)
        second = board.post(A_DEVICE, TWO, board.own(A_DEVICE))
        assert (second.name, second.stamp != first.stamp) == (first.name, True)
        assert [posted.content for posted in boards.of(LEAD).changes({}, None).posted] == [TWO]

    def test_what_changed_meanwhile_is_not_written_over(self, boards: Boards, prepare: With) -> None:
        prepare(boards.service)
        board = boards.of()
        board.post(A_DEVICE, ONE, None)
        before = board.own(A_DEVICE)
        board.post(A_DEVICE, TWO, before)
        with pytest.raises(RemoteConflict):
            board.post(A_DEVICE, ONE, before)

    def test_only_what_changed_is_told_again(self, boards: Boards, prepare: With) -> None:
        prepare(boards.service)
        for device, mail in ((A_DEVICE, ANNA), (B_DEVICE, BO)):
            boards.of(mail).post(device, ONE, None)
        lead = boards.of(LEAD)
        first = lead.changes({}, None)
        known = {posted.name: posted.stamp for posted in first.posted}
        assert len(known) == 2
        assert lead.changes(known, first.cursor).posted == ()
        boards.of(BO).post(B_DEVICE, TWO, boards.of(BO).own(B_DEVICE))
        second = lead.changes(known, first.cursor)
        assert [posted.content for posted in second.posted] == [TWO]
        assert second.gone == ()

    def test_the_own_record_may_be_touched_by_its_person_alone_where_the_list_is(
        self, boards: Boards, prepare: With
    ) -> None:
        prepare(boards.service)
        boards.of().post(A_DEVICE, ONE, None)
        reach = boards.of().readers().reach
        assert boards.of(BO).shows_others(B_DEVICE) is (reach is Reach.SITE)
        assert boards.of(LEAD).shows_others("c" * 26)
        assert not boards.of().shows_others(A_DEVICE)

    def test_publishing_takes_three_requests_at_most(self, boards: Boards, prepare: With) -> None:
        prepare(boards.service)
        board = boards.of()
        board.post(A_DEVICE, ONE, board.own(A_DEVICE))
        boards.service.forget_requests()
        board.post(A_DEVICE, TWO, board.own(A_DEVICE))
        assert len(boards.service.seen()) <= 3


class TestList:
    def test_a_record_that_went_is_told(self, boards: Boards) -> None:
        lines = boards.service.add_list(LIST, [Column("Device", indexed=True), Column("Record", "note")])
        boards.of().post(A_DEVICE, ONE, None)
        lead = boards.of(LEAD)
        first = lead.changes({}, None)
        [name] = [posted.name for posted in first.posted]
        lines.delete(lines.items[int(name)], boards.service.people[ANNA])
        known = {posted.name: posted.stamp for posted in first.posted}
        assert lead.changes(known, first.cursor).gone == (name,)
        assert boards.of(LEAD).changes(known, None).gone == (name,)

    def test_a_line_that_somebody_else_changed_names_them(self, boards: Boards) -> None:
        """VT-C4: no laptop can pretend to be the writer."""
        lines = boards.service.add_list(LIST, [Column("Device", indexed=True), Column("Record", "note")])
        posted = boards.of().post(A_DEVICE, ONE, None)
        lines.update(lines.items[int(posted.name)], {"Record": TWO.decode()}, boards.service.people[BO])
        [seen] = boards.of(LEAD).changes({}, None).posted
        assert (seen.content, seen.written_by) == (TWO, BO)

    def test_a_line_that_somebody_began_by_hand_is_nobodys_word(self, boards: Boards) -> None:
        lines = boards.service.add_list(LIST, [Column("Device", indexed=True), Column("Record", "note")])
        lines.add({"Title": "proef"}, boards.service.people[BO])
        assert boards.of(LEAD).changes({}, None).posted == ()

    def test_leads_and_owners_read_it(self, boards: Boards) -> None:
        make_list(boards.service)
        assert boards.of().readers().reach is Reach.LEADS


class TestNoList:
    def test_everybody_who_opens_the_site_reads_the_files(self, boards: Boards) -> None:
        board = boards.of()
        board.post(A_DEVICE, ONE, None)
        assert board.readers().reach is Reach.SITE
        assert boards.service.drive.paths() == [f"Vroom assistant/status/{A_DEVICE}.json"]

    def test_the_list_is_used_once_it_is_there(self, boards: Boards) -> None:
        board = boards.of()
        board.post(A_DEVICE, ONE, board.own(A_DEVICE))
        make_list(boards.service)
        boards.seconds = LOOK_AGAIN - 1
        assert board.own(A_DEVICE) is not None
        boards.seconds = LOOK_AGAIN
        assert board.own(A_DEVICE) is None
        board.post(A_DEVICE, TWO, None)
        assert board.readers().reach is Reach.LEADS

    def test_a_list_that_went_is_no_end(self, boards: Boards) -> None:
        with pytest.raises(RemoteGone):
            boards.of()._lines.own(A_DEVICE)
        assert isinstance(boards.of().post(A_DEVICE, ONE, None), Posted)

    def test_a_board_is_seen_before_it_was_asked_for_anything(self, boards: Boards) -> None:
        assert boards.of().readers().reach is Reach.SITE
        make_list(boards.service)
        assert boards.of().readers().reach is Reach.LEADS
