"""The written-out proofs say what python-stdnum says."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn

from app.detect.content.numbers import is_bsn, is_card, is_iban, mrz_digit
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


@given(
    st.text("0123456789", min_size=2, max_size=2),
    st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=18, max_size=18),
)
def test_the_checksum_of_accounts_is_that_of_stdnum(check: str, account: str) -> None:
    german = f"DE{check}{account}"
    assert is_iban(german.encode()) == mod_97_10.is_valid(german[4:] + german[:4])


@given(st.integers(0, 10**16 - 1))
def test_cards_pass_the_proof_of_luhn(number: int) -> None:
    digits = f"4{number:015d}"[:16]
    assert is_card(digits.encode()) == (luhn.is_valid(digits) and len(set(digits)) > 1)


@pytest.mark.parametrize(("field", "digit"), [(b"D23145890", 7), (b"L898902C3", 6), (b"740812", 2), (b"120415", 9)])
def test_check_digits_of_travel_documents_are_those_of_the_standard(field: bytes, digit: int) -> None:
    """The specimens of ICAO 9303."""
    assert mrz_digit(field) == digit


@pytest.mark.parametrize(
    "account", [b"NL91ABNA041716430", b"NL91ABNA04171643000", b"NL910000041716430A", b"XX91ABNA0417164300"]
)
def test_an_account_has_the_form_of_its_country(account: bytes) -> None:
    assert not is_iban(account)
