"""A candidate as a form: what stands in each field, and a form back as what the API takes.

Fields are named as the record's, so that what is refused finds its field.
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
WISHES = ("avoid", "wish", "never")  # of a demand that stands in two of them the last is shown
LANGUAGES = ("da", "en")
STATEMENTS = ("goals", "interests", "competencies", "not_work")
ELSEWHERE = {"weekdays": "weekdays.min_days", "weekdays.only": "weekdays.not"}  # fields that have no place of their own
NAMES = ("forbidden_words", "contact", "cpr_number")  # refusals of what is no short name for a person
UNITS = {  # what people write after a number
    "hours": r"(?:t|timer?|h|hours?)\.?(?:\s*(?:om ugen|a week))?",
    "whole": r"(?:min|minutter?|minutes?|dage?|days?)\.?",
}
NO_WEEKDAYS = Weekdays.model_validate({})
Values = dict[str, Any]
Fault = tuple[str, str, dict[str, Any]]


def values_of(candidate: Candidate | None, label: str | None, language: Language) -> Values:
    """What stands in each field."""
    limits = candidate.constraints if candidate else Constraints()
    hours = limits.weekly_hours
    values: Values = {name: "\n".join(getattr(candidate, name) if candidate else ()) for name in STATEMENTS}
    values |= {name: "\n".join(getattr(limits, name)) for name in LINES if name not in STATEMENTS}
    values |= {name: list(getattr(limits, name)) for name in BOXES}
    for name in HOURS:
        number = getattr(hours, name.partition(".")[2]) if hours else None
        values[name] = "" if number is None else written(number, language)
    values |= {name: _text(getattr(limits, name)) for name in ("postcode", "max_travel_minutes")}
    values |= {name: _shown(kind, getattr(limits, name), language) for name, kind in single_values().items()}
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
    """The days on which the candidate cannot work, whether these were named or the others."""
    return [day for day in WEEKDAYS if wish is not None and day not in wish.possible]


def _demands(limits: Constraints) -> dict[str, str]:
    """Demand -> what is wished of it."""
    return {demand: wish for wish in WISHES for demand in getattr(limits, wish)}


def _shown(kind: SingleKind, value: object, language: Language) -> str | bool:
    """A constraint of one value as it stands in its field.

    >>> _shown("hours", 7.5, "da"), _shown("days", 3, "da"), _shown("flag", None, "da"), _shown("clock", None, "da")
    ('7,5', '3', False, '')
    """
    if kind == "flag":
        return bool(value)
    return written(value, language) if isinstance(value, float) else _text(value)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def values_sent(form: Form) -> Values:
    """What stands in each field of a form that comes back."""
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
    """The form where two have changed the same version, and the other's words where both wrote in one field.

    What I changed stays as I wrote it; everything else is as the other left it.
    """
    touched = {name for name in mine if not _same(mine[name], before[name])}
    both = {n: now[n] for n in touched if not (_same(now[n], before[n]) or _same(now[n], mine[n]))}
    return {name: mine[name] if name in touched else now[name] for name in now}, both


def _same(one: Any, other: Any) -> bool:
    """Whether two values of a field say the same: boxes in any order, and lists of choices without what is not said."""
    if isinstance(one, dict):
        return {k: v for k, v in one.items() if v} == {k: v for k, v in other.items() if v}
    return sorted(one) == sorted(other) if isinstance(one, list) else one == other


def profile_of(form: Form, before: Candidate | None) -> Profile:
    """The profile that a form says; ValidationError as the API's. What the form has no field for stays."""
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
    """Demands by what is wished of them. One that stood in two lists stays in both until it is changed."""
    before, demands = _demands(kept), {name.partition(".")[2]: wish for name, wish in form.named("demands.")}
    wishes = {}
    for name in WISHES:
        stood = getattr(kept, name)
        stays = [d for d in stood if demands.get(d) == before[d]]
        wishes[name] = _in_order([*stays, *(d for d, wish in demands.items() if wish == name)], stood)
    return wishes


def _weekdays(form: Form, kept: Weekdays) -> dict[str, Any]:
    """The days of the week. That there are only some stays said so, unless one of the others is possible now."""
    ticked = form.all("weekdays.not")
    others = [day for day in WEEKDAYS if kept.only and day not in kept.only]
    stays = set(others) <= set(ticked)
    ruled_out = [day for day in ticked if not stays or day not in others or day in kept.without]
    wish: dict[str, Any] = {name.partition(".")[2]: _whole(form.one(name)) for name in DAYS if form.one(name)}
    wish |= {"not": _in_order(ruled_out, kept.without)} if ruled_out else {}
    return wish | ({"only": list(kept.only)} if kept.only and stays else {})


def number(text: str) -> float | str:
    """A number as people write it; what is none stays as it is, and is refused as such.

    >>> number("7,5"), number("ca. 12 timer"), number("tolv")
    (7.5, 12.0, 'tolv')
    """
    written = re.fullmatch(rf"(?:ca\.?\s*)?([0-9]{{1,6}}(?:[.,][0-9]{{1,6}})?)\s*(?:{UNITS['hours']})?", text.strip())
    return float(written[1].replace(",", ".")) if written else text


def _whole(text: str) -> int | str:
    written = re.fullmatch(rf"([0-9]{{1,6}})\s*(?:{UNITS['whole']})?", text)
    return int(written[1]) if written else text


def _single(kind: SingleKind, text: str) -> object:
    """A constraint of one value as a record takes it; what is none stays as it is, and is refused as such.

    >>> _single("hours", "7,5 timer"), _single("days", "3 dage"), _single("flag", "on"), _single("hours", "få")
    (7.5, 3, True, 'få')
    """
    read: dict[SingleKind, Callable[[str], object]] = {"flag": bool, "days": _whole, "hours": number}
    return read[kind](text) if kind in read else text


def _licences(form: Form) -> list[str] | None:
    """None says nothing; an empty list, that there is none."""
    named = [part.strip() for part in form.one("licences").split(",") if part.strip()]
    return named or ([] if form.one("no_licence") else None)


def _in_order(sent: Iterable[str], before: Iterable[str]) -> list[str]:
    """In the order of before, so that ticking nothing else is no change."""
    places = {value: n for n, value in enumerate(before)}
    return sorted(dict.fromkeys(sent), key=lambda value: places.get(value, len(places)))


def faults_of(error: ValidationError | Refused) -> list[Fault]:
    """(field, code, what was allowed) of each thing that is wrong with a profile."""
    faults = list(error.fields if isinstance(error, Refused) else problems(error))
    return [(name, code_of(name, code), allowed) for name, code, allowed in faults]


def code_of(name: str, code: str) -> str:
    """What is wrong with a field; in place of a label anything about a person is no label."""
    return "no_label" if name == "label" and code in NAMES else code


def errors_of(error: ValidationError | Refused, form: Form, language: Language) -> dict[str, str]:
    """Field of the form -> what is expected there, in words."""
    faults = [
        _hours_order(form) if code == "hours_order" else (name, code, allowed)
        for name, code, allowed in faults_of(error)
    ]
    return {field_of(name): wrong(code, allowed, language) for name, code, allowed in reversed(faults)}


def _hours_order(form: Form) -> Fault:
    """The smaller of two hours that is larger than the other, as it was written: which of them is wrong is asked."""
    least, ideal, most = (form.one(name) for name in HOURS)
    if least and any(float(number(least)) > float(number(hours)) for hours in (ideal, most) if hours):
        return HOURS[0], "hours_least", {"hours": least}
    return HOURS[1], "hours_ideal", {"hours": ideal}


def field_of(name: str) -> str:
    """The field of the form in which something stands that a record has elsewhere."""
    name = re.sub(r"\.\d+$", "", name.removeprefix("constraints."))
    name = "languages" if name.startswith("languages") else name
    return dict.fromkeys(WISHES, "demands").get(name, ELSEWHERE.get(name, name))
