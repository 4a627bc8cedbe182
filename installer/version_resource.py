"""The version information that Windows shows of a program: what PyInstaller's `version=` reads."""

from __future__ import annotations

from installer.places import FIRM, NAME

_LANGUAGES = (("040904B0", 0x409), ("041304B0", 0x413))  # English, Dutch; both in Unicode


def version_resource(program: str, described: str, version: str) -> str:
    """`program`: the file's name; `described`: what the list of processes shows."""
    numbers = (*(int(number) for number in version.split(".")), 0)
    texts = {
        "CompanyName": FIRM,
        "FileDescription": described,
        "FileVersion": version,
        "InternalName": program.removesuffix(".exe"),
        "LegalCopyright": f"© {FIRM}",
        "OriginalFilename": program,
        "ProductName": NAME,
        "ProductVersion": version,
    }
    pairs = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in texts.items())
    tables = ", ".join(f"StringTable({table!r}, [{pairs}])" for table, _ in _LANGUAGES)
    translations = [number for _, language in _LANGUAGES for number in (language, 1200)]
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, "
        f"fileType=1, subtype=0, date=(0, 0)),\n"
        f"kids=[StringFileInfo([{tables}]), VarFileInfo([VarStruct('Translation', {translations})])])\n"
    )
