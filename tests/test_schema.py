"""The records: what they take, what they refuse, and that a refusal never repeats what was refused."""

import datetime
import json
from typing import Annotated, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints, TypeAdapter, ValidationError

from matcher import schema
from matcher.phrases import wrong
from matcher.privacy import forbidden
from matcher.schema import Candidate, Constraints, Reading, Stated, Suggestion, Vacancy, WeeklyHours, problems

steady = settings(derandomize=True, deadline=None)

# The two examples of the contract, word for word.
CANDIDATE = """
{"id": "c01",
 "interests":    ["Jeg kan godt lide at få styr på et rodet køkken"],
 "competencies": ["Har vasket op og ryddet af i en kantine i to år"],
 "goals":        ["opvasker"],
 "constraints": {
   "weekly_hours": {"min": 6, "ideal": 10, "max": 12, "negotiable": true},
   "not_times": ["early_morning", "evening", "night", "weekend"],
   "postcode": "8700", "max_travel_minutes": 30, "travel_modes": ["walk", "bike", "public", "car"],
   "earliest_start": "09:00", "available_from": "2027-01-04",
   "licences": ["B"], "certificates": ["hygiejnebevis"], "languages": {"da": "fluent", "en": "basic"},
   "accept_employment": ["ordinary"], "exclude_employers": [],
   "avoid": ["customer_contact"], "wish": ["teamwork", "routine"]}}
"""
VACANCY = """
{"id": "k014", "title": "Opvasker", "description": "plain text", "language": "da",
 "employer": "…", "postcode": "8700", "municipality": "Horsens", "no_fixed_workplace": false,
 "url": "…", "source": "jobnet", "published": "2026-11-20", "deadline": "2026-12-03",
 "stated": {"weekly_hours_min": 0, "weekly_hours_max": 12, "full_time": false, "times": ["weekend"],
            "employment": "ordinary", "licences": ["B"]}}
"""
SUGGESTION = """
{"candidate_id": "c01", "vacancy_id": "k014", "rank": 1, "score": 0.42, "band": "negotiable",
 "evidence": [{"statement": "opvasker", "kind": "goal", "contribution": 0.19,
               "quote": "Vi har brug for en kvik opvasker til vores café"}],
 "checks":   [{"constraint": "weekly_hours", "verdict": "negotiable", "detail": "ca. 30 timer, ønsket højst 12",
               "quote": "ca. 30 timer om ugen"}],
 "questions": ["Kan opgaverne deles, så stillingen bliver på højst 12 timer om ugen?"]}
"""


def candidate(**fields):
    return Candidate.model_validate_json(json.dumps({"id": "c01", **fields}))


def limits(**fields):
    return candidate(constraints=fields).constraints


def vacancy(**fields):
    return Vacancy.model_validate_json(
        json.dumps({"id": "v1", "title": "Opvasker", "description": "Vi vasker op", **fields})
    )


def refused(make, *arguments, **fields):
    """(field, code) of each thing wrong."""
    with pytest.raises(ValidationError) as caught:
        make(*arguments, **fields)
    return {(field, code) for field, code, _ in problems(caught.value)}


def test_the_candidate_of_the_contract_is_read():
    read = Candidate.model_validate_json(CANDIDATE)
    assert read.constraints.weekly_hours == WeeklyHours(min=6, ideal=10, max=12, negotiable=True)
    assert read.constraints.not_times == ("early_morning", "evening", "night", "weekend")
    assert read.constraints.available_from == datetime.date(2027, 1, 4)
    assert read.constraints.languages == {"da": "fluent", "en": "basic"}


def test_the_vacancy_of_the_contract_is_read():
    read = Vacancy.model_validate_json(VACANCY)
    assert read.deadline == datetime.date(2026, 12, 3)
    assert read.stated == Stated(
        weekly_hours_min=0,
        weekly_hours_max=12,
        full_time=False,
        times=("weekend",),
        employment="ordinary",
        licences=("B",),
    )


@pytest.mark.parametrize(
    ("record", "line"), [(Candidate, CANDIDATE), (Vacancy, VACANCY), (Suggestion, SUGGESTION)], ids=str
)
def test_a_record_that_is_written_and_read_again_is_the_same(record, line):
    read = record.model_validate_json(line)
    assert record.model_validate_json(read.model_dump_json()) == read
    assert record.model_validate(json.loads(line)) == read


def test_facts_that_are_written_can_be_read_again():
    facts = Reading(
        id="v1", schedule={"weekend": "no"}, time_quotes={"weekend": "ingen weekendarbejde"}, start="2027-01-04"
    )
    assert Reading.model_validate_json(facts.model_dump_json()) == facts


def test_a_candidate_needs_nothing_but_an_id():
    alone = candidate()
    assert alone.statements == []
    assert alone.constraints == Constraints()
    assert refused(Candidate.model_validate_json, "{}") == {("id", "missing")}


def test_a_vacancy_needs_an_id_a_title_and_a_description_and_nothing_else():
    alone = vacancy()
    assert alone.stated == Stated()
    assert alone.postcode is None
    missing = {("id", "missing"), ("title", "missing"), ("description", "missing")}
    assert refused(Vacancy.model_validate_json, "{}") == missing


def test_a_limit_nobody_set_is_unknown_and_not_a_guess():
    none = Constraints()
    assert none.weekly_hours is None
    assert none.max_travel_minutes is None
    assert none.licences is None
    assert WeeklyHours().negotiable is None


def test_a_candidate_who_says_nothing_else_accepts_ordinary_jobs_only():
    assert Constraints().accept_employment == ("ordinary",)
    assert limits(accept_employment=["ordinary", "apprenticeship"]).accept_employment == ("ordinary", "apprenticeship")
    assert refused(limits, accept_employment=[]) == {("constraints.accept_employment", "too_short")}


def test_no_licences_and_nothing_said_of_licences_are_two_things():
    assert limits(licences=[]).licences == ()
    assert limits().licences is None


@pytest.mark.parametrize("field", [f for f in Candidate.model_fields if f != "id"])
def test_null_in_a_candidate_is_the_same_as_absent(field):
    assert candidate(**{field: None}) == candidate()


@pytest.mark.parametrize("field", Constraints.model_fields)
def test_null_in_the_constraints_is_the_same_as_absent(field):
    assert limits(**{field: None}) == limits()


@pytest.mark.parametrize("field", [f for f in Vacancy.model_fields if f not in ("id", "title", "description")])
def test_null_in_a_vacancy_is_the_same_as_absent(field):
    assert vacancy(**{field: None}) == vacancy()


@pytest.mark.parametrize("field", Stated.model_fields)
def test_null_in_what_the_feed_stated_is_the_same_as_absent(field):
    assert vacancy(stated={field: None}) == vacancy()


@pytest.mark.parametrize(
    ("make", "fields", "named"),
    [
        (candidate, {"goal": ["opvasker"]}, "goal"),
        (candidate, {"constraints": {"weekly_hour": {"max": 12}}}, "constraints.weekly_hour"),
        (candidate, {"constraints": {"weekly_hours": {"maks": 12}}}, "constraints.weekly_hours.maks"),
        (vacancy, {"dead_line": "2026-12-03"}, "dead_line"),
        (vacancy, {"stated": {"hours": 12}}, "stated.hours"),
    ],
)
def test_a_misspelt_field_is_refused_by_name(make, fields, named):
    assert refused(make, **fields) == {(named, "extra_forbidden")}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("not_times", ["late"], "literal_error"),
        ("not_times", "evening", "tuple_type"),
        ("travel_modes", ["horse"], "literal_error"),
        ("avoid", ["people"], "literal_error"),
        ("languages", {"da": "quite"}, "literal_error"),
        ("accept_employment", ["job"], "literal_error"),
        ("max_travel_minutes", 0, "greater_than"),
        ("max_travel_minutes", 1441, "less_than_equal"),
        ("max_travel_minutes", "30", "int_type"),
        ("max_travel_minutes", True, "int_type"),
        ("licences", [""], "string_too_short"),
        ("licences", ["  "], "string_too_short"),
        ("exclude_employers", [7], "string_type"),
        ("available_from", 20270104, "iso_date"),
        ("available_from", "4/1 2027", "iso_date"),
        ("available_from", "2027-01-04T00:00:00", "iso_date"),
        ("available_from", "", "iso_date"),
        ("available_from", "2026-02-30", "date_from_datetime_parsing"),
    ],
)
def test_a_limit_that_cannot_be_understood_is_refused(field, value, code):
    assert code in {c for named, c in refused(limits, **{field: value}) if named.startswith(f"constraints.{field}")}


@pytest.mark.parametrize("clock", ["00:00", "07:00", "09:30", "19:05", "23:59"])
def test_a_time_of_day_is_hours_and_minutes(clock):
    assert limits(earliest_start=clock).earliest_start == clock


@pytest.mark.parametrize("clock", ["9:00", "24:00", "12:60", "09.00", "9", "09:00:00", "kl. 9", "09:00\n", ""])
def test_anything_else_is_no_time_of_day(clock):
    assert {field for field, _ in refused(limits, earliest_start=clock)} == {"constraints.earliest_start"}


@pytest.mark.parametrize("postcode", ["870", "87000", "DK-8700", "8700 Horsens", "８７００", "٨٧٠٠", "8700\n", ""])
def test_a_postcode_is_four_plain_digits(postcode):
    assert {field for field, _ in refused(limits, postcode=postcode)} == {"constraints.postcode"}
    assert {field for field, _ in refused(vacancy, postcode=postcode)} == {"postcode"}


def test_a_postcode_may_begin_with_nought():
    assert limits(postcode="0800").postcode == "0800"


@pytest.mark.parametrize("hours", [0, 0.5, 7.4, 37, 168])
def test_hours_a_week_go_from_none_to_all_there_are(hours):
    assert limits(weekly_hours={"max": hours}).weekly_hours.max == hours


@pytest.mark.parametrize("hours", [-1, 168.1, True, "12", [12], float("nan"), float("inf")])
def test_anything_else_is_no_number_of_hours(hours):
    assert {f for f, _ in refused(limits, weekly_hours={"max": hours})} == {"constraints.weekly_hours.max"}


@pytest.mark.parametrize(
    "hours",
    [
        {"min": 12, "max": 6},
        {"min": 12, "ideal": 10, "max": 14},
        {"min": 6, "ideal": 15, "max": 12},
        {"ideal": 15, "max": 12},
        {"min": 12, "ideal": 10},
    ],
)
def test_hours_that_contradict_each_other_are_refused(hours):
    assert refused(limits, weekly_hours=hours) == {("constraints.weekly_hours", "hours_order")}


def test_hours_that_are_all_the_same_do_not_contradict_each_other():
    assert limits(weekly_hours={"min": 10, "ideal": 10, "max": 10}).weekly_hours.ideal == 10


@pytest.mark.parametrize("negotiable", [0, 1, "true", "ja", "no"])
def test_negotiable_is_true_or_false_and_nothing_like_it(negotiable):
    assert refused(limits, weekly_hours={"negotiable": negotiable}) == {
        ("constraints.weekly_hours.negotiable", "bool_type")
    }


# --- what may never be held ------------------------------------------------------------------------------------------

CPR_PLACES = [
    ("id", {"id": "{}"}),
    ("interests.1", {"interests": ["dyr", "{}"]}),
    ("competencies.0", {"competencies": ["mit nummer er {}, ring"]}),
    ("goals.0", {"goals": ["{}"]}),
    ("constraints.licences.0", {"constraints": {"licences": ["{}"]}}),
    ("constraints.certificates.0", {"constraints": {"certificates": ["bevis nr. {}"]}}),
    ("constraints.exclude_employers.0", {"constraints": {"exclude_employers": ["{}"]}}),
    ("constraints.languages", {"constraints": {"languages": {"{}": "good"}}}),
]


def put(value, text):
    """The structure with the text where {} stands."""
    if isinstance(value, str):
        return value.replace("{}", text)
    if isinstance(value, list):
        return [put(v, text) for v in value]
    return {put(k, text): put(v, text) for k, v in value.items()}


@pytest.mark.parametrize(("place", "fields"), CPR_PLACES, ids=[place for place, _ in CPR_PLACES])
def test_a_cpr_number_is_refused_wherever_a_candidate_has_text(place, fields):
    [(field, code)] = refused(candidate, **put(fields, "010203-1234"))
    assert code == "cpr_number"
    assert field.startswith(place)
    assert "010203" not in field


@pytest.mark.parametrize(
    "number",
    [
        "010203-1234",
        "0102031234",
        "010203 1234",
        "010203–1234",
        "311299-0001",
        "610203-1234",
        "(010203-1234)",
        "cpr:010203-1234.",
        "CPR010203-1234",
        "010203 - 1234",
        "010203\u20111234",
        "010203\u00a01234",
    ],
)
def test_a_cpr_number_is_known_however_it_is_written(number):
    assert refused(candidate, goals=[f"jeg er {number}"]) == {("goals.0", "cpr_number")}


@given(
    st.dates(datetime.date(1920, 1, 1), datetime.date(2020, 12, 31)),
    st.booleans(),
    st.integers(0, 9999),
    st.sampled_from(["", "-", " ", "–"]),
    st.text("abc æøå.,:()", max_size=8),
    st.text("abc æøå.,:()", max_size=8),
)
@steady
def test_every_day_of_a_century_makes_a_cpr_number(born, replacement, serial, between, before, after):
    day = born.day + 60 * replacement
    text = f"{before}{day:02}{born:%m%y}{between}{serial:04}{after}"
    assert refused(candidate, interests=[text]) == {("interests.0", "cpr_number")}


@pytest.mark.parametrize(
    "text",
    [
        "ring på 12 34 56 78",
        "+45 12345678",
        "8700 Horsens",
        "i 2019-2021",
        "37.000 kr.",
        "EAN 5790000123456",
        "kursus 01-02-2023",
        "999999-9999",
        "320103-1234",
        "011303-1234",
        "000103-1234",
        "410203-1234",
    ],
)
def test_other_numbers_are_not_taken_for_cpr_numbers(text):
    certificates = [text]  # a field in which only CPR numbers are refused
    assert candidate(constraints={"certificates": certificates}).constraints.certificates == (text,)


NAMES = [
    ("constraints.certificates.0", {"constraints": {"certificates": ["{}"]}}),
    ("constraints.licences.1", {"constraints": {"licences": ["B", "{}"]}}),
    ("constraints.exclude_employers.0", {"constraints": {"exclude_employers": ["{}"]}}),
    ("constraints.languages", {"constraints": {"languages": {"{}": "good"}}}),
]


@pytest.mark.parametrize(("place", "fields"), NAMES, ids=[place for place, _ in NAMES])
def test_health_is_refused_where_something_is_named_as_in_a_goal(place, fields):
    words = "har skizofreni og får antipsykotisk medicin"
    assert refused(candidate, goals=[words]) == {("goals.0", "forbidden_words")}
    assert refused(candidate, **put(fields, words)) == {(place, "forbidden_in_name")}


def test_the_refusal_of_a_name_says_what_to_write():
    with pytest.raises(ValidationError) as caught:
        limits(exclude_employers=["Netto (angst)"])
    [(_, code, allowed)] = problems(caught.value)
    assert wrong(code, allowed, "en").startswith("we keep nothing about health (“angst”); write only the name")


@pytest.mark.parametrize("fields", [fields for _, fields in NAMES], ids=[place for place, _ in NAMES])
def test_a_candidate_who_was_taken_in_before_stays_readable(fields):
    line = json.dumps({"id": "c01", **put(fields, "har skizofreni")})
    assert Candidate.held(line).id == "c01"


def test_a_bound_on_its_length_comes_before_a_text_is_looked_through():
    """The service limits the length of labels and notes; the guard reads no more than may be kept."""
    label = TypeAdapter(Annotated[schema.Text, StringConstraints(max_length=60), schema.FIT_TO_HOLD])
    assert label.validate_python(" AB 12 ") == "AB 12"
    with pytest.raises(ValidationError) as caught:
        label.validate_python("jeg er syg " * 100_000)
    assert [(code, allowed) for _, code, allowed in problems(caught.value)] == [("string_too_long", {"max_length": 60})]
    with pytest.raises(ValidationError, match="is not allowed here"):
        label.validate_python("har ADHD")


def test_corrected_hours_have_no_quote():
    right = schema.Correction.model_validate({"hours": {"min": 10, "max": 12, "basis": "stated", "quote": "Bo er syg"}})
    assert right.hours == schema.HoursFact(min=10, max=12, basis="stated")


@pytest.mark.parametrize("what", ["Bo Hansen, cpr 010185-1234, har skizofreni", "010185-1234"])
def test_a_cpr_number_in_a_correction_is_refused(what):
    asked = [{"kind": "skill", "strength": "required", "what": what}]
    assert refused(schema.Correction.model_validate, {"requirements": asked}) == {("requirements.0.what", "cpr_number")}


def test_the_health_of_somebody_in_a_correction_is_refused():
    asked = [{"kind": "skill", "strength": "required", "what": "passer til Bo Hansen, som har skizofreni"}]
    assert refused(schema.Correction.model_validate, {"requirements": asked}) == {
        ("requirements.0.what", "health_of_somebody")
    }
    asked[0]["what"] = "erfaring med borgere med skizofreni"
    assert schema.Correction.model_validate({"requirements": asked}).requirements[0].what == asked[0]["what"]


def test_a_candidate_has_no_field_for_what_could_hurt():
    hurtful = {"diagnos", "health", "symptom", "medic", "cpr", "age", "birth", "gender", "sex", "origin", "ethnic"}
    hurtful |= {"religion", "famil", "marital", "criminal", "record", "name", "address", "phone", "mail"}

    def names(model: type[BaseModel]) -> set[str]:
        return set(model.model_fields)

    fields = names(Candidate) | names(Constraints) | names(WeeklyHours) | names(schema.Statement)
    assert {f for f in fields for word in hurtful if word in f.replace("languages", "")} == set()


@pytest.mark.parametrize(
    "fields",
    [
        {"goals": "hemmeligt"},
        {"goals": [["hemmeligt"]]},
        {"interests": {"hemmeligt": 1}},
        {"constraints": "hemmeligt"},
        {"constraints": {"postcode": "hemmeligt"}},
        {"constraints": {"weekly_hours": "hemmeligt"}},
        {"constraints": {"weekly_hours": {"max": "hemmeligt", "negotiable": "hemmeligt"}}},
        {"constraints": {"not_times": ["hemmeligt"], "avoid": ["hemmeligt"], "earliest_start": "hemmeligt"}},
        {"constraints": {"available_from": "hemmeligt", "max_travel_minutes": "hemmeligt"}},
        {"constraints": {"languages": {"da": "hemmeligt"}}},
        {"goals": ["hemmeligt 010203-1234"]},
    ],
)
def test_a_refusal_never_repeats_what_was_refused(fields):
    with pytest.raises(ValidationError) as caught:
        candidate(**fields)
    assert "hemmeligt" not in str(caught.value)
    assert "hemmeligt" not in repr(list(problems(caught.value)))
    assert "010203" not in str(caught.value)


def test_a_field_named_by_a_cpr_number_is_masked():
    assert refused(candidate, **{"010203-1234": "x"}) == {("******-****", "extra_forbidden")}


# --- what a record holds ---------------------------------------------------------------------------------------------


def test_a_candidates_statements_are_goals_then_interests_then_experience():
    said = candidate(goals=["opvasker"], interests=["dyr", "ro"], competencies=["kantine"]).statements
    assert [(s.kind, s.text) for s in said] == [
        ("goal", "opvasker"),
        ("interest", "dyr"),
        ("interest", "ro"),
        ("competency", "kantine"),
    ]


def test_white_space_around_a_statement_is_nothing():
    assert candidate(goals=["  opvasker\n"]).goals == ("opvasker",)


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_a_statement_that_says_nothing_is_refused(text):
    assert refused(candidate, goals=["opvasker", text]) == {("goals.1", "string_too_short")}


@pytest.mark.parametrize("field", ["title", "description"])
@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_an_ad_without_words_is_refused(field, text):
    assert {f for f, _ in refused(vacancy, **{field: text})} == {field}


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
@steady
def test_an_ads_words_are_kept_exactly_as_they_came(title, description):
    kept = Vacancy(id="v1", title=title, description=description)
    assert (kept.title, kept.description) == (title, description)
    assert kept.text == f"{title}\n{description}"


def test_a_record_cannot_be_changed():
    for record in (candidate(), Constraints(), vacancy(), Reading(id="v1")):
        with pytest.raises(ValidationError):
            record.id = "other"


def test_facts_about_an_ad_that_says_nothing_are_all_unknown():
    facts = Reading(id="v1")
    assert (facts.hours.min, facts.hours.max, facts.hours.basis, facts.hours.quote) == (None, None, "unstated", None)
    assert set(facts.schedule.model_dump().values()) == {None}
    assert facts.contract == "unstated"
    assert (facts.start, facts.deadline, facts.day_starts) == (None, None, None)
    assert facts.schedule_quotes == ()


def test_a_quote_behind_two_times_stands_once_among_the_quotes():
    both = "hverken aften eller weekend"
    facts = Reading(id="v1", time_quotes={"evening": both, "weekend": both, "day": "kl. 8-15"})
    assert facts.schedule_quotes == (both, "kl. 8-15")


@pytest.mark.parametrize("start", ["2027-01-04", "asap", "by_agreement", None])
def test_a_job_starts_on_a_day_or_soon_or_by_agreement_or_unknown(start):
    assert Reading(id="v1", start=start).start == start


@pytest.mark.parametrize("start", ["snarest", "2027-13-01", "2027-02-30", "rolling", "1. februar", ""])
def test_no_fact_holds_another_kind_of_start(start):
    """The limits make a date of it: a start that is no date would stop the whole index."""
    assert {f for f, _ in refused(Reading, id="v1", start=start)} == {"start"}


@pytest.mark.parametrize("deadline", ["løbende", "2026-13-01", "asap", ""])
def test_no_fact_holds_another_kind_of_deadline(deadline):
    assert {f for f, _ in refused(Reading, id="v1", deadline=deadline)} == {"deadline"}


def test_the_four_bands_are_the_four_verdicts_in_the_order_in_which_they_worsen():
    assert get_args(schema.Verdict) == ("met", "unknown", "negotiable", "broken")
    assert get_args(schema.Band) == ("fits", "ask", "negotiable", "broken")


words = st.text("abcdefghijklmnoprstuvyæøå ", min_size=1, max_size=30).map(str.strip).filter(bool)
words = words.filter(lambda text: not forbidden(text))  # Hypothesis also tries words it finds in the code
some_words = st.lists(words, max_size=3)
some_licences = st.lists(st.sampled_from(["B", "C/E", "A1", "Traktor"]), max_size=3)
some_hours = st.one_of(st.none(), st.floats(0, 168))


@given(
    some_words,
    some_words,
    some_words,
    st.lists(some_hours, min_size=3, max_size=3),
    st.lists(st.sampled_from(schema.TIMES), max_size=3),
    st.one_of(st.none(), some_licences),
    st.one_of(st.none(), st.dates()),
)
@steady
def test_any_candidate_that_is_written_and_read_again_is_the_same(
    goals, interests, competencies, hours, times, licences, available
):
    known = sorted(h for h in hours if h is not None)
    ordered = iter(known)
    low, ideal, high = (None if h is None else next(ordered) for h in hours)
    one = Candidate(
        id="c01",
        goals=goals,
        interests=interests,
        competencies=competencies,
        constraints=Constraints(
            weekly_hours=WeeklyHours(min=low, ideal=ideal, max=high),
            not_times=times,
            licences=licences,
            available_from=available,
        ),
    )
    assert Candidate.model_validate_json(one.model_dump_json()) == one
    assert len(one.statements) == len(goals) + len(interests) + len(competencies)
