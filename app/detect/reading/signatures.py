"""How binary formats begin, and what their first bytes say: the magic numbers of files."""

from __future__ import annotations

import zlib
from enum import Enum, auto
from typing import Final


class Format(Enum):
    EMPTY = auto()
    TEXT = auto()
    TABLE = auto()
    COLUMNS = auto()  # text with columns at fixed places
    HTML = auto()
    XML = auto()
    OFFICE_XML = auto()
    JSON = auto()
    SQL = auto()
    MAIL = auto()
    CARDS = auto()  # vCard, iCalendar
    DIRECTORY = auto()  # LDIF
    RTF = auto()
    PDF = auto()
    ZIP = auto()
    OLE = auto()
    GZIP = auto()
    BZIP2 = auto()
    XZ = auto()
    ZSTANDARD = auto()
    ZLIB = auto()
    TAR = auto()
    SEVEN_ZIP = auto()
    RAR = auto()
    SQLITE = auto()
    DBASE = auto()
    TNEF = auto()  # winmail.dat
    SIGNED = auto()  # a signed or locked mail (S/MIME) as one file
    PROGRAM = auto()
    PICTURE = auto()
    ENCRYPTED = auto()
    NOTHING_TO_READ = auto()  # what a system leaves beside files: no document
    UNKNOWN = auto()


_MAGIC: Final = (
    (b"PK\x03\x04", Format.ZIP),
    (b"PK\x05\x06", Format.ZIP),
    (b"PK\x07\x08", Format.ZIP),
    (b"PK00PK\x03\x04", Format.ZIP),  # one part of several, put together
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OLE),
    (b"{\\rtf", Format.RTF),
    (b"\x1f\x8b", Format.GZIP),
    (b"\xfd7zXZ\x00", Format.XZ),
    (b"\x5d\x00\x00", Format.XZ),  # .lzma, the older form
    *((b"BZh%d%s" % (level, block), Format.BZIP2) for level in range(1, 10) for block in (b"1AY&SY", b"\x17rE8P\x90")),
    (b"\x28\xb5\x2f\xfd", Format.ZSTANDARD),
    (b"7z\xbc\xaf\x27\x1c", Format.SEVEN_ZIP),
    (b"Rar!\x1a\x07", Format.RAR),
    (b"SQLite format 3\x00", Format.SQLITE),
    (b"\x78\x9f\x3e\x22", Format.TNEF),
    (b"\x89PNG\r\n\x1a\n", Format.PICTURE),
    (b"\xff\xd8\xff", Format.PICTURE),
    (b"GIF87a", Format.PICTURE),
    (b"GIF89a", Format.PICTURE),
    (b"II*\x00", Format.PICTURE),
    (b"MM\x00*", Format.PICTURE),
    (b"II+\x00", Format.PICTURE),
    (b"8BPS", Format.PICTURE),
    (b"\x00\x00\x01\x00", Format.PICTURE),
    (b"\xd7\xcd\xc6\x9a", Format.PICTURE),  # WMF
    (b"\x00\x00\x00\x0cjP  ", Format.PICTURE),  # JPEG 2000
    (b"\x00\x00\x00\x0cJXL ", Format.PICTURE),
    (b"AT&TFORM", Format.PICTURE),  # DjVu
    (b"\x00\x05\x16\x07", Format.NOTHING_TO_READ),  # AppleDouble
    (b"\x00\x00\x00\x01Bud1", Format.NOTHING_TO_READ),  # .DS_Store
    (b"-----BEGIN PGP MESSAGE-----", Format.ENCRYPTED),
    (b"age-encryption.org/v1", Format.ENCRYPTED),
    (b"-----BEGIN AGE ENCRYPTED FILE-----", Format.ENCRYPTED),
    (b"$ANSIBLE_VAULT;", Format.ENCRYPTED),
    (b"Salted__", Format.ENCRYPTED),
    (b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5", Format.ENCRYPTED),  # KeePass 2
    (b"LUKS\xba\xbe", Format.ENCRYPTED),
    (b"-FVE-FS-", Format.ENCRYPTED),  # BitLocker
    (b"AES\x02\x00", Format.ENCRYPTED),  # AES Crypt
    (b"\x76\xe8\x04\x60\xc4\x11\xe3\x86", Format.ENCRYPTED),  # a mail with rights to it
    *((b"\x85" + size + b"\x0c\x03", Format.ENCRYPTED) for size in (b"\x01", b"\x02", b"\x04")),  # PGP, to a key
    (b"\x8c\x0d\x04", Format.ENCRYPTED),  # PGP, with a password
    (b"\xc3\x0d\x04", Format.ENCRYPTED),
    (b"MZ", Format.PROGRAM),
    (b"\x7fELF", Format.PROGRAM),
    (b"\xcf\xfa\xed\xfe", Format.PROGRAM),
    (b"\xce\xfa\xed\xfe", Format.PROGRAM),
    (b"\xca\xfe\xba\xbe", Format.PROGRAM),
)
_HEIF_BRANDS: Final = (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"hevc")
# Binary formats nobody reads here whose first bytes may pass for a text with a few odd signs.
_UNREAD: Final = (
    b"!BDN",  # Outlook data
    b"PAR1",
    b"$FL2@(#)",  # SPSS
    b"$FL3@(#)",
    b"ORC",
    b"Obj\x01",
    b"ARROW1",
    b"MSCF",
    b"ISc(",
    b"!<arch>\n",
    b"070701",
    b"MDMP",
    b"OggS",
    b"ID3",
    b"fLaC",
    b"\x1f\x9d",  # compress
    b"\x1f\xa0",
    b"**TI",
)
_UNREAD_AT: Final = (
    (2, b"-lh"),
    (2, b"-lz"),
    (4, b"Standard Jet DB"),
    (4, b"Standard ACE DB"),
    (7, b"**ACE**"),
    (32_769, b"CD001"),
    (4, b"ftypM4A"),
    (8, b"AVI "),
    (8, b"WAVE"),
)
_CODE: Final = (
    b"\x00\x01\x00\x00\x00",  # TrueType
    b"OTTO\x00",
    b"true\x00",
    b"ttcf\x00",
    b"wOFF",
    b"wOF2",
    b"\x00asm\x01",
    b"dex\n03",
    b"L\x00\x00\x00\x01\x14\x02\x00",  # a shortcut of Windows
    b"Microsoft C/C++ MSF 7.00\r\n\x1aDS",
    b"TZif",
    b"\xde\x12\x04\x95",  # compiled translations
)
_SIGNED_DATA: Final = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07"  # 1.2.840.113549.1.7
_DBASE_KINDS: Final = frozenset(b"\x02\x03\x04\x05\x30\x31\x32\x43\x63\x83\x8b\x8e\xcb\xf5\xfb")
_TAR_HEADER = 512
_ZLIB_STARTS: Final = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")


def binary_format(head: bytes) -> Format | None:
    """The format that the first bytes tell; None when they tell none."""
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if _is_picture(head):
        return Format.PICTURE
    if is_tar(head):
        return Format.TAR
    if head[:1] == b"\x30" and _SIGNED_DATA in head[:24]:
        return Format.SIGNED
    if _is_dbase(head):
        return Format.DBASE
    if head.startswith(_UNREAD) and min(head[:64]) < 9:  # a text may begin with these letters
        return Format.UNKNOWN
    if any(head.startswith(magic, at) for at, magic in _UNREAD_AT):
        return Format.UNKNOWN
    if head[1:2] not in (b"^", b"") and is_zlib(head):
        return Format.ZLIB
    return Format.PROGRAM if may_be_machine_code(head) else None


def is_zlib(head: bytes) -> bool:
    """Whether it unpacks. To be asked of what is no text: `x^` begins a formula, too."""
    if not head.startswith(_ZLIB_STARTS):
        return False
    try:
        zlib.decompressobj().decompress(head[:512], 512)
    except zlib.error:
        return False
    return True


def may_be_machine_code(head: bytes) -> bool:
    """Fonts, compiled code and shortcuts, which a reader looks at more closely."""
    is_python = head[2:4] == b"\r\n" and head[1:2] in (b"\x0c", b"\x0d", b"\x0e") and len(head) > 16
    return is_python or head.startswith(_CODE)


def is_tar(head: bytes) -> bool:
    """Also the oldest form, which has no magic number: its header's checksum is right."""
    if head[257:262] == b"ustar":
        return True
    header = head[:_TAR_HEADER]
    told = header[148:156].strip(b" \x00")
    if len(header) < _TAR_HEADER or not told or not header[0] or not set(told) <= set(b"01234567"):
        return False
    return sum(header) - sum(header[148:156]) + 8 * 32 == int(told, 8)


def _is_picture(head: bytes) -> bool:
    is_bmp = head.startswith(b"BM") and len(head) > 26 and head[6:10] == b"\x00\x00\x00\x00"
    is_webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    is_emf = head.startswith(b"\x01\x00\x00\x00") and head[40:44] == b" EMF"
    return is_bmp or is_webp or is_emf or (head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS)


def _is_dbase(head: bytes) -> bool:
    """A table of dBase, FoxPro or Clipper: kind, date of change, sizes that fit, fields of 32 bytes. Source: dBase III+."""
    if len(head) < 65 or head[0] not in _DBASE_KINDS or not (head[2] <= 12 and head[3] <= 31):
        return False
    start, record = int.from_bytes(head[8:10], "little"), int.from_bytes(head[10:12], "little")
    return start >= 65 and record > 1 and head[43:44] in b"CNDLMFIBTYGPQVW@O+0" and head[32:33].isalpha()
