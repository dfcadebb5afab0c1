"""The maps of one page. Places of one country share its outlines."""

from dataclasses import dataclass

import pycountry

from rashomon.data.outlines import Outline, Point, outlines
from rashomon.model.incidents import Incident, Where
from rashomon.publishing.book import shortened
from rashomon.publishing.cartography.drawing import shapes
from rashomon.publishing.cartography.frames import (
    HEIGHT,
    WIDTH,
    Frame,
    around_country,
    around_points,
)
from rashomon.publishing.views import BaseMap, MapLabel, MapView, Spot

_COUNTRY_ONLY = 6
_LEAST_RADIUS = 7.0
_LEAST_AREA = 6000.0
_MOST_LABELS = 7
_LETTER = 12.0
_LINE = 26.0
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A spot to be drawn: ``km`` is how far the real one may lie away."""

    point: Point
    km: float
    name: str


class Atlas:
    """Makes maps, and keeps the outlines that they are drawn on, each once."""

    def __init__(self) -> None:
        """No map yet."""
        self._bases: dict[tuple[Frame, str], BaseMap] = {}

    @property
    def bases(self) -> tuple[BaseMap, ...]:
        """The outlines of all maps that were asked for."""
        return tuple(self._bases.values())

    def of_incident(self, incident: Incident, where: str) -> MapView | None:
        """The map of one incident; ``None`` where it has no place on earth."""
        country = _outline(incident.where.country_code)
        point = _point(incident.where)
        frame = around_country(country, point)
        if frame is None:
            return None
        base = self._base(frame, country)
        spots = [_spot(incident.where, point)] if point else []
        only = "" if spots else "; the country is shaded, no point is known"
        return _view(base, frame, spots, f"Map: {where}{only}. {_circle_words(spots)}")

    def of_all(self, incidents: tuple[Incident, ...]) -> MapView | None:
        """One map for all incidents whose place is known closer than the country.

        A spot is named by the numbers of its incidents, from 1.
        """
        numbers: dict[tuple[Point, float], list[str]] = {}
        for number, incident in enumerate(incidents, start=1):
            point = _point(incident.where)
            if point:
                numbers.setdefault((point, incident.where.radius_km or 0.0), []).append(str(number))
        if not numbers:
            return None
        frame = around_points([point for point, _ in numbers])
        spots = [_Placed(point, km, ", ".join(ns)) for (point, km), ns in numbers.items()]
        base = self._base(frame, None)
        return _view(base, frame, spots, "Map of the incidents; the table gives each place.")

    def _base(self, frame: Frame, country: Outline | None) -> BaseMap:
        numeric = country.numeric if country else ""
        key = (frame, country.name if country else "")
        if key not in self._bases:
            seen = list(shapes(outlines(), frame))
            own = [s for s in seen if country and s.name == country.name]
            self._bases[key] = BaseMap(
                anchor=f"map-{len(self._bases) + 1}",
                land="".join(s.path for s in seen if s not in own),
                own="".join(s.path for s in own),
                names=tuple((s.name, s.middle, s.area, s.numeric == numeric != "") for s in seen),
            )
        return self._bases[key]


def _outline(code: str | None) -> Outline | None:
    known = pycountry.countries.get(alpha_2=code) if code else None
    if known is None:
        return None
    return next((each for each in outlines() if each.numeric == known.numeric), None)


def located(where: Where) -> bool:
    """Whether the place is known closer than the country: its middle would say nothing."""
    known = where.lat is not None and where.lon is not None
    return known and (where.precision or 0) < _COUNTRY_ONLY


def _point(where: Where) -> Point | None:
    if where.lat is None or where.lon is None or not located(where):
        return None
    return where.lon, max(-89.0, min(89.0, where.lat))


def _spot(where: Where, point: Point) -> _Placed:
    return _Placed(point, where.radius_km or 0.0, shortened(where.name or where.facility or ""))


def _circle_words(spots: list[_Placed]) -> str:
    if not spots:
        return ""
    if not spots[0].km:
        return "The circle marks the place; how far it reaches is not known."
    return f"The circle reaches {spots[0].km:g} km: the spot lies within it."


def _view(base: BaseMap, frame: Frame, spots: list[_Placed], alt: str) -> MapView:
    drawn = tuple(_drawn(spot, frame) for spot in spots)
    taken = [(s.x - s.r, s.y - s.r, s.x + s.r, s.y + s.r) for s in drawn]
    taken += [_text_box(s.label_x, s.label_y, s.name, s.end) for s in drawn]
    length, words = _scale(frame)
    taken.append((0.0, HEIGHT - 50.0, 40.0 + length, float(HEIGHT)))
    return MapView(base.anchor, drawn, _labels(base, taken), length, words, alt, _caption(drawn))


def _caption(drawn: tuple[Spot, ...]) -> str:
    if not drawn:
        return "No point is known: the country is shaded."
    if any(not spot.to_scale for spot in drawn):
        return "A circle too small to be seen is drawn larger than it is."
    return "The spot lies within the circle."


def _drawn(spot: _Placed, frame: Frame) -> Spot:
    x, y = frame.at(spot.point)
    radius = spot.km * frame.per_km
    r = max(radius, _LEAST_RADIUS)
    beyond = x + r + _LETTER * (len(spot.name) + 1) > WIDTH
    label = x - r - 8 if beyond else x + r + 8
    fits = r < HEIGHT / 4
    return Spot(
        x=round(x, 1),
        y=round(y, 1),
        r=round(r, 1),
        name=spot.name,
        label_x=round(label if fits else x, 1),
        label_y=round(y + 8, 1),
        end="middle" if not fits else "end" if beyond else "start",
        to_scale=radius >= _LEAST_RADIUS,
    )


def _text_box(x: float, y: float, text: str, end: str) -> _Box:
    wide = _LETTER * len(text)
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[end]
    return left, y - _LINE, left + wide, y + 6


def _labels(base: BaseMap, taken: list[_Box]) -> tuple[MapLabel, ...]:
    """Names of the countries that are seen best, where they stand in nobody's way."""
    found: list[MapLabel] = []
    for name, (x, y), area, own in sorted(base.names, key=lambda n: (not n[3], -n[2], n[0])):
        box = _text_box(x, y, name, "middle")
        inside = box[0] > 4 and box[2] < WIDTH - 4 and box[1] > 4 and box[3] < HEIGHT - 4
        if area < _LEAST_AREA or not inside or any(_meet(box, other) for other in taken):
            continue
        taken.append(box)
        found.append(MapLabel(name, round(x), round(y), own))
        if len(found) == _MOST_LABELS:
            break
    return tuple(found)


def _meet(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _scale(frame: Frame) -> tuple[float, str]:
    """A bar of a round number of kilometres, about a sixth of the width."""
    least = frame.km / 10
    step = 1
    while True:
        for factor in (1, 2, 5):
            if factor * step >= least:
                return round(factor * step * frame.per_km, 1), f"{factor * step:,} km"
        step *= 10
