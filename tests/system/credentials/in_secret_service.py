"""The contract against a real Secret Service. `test_credential_store.py` runs this inside a private session bus; by itself
it is not collected, because it would use the keyring of whoever runs the tests."""

from __future__ import annotations

import pytest

from app.domain.errors import EnvironmentLacking
from app.domain.ports import Keys
from tests.system.credentials.store_contract import StoreContract


class TestInsideSecretService(StoreContract):
    # While two write, gnome-keyring 42 may use memory that it freed; with many keys it ends now and then.
    at_once = 10

    def test_the_entry_names_key_and_directory_and_nothing_else(self, keys: Keys, directory_id: str) -> None:
        import secretstorage

        keys.put("agreement.a", b"a" * 32)
        bus = secretstorage.dbus_init()
        found = [
            item.get_attributes()
            for item in secretstorage.get_default_collection(bus).get_all_items()
            if directory_id in item.get_label()
        ]
        bus.close()
        assert [(entry["service"], entry["username"]) for entry in found] == [
            (f"vroom-assistant/{directory_id}/agreement.a", "key")
        ]

    def test_text_that_is_no_key_is_told(self, keys: Keys, directory_id: str) -> None:
        from keyring.backends.SecretService import Keyring

        Keyring().set_password(f"vroom-assistant/{directory_id}/database", "key", "no base64!")
        with pytest.raises(EnvironmentLacking) as damaged:
            keys.get("database")
        assert damaged.value.message.id == "keys.unreadable"
