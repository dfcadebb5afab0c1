"""ACLED, UCDP GED and Iraq Body Count: the codebooks' columns, rules and entry bars (fiction)."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model.dossier import Dossier
from rashomon.publishing.exports import FORMATS
from rashomon.publishing.exports.acled import fatalities
from rashomon.publishing.exports.ucdp import priogrid

CODEBOOKS = ("acled", "ucdp", "ibc")
COLUMNS = {
    "acled": "event_id_cnty event_date year time_precision disorder_type event_type "
    "sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction "
    "civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude "
    "geo_precision source source_scale notes fatalities tags timestamp",
    "ucdp": "id relid year active_year code_status type_of_violence conflict_dset_id "
    "conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id "
    "side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article "
    "source_office source_date source_headline source_original where_prec where_coordinates "
    "where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians "
    "deaths_unknown best high low gwnoa gwnob",
}

Change = Callable[..., Dossier]


def rows(dossier: Dossier, name: str) -> list[dict[str, str]]:
    text = FORMATS[name](dossier).files[f"{name}.csv"].decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def left_out(dossier: Dossier, name: str) -> dict[str, str]:
    losses = FORMATS[name](dossier).losses
    return {loss.record: loss.why for loss in losses if loss.what == "the whole incident"}


@pytest.fixture
def change(example: Dossier) -> Change:
    """The example with its first incident alone, and some of its fields changed."""

    def changed(**fields: Any) -> Dossier:
        data = example.to_dict()
        data["incidents"] = data["incidents"][:1]
        incident = data["incidents"][0]
        for name, value in fields.items():
            if isinstance(value, dict) and isinstance(incident[name], dict):
                incident[name] = {**incident[name], **value}
            else:
                incident[name] = value
        return Dossier.model_validate(data)

    return changed


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_are_the_codebooks_in_its_order(example: Dossier, name: str) -> None:
    head = FORMATS[name](example).files[f"{name}.csv"].decode("utf-8").splitlines()[0]
    assert head == ",".join(COLUMNS[name].split())


@pytest.mark.parametrize("name", CODEBOOKS)
def test_every_incident_is_in_or_said_to_be_left_out(example: Dossier, name: str) -> None:
    assert len(rows(example, name)) + len(left_out(example, name)) == len(example.incidents)
    assert all(left_out(example, name).values())


@pytest.mark.parametrize("name", CODEBOOKS)
def test_every_column_that_is_always_empty_is_a_loss(example: Dossier, name: str) -> None:
    made = FORMATS[name](example)
    told = {loss.what for loss in made.losses if loss.record == "all"}
    said = [what.removeprefix("column ") for what in told if what.startswith("column ")]
    assert all(not row[column] for row in rows(example, name) for column in said)
    assert name == "ibc" or said


@pytest.mark.parametrize("name", CODEBOOKS)
def test_no_cell_of_a_hostile_report_is_a_formula(
    poisoned: Callable[[str], Dossier], name: str
) -> None:
    for row in rows(poisoned("=cmd|'/c calc'!A1\x00\u202e"), name):
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "@", "\t"))]


@pytest.mark.parametrize("name", CODEBOOKS)
def test_the_same_dossier_gives_the_same_bytes(example: Dossier, name: str) -> None:
    again = Dossier.model_validate(example.to_dict())
    assert FORMATS[name](example) == FORMATS[name](again)


ACLED_BOMBING = {
    "event_id_cnty": "GRC108230716057966",
    "event_date": "2024-05-13",
    "year": "2024",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "fatalities": "4",
    "event_type": "Explosions/Remote violence",
    "iso": "300",
    "country": "Greece",
    "sub_event_type": "Remote explosive/landmine/IED",
    "admin1": "South Aegean",
    "location": "Larnos",
    "latitude": "37.4",
    "longitude": "24.9",
    "geo_precision": "1",
    "source": "Harbour Daily; The Strait; Canal Nine",
}
UCDP_BOMBING = {
    "id": "103216854",
    "year": "2024",
    "number_of_sources": "3",
    "where_prec": "1",
    "source_office": "Harbour Daily; The Strait; Canal Nine",
    "adm_1": "South Aegean",
    "source_date": "2024-05-14; 2024-05-14; ",
    "where_coordinates": "Larnos",
    "where_description": "ferry terminal, Larnos, South Aegean, Greece",
    "latitude": "37.4",
    "longitude": "24.9",
    "geom_wkt": "POINT (24.9 37.4)",
    "priogrid_gid": "183290",
    "country": "Greece",
    "event_clarity": "1",
    "date_prec": "1",
    "date_start": "2024-05-13",
    "date_end": "2024-05-13",
    "deaths_a": "0",
    "deaths_b": "0",
    "deaths_civilians": "0",
    "deaths_unknown": "7",
    "best": "7",
    "high": "7",
    "low": "4",
}
IBC_BOMBING = {
    "Date": "2024-05-13",
    "Time": "18:00 to 23:59",
    "Weapons": "a bomb",
    "Minimum deaths": "4",
    "Maximum deaths": "7",
    "Minimum injuries": "9",
    "Maximum injuries": "99",
    "Killers": "Free Harbour Movement (accused)",
    "Place": "ferry terminal, Larnos, South Aegean, Greece",
    "Media sources": "Harbour Daily; The Strait; Canal Nine",
}
WORDED = {"notes", "source_article", "source_headline", "source_original", "Primary witnesses"}


@pytest.mark.parametrize(
    ("name", "expected"), [("acled", ACLED_BOMBING), ("ucdp", UCDP_BOMBING), ("ibc", IBC_BOMBING)]
)
def test_the_bombing_of_larnos(example: Dossier, name: str, expected: dict[str, str]) -> None:
    row = rows(example, name)[0]
    assert {column: cell for column, cell in row.items() if cell and column not in WORDED} == {
        **expected
    }


@pytest.mark.parametrize(
    ("low", "high", "recorded"),
    [(5, 7, 5), (24, 99, 12), (20, 99, 10), (200, 999, 100), (2, None, 3), (None, None, 0)],
)
def test_acled_records_the_lowest_toll_and_its_own_numbers_for_words(
    change: Change, low: int | None, high: int | None, recorded: int
) -> None:
    incident = change().to_dict()["incidents"][0]
    toll = {"low": low, "high": high, "best": None, "status": "single-source", "parts": []}
    found = next(each for each in incident["findings"] if each["property"] == "killed")
    found["readings"] = [
        {**found["readings"][0], "value": {"low": low, "high": high, "approximate": False}}
    ]
    dossier = change(killed=toll, findings=[found])
    assert fatalities(dossier.incidents[0]) == recorded


@pytest.mark.parametrize(
    ("earliest", "latest", "day", "precision"),
    [
        ("2024-05-13", "2024-05-13", "2024-05-13", "1"),
        ("2024-05-13T10:00", "2024-05-13T12:59", "2024-05-13", "1"),
        ("2024-05-13", "2024-05-19", "2024-05-16", "2"),
        ("2024-05-01", "2024-05-31", "2024-05-16", "3"),
    ],
)
def test_acled_takes_the_middle_of_what_is_not_known_to_the_day(
    change: Change, earliest: str, latest: str, day: str, precision: str
) -> None:
    (row,) = rows(change(when={"earliest": earliest, "latest": latest}), "acled")
    assert (row["event_date"], row["time_precision"]) == (day, precision)


def test_acled_notes_a_dispute(change: Change) -> None:
    (row,) = rows(change(killed={"low": 3, "high": 9, "status": "disputed"}), "acled")
    assert "differ: 3 to 9; the lowest is recorded" in row["notes"]
    assert row["fatalities"] == "3"


@pytest.mark.parametrize(
    ("name", "fields", "rule"),
    [
        ("acled", {"modality": "planned"}, "planned"),
        ("acled", {"acled": None}, "no event type"),
        ("acled", {"when": {"earliest": None, "latest": None}}, "needs a date"),
        ("acled", {"when": {"earliest": "2024-01-01", "latest": "2024-12-31"}}, "month"),
        ("acled", {"where": {"country": None}}, "country"),
        ("acled", {"where": {"precision": 6}}, "country only"),
        ("acled", {"where": {"name": "France", "country": "France"}}, "country only"),
        ("ucdp", {"modality": "hypothetical"}, "hypothetical"),
        ("ucdp", {"killed": {"low": 0, "best": 0, "high": 0, "parts": []}}, "direct death"),
        ("ucdp", {"killed": {"low": None, "best": None, "high": None}}, "direct death"),
        ("ucdp", {"kind": "accident"}, "organised actor"),
        ("ucdp", {"kind": "protest"}, "organised actor"),
        ("ucdp", {"when": {"earliest": "2020-01-01", "latest": "2024-01-01"}}, "year"),
        ("ucdp", {"where": {"country": None}}, "without a country"),
        ("ibc", {"killed": {"low": None, "best": None, "high": None, "parts": []}}, "death"),
    ],
)
def test_what_a_codebook_would_not_take_is_left_out_with_its_rule(
    change: Change, name: str, fields: dict[str, Any], rule: str
) -> None:
    dossier = change(**fields)
    assert rows(dossier, name) == []
    assert rule in left_out(dossier, name)[dossier.incidents[0].id]


@pytest.mark.parametrize(
    ("lat", "lon", "cell"), [(-90.0, -180.0, 1), (90.0, 180.0, 259200), (0.1, 0.1, 129961)]
)
def test_the_cell_of_prio_grid(lat: float, lon: float, cell: int) -> None:
    assert priogrid(lat, lon) == cell
    assert priogrid(None, lon) is None


def test_ucdp_deaths_add_up_to_the_best_figure(example: Dossier) -> None:
    for row in rows(example, "ucdp"):
        parts = [row[f"deaths_{side}"] for side in ("a", "b", "civilians", "unknown")]
        assert not row["best"] or sum(map(int, parts)) >= int(row["best"])
        assert int(row["id"]) < 2**31


def test_iraq_body_count_names_no_person(example: Dossier) -> None:
    made = FORMATS["ibc"](example)
    head = made.files["ibc.csv"].decode().splitlines()[0].split(",")
    assert not {"Name", "Age", "Gender", "Occupation"} & set(head)
    assert "variable Name" in {loss.what for loss in made.losses}
