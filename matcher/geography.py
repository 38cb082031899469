"""Postcode -> point, distance and travel minutes by mode.

An approximation from postcode to postcode, never a timetable: the straight line between the postcodes' land points,
lengthened like roads, at two speeds for each mode. Between Sjælland, Fyn and Jylland the line crosses the bridges. To,
from and between islands with a ferry the time is unknown.

The table ``postcodes.csv`` (1,089 postcodes; latitude, longitude, municipality, land, town) is computed from public map
data of Klimadatastyrelsen. ``land`` is the land mass that can be driven without a ferry.
"""

import csv
import functools
import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.schema import TravelMode

# Road distance / straight line. 1.34 on average inside 300 European cities (doi:10.1177/23998083231168870) and 1.3 over
# motorway networks (arXiv:2406.06490); less here, because a postcode's point is not the front door.
DETOUR = 1.2

# (minutes before and after, km/h on the first 15 km, km/h on the rest). Assumptions, not measurements: chosen, with the
# detour, so that well-known Danish commutes come within a third of the usual answer of a map or timetable (they are in
# tests/test_geography.py).
NEAR_KM = 15
SPEEDS: dict[TravelMode, tuple[float, float, float]] = {
    "walk": (0, 5, 5),
    "bike": (2, 15, 15),
    "public": (15, 35, 90),
    "car": (5, 55, 110),
}
# The same at best: a train that leaves on arrival. Of 344 judged pairs of the fixtures that are too far even so, judges
# called 335 broken; of 18 that are too far by SPEEDS alone, 6.
AT_BEST: dict[TravelMode, tuple[float, float, float]] = SPEEDS | {"public": (10, 70, 90)}
TABLE = Path(__file__).with_name("postcodes.csv")
WITHIN_POSTCODE_KM = 1.5  # km; an assumption for two addresses in one postcode, most of which are towns

BRIDGES = {
    frozenset({"Sjælland", "Fyn"}): (55.34, 11.03),  # Storebælt
    frozenset({"Fyn", "Jylland"}): (55.52, 9.75),  # Lillebælt
}
MAINLAND = ("Jylland", "Fyn", "Sjælland")


class Place(NamedTuple):
    """A postcode's point in degrees, its municipality, its land mass and its postal town."""

    latitude: float
    longitude: float
    municipality: str
    land: str
    town: str


@functools.cache
def places() -> dict[str, Place]:
    """Every Danish postcode with its place."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {
            row["postcode"]: Place(
                float(row["latitude"]), float(row["longitude"]), row["municipality"], row["land"], row["town"]
            )
            for row in csv.DictReader(file)
        }


@functools.lru_cache(maxsize=100_000)
def kilometres(origin: str, destination: str) -> float | None:
    """Approximate road kilometres between two postcodes; None if a ferry is needed or a postcode is unknown.

    >>> round(kilometres("8700", "7100"))     # Horsens - Vejle
    35
    >>> kilometres("8700", "8305") is None    # Samsø
    True
    """
    here, there = places().get(origin), places().get(destination)
    if here is None or there is None:
        return None
    points = _route(here, there)
    if points is None:
        return None
    straight = sum(_straight_line(a, b) for a, b in itertools.pairwise(points))
    return max(WITHIN_POSTCODE_KM, straight * DETOUR)


def travel_minutes(origin: str, destinations: Sequence[str | None], modes: Sequence[TravelMode]) -> NDArray[np.float64]:
    """Minutes by the fastest of ``modes`` from one postcode to each of n -> (n,) float64; nan is unknown."""
    return _minutes(np.array([kilometres(origin, d) if d else None for d in destinations], np.float64), modes, SPEEDS)


@functools.cache
def areas() -> tuple[str, ...]:
    """Every place a vacancy can be known by: "" (unknown), the postcodes, the municipalities."""
    return ("", *places(), *sorted({place.municipality for place in places().values()}))


@functools.cache
def _codes() -> dict[str, int]:
    return {name: code for code, name in enumerate(areas())}


def area_code(name: str) -> int:
    """The index of a postcode or municipality in ``areas``; 0 if it is not among them."""
    return _codes().get(name, 0)


def usual_minutes(origin: str, modes: Sequence[TravelMode]) -> NDArray[np.float64]:
    """Minutes to each of ``areas`` -> float64; nan is unknown, as it is for municipalities."""
    return _minutes(_by_road(origin), modes, SPEEDS)


def least_minutes(origin: str, modes: Sequence[TravelMode]) -> NDArray[np.float64]:
    """Fewest minutes to each of ``areas`` -> float64; nan is unknown.

    A municipality counts by its nearest postcode. Across a ferry the distance is the straight line, which is the
    shortest.
    """
    return _minutes(_nearest(origin), modes, AT_BEST)


@functools.lru_cache(maxsize=1_000)
def _by_road(origin: str) -> NDArray[np.float64]:
    """Road kilometres to each of ``areas``; nan if there is no road, and for municipalities."""
    return np.array([kilometres(origin, area) for area in areas()], np.float64)


@functools.lru_cache(maxsize=1_000)
def _nearest(origin: str) -> NDArray[np.float64]:
    """Kilometres to the nearest postcode of each of ``areas``: by road or, across a ferry, in a straight line."""
    here = places().get(origin)
    nearest: dict[str, float] = {}
    if here is None:
        return np.full(len(areas()), np.nan)
    for code, place in places().items():
        distance = kilometres(origin, code) or _straight_line(here[:2], place[:2])
        nearest[code] = distance
        nearest[place.municipality] = min(distance, nearest.get(place.municipality, distance))
    return np.array([nearest.get(area, np.nan) for area in areas()], np.float64)


def _minutes(
    distances: NDArray[np.float64], modes: Sequence[TravelMode], speeds: dict[TravelMode, tuple[float, float, float]]
) -> NDArray[np.float64]:
    """Minutes for (n,) kilometres by the fastest mode; nan without a distance or a mode."""
    near, far = np.minimum(distances, NEAR_KM), np.maximum(0, distances - NEAR_KM)
    each = [fixed + 60 * (near / slow + far / fast) for fixed, slow, fast in (speeds[mode] for mode in modes)]
    return np.min(each, axis=0) if each else np.full(len(distances), np.nan)


def _route(here: Place, there: Place) -> list[tuple[float, float]] | None:
    """The points of the route, bridges included; None if there is no road."""
    if here.land == there.land:
        return [here[:2], there[:2]]
    if here.land not in MAINLAND or there.land not in MAINLAND:
        return None
    a, b = sorted((MAINLAND.index(here.land), MAINLAND.index(there.land)))
    crossed = [BRIDGES[frozenset(MAINLAND[i : i + 2])] for i in range(a, b)]
    if MAINLAND.index(here.land) > MAINLAND.index(there.land):
        crossed.reverse()
    return [here[:2], *crossed, there[:2]]


def _straight_line(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two (latitude, longitude) points; equirectangular, good to 0.1 % over Denmark."""
    middle = np.radians((a[0] + b[0]) / 2)
    x, y = (b[1] - a[1]) * np.cos(middle), b[0] - a[0]
    return float(np.hypot(x, y)) * 111.2
