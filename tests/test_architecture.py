"""Keeps the direction of imports and the few places where something special may be done. Source: ARCHITECTURE.md."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "app").rglob("*.py"))

# A module imports from a lower rank only; packages of one rank do not know each other.
RANK = {"__main__": 5, "cli": 4, "ui": 4, "assistant": 3.6, "wiring": 3.5, "guards": 3, "actions": 2} | dict.fromkeys(
    ("vault", "detect", "remote", "store", "report", "system"), 1
)
RANK |= {"domain": 0}

# Reading, writing, waiting, chance or a clock of its own have no place in a rule.
NOT_IN_DOMAIN = {"asyncio", "ctypes", "io", "logging", "multiprocessing", "os", "random", "shutil", "socket"} | {
    *("sqlcipher3", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "winreg")
}
PURE = ("urllib.parse",)  # takes addresses apart and knows no network
# A Path is a value too; what looks at the disk or at the clock is not.
NOT_CALLED_IN_DOMAIN = {"now", "utcnow", "today", "open", "print", "input", "exists", "is_file", "is_dir", "stat"} | {
    *("read_text", "read_bytes", "write_text", "write_bytes", "resolve", "iterdir", "glob", "unlink", "mkdir")
}
# The detector's worker is a process of its own: it is confined without the rest of the program, in modules that begin
# with an underscore and are reached through one of them.
PLATFORM_ASKED_ELSEWHERE = {
    *(path.relative_to(ROOT).as_posix() for path in (ROOT / "app" / "detect" / "process").glob("_[a-z]*.py")),
    "app/detect/reading/_windows_open.py",
    "app/detect/reading/opening.py",
}
VAGUE_NAMES = ("manager", "helper", "helpers", "util", "utils", "common", "misc")


def test_every_package_has_a_place_in_the_direction():
    assert {part(source) for source in SOURCES if source != ROOT / "app" / "__init__.py"} <= set(RANK)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.relative_to(ROOT).as_posix())
class TestEachModule:
    def test_imports_point_one_way(self, source: Path):
        own = part(source)
        wrong = [
            module
            for module in imported(source)
            if module.startswith("app.") and (other := module.split(".")[1]) != own and RANK[other] >= RANK[own]
        ]
        assert wrong == []

    def test_qt_stays_in_the_window(self, source: Path):
        assert part(source) == "ui" or not [module for module in imported(source) if module.startswith("PySide6")]

    def test_platform_parts_are_reached_through_their_package(self, source: Path):
        own_package = ".".join(source.relative_to(ROOT).parent.parts)
        for module in imported(source):
            package, _, name = module.rpartition(".")
            if module.startswith("app.") and name.startswith(("_windows", "_linux")):
                assert package == own_package

    def test_the_platform_is_asked_in_system_alone(self, source: Path):
        asked_elsewhere = source.relative_to(ROOT).as_posix() in PLATFORM_ASKED_ELSEWHERE
        assert part(source) == "system" or asked_elsewhere or not platform_questions(source)

    def test_only_actions_write_the_journal(self, source: Path):
        """VT-B2: one place decides what is recorded."""
        assert part(source) in ("actions", "store") or not journal_writes(source)

    def test_its_name_says_what_it_is_about(self, source: Path):
        assert source.stem.strip("_") not in VAGUE_NAMES


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.relative_to(ROOT).as_posix())
def test_windows_modules_open_with_their_platform(source: Path):
    if not source.name.startswith("_windows"):
        return
    statements = [node for node in tree_of(source).body if not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr)]
    assert ast.unparse(statements[0]) == "assert sys.platform == 'win32'"


@pytest.mark.parametrize("source", sorted((ROOT / "app" / "domain").glob("*.py")), ids=lambda source: source.name)
def test_the_domain_knows_no_files_and_no_clock(source: Path):
    roots = {module.split(".")[0] for module in imported(source) if not module.startswith(PURE)}
    assert not roots & NOT_IN_DOMAIN
    called = [ast.unparse(node.func) for node in ast.walk(tree_of(source)) if isinstance(node, ast.Call)]
    assert [name for name in called if name.split(".")[-1] in NOT_CALLED_IN_DOMAIN] == []


def test_rules_and_guards_run_without_the_window():
    script = "import sys, app.domain, app.guards; print([name for name in sys.modules if name.startswith('PySide6')])"
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def part(source: Path) -> str:
    """The package under app/ (or the module, for those directly in it) that a file belongs to."""
    return source.relative_to(ROOT / "app").parts[0].removesuffix(".py")


def tree_of(source: Path) -> ast.Module:
    return ast.parse(source.read_text(encoding="utf-8"), str(source))


def imported(source: Path) -> Iterator[str]:
    """Full names of what a file imports, wherever the import stands in it; of `from a import b` both a and a.b."""
    for node in ast.walk(tree_of(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source}: relative imports hide the direction"
            module = node.module or ""
            if module == "app":  # a part of it, or its version, which everybody may read
                yield from (f"app.{alias.name}" for alias in node.names if alias.name in RANK)
            else:
                yield from (module, *(f"{module}.{alias.name}" for alias in node.names))


def platform_questions(source: Path) -> list[str]:
    asked = {"sys.platform", "os.name", "platform.system", "platform.platform", "sys.getwindowsversion"}
    texts = (ast.unparse(node) for node in ast.walk(tree_of(source)) if isinstance(node, ast.Attribute))
    return [text for text in texts if text in asked]


def journal_writes(source: Path) -> list[str]:
    calls = (ast.unparse(node.func) for node in ast.walk(tree_of(source)) if isinstance(node, ast.Call))
    return [call for call in calls if call.split(".")[-2:] in (["journal", "append"], ["journal", "record"])]
