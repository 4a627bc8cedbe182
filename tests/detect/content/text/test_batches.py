"""Batches of payments, and registers that number their files by citizens' numbers."""

from __future__ import annotations

from tests.detect.content.text.told import content, kinds

PAID = ("J. DE VRIES", "P. BAKKER", "MW K.L. SMIT", "T. MEIJER")
CLIEOP = "\n".join(
    f"0100A1002{200_000 + 331 * at:012d}{1_234_567_890 + at:010d}{987_654_321 + at:010d}\n0160ALOON JAN\n0170B{name:<35}"
    for at, name in enumerate(PAID)
)
BSNS = ("123456782", "111222333", "999990019", "100000009", "100000022")


def test_a_batch_names_who_is_paid_and_what() -> None:
    found = content(CLIEOP).kinds()
    assert (found["name"], found["salary"]) == (len(PAID), len(PAID))


def test_a_batch_that_pays_firms_tells_of_nobody() -> None:
    firms = CLIEOP.replace("LOON JAN", "FACTUUR 12")
    for name in PAID:
        firms = firms.replace(name, "DRUKKERIJ ELDERS BV".ljust(len(name)))
    assert not {"name", "salary"} & kinds(firms)


def test_records_of_other_batches_name_persons_in_capitals() -> None:
    records = "\n".join(f"02{at:08d}0000213700{name:<30}PENSIOEN 05" for at, name in enumerate(PAID))
    assert {"name", "salary"} <= kinds(records)


def test_files_that_are_numbered_by_citizens_numbers_hold_them() -> None:
    log = "\n".join(f"09:0{at} gebruiker07 opent dossier {bsn}" for at, bsn in enumerate(BSNS))
    assert content(log).kinds()["bsn"] == len(BSNS)


def test_numbers_of_files_that_fail_the_proof_are_none() -> None:
    log = "\n".join(f"09:0{at} gebruiker07 opent dossier {int(bsn) + 1:09d}" for at, bsn in enumerate(BSNS))
    assert "bsn" not in kinds(log)


def test_who_says_under_which_number_he_is_known_tells_his() -> None:
    assert "bsn" in kinds("Ik sta bij u bekend onder 123456782. Wanneer hoor ik iets?")
