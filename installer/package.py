"""From the frozen folder to an MSI for the whole machine.

What every tool makes alike (files, folders, registry values, the shortcut) stands in a WiX 3 source; what wixl cannot say
(custom actions at their places, conditions of components, a shortcut's properties) is written into the tables afterwards by
SQL. On Linux wixl and msibuild do it; on Windows WiX 3 (candle, light) and Python's own msilib.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import uuid
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from installer.places import BUILD, CONSOLE, FIRM, NAME, ROOT, TRAY, run

UPGRADE_CODE = "7C5E1D0A-52B1-4B0B-9C57-3D5B1B6C9E21"  # names the product in all its versions: never changed
AUMID = "Vroom.Assistant"
MOST_BYTES = 80_000_000
NEEDED = {"wixl": "wixl", "msibuild": "msitools"}
_POLICY = r"Software\Policies\Vroom\Assistant"
_EVENT_SOURCE = rf"SYSTEM\CurrentControlSet\Services\EventLog\Application\{NAME}"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_SPACE = uuid.UUID(UPGRADE_CODE)

# Property of the command line -> the policy that it sets. Given once: an upgrade finds it in the registry again.
POLICY_PROPERTIES = {
    "TENANT": "office365.tenant_id",
    "CLIENTID": "office365.client_id",
    "SITE": "office365.site",
}
PUBLIC_PROPERTIES = (*POLICY_PROPERTIES, "POLICYFILE", "IGNOREOWED")

# Somebody at the screen is asked for an administrator's name before the second look; without a screen nobody is.
_HAS_RIGHTS = "Privileged OR UILevel > 2 OR Installed"
_NEEDS_RIGHTS = "Vroom assistant is installed for everybody on this computer: run its installer as an administrator."

_DEFERRED, _ROLLBACK = 0x400, 0x500
_AS_SYSTEM, _OUTCOME_IGNORED, _OF_INSTALLED_FILE = 0x800, 0x40, 18
_REMOVING = 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE'


@dataclass(frozen=True, slots=True)
class Step:
    """A step of app/system/installation, run at `sequence` of InstallExecuteSequence where `condition` holds."""

    name: str
    arguments: str
    sequence: int
    condition: str
    may_stop: bool = False
    on_rollback: bool = False

    @property
    def kind(self) -> int:
        when = _ROLLBACK if self.on_rollback else _DEFERRED
        return when | _AS_SYSTEM | _OF_INSTALLED_FILE | (0 if self.may_stop else _OUTCOME_IGNORED)


# InstallInitialize is 1500, RemoveRegistryValues 2600, RemoveFiles 3500, InstallFiles 4000, WriteRegistryValues 5000.
REMOVE_FORMER = 1510  # inside the transaction: an interrupted upgrade brings the former version back
STEPS = (
    Step("MayBeRemoved", "remove [IGNOREOWED]", 1520, _REMOVING, may_stop=True),
    Step("TaskAgainOnRollback", "task", 1530, _REMOVING, on_rollback=True),
    Step("LeaveNothing", "leave", 1540, _REMOVING),
    Step("EndTrays", "end", 1550, "Installed"),
    Step("LeaveNothingOnRollback", "leave", 5010, "NOT Installed AND NOT WIX_UPGRADE_DETECTED", on_rollback=True),
    Step("LookWhetherWhole", "whole", 5015, 'NOT REMOVE="ALL"', may_stop=True),
    Step("TakePolicyOver", "policy [POLICYFILE]", 5020, 'POLICYFILE AND NOT REMOVE="ALL"', may_stop=True),
    Step("AddTask", "task", 5030, 'NOT REMOVE="ALL"'),
)


def package(folder: Path, target: Path, version: str) -> Path:
    """Write the MSI of the frozen `folder` to `target`."""
    work = BUILD / "msi"
    work.mkdir(parents=True, exist_ok=True)
    shutil.copy2(ROOT / "resources" / "icons" / "vroom.ico", work)
    source = work / "package.wxs"
    # wixl takes paths from where it runs, and no absolute ones.
    tree = source_tree(folder, version, lambda file: file.relative_to(BUILD).as_posix())
    ElementTree.indent(tree)
    source.write_bytes(ElementTree.tostring(tree, encoding="utf-8", xml_declaration=True))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    if sys.platform == "win32":
        run("candle", "-nologo", "-arch", "x64", "-out", work / "package.wixobj", source, cwd=BUILD)
        run("light", "-nologo", "-sval", "-spdb", "-out", target, work / "package.wixobj", cwd=BUILD)
        _change_on_windows(target, statements())
    else:
        run("wixl", "--arch", "x64", "-o", target, source, cwd=BUILD)
        for statement in statements():
            run("msibuild", target, "-q", statement)
    if target.stat().st_size > MOST_BYTES:
        raise SystemExit(
            f"build: the MSI has {target.stat().st_size / 1e6:.0f} MB, more than {MOST_BYTES / 1e6:.0f} MB"
        )
    return target


def product_code(version: str) -> str:
    """One a version, so that winget and Intune can name it before it is built."""
    return f"{{{uuid.uuid5(_SPACE, version)}}}".upper()


def source_tree(folder: Path, version: str, named: Callable[[Path], str]) -> ElementTree.Element:
    wix = ElementTree.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    product = _add(
        wix,
        "Product",
        Id=product_code(version),
        Name=NAME,
        Language="1033",
        Version=version,
        Manufacturer=FIRM,
        UpgradeCode=f"{{{UPGRADE_CODE}}}",
    )
    about = "Keeps client data inside the client's environment, and proves it."
    _add(product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine", Description=about)
    _add(product, "MajorUpgrade", DowngradeErrorMessage="A newer version of Vroom assistant is installed already.")
    media = _add(product, "Media", Id="1", Cabinet="vroom.cab", EmbedCab="yes")
    if sys.platform == "win32":
        media.set("CompressionLevel", "high")  # LZX, which wixl does not have: the test build is the larger one
    _add(product, "Condition", Message="Vroom assistant needs 64-bit Windows 10 or later.").text = "VersionNT64 >= 603"
    _add(product, "Condition", Message=_NEEDS_RIGHTS).text = _HAS_RIGHTS
    _add(product, "Icon", Id="vroom.ico", SourceFile="msi/vroom.ico")
    for name, value in (("ARPPRODUCTICON", "vroom.ico"), ("ARPNOMODIFY", "1")):
        _add(product, "Property", Id=name, Value=value)
    for name, setting in POLICY_PROPERTIES.items():
        searched = _add(product, "Property", Id=name)
        _add(
            searched,
            "RegistrySearch",
            Id=f"Former{name}",
            Root="HKLM",
            Key=_POLICY,
            Name=setting,
            Type="raw",
            Win64="yes",
        )
    top = _add(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = _add(top, "Directory", Id="ProgramFiles64Folder")
    firm = _add(programs, "Directory", Id="FirmFolder", Name=FIRM)
    install = _add(firm, "Directory", Id="INSTALLDIR", Name="Assistant")
    _add(top, "Directory", Id="ProgramMenuFolder")
    components = [*_firm_folder(firm), *_files(install, folder, named), *_registry(install)]
    feature = _add(product, "Feature", Id="Complete", Level="1", Title=NAME)
    for component in components:
        _add(feature, "ComponentRef", Id=component)
    return wix


def _firm_folder(parent: ElementTree.Element) -> list[str]:
    """Named as ours, so that it goes when nothing of the firm is left in it."""
    component = _component(parent, "FirmFolderMade")
    _add(component, "CreateFolder")
    return [component.attrib["Id"]]


def _files(parent: ElementTree.Element, folder: Path, named: Callable[[Path], str], below: str = "") -> list[str]:
    """A component a file, whose id follows from its path: Windows Installer counts them over versions. The programs come before
    what they need, so that one of them can tell when that is not all there."""
    components = []
    for entry in sorted(folder.iterdir(), key=lambda each: (each.is_dir(), each.name)):
        path = f"{below}{entry.name}"
        if entry.is_dir():
            inner = _add(parent, "Directory", Id=f"d{_hashed(path)}", Name=entry.name)
            components += _files(inner, entry, named, f"{path}/")
            continue
        component = _component(parent, f"c{_hashed(path)}")
        file = _add(component, "File", Id=file_key(path), Source=named(entry), Name=entry.name, KeyPath="yes")
        if path == TRAY:
            _add(
                file,
                "Shortcut",
                Id="StartMenu",
                Directory="ProgramMenuFolder",
                Name=NAME,
                WorkingDirectory="INSTALLDIR",
                Icon="vroom.ico",
            )
        components.append(component.attrib["Id"])
    return components


def _registry(parent: ElementTree.Element) -> list[str]:
    values = {
        "StartAtSignIn": [(_RUN, NAME, f'"[INSTALLDIR]{TRAY}" --in-tray', "string")],
        "EventSource": [
            (_EVENT_SOURCE, "EventMessageFile", r"%SystemRoot%\System32\EventCreate.exe", "expandable"),
            (_EVENT_SOURCE, "TypesSupported", "7", "integer"),
        ],
        **{name: [(_POLICY, setting, f"[{name}]", "string")] for name, setting in POLICY_PROPERTIES.items()},
    }
    for id_, rows in values.items():
        component = _component(parent, id_)
        for number, (key, name, value, kind) in enumerate(rows):
            is_key_path = "no" if number else "yes"
            _add(
                component, "RegistryValue", Root="HKLM", Key=key, Name=name, Value=value, Type=kind, KeyPath=is_key_path
            )
    return list(values)


def _component(parent: ElementTree.Element, id_: str) -> ElementTree.Element:
    guid = str(uuid.uuid5(_SPACE, f"component {id_}")).upper()
    return _add(parent, "Component", Id=id_, Guid=f"{{{guid}}}", Win64="yes")


def _add(parent: ElementTree.Element, tag: str, /, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, tag, attributes)


def _hashed(path: str) -> str:
    return hashlib.sha256(path.encode()).hexdigest()[:16]


def file_key(path: str) -> str:
    """The programs have names that the steps can call them by."""
    return {CONSOLE: "ConsoleProgram", TRAY: "TrayProgram"}.get(path, f"f{_hashed(path)}")


def statements() -> Iterable[str]:
    """What is changed in the tables afterwards."""
    for step in STEPS:
        yield (
            "INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES "
            f"('{step.name}', {step.kind}, 'ConsoleProgram', '--install-step {step.arguments}')"
        )
        yield (
            "INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES "
            f"('{step.name}', '{step.condition}', {step.sequence})"
        )
    yield (
        f"UPDATE `InstallExecuteSequence` SET `Sequence` = {REMOVE_FORMER} WHERE `Action` = 'RemoveExistingProducts'"
    )
    for name in POLICY_PROPERTIES:
        yield f"UPDATE `Component` SET `Condition` = '{name}' WHERE `Component` = '{name}'"
    secure = ";".join(("WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED", *PUBLIC_PROPERTIES))
    yield f"UPDATE `Property` SET `Value` = '{secure}' WHERE `Property` = 'SecureCustomProperties'"
    yield (
        "CREATE TABLE `MsiShortcutProperty` (`MsiShortcutProperty` CHAR(72) NOT NULL, `Shortcut_` CHAR(72) NOT NULL, "
        "`PropertyKey` CHAR(255) NOT NULL, `PropVariantValue` CHAR(255) NOT NULL PRIMARY KEY `MsiShortcutProperty`)"
    )
    # Toasts and the taskbar know the program by this name. Source: learn.microsoft.com, MsiShortcutProperty table
    yield (
        "INSERT INTO `MsiShortcutProperty` (`MsiShortcutProperty`, `Shortcut_`, `PropertyKey`, `PropVariantValue`) VALUES "
        f"('Aumid', 'StartMenu', 'System.AppUserModel.ID', '{AUMID}')"
    )


def _change_on_windows(msi: Path, changes: Iterable[str]) -> None:
    import msilib

    database = msilib.OpenDatabase(str(msi), msilib.MSIDBOPEN_TRANSACT)  # type: ignore[attr-defined,unused-ignore]
    for change in changes:
        view = database.OpenView(change)
        view.Execute(None)
        view.Close()
    database.Commit()
