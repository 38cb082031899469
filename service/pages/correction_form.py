"""A correction as a form: what stands in each field, and a form back as what the API takes."""

from pydantic import ValidationError

from matcher.facts import Facts, known
from matcher.schema import Corrected, Correction, Required, Vacancy, problems
from service.pages.page_request import Form
from service.pages.profile_form import Values, number
from service.phrases import Language, written, wrong

LEAST, MOST, UNSTATED = (f"hours.{part}" for part in ("min", "max", "unstated"))
PLAIN = (LEAST, MOST, UNSTATED, "employment", "deadline", "rolling", "postcode", "no_fixed_workplace")


def values_of(right: Corrected, language: Language) -> Values:
    """What stands in each field: what was put right; requirements, as they are read then."""
    hours = {end: getattr(right.hours, end) if right.hours else None for end in ("min", "max")}
    return {
        **{f"hours.{end}": "" if n is None else written(n, language) for end, n in hours.items()},
        UNSTATED: right.hours is not None and right.hours.basis == "unstated", "times": right.times,
        "employment": right.employment, "deadline": "" if right.deadline == "rolling" else right.deadline or "",
        "rolling": right.deadline == "rolling", "postcode": right.postcode or "",
        "no_fixed_workplace": right.no_fixed_workplace, "required": [],
    }  # fmt: skip


def values_sent(form: Form) -> Values:
    """What stands in each field of a form that comes back."""
    times = {name.partition(".")[2]: value for name, value in form.named("times.")}
    return {name: form.one(name) for name in PLAIN} | {"times": times, "required": _rows(form)}


def correction_of(form: Form, before: Vacancy) -> Correction:
    """What the form puts right; an empty field leaves what was read."""
    bounds = {end: number(form.one(f"hours.{end}")) for end in ("min", "max") if form.one(f"hours.{end}")}
    hours: dict[str, object] | None = {"basis": "stated", **bounds} if bounds else None
    if form.one(UNSTATED):
        hours = {"basis": "unstated"}
    times = {name.partition(".")[2]: value for name, value in form.named("times.") if value}
    said = {name: form.one(name) or None for name in ("employment", "deadline", "postcode")}
    if form.one("rolling"):
        said["deadline"] = "rolling"
    wanders = True if form.one("no_fixed_workplace") else None
    asked = [row for row in _rows(form) if row["strength"]]
    as_read = before.model_copy(update={"corrected": Corrected()})
    same = asked == [r.model_dump() for r in required(known(as_read))]
    return Correction.model_validate(
        {"hours": hours, "times": times, **said, "no_fixed_workplace": wanders, "requirements": None if same else asked}
    )


def _rows(form: Form) -> list[dict[str, str | None]]:
    """The requirements on the form, also the one that is added; without a strength it is one that the ad has not."""
    rows = zip(*(form.all(f"required.{part}") for part in ("kind", "strength", "what")), strict=False)
    return [{"kind": kind, "strength": strength, "what": what.strip() or None} for kind, strength, what in rows if kind]


def required(facts: Facts) -> list[Required]:
    """What the ad asks of a person in any of its posts, as it can be put right."""
    requirements = (r for post in facts.posts for r in post.requirements)
    return list(dict.fromkeys(Required(kind=r.kind, strength=r.strength, what=r.what) for r in requirements))


def errors_of(error: ValidationError, language: Language) -> dict[str, str]:
    """Field of the form -> what is expected there, in words."""
    return {_field(name): wrong(code, allowed, language) for name, code, allowed in problems(error)}


def _field(name: str) -> str:
    """The field of the form that a refused part of a correction stands in; of the hours as a whole the first."""
    if name in (LEAST, MOST):
        return name
    part = name.partition(".")[0]
    return LEAST if part in ("", "-", "hours") else part
