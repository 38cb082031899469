"""A correction as a form: values for each field, and the sent form as the API's ``Correction``."""

from pydantic import ValidationError

from matcher.facts import Facts, known
from matcher.schema import Corrected, Correction, Required, Vacancy, problems
from service.pages.page_request import Form
from service.pages.profile_form import Values, number
from service.phrases import Language, written, wrong

LEAST, MOST, UNSTATED = (f"hours.{part}" for part in ("min", "max", "unstated"))
PLAIN = (
    "title",
    "employer",
    LEAST,
    MOST,
    UNSTATED,
    "employment",
    "deadline",
    "rolling",
    "postcode",
    "no_fixed_workplace",
)
# The fields of the form, from top to bottom.
ORDER = ("version", "title", "employer", LEAST, MOST, "employment", "deadline", "postcode", "requirements")


def values_of(vacancy: Vacancy, language: Language) -> Values:
    """The value of each field: its correction; for title, employer and requirements the current value."""
    right = vacancy.corrected
    hours = {end: getattr(right.hours, end) if right.hours else None for end in ("min", "max")}
    return {
        "title": vacancy.title.strip(),
        "employer": vacancy.employer or "",
        **{f"hours.{end}": "" if n is None else written(n, language) for end, n in hours.items()},
        UNSTATED: right.hours is not None and right.hours.basis == "unstated",
        "times": right.times,
        "employment": right.employment,
        "deadline": "" if right.deadline == "rolling" else right.deadline or "",
        "rolling": right.deadline == "rolling",
        "postcode": right.postcode or "",
        "demands": right.demands,
        "no_fixed_workplace": right.no_fixed_workplace,
        "required": [],
    }


def values_sent(form: Form) -> Values:
    """The value of each field in a form that was sent."""
    chosen = {part: _chosen(form, part) for part in ("times", "demands")}
    return {name: form.one(name) for name in PLAIN} | chosen | {"required": _rows(form)}


def _chosen(form: Form, part: str) -> dict[str, str]:
    return {name.partition(".")[2]: value for name, value in form.named(f"{part}.") if value}


def correction_of(form: Form, sent: Vacancy) -> Correction:
    """The correction that a form makes to a vacancy as delivered; an empty field keeps what was read."""
    bounds = {end: number(form.one(f"hours.{end}")) for end in ("min", "max") if form.one(f"hours.{end}")}
    hours: dict[str, object] | None = {"basis": "stated", **bounds} if bounds else None
    if form.one(UNSTATED):
        hours = {"basis": "unstated"}
    fields = {name: form.one(name) or None for name in ("employment", "deadline", "postcode")}
    if form.one("rolling"):
        fields["deadline"] = "rolling"
    was = {"title": sent.title.strip(), "employer": sent.employer}
    fields |= {name: form.one(name) or None if form.one(name) != before else None for name, before in was.items()}
    wanders = True if form.one("no_fixed_workplace") else None
    requirements = [row for row in _rows(form) if row["strength"]]
    named = {name: getattr(sent.corrected, name) for name in was}
    as_read = sent.model_copy(update={"corrected": Corrected().model_copy(update=named)})
    same = requirements == [r.model_dump() for r in required(known(as_read))]
    chosen = {part: _chosen(form, part) for part in ("times", "demands")}
    return Correction.model_validate(
        {
            "hours": hours,
            **chosen,
            **fields,
            "no_fixed_workplace": wanders,
            "requirements": None if same else requirements,
        }
    )


def _rows(form: Form) -> list[dict[str, str | None]]:
    """The requirements on the form, the added one included. No strength: the ad does not require it."""
    rows = zip(*(form.all(f"required.{part}") for part in ("kind", "strength", "what")), strict=False)
    return [{"kind": kind, "strength": strength, "what": what.strip() or None} for kind, strength, what in rows if kind]


def required(facts: Facts) -> list[Required]:
    """The ad's requirements in any of its posts, in the form of a correction."""
    requirements = (r for post in facts.posts for r in post.requirements)
    return list(dict.fromkeys(Required(kind=r.kind, strength=r.strength, what=r.what) for r in requirements))


def errors_of(error: ValidationError, language: Language) -> dict[str, str]:
    """Field of the form -> the expected value in words, in the form's order."""
    errors = {_field(name): wrong(code, allowed, language) for name, code, allowed in problems(error)}
    return {name: errors[name] for name in sorted(errors, key=lambda name: ORDER.index(name) if name in ORDER else 0)}


def _field(name: str) -> str:
    """The form's field for a refused part of a correction; for the hours as a whole, their first field."""
    if name in (LEAST, MOST):
        return name
    part = name.partition(".")[0]
    return LEAST if part in ("", "-", "hours") else part
