"""What part of the earth a map shows, and where a point of the earth lies on it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.data.outlines import Outline, Point, Ring

WIDTH, HEIGHT = 640, 420
"""Units of a drawing. It is shown at about half a pixel a unit."""
KM_PER_DEGREE = 111.2
_NARROWEST_KM, _WIDEST_KM, _AROUND_KM = 600.0, 3400.0, 2000.0
_STEP = 4.0
_ROOM = 1.2
_MOST_NORTHERN = 80.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A window on the earth: its middle in degrees, and how many kilometres wide it is."""

    lon: float
    lat: float
    km: float

    @property
    def per_km(self) -> float:
        """Units of the drawing for a kilometre."""
        return WIDTH / self.km

    def at(self, point: Point, turn: float = 0.0) -> Point:
        """Where a point lies, in units from the upper left. ``turn``: degrees to shift it by."""
        per_degree = KM_PER_DEGREE * self.per_km
        x = WIDTH / 2 + (point[0] + turn - self.lon) * per_degree * self._squeeze()
        return x, HEIGHT / 2 - (point[1] - self.lat) * per_degree

    def _squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude."""
        return math.cos(math.radians(min(abs(self.lat), _MOST_NORTHERN)))

    def shows(self, point: Point) -> bool:
        """Whether a point lies within, and not at the very edge."""
        x, y = self.at(point)
        return 0.04 * WIDTH < x < 0.96 * WIDTH and 0.06 * HEIGHT < y < 0.94 * HEIGHT


def around_country(country: Outline | None, point: Point | None) -> Frame | None:
    """A window for one place: the whole country where it is of a fitting size, else around.

    Depends on the point as little as may be, so that places of one country share a map.
    """
    ring = _main_ring(country, point) if country else None
    if ring is not None:
        frame = _holding([(ring.west, ring.south), (ring.east, ring.north)])
        if point is None or (frame.km <= _WIDEST_KM and frame.shows(point)):
            return frame
    if point is None:
        return None
    lon, lat = (round(degrees / _STEP) * _STEP for degrees in point)
    return Frame(lon, lat, _AROUND_KM)


def around_points(points: Sequence[Point]) -> Frame:
    """A window that shows all of some points, and enough of what is around them."""
    frame = _holding(points)
    return Frame(frame.lon, frame.lat, max(frame.km, 2 * _NARROWEST_KM))


def _holding(points: Sequence[Point]) -> Frame:
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    middle = Frame((west + east) / 2, (south + north) / 2, 1.0)
    wide = (east - west) * KM_PER_DEGREE * middle._squeeze()
    high = (north - south) * KM_PER_DEGREE * WIDTH / HEIGHT
    return Frame(middle.lon, middle.lat, max(_ROOM * max(wide, high), _NARROWEST_KM))


def _main_ring(country: Outline, point: Point | None) -> Ring | None:
    """The country's largest piece; with a point, the largest in whose box it lies."""
    if not country.rings:
        return None
    within = [
        ring
        for ring in country.rings
        if point and ring.west <= point[0] <= ring.east and ring.south <= point[1] <= ring.north
    ]
    return max(within or country.rings, key=_size)


def _size(ring: Ring) -> float:
    return (ring.east - ring.west) * (ring.north - ring.south)
