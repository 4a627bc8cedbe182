"""Whose word counts, and which word of it. VT-C4."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card_trust import Trust
from app.domain.team_judging import Keys, Word, claimed_device, following, read
from app.domain.team_record import Head, RecordProblem, RecordRefused, TeamRecord, digest_of, encode
from tests.domain.team_samples import ANNA, BO, CHRIS, TODAY, make_record

P = RecordProblem
MAIL = "anna@adviesbureau.example"


def word(**changes: Any) -> Word:
    record = make_record(**changes)
    return Word(record=record, digest=digest_of(encode(record)))


def problem(last: Word | None, record: TeamRecord) -> RecordProblem | None:
    return following(last, record, digest_of(encode(record)))


class TestReading:
    @pytest.mark.parametrize("written_by", [None, MAIL, MAIL.upper()])
    def test_a_genuine_record_of_its_person_counts(self, written_by: str | None) -> None:
        record = make_record()
        assert read(encode(record), written_by, TODAY) == record

    def test_a_record_that_somebody_else_put_there_does_not(self) -> None:
        with pytest.raises(RecordRefused) as error:
            read(encode(make_record()), "bo@adviesbureau.example", TODAY)
        assert error.value.problem is P.OTHER_PERSON

    def test_a_record_that_was_tampered_with_does_not(self) -> None:
        content = encode(make_record()).replace(b'"overdue":0', b'"overdue":1')
        with pytest.raises(RecordRefused) as error:
            read(content, MAIL, TODAY)
        assert error.value.problem is P.BAD_SIGNATURE

    @pytest.mark.parametrize(("days", "counts"), [(0, True), (1, True), (2, False), (400, False)])
    def test_a_record_of_the_day_after_tomorrow_does_not(self, days: int, counts: bool) -> None:
        content = encode(make_record(date=(TODAY + timedelta(days=days)).isoformat()))
        if counts:
            assert read(content, None, TODAY).day == TODAY + timedelta(days=days)
            return
        with pytest.raises(RecordRefused) as error:
            read(content, None, TODAY)
        assert error.value.problem is P.FUTURE

    def test_a_row_of_a_refused_record_is_named_by_the_key_in_it(self) -> None:
        content = encode(make_record()).replace(b'"overdue":0', b'"overdue":1')
        assert claimed_device(content) == ANNA.device
        assert claimed_device(content.replace(ANNA.device.encode(), BO.device.encode())) is None
        assert claimed_device(b"nothing") is None


class TestFollowing:
    def test_the_first_word_of_a_device_is_taken(self) -> None:
        assert problem(None, make_record(sequence=40)) is None

    def test_the_same_word_again_is_no_news(self) -> None:
        last = word()
        assert following(last, last.record, last.digest) is None

    def test_the_next_word_names_the_one_before(self) -> None:
        last = word()
        head = Head(seq=11, hash="1" * 64)
        assert problem(last, make_record(sequence=2, previous=last.digest, head=head)) is None
        assert problem(last, make_record(sequence=2, previous="f" * 64, head=head)) is P.FORKED
        assert problem(last, make_record(sequence=2, previous=None, head=head)) is P.FORKED

    def test_another_word_with_the_same_number_is_a_fork(self) -> None:
        assert problem(word(), make_record(overdue=1)) is P.FORKED

    @pytest.mark.parametrize("sequence", [1, 3])
    def test_an_older_word_is_a_rollback(self, sequence: int) -> None:
        assert problem(word(sequence=5), make_record(sequence=sequence)) is P.ROLLED_BACK

    def test_words_in_between_may_have_been_missed(self) -> None:
        assert problem(word(), make_record(sequence=9, previous="e" * 64, head=Head(seq=12, hash="2" * 64))) is None

    @pytest.mark.parametrize(
        "head", [Head(seq=9, hash="0" * 64), Head(seq=10, hash="1" * 64), Head(seq=0, hash="0" * 64)]
    )
    @pytest.mark.parametrize("sequence", [2, 9])
    def test_a_journal_that_shrank_or_differs_is_a_store_put_back(self, head: Head, sequence: int) -> None:
        last = word()
        assert problem(last, make_record(sequence=sequence, previous=last.digest, head=head)) is P.JOURNAL_SHRANK

    @given(st.lists(st.integers(1, 6), min_size=1, max_size=12))
    def test_whatever_is_offered_in_whatever_order_the_number_kept_never_falls(self, offered: list[int]) -> None:
        chain: list[Word] = []
        for number in range(1, 7):
            previous = chain[-1].digest if chain else None
            chain.append(word(sequence=number, previous=previous, head=Head(seq=10 + number, hash=f"{number:064x}")))
        kept: Word | None = None
        for number in offered:
            told = chain[number - 1]
            before = 0 if kept is None else kept.record.sequence
            if following(kept, told.record, told.digest) is None:
                kept = told
            assert kept is not None
            assert kept.record.sequence == max(before, number)


class TestKeys:
    """Own device: CHRIS. ANNA has mail MAIL."""

    def keys(self, *known: str, named: bool = False, expected: frozenset[str] = frozenset()) -> Keys:
        trust = Trust(known=frozenset({*known, CHRIS.device}), leads=frozenset())
        return Keys(trust=trust, own=CHRIS.device, are_named=named, expected=expected)

    def test_a_team_that_names_nobody_takes_the_first_key_of_a_person(self) -> None:
        assert not self.keys().is_new(ANNA.device, MAIL, [])
        assert not self.keys().is_new(ANNA.device, MAIL, [ANNA.device])

    def test_and_every_further_key_of_that_person_is_new(self) -> None:
        assert self.keys().is_new(BO.device, MAIL, [ANNA.device])
        assert not self.keys(BO.device).is_new(BO.device, MAIL, [ANNA.device])

    def test_people_without_an_address_cannot_be_told_apart_by_it(self) -> None:
        assert not self.keys().is_new(BO.device, "", [ANNA.device])

    def test_a_team_that_names_devices_knows_no_others(self) -> None:
        assert self.keys(ANNA.device, named=True).is_new(BO.device, "bo@adviesbureau.example", [])
        assert not self.keys(ANNA.device, named=True).is_new(ANNA.device, MAIL, [])
        assert not self.keys(named=True).is_new(CHRIS.device, "", [])

    def test_somebody_who_is_not_expected_is_new(self) -> None:
        assert self.keys(expected=frozenset({"bo@adviesbureau.example"})).is_new(ANNA.device, MAIL, [])
        assert not self.keys(expected=frozenset({MAIL})).is_new(ANNA.device, MAIL, [])
