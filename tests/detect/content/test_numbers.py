"""The written-out proofs say what python-stdnum says."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn

from app.detect.content.numbers import is_bsn, is_iban
from tests import samples


@given(st.integers(0, 10**9 - 1))
def test_the_eleven_proof_is_that_of_stdnum(number: int) -> None:
    digits = f"{number:09d}"
    assert is_bsn(digits.encode()) == bsn.is_valid(digits)


@given(st.integers(0, 2**32))
def test_generated_numbers_pass(seed: int) -> None:
    rng = random.Random(seed)
    assert is_bsn(samples.make_bsn(rng).encode())
    assert is_iban(samples.make_iban(rng).encode())


@given(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=18, max_size=18))
def test_the_checksum_of_accounts_is_that_of_stdnum(text: str) -> None:
    account = "NL" + text[:16]
    assert is_iban(account.encode()) == mod_97_10.is_valid(account[4:] + account[:4])
