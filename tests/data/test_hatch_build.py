"""The build hook, on a handful of invented places: points, keys, and the table read back."""

import importlib.util
import math
import sys
from pathlib import Path
from types import ModuleType

import pytest

from rashomon.data.place_table import PlaceTable

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "_hatch_build_under_test", ROOT / "hatch_build.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


ROWS = [
    ["Arvik Province", "XA-1", "XA.01", "11", "Province", "Provincia de Arvik|арвик", "1", "", "1"],
    ["Nedd County", "", "XA.01.7", "12", "", "Nedd", "2", "1", "1"],
]
TOWNS = [
    {"name": "Arvik", "geonameid": 21, "population": 9000, "latitude": 10.0, "longitude": 20.0,
     "countrycode": "XA", "admin1code": "01", "alternatenames": ["Árvik", "ARV", "a er wei ke"]},
    {"name": "Orrin", "geonameid": 22, "population": 1000, "latitude": 11.0, "longitude": 20.0,
     "countrycode": "XA", "admin1code": "01", "alternatenames": []},
]  # fmt: skip
COUNTRY = {"iso": "XA", "name": "Xania", "geonameid": 1, "population": 10000}


def build(hook: ModuleType, folder: Path) -> PlaceTable:
    known = hook.divisions(ROWS)
    nations = hook.countries([COUNTRY], {"XA": ["Republic of Xania"]})
    towns = list(hook.settlements(TOWNS, known, {21: [1, 2], 22: [1]}))
    hook.place_areas(towns, nations)
    hook.write([*nations.values(), *known, *towns], folder)
    return PlaceTable(folder)


def test_table_is_read_back(hook: ModuleType, tmp_path: Path) -> None:
    table = build(hook, tmp_path)
    (town,) = [e for e in table.lookup("Árvik") if e.kind == "settlement"]
    assert (town.name, town.geonameid, town.country_code) == ("Arvik", 21, "XA")
    assert (town.admin1, town.admin2, town.population) == ("Arvik Province", "Nedd County", 9000)
    assert (town.lat, town.lon) == (10.0, 20.0)
    assert [e.kind for e in table.lookup("Arvik")] == ["admin1", "settlement"]
    assert table.lookup("Nedd")[0].kind == "admin2"
    assert len(table) == 5


def test_areas_lie_in_the_middle_of_their_settled_land(hook: ModuleType, tmp_path: Path) -> None:
    table = build(hook, tmp_path)
    province = table.by_code("XA.01")
    assert province is not None
    assert province.lat == pytest.approx(10.5, abs=0.01)  # the town of 9,000 weighs no more
    assert province.population == 10000
    assert table.lookup("Republic of Xania")[0].lat == province.lat


def test_counties_lie_in_the_middle_of_their_people(hook: ModuleType, tmp_path: Path) -> None:
    known = hook.divisions(ROWS)
    towns = list(hook.settlements(TOWNS, known, {21: [1, 2], 22: [1, 2]}))
    hook.place_areas(towns, {})
    assert next(p for p in known if p.kind == "admin2").lat == pytest.approx(10.1, abs=0.01)


def test_a_crowded_square_counts_once(hook: ModuleType) -> None:
    crowd = [hook.Place("C", "settlement", "XA", n, 100, 0.1, 20.1) for n in range(9)]
    alone = hook.Place("A", "settlement", "XA", 9, 100, 0.1, 22.1)
    assert hook.middle([*crowd, alone]) == pytest.approx((0.1, 21.1), abs=0.01)


def test_middle_works_across_the_date_line(hook: ModuleType) -> None:
    east = hook.Place("E", "settlement", "XA", 1, 100, 0.0, 179.0)
    west = hook.Place("W", "settlement", "XA", 2, 100, 0.0, -179.0)
    lat, lon = hook.middle([east, west])
    assert lat == pytest.approx(0.0)
    assert abs(lon) == pytest.approx(180.0)


def test_airport_codes_and_transcriptions_are_not_filed(hook: ModuleType, tmp_path: Path) -> None:
    table = build(hook, tmp_path)
    assert table.lookup("ARV") == ()
    assert table.lookup("a er wei ke") == ()


def test_division_without_towns_has_no_point(hook: ModuleType, tmp_path: Path) -> None:
    known = hook.divisions([["Velim", "XA-2", "XA.02", "13", "", "", "1", "", "1"]])
    hook.write(known, tmp_path)
    (entry,) = PlaceTable(tmp_path).lookup("Velim")
    assert entry.lat is None and entry.lon is None and entry.radius_km is None


def test_same_sources_give_the_same_bytes(hook: ModuleType, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build(hook, tmp_path / name)
    for file in sorted((tmp_path / "one").iterdir()):
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


@pytest.mark.parametrize(("people", "km"), [(0, 2.0), (10**6, 11.3), (10**9, 30.0)])
def test_radius_grows_with_people(hook: ModuleType, people: int, km: float) -> None:
    assert hook.settlement_radius(people) == pytest.approx(km, abs=0.1)
    assert math.isfinite(km)


def test_missing_table_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        PlaceTable(tmp_path)
