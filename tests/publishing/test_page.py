"""The page: complete, linked both ways, honest about what is missing."""

import re
import time
from itertools import pairwise

import lxml.html
import pytest
from lxml.html import HtmlElement

from rashomon import publishing
from rashomon.model.dossier import Dossier
from rashomon.publishing.book import Book
from rashomon.publishing.hostile import visible
from rashomon.publishing.page import page_script, policy, stylesheet


@pytest.fixture(scope="module")
def html(example: Dossier) -> str:
    return publishing.page(example)


@pytest.fixture(scope="module")
def tree(html: str) -> HtmlElement:
    return lxml.html.document_fromstring(html)


def text_of(tree: HtmlElement, identity: str) -> str:
    shown = tree.get_element_by_id(identity).text_content()
    return " ".join(shown.replace("\u2068", "").replace("\u2069", "").split())


def test_every_claim_is_linked_both_ways(example: Dossier, tree: HtmlElement) -> None:
    for claim in example.claims:
        card = tree.get_element_by_id(f"claim-{claim.id}")
        assert f"#mark-{claim.id}" in [each.get("href") for each in card.iter("a")]
        report = tree.get_element_by_id(f"report-{claim.span.report}")
        pin = report.get_element_by_id(f"mark-{claim.id}")
        assert pin.getnext() is not None
        assert f"#claim-{claim.id}" in [each.get("href") for each in report.iter("a")]


def test_every_link_within_the_page_leads_somewhere(tree: HtmlElement) -> None:
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    targets = {
        each.get("href")[1:] for each in tree.iter("a", "use") if each.get("href", "")[0] == "#"
    }
    assert targets <= set(ids)


def test_the_marked_words_are_the_claims(example: Dossier, tree: HtmlElement) -> None:
    for claim in example.claims:
        card = tree.get_element_by_id(f"claim-{claim.id}")
        assert "".join(mark.text_content() for mark in card.iter("mark")) == claim.span.exact
        sentence = card.find(".//blockquote/p")
        assert sentence is not None
        assert sentence.text_content() == claim.sentence.exact


def test_reports_stand_in_full(example: Dossier, tree: HtmlElement) -> None:
    for report in example.reports:
        shown = tree.get_element_by_id(f"report-{report.id}")
        for raised in shown.findall(".//sup"):
            raised.drop_tree()
        lines = [p.text_content() for p in shown.findall(".//div[@class='text']/p") if _is_block(p)]
        assert lines == [line for line in visible(report.text).split("\n") if line.strip()]


def _is_block(paragraph: HtmlElement) -> bool:
    return "block" in paragraph.get("class", "").split()


def test_no_raw_code_is_shown(tree: HtmlElement) -> None:
    for style in [*tree.findall(".//style"), *tree.findall(".//script")]:
        style.drop_tree()
    shown = tree.text_content()
    for code in ("not-stated", "not-read", "not-in-scheme", "single-source", "other-reports",
                 "armed-group", "hedge-dropped", "different-scope", "compared-with", "air-strike",
                 "part-of-day", "None", "True"):  # fmt: skip
        assert code not in shown


def test_the_summary_says_who_says_so(tree: HtmlElement) -> None:
    shown = text_of(tree, "incident-bombing")
    assert "Three reports tell of this bombing: according to police, 4 were killed;" in shown
    assert "4 were killed; according to Larnos city hospital, 7;" in shown
    assert "24 to 99 (“Dozens”), hedged" in shown
    assert (
        "Free Harbour Movement is accused by ministers; Free Harbour Movement denies it." in shown
    )


def test_names_are_isolated_in_our_sentences(tree: HtmlElement) -> None:
    shown = tree.get_element_by_id("incident-bombing").text_content()
    assert "ccording to \u2068Larnos city hospital\u2069, 7" in shown


def test_a_toll_is_a_range_with_its_rule(tree: HtmlElement) -> None:
    shown = text_of(tree, "finding-f-killed")
    assert "4 to 7 killed" in shown
    assert "compatible" in shown
    assert "2 independent sources" in shown
    assert "Working figure 7. Rule:" in shown
    assert "A range of claims, not a confidence interval." in shown
    assert "both go back to bodies under one command" in shown
    bar = tree.get_element_by_id("finding-f-killed").find(".//svg[@role='img']")
    assert bar is not None
    assert "from 4 to 7; working figure 7" in bar.get("aria-label", "")


def test_what_is_missing_says_why(tree: HtmlElement) -> None:
    shown = text_of(tree, "incident-second")
    assert "said, but it could not be settled" in shown
    assert "the words can mean more than one thing" in shown
    assert "not stated" in shown
    assert "as alleged: no toll could be read." in shown


def test_conflicts_come_gravest_first_and_history_last(tree: HtmlElement) -> None:
    part = tree.get_element_by_id("incident-bombing").find(".//section[@class='parting']")
    assert part is not None
    kinds = [each.text_content() for each in part.iter("b")]
    assert kinds == ["Denial", "Vague against exact", "Superseded"]


def test_a_left_out_claim_says_why(tree: HtmlElement) -> None:
    assert "Left out: partial." in text_of(tree, "claim-r3-i")
    assert "a part of a larger number" in text_of(tree, "claim-r3-i")


def test_the_chain_keeps_every_hop_and_its_verb(tree: HtmlElement) -> None:
    assert "The Strait → who cites Reuters → who cites police “said”" in text_of(tree, "claim-r2-k")


def test_apparatus(tree: HtmlElement) -> None:
    assert [li.get("class") for li in tree.findall(".//ol[@class='timeline']/li")] == [
        "happened", "happened", "came-out", "came-out", "came-out", "figure", "figure", "figure",
        "happened undated",
    ]  # fmt: skip
    assert "Said not to be Harbour Guard" in text_of(tree, "actor-a-fhm")
    assert "“union” by Free Harbour Movement, quoted" in text_of(tree, "actor-a-fhm")
    assert "a hedge was dropped: At least four" in text_of(tree, "copy-c1")
    assert "Post · Pier Nine · @pier_nine · Monday 13 May 2024" in text_of(tree, "report-r1")
    assert "it fits 14 to 19 May 2024" in text_of(tree, "report-r3")
    assert "Claims tied to no incident" in text_of(tree, "loose")


def test_the_policy_allows_this_style_and_nothing_else(html: str, tree: HtmlElement) -> None:
    meta = tree.find(".//meta[@http-equiv='Content-Security-Policy']")
    assert meta is not None
    style = lxml.html.document_fromstring(html).find(".//style")
    assert style is not None
    assert meta.get("content") == policy(style.text or "", page_script())
    assert "default-src 'none'" in meta.get("content", "")
    assert "unsafe" not in meta.get("content", "")
    assert f"<style>{stylesheet()}" in html
    assert html.count("<script") == 1
    assert f"<script>{page_script()}</script>" in html
    assert not re.search(r"url\(|@import", stylesheet())


def test_structure_for_screen_readers(tree: HtmlElement) -> None:
    assert tree.get("lang") == "en"
    for landmark in ("header", "nav", "main", "footer"):
        assert tree.find(f".//{landmark}") is not None
    assert len(tree.findall(".//h1")) == 1
    levels = [int(each.tag[1]) for each in tree.iter("h1", "h2", "h3", "h4", "h5")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in tree.iter("table"):
        assert table.find("caption") is not None
        assert all(th.get("scope") for th in table.iter("th"))
    assert all(svg.get("aria-hidden") or svg.get("aria-label") for svg in tree.iter("svg"))


def test_an_empty_dossier(example: Dossier) -> None:
    empty = example.model_copy(
        update=dict.fromkeys(("reports", "voices", "actors", "claims", "copies", "incidents"), ())
    )
    tree = lxml.html.document_fromstring(publishing.page(empty))
    assert "No incident was found in these reports." in tree.text_content()


def test_dangling_ids_are_shown_without_a_link(example: Dossier) -> None:
    cut = example.model_copy(update={"voices": (), "actors": (), "reports": example.reports[:1]})
    lxml.html.document_fromstring(publishing.page(cut))


def test_the_page_is_small_and_fast(example: Dossier) -> None:
    assert len(publishing.page(example).encode()) < 140_000
    large = many(example, 60)
    began = time.process_time()
    publishing.page(large)
    assert time.process_time() - began < 8


def many(example: Dossier, times: int) -> Dossier:
    """The example many times over, each with ids of its own."""
    raw = publishing.to_json(example)
    data = example.to_dict()
    merged = dict(data)
    for kind in ("reports", "voices", "actors", "claims", "copies", "incidents"):
        merged[kind] = []
    pattern = re.compile(
        r'"((?:r[123](?:-\w+)?|v-\w+|a-\w+|f-\w+|c1|bombing|shooting|second))"(?=[,\n\]}])'
    )
    for n in range(times):
        renamed = pattern.sub(rf'"\1.{n}"', raw)
        renamed = re.sub(
            rf'"(kind|cause)": "(bombing|shooting|second)\.{n}"', r'"\1": "\2"', renamed
        )
        each = Dossier.model_validate_json(renamed).to_dict()
        for kind in ("reports", "voices", "actors", "claims", "copies", "incidents"):
            merged[kind].extend(each[kind])
    return Dossier.model_validate(merged)


def test_a_claim_given_twice_is_shown_once(example: Dossier) -> None:
    doubled = example.model_copy(update={"claims": (*example.claims, *example.claims)})
    assert publishing.page(doubled).replace("30 claims", "15 claims") == publishing.page(example)


def test_an_unsettled_time_is_shown_in_its_words(example: Dossier) -> None:
    nothing = {"earliest": None, "latest": None, "granularity": None}
    data = example.to_dict()
    when = next(each for each in data["claims"] if each["property"] == "when")
    when["value"] = {**nothing, "why_null": dict.fromkeys(nothing, "unresolved")}
    finding = dict(data["incidents"][0]["findings"][3], id="f-when", property="when")
    finding["readings"] = [dict(finding["readings"][0], value=when["value"], claims=[when["id"]])]
    data["incidents"][0]["findings"].append(finding)
    tree = lxml.html.document_fromstring(publishing.page(Dossier.model_validate(data)))
    assert "“on Monday night”, not settled" in text_of(tree, "finding-f-when")


@pytest.mark.parametrize(
    ("title", "source", "name"),
    [
        ("A short title", "x.txt", "A short title"),
        (None, "pile/a.txt", "a.txt"),
        (None, "C:\\pile\\a.txt", "a.txt"),
        (None, "https://paper.example/", "paper.example"),
        ("word " * 40, "x", "word " * 11 + "…"),
        ("x" * 90, "x", "x" * 56 + " …"),
    ],
)
def test_a_report_without_an_outlet_has_a_name(
    example: Dossier, title: str | None, source: str, name: str
) -> None:
    first = example.reports[0].model_copy(update={"outlet": None, "title": title, "source": source})
    book = Book(example.model_copy(update={"reports": (first,)}))
    assert book.report_name("r1") == name
