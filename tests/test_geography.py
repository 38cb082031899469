"""Postcodes and travel times: well-known commutes, and what must hold whatever the numbers are."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.geography import (
    DETOUR,
    MAINLAND,
    SPEEDS,
    WITHIN_POSTCODE_KM,
    area_code,
    areas,
    kilometres,
    least_minutes,
    places,
    travel_minutes,
)

steady = settings(derandomize=True, deadline=None)
postcodes = st.sampled_from(sorted(places()))
modes = st.sampled_from(list(SPEEDS))
BY_ROAD = sorted(p for p, place in places().items() if place.land in MAINLAND)


def minutes(origin, destination, *by):
    return float(travel_minutes(origin, [destination], by)[0])


# What a map or a timetable usually says, door to door.
@pytest.mark.parametrize(
    ("origin", "destination", "by", "usual"),
    [
        ("8700", "7100", "car", 30),  # Horsens - Vejle
        ("8700", "8722", "car", 18),  # Horsens - Hedensted
        ("8700", "8660", "car", 26),  # Horsens - Skanderborg
        ("8700", "8660", "public", 40),
        ("5000", "5500", "car", 42),  # Odense - Middelfart
        ("2450", "2100", "public", 30),  # København SV - Ø
        ("8000", "8600", "car", 43),  # Aarhus - Silkeborg
        ("1050", "5000", "car", 105),  # København - Odense, over Storebælt
        ("1050", "4000", "car", 40),  # København - Roskilde
        ("9000", "9800", "car", 50),  # Aalborg - Hjørring
        ("5000", "5800", "car", 30),  # Odense - Nyborg
        ("6000", "7100", "car", 27),  # Kolding - Vejle
        ("5000", "8000", "car", 105),  # Odense - Aarhus, over Lillebælt
        ("2300", "1620", "bike", 18),  # Amager - Vesterbro
    ],
)
def test_well_known_commutes_take_about_as_long_as_they_do(origin, destination, by, usual):
    assert minutes(origin, destination, by) == pytest.approx(usual, rel=1 / 3)


def test_the_table_holds_every_postcode_once_with_a_place_in_denmark():
    table = places()
    assert len(table) == 1089
    assert all(len(p) == 4 and p.isdigit() and p.isascii() for p in table)
    assert all(54.5 < place.latitude < 57.8 and 8.0 < place.longitude < 15.3 for place in table.values())
    assert all(place.municipality and place.land for place in table.values())


def test_every_municipality_of_denmark_has_a_postcode():
    known = {place.municipality for place in places().values()}
    assert len(known) == 98
    assert {"Horsens", "Vejle", "København", "Ærø", "Læsø", "Bornholm", "Aarhus", "Lyngby-Taarbæk"} <= known


@pytest.mark.parametrize(
    ("postcode", "land"),
    [
        ("8700", "Jylland"),
        ("6400", "Jylland"),
        ("7900", "Jylland"),
        ("5000", "Fyn"),
        ("5900", "Fyn"),
        ("1050", "Sjælland"),
        ("4800", "Sjælland"),
        ("4900", "Sjælland"),
        ("4780", "Sjælland"),
        ("2791", "Sjælland"),
        ("3700", "Bornholm"),
        ("5970", "Ærø"),
        ("8305", "Samsø"),
        ("9940", "Læsø"),
        ("6720", "Fanø"),
    ],
)
def test_an_island_with_a_bridge_is_part_of_the_mainland_and_one_with_a_ferry_is_not(postcode, land):
    assert places()[postcode].land == land


@pytest.mark.parametrize("island", ["3700", "8305", "5970", "9940", "6720", "4592", "4305", "8592", "8789", "7884"])
def test_the_time_to_and_from_an_island_with_a_ferry_is_unknown(island):
    for mainland in ("8700", "5000", "1050"):
        assert kilometres(mainland, island) is None
        assert math.isnan(minutes(mainland, island, *SPEEDS))
        assert math.isnan(minutes(island, mainland, *SPEEDS))


def test_the_time_within_an_island_is_known():
    assert 10 < minutes("3700", "3730", "car") < 40
    assert math.isnan(minutes("3700", "8305", "car"))


def test_an_unknown_postcode_or_none_gives_an_unknown_time():
    found = travel_minutes("8700", ["9999", None, "", "0000", "8700"], ["car"])
    assert np.isnan(found).tolist() == [True, True, True, True, False]
    assert np.isnan(travel_minutes("9999", ["8700", "9999"], ["car"])).all()


def test_without_a_way_to_travel_the_time_is_unknown():
    assert np.isnan(travel_minutes("8700", ["7100"], [])).all()


def test_no_destinations_give_no_times():
    assert travel_minutes("8700", [], ["car"]).shape == (0,)


def test_within_one_postcode_there_is_still_a_way_to_go():
    assert 10 < minutes("8700", "8700", "walk") < 30
    assert 5 < minutes("8700", "8700", "car") < 10


def test_between_sjælland_and_jylland_the_way_goes_over_both_bridges():
    """As the crow flies Aarhus - København is 157 km; by road about 310."""
    assert kilometres("8000", "1050") == pytest.approx(310, rel=0.15)
    assert kilometres("8000", "1050") > kilometres("8000", "5000") + 100


@given(postcodes, postcodes, modes)
@steady
def test_the_way_back_is_as_long_as_the_way_there(here, there, by):
    assert minutes(here, there, by) == pytest.approx(minutes(there, here, by), nan_ok=True)


def great_circle(here, there):
    """Kilometres by the haversine formula: another way to the straight line."""
    a, b = places()[here], places()[there]
    p, q = math.radians(a.latitude), math.radians(b.latitude)
    turn = math.radians(b.longitude - a.longitude)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(turn / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


@given(postcodes, postcodes)
@steady
def test_the_road_is_longer_than_the_straight_line_and_on_one_land_not_by_much(here, there):
    road = kilometres(here, there)
    lands = {places()[here].land, places()[there].land}
    if road is None:
        assert len(lands) == 2
        assert not lands <= set(MAINLAND)
        return
    straight = great_circle(here, there)
    assert road >= straight
    if len(lands) == 1:
        assert road == pytest.approx(max(WITHIN_POSTCODE_KM, DETOUR * straight), rel=0.01)


@given(st.sampled_from(BY_ROAD), st.sampled_from(BY_ROAD))
@steady
def test_between_places_joined_by_road_the_time_is_always_known(here, there):
    assert 0 < minutes(here, there, "car") < 8 * 60


@given(postcodes, postcodes, st.lists(modes, min_size=1, max_size=4), modes)
@steady
def test_another_way_to_travel_never_makes_the_way_longer(here, there, by, one_more):
    few, more = minutes(here, there, *by), minutes(here, there, *by, one_more)
    assert math.isnan(few) == math.isnan(more)
    assert math.isnan(few) or more <= few


@given(st.lists(st.one_of(st.none(), postcodes), max_size=6), postcodes)
@steady
def test_many_destinations_at_once_are_each_as_alone(destinations, origin):
    together = travel_minutes(origin, destinations, ["car"])
    alone = [minutes(origin, d, "car") for d in destinations]
    assert together.tolist() == pytest.approx(alone, nan_ok=True)


def test_walking_is_slower_than_the_bicycle_and_the_bicycle_than_the_car():
    on_foot, by_bike, by_car = (minutes("8700", "7100", by) for by in ("walk", "bike", "car"))
    assert on_foot > by_bike > by_car


def test_at_best_no_place_is_further_than_by_the_usual_way():
    names, origin = areas(), "8700"
    usual, best = travel_minutes(origin, names, ["public"]), least_minutes(origin, ["public"])
    known = ~np.isnan(usual)
    assert known.sum() > 900
    assert (best[known] <= usual[known] + 1e-9).all()


def test_a_municipality_is_as_near_as_its_nearest_postcode():
    best = dict(zip(areas(), least_minutes("8700", ["car"]), strict=True))
    vejle = [best[code] for code, place in places().items() if place.municipality == "Vejle"]
    assert best["Vejle"] == min(vejle)
    assert best["Bornholm"] > 120
    assert np.isnan(best[""])
    assert np.isnan(least_minutes("9999", ["car"])).all()
    assert area_code("nowhere") == 0
    assert areas()[area_code("8700")] == "8700"
