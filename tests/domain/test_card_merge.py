"""Joins of what laptops tell each other: any order, any repetition, the same ends. Source: design, Cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.card import Card, CardKind
from app.domain.card_merge import (
    Closed,
    Stood,
    code_told,
    ends_of,
    fold_members,
    free_code,
    is_taken_back,
    merge_agreement,
    merge_client,
    merge_project,
    stricter_terms,
)
from app.domain.client import Client, ClientTerms, Contact, revised
from app.domain.project import TAKE_BACK
from tests.domain.card_samples import make_card
from tests.domain.samples import HOUR, MONDAY, agreement, project

moments = st.integers(0, 120).map(lambda hours: MONDAY + hours * HOUR)
closings = st.tuples(moments, st.integers(0, 48)).map(
    lambda pair: Closed(closed_at=pair[0], entered_at=pair[0] + pair[1] * HOUR)
)


class TestEnds:
    def test_a_project_without_closings_is_active(self) -> None:
        assert ends_of([], []).closed_at is None
        assert ends_of([], [MONDAY]).closed_at is None

    def test_the_earliest_closing_counts(self) -> None:
        """VR-P4"""
        early = Closed(closed_at=MONDAY, entered_at=MONDAY + 30 * HOUR)
        late = Closed(closed_at=MONDAY + HOUR, entered_at=MONDAY + HOUR)
        assert ends_of([late, early], []).closed_at == MONDAY

    def test_a_reopening_within_a_day_takes_the_closing_back(self) -> None:
        closed = Closed(closed_at=MONDAY, entered_at=MONDAY)
        ends = ends_of([closed], [MONDAY + TAKE_BACK])
        assert (ends.closed_at, ends.stood) == (None, ())
        assert is_taken_back(closed, [MONDAY + TAKE_BACK])

    def test_after_a_day_what_existed_keeps_its_end(self) -> None:
        closed, reopened = Closed(closed_at=MONDAY, entered_at=MONDAY), MONDAY + TAKE_BACK + timedelta(seconds=1)
        ends = ends_of([closed], [reopened])
        assert ends.closed_at is None
        assert ends.stood == (Stood(closed_at=MONDAY, reopened_at=reopened),)
        assert not is_taken_back(closed, [reopened])

    def test_a_later_reopening_takes_nothing_more_back(self) -> None:
        closed = Closed(closed_at=MONDAY, entered_at=MONDAY)
        late = MONDAY + 48 * HOUR
        assert ends_of([closed], [late, late + HOUR]).stood == (Stood(closed_at=MONDAY, reopened_at=late),)

    def test_a_closing_after_the_reopening_is_in_force(self) -> None:
        again = Closed(closed_at=MONDAY + 2 * HOUR, entered_at=MONDAY + 2 * HOUR)
        ends = ends_of([Closed(closed_at=MONDAY, entered_at=MONDAY), again], [MONDAY + HOUR])
        assert ends.closed_at == MONDAY + 2 * HOUR

    def test_a_closing_entered_afterwards_counts_from_its_own_moment(self) -> None:
        back_dated = Closed(closed_at=MONDAY, entered_at=MONDAY + 3 * HOUR)
        assert ends_of([back_dated], [MONDAY + HOUR]).closed_at == MONDAY

    @given(st.lists(closings, max_size=5), st.lists(moments, max_size=4), st.randoms(use_true_random=False))
    def test_order_and_repetition_do_not_matter(
        self, told: list[Closed], reopened: list[datetime], rng: object
    ) -> None:
        again, other = [*told, *told], [*reopened, *reopened]
        rng.shuffle(again)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
        rng.shuffle(other)  # type: ignore[attr-defined]
        assert ends_of(again, other) == ends_of(told, reopened)

    @given(st.lists(closings, max_size=5), closings, st.lists(moments, max_size=4))
    def test_one_more_closing_never_moves_an_end_later(
        self, told: list[Closed], one: Closed, reopened: list[datetime]
    ) -> None:
        before, after = ends_of(told, reopened), ends_of([*told, one], reopened)
        assert before.closed_at is None or (after.closed_at is not None and after.closed_at <= before.closed_at)
        assert set(before.stood) <= set(after.stood)


terms = st.builds(
    ClientTerms,
    erasure=st.none() | st.integers(0, 168).map(lambda hours: hours * HOUR),
    decision=st.none() | st.integers(0, 72).map(lambda hours: hours * HOUR),
    retention_years=st.none() | st.integers(2, 9),
    hashed_names=st.booleans(),
)
words = st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True, max_size=3).map(tuple)
clients = st.builds(
    Client,
    id=st.just("c" * 26),
    name=st.sampled_from(["Voorbeeldstad", "Gemeente Voorbeeldstad"]),
    created_at=st.just(MONDAY),
    domains=words,
    keywords=words,
    contacts=words.map(lambda mails: tuple(Contact(name="x", mail=mail) for mail in mails)),
    terms=terms,
)


histories = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["a", "b", "c"]), st.booleans()), max_size=8)


def with_lists(client: Client, words: set[str]) -> Client:
    listed = tuple(sorted(words))
    contacts = tuple(Contact(name="x", mail=f"{word}@v.example") for word in listed)
    return replace(client, domains=listed, keywords=listed, contacts=contacts)


class TestRemoving:
    """Removed is a state: what one person took out does not come back with what others still say."""

    @given(histories, st.permutations([0, 1, 2, 0, 1, 2]))
    def test_three_laptops_come_to_the_same_lists_in_any_order(
        self, history: list[tuple[int, str, bool]], order: list[int]
    ) -> None:
        start = with_lists(Client(id="c", name="Voorbeeldstad", created_at=MONDAY), {"a", "b"})
        laptops = [start, start, start]
        for who, word, is_added in history:
            known = set(laptops[who].domains)
            changed = with_lists(laptops[who], known | {word} if is_added else known - {word})
            laptops[who] = revised(laptops[who], changed)
        forth = backwards = start
        for who in order:
            forth = merge_client(forth, laptops[who], newer=False)
        for who in reversed(order):
            backwards = merge_client(backwards, laptops[who], newer=False)
        for one, other in ((forth, backwards), (merge_client(forth, start, newer=False), forth)):
            assert set(one.domains) == set(other.domains) == set(one.keywords)
            assert {c.mail for c in one.contacts} == {c.mail for c in other.contacts}
            assert one.revisions == other.revisions
        assert {f"{word}@v.example" for word in forth.domains} == {c.mail for c in forth.contacts}

    def test_what_was_removed_stays_away_until_somebody_who_knows_adds_it_again(self) -> None:
        start = with_lists(Client(id="c", name="Voorbeeldstad", created_at=MONDAY), {"a", "b"})
        removed = revised(start, with_lists(start, {"b"}))
        assert [(r.what, r.times) for r in removed.revisions] == [("contacts", 1), ("domains", 1), ("keywords", 1)]
        away = merge_client(start, removed, newer=True)
        assert away.domains == ("b",)
        assert merge_client(away, with_lists(start, {"a", "b"}), newer=True).domains == ("b",)
        again = revised(away, with_lists(away, {"a", "b"}))
        assert set(merge_client(removed, again, newer=False).domains) == {"a", "b"}
        assert set(merge_client(again, removed, newer=True).domains) == {"a", "b"}

    def test_a_contact_who_left_is_remembered_by_neither_name_nor_address(self) -> None:
        start = with_lists(Client(id="c", name="Voorbeeldstad", created_at=MONDAY), {"jan.jansen"})
        assert "jansen" not in repr(revised(start, replace(start, contacts=(), domains=(), keywords=())).revisions[:1])

    def test_a_name_that_is_no_variant_any_more_was_not_removed(self) -> None:
        start = Client(id="c", name="Oud", created_at=MONDAY, variants=("Nieuw",))
        renamed = revised(start, replace(start, name="Nieuw", variants=("Oud",)))
        assert renamed.revisions == ()

    def test_the_newest_name_of_a_contact_counts(self) -> None:
        known = Client(id="c", name="V", created_at=MONDAY, contacts=(Contact(name="Eva", mail="e@v.example"),))
        told = replace(known, contacts=(Contact(name="Eva Smit", mail="e@v.example"),))
        assert merge_client(known, told, newer=True).contacts == told.contacts
        assert merge_client(known, told, newer=False).contacts == known.contacts


class TestClient:
    """VT-A4, VT-T3"""

    @given(clients, clients, clients)
    def test_what_is_recognised_and_demanded_is_the_same_in_any_order(
        self, one: Client, two: Client, six: Client
    ) -> None:
        def sets(client: Client) -> tuple[object, ...]:
            names = {client.name, *client.variants}
            mails = {contact.mail for contact in client.contacts}
            return set(client.domains), set(client.keywords), mails, client.terms, names

        forth = merge_client(merge_client(one, two, newer=False), six, newer=False)
        back = merge_client(merge_client(one, six, newer=False), two, newer=False)
        assert sets(forth) == sets(back)
        assert merge_client(forth, two, newer=False) == forth

    @given(terms, terms)
    def test_terms_only_become_stricter(self, ours: ClientTerms, theirs: ClientTerms) -> None:
        both = stricter_terms(ours, theirs)
        for known in (ours, theirs):
            assert known.erasure is None or (both.erasure is not None and both.erasure <= known.erasure)
            assert known.decision is None or (both.decision is not None and both.decision <= known.decision)
            assert (both.retention_years or 0) >= (known.retention_years or 0)
            assert both.hashed_names >= known.hashed_names

    def test_the_newest_name_counts_and_the_old_one_is_still_recognised(self) -> None:
        known = Client(id="c", name="Oud", created_at=MONDAY, mounts=("/mnt/oud",))
        merged = merge_client(known, Client(id="c", name="Nieuw", created_at=MONDAY), newer=True)
        assert (merged.name, merged.variants, merged.mounts) == ("Nieuw", ("Oud",), ("/mnt/oud",))


class TestProjectAndAgreement:
    def test_a_project_keeps_its_client_and_its_folders(self) -> None:
        known = project()
        merged = merge_project(known, "P-101", "directie", ["benchmark"], newer=True)
        assert (merged.code, merged.principal, merged.goals) == ("P-101", "directie", ("benchmark",))
        assert merged.client_id == known.client_id
        assert merge_project(known, "P-101", None, [], newer=False).code == known.code

    @given(st.none() | moments, st.none() | moments, st.booleans(), st.booleans())
    def test_an_agreement_only_becomes_shorter(
        self, ours: datetime | None, theirs: datetime | None, our_hold: bool, their_hold: bool
    ) -> None:
        """VR-P3: longer only by a new agreement with its own evidence."""
        known, told = agreement(valid_until=ours, hold=our_hold), agreement(valid_until=theirs, hold=their_hold)
        merged = merge_agreement(known, told)
        assert merged == merge_agreement(told, known) == merge_agreement(merged, told)
        assert merged.hold <= our_hold
        assert ours is None or (merged.valid_until is not None and merged.valid_until <= ours)

    def test_two_projects_with_one_code_are_told_apart_by_a_number(self) -> None:
        taken = {"P1", "P1 (2)"}
        assert free_code("P1", taken.__contains__) == "P1 (3)"
        assert free_code("P2", taken.__contains__) == "P2"
        assert code_told("P1 (3)", "P1")
        assert code_told("P1", "P1")
        assert not code_told("P1 x", "P1")
        assert not code_told("P1 (3)", "P.")


def told_members(version: int, id_: str, *members: tuple[str, str | None]) -> Card:
    body = {"members": [{"name": mail, "mail": mail, "until": until} for mail, until in members]}
    return make_card(CardKind.MEMBERS, body, version=version, id_=id_ * 26)


member_cards = st.builds(
    told_members,
    st.integers(1, 4),
    st.sampled_from("abcd"),
    st.tuples(st.sampled_from(["x@v.nl", "y@v.nl"]), st.sampled_from([None, "2026-12-01T00:00:00Z"])),
)


class TestMembers:
    """VR-P2"""

    def test_who_was_removed_stays_removed_although_an_older_list_comes_later(self) -> None:
        removed = told_members(2, "b", ("x@v.nl", "2026-11-23T09:00:00Z"))
        older = told_members(1, "a", ("x@v.nl", None), ("y@v.nl", None))
        members = {member.mail: member.until for member in fold_members([removed, older])}
        assert members == {"x@v.nl": MONDAY, "y@v.nl": None}

    def test_of_two_lists_made_at_once_the_earlier_end_counts(self) -> None:
        ends = told_members(2, "a", ("x@v.nl", "2026-11-23T09:00:00Z"))
        stays = told_members(2, "b", ("x@v.nl", None))
        assert [member.until for member in fold_members([ends, stays])] == [MONDAY]

    @given(st.lists(member_cards, max_size=6), st.randoms(use_true_random=False))
    def test_order_and_repetition_do_not_matter(self, cards: list[Card], rng: object) -> None:
        again = [*cards, *cards]
        rng.shuffle(again)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
        assert fold_members(again) == fold_members(cards)
