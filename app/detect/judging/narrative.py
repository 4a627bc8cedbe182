"""Whether a document tells something of one person in one breath: a name, and what is known of him, in the same sentence.

A word of illness pages away from the names of the attendees is part of a process; "mevrouw X is sinds mei thuis" is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from app.detect.content.lexicon import NOT_NAMES
from app.detect.content.text.carried_on import begins_with_pronoun, goes_on
from app.detect.content.text.name_places import CONTACT, parsed_name
from app.detect.content.text.piece import Hit, Piece
from app.detect.content.text.scan import scan
from app.detect.judging import narrative_phrases as phrases
from app.detect.judging import weights
from app.detect.judging.circumstances import places_of_circumstances, places_of_conduct
from app.domain.finding import SPECIAL_KINDS

_REACH: Final = 240  # bytes between a name and what is told of it
_TALK_LINES: Final = 4
_ACTS_WITHIN: Final = 40
_ALONE_NOT_ENOUGH: Final = frozenset({"address", "employee_number", "iban", "big_number"})
_SLIGHT_LEAST: Final = 2


_FAMILY_MAIL_BYTES: Final = 3_000
_TITLE_BYTES: Final = 24


def tells_of_one(lines: Sequence[bytes], is_own: Callable[[bytes], bool], *, is_addressed: bool) -> bool:
    """`lines`: folded, of running text; `is_own`: whether a name is the consultant's; `is_addressed`: it is a letter to
    somebody else, who is told of himself."""
    piece = Piece(b"\n".join(lines))
    if _is_family_mail(piece.text) or phrases.SPEECH_IN_STORY.search(piece.text) is not None:
        return False
    hits = list(scan(piece).hits)
    names = [hit for hit in hits if hit.kind == "name" and hit.sure and not is_own(hit.value)]
    told = [hit for hit in hits if hit.sure and hit.kind in weights.SENSITIVE_KINDS]
    special = [hit for hit in told if hit.kind in SPECIAL_KINDS]
    is_of_named = any(_is_told(piece, name, told, names) for name in names if _is_subject(piece.text, name))
    return is_of_named or (is_addressed and _is_of_reader(piece, special)) or _is_list(piece, names, special)


def _is_family_mail(text: bytes) -> bool:
    """Whether it is a short mail among relatives, who tell each other of an aunt."""
    is_short = len(text) <= _FAMILY_MAIL_BYTES
    return (
        is_short and phrases.FAMILY_GREETING.match(text) is not None and phrases.FAMILY_CLOSING.search(text) is not None
    )


def _is_of_reader(piece: Piece, special: Sequence[Hit]) -> bool:
    if special and phrases.YOURS.search(piece.text) is not None:
        return True
    return any(
        phrases.YOU.search(piece.text[slice(*piece.sentence(hit.start, hit.end))]) is not None for hit in special
    )


def _is_list(piece: Piece, names: Iterable[Hit], special: Iterable[Hit]) -> bool:
    """Whether line by line something is told of somebody, whatever else stands beside the names."""
    told = {piece.line(hit.start, hit.end)[0] for hit in special}
    return len({name.value for name in names if piece.line(name.start, name.end)[0] in told}) >= weights.BULK_PERSONS


def tells_circumstances_of_one(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> bool:
    """Whether a debt, a dismissal or the like is told in one breath with a name that is not the consultant's."""
    return _are_told(b"\n".join(lines), places_of_circumstances, is_own)


def tells_conduct_of_one(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> bool:
    """Whether it is told in one breath with a name how somebody behaves, is judged or was dismissed: also in minutes."""
    return _are_told(b"\n".join(lines), places_of_conduct, is_own)


def _are_told(text: bytes, find: Callable[[bytes], Sequence[tuple[int, int]]], is_own: Callable[[bytes], bool]) -> bool:
    places = find(text)
    if not places or phrases.IS_STORY.search(text) is not None or _is_family_mail(text):
        return False
    found = [hit for hit in scan(Piece(text)).hits if hit.kind == "name" and not is_own(hit.value)]
    is_of_several = len({hit.value for hit in found if not hit.sure}) >= _SLIGHT_LEAST  # one word may be anything
    names = [hit for hit in found if (hit.sure or is_of_several) and _is_subject(text, hit)]
    said = [Hit("circumstance", start, end, b"") for start, end in places]
    return any(
        _is_in_one_breath(text, name, hit) and not _is_of_others(text, name, hit) for name in names for hit in said
    )


_SPOKEN_OF_BEHIND: Final = 40  # bytes


def _is_of_others(text: bytes, name: Hit, place: Hit) -> bool:
    """Whether what stands between them, or right behind, makes it something else's: "de leverancier komt afspraken niet na"."""
    first, last = sorted((name, place), key=lambda hit: hit.start)
    if first is place and last.start - first.end > _SPOKEN_OF_BEHIND:
        return True
    behind = text[last.end : last.end + _SPOKEN_OF_BEHIND].partition(b".")[0]
    return phrases.OF_OTHERS.search(text[first.end : last.start] + b" | " + behind) is not None


def acts_of_one(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> bool:
    """Whether a sentence begins with what may be a name, in no list, and goes on with how somebody behaves."""
    text = b"\n".join(lines)
    places = places_of_conduct(text)
    return bool(places) and any(
        _is_nobody_known(match[1], match[2])
        and not is_own(b" ".join(match.groups()).lower())
        and any(_acts(text, match.end(), place) for place in places)
        for match in phrases.ACTS.finditer(text)
    )


def _acts(text: bytes, name_end: int, place: tuple[int, int]) -> bool:
    """Whether what is said at a place goes on from a name, in the same sentence."""
    between = text[name_end : place[0]]
    is_near = name_end <= place[0] <= name_end + _ACTS_WITHIN and not any(
        sign in between for sign in (b".", b"\n", b"?")
    )
    return is_near and not _is_of_others(text, Hit("name", name_end, name_end, b""), Hit("conduct", *place, b""))


def _is_nobody_known(*words: bytes) -> bool:
    return not any(word.lower() in NOT_NAMES for word in words)


def _talked_with(line: bytes) -> bytes | None:
    """The name that the title of a note gives, of no office: right behind the title's words, or known from the lists."""
    title = phrases.TALK.match(line)
    if title is None:
        return None
    name = parsed_name(line, title.end(), len(line))
    if name is not None and len(name.value.split()) > 1:
        return name.value if phrases.OFFICE_BEHIND.match(line, name.end) is None else None
    known = (hit for hit in scan(Piece(line)).hits if hit.kind == "name" and hit.sure)
    return next((hit.value for hit in known if _is_subject(line, hit)), None)


def is_talk_about_one(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> bool:
    """Whether it is a note of a talk with somebody else, named in its title, in which something private is told."""
    named = [name for line in lines[:_TALK_LINES] if (name := _talked_with(line)) is not None]
    if not named or any(map(is_own, named)):
        return False
    text = b"\n".join(lines)
    piece = Piece(text)
    told = any(hit.kind in SPECIAL_KINDS for hit in scan(piece).hits)
    return told or bool(places_of_circumstances(text))


def _has_office(text: bytes, end: int) -> bool:
    return phrases.OFFICE_BEHIND.match(text, end) is not None and phrases.STATE_BEHIND.match(text, end) is None


def _is_subject(text: bytes, hit: Hit) -> bool:
    if hit.role == CONTACT:
        return False
    if phrases.KIN.search(text[max(0, hit.start - _TITLE_BYTES) : hit.start]) is not None or phrases.KIN_NAMED.match(
        hit.value
    ):
        return False
    before = text[max(0, hit.start - _TITLE_BYTES) : hit.start]
    return phrases.SPEAKER.search(before) is None and not _has_office(text, hit.end)


def _is_told(piece: Piece, name: Hit, told: Iterable[Hit], names: Sequence[Hit]) -> bool:
    kinds = {
        hit.kind
        for hit in told
        if _is_in_one_breath(piece.text, name, hit) or _is_of_last_named(piece.text, name, hit, names)
    }
    return bool(kinds - _ALONE_NOT_ENOUGH) or len(kinds) >= _SLIGHT_LEAST


def _is_in_one_breath(text: bytes, name: Hit, hit: Hit) -> bool:
    first, last = sorted((name, hit), key=lambda found: found.start)
    if last.start - first.end > _REACH:
        return False
    # With the first letter behind the last line end: it may go on there.
    names = frozenset(name.value.split()) if first is name else frozenset()
    return all(
        phrases.GOES_ON.match(text, end, last.start + 1) is not None
        or goes_on(text, end)
        or _begins_with(text, end, names)
        for end in _ends(text, first.end, last.start + 1)
    )


def _is_of_last_named(text: bytes, name: Hit, hit: Hit, names: Sequence[Hit]) -> bool:
    """Whether the sentence of a find begins with a pronoun, and nobody was named since: "Karin ... Dat is zo. Zij
    krijgt chemo"."""
    if not name.end <= hit.start <= name.end + _REACH or any(name.end <= other.start < hit.start for other in names):
        return False
    paragraph = text[name.end : hit.start]
    begins = list(_ends(text, name.end, hit.start))
    return b"\n\n" not in paragraph and bool(begins) and begins_with_pronoun(text, begins[-1])


def _begins_with(text: bytes, start: int, names: frozenset[bytes]) -> bool:
    """Whether a sentence begins with a part of the name: "Spoke to Emma Whitfield. Emma is suspended"."""
    word = phrases.FIRST_WORD.match(text, start)
    return word is not None and word[1].lower() in names


def _ends(text: bytes, start: int, end: int) -> Iterator[int]:
    for match in phrases.END.finditer(text, start, end):
        if (
            match.group() != b"."
            or phrases.SHORTENED.search(text, max(start, match.start() - 6), match.start()) is None
        ):
            yield match.end()
