"""Every sentence for people: in both languages, with the same gaps; every key in the code has its sentence."""

import ast
import datetime
import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from matcher import schema
from matcher.limits import LIMITS
from matcher.phrases import Problem, list_of, say, written, wrong
from service import phrases as of_service
from service.phrases import TABLE as PHRASES

MATCHER = Path(__file__).parents[1] / "matcher"
CODE = sorted([*MATCHER.rglob("*.py"), *MATCHER.with_name("service").rglob("*.py")])
GROUPS = {key.partition(".")[0] for key in PHRASES}
TABLES = (MATCHER.with_name("service") / "store.py", *MATCHER.with_name("service").glob("migrations/versions/*.py"))
# Fields of a record that are called like a group of phrases.
FIELDS = {f"weekdays.{field.alias or name}" for name, field in schema.Weekdays.model_fields.items()}
DATE = datetime.date(2027, 1, 4)


def gaps(phrase):
    return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}


def calls():
    """(where, key, names of the words given) of each call that names its phrase."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            key = node.args[0]
            if name in ("say", "Problem") and isinstance(key, ast.Constant):
                yield f"{path.name}:{node.lineno}", key.value, {k.arg for k in node.keywords}


def strings():
    """(where, text) of each string in the code that looks like the key of a phrase, and is no action of the log, no
    column of a table and no template."""
    for path in set(CODE) - set(TABLES):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                group, dot, _ = node.value.partition(".")
                if (
                    path.name != "phrases.py"
                    and node.value not in FIELDS
                    and f"action.{node.value}" not in PHRASES
                    and not node.value.endswith(".html")
                    and group in GROUPS
                    and dot
                    and re.fullmatch(r"[a-z_]+(\.[a-z_]+)+", node.value)
                ):
                    yield f"{path.name}:{node.lineno}", node.value


@pytest.mark.parametrize("key", PHRASES)
def test_every_phrase_is_said_in_danish_and_in_english_with_the_same_gaps(key):
    da, en = PHRASES[key]
    assert da.strip()
    assert en.strip()
    assert gaps(da) == gaps(en)
    assert "" not in gaps(da)


@pytest.mark.parametrize("key", PHRASES)
def test_a_question_in_one_language_is_a_question_in_the_other(key):
    da, en = PHRASES[key]
    assert da.endswith("?") == en.endswith("?")
    assert da.endswith("?") or not key.startswith("ask.")


def test_no_phrase_names_a_programme_a_diagnosis_or_the_system():
    forbidden = r"\bips\b|diagnos|syg(?!e?plej)|sick|\bill|symptom|psyk|psych|mental|medicin|handicap|disab|lidelse"
    forbidden += (
        r"|borger|klient|client|patient|user\b|bruger|kommune|jobcent|beskæftigelse|rehab|confidence|sandsynlig"
    )
    forbidden += r"|probab|\bmatch"
    of_running = ("stop.", "verify.", "action.user.", "action.tenant.", "told.user_", "told.tenant_", "told.sessions_")
    to_operators = {key for key in of_service.PHRASES if key.startswith(of_running)}  # nobody with cases reads these
    said = [text for key, texts in PHRASES.items() if key not in to_operators for text in texts]
    said = [re.sub(r"ipsmatch", "", text) for text in said]  # the command's own name, in what stops a command
    assert [text for text in said if re.search(forbidden, text, re.IGNORECASE)] == []


def test_what_an_employer_may_read_does_not_name_the_commands():
    open_to_others = [texts for key, texts in PHRASES.items() if not key.startswith("stop.")]
    assert [t for texts in open_to_others for t in texts if "ips" in t.lower()] == []


def test_no_phrase_shows_a_percentage():
    assert [key for key, texts in PHRASES.items() if re.search("%|procent|percent|pct", " ".join(texts))] == []


def test_no_phrase_in_one_language_is_left_in_the_other():
    same = {key for key, (da, en) in PHRASES.items() if da == en and len(da.split()) > 1 and re.search("[a-z]{3}", da)}
    assert same == set()
    assert [key for key, (_, en) in PHRASES.items() if re.search("[æøåÆØÅ]", en)] == []


@pytest.mark.parametrize(
    ("values", "group"),
    [
        (get_args(schema.Band), "band"),
        (get_args(schema.StatementKind), "kind"),
        (schema.TIMES, "time"),
        (get_args(schema.Employment), "employment"),
        (get_args(schema.TravelMode), "mode"),
        ([limit.name for limit in LIMITS], "constraint"),
        (schema.single_values(), "label"),
    ],
)
def test_everything_that_has_a_name_has_one_in_the_phrases(values, group):
    assert [v for v in values if f"{group}.{v}" not in PHRASES] == []


def test_every_phrase_the_code_says_exists():
    assert [(where, key) for where, key, _ in calls() if key not in PHRASES] == []
    assert [(where, key) for where, key in strings() if key not in PHRASES] == []
    assert len(list(calls())) > 30


def test_every_phrase_is_given_the_words_for_its_gaps():
    """A gap without a word would be a KeyError before a consultant's eyes."""
    named = [(where, key, words) for where, key, words in calls() if key in PHRASES and None not in words]
    assert [(w, key) for w, key, words in named if not gaps(PHRASES[key][0]) <= words] == []


def test_every_phrase_is_said_somewhere():
    """An unused phrase means that the code says something else in its place."""
    made = (
        "band.",
        "kind.",
        "demand.",
        "time.",
        "employment.",
        "mode.",
        "constraint.",
        "wrong.",
        "part.",
        "action.",
        "sheet.",
        "cut.",
        "weekday.",
        "said.",
        "ask.person.",
        "points.",
        "count.",
        "at.",
        "once.",
        "work.",
        "by.",
        "told.",
        "field.",
        "label.",
        "role.",
        "figure.",
        "purpose.",
        "contact.",
        "shared.",
        "blank.",
        "yes",
        "no",
    )  # said by the name of a value
    used = {key for _, key in strings()}
    assert [key for key in PHRASES if key not in used and not key.startswith(made)] == []


def phrase_of_a_refusal(record, line):
    with pytest.raises(schema.ValidationError) as caught:
        record.model_validate_json(line)
    return list(schema.problems(caught.value))


LIMITS_GONE_WRONG = [
    '{"weekly_hours": 12}',
    '{"weekly_hours": {"max": "12"}}',
    '{"weekly_hours": {"max": NaN}}',
    '{"weekly_hours": {"max": -1}}',
    '{"weekly_hours": {"max": 200}}',
    '{"weekly_hours": {"min": 2, "max": 1}}',
    '{"weekly_hours": {"negotiable": "yes"}}',
    '{"max_travel_minutes": 30.5}',
    '{"max_travel_minutes": 0}',
    '{"max_travel_minutes": 2000}',
    '{"postcode": "87"}',
    '{"earliest_start": "9"}',
    '{"available_from": 5}',
    '{"available_from": "2026-02-30"}',
    '{"languages": []}',
    '{"languages": {"da": "x"}}',
    '{"not_times": "day"}',
    '{"not_times": ["x"]}',
    '{"accept_employment": []}',
    '{"licences": [""]}',
    '{"licences": [1]}',
    '{"nope": 1}',
    '{"certificates": ["010203-1234"]}',
    "[]",
]


@pytest.mark.parametrize("limits", LIMITS_GONE_WRONG)
def test_everything_that_may_be_wrong_with_a_candidate_is_said_in_words(limits):
    found = phrase_of_a_refusal(schema.Candidate, f'{{"id": "c", "constraints": {limits}}}')
    for _, code, allowed in found:
        assert f"wrong.{code}" in PHRASES
        for language in ("da", "en"):
            assert re.search(r"[\\^${}]", wrong(code, allowed, language)) is None  # no pattern of a programmer's


def test_what_is_wrong_is_said_in_one_language_at_a_time():
    """Pydantic's own words are English: "one of: 'a' or 'b'", "expected value at line 1"."""
    for line in ('{"id": "c", "constraints": {"not_times": ["x"]}}', '{"id": "c"'):
        [(_, code, allowed)] = phrase_of_a_refusal(schema.Candidate, line)
        assert re.search(r"\b(or|while|expected|parsing|at line)\b", wrong(code, allowed, "da")) is None


def test_a_code_nobody_foresaw_is_still_said():
    assert wrong("brand_new", {}, "da") == "kan ikke læses (brand_new)"
    assert wrong("brand_new", {}, "en") == "cannot be read (brand_new)"


@pytest.mark.parametrize(
    ("value", "da", "en"),
    [
        (7.5, "7,5", "7.5"),
        (12.0, "12", "12"),
        (0.0, "0", "0"),
        (27.7136, "27,71", "27.71"),
        (168.0, "168", "168"),
        (30, "30", "30"),
        (DATE, "4. januar 2027", "4 January 2027"),
        (datetime.date(2026, 12, 31), "31. december 2026", "31 December 2026"),
        ("8-12", "8-12", "8-12"),
    ],
)
def test_numbers_and_dates_are_written_as_people_of_the_language_do(value, da, en):
    assert written(value, "da") == da
    assert written(value, "en") == en


def test_a_phrase_is_said_with_its_words_filled_in():
    assert say("hours.range", "da", low=7.5, high=12) == "7,5-12 timer om ugen"
    assert say("hours.range", "en", low=7.5, high=12.0) == "7.5-12 hours a week"
    assert (
        say("from.early", "da", start=DATE, wish=DATE)
        == "begynder 4. januar 2027. Du kan tidligst begynde 4. januar 2027"
    )


def test_braces_in_what_is_filled_in_stay_as_they_are():
    assert say("list.title", "en", candidate="{x} {0}") == "Suggestions for {x} {0}"


def test_a_problem_speaks_both_languages():
    problem = Problem("stop.no_file", path="a.jsonl")
    assert problem.said("da") == "a.jsonl: filen findes ikke"
    assert problem.said("en") == str(problem) == "a.jsonl: no such file"


def test_a_list_has_commas_between():
    assert [list_of([]), list_of(["nat"]), list_of(["nat", "aften"])] == ["", "nat", "nat, aften"]
