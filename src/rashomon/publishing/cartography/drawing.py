"""Outlines as SVG paths: cut to the window, thinned to what can be seen, in whole units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.data.outlines import Outline, Point, Ring
from rashomon.publishing.cartography.frames import HEIGHT, WIDTH, Frame

_MARGIN = 8.0
_FINEST = 2.5
_SMALLEST = 5.0
_BOX = (-_MARGIN, -_MARGIN, WIDTH + _MARGIN, HEIGHT + _MARGIN)


@dataclass(frozen=True, slots=True)
class Shape:
    """What is seen of a country: its path, the size of its largest piece, that piece's middle."""

    name: str
    numeric: str
    path: str
    area: float
    middle: Point


def shapes(outlines: Sequence[Outline], frame: Frame) -> Iterator[Shape]:
    """The countries that a window shows."""
    for outline in outlines:
        pieces = [piece for ring in outline.rings for piece in _pieces(ring, frame)]
        if pieces:
            largest = max(pieces, key=lambda piece: abs(_area(piece)))
            path = "".join(_path(piece) for piece in pieces)
            area = abs(_area(largest))
            yield Shape(outline.name, outline.numeric, path, area, _centroid(largest))


def _pieces(ring: Ring, frame: Frame) -> Iterator[list[Point]]:
    for turn in (-360.0, 0.0, 360.0):
        left, top = frame.at((ring.west, ring.north), turn)
        right, bottom = frame.at((ring.east, ring.south), turn)
        if right < 0 or left > WIDTH or bottom < 0 or top > HEIGHT:
            continue
        if max(right - left, bottom - top) < _SMALLEST:
            continue
        cut = _clipped(_thinned([frame.at(point, turn) for point in ring.points]))
        if len(cut) > 2:
            yield cut


def _thinned(points: list[Point]) -> list[Point]:
    """Without the points that lie closer to the one before than can be seen."""
    kept = points[:1]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _FINEST:
            kept.append((x, y))
    return kept


def _clipped(points: list[Point]) -> list[Point]:
    """The part of a polygon inside the window, by Sutherland and Hodgman: side after side."""
    for axis, limit, sign in ((0, _BOX[0], 1), (0, _BOX[2], -1), (1, _BOX[1], 1), (1, _BOX[3], -1)):
        points = list(_inside(points, axis, limit, sign))
    return points


def _inside(points: list[Point], axis: int, limit: float, sign: int) -> Iterator[Point]:
    before = points[-1] if points else (0.0, 0.0)
    was_in = sign * (before[axis] - limit) >= 0
    for point in points:
        is_in = sign * (point[axis] - limit) >= 0
        if is_in != was_in:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            yield tuple(b + share * (p - b) for b, p in zip(before, point, strict=True))  # type: ignore[misc]
        if is_in:
            yield point
        before, was_in = point, is_in


def _path(points: list[Point]) -> str:
    whole = [(round(x), round(y)) for x, y in points]
    steps = [
        f"{x - before_x} {y - before_y}"
        for (before_x, before_y), (x, y) in pairwise(whole)
        if (x, y) != (before_x, before_y)
    ]
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps).replace(' -', '-')}z" if steps else ""


def _area(points: list[Point]) -> float:
    after = [*points[1:], points[0]]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, after, strict=True)) / 2


def _centroid(points: list[Point]) -> Point:
    after, area = [*points[1:], points[0]], _area(points)
    if not area:
        return points[0]
    pairs = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in zip(points, after, strict=True)]
    x = sum((a[0] + b[0]) * cross for a, b, cross in pairs) / (6 * area)
    return x, sum((a[1] + b[1]) * cross for a, b, cross in pairs) / (6 * area)
