"""Distances on the globe."""

import math

import numpy as np
from numpy.typing import NDArray

from rashomon.model.claims import WhereValue

EARTH_DIAMETER_KM = 12_742


def kilometres(one: WhereValue, other: WhereValue) -> float | None:
    """The great-circle distance (haversine), or ``None`` where a coordinate is missing."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    across = math.radians(other.lon - one.lon)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(across / 2) ** 2
    return EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(half)))


def kilometres_between(
    lat: NDArray[np.float64],
    lon: NDArray[np.float64],
    other_lat: NDArray[np.float64],
    other_lon: NDArray[np.float64],
) -> NDArray[np.float64]:
    """:func:`kilometres` of columns in degrees; not a number where a coordinate is none."""
    lat1, lat2 = np.radians(lat), np.radians(other_lat)
    across = np.radians(other_lon - lon)
    half = np.sin((lat2 - lat1) / 2) ** 2
    half += np.cos(lat1) * np.cos(lat2) * np.sin(across / 2) ** 2
    away: NDArray[np.float64] = EARTH_DIAMETER_KM * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    return away
