"""Compression, binary files and encodings."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.decoding import decode, gunzip
from rashomon.reading.problems import NotReadError

TEXT = "Four people were killed at the café, said “a witness” – in Çeşme.\r\nMore\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark_and_newlines_as_they_are(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_windows_1252_with_smart_quotes() -> None:
    text = "The mayor’s office said “four people” were killed – and nine hurt – at the café. " * 4
    assert decode(text.encode("cp1252")) == text


def test_a_page_says_its_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-9"></head><body>Çeşme</body></html>'
    assert "Çeşme" in decode(page.encode("iso-8859-9"), html=True)


@pytest.mark.parametrize("name", ["unicode_escape", "punycode", "base64", "idna", "no-such"])
def test_a_page_cannot_name_a_codec_that_is_no_encoding(name: str) -> None:
    page = f'<meta charset="{name}"><p>Çeşme \\d</p>'
    assert decode(page.encode(), html=True) == page


@pytest.mark.parametrize(
    ("data", "code", "named"),
    [
        (b"", "empty", "empty"),
        (b" \r\n\t", "empty", "empty"),
        (b"%PDF-1.7 abc", "binary", "PDF"),
        (b"PK\x03\x04 abc", "binary", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "binary", "PNG"),
        (bytes(range(256)) * 8, "binary", "not text"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, code: str, named: str) -> None:
    with pytest.raises(NotReadError, match=named) as raised:
        decode(data)
    assert raised.value.code == code


def test_gzip_members_are_joined_and_plain_data_stay() -> None:
    assert gunzip(gzip.compress(b"one ") + gzip.compress(b"two")) == b"one two"
    assert gunzip(b"plain") == b"plain"


def test_a_bomb_is_not_blown_up() -> None:
    with pytest.raises(NotReadError) as raised:
        gunzip(gzip.compress(b"\0" * 5_000_000), limit=1_000_000)
    assert raised.value.code == "too-large"


@pytest.mark.parametrize("cut", [3, 15, -1])
def test_damaged_gzip_is_named(cut: int) -> None:
    with pytest.raises(NotReadError) as raised:
        gunzip(gzip.compress(b"Four people were killed.")[:cut])
    assert raised.value.code == "broken-gzip"


@given(st.binary(max_size=400))
def test_bytes_raise_nothing_else(data: bytes) -> None:
    for html in (False, True):
        try:
            assert isinstance(decode(gunzip(data, limit=10_000), html=html), str)
        except NotReadError as error:
            assert error.message.endswith(".")
