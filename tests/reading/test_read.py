"""The whole room: inputs in, reports and problems out."""

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.report import Report
from rashomon.reading import Problem, Reading, read
from rashomon.reading.drafts import Draft
from rashomon.reading.formats import read_bytes
from rashomon.reading.problems import NotReadError

Write = Callable[[str, str | bytes], str]

STORY = "Four people were killed when a bomb went off at the ferry terminal, police said on Monday."
OTHER = (
    "A fire in the old town of Larnos was put out on Sunday and no one was hurt, the mayor said."
)
FRENCH = (
    "Quatre personnes ont été tuées lundi soir à Larnos lorsqu'une bombe a explosé dans le "
    "terminal des ferries, a annoncé la police. Les secours cherchent encore des survivants."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Ferry blast | Harbour Daily</title>
<meta property="og:site_name" content="Harbour Daily">
<meta property="article:published_time" content="2024-05-14T08:10:00+03:00">
<link rel="canonical" href="https://harbour.example/blast"></head><body><nav>Home Sport</nav>
<article><h1>Ferry blast kills four</h1><p>{STORY}</p><p>{OTHER}</p><p>{STORY} {OTHER}</p>
</article><footer>Imprint</footer></body></html>"""


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def only(reading: Reading) -> Problem:
    (problem,) = reading.problems
    return problem


def test_a_text_file_is_unchanged(write: Write) -> None:
    text = f"Ferry blast kills four\r\n\r\n14 May 2024\r\n\r\n{STORY}\r\n"
    path = write("a.txt", b"\xef\xbb\xbf" + text.encode())
    (report,) = read([path]).reports
    assert report.text == text
    assert report.source == Path(path).as_posix()
    assert (report.title, report.published, report.published_basis, report.language) == (
        "Ferry blast kills four",
        "2024-05-14",
        "text",
        "en",
    )


def test_a_page_gives_its_article_and_metadata(write: Write) -> None:
    (report,) = read([write("a.html", PAGE)]).reports
    assert STORY in report.text
    assert "Imprint" not in report.text
    assert report.title is not None
    assert report.title.startswith("Ferry blast")
    assert (report.outlet, report.url, report.source) == (
        "Harbour Daily",
        "https://harbour.example/blast",
        "https://harbour.example/blast",
    )
    assert (report.published, report.published_basis) == ("2024-05-14", "metadata")


def test_a_page_without_an_article_is_named(write: Write) -> None:
    assert codes(read([write("a.html", "<div>" * 20_000)])) == ["no-article"]


def test_a_page_of_nothing_but_tags_is_not_worked_through(write: Write) -> None:
    assert codes(read([write("a.html", "<p>" * 200_000 + STORY)])) == ["too-large"]


def test_a_mapping_keeps_its_id_text_and_fields() -> None:
    record = {
        "id": "r9",
        "text": f"{STORY}\r\n",
        "title": " T ",
        "outlet": "O",
        "n": 1,
        "url": None,
    }
    (report,) = read([record | {"published": "2019-12-31"}]).reports
    assert (report.id, report.source, report.text) == ("r9", "r9", f"{STORY}\r\n")
    assert (report.title, report.outlet, report.published) == ("T", "O", "2019-12-31")
    assert report.published_basis == "metadata"


def test_a_day_that_is_none_is_noted_and_not_used() -> None:
    reading = read([{"text": STORY, "published": "03/04/2019"}])
    assert reading.reports[0].published is None
    assert only(reading).code == "date"
    assert not only(reading).fatal


def test_another_day_in_the_text_is_noted_and_the_given_one_used() -> None:
    text = f"Updated: 25 August 2015\n\n{STORY}"
    reading = read([{"text": text, "published": "2017-01-28"}])
    assert reading.reports[0].published == "2017-01-28"
    assert "2015-08-25" in only(reading).message
    assert read([{"text": text, "published": "2015-08-26T01:00:00Z"}]).problems == ()


def test_a_report_comes_back_as_it_is() -> None:
    first = read([{"id": "a", "text": STORY, "url": "https://x.example/1"}])
    assert read(list(first.reports)) == first


@pytest.mark.parametrize("suffix", ["", ".gz"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps({"id": "x", "text": STORY})),
        ("a.json", json.dumps([{"id": "x", "text": STORY}])),
        ("a.json", json.dumps({"reports": [{"id": "x", "text": STORY}]})),
        ("a.jsonl", json.dumps({"id": "x", "text": STORY}) + "\n\n"),
    ],
)
def test_json_in_its_three_shapes_and_lines(
    write: Write, name: str, content: str, suffix: str
) -> None:
    data = gzip.compress(content.encode()) if suffix else content
    path = write(name + suffix, data)
    (report,) = read([path]).reports
    assert (report.id, report.text, report.source) == ("x", STORY, Path(path).as_posix())


def test_a_broken_line_is_named_by_its_number_and_the_rest_read(write: Write) -> None:
    lines = [json.dumps({"text": STORY}), "", "{broken", "[1]", "{}", json.dumps({"text": OTHER})]
    reading = read([write("a.jsonl", "\n".join(lines))])
    assert [report.text for report in reading.reports] == [STORY, OTHER]
    assert codes(reading) == ["broken-json", "record", "record"]
    assert [problem.source.rsplit(", ")[-1] for problem in reading.problems] == [
        "line 3",
        "line 4",
        "line 5",
    ]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", "", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        ("a.txt", FRENCH, "language"),
        ("a.json", "{", "broken-json"),
        ("a.json", "[" * 100_000, "broken-json"),
        ("a.json", "9" * 10_000, "broken-json"),
        ("a.json", "3", "record"),
        ("a.json", '{"text": 3}', "record"),
        ("a.json", '{"text": ""}', "empty"),
        ("a.xml", "<rss/>", "format-later"),
        ("a.warc.gz", b"\x1f\x8b", "format-later"),
        ("a.docx", "PK", "format"),
        ("a", "text", "format"),
        ("a.txt.gz", b"\x1f\x8b\x08", "broken-gzip"),
    ],
)
def test_what_cannot_be_read_is_named(
    write: Write, name: str, content: str | bytes, code: str
) -> None:
    path = write(name, content)
    reading = read([path, {"text": STORY}])
    assert len(reading.reports) == 1
    assert (only(reading).code, only(reading).fatal, only(reading).source) == (code, True, path)


def test_a_long_text_is_not_read_and_its_length_said() -> None:
    problem = only(read([{"id": "long", "text": STORY * 20}], max_chars=1000))
    assert (problem.source, problem.code) == ("long", "too-long")
    assert f"{len(STORY) * 20:,}" in problem.message


def test_the_same_file_twice_is_read_once(write: Write, tmp_path: Path) -> None:
    path = write("a.txt", STORY)
    (tmp_path / "x").mkdir()
    reading = read([path, str(tmp_path / "." / "x" / ".." / "a.txt"), str(tmp_path)])
    assert len(reading.reports) == 1
    assert codes(reading) == ["same-file", "same-file"]
    assert not any(problem.fatal for problem in reading.problems)


def test_the_same_text_from_two_sources_is_a_reprint(write: Write) -> None:
    reading = read([write("a.txt", STORY), write("b.txt", STORY)])
    assert len({report.id for report in reading.reports}) == 2
    assert codes(reading) == ["reprint"]


def test_the_same_text_from_the_same_address_is_one_report() -> None:
    one = {"url": "https://x.example/1", "text": STORY}
    reading = read([one, one | {"title": "T"}, one | {"text": OTHER}])
    assert [(report.title, report.text) for report in reading.reports] == [
        ("T", STORY),
        (None, OTHER),
    ]
    assert codes(reading) == ["same-report"]


def test_an_id_given_to_two_reports_is_named_and_both_are_read() -> None:
    reading = read(
        [{"id": "a", "text": STORY}, {"id": "a", "text": OTHER}, {"id": "b", "text": OTHER}]
    )
    assert codes(reading) == ["same-id", "same-id", "reprint"]
    ids = [report.id for report in reading.reports]
    assert len(set(ids)) == 3
    assert "a" not in ids
    assert "b" in ids


def test_order_changes_no_report(write: Write, tmp_path: Path) -> None:
    write("p.jsonl", json.dumps({"text": STORY}) + "\n" + json.dumps({"text": OTHER, "id": "z"}))
    write("q.html", PAGE)
    given: list[object] = [str(tmp_path / "p.jsonl"), str(tmp_path / "q.html")]
    given += [{"url": "u", "text": STORY, "title": t, "id": i} for t in "XY" for i in ("1", None)]
    given += [{"id": "1", "text": OTHER}]
    wanted = {report.id: report for report in read(given).reports}  # type: ignore[arg-type]
    for seed in range(6):
        random.Random(seed).shuffle(given)
        assert {report.id: report for report in read(given).reports} == wanted  # type: ignore[arg-type]


def test_a_folder_is_walked_in_order_and_links_stay_inside(write: Write, tmp_path: Path) -> None:
    outside = write("outside.txt", OTHER)
    for name in ("in/b.txt", "in/sub/a.txt", "in/.hidden.txt", "in/.git/c.txt"):
        write(name, f"{STORY} ({name})")
    write("in/z.pdf", "%PDF-")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/leak.txt").symlink_to(outside)
    reading = read([tmp_path / "in"])
    assert [Path(report.source).name for report in reading.reports] == ["b.txt", "a.txt"]
    assert sorted(codes(reading)) == ["format", "link"]


def test_globs_and_what_matches_nothing(write: Write, tmp_path: Path) -> None:
    write("b.txt", STORY)
    write("a.txt", OTHER)
    write("s/c.txt", STORY + OTHER)
    (tmp_path / "s/loop").symlink_to(tmp_path)
    sources = [Path(r.source).name for r in read([str(tmp_path / "*.txt")]).reports]
    assert sources == ["a.txt", "b.txt"]
    assert len(read([str(tmp_path / "**" / "*.txt")]).reports) == 3
    assert codes(read([str(tmp_path / "*.md"), str(tmp_path / "nope.txt")])) == ["missing"] * 2


def test_a_folder_without_files_a_device_and_a_bad_name(tmp_path: Path) -> None:
    assert codes(read([tmp_path, "/dev/null", "a\0b", "x" * 5000])) == [
        "missing",
        "not-a-file",
        "unreadable",
        "unreadable",
    ]


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (STORY, 1),
        (PAGE, 1),
        (json.dumps({"text": STORY}), 1),
        (json.dumps([{"text": STORY}, {"text": OTHER}], indent=2), 2),
        (json.dumps({"text": STORY}) + "\n" + json.dumps({"text": OTHER}), 2),
        ("[Updated] " + STORY, 1),
    ],
)
def test_standard_input_tells_its_format(data: str, count: int) -> None:
    for stdin in (data.encode(), gzip.compress(data.encode())):
        assert len(read(["-"], stdin=stdin).reports) == count


def test_nothing_on_standard_input() -> None:
    assert codes(read(["-"])) == ["missing"]
    assert codes(read(["-"], stdin=b"")) == ["empty"]


def test_half_characters_are_replaced_and_noted(write: Write) -> None:
    reading = read(
        [write("a.json", '{"text": "Police said \\ud83d four people died on the quay."}')]
    )
    assert "\ufffd" in reading.reports[0].text
    assert codes(reading) == ["broken-characters"]


def test_a_wrong_kind_of_input_is_the_programmers_mistake() -> None:
    with pytest.raises(TypeError, match="int"):
        read([3])  # type: ignore[list-item]


def test_fields_of_the_wrong_kind_are_noted() -> None:
    reading = read([{"text": STORY, "title": ["x"], "url": 3, "id": 7}])
    assert codes(reading) == ["field"]
    assert (reading.reports[0].id, reading.reports[0].title) == ("7", None)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
fields = st.sampled_from(["id", "text", "title", "outlet", "published", "url", "other"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.dictionaries(fields, json_values, max_size=7), max_size=4))
def test_no_record_raises_and_texts_stay(records: list[dict[str, object]]) -> None:
    reading = read(records)
    given = {record["text"] for record in records if isinstance(record.get("text"), str)}
    assert {report.text for report in reading.reports} <= given
    assert len({report.id for report in reading.reports}) == len(reading.reports)
    assert all(isinstance(report, Report) for report in reading.reports)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([".txt", ".html", ".json", ".jsonl"]))
def test_no_bytes_raise(data: bytes, suffix: str) -> None:
    try:
        items = list(read_bytes(data, "a", suffix))
    except NotReadError as error:
        items = [error.about("a")]
    assert all(isinstance(item, Draft | Problem) for item in items)
