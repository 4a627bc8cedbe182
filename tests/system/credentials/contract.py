"""What every kind of key store keeps to; each kind's test class gives a `keys` fixture and, where it lasts, `again`."""

from __future__ import annotations

import secrets

import pytest

from app.domain.ports import Keys

AN_AGREEMENT = "agreement.abcdefghijklmnopqrstuvwxyz"  # as long as they get


class KeysContract:
    def test_a_key_that_was_never_put_is_absent(self, keys: Keys) -> None:
        assert keys.get("journal") is None

    def test_a_key_comes_back_as_it_was_put(self, keys: Keys) -> None:
        secret = secrets.token_bytes(32)
        keys.put("database", secret)
        assert keys.get("database") == secret

    def test_an_age_identity_fits(self, keys: Keys) -> None:
        text = b"AGE-SECRET-KEY-1" + b"Q" * 58
        keys.put(AN_AGREEMENT, text)
        assert keys.get(AN_AGREEMENT) == text

    def test_each_key_has_its_own_place(self, keys: Keys) -> None:
        keys.put("agreement.a", b"a" * 32)
        keys.put("agreement.b", b"b" * 32)
        keys.destroy("agreement.a")
        assert keys.get("agreement.a") is None
        assert keys.get("agreement.b") == b"b" * 32

    def test_a_key_that_is_put_again_gives_way_wholly(self, keys: Keys) -> None:
        for secret in (b"1" * 32, b"2" * 32, b"3" * 32):
            keys.put("device", secret)
        assert keys.get("device") == b"3" * 32
        keys.destroy("device")
        assert keys.get("device") is None

    def test_a_destroyed_key_is_gone_and_destroying_again_is_harmless(self, keys: Keys) -> None:
        keys.put("evidence", b"e" * 32)
        keys.destroy("evidence")
        keys.destroy("evidence")
        assert keys.get("evidence") is None

    def test_a_key_is_made_once(self, keys: Keys) -> None:
        first = keys.create("device", lambda: secrets.token_bytes(32))
        assert keys.create("device", lambda: secrets.token_bytes(32)) == first == keys.get("device")

    @pytest.mark.parametrize("name", ["", "Database", "../x", "a/b", "a b", "a" * 81, "naïef", "a\n"])
    def test_a_name_that_no_program_makes_is_refused(self, keys: Keys, name: str) -> None:
        with pytest.raises(ValueError):
            keys.put(name, b"x" * 32)

    @pytest.mark.parametrize("size", [0, 513])
    def test_what_would_not_fit_a_windows_credential_is_refused_everywhere(self, keys: Keys, size: int) -> None:
        with pytest.raises(ValueError):
            keys.put("database", b"x" * size)


class LastingKeysContract(KeysContract):
    def test_another_process_would_find_the_key(self, keys: Keys, again: Keys) -> None:
        keys.put("database", b"d" * 32)
        assert again.get("database") == b"d" * 32
        again.destroy("database")
        assert keys.get("database") is None
