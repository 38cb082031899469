"""What a run adds to figures: ranking, bands, evidence, signs and reading, each case counted by hand."""

import pytest

from evaluation import parts
from evaluation.collection.labels import AdLabels
from evaluation.figures import cases, table
from evaluation.parts import Part
from evaluation.reading import Judgment

AD = {
    "title": "Opvasker",
    "description": "10-12 timer om ugen. Kørekort er et krav. Der er larm. Du arbejder om aftenen.",
}
HOURS = {"min": 10, "max": 12, "basis": "stated", "quote": "10-12 timer om ugen"}
LICENCE = {"kind": "driving_licence", "strength": "required", "what": "B", "quote": "Kørekort er et krav"}
NOISE = {"kind": "noise", "quote": "Der er larm"}
GOLD = {
    "hours": HOURS,
    "employment": "ordinary",
    "schedule": {"evening": "yes"},
    "requirements": [LICENCE],
    "demands": [NOISE],
}


def figures(some):
    return table(cases(list(some))).set_index("figure").estimate.to_dict()


def reading(read, gold=GOLD, every=True):
    part = Part("unseen", facts={"v": gold}, vacancies={"v": AD}, every_demand=every)
    return figures(parts.reading(part, {"v": read} if read is not None else {}))


def suggestion(vacancy, rank, band="fits", **more):
    return {"candidate_id": "c", "vacancy_id": vacancy, "rank": rank, "band": band, **more}


# --- reading ---------------------------------------------------------------------------------------------------------


def test_what_is_read_as_people_read_it_is_right_throughout():
    assert set(reading(GOLD).values()) == {1.0}


def test_an_ad_that_is_missing_is_wrong_throughout():
    found = reading(None)
    assert (found["hours exact"], found["times F1"], found["required F1"], found["demands recall"]) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("hours", "right"),
    [
        (HOURS, 1),
        (HOURS | {"min": 10.25}, 1),
        (HOURS | {"min": 11}, 0),
        (HOURS | {"max": None}, 0),
        (HOURS | {"basis": "negotiable"}, 0),
    ],
)
def test_hours_are_right_with_both_ends_and_their_basis(hours, right):
    assert reading(GOLD | {"hours": hours})["hours exact"] == right


def test_hours_where_the_ad_says_none_are_false_hours():
    silent = {key: value for key, value in GOLD.items() if key != "hours"}
    assert reading(GOLD, silent)["false hours"] == 1
    assert reading(silent, silent)["false hours"] == 0
    assert "false hours" not in reading(GOLD)


def test_a_requirement_is_found_by_kind_and_overlapping_words():
    other = LICENCE | {"quote": "Der er larm"}
    softer = LICENCE | {"quote": "Kørekort", "strength": "desirable"}
    assert reading(GOLD | {"requirements": [other]})["required F1"] == 0
    found = reading(GOLD | {"requirements": [softer]})
    assert (found["required F1"], found["strength"]) == (1, 0)
    assert reading(GOLD | {"requirements": [LICENCE, LICENCE]})["required F1"] == pytest.approx(2 / 3)


def test_demands_have_a_precision_only_where_people_listed_every_one():
    more = GOLD | {"demands": [NOISE, {"kind": "cold", "quote": "Der er larm"}]}
    assert reading(more)["demands precision"] == 0.5
    assert "demands precision" not in reading(more, every=False)


def test_an_ad_that_offers_a_choice_is_told_as_one():
    two = GOLD | {"posts": [{"label": "a"}, {"label": "b"}]}
    assert reading(two, two)["several posts F1"] == 1
    assert reading(GOLD, two)["several posts F1"] == 0


def test_a_writers_labels_become_the_contract_of_facts():
    labels = AdLabels.model_validate(
        {
            "kind": "kitchen_help",
            "isco": "9412",
            "occupation": "opvasker",
            "work": "opvask",
            "hours": {"max": 12, "basis": "stated", "quote": "12"},
            "demands": [["noise", "Der er larm"]],
        }
    )
    facts = parts.facts_of(labels)
    assert facts["hours"] == {"min": None, "max": 12, "basis": "stated", "quote": "12"}
    assert facts["demands"] == [NOISE]


# --- ranking, bands, evidence, signs ---------------------------------------------------------------------------------


def test_what_no_judge_was_given_lowers_judged_at_10():
    part = Part("unseen", {"c": {"a": Judgment(6, "ok", 6)}}, pooled={("c", "a")})
    found = figures(parts.ranking(part, {"c": {"a": 1, "x": 2, "y": 3, "z": 4}}))
    assert found["judged@10"] == 0.25
    assert found["nDCG@10"] == 1


def test_left_out_counts_only_what_fits_and_is_useful():
    judged = {
        "a": Judgment(6, "ok", 6),
        "b": Judgment(6, "negotiable", 3),
        "c": Judgment(6, "broken", 1),
        "d": Judgment(1, "ok", 1),
    }
    whole = {
        "c": [
            suggestion(v, n, band)
            for n, (v, band) in enumerate(zip("abcd", ["broken", "ask", "broken", "broken"], strict=True), 1)
        ]
    }
    assert figures(parts.bands(Part("unseen", {"c": judged}), whole))["left out"] == 0.5


def test_everything_that_fits_somebody_who_is_refused_is_left_out():
    judged = {"a": Judgment(6, "ok", 6), "b": Judgment(1, "ok", 1)}
    assert figures(parts.bands(Part("unseen", {"c": judged}), {}))["left out"] == 1
    assert figures(parts.refused(Part("unseen", {"c": judged, "d": judged}), {"d": []}))["refused"] == 0.5


def test_a_pair_that_no_judge_lists_says_nothing_of_its_limits():
    judged = {"a": Judgment(3, "broken", 1), "b": Judgment(0, "ok", 0)}
    whole = {"c": [suggestion("a", 1), suggestion("b", 2)]}
    assert figures(parts.bands(Part("unseen", {"c": judged}), whole))["broken shown"] == 1


def test_a_broken_limit_that_is_shown_as_fitting_is_counted_among_those_that_fit():
    judged = {"a": Judgment(3, "broken", 1), "b": Judgment(6, "ok", 6)}
    whole = {"c": [suggestion("a", 1), suggestion("b", 2), suggestion("unjudged", 3)]}
    assert figures(parts.bands(Part("unseen", {"c": judged}), whole))["broken shown"] == 0.5


def test_points_clearly_is_held_against_what_judges_found_useful():
    judged = {"a": Judgment(6, "ok", 6), "b": Judgment(1, "ok", 1)}
    whole = {
        "c": [
            suggestion("a", 1, points="clearly"),
            suggestion("b", 2, points="clearly"),
            suggestion("x", 3, points="perhaps"),
        ]
    }
    part = Part("unseen", {"c": judged}, pooled={("c", "a"), ("c", "b")})
    found = figures(parts.bands(part, whole))
    assert found["clearly is useful"] == 0.5
    assert "perhaps is useful" not in found  # nobody was asked about x


def test_a_quote_counts_only_beside_the_statement_a_judge_saw_it_with():
    two = [{"statement": "opvasker", "quote": "gryder"}, {"statement": "ro", "quote": "stille"}]
    other = [{"statement": "opvasker", "quote": "new words"}]
    shown = [suggestion("a", 1, evidence=two), suggestion("b", 2, evidence=other)]
    part = Part("unseen", quotes={("c", "a", "opvasker", "gryder"): True, ("c", "a", "ro", "stille"): False})
    assert figures(parts.evidence(part, {"c": shown}))["quote supports"] == 0.5


@pytest.mark.parametrize(
    ("order", "band", "right"),
    [("ab", "fits", 1), ("ba", "fits", 0), ("ba", "broken", 1), ("b", "fits", 0), ("", "fits", 0)],
)
def test_a_dislike_is_heard_where_the_ad_without_it_stands_first(order, band, right):
    """band: of the worse one, b. An ad that is called broken stands below, an ad that is missing lowest."""
    whole = {"c": [suggestion(v, n, band if v == "b" else "fits") for n, v in enumerate(order, 1)]}
    part = Part("unseen", pairs=[("c", "a", "b")])
    assert figures(parts.signs(part, whole))["signs"] == right
