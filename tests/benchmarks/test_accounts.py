"""The accounts set: its form, the pairing of incidents, and every kind of item right and wrong."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from agreement import RULES, alpha, kappa, pairs, table
from checks_events import main, part, published, toll, when
from found import found
from goldset import HERE, Coding, Happening, alike, fold, piles, read, stretch
from pairing import likeness, paired
from score import CHECKS, judge, misses, show, tallies

PILES = piles()
PROPERTIES = frozenset(
    "killed injured casualties missing abducted arrested displaced evacuated participants".split()  # noqa: SIM905
)


@pytest.mark.parametrize("pile", PILES, ids=lambda pile: pile.name[:2])
@pytest.mark.parametrize("name", ["first.json", "second.json", "gold.json"])
def test_codings_are_well_formed(pile: Path, name: str) -> None:
    if not (pile / name).exists():
        pytest.skip("not coded yet")
    coding = read(pile, name)
    letters = {happening.name for happening in coding.happenings}
    assert len({item["id"] for item in coding.items}) == len(coding.items)
    for item in coding.items:
        assert item["kind"] in CHECKS
        assert item["statement"]
        named = [item.get(name) for name in ("incident", "main") if item["kind"] != "relation"]
        assert {*named, *item.get("incidents", ())} <= {None, *letters}, item["id"]
        if item["kind"] == "toll":
            assert item["property"] in PROPERTIES


@pytest.mark.parametrize("pile", PILES, ids=lambda pile: pile.name[:2])
@pytest.mark.parametrize("name", ["first.json", "second.json", "gold.json"])
def test_quotes_stand_in_their_reports(pile: Path, name: str) -> None:
    if not (pile / name).exists():
        pytest.skip("not coded yet")
    coding = read(pile, name)
    for item in coding.items:
        ends = [item] if "quote" in item else [item[end] for end in ("from", "to") if end in item]
        for end in (e for e in ends if isinstance(e, dict) and "quote" in e):
            assert stretch(coding.texts[end["report"]], end["quote"]), (item["id"], end["quote"])


def happening(name: str, reports: str, day: str | None = None, kind: str = "fire") -> Happening:
    told = frozenset(reports.split())
    return Happening(name, told, frozenset(), (day, day), (), frozenset({kind}))


def test_incidents_pair_by_reports_then_day() -> None:
    ones = [happening("A", "r1 r2", "2024-05-01"), happening("B", "r2", "2024-05-09")]
    others = [
        happening("x", "r2", "2024-05-09"),
        happening("y", "r1 r2 r3", "2024-05-01"),
        happening("z", "r4", "2024-05-01"),
    ]
    assert paired(ones, others) == {"A": "y", "B": "x"}
    assert likeness(ones[0], others[2]) == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Harbour Guard", "Harbour Guard", True),
        ("Sant Ambrós", "Sant Ambros district", True),
        ("Ambro", "Ambros", False),
        ("", "Ambros", False),
    ],
)
def test_names_alike(one: str, other: str, same: bool) -> None:
    assert alike([one], [other]) is same
    assert fold(one.upper()) == fold(one)


def test_kappa_by_hand() -> None:
    assert kappa([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]) == pytest.approx(0.5)
    assert kappa([("a", "a")]) is None
    assert kappa([]) is None


def test_alpha_by_hand() -> None:
    assert alpha([(1, 1), (5, 5)]) == pytest.approx(1)
    assert alpha([(4, 4)]) is None
    assert (alpha([(1, 9), (9, 1)]) or 0) < 0


def test_a_coding_agrees_with_itself(tmp_path: Path) -> None:
    pile = PILES[0]
    for name in ("first.json", *(f.name for f in pile.glob("r*.txt"))):
        (tmp_path / name).write_bytes((pile / name).read_bytes())
    (tmp_path / "second.json").write_bytes((pile / "first.json").read_bytes())
    made = pairs(tmp_path)
    assert all(pair.same for pair in made)
    assert "| all |" in table([tmp_path])
    assert {pair.kind for pair in made} <= set(RULES)


TEXT = "Mill fire at Oldbridge\n\nTwo workers died in the fire on Monday, the fire service said."


def gold(*items: Mapping[str, Any]) -> Coding:
    return Coding(
        "fire", "open", {"r1": TEXT},
        (Happening("A", frozenset({"r1"}), frozenset({"r1"}), ("2024-05-06", "2024-05-06"),
                   ("Oldbridge",), frozenset({"fire"})),),
        tuple({"id": f"0.{n}", "statement": "", **item} for n, item in enumerate(items)),
    )  # fmt: skip


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"report": "x1", "start": start, "end": start + len(words), "exact": words}


def dossier(**changed: Any) -> dict[str, Any]:
    """A small dossier by hand; ``changed`` replaces fields of its one finding."""
    finding = {
        "id": "f", "property": "killed", "who": None, "low": 2, "best": 2, "high": 2,
        "open": False, "status": "single-source", "independent": {"low": 1, "high": 1},
        "readings": [{"value": {"low": 2, "high": 2}, "independent": {"low": 1, "high": 1}}],
        "conflicts": [],
    } | changed  # fmt: skip
    incident = {
        "id": "i1", "kind": "fire", "reports": ["x1"], "main_in": ["x1"],
        "when": {"earliest": "2024-05-06T08:00", "latest": "2024-05-06"},
        "where": {"name": "Oldbridge", "facility": None, "sites": [], "country_code": "GB"},
        "findings": [finding], "relations": [],
        "killed": {"parts": [{"low": 2, "high": 2, "who": {"label": "workers",
                                                            "status": "civilian"}}]},
        "injured": {"parts": []},
    }  # fmt: skip
    claim = {
        "id": "c1", "incident": "i1", "property": "killed", "value": {"low": 2, "high": 2},
        "span": span("Two workers"), "stance": "asserted", "used": True, "partial": False,
        "chain": [{"voice": "v0"}, {"voice": "v1"}],
    }  # fmt: skip
    voices = [
        {"id": "v0", "kind": "outlet", "name": "r1", "names": [], "actor": None},
        {"id": "v1", "kind": "official", "name": "fire service",
         "names": [{"text": "the fire service"}], "actor": None},
    ]  # fmt: skip
    report = {
        "id": "x1", "source": "/pile/r1.txt", "text": TEXT, "published": None,
        "published_range": {"earliest": "2024-05-06", "latest": "2024-05-08"},
        "main_incident": "i1",
    }  # fmt: skip
    return {
        "reports": [report], "incidents": [incident], "claims": [claim], "voices": voices,
        "actors": [], "copies": [],
    }  # fmt: skip


ITEMS: list[tuple[dict[str, Any], bool]] = [
    ({"kind": "incident", "incident": "A", "reports": ["r1"]}, True),
    ({"kind": "incident", "incident": "A", "reports": ["r1", "r2"]}, False),
    ({"kind": "what", "incident": "A", "kinds": ["accident"]}, False),
    ({"kind": "where", "incident": "A", "where": ["oldbridge"], "country": "GB"}, True),
    ({"kind": "where", "incident": "A", "where": ["Newbridge"], "country": None}, False),
    ({"kind": "chain", "report": "r1", "incident": "A", "property": "killed", "low": 2, "high": 2,
      "quote": "Two workers died", "chain": [["outlet"], ["fire service"]],
      "stance": "asserted"}, True),
    ({"kind": "chain", "report": "r1", "incident": "A", "property": "killed", "low": 2, "high": 2,
      "quote": "Two workers died", "chain": [["outlet"], ["police"]],
      "stance": "asserted"}, False),
    ({"kind": "left-out", "report": "r1", "incident": "A", "property": "killed",
      "quote": "Two workers", "reason": "superseded"}, False),
    ({"kind": "independent", "incident": "A", "property": "killed", "value": 2, "low": 1,
      "high": 1}, True),
    ({"kind": "actor-same", "names": ["fire service", "the Fire Service"]}, True),
    ({"kind": "actor-same", "names": ["fire service", "fire brigade"]}, False),
    ({"kind": "label", "report": "r1", "label": "workers", "own_voice": True}, False),
    ({"kind": "relation", "from": "A", "to": "B", "type": "follows"}, False),
    ({"kind": "copy", "reports": ["r1", "r2"], "copy_kind": "wire"}, False),
    ({"kind": "conflict", "incident": "A", "property": "killed", "type": "denial",
      "reports": ["r1"]}, False),
    ({"kind": "follow-up", "report": "r1", "incident": "A"}, True),
]  # fmt: skip


@pytest.mark.parametrize(("item", "right"), ITEMS, ids=lambda each: str(each)[:40])
def test_items_by_hand(item: dict[str, Any], right: bool) -> None:
    (verdict,) = judge(gold(item), dossier())
    assert verdict.right is right


@pytest.mark.parametrize(
    ("low", "status", "right"),
    [(2, "single-source", True), (1, "single-source", False), (2, "agreed", False)],
)
def test_tolls_need_range_and_status(low: int, status: str, right: bool) -> None:
    view = found(gold(), dossier(low=low, status=status))
    wanted = {"incident": "A", "property": "killed", "low": 2, "best": 2, "high": 2}
    assert toll({**wanted, "open": False, "status": "single-source"}, view) is right


def test_days_parts_main_and_publication() -> None:
    view = found(gold(), dossier())
    day = "2024-05-06"
    assert when({"incident": "A", "day": [day, day]}, view)
    assert not when({"incident": "A", "day": [day, "2024-05-07"]}, view)
    assert when({"incident": "A", "day": ["2024-05-01", "2024-05-31"]}, view)
    wanted = {"incident": "A", "property": "killed", "status": "civilian", "group": ["cooks"]}
    assert part({**wanted, "low": 2, "high": 2}, view)
    assert not part({**wanted, "low": 1, "high": 1}, view)
    assert main({"report": "r1", "main": "A"}, view)
    assert not main({"report": "r1", "main": None}, view)
    assert published({"report": "r1", "earliest": day, "latest": None}, view)
    assert not published({"report": "r1", "earliest": "2024-05-07", "latest": None}, view)


def test_misses_of_closed_piles_are_not_shown() -> None:
    item = {"kind": "actor-same", "names": ["a", "b"], "id": "0.1", "statement": "secret"}
    closed = gold(item)
    verdicts = judge(
        Coding(closed.pile, "closed", closed.texts, closed.happenings, closed.items), dossier()
    )
    assert misses(verdicts) == ""
    assert "0 of 1" in show(tallies(verdicts))


def test_every_kind_of_the_sheet_has_a_check_and_a_rule() -> None:
    kinds = {item["kind"] for pile in PILES for item in json.loads(
        (pile / "gold.json").read_text(encoding="utf-8"))["items"]}  # fmt: skip
    assert kinds == set(CHECKS) == set(RULES)
    assert (HERE / "CODING.md").exists()
