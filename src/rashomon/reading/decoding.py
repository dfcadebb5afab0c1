"""Bytes to text: compression, binary files, encodings."""

import codecs
import re
import zlib

from rashomon.reading.problems import NotReadError

MAX_BYTES = 256 * 1024 * 1024
"""The most that is read of one file, before and after decompression."""

_SAMPLE = 64 * 1024
_GZIP = b"\x1f\x8b"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_.:-]{2,40})""", re.I
)
# Not every codec of Python is an encoding of pages: some run code paths of their own.
_ENCODING = re.compile(
    r"utf-8|utf-16.*|cp\d+|iso8859.*|iso2022.*|koi8.*|gb.*|big5.*|euc.*|shift_jis.*|mac.*|ascii|johab|hz"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def gunzip(data: bytes, limit: int = MAX_BYTES) -> bytes:
    """The content of gzip data (every member), never more than ``limit`` bytes of it.

    Data without gzip's first bytes comes back unchanged. Raises ``NotReadError``.
    """
    parts: list[bytes] = []
    left = limit
    while data.startswith(_GZIP):
        member = zlib.decompressobj(wbits=31)
        try:
            parts.append(member.decompress(data, left + 1))
        except zlib.error as error:
            raise NotReadError("broken-gzip", _broken_gzip(str(error))) from error
        left -= len(parts[-1])
        if left < 0:
            raise NotReadError(
                "too-large",
                f"Its compressed content is larger than {limit // 2**20} MB; split it first.",
            )
        if not member.eof:
            raise NotReadError("broken-gzip", _broken_gzip("it ends too early"))
        data = member.unused_data
    return b"".join(parts) if parts else data


def _broken_gzip(why: str) -> str:
    return f"The compressed file is damaged ({why}); fetch it again or unpack it by hand."


def decode(data: bytes, html: bool = False) -> str:
    """The text of ``data`` without a byte order mark, newlines as they are.

    A byte order mark decides, then a web page's own declaration, then valid UTF-8, then
    charset-normalizer. Raises ``NotReadError`` for binary data and for no known encoding.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise NotReadError("empty", "It is empty, so there is nothing to read.")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding) or _guessed(data)
    kind = next((name for magic, name in _MAGIC if data.startswith(magic)), None)
    if kind is not None:
        raise NotReadError("binary", f"It is {kind}, not text; save its text as .txt or .html.")
    declared = _declared(data) if html else None
    return (declared and _strictly(data, declared)) or _strictly(data, "utf-8") or _guessed(data)


def in_two_encodings(data: bytes) -> str | None:
    """The text of lines of which most are UTF-8 and some Windows-1252; ``None`` for any other.

    Texts pasted together from several places come so; one encoding for all would garble them.
    """
    if _strictly(data, "utf-8") is not None or _is_binary(data):
        return None
    lines = data.splitlines(keepends=True)
    told = [_strictly(line, "utf-8") for line in lines]
    beyond_ascii = sum(line is not None and not line.isascii() for line in told)
    if beyond_ascii < told.count(None):
        return None
    pairs = zip(lines, told, strict=True)
    return "".join(raw.decode("cp1252", "replace") if text is None else text for raw, text in pairs)


def _strictly(data: bytes, encoding: str) -> str | None:
    """The text, or ``None`` where the bytes are not of that encoding or full of controls."""
    if encoding == "utf-8" and _is_binary(data):
        return None
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if found is None:
        return None
    try:
        known = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return None
    if not _ENCODING.fullmatch(known.name):
        return None
    # A page that says Latin-1 means its superset windows-1252 (WHATWG Encoding Standard).
    return "cp1252" if known.name in ("iso8859-1", "ascii") else known.name


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > len(sample) // 100


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    match = from_bytes(data[: 4 * _SAMPLE]).best()
    if match is None or (_is_binary(data) and not match.encoding.startswith(("utf_16", "utf_32"))):
        raise NotReadError(
            "binary",
            "It is not text, or text in an encoding that cannot be told; save it as UTF-8.",
        )
    # Among encodings that read the sample alike, the commonest one is the likeliest.
    likeliest = "cp1252" if "cp1252" in match.could_be_from_charset else match.encoding
    text = _strictly(data, likeliest) or _strictly(data, match.encoding)
    if text is None:
        raise NotReadError(
            "encoding",
            f"It begins as {match.encoding} but does not stay so; save it as UTF-8.",
        )
    return text


def without_surrogates(text: str) -> tuple[str, int]:
    """The text with every lone surrogate as U+FFFD, and how many there were.

    JSON can hold halves of characters, which no encoding can write; offsets do not move.
    """
    return _SURROGATE.subn("\ufffd", text)
