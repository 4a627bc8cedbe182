"""What the program tells about itself."""

from __future__ import annotations

from app import __version__
from app.domain.card import Role
from app.domain.ports import KeySource
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import DAY, Laptop


def test_it_tells_which_laptop_this_is_and_where_its_data_lies(laptop: Laptop) -> None:
    about, known = laptop.app.about.about(), laptop.app.team.whoami()
    assert (about.version, about.device, about.fingerprint) == (__version__, known.device, known.fingerprint)
    assert (about.data_dir, about.key_source) == (laptop.data_dir, KeySource.MEMORY)
    assert about.role is Role.CONSULTANT
    assert len(about.parts) > 20


def test_a_lead_is_called_so(laptop: Laptop, make_laptop: MakeLaptop) -> None:
    laptop.app.team.whoami()
    lead = make_laptop(policy={"team.leads": (laptop.app.team.device,)}, keys=laptop.keys)
    assert lead.app.about.about().role is Role.LEAD


def test_questions_go_where_it_says(make_laptop: MakeLaptop) -> None:
    """VR-C6"""
    assert make_laptop().app.about.about().contact == ""
    told = make_laptop(policy={"contact.privacy": " Noor de Wit, privacy@adviesbureau.example "})
    assert told.app.about.about().contact == "Noor de Wit, privacy@adviesbureau.example"


def test_the_last_backup_is_remembered(laptop: Laptop) -> None:
    assert laptop.app.about.about().backed_up_at is None
    laptop.app.backup.backup(laptop.root / "een.db")
    later = laptop.passes(DAY)
    laptop.app.backup.backup(laptop.root / "twee.db")
    assert laptop.app.about.about().backed_up_at == later
