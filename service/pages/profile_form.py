"""A candidate as a form: values for each field, and the sent form as the API's profile.

Fields are named as the record's, so that an error finds its field.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from pydantic import ValidationError

from matcher.feeds.table import postcode_of
from matcher.schema import WEEKDAYS, Candidate, Constraints, SingleKind, Weekdays, problems, single_values
from service.cases.profile import Profile, check_hours, check_limits
from service.pages.page_request import Form
from service.phrases import Language, written, wrong
from service.problems import Refused

LINES = ("goals", "interests", "competencies", "not_work", "certificates", "exclude_employers")
HOURS = ("weekly_hours.min", "weekly_hours.ideal", "weekly_hours.max")
BOXES = ("not_times", "travel_modes", "accept_employment")
DAYS = ("weekdays.max_days", "weekdays.min_days")
WISHES = ("avoid", "wish", "never")  # the last one that holds a demand is shown
LANGUAGES = ("da", "en")
STATEMENTS = ("goals", "interests", "competencies", "not_work")
ELSEWHERE = {"weekdays": "weekdays.min_days", "weekdays.only": "weekdays.not"}  # errors shown at another field
NAMES = ("forbidden_words", "contact", "cpr_number")  # reasons why a text is refused as a label
UNITS = {  # units that people write after a number
    "hours": r"(?:t|timer?|h|hours?)\.?(?:\s*(?:om ugen|a week))?",
    "whole": r"(?:min|minutter?|minutes?|dage?|days?)\.?",
}
NO_WEEKDAYS = Weekdays.model_validate({})
Values = dict[str, Any]
Fault = tuple[str, str, dict[str, Any]]


def values_of(candidate: Candidate | None, label: str | None, language: Language) -> Values:
    """The value of each field."""
    limits = candidate.constraints if candidate else Constraints()
    hours = limits.weekly_hours
    values: Values = {name: "\n".join(getattr(candidate, name) if candidate else ()) for name in STATEMENTS}
    values |= {name: "\n".join(getattr(limits, name)) for name in LINES if name not in STATEMENTS}
    values |= {name: list(getattr(limits, name)) for name in BOXES}
    for name in HOURS:
        number = getattr(hours, name.partition(".")[2]) if hours else None
        values[name] = "" if number is None else written(number, language)
    values |= {name: _text(getattr(limits, name)) for name in ("postcode", "max_travel_minutes")}
    values |= {name: _field_text(kind, getattr(limits, name), language) for name, kind in single_values().items()}
    values |= {
        "label": label or "",
        "weekly_hours.negotiable": bool(hours and hours.negotiable),
        "licences": ", ".join(limits.licences or ()),
        "no_licence": limits.licences == (),
        "languages": {code: limits.languages.get(code, "") for code in LANGUAGES},
        "weekdays.not": _impossible(limits.weekdays),
        "demands": _demands(limits),
    }
    values |= {name: _text(getattr(limits.weekdays, name.partition(".")[2], None)) for name in DAYS}
    return values


def _impossible(wish: Weekdays | None) -> list[str]:
    """The days on which the candidate cannot work, whether named as excluded or by naming the others."""
    return [day for day in WEEKDAYS if wish is not None and day not in wish.possible]


def _demands(limits: Constraints) -> dict[str, str]:
    """Demand -> the candidate's wish about it."""
    return {demand: wish for wish in WISHES for demand in getattr(limits, wish)}


def _field_text(kind: SingleKind, value: object, language: Language) -> str | bool:
    """A single-valued constraint as the text of its field.

    >>> _field_text("hours", 7.5, "da"), _field_text("days", 3, "da")
    ('7,5', '3')
    >>> _field_text("flag", None, "da"), _field_text("clock", None, "da")
    (False, '')
    """
    if kind == "flag":
        return bool(value)
    return written(value, language) if isinstance(value, float) else _text(value)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def values_sent(form: Form) -> Values:
    """The value of each field in a form that was sent."""
    values: Values = {name: "\n".join(form.lines(name)) for name in LINES}
    values |= {name: form.one(name) for name in (*HOURS, *DAYS, "label", "licences", "postcode")}
    values |= {
        name: bool(form.one(name)) if kind == "flag" else form.one(name) for name, kind in single_values().items()
    }
    values |= {name: form.all(name) for name in BOXES}
    values |= {
        "max_travel_minutes": form.one("max_travel_minutes"),
        "weekdays.not": form.all("weekdays.not"),
        "no_licence": bool(form.one("no_licence")),
        "weekly_hours.negotiable": bool(form.one("weekly_hours.negotiable")),
        "languages": {code: form.one(f"languages.{code}") for code in LANGUAGES},
        "demands": {name.partition(".")[2]: value for name, value in form.named("demands.") if value},
    }
    return values


def merged(mine: Values, before: Values, now: Values) -> tuple[Values, Values]:
    """The form after two users changed one version, and the other user's values in fields that both changed.

    What I changed keeps my value; everything else has the other user's.
    """
    touched = {name for name in mine if not _same(mine[name], before[name])}
    both = {n: now[n] for n in touched if not (_same(now[n], before[n]) or _same(now[n], mine[n]))}
    return {name: mine[name] if name in touched else now[name] for name in now}, both


def _same(value: Any, other: Any) -> bool:
    """Whether two values of a field are equal: boxes in any order, choices without the empty ones."""
    if isinstance(value, dict):
        return {k: v for k, v in value.items() if v} == {k: v for k, v in other.items() if v}
    return sorted(value) == sorted(other) if isinstance(value, list) else value == other


def profile_of(form: Form, before: Candidate | None) -> Profile:
    """The profile in a form; ValidationError like the API's. Values without a field on the form are kept."""
    kept = before.constraints if before else Constraints()
    limits: dict[str, Any] = {"languages": dict(kept.languages)}
    hours = {name.partition(".")[2]: number(form.one(name)) for name in HOURS if form.one(name)}
    if form.one("weekly_hours.negotiable"):
        hours["negotiable"] = True
    if hours:
        limits["weekly_hours"] = hours
    limits |= {name: _single(kind, form.one(name)) for name, kind in single_values().items() if form.one(name)}
    if form.one("postcode"):
        limits["postcode"] = postcode_of(form.one("postcode"))
    if form.one("max_travel_minutes"):
        limits["max_travel_minutes"] = _whole(form.one("max_travel_minutes"))
    limits |= {name: _in_order(form.all(name), getattr(kept, name)) for name in BOXES if form.all(name)}
    limits |= {name: form.lines(name) for name in ("certificates", "exclude_employers")}
    limits["licences"] = _licences(form)
    for code in LANGUAGES:
        limits["languages"].pop(code, None)
        if level := form.one(f"languages.{code}"):
            limits["languages"][code] = level
    limits |= _wishes(form, kept)
    limits["weekdays"] = _weekdays(form, kept.weekdays or NO_WEEKDAYS) or None
    statements = {name: form.lines(name) for name in STATEMENTS}
    profile = Profile.model_validate({"label": form.one("label") or None, **statements, "constraints": limits})
    check_limits(profile.constraints)
    check_hours(profile.constraints)
    return profile


def _wishes(form: Form, kept: Constraints) -> dict[str, list[str]]:
    """Wish -> its demands. A demand that was in two lists stays in both until it is changed."""
    before, demands = _demands(kept), {name.partition(".")[2]: wish for name, wish in form.named("demands.")}
    wishes = {}
    for name in WISHES:
        stood = getattr(kept, name)
        stays = [d for d in stood if demands.get(d) == before[d]]
        wishes[name] = _in_order([*stays, *(d for d, wish in demands.items() if wish == name)], stood)
    return wishes


def _weekdays(form: Form, kept: Weekdays) -> dict[str, Any]:
    """The days of the week. "Only these days" is kept, unless another day has become possible."""
    ticked = form.all("weekdays.not")
    others = [day for day in WEEKDAYS if kept.only and day not in kept.only]
    stays = set(others) <= set(ticked)
    ruled_out = [day for day in ticked if not stays or day not in others or day in kept.without]
    wish: dict[str, Any] = {name.partition(".")[2]: _whole(form.one(name)) for name in DAYS if form.one(name)}
    wish |= {"not": _in_order(ruled_out, kept.without)} if ruled_out else {}
    return wish | ({"only": list(kept.only)} if kept.only and stays else {})


def number(text: str) -> float | str:
    """A number as people write it; other text is returned unchanged, and refused later.

    >>> number("7,5"), number("ca. 12 timer"), number("tolv")
    (7.5, 12.0, 'tolv')
    """
    written = re.fullmatch(rf"(?:ca\.?\s*)?([0-9]{{1,6}}(?:[.,][0-9]{{1,6}})?)\s*(?:{UNITS['hours']})?", text.strip())
    return float(written[1].replace(",", ".")) if written else text


def _whole(text: str) -> int | str:
    written = re.fullmatch(rf"([0-9]{{1,6}})\s*(?:{UNITS['whole']})?", text)
    return int(written[1]) if written else text


def _single(kind: SingleKind, text: str) -> object:
    """A single-valued constraint as a record takes it; other text is returned unchanged, and refused later.

    >>> _single("hours", "7,5 timer"), _single("days", "3 dage"), _single("flag", "on"), _single("hours", "få")
    (7.5, 3, True, 'få')
    """
    read: dict[SingleKind, Callable[[str], object]] = {"flag": bool, "days": _whole, "hours": number}
    return read[kind](text) if kind in read else text


def _licences(form: Form) -> list[str] | None:
    """Licences of the form. None: not known. Empty: no licence."""
    named = [part.strip() for part in form.one("licences").split(",") if part.strip()]
    return named or ([] if form.one("no_licence") else None)


def _in_order(sent: Iterable[str], before: Iterable[str]) -> list[str]:
    """Sort the sent values like the earlier ones, so that an unchanged form is no change."""
    places = {value: n for n, value in enumerate(before)}
    return sorted(dict.fromkeys(sent), key=lambda value: places.get(value, len(places)))


def faults_of(error: ValidationError | Refused) -> list[Fault]:
    """(field, code, allowed values) of each error in a profile."""
    faults = list(error.fields if isinstance(error, Refused) else problems(error))
    return [(name, code_of(name, code), allowed) for name, code, allowed in faults]


def code_of(name: str, code: str) -> str:
    """The code of a field's error; for a label that holds personal data: "no_label"."""
    return "no_label" if name == "label" and code in NAMES else code


def errors_of(error: ValidationError | Refused, form: Form, language: Language) -> dict[str, str]:
    """Field of the form -> the expected value in words."""
    faults = [
        _hours_order(form) if code == "hours_order" else (name, code, allowed)
        for name, code, allowed in faults_of(error)
    ]
    return {field_of(name): wrong(code, allowed, language) for name, code, allowed in reversed(faults)}


def _hours_order(form: Form) -> Fault:
    """The one of two hours that is larger than the next, as written: which of them is wrong is for the user to say."""
    least, ideal, most = (form.one(name) for name in HOURS)
    if least and any(float(number(least)) > float(number(hours)) for hours in (ideal, most) if hours):
        return HOURS[0], "hours_least", {"hours": least}
    return HOURS[1], "hours_ideal", {"hours": ideal}


def field_of(name: str) -> str:
    """The form's field for a record's field."""
    name = re.sub(r"\.\d+$", "", name.removeprefix("constraints."))
    name = "languages" if name.startswith("languages") else name
    return dict.fromkeys(WISHES, "demands").get(name, ELSEWHERE.get(name, name))
