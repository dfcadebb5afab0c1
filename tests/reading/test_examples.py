"""The example reports, as the README of the examples says they are read."""

from pathlib import Path

from rashomon.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_eight_reports_without_a_problem() -> None:
    reading = read([EXAMPLES / "harbour-consulate"])
    assert reading.problems == ()
    assert [(report.outlet, (report.published or "")[:10]) for report in reading.reports] == [
        (None, "2021-10-12"),
        ("The Coast Courier", "2021-10-12"),
        ("Sadwa Today", "2021-10-12"),
        ("The Northern Gazette", "2021-10-13"),
        ("Lisbon Herald", "2021-10-13"),
        ("Harbour Watch", "2021-10-13"),
        ("Canal Sud", "2021-10-13"),
        (None, ""),
    ]
    assert [report.published_basis for report in reading.reports] == [
        "text",
        "metadata",
        "metadata",
        "text",
        "text",
        "metadata",
        "metadata",
        "unknown",
    ]
    assert all(report.title for report in reading.reports)


def test_posts_and_their_authors_survive_and_the_page_around_them_does_not() -> None:
    text = read([EXAMPLES / "harbour-consulate"]).reports[5].text
    for kept in ("LAM Media Office (@lam_media_office) October 12, 2021", "(@pilot_rs)"):
        assert kept in text
    assert "Ships in port" not in text


def test_every_report_is_of_the_length_of_news() -> None:
    for report in read([EXAMPLES / "harbour-consulate"]).reports:
        assert 140 <= len(report.text.split()) <= 450
