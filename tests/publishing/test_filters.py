"""Filters, heads, very many incidents, wording, grid: what the page says and where it leads."""

from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement

from rashomon import publishing
from rashomon.model.dossier import Dossier
from rashomon.publishing.filters import rules
from rashomon.publishing.heads import notes
from rashomon.publishing.page import page_view


def spread(example: Dossier, times: int) -> Dossier:
    """The example with its first incident many times over."""
    first = example.incidents[0]
    more = tuple(
        first.model_copy(update={"id": f"more{n}", "title": f"Bombing {n}", "findings": ()})
        for n in range(times)
    )
    return example.model_copy(update={"incidents": (*example.incidents, *more)})


@pytest.fixture(scope="module")
def tree(example: Dossier) -> HtmlElement:
    return lxml.html.document_fromstring(publishing.page(example))


def test_every_choice_has_its_rule_and_its_claims(example: Dossier, tree: HtmlElement) -> None:
    style = "".join(each.text or "" for each in tree.iter("style"))
    choices = [each for each in tree.iter("option") if each.get("value")]
    assert len(choices) > 10
    for each in choices:
        code = each.get("value", "")
        assert f"[value={code}]:checked" in style
        shown = [e for e in tree.find_class("claim") if e.get("id") and code in e.classes]
        assert f"({len(shown)})" in each.text_content()


def test_menus_call_voices_by_their_names(tree: HtmlElement) -> None:
    voices = tree.get_element_by_id("f-voice").text_content()
    assert "police" in voices
    assert "Larnos city hospital" in voices


def test_what_may_be_passed_on_says_so_at_its_head(example: Dossier) -> None:
    assert notes(example) == ()
    shown = publishing.page(publishing.redact(example))
    head = lxml.html.document_fromstring(shown).find(".//header")
    assert head is not None
    assert "private persons stand as roles" in head.text_content()
    assert "only the quoted sentences" in head.text_content()
    kept = notes(publishing.redact(example, with_names=True, exact_places=True))
    assert "roles" not in kept[0]
    assert "settlement" not in kept[0]


def test_a_record_as_of_a_day_says_so_at_its_head(example: Dossier) -> None:
    made = example.made_with.model_copy(update={"settings": {"as_of": "2024-05-14"}})
    shown = publishing.page(example.model_copy(update={"made_with": made}))
    head = lxml.html.document_fromstring(shown).find(".//header")
    assert head is not None
    assert "As of Tuesday 14 May 2024" in head.text_content()


def test_up_to_twenty_incidents_are_one_file(example: Dossier, tmp_path: Path) -> None:
    publishing.write(spread(example, 17), tmp_path)
    assert not (tmp_path / "incidents").exists()


def test_more_have_a_page_each_and_every_link_leads_somewhere(
    example: Dossier, tmp_path: Path
) -> None:
    dossier = spread(example, 30)
    _, index = publishing.write(dossier, tmp_path)
    files = sorted(each.name for each in (tmp_path / "incidents").iterdir())
    assert len(files) == len(dossier.incidents) + 1
    for file in [index, *(tmp_path / "incidents" / name for name in files)]:
        tree = lxml.html.document_fromstring(file.read_text(encoding="utf-8"))
        ids = {each.get("id") for each in tree.iter() if each.get("id")}
        for link in tree.iter("a"):
            href = link.get("href", "")
            if href.startswith("#"):
                assert href[1:] in ids, (file.name, href)
            elif not href.startswith("http"):
                assert (file.parent / href).exists(), (file.name, href)


def test_no_claim_is_lost_between_the_pages(example: Dossier, tmp_path: Path) -> None:
    publishing.write(spread(example, 30), tmp_path)
    text = "".join(
        each.read_text(encoding="utf-8") for each in sorted((tmp_path / "incidents").iterdir())
    )
    for claim in example.claims:
        assert f'id="claim-{claim.id}"' in text


def test_reports_keep_their_numbers_on_their_own_pages(example: Dossier, tmp_path: Path) -> None:
    publishing.write(spread(example, 30), tmp_path)
    shown = (tmp_path / "incidents" / "incident-shooting.html").read_text(encoding="utf-8")
    tree = lxml.html.document_fromstring(shown)
    report = tree.get_element_by_id("report-r2")
    assert report.find_class("tag")[0].text_content() == "R2"


def test_the_ledger_of_words(tree: HtmlElement) -> None:
    shown = " ".join(tree.get_element_by_id("wording").text_content().split())
    assert "union" in shown
    assert "Free Harbour Movement" in shown
    assert "What actors are called" in shown


def test_the_grid_counts_claims_and_shows_silence(example: Dossier, tree: HtmlElement) -> None:
    grid = tree.get_element_by_id("incident-bombing").find_class("silent")[0]
    rows = {row[0].text_content(): row for row in grid.iter("tr")}
    claims = [c for c in example.claims if c.property == "killed" and c.incident == "bombing"]
    told = [c for c in claims if c.span.report == "r1"]
    assert rows["Killed"][1].text_content().strip() == str(len(told))
    assert "silent" in grid.text_content()


def test_an_incident_takes_less_than_300_kilobytes(example: Dossier) -> None:
    texts = sum(len(report.text) for report in example.reports)
    assert len(publishing.page(example).encode()) - texts < 300_000


def test_filters_ask_the_form_alone(example: Dossier) -> None:
    """Asked of the whole page, each rule would be asked again for every element that is added."""
    made = rules(page_view(example).menus)
    assert made.count(":has(") > 20
    assert made.count(":has(") == made.count(".sieve:has(")


def test_a_report_is_filtered_by_what_its_claims_are(example: Dossier, tree: HtmlElement) -> None:
    for report in example.reports:
        shown = tree.get_element_by_id(f"report-{report.id}")
        held = {code for mark in shown.iter("sup") for code in mark.classes}
        assert held
        assert held <= set(shown.classes)


def test_nobody_having_overruled_anything_is_no_missing_value(tree: HtmlElement) -> None:
    footer = tree.find(".//footer")
    assert footer is not None
    assert "no person has overruled a link or a figure" in footer.text_content()
    assert "not stated" not in footer.text_content()
