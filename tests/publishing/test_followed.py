"""What followed an incident, on the page, in the explanation, in tables, and passed on."""

import csv
import io

import pytest
from lxml.html import HtmlElement, fromstring

import rashomon
from rashomon.model.dossier import Dossier
from rashomon.publishing import page
from rashomon.publishing.explaining import explain_incident
from rashomon.publishing.exports import tables

# Fiction.
LEAD = "Gunmen shot dead three people at an inn in Arvik on Sunday night."
FIRST = f"{LEAD}\n\nA suspect was arrested on Tuesday, said Ada Brun, the prosecutor.\n"
SECOND = f"{LEAD}\n\nOn Tuesday a suspect was arrested, police said. A curfew was imposed.\n"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return rashomon.compare(
        [
            {"id": "r1", "text": FIRST, "published": "2024-06-12", "outlet": "Arvik Courier"},
            {"id": "r2", "text": SECOND, "published": "2024-06-12", "outlet": "Denholm Post"},
        ]
    )


@pytest.fixture(scope="module")
def tree(dossier: Dossier) -> HtmlElement:
    return fromstring(page(dossier))


def test_the_page_gives_each_with_its_day_and_who_tells_of_it(
    dossier: Dossier, tree: HtmlElement
) -> None:
    arrest, curfew = tree.xpath("//section[@class='developments']/ol/li")
    (summary,) = arrest.xpath("details/summary")
    assert " ".join(summary.text_content().split()) == (
        "Arrest, Tuesday 11 June 2024 2 independent sources"
    )
    assert "day not told, by Wednesday 12 June 2024" in curfew.text_content()
    assert len(arrest.xpath("details/ul[contains(@class, 'claims')]/li")) == 2
    told = [claim.id for claim in dossier.claims if claim.property == "development"]
    assert all(tree.xpath("//*[@id=$name]", name=f"claim-{each}") for each in told)


def test_the_timeline_has_those_of_a_known_day(tree: HtmlElement) -> None:
    (row,) = tree.xpath("//ol[@class='timeline']/li[contains(@class, 'followed')]")
    assert "Tuesday 11 June 2024" in row.text_content()
    (link,) = (a.get("href") for a in row.iter("a") if "development" in a.get("href"))
    assert tree.xpath("//*[@id=$name]", name=link.lstrip("#"))


def test_the_explanation_and_the_table(dossier: Dossier) -> None:
    told = "\n".join(explain_incident(dossier, dossier.incidents[0]))
    assert "What followed:" in told
    assert "Arrest, Tuesday 11 June 2024" in told
    exported = tables.export(dossier).files["developments.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(exported)))
    assert [(row["development"], row["earliest"], row["latest"]) for row in rows] == [
        ("arrest", "2024-06-11", "2024-06-11"),
        ("curfew", "", "2024-06-12"),
    ]


def test_what_is_passed_on_keeps_them_with_their_words(dossier: Dossier) -> None:
    public = dossier.public()
    texts = {report.id: report.text for report in public.reports}
    (incident,) = public.incidents
    assert len(incident.developments) == 2
    claims = {claim.id: claim for claim in public.claims}
    for reading in incident.developments:
        for span in (claims[each].span for each in reading.claims):
            assert texts[span.report][span.start : span.end] == span.exact
