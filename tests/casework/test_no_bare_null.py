"""Nothing is missing without a reason, and every word stands where it is said to stand.

CONTRACT.md asks that an object's ``why_null`` name a code for each of its fields that is null.
Two kinds of null need none, and ``NO_CODE`` lists them:

- ``high``, which then means open;
- a field that points at something there may be none of ("or null": the attribution around this
  one, the incident of a mention), and the fields beyond CONTRACT.md's lists that are notes of how
  a mention or a time was read. There the null is the whole answer.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import rashomon

EXAMPLES = Path(__file__).parents[2] / "examples" / "harbour-consulate"
NO_CODE = {
    "attributions": {"parent", "voice"},
    "mentions": {"incident", "affects", "background_because", "distinct", "tied_to"},
    "times": {"offset"},
    "voices": {"country", "command"},
}
Json = dict[str, Any]


@pytest.fixture(scope="module")
def dossier() -> Json:
    record: Json = json.loads(json.dumps(rashomon.compare([str(EXAMPLES)]).to_dict()))
    return record


def objects(value: object, name: str = "dossier") -> Iterator[tuple[str, Json]]:
    """Every object below, with the name of the field that holds it."""
    if isinstance(value, dict):
        yield name, value
        for key, below in value.items():
            yield from objects(below, key)
    elif isinstance(value, list):
        for each in value:
            yield from objects(each, name)


def test_every_null_has_its_code(dossier: Json) -> None:
    bare = {
        f"{name}.{field}"
        for name, each in objects(dossier)
        for field, value in each.items()
        if value is None
        and "why_null" in each
        and field not in {"high", *NO_CODE.get(name, ())}
        and field not in each["why_null"]
    }
    assert bare == set()


def test_the_codes_name_fields_that_are_there(dossier: Json) -> None:
    for name, each in objects(dossier):
        assert set(each.get("why_null", ())) <= set(each), name


def test_what_the_contract_counts_on_has_a_place_for_codes(dossier: Json) -> None:
    for kind in ("incidents", "findings", "claims", "voices", "actors", "reports"):
        found = [each for name, each in objects(dossier) if name == kind and "id" in each]
        assert found, kind
        assert all("why_null" in each for each in found), kind


def test_every_span_holds_its_words(dossier: Json) -> None:
    texts = {report["id"]: report["text"] for report in dossier["reports"]}
    spans = [each for _, each in objects(dossier) if each.keys() >= {"report", "start", "end"}]
    assert len(spans) > 200
    for span in spans:
        words = span["exact"] if "exact" in span else span["text"]
        assert texts[span["report"]][span["start"] : span["end"]] == words


def test_every_annotation_lies_in_its_text(dossier: Json) -> None:
    for report in dossier["reports"]:
        text = report["text"]
        for name, each in objects(report["annotations"]):
            if "start" in each:
                assert 0 <= each["start"] < each["end"] <= len(text), name
                assert text[each["start"] : each["end"]] == each.get(
                    "exact", text[each["start"] : each["end"]]
                )


def test_what_one_object_names_another_is(dossier: Json) -> None:
    """No id leads nowhere."""
    ids = {kind: {each["id"] for each in dossier[kind]} for kind in ("claims", "voices", "reports")}
    for claim in dossier["claims"]:
        assert {link["voice"] for link in claim["chain"]} <= ids["voices"]
        assert claim["span"]["report"] in ids["reports"]
    for _, each in objects(dossier["incidents"]):
        assert set(each.get("claims", ())) <= ids["claims"]
        assert set(each.get("reports", ())) <= ids["reports"]


def test_no_code_explains_a_value_that_is_there(dossier: Json) -> None:
    idle = {
        f"{name}.{field}"
        for name, each in objects(dossier)
        for field in each.get("why_null", ())
        if each[field] is not None
    }
    assert idle == set()


def test_a_claim_that_is_left_out_says_why_and_a_correction_says_of_what(dossier: Json) -> None:
    ids = {claim["id"] for claim in dossier["claims"]}
    assert all(claim["used"] == (claim["why_not"] is None) for claim in dossier["claims"])
    corrected = {claim["corrects"] for claim in dossier["claims"]} - {None}
    assert corrected
    assert corrected <= ids
