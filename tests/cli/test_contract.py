"""The commands and options are those of the contract, and every one of them explains itself in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from app.cli.main import console_for, main, root
from app.domain.messages import argument_text, column_text, help_text, option_text
from tests.cli.contract import COMMANDS, NOT_BUILT
from tests.test_catalogue import ROOT, entries

LATER = {"nl": "komt in een latere versie", "en": "A later version brings this command"}


def commands(
    group: click.Group, ctx: click.Context, words: tuple[str, ...] = ()
) -> Iterator[tuple[str, click.Command]]:
    """Every command and group with the words by which it is called."""
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        yield " ".join((*words, name)), command
        if isinstance(command, click.Group):
            yield from commands(command, ctx, (*words, name))


@pytest.fixture(scope="module")
def known() -> dict[str, click.Command]:
    ctx = click.Context(root, info_name="vroom-assistant")
    return dict(commands(root, ctx))


@pytest.mark.parametrize("words", COMMANDS)
def test_a_command_takes_what_the_contract_says(known: dict[str, click.Command], words: str):
    taken = {name for param in known[words].params for name in param.opts}
    assert set(COMMANDS[words].split()) - taken == set()


@pytest.mark.parametrize("words", NOT_BUILT)
def test_what_is_not_built_says_so(words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--data-dir", str(tmp_path / "data"), "--lang", "en", *words.split()]) == 3
    out, err = capsys.readouterr()
    assert (out, "is not built yet" in err) == ("", True)


def test_every_command_option_and_argument_has_a_text(known: dict[str, click.Command]):
    texts = entries("nl")
    wanted = {help_text(words.replace(" ", "-")).id for words in known} | {help_text("all").id}
    for command in (root, *known.values()):
        for param in command.params:
            name = param.opts[-1].lstrip("-")
            text = option_text(name) if isinstance(param, click.Option) else argument_text(name)
            wanted.add(text.id)
    assert sorted(wanted - set(texts)) == []


def test_no_text_of_a_command_is_left_over(known: dict[str, click.Command]):
    named = {words.replace(" ", "-") for words in known} | {"all"}
    options = {param.opts[-1].lstrip("-") for command in (root, *known.values()) for param in command.params}
    left = [
        id_
        for id_ in entries("nl")
        if (id_.startswith("help.") and not id_.startswith("help.word-") and id_.removeprefix("help.") not in named)
        or (id_.startswith("option.") and id_.rpartition(".")[2] not in options)
        or (id_.startswith("argument.") and id_.removeprefix("argument.") not in options)
    ]
    assert left == []


def test_every_heading_that_is_used_has_a_text():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "app" / "cli").rglob("*.py"))
    headings = {id_ for id_ in entries("nl") if id_.startswith("column.")}
    unused = {id_ for id_ in headings if f'"{id_.removeprefix("column.")}")' not in sources}
    assert unused == set()
    assert column_text("id").id in headings


@pytest.mark.parametrize("language", ["nl", "en"])
def test_help_of_every_command_teaches_in_the_language_asked_for(
    language: str, known: dict[str, click.Command], capsys: pytest.CaptureFixture[str]
):
    ours, theirs = (("Gebruik:", "Opties:"), ("Usage:", "Options:"))[:: 1 if language == "nl" else -1]
    for words, command in known.items():
        assert main(["--lang", language, *words.split(), "--help"]) == 0
        shown = capsys.readouterr().out
        assert shown.startswith(f"{ours[0]} vroom-assistant {words}")
        assert ours[1] in shown
        assert not any(word in shown for word in theirs)
        assert "Show this message and exit." not in shown
        assert not re.search(r"\{\w+\}", shown)
        teaches = f"\n    vroom-assistant {words}" in shown or isinstance(command, click.Group)
        assert teaches or LATER[language] in shown, words


def test_examples_in_the_help_fit_a_terminal_and_are_not_rewrapped(capsys: pytest.CaptureFixture[str]):
    main(["--lang", "en", "agreement", "add", "--help"])
    shown = capsys.readouterr().out
    assert '\n    vroom-assistant agreement add VBS-1 --scope "Payroll file 2026" \\\n        --purpose' in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_a_group_without_a_command_shows_its_help_as_an_error(capsys: pytest.CaptureFixture[str]):
    assert main(["--lang", "nl", "finding"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "finding resolve fw2xa6 --seal k3mq7d" in err


def test_help_needs_no_data_directory(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--data-dir", str(tmp_path / "data"), "client", "--help"]) == 0
    assert not (tmp_path / "data").exists()
    assert capsys.readouterr().err == ""


def test_a_console_builds_nothing_until_a_command_needs_it(tmp_path: Path):
    console_for(str(tmp_path / "data"), "nl").close()
    assert not (tmp_path / "data").exists()


def test_the_command_line_itself_wants_a_command(capsys: pytest.CaptureFixture[str]):
    """Without one the window opens, and where there is no display the guards run (tests/ui/test_entry.py)."""
    assert main(["--lang", "en"]) == 2
    assert "status" in capsys.readouterr().err
