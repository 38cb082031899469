"""A candidate's stored record, and its bounds."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field, StringConstraints

from matcher.feeds import possible
from matcher.schema import FIT_TO_HOLD, HELD, Candidate, Constraints, Record, Text
from service.problems import Refused

MOST_STATEMENTS = 100
MOST_HOURS = 60  # hours a week; more is a typing error
LONGEST_STATEMENT = 1000  # characters
EXAMPLES: dict[str, Any] = {
    "kitchen": {
        "summary": "A few hours in a kitchen, in the daytime",
        "value": {
            "interests": ["Jeg kan godt lide, når alt står på sin plads"],
            "competencies": ["Har hjulpet til i et skolekøkken"],
            "goals": ["køkkenmedhjælper"],
            "constraints": {
                "weekly_hours": {"min": 6, "ideal": 10, "max": 12, "negotiable": True},
                "not_times": ["evening", "night", "weekend"],
                "postcode": "8700",
                "max_travel_minutes": 30,
                "travel_modes": ["bike", "public"],
            },
        },
    },
    "sparse": {"summary": "One vague sentence is enough", "value": {"interests": ["Noget med planter"]}},
}
Label = Annotated[Text, StringConstraints(max_length=60), FIT_TO_HOLD]
Statement = Annotated[Text, StringConstraints(max_length=LONGEST_STATEMENT), FIT_TO_HOLD]


class Profile(Record):
    """A ``Candidate`` without its id, which the service assigns. label: the consultant's name for the person."""

    model_config = ConfigDict(json_schema_extra={"examples": [e["value"] for e in EXAMPLES.values()]})

    label: Annotated[Label | None, Field(description="Initials or a case number; shown to the consultant only")] = None
    interests: tuple[Statement, ...] = ()
    competencies: tuple[Statement, ...] = ()
    goals: tuple[Statement, ...] = ()
    not_work: Annotated[tuple[Statement, ...], Field(description="Job titles that the person has said no to")] = ()
    constraints: Constraints = Constraints()

    def candidate(self, id_: str) -> Candidate:
        """The record to match."""
        return bounded(
            Candidate(id=id_, **{name: getattr(self, name) for name in Candidate.model_fields if name != "id"})
        )


def of(record: Candidate, label: str | None, **changes: Any) -> Profile:
    """A profile from a stored record, with these changes."""
    text = record.model_dump_json(exclude={"id"}, exclude_defaults=True)
    return Profile.model_validate_json(text, context=HELD).model_copy(update={"label": label, **changes})


def check_limits(limits: Constraints) -> None:
    """Raise Refused if no job can meet a limit, or the home postcode is no place."""
    faults = list(possible.faults(limits))
    if faults:
        raise Refused("refused.request", [(field, code, {}) for field, code in faults])


def check_hours(limits: Constraints) -> None:
    """Raise Refused if the hours exceed a working week."""
    hours = limits.weekly_hours
    numbers = {name: getattr(hours, name, None) or 0 for name in ("min", "ideal", "max")}
    faults = [name for name, number in numbers.items() if number > MOST_HOURS]
    if faults:
        fields = [(f"constraints.weekly_hours.{name}", "hours_in_week", {"most": MOST_HOURS}) for name in faults]
        raise Refused("refused.request", fields)


def bounded(candidate: Candidate) -> Candidate:
    """The candidate; Refused if its record is too long to make a list in time."""
    kinds = {
        "goals": candidate.goals,
        "interests": candidate.interests,
        "competencies": candidate.competencies,
        "not_work": candidate.not_work,
    }
    for name, texts in kinds.items():
        if len(texts) > MOST_STATEMENTS:
            raise Refused("refused.request", [(name, "too_many", {"most": MOST_STATEMENTS})])
        for n, text in enumerate(texts):
            if len(text) > LONGEST_STATEMENT:
                field = f"{name}.{n}"
                raise Refused("refused.request", [(field, "string_too_long", {"max_length": LONGEST_STATEMENT})])
    limits = candidate.constraints
    named = {
        "certificates": limits.certificates,
        "licences": limits.licences or (),
        "exclude_employers": limits.exclude_employers,
        "languages": tuple(limits.languages),
    }
    for name, texts in named.items():
        if len(texts) > MOST_STATEMENTS:
            raise Refused("refused.request", [(f"constraints.{name}", "too_many", {"most": MOST_STATEMENTS})])
    return candidate
