"""The documents say what is true: links lead somewhere, commands exist, tests that are named are there."""

from __future__ import annotations

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import dev
from app import __version__
from app.cli.commands.planned import NAMES as PLANNED
from app.cli.main import COMMANDS, root
from app.domain.settings import SETTINGS, parse_setting

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
EXPECTED = {"README.md", "ARCHITECTURE.md", "SECURITY.md", "CHANGELOG.md", "CONTRIBUTING.md"}

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
# The program as a document names it, to the end of the line or of the code span.
CALL = re.compile(r"(?:vroom-assistant|dev\.py run)(?= [a-z-])(?! run `)([^`\n|#]*)")
TEST = re.compile(r"\btests/[\w/]+(?:\.py)?(?:::(\w+))?")
SOURCE = re.compile(r"(?<!tests/)\b(?:app|benchmarks|installer|resources)/[\w/.]+\w")


def ids(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def without_fences(text: str) -> str:
    return FENCE.sub("", text)


def anchors_of(document: Path) -> set[str]:
    """The anchors of its headings as GitHub makes them."""
    headings = re.findall(r"^#+ +(.+)$", without_fences(text_of(document)), re.MULTILINE)
    plain = (re.sub(r"[^\w\s-]", "", heading.lower().replace("`", "")) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in plain}


def calls_in(text: str) -> Iterator[list[str]]:
    """The arguments of every call of the program, as far as they are written out."""
    joined = text.replace("\\\n", " ")
    for match in CALL.finditer(joined):
        line = re.split(r" (?:>|>>|&&)? ?\|? ?$", match.group(1))[0]
        try:
            words = shlex.split(line)
        except ValueError:  # a quotation that goes on in running text
            words = line.split()
        yield [word.rstrip(".,;:)") for word in words]


def resolve(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the words lead to, and what is left of them. Raises AssertionError for an unknown one."""
    command: click.Command = root
    context = click.Context(command, info_name="vroom-assistant")
    left = [word for word in words if word not in ("--lang", "nl", "en", "--data-dir")]
    while isinstance(command, click.Group) and left and re.fullmatch(r"[a-z][a-z-]*", left[0]):
        found = command.get_command(context, left[0])
        assert found is not None, f"no command {' '.join(words)!r}"
        command, left = found, left[1:]
    return command, left


def options_of(command: click.Command) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts} | {"--help"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids(DOCUMENTS))
class TestEveryDocument:
    def test_its_links_lead_somewhere(self, document: Path):
        for target in LINK.findall(without_fences(text_of(document))):
            if target.startswith("https://"):
                continue
            path, _, anchor = target.partition("#")
            found = (document.parent / path).resolve() if path else document
            assert found.exists(), target
            assert found.is_relative_to(ROOT), target
            assert not anchor or anchor in anchors_of(found), target

    def test_the_commands_it_names_exist_with_their_options(self, document: Path):
        for words in calls_in(text_of(document)):
            command, left = resolve(words)
            wrong = [
                word for word in left if word.startswith("--") and word.partition("=")[0] not in options_of(command)
            ]
            assert wrong == [], words

    def test_the_tests_it_names_are_there(self, document: Path):
        for match in TEST.finditer(text_of(document)):
            path = ROOT / match.group(0).partition("::")[0]
            assert path.exists(), match.group(0)
            if match.group(1):
                names = {node.name for node in ast.walk(ast.parse(text_of(path))) if isinstance(node, ast.FunctionDef)}
                assert match.group(1) in names, match.group(0)

    def test_the_sources_it_names_are_there(self, document: Path):
        missing = [name for name in SOURCE.findall(text_of(document)) if not (ROOT / name.rstrip(".")).exists()]
        assert missing == []

    def test_it_is_whole(self, document: Path):
        text = text_of(document)
        assert text.startswith("# ")
        assert text.endswith("\n")
        assert text.count("```") % 2 == 0


def test_what_a_newcomer_looks_for_is_there():
    assert {path.name for path in DOCUMENTS} >= EXPECTED | {
        "platforms.md",
        "verify-certificate.md",
        "emergency-recovery.md",
    }


class TestReadme:
    text = text_of(ROOT / "README.md")

    def test_names_the_two_commands(self):
        assert re.search(r"^python dev\.py run$", self.text, re.MULTILINE)
        assert re.search(r"^python dev\.py test$", self.text, re.MULTILINE)

    def test_shows_the_demo(self):
        assert "$ python dev.py run demo" in self.text

    def test_names_every_command_as_built_or_planned(self):
        built, planned = self.text.split("| planned |")
        tables = (built[built.index("| built,") :], planned)
        named = [{word for span in INLINE.findall(table) for word in span.split()} for table in tables]
        assert set(COMMANDS) - set(PLANNED) - {"demo"} <= named[0]
        assert set(PLANNED) <= named[1]
        assert not set(PLANNED) & named[0]

    def test_its_policy_is_one_the_assistant_takes(self):
        (policy,) = (content for language, content in FENCE.findall(self.text) if language == "toml")
        for section, values in tomllib.loads(policy).items():
            for key, value in values.items():
                assert f"{section}.{key}" in SETTINGS
                parse_setting(f"{section}.{key}", value)

    def test_counts_the_requirements_right(self):
        from app.domain.traceability import TRACES

        every = tomllib.loads((ROOT / "resources" / "requirements.toml").read_text(encoding="utf-8"))["requirement"]
        assert f"{len(every) - len(TRACES)} of the {len(every)} requirements" in self.text


def test_the_changelog_begins_with_this_version():
    versions = re.findall(r"^## (\S+)", text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == __version__


def test_the_commands_of_dev_py_exist():
    named = {word for document in DOCUMENTS for word in re.findall(r"dev\.py (\w+)", text_of(document))}
    assert dev.__doc__ is not None
    assert {word for word in named if f"dev.py {word}" not in dev.__doc__} == set()


def test_decisions_are_numbered_without_a_gap():
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("decision", DECISIONS, ids=ids(DECISIONS))
def test_a_decision_is_one_page_with_its_four_parts(decision: Path):
    text = text_of(decision)
    assert text.startswith(f"# {int(decision.name[:4])}. ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences", "Alternatives"]
    assert text.count("\n") <= 60


def test_the_map_names_every_package():
    text = text_of(ROOT / "ARCHITECTURE.md")
    packages = [folder.name for folder in (ROOT / "app").iterdir() if (folder / "__init__.py").exists()]
    assert [name for name in packages if f"  {name}/ " not in text] == []


def test_every_guard_and_key_is_described():
    from app.guards.check_outs import CheckOutGuard
    from app.guards.copies.guard import CopiesGuard
    from app.guards.deletion import DeletionGuard
    from app.guards.idle_lock import IdleLockGuard
    from app.guards.team_cards import CardGuard
    from app.guards.upkeep import UpkeepGuard

    text = text_of(ROOT / "ARCHITECTURE.md")
    guards = (CheckOutGuard, CopiesGuard, DeletionGuard, CardGuard, IdleLockGuard, UpkeepGuard)
    assert [guard.name for guard in guards if f"| `{guard.name}` |" not in text] == []


def test_connections_are_made_in_one_place():
    """SECURITY.md, Network. VT-B4: who else wants one has to come by there. That none goes elsewhere is seen in
    tests/cli/test_connections.py."""
    network = {"http", "ssl", "ftplib", "smtplib", "asyncio", "requests", "httpx", "urllib.request", "aiohttp", "msal"}
    found = []
    for source in (ROOT / "app").rglob("*.py"):
        if source.is_relative_to(ROOT / "app" / "remote" / "office365"):
            continue
        for node in ast.walk(ast.parse(text_of(source))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found += [(source.name, name) for name in names if name in network or name.split(".")[0] in network]
    assert found == []
