"""How the vocabulary of a paper is written down."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

_CHOICE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """`titles`: how such a paper is called. `terms`: what stands in it. `loose_titles`: what it is called too, as other papers
    are: it takes two of its terms more.

    Parted by `|`. `{a,b}` is a choice, `{a,}` may be left out; `~` joins as one word or as two, as Dutch compounds are
    written: `loon~{strook,specificatie}` is four phrases. Case, accents and signs do not matter.
    """

    titles: str
    terms: str = ""
    loose_titles: str = ""


def expanded(words: str) -> Iterator[str]:
    """The phrases that are meant."""
    for phrase in words.split("|"):
        for choice in _chosen(phrase.strip()):
            if "~" in choice:
                yield choice.replace("~", "")
                yield choice.replace("~", " ")
            elif choice:
                yield choice


def _chosen(phrase: str) -> Iterator[str]:
    parts = _CHOICE.split(phrase)
    choices = [[each.strip() for each in part.split(",")] if index % 2 else [part] for index, part in enumerate(parts)]
    return (" ".join("".join(chosen).split()) for chosen in itertools.product(*choices))
