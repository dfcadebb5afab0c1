"""PLOVER, FollowTheMoney, PROV, ClaimReview, Web Annotations: read back by their own libraries.

The example is fiction. A library that is not installed skips its own test alone; the extra `test`
brings them all.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model.dossier import Dossier
from rashomon.publishing.exports import FORMATS

NAMES = ("plover", "ftm", "prov", "claimreview", "webannotation")
HOSTILE = ("</script><b>\"'\\\n\x00\u202e\U0001f600", "\udcff", "a b#c?d%e", "<>{}|^`")
PLOVER = {
    *("id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event"),
    *("event_loc", "event_text", "quad_code", "mode", "link", "text", "text_info", "cite_info"),
    *("comment", "size", "future", "hypothetical", "historical"),
}


def files(dossier: Dossier, name: str) -> dict[str, bytes]:
    return FORMATS[name](dossier).files


def lines(dossier: Dossier, name: str, file: str) -> list[dict[str, Any]]:
    text = files(dossier, name)[file].decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_dossier_gives_the_same_bytes(example: Dossier, name: str) -> None:
    assert FORMATS[name](example) == FORMATS[name](Dossier.model_validate(example.to_dict()))


@pytest.mark.parametrize("bad", HOSTILE[:1])
@pytest.mark.parametrize("name", NAMES)
def test_hostile_reports_make_whole_files(
    poisoned: Callable[[str], Dossier], name: str, bad: str
) -> None:
    for file, content in files(poisoned(bad), name).items():
        text = content.decode("utf-8")
        if file.endswith((".jsonl", ".ftm.json")):
            assert all(json.loads(line) for line in text.split("\n") if line)
        elif "json" in file:
            assert json.loads(text)


def test_plover_has_what_a_record_needs(example: Dossier) -> None:
    records = lines(example, "plover", "plover.jsonl")
    assert records
    for record in records:
        assert {"id", "date", "actor", "event"} <= record.keys() <= PLOVER
        assert record["actor"][0]["sector"]
        assert record["quad_code"] == "material conflict"


def test_plover_says_which_incidents_it_cannot_code(example: Dossier) -> None:
    made = FORMATS["plover"](example)
    left = [loss for loss in made.losses if loss.what == "the whole incident"]
    assert len(left) + len(lines(example, "plover", "plover.jsonl")) == len(example.incidents)


def test_an_annotation_finds_its_words_in_the_text_beside_it(example: Dossier) -> None:
    made = files(example, "webannotation")
    page = json.loads(made["annotations.jsonld"])
    assert len(page["items"]) == len(example.claims)
    for item in page["items"]:
        text = made[item["target"]["source"]].decode("utf-8")
        quote, position = item["target"]["selector"]
        words = text[position["start"] : position["end"]]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert words == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert item["motivation"] == "describing"


def test_a_review_gives_no_verdict(example: Dossier) -> None:
    content = json.loads(files(example, "claimreview")["claimreview.jsonld"])
    readings = [r for i in example.incidents for f in i.findings for r in f.readings]
    assert len(content["@graph"]) == len(readings)
    for review in content["@graph"]:
        assert review["@type"] == "ClaimReview"
        assert "ratingValue" not in review["reviewRating"]
        assert review["itemReviewed"]["@type"] == "Claim"
        assert review["itemReviewed"].get("appearance") != []
    assert len({each["@id"] for each in content["@graph"]}) == len(readings)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # by rdflib, of itself
@pytest.mark.parametrize(
    ("name", "file", "context"),
    [
        ("claimreview", "claimreview.jsonld", {"@vocab": "https://schema.org/"}),
        (
            "webannotation",
            "annotations.jsonld",
            {"@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type"},
        ),
    ],
)
def test_json_ld_is_read_as_a_graph(
    example: Dossier, name: str, file: str, context: dict[str, str]
) -> None:
    rdflib = pytest.importorskip("rdflib")
    content = json.loads(files(example, name)[file])
    content["@context"] = context  # the real one lies on the web
    graph = rdflib.Graph().parse(data=json.dumps(content), format="json-ld")
    assert len(graph) > len(example.claims)


def test_prov_json_is_read_by_the_prov_package(example: Dossier) -> None:
    model = pytest.importorskip("prov.model")
    content = files(example, "prov")["prov.json"].decode("utf-8")
    document = model.ProvDocument.deserialize(content=content, format="json")
    written = json.loads(content)
    assert len(list(document.get_records(model.ProvEntity))) == len(written["entity"])
    assert len(list(document.get_records(model.ProvAgent))) == len(written["agent"])
    derived = list(document.get_records(model.ProvDerivation))
    assert len(derived) == len(written["wasDerivedFrom"])
    again = document.serialize(format="json")
    assert model.ProvDocument.deserialize(content=again, format="json") == document


@pytest.mark.parametrize("bad", ["", *HOSTILE])
def test_prov_as_rdf_is_read_by_rdflib(
    example: Dossier, poisoned: Callable[[str], Dossier], bad: str
) -> None:
    rdflib = pytest.importorskip("rdflib")
    dossier = poisoned(bad) if bad else example
    content = files(dossier, "prov")["prov.nt"]
    graph = rdflib.Graph().parse(data=content, format="nt")
    assert len(graph) == content.count(b"\n")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    if bad:
        return
    claims = {str(each) for each in graph.subjects(prov.hadPrimarySource)}
    assert {f"urn:rashomon:claim/{c.id}" for c in dossier.claims if c.chain} <= claims
    origins = {span.report for c in dossier.copies for span in c.spans if span.role == "origin"}
    quoted = {str(each) for each in graph.objects(None, prov.wasQuotedFrom)}
    assert {f"urn:rashomon:report/{each}" for each in origins} <= quoted


@pytest.mark.parametrize("bad", ["", "a b#c?d%e_", "<>{}|^`"])
def test_every_entity_is_one_that_followthemoney_accepts(
    example: Dossier, poisoned: Callable[[str], Dossier], bad: str
) -> None:
    money = pytest.importorskip("followthemoney")
    entities = lines(poisoned(bad) if bad else example, "ftm", "entities.ftm.json")
    known = {each["id"]: money.model.get(each["schema"]) for each in entities}
    assert len(known) == len(entities)
    for each in entities:
        own = money.model.get_proxy(each, cleaned=False)
        kept = {name: sorted(values) for name, values in own.to_dict()["properties"].items()}
        assert kept == {name: sorted(values) for name, values in each["properties"].items()}
        own.schema.validate(each)
        for prop, value in own.itervalues():
            if prop.type.name == "entity":
                assert known[value].is_a(prop.range), (each["id"], prop.name)


def test_followthemoney_gets_no_person(example: Dossier) -> None:
    entities = lines(example, "ftm", "entities.ftm.json")
    assert "Person" not in {each["schema"] for each in entities}
    kept = {actor.name for actor in example.actors if actor.kind == "person"}
    names = {n for each in entities for n in each["properties"].get("name", [])}
    assert not names & kept
