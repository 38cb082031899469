"""Twice as much text takes the service about twice as long, wherever it comes in: no call holds up the others.

Measured is a call's work on a text before a refusal or the database. The engine's work is in ``tests/test_growth.py``,
which also has the shapes and the measure.
"""

from urllib.parse import urlencode

import pytest
from conftest import lines
from test_growth import SHAPES, WORST, exponent

pytestmark = [pytest.mark.slow, pytest.mark.thorough]

SHORT = 2_000  # characters; then twice and eight times as many
HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def database():
    """One database is enough: only the work on a text before it reaches a database is measured."""
    return ""


@pytest.fixture(scope="module")
def somebody(place):
    """A consultant with a candidate and some vacancies."""
    place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(lines("vacancies.jsonl")[:5]))
    place.index_of(5)
    someone = place.consultant
    someone.case = someone.post("/v1/candidates", json={"goals": ["gartner"]}).json()["candidate_id"]
    return someone


def profile(text):
    limits = {"certificates": [text], "licences": [text], "exclude_employers": [text], "languages": {text: "good"}}
    return {"label": text, "goals": [text], "interests": [text], "competencies": [text], "constraints": limits}


def form(someone, path, **fields):
    content = urlencode({"csrf": someone.headers["X-CSRF-Token"], **fields})
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    return someone.post(path, content=content, headers=HTML | kind, follow_redirects=False)


ENTRIES = {
    "a candidate": lambda someone, text: someone.post("/v1/candidates", json=profile(text)),
    "a list of somebody": lambda someone, text: someone.post("/v1/suggestions", json={"id": text, **profile(text)}),
    "a note": lambda someone, text: someone.post(
        f"/v1/candidates/{someone.case}/decisions", json={"vacancy_id": "v001", "kind": "maybe", "note": text}
    ),
    "a decision": lambda someone, text: someone.post(
        f"/v1/candidates/{someone.case}/decisions", json=dict.fromkeys(("vacancy_id", "kind", "reason", "whose"), text)
    ),
    "a correction": lambda someone, text: someone.put(
        "/v1/vacancies/v001/correction",
        headers={"If-Match": '"0"'},
        json={"requirements": [{"kind": "skill", "strength": "required", "what": text}], "postcode": text},
    ),
    "a sign-in": lambda someone, text: someone.client.post("/v1/session", json={"name": text, "password": text}),
    "a user": lambda someone, text: someone.post("/v1/users", json={"name": text, "role": text, "team": text}),
    "what is no JSON": lambda someone, text: someone.post("/v1/candidates", content=text.encode()),
    "the profile's page": lambda someone, text: form(
        someone,
        "/candidates/new",
        **dict.fromkeys(
            (
                "goals",
                "interests",
                "competencies",
                "label",
                "licences",
                "certificates",
                "exclude_employers",
                "postcode",
                "weekly_hours.max",
                "earliest_start",
                "max_travel_minutes",
                "languages.da",
                "demands.phone",
                "latest_end",
                "weekdays.not",
                "weekdays.max_days",
            ),
            text,
        ),
    ),
    "an answer's page": lambda someone, text: form(
        someone, f"/candidates/{someone.case}/decisions", vacancy_id="v001", choice="maybe", note=text, text=text
    ),
    "a correction's page": lambda someone, text: form(
        someone,
        "/vacancies/v001/facts",
        version=text,
        **{
            "hours.min": text,
            "required.kind": text,
            "deadline": text,
            "required.what": text,
            "required.strength": text,
        },
    ),
    "the sign-in's page": lambda someone, text: form(someone, "/sign-in", name=text, password=text, next=text),
}


@pytest.mark.parametrize("entry", ENTRIES)
def test_time_grows_with_what_is_sent_and_not_with_its_square(somebody, entry):
    answers = []

    def run(text, _):
        answers.append(ENTRIES[entry](somebody, text).status_code)

    powers = {name: exponent(run, shape, None, SHORT) for name, shape in SHAPES.items()}
    assert {name: round(power, 1) for name, power in powers.items() if power > WORST} == {}
    assert {status for status in answers if status >= 500} == set()


@pytest.mark.parametrize("text", ["a" * 61, "é" * 61, "a b " * 200])
def test_a_label_that_is_too_long_is_refused_in_words(somebody, text):
    refused = somebody.post("/v1/candidates", json={"label": text, "goals": ["gartner"]})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "label")
    assert "60" in refused.json()["errors"][0]["expected"]
    assert form(somebody, "/candidates/new", label=text, goals="gartner").status_code == 422


def test_a_note_that_is_too_long_is_refused_in_words(somebody):
    note = {"vacancy_id": "v001", "kind": "maybe", "note": "a" * 501}
    refused = somebody.post(f"/v1/candidates/{somebody.case}/decisions", json=note)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "note")


def test_a_limit_that_is_repeated_ten_thousand_times_is_one(somebody):
    limits = {"not_times": ["evening"] * 15_000, "avoid": ["phone"] * 1_000}
    made = somebody.post("/v1/candidates", json={"goals": ["gartner"], "constraints": limits})
    shown = somebody.get(made.headers["location"]).json()["record"]["constraints"]
    assert (shown["not_times"], shown["avoid"]) == (["evening"], ["phone"])


def test_what_a_form_sends_that_no_form_has_is_refused_in_words(somebody):
    sent = {"version": "1", "required.kind": "magic", "required.strength": "required", "required.what": "x"}
    assert form(somebody, "/vacancies/v001/facts", **sent).status_code == 422
