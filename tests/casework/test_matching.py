"""Which rows of a dataset are these incidents: reading odd tables, scoring, saying (fiction)."""

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import rashomon
from rashomon.casework.matching import columns, match, rows, sentences, table
from rashomon.casework.matching.rows import Source
from rashomon.casework.matching.values import day_of, number_of, within
from rashomon.cli import main
from rashomon.model.claims import ActorValue
from rashomon.model.dossier import Dossier, MadeWith
from rashomon.model.findings import Finding, Independent, Reading, Toll
from rashomon.model.incidents import AcledType, Incident, When, Where
from rashomon.model.voices import Actor

ACLED = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,\
admin1,location,latitude,longitude,fatalities"
LARNOS = "EXA1,2024-05-13,1,Explosions/Remote violence,Air/drone strike,Vessan Army,Civilians (X),\
France,Var,Larnos,43.1,6.1,4"


def incident(own: str = "i1", day: str = "2024-05-13", **fields: Any) -> Incident:
    acting = Finding(
        id=f"f{own}",
        property="actor",
        who=None,
        status="agreed",
        derivation="",
        independent=Independent(low=1, high=1),
        readings=(
            Reading(
                value=ActorValue(actor="a1"),
                claims=(),
                primary_sources=(),
                independent=Independent(low=1, high=1),
            ),
        ),
    )
    made: dict[str, Any] = {
        "id": own,
        "title": f"Air strike in Larnos, {day}",
        "kind": "air-strike",
        "event_type": "ASSAULT",
        "mode": "aerial",
        "acled": AcledType(
            event_type="Explosions/Remote violence", sub_event_type="Air/drone strike"
        ),
        "modality": "actual",
        "reports": (),
        "main_in": (),
        "when": When(earliest=day, latest=day, granularity="day", edtf=day, precision=1),
        "where": Where(
            name="Larnos",
            facility=None,
            admin1="Var",
            country="France",
            country_code="FR",
            lat=43.1,
            lon=6.1,
            radius_km=None,
            geonameid=None,
            precision=1,
        ),
        "killed": Toll(low=5, best=5, high=7, status="disputed"),
        "injured": Toll(),
        "findings": (acting,),
        "silent_reports": {},
    }
    return Incident(**{**made, **fields})


def dossier(*incidents: Incident) -> Dossier:
    return Dossier(
        made_with=MadeWith(
            version="0",
            pipeline="",
            pipeline_sha256="",
            lexicons_sha256="",
            settings={},
            decisions_sha256=None,
        ),
        reports=(),
        voices=(),
        actors=(Actor(id="a1", name="Vessan Army", kind="state", country=None),),
        claims=(),
        copies=(),
        incidents=incidents or (incident(),),
    )


def write(folder: Path, content: str | bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024-05-13", ["2024-05-13"]),
        ("2024-05-13 00:00:00.000", ["2024-05-13"]),
        ("2024-05-13T10:00:00Z", ["2024-05-13"]),
        ("2024/5/13", ["2024-05-13"]),
        ("13 May 2024", ["2024-05-13"]),
        ("13-May-24", ["2024-05-13"]),
        ("May 13, 2024", ["2024-05-13"]),
        ("13/05/2024", ["2024-05-13"]),
        ("05/13/2024", ["2024-05-13"]),
        ("03/04/2024", ["2024-04-03", "2024-03-04"]),
        ("31 February 2024", []),
        ("never", []),
        ("", []),
    ],
)
def test_days_as_tables_spell_them(text: str, days: list[str]) -> None:
    assert [each.isoformat() for each in day_of(text)] == days


@given(st.text(max_size=60))
def test_no_cell_raises(text: str) -> None:
    day_of(text)
    number_of(text)
    assert (within(text, 90) or 0) <= 90


@pytest.mark.parametrize(
    ("text", "number"), [("4", 4), ("4.0", 4), ("1,204", 1204), ("", None), ("4.5", None)]
)
def test_numbers(text: str, number: int | None) -> None:
    assert number_of(text) == number


def test_the_row_of_the_same_day_and_place_is_found(tmp_path: Path) -> None:
    other = LARNOS.replace("EXA1", "EXA2").replace("Larnos,43.1,6.1", "Ostrel,48.1,2.1")
    found = match(dossier(), write(tmp_path, f"{ACLED}\n{other}\n{LARNOS}\n"), "acled")
    (only,) = found.matches
    assert (only.row.id, only.row.number, found.rows) == ("EXA1", 2, 2)
    assert only.score > 0.9
    assert {part.what: part.score for part in only.parts} == {
        "day": 1.0,
        "place": 1.0,
        "kind": 1.0,
        "actors": only.parts[3].score,
        "toll": 0.83,
    }
    assert only.differences == ("Killed there: 4; in the reports 5 to 7.",)


@pytest.mark.parametrize(
    ("change", "least", "most"),
    [
        (("2024-05-13", "2024-05-14"), 0.7, 0.9),
        (("2024-05-13", "2024-05-16"), None, None),
        (("France", "Germany"), None, None),
        (("Larnos,43.1,6.1", "Larnos,,"), 0.9, 1.0),
        (("Larnos,43.1,6.1", "Larnos,53.1,6.1"), None, None),
        (("Larnos,43.1,6.1", "Belvas,43.2,6.1"), 0.8, 0.95),
        (("Air/drone strike", "Grenade"), 0.8, 0.96),
        (("Vessan Army", "Red Hand Front"), 0.6, 0.9),
        (("6.1,4", "6.1,6"), 0.95, 1.0),
        (("13,1,", "13,2,"), 0.8, 0.95),
    ],
)
def test_what_differs_costs(
    tmp_path: Path, change: tuple[str, str], least: float | None, most: float | None
) -> None:
    row = LARNOS.replace(*change)
    assert row != LARNOS
    found = match(dossier(), write(tmp_path, f"{ACLED}\n{row}\n"), "acled").matches
    if least is None or most is None:
        assert not found
    else:
        assert least <= found[0].score <= most


def test_a_row_is_the_incident_it_fits_best(tmp_path: Path) -> None:
    both = dossier(incident("i1"), incident("i2", day="2024-05-14"))
    found = match(both, write(tmp_path, f"{ACLED}\n{LARNOS}\n"), "acled")
    assert [each.incident.id for each in found.matches] == ["i1"]


def test_ucdp_rows_have_three_figures(tmp_path: Path) -> None:
    head = "id,date_start,date_end,where_coordinates,adm_1,country,latitude,longitude,side_a,\
side_b,best,low,high"
    row = "77,2024-05-13 00:00:00.000,2024-05-14,Larnos,Var,France,43.1,6.1,,,6,5,9"
    (only,) = match(dossier(), write(tmp_path, f"{head}\n{row}\n"), "ucdp").matches
    assert only.differences == ("Killed there: 5 to 9 (best 6); in the reports 5 to 7.",)


@pytest.mark.parametrize(
    "content",
    [
        "Date;City;Deaths\n13.05.2024;Larnos;5\n",
        "\ufeffdate,place,killed\n2024-05-13,LARNOS,5\n",
        "Day\tTown\tDead\n13 May 2024\tLarnos\t5\n",
        "date,place,killed\n05/13/2024,Larnos,5".encode("utf-16"),
        "date,place,killed,note\n2024-05-13,Larnos,5,caf\xe9\n".encode("cp1252"),
        "date|place|killed\r\n\r\n2024-05-13|Larnos|5|too|many\r\n2024-05-13\r\n",
    ],
)
def test_odd_tables_are_read(tmp_path: Path, content: str | bytes) -> None:
    found = match(dossier(), write(tmp_path, content), "csv").matches
    assert found and found[0].row.killed is not None


@pytest.mark.parametrize(
    ("content", "format", "reason"),
    [
        ("", "csv", "no column date"),
        ("a,b\n1,2\n", "csv", "no column date"),
        ("date,b\n2024-05-13,2\n", "csv", "no column place"),
        ("date,place\n2024-05-13,Larnos\n", "acled", "no column event_date"),
        (b"PK\x03\x04rest", "csv", "save it as CSV"),
    ],
)
def test_what_is_no_such_table_is_said(
    tmp_path: Path, content: str | bytes, format: str, reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        match(dossier(), write(tmp_path, content), format)
    with pytest.raises(ValueError, match="none of acled"):
        match(dossier(), write(tmp_path, content), "dbase")


def test_a_table_is_read_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_ROWS", 2)
    content = f"{ACLED}\n" + f"{LARNOS}\n" * 3
    found = match(dossier(), write(tmp_path, content), "acled")
    assert (found.rows, found.cut, len(found.matches)) == (2, True, 2)
    monkeypatch.setattr(rows, "MAX_BYTES", 10)
    with pytest.raises(ValueError, match="larger than"):
        match(dossier(), write(tmp_path, content), "acled")


@pytest.mark.parametrize(
    "bad",
    [b'"' + b"x" * 300_000, b"\x00\xff\xfe" * 50, b"x,never" + b"," * 100_000, b"x" * 2_000_001],
)
def test_hostile_rows_stop_nothing(tmp_path: Path, bad: bytes) -> None:
    content = f"{ACLED}\n{LARNOS}\n".encode() + bad + b"\n"
    found = match(dossier(), write(tmp_path, content), "acled")
    assert [each.row.id for each in found.matches] == ["EXA1"]
    assert found.undated + found.broken >= 1


def test_a_comparison_is_told_in_sentences_and_as_a_table(tmp_path: Path) -> None:
    undated = incident(
        "i3", when=When(earliest=None, latest=None, granularity=None, edtf=None, precision=None)
    )
    both = dossier(incident(), incident("i2", day="2020-01-01"), undated)
    found = match(both, write(tmp_path, f"{ACLED}\n{LARNOS}\nX,never\n"), "acled")
    told = "\n".join(sentences(found))
    for sentence in (
        "table.csv: 2 rows read as acled.",
        "1 of them have no day that can be read.",
        "Row 1 (EXA1) fits with a score of 0.",
        "Killed there: 4; in the reports 5 to 7.",
        "No row fits",
        "No day is known, so no row was compared.",
    ):
        assert sentence in told
    assert len(table(found).rows) == 3


def test_on_the_command_line(tmp_path: Path) -> None:
    data = write(tmp_path, f"{ACLED}\n{LARNOS.replace('EXA1', '=1+1')}\n")
    home = write(tmp_path, dossier().model_dump_json(by_alias=True), "dossier.json")
    out = tmp_path / "out"
    words = ["match", str(home), "--with", str(data), "--format", "acled", "-o", str(out)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    assert "fits with a score" in done.output
    with (out / "matches.csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["row_id"], row["toll"]) == ("'=1+1", "0.83")
    bad = CliRunner().invoke(main, ["match", str(home), "--with", str(home)])
    assert bad.exit_code == 1
    assert "no column date" in bad.output


def test_from_python(tmp_path: Path) -> None:
    home = write(tmp_path, dossier().model_dump_json(by_alias=True), "dossier.json")
    found = rashomon.load(home).match(write(tmp_path, f"{ACLED}\n{LARNOS}\n"), "acled")
    assert [each.row.id for each in found.of("i1")] == ["EXA1"]


def test_every_format_names_a_day_and_a_place() -> None:
    assert all(
        {"first", "place", "country"} <= aliases.keys() for aliases in columns.FORMATS.values()
    )
    assert isinstance(Source(Path("x"), "csv").tally, rows.Tally)
    assert day_of("1 January 1970") == (dt.date(1970, 1, 1),)
