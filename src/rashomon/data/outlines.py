"""Outlines of the countries, for maps.

``earth/countries-50m.json`` is the file of that name in world-atlas 2.0.2, unchanged: Natural
Earth 4.1 at 1:50 million (public domain), as TopoJSON. Borders are shown as they stand on the
ground in Natural Earth's view, which says nothing about whose they are.
"""

import json
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from rashomon.data import folder

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line, with the box around it in degrees."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Outline:
    """A country. ``numeric`` is ISO 3166-1's number of three digits, empty where it has none."""

    name: str
    numeric: str
    rings: tuple[Ring, ...]


@cache
def outlines() -> tuple[Outline, ...]:
    """Every country, in the order of the file. Reading takes about a tenth of a second."""
    path = folder() / "earth" / "countries-50m.json"
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    shapes = topology["objects"]["countries"]["geometries"]
    return tuple(
        Outline(
            name=shape["properties"]["name"],
            numeric=shape.get("id", ""),
            rings=tuple(_ring(indices, arcs) for indices in _rings(shape)),
        )
        for shape in shapes
    )


def _arc(deltas: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    xs = accumulate(delta[0] for delta in deltas)
    ys = accumulate(delta[1] for delta in deltas)
    return [(x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True)]


def _rings(shape: dict[str, Any]) -> list[list[int]]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return [ring for polygon in polygons for ring in polygon]


def _ring(indices: list[int], arcs: list[list[Point]]) -> Ring:
    """Arcs joined end to end; a negative index is an arc walked backwards."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Ring(tuple(points), min(xs), min(ys), max(xs), max(ys))
