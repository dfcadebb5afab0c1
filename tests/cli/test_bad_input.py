"""Bad input from end to end: named with its reason, the rest read, and a status that says so."""

import gzip
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main

STORY = (
    "Four people were killed and nine injured when a bomb went off at the ferry terminal in "
    "Larnos on Monday, police said.\n\nThe Free Harbour Movement denied any part in it.\n"
)
TURKISH = (
    "Dün gece limanda meydana gelen patlamada dört kişi hayatını kaybetti ve dokuz kişi "
    "yaralandı. Yetkililer olayla ilgili soruşturma başlatıldığını açıkladı."
)
DEEP = "<html><body>" + "<div>" * 20_000 + STORY + "</div>" * 20_000 + "</body></html>"
ALL_READ, NOTHING_DONE, SOME_NOT_READ = 0, 1, 3

BAD: dict[str, tuple[str | bytes, str]] = {
    "empty.txt": (b"", "It is empty"),
    "blank.txt": (" \n\t\n", "It is empty"),
    "noise.txt": (bytes(range(256)) * 8, "It is not text"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(64), "It is a PNG picture"),
    "zeros.txt": (bytes(4_000), "It is empty"),
    "turkish.txt": (TURKISH, "It is in Turkish"),
    "feed.xml": ("<rss></rss>", "Feeds (.xml) cannot be read yet"),
    "office.docx": (b"PK\x03\x04", "Files ending in .docx cannot be read"),
    "deep.html": (DEEP, "No article was found"),
    "torn.txt.gz": (gzip.compress(STORY.encode())[:-9], "The compressed file is damaged"),
    "list.json": ("[1, 2", "It is not valid JSON"),
    "nested.json": ("[" * 100_000, "It is not valid JSON"),
    "brackets.txt": (STORY + "[" * 20_000, "long runs of signs without a space, up to 20,000"),
    "quotes.txt": ("“" * 900_000, "long runs of signs without a space, up to 900,000"),
    "possessives.txt": ("'s" * 30_000, "long runs of signs without a space"),
    "tail.txt": ("a" * 400_000 + "]" * 300, "long runs of signs without a space, up to 300"),
    "long.txt": (STORY * 6_000, "more than the 1,000,000 that are read"),
}


def compare(*given: Path | str) -> Result:
    return CliRunner().invoke(main, ["compare", *map(str, given)])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good" / "harbour.txt"
    path.parent.mkdir()
    path.write_text(STORY, "utf-8")
    return path


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_every_bad_file_is_named_and_the_good_one_read(tmp_path: Path, good: Path) -> None:
    for name, (content, _) in BAD.items():
        write(tmp_path / name, content)
    result = compare(tmp_path)
    assert result.exit_code == SOME_NOT_READ, result.output
    assert result.stdout.startswith("1 report, ")
    said = result.stderr.splitlines()
    assert len(said) == len(BAD)
    for name, (_, reason) in BAD.items():
        (line,) = (line for line in said if f"/{name}: " in line)
        assert line.startswith("not read: ")
        assert reason in line


@pytest.mark.parametrize("name", ["empty.txt", "office.docx", "brackets.txt"])
def test_nothing_readable_is_status_one(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, BAD[name][0])
    result = compare(tmp_path)
    assert result.exit_code == NOTHING_DONE
    assert result.stdout == ""
    assert name in result.stderr
    assert "Nothing could be read" in result.stderr


def test_an_empty_folder_and_a_missing_file(tmp_path: Path) -> None:
    assert "There is no file in this folder" in compare(tmp_path).stderr
    result = compare(tmp_path / "absent.txt")
    assert result.exit_code == NOTHING_DONE
    assert "There is no such file" in result.stderr


def test_a_shorter_limit_names_what_is_over_it(good: Path) -> None:
    result = CliRunner().invoke(main, ["compare", "--max-chars", "50", str(good)])
    assert result.exit_code == NOTHING_DONE
    assert f"{len(STORY)} characters, more than the 50" in result.stderr


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    with gzip.open(path, "wb", compresslevel=1) as stream:
        for _ in range(257):
            stream.write(bytes(2**20))
    result = compare(path)
    assert result.exit_code == NOTHING_DONE
    assert "Its compressed content is larger than 256 MB" in result.stderr


def test_a_broken_line_is_named_by_its_number(tmp_path: Path) -> None:
    records = [json.dumps({"id": name, "text": f"{STORY} {name}"}) for name in "ab"]
    path = write(tmp_path / "lines.jsonl", f'{records[0]}\n{{"text": "cut\n{records[1]}\n[1]\n')
    result = compare(path)
    assert result.exit_code == SOME_NOT_READ
    assert result.stdout.startswith("2 reports, ")
    assert "lines.jsonl, line 2: It is not valid JSON at line 2" in result.stderr
    assert "lines.jsonl, line 4: It is no object" in result.stderr


def test_one_file_given_thrice_is_read_once(good: Path) -> None:
    again = good.parent / ".." / good.parent.name / good.name
    result = compare(good, good, again)
    assert result.exit_code == ALL_READ
    assert result.stdout.startswith("1 report, ")
    assert result.stderr.count("It was given more than once and read once.") == 2


def test_one_text_from_two_sources_is_a_reprint(tmp_path: Path, good: Path) -> None:
    write(tmp_path / "again.txt", STORY)
    result = CliRunner().invoke(main, ["compare", str(tmp_path), "-o", str(tmp_path / "out")])
    assert result.exit_code == ALL_READ, result.output
    assert "a reprint" in result.stderr
    dossier = json.loads((tmp_path / "out" / "dossier.json").read_text("utf-8"))
    assert len(dossier["reports"]) == 2
    assert "reprint" in {copy["kind"] for copy in dossier["copies"]}
    killed = dossier["incidents"][0]["findings"]
    assert {f["independent"]["high"] for f in killed if f["property"] == "killed"} == {1}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_what_may_not_be_opened_is_named(tmp_path: Path, good: Path) -> None:
    shut = write(tmp_path / "shut.txt", STORY)
    folder = tmp_path / "folder"
    folder.mkdir()
    shut.chmod(0)
    folder.chmod(0)
    result = compare(tmp_path)
    folder.chmod(0o700)
    assert result.exit_code == SOME_NOT_READ
    for name in ("shut.txt", "folder"):
        assert f"{name}: It may not be opened by you" in result.stderr


@pytest.mark.parametrize(
    "text",
    [
        STORY.replace("Larnos", "Lar\0nos"),
        STORY.replace("Larnos", "\u202eLarnos\u202c").replace("police", "\u2066police"),
        STORY + "=" * 300 + "\n" + "!" * 40,
        STORY + "😀" * 60,
        STORY + "![map](data:image/png;base64," + "QUJD+/" * 20_000 + "==)",
    ],
)
def test_odd_characters_stop_nothing(tmp_path: Path, text: str) -> None:
    result = compare(write(tmp_path / "odd.txt", text))
    assert result.exit_code == ALL_READ, result.output
    assert "\0" not in result.stdout
    assert "\u202e" not in result.stdout


def test_lines_in_two_encodings_are_read_in_their_own(tmp_path: Path) -> None:
    first = STORY.replace("Larnos", "Lärnos").encode()
    path = write(tmp_path / "two.txt", first + STORY.replace("Larnos", "Sölden").encode("cp1252"))
    result = CliRunner().invoke(main, ["compare", str(path), "-o", str(tmp_path / "out")])
    assert result.exit_code == ALL_READ
    assert "two encodings" in result.stderr
    (report,) = json.loads((tmp_path / "out" / "dossier.json").read_text("utf-8"))["reports"]
    assert "Lärnos" in report["text"]
    assert "Sölden" in report["text"]
