"""Several files at once: which of them can be added is told beforehand, and one that cannot keeps no other from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.copy import Location
from app.domain.errors import InputError, Stopped
from tests.actions.laptop import Laptop


def words(laptop: Laptop, paths: list[Path]) -> list[str | None]:
    offered = laptop.app.copies.offered(paths)
    assert [file.path for file in offered] == paths
    return [None if file.problem is None else file.problem.id for file in offered]


class TestOffered:
    def test_each_file_is_told_with_its_size_or_its_problem(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        good = laptop.file("goed.xlsx")
        folder = laptop.downloads / "bijlagen"
        folder.mkdir()
        kept = laptop.file("staat.xlsx")
        laptop.app.copies.add(kept, agreement.id, in_place=True)
        paths = [good, folder, laptop.downloads / "weg.xlsx", kept]
        assert words(laptop, paths) == [None, "copy.is-folder", "file.missing", "copy.registered-already"]
        assert laptop.app.copies.offered([good])[0].size_bytes == good.stat().st_size

    def test_looking_changes_nothing(self, laptop: Laptop) -> None:
        laptop.usual()
        file = laptop.file()
        laptop.app.copies.offered([file])
        assert file.exists()
        assert laptop.app.copies.list() == ()


class TestAddAll:
    def test_all_come_under_the_agreement(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        files = [laptop.file(f"{n}.xlsx") for n in range(3)]
        done = laptop.app.copies.add_all(files, agreement.id)
        assert [view.copy.name for view in done.added] == ["0.xlsx", "1.xlsx", "2.xlsx"]
        assert {view.copy.location for view in done.added} == {Location.VAULT}
        assert done.left == ()
        assert not any(file.exists() for file in files)

    def test_one_that_cannot_keeps_no_other_from_it(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        missing = laptop.downloads / "weg.xlsx"
        done = laptop.app.copies.add_all([missing, laptop.file("goed.xlsx")], agreement.id, in_place=True)
        assert [view.copy.name for view in done.added] == ["goed.xlsx"]
        assert [(path, why.id) for path, why in done.left] == [(missing, "file.missing")]

    def test_when_none_can_the_reason_is_the_error(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        with pytest.raises(InputError) as failed:
            laptop.app.copies.add_all([laptop.downloads / "weg.xlsx"], agreement.id)
        assert failed.value.message.id == "file.missing"

    def test_special_categories_are_kept_as_such(self, laptop: Laptop) -> None:
        """VT-U1."""
        done = laptop.app.copies.add_all([laptop.file()], laptop.usual().id, special=True)
        assert done.added[0].copy.special

    def test_the_bytes_of_all_are_one_count(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        files = [laptop.file(f"{n}.xlsx", b"x" * 5_000) for n in range(4)]
        told: list[tuple[int, int]] = []
        laptop.app.copies.add_all(files, agreement.id, progress=lambda done, total: told.append((done, total)))
        assert {total for _, total in told} == {20_000}
        assert told[-1] == (20_000, 20_000)
        assert [done for done, _ in told] == sorted(done for done, _ in told)

    def test_stopped_between_two_files_the_first_stays_added(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        files = [laptop.file(f"{n}.xlsx", b"x" * 5_000) for n in range(3)]

        def stop(done: int, _total: int) -> None:
            if done > 5_000:
                raise Stopped

        done = laptop.app.copies.add_all(files, agreement.id, progress=stop)
        assert [view.copy.name for view in done.added] == ["0.xlsx"]
        assert [(path, why.id) for path, why in done.left] == [(file, "progress.stopped") for file in files[1:]]
        assert [file.exists() for file in files] == [False, True, True]

    def test_stopped_before_the_first_is_done_nothing_is_added(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        file = laptop.file()

        def stop(_done: int, _total: int) -> None:
            raise Stopped

        with pytest.raises(Stopped):
            laptop.app.copies.add_all([file], agreement.id, progress=stop)
        assert file.exists()
        assert laptop.app.copies.list() == ()
