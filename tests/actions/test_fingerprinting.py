"""Registered content is remembered by a sample before its plain text goes, and no failure of that stops a registration."""

from __future__ import annotations

from datetime import timedelta

from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from tests.actions.laptop import DAY, Laptop

SKETCH = b"sample"


def remembered(laptop: Laptop) -> list[bytes]:
    context, _ = laptop.app.intake.context()
    return [sketch for sketches in context.sketches.values() for sketch in sketches]


def test_what_is_sealed_is_remembered_under_its_client(laptop: Laptop) -> None:
    """VR-P1a"""
    agreement, path = laptop.usual(), laptop.file()
    laptop.detector.sketches[path] = SKETCH
    laptop.sealed(agreement, path)
    context, _ = laptop.app.intake.context()
    (client_id,) = context.sketches
    assert client_id == laptop.app.clients.list()[0].id
    assert context.sketches[client_id] == (context.sketch_key + SKETCH,)
    assert len(context.sketch_key) == 32


def test_what_is_kept_in_place_is_remembered(laptop: Laptop) -> None:
    agreement, path = laptop.usual(), laptop.file()
    laptop.detector.sketches[path] = SKETCH
    laptop.app.copies.add(path, agreement.id, in_place=True)
    assert len(remembered(laptop)) == 1


def test_the_same_content_is_sampled_once(laptop: Laptop) -> None:
    agreement, first, second = laptop.usual(), laptop.file("een.xlsx"), laptop.file("twee.xlsx")
    second.write_bytes(first.read_bytes())
    laptop.detector.sketches[first] = SKETCH
    laptop.detector.sketches[second] = b"another"
    laptop.sealed(agreement, first)
    laptop.sealed(agreement, second)
    (sketch,) = remembered(laptop)
    assert sketch.endswith(SKETCH)


def test_content_without_a_sample_is_registered_all_the_same(laptop: Laptop) -> None:
    path = laptop.file()
    laptop.detector.sketches[path] = EnvironmentLacking(msg("detect.worker-lacking"))
    copy = laptop.sealed(laptop.usual(), path)
    assert copy.is_live
    assert remembered(laptop) == []


def test_a_sample_outlives_the_copy_and_goes_with_its_record_only(laptop: Laptop) -> None:
    """After the deletion the same content is still recognised: that is what a declaration needs."""
    path = laptop.file()
    laptop.detector.sketches[path] = SKETCH
    copy = laptop.sealed(laptop.usual(), path)
    laptop.app.deletion.delete_now([copy.id], "klaar")
    laptop.passes(timedelta(days=2))
    laptop.app.housekeeping.purge()
    assert len(remembered(laptop)) == 1


def test_a_sample_of_nothing_is_purged_after_a_day(laptop: Laptop) -> None:
    with laptop.app.office.change() as work:
        work.session.fingerprints.put("00" * 32, SKETCH, work.now)
    laptop.app.housekeeping.purge()
    with laptop.app.office.look() as session:
        assert session.fingerprints.has("00" * 32)
    laptop.passes(DAY + timedelta(hours=1))
    laptop.app.housekeeping.purge()
    with laptop.app.office.look() as session:
        assert not session.fingerprints.has("00" * 32)
