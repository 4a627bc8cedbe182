"""Every setting has its place on the page; one that is new appears by itself."""

from __future__ import annotations

import pytest

from app.domain.setting_groups import SettingGroup, group_of
from app.domain.settings import SETTINGS


@pytest.mark.parametrize("key", SETTINGS)
def test_every_setting_belongs_somewhere(key: str):
    assert group_of(key) is not SettingGroup.OTHER


def test_every_group_but_the_folders_and_the_rest_has_settings():
    assert {group_of(key) for key in SETTINGS} == set(SettingGroup) - {SettingGroup.FOLDERS, SettingGroup.OTHER}


def test_a_setting_that_nobody_placed_is_shown_last():
    assert group_of("nieuw.iets") is SettingGroup.OTHER
    assert list(SettingGroup)[-1] is SettingGroup.OTHER


def test_the_beginning_is_a_whole_word():
    assert group_of("owned.name") is SettingGroup.OTHER
