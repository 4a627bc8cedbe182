"""Where a folder is: what the mount table and the synchronisation clients say."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.ports import PlaceInfo, PlaceKind
from app.system.places import forbidden_root, local_places

if sys.platform == "win32":
    from app.system.places._windows import WindowsPlaces as SystemPlaces
else:
    from app.system.places._linux import LinuxPlaces as SystemPlaces

linux = pytest.mark.skipif(sys.platform == "win32", reason="Linux only")
windows = pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
TENANT = "11111111-2222-3333-4444-555555555555"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def places(home: Path) -> SystemPlaces:
    return SystemPlaces(home)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_an_ordinary_folder_is_local_also_before_it_exists(places: SystemPlaces, home: Path) -> None:
    assert places.of(home).kind is PlaceKind.LOCAL
    assert places.of(home / "later" / "deeper").kind is PlaceKind.LOCAL
    assert places.of(home).mount_point is not None


def test_the_real_places_answer(home: Path) -> None:
    assert local_places().of(home).kind is PlaceKind.LOCAL
    assert isinstance(local_places().removable_drives(), tuple)


@pytest.mark.parametrize(
    ("marker", "client"),
    [(".nextcloudsync.log", "Nextcloud"), (".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox")],
)
def test_a_folder_with_a_clients_mark_is_synchronised_and_so_is_what_lies_below(
    places: SystemPlaces, home: Path, marker: str, client: str
) -> None:
    (home / "Cloud" / "deep").mkdir(parents=True)
    (home / "Cloud" / marker).mkdir()
    for folder in (home / "Cloud", home / "Cloud" / "deep" / "deeper"):
        found = places.of(folder)
        assert (found.kind, found.synchronised_by) == (PlaceKind.SYNCHRONISED, client)
    assert places.of(home / "Cloudy").kind is PlaceKind.LOCAL


def test_a_folder_named_by_onedrive_is_synchronised(places: SystemPlaces, home: Path) -> None:
    assert places.of(home / "OneDrive - Voorbeeld BV" / "x").synchronised_by == "OneDrive"
    assert places.of(home / "OneDriveless").kind is PlaceKind.LOCAL


@linux
class TestSettings:
    def test_onedrive_accounts_name_folder_and_tenant(self, home: Path) -> None:
        write(home / ".config/onedrive/config", 'sync_dir = "~/Werk"\n# sync_dir = "/no"\n')
        write(home / ".config/onedrive-firma/config", f'sync_dir = "/srv/od"\nazure_tenant_id = "{TENANT.upper()}"\n')
        write(home / ".config/onedrive-empty/refresh_token", "x")
        places = SystemPlaces(home)
        assert places.of(home / "Werk" / "a").synchronised_by == "OneDrive"
        assert places.of(Path("/srv/od/a")).tenant_id == TENANT
        assert places.of(Path("/srv/od/a")).sync_root == "/srv/od"
        assert places.of(home / "OneDrive").synchronised_by == "OneDrive"

    def test_the_settings_of_other_clients_name_their_folders(self, home: Path) -> None:
        write(home / ".config/Nextcloud/nextcloud.cfg", f"[Accounts]\n0\\Folders\\1\\localPath={home}/Wolk/\n")
        write(home / ".dropbox/info.json", f'{{"business": {{"path": "{home}/Doos"}}, "x": 3, "y": {{"path": 1}}}}')
        write(
            home / ".config/syncthing/config.xml",
            '<configuration><folder id="a" label="" path="~/R&amp;D" type="sendreceive"></folder>'
            '<defaults><folder id="" label="" path="~"></folder></defaults></configuration>',
        )
        (home / ".config/Insync").mkdir()
        (home / "Insync").mkdir()
        places = SystemPlaces(home)
        found = {name: places.of(home / name).synchronised_by for name in ("Wolk", "Doos", "R&D", "Insync", "Rest")}
        assert found == {
            "Wolk": "Nextcloud",
            "Doos": "Dropbox",
            "R&D": "Syncthing",
            "Insync": "Insync",
            "Rest": None,
        }
        assert places.of(home).kind is PlaceKind.LOCAL

    def test_a_link_into_a_synchronised_folder_is_seen_through(self, home: Path) -> None:
        write(home / ".config/onedrive/config", 'sync_dir = "~/Werk"\n')
        (home / "Werk").mkdir()
        (home / "link").symlink_to("Werk")
        (home / "loop").symlink_to("loop")
        assert SystemPlaces(home).of(home / "link").kind is PlaceKind.SYNCHRONISED
        assert SystemPlaces(home).of(home / "loop" / "x").kind is PlaceKind.LOCAL

    @pytest.mark.parametrize("junk", ["", "{", "[" * 100_000, "\x00\xff", "localPath=\n<folder <folder path=", "null"])
    def test_broken_settings_tell_nothing(self, home: Path, junk: str) -> None:
        for name in (".config/Nextcloud/nextcloud.cfg", ".dropbox/info.json", ".config/syncthing/config.xml"):
            write(home / name, junk)
        assert SystemPlaces(home).of(home / "x").kind is PlaceKind.LOCAL


MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / {base}/klant rw - cifs //FS01.klant.example/HR rw,vers=3.1.1
31 22 0:41 / {base}/nfs rw shared:5 - nfs4 nas:/export/hr rw
32 22 0:42 / {base}/with\\040space rw - fuse.sshfs jan@host.example:/srv rw
33 22 0:43 / {base}/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
34 22 8:17 / /media/jan/STICK rw - vfat /dev/sdb1 rw
35 22 8:33 / {base}/usb rw - ext4 /dev/sdc1 rw
36 22 0:44 / {base}/one rw - fuse.onedriver onedriver rw
37 22 0:45 / {base}/9p rw - 9p host rw
38 22 0:46 / {base}/twice rw - ext4 /dev/vdb rw
39 22 0:47 / {base}/twice rw - cifs //other/share rw
40 22 0:48 / {base}/auto rw - autofs systemd-1 rw
broken line
41 22
"""


@linux
class TestMounts:
    @pytest.fixture
    def mounted(self, tmp_path: Path, home: Path) -> SystemPlaces:
        base = os.path.realpath(tmp_path)
        (tmp_path / "mountinfo").write_text(MOUNTS.format(base=base))
        stick = tmp_path / "sys" / "real" / "usb1" / "sdc" / "sdc1"
        stick.mkdir(parents=True)
        (tmp_path / "sys" / "8:33").symlink_to(stick)
        return SystemPlaces(home, mountinfo=tmp_path / "mountinfo", sys_block=tmp_path / "sys")

    @pytest.mark.parametrize(
        ("folder", "share"),
        [
            ("klant/x", "//fs01.klant.example/hr"),
            ("nfs", "//nas/export/hr"),
            ("with space/y", "//host.example/srv"),
            ("gvfs/smb-share:server=fs01,share=hr/z", "//fs01/hr"),
            ("gvfs", None),
            ("twice", "//other/share"),
        ],
    )
    def test_network_mounts_name_their_share(
        self, mounted: SystemPlaces, tmp_path: Path, folder: str, share: str | None
    ) -> None:
        found = mounted.of(tmp_path / folder)
        assert (found.kind, found.share) == (PlaceKind.NETWORK, share)
        assert found.mount_point is not None
        assert found.mount_point.startswith(str(tmp_path))

    def test_drives_on_usb_or_below_media_are_removable(self, mounted: SystemPlaces, tmp_path: Path) -> None:
        assert mounted.of(Path("/media/jan/STICK/x")).kind is PlaceKind.REMOVABLE
        assert mounted.of(tmp_path / "usb").kind is PlaceKind.REMOVABLE
        assert mounted.removable_drives() == (Path("/media/jan/STICK"), Path(os.path.realpath(tmp_path), "usb"))

    def test_the_rest_is_what_it_is(self, mounted: SystemPlaces, tmp_path: Path) -> None:
        assert mounted.of(tmp_path / "one").synchronised_by == "OneDrive"
        assert mounted.of(tmp_path / "9p").kind is PlaceKind.LOCAL
        assert mounted.of(tmp_path / "auto").kind is PlaceKind.LOCAL
        assert mounted.of(tmp_path / "klantx") == PlaceInfo(kind=PlaceKind.LOCAL, mount_point="/")

    def test_without_a_mount_table_nothing_is_claimed(self, home: Path, tmp_path: Path) -> None:
        places = SystemPlaces(home, mountinfo=tmp_path / "none")
        assert places.of(home) == PlaceInfo(kind=PlaceKind.LOCAL)
        assert places.removable_drives() == ()


class TestRoots:
    def refused(self, folder: Path, home: Path) -> str | None:
        message = forbidden_root(folder, home / "data" / "vroom", home)
        return None if message is None else message.id

    def test_what_is_too_wide_is_refused(self, home: Path) -> None:
        assert self.refused(Path(home.anchor), home) == "places.root-disk"
        for folder in (home, home.parent, home / "x" / ".."):
            assert self.refused(folder, home) == "places.root-home"

    def test_our_own_data_and_what_holds_it_is_refused(self, home: Path) -> None:
        for folder in (home / "data", home / "data" / "vroom", home / "data" / "vroom" / "vault"):
            assert self.refused(folder, home) == "places.root-own-data"

    def test_ordinary_folders_are_fine(self, home: Path) -> None:
        for folder in (home / "Downloads", home / "data2", home / "data" / "other", home.parent / "elsewhere"):
            assert self.refused(folder, home) is None

    @linux
    def test_system_folders_and_links_to_refused_ones_are_refused(self, home: Path) -> None:
        for folder in ("/etc", "/usr/share", "/proc/self", "/var/lib/x", "/bin"):
            assert self.refused(Path(folder), home) == "places.root-system"
        assert self.refused(Path("/var"), home) == "places.root-system"
        (home / "link").symlink_to(home.parent)
        assert self.refused(home / "link", home) == "places.root-home"

    @pytest.mark.windows
    @windows
    def test_windows_folders_and_drives_are_refused(self, home: Path) -> None:
        assert self.refused(Path(os.environ["SYSTEMROOT"]) / "system32", home) == "places.root-system"
        assert self.refused(Path("Z:\\"), home) == "places.root-disk"
        assert self.refused(Path("\\\\server\\share\\"), home) == "places.root-disk"
        assert self.refused(Path(str(home).upper()), home) == "places.root-home"


@pytest.mark.windows
@windows
class TestWindows:
    @pytest.fixture
    def account(self, tmp_path: Path) -> Iterator[Path]:
        import winreg

        key = r"Software\Microsoft\OneDrive\Accounts\Business7"
        folder = tmp_path / "Bestanden Firma"
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as account:
            winreg.SetValueEx(account, "UserFolder", 0, winreg.REG_SZ, str(folder))
            winreg.SetValueEx(account, "ConfiguredTenantId", 0, winreg.REG_SZ, TENANT.upper())
        yield folder
        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)

    def test_onedrives_register_names_folder_and_tenant(self, places: SystemPlaces, account: Path) -> None:
        found = places.of(account / "x")
        assert (found.synchronised_by, found.tenant_id) == ("OneDrive", TENANT)

    def test_a_unc_path_is_on_the_network(self, places: SystemPlaces) -> None:
        found = places.of(Path("\\\\FS01\\HR\\lijsten"))
        assert (found.kind, found.share) == (PlaceKind.NETWORK, "//fs01/hr")

    def test_environment_and_roaming_data_are_known(self, home: Path) -> None:
        from app.system.places._windows import WindowsPlaces

        environment = {"OneDriveCommercial": str(home / "Werk"), "APPDATA": str(home / "AppData" / "Roaming")}
        found = WindowsPlaces(home, environment)
        assert found.of(home / "Werk" / "a").kind is PlaceKind.SYNCHRONISED
        assert found.of(home / "AppData" / "Roaming" / "Vroom").kind is PlaceKind.ROAMING
        assert found.of(home / "AppData" / "Local" / "Vroom").kind is PlaceKind.LOCAL
