"""The one catalogue: both languages complete, every id used and used literally."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("nl", "en")


def catalogue(language: str) -> Catalog:
    with (ROOT / "resources" / "i18n" / language / "LC_MESSAGES" / "vroom.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def entries(language: str) -> dict[str, Entry]:
    return {ids_of(entry)[0]: entry for entry in catalogue(language) if entry.id}


def ids_of(entry: Entry) -> tuple[str, ...]:
    return (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)


def texts_of(entry: Entry) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def calls_of_msg() -> Iterator[tuple[str, ast.Call]]:
    for source in sorted((ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "msg" and node.args:
                yield f"{source.relative_to(ROOT).as_posix()}:{node.lineno}", node


def ids_in(node: ast.expr) -> tuple[str, ...]:
    """The ids that stand in the first argument of msg(): one, or two with a condition; none when it is built."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return (node.value,)
    return ids_in(node.body) + ids_in(node.orelse) if isinstance(node, ast.IfExp) else ()


def literals() -> set[str]:
    """Every string that stands in the code: an id that is kept in a table counts as used too."""
    return {
        node.value
        for source in (ROOT / "app").rglob("*.py")
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def families() -> set[str]:
    """Beginnings of ids that one named function completes from a closed list: `Message(f"kind.{kind}", …)`."""
    return {
        node.args[0].values[0].value
        for source in (ROOT / "app" / "domain").rglob("*.py")
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Message" and node.args
        if isinstance(node.args[0], ast.JoinedStr) and isinstance(node.args[0].values[0], ast.Constant)
    }


def test_both_languages_have_the_same_entries():
    dutch, english = entries("nl"), entries("en")
    assert sorted(dutch) == sorted(english)
    assert {i for i, entry in dutch.items() if entry.pluralizable} == {
        i for i, entry in english.items() if entry.pluralizable
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_missing_or_in_doubt(language: str):
    assert [i for i, entry in entries(language).items() if entry.fuzzy or not all(texts_of(entry))] == []
    plural = [ids_of(entry) for entry in entries(language).values() if entry.pluralizable]
    assert [ids for ids in plural if ids[1] != f"{ids[0]}.many"] == []


def test_both_languages_fill_in_the_same():
    dutch, english = entries("nl"), entries("en")
    differing = {
        id_: [sorted(placeholders(text)) for text in (*texts_of(entry), *texts_of(english[id_]))]
        for id_, entry in dutch.items()
        if placeholders(texts_of(entry)[-1]) != placeholders(texts_of(english[id_])[-1])
        or not placeholders(texts_of(entry)[0]) <= placeholders(texts_of(entry)[-1])
        or not placeholders(texts_of(english[id_])[0]) <= placeholders(texts_of(english[id_])[-1])
    }
    assert differing == {}


def test_ids_are_used_literally():
    """A built id hides from whoever looks for its text, and from the two tests below."""
    built = [where for where, call in calls_of_msg() if not ids_in(call.args[0])]
    assert built == []


def test_every_id_that_is_used_has_a_text():
    known = entries("nl")
    missing = {id_: where for where, call in calls_of_msg() for id_ in ids_in(call.args[0]) if id_ not in known}
    assert missing == {}


def test_every_placeholder_is_given():
    known = entries("nl")
    lacking = {}
    for where, call in calls_of_msg():
        given = {keyword.arg for keyword in call.keywords}
        for entry in (known[id_] for id_ in ids_in(call.args[0]) if id_ in known and None not in given):
            wanted = set().union(*(placeholders(text) for text in texts_of(entry)))
            if absent := (wanted | ({"n"} if entry.pluralizable else set())) - given:
                lacking[where] = sorted(absent)
    assert lacking == {}


def test_no_text_is_left_over():
    used, begun = literals(), tuple(families())
    assert [id_ for id_ in entries("nl") if id_ not in used and not id_.startswith(begun)] == []


def test_every_family_has_members():
    known = entries("nl")
    assert [family for family in families() if not any(id_.startswith(family) for id_ in known)] == []


def test_dutch_addresses_the_person_with_je():
    formal = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)
    assert [id_ for id_, entry in entries("nl").items() for text in texts_of(entry) if formal.search(text)] == []
