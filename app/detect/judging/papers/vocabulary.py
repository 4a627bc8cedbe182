"""All papers with their words, ready to be found in a text."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.detect.judging.papers.of_anybody import OF_ANYBODY
from app.detect.judging.papers.of_clients import OF_CLIENTS
from app.detect.judging.papers.of_firms import OF_FIRMS
from app.detect.judging.papers.of_oneself import OF_ONESELF
from app.detect.judging.papers.of_projects import OF_PROJECTS
from app.detect.judging.papers.words import Words, expanded
from app.detect.judging.phrases import Phrases
from app.domain.papers import Paper

VOCABULARY: Final[Mapping[Paper, Words]] = {**OF_CLIENTS, **OF_PROJECTS, **OF_ONESELF, **OF_FIRMS, **OF_ANYBODY}


@dataclass(frozen=True, slots=True)
class Word:
    """A phrase of the vocabulary, as a mark. `text` keeps the words of one paper apart."""

    paper: Paper
    text: str


@functools.cache
def titles() -> Phrases[Word]:
    return Phrases(_marks(lambda words: words.titles), exact_up_to=0)


@functools.cache
def loose_titles() -> Phrases[Word]:
    return Phrases(_marks(lambda words: words.loose_titles), exact_up_to=0)


@functools.cache
def terms() -> Phrases[Word]:
    return Phrases(_marks(lambda words: words.terms), exact_up_to=0)


def _marks(part: Callable[[Words], str]) -> Iterator[tuple[str, Word]]:
    for paper, words in VOCABULARY.items():
        for phrase in expanded(part(words)):
            yield phrase, Word(paper, phrase.replace(" ", ""))
