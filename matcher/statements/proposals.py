"""Compares limits mentioned in passing with the constraints: what to propose, and how constraints with them would look.

Nobody's constraints are changed here: a person is shown the words ("Du har skrevet …") and decides. Of two limits the
stricter one holds. If the two contradict each other, nothing is proposed.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

from matcher.phrases import Language, joined, say
from matcher.schema import Candidate, Constraints, Statement
from matcher.statements.limits import Said, limits


class Proposal(NamedTuple):
    """A limit that a statement names and the constraints do not hold. quote: exact words of ``statement.text``."""

    field: str
    value: Any
    quote: str
    statement: Statement

    def said(self, language: Language) -> str:
        """The proposal as a line for people to read.

        >>> text = "Femten timer, ikke mere"
        >>> Proposal("weekly_hours.max", 15.0, text, Statement(kind="goal", text=text)).said("da")
        'Du har skrevet „Femten timer, ikke mere“. Det kan være en grænse: højst 15 timer om ugen.'
        """
        return say("said.wrote", language, quote=self.quote, limit=limit_in_words(self.field, self.value, language))


def proposals(candidate: Candidate) -> list[Proposal]:
    """Proposals from the candidate's statements and the lines of ``not_work``, in their order."""
    proposed: list[Proposal] = []
    holds = candidate.constraints
    refused = (Statement.model_construct(kind="interest", text=title) for title in candidate.not_work)
    for statement in (*candidate.statements, *refused):
        for limit in limits(statement.text):
            stricter = _with(holds, limit)
            if stricter != holds:
                proposed.append(Proposal(limit.field, limit.value, limit.quote, statement))
                holds = stricter
    return proposed


def merged(constraints: Constraints, said: Iterable[Said | Proposal]) -> Constraints:
    """The constraints with these limits added. The stricter of two limits holds."""
    for limit in said:
        constraints = _with(constraints, limit)
    return constraints


def _with(constraints: Constraints, limit: Said | Proposal) -> Constraints:
    """The constraints with one limit added; unchanged if it adds nothing or contradicts them."""
    changed = _changed(constraints, limit.field, limit.value)
    if changed is None:
        return constraints
    try:
        return Constraints.model_validate(
            constraints.model_dump(mode="json", exclude_unset=True, by_alias=True) | changed
        )
    except ValidationError:
        return constraints


def _changed(constraints: Constraints, field: str, value: Any) -> dict[str, Any] | None:
    """The changed field, as in a file; None if nothing changes."""
    name, _, part = field.partition(".")
    if name == "weekly_hours":
        return _in_record(constraints.weekly_hours, name, part, value, min if part == "max" else max)
    if name == "weekdays":
        return _weekdays(constraints, value)
    if name in ("earliest_start", "latest_end", "max_travel_minutes"):
        set_already = getattr(constraints, name)
        stricter = (max if name == "earliest_start" else min)(value, set_already if set_already is not None else value)
        return None if stricter == set_already else {name: stricter}
    if name in ("not_times", "avoid"):
        name = "never" if name == "avoid" else name
        values: Sequence[str] = getattr(constraints, name)
        added = [code for code in value if code not in values]
        return {name: [*values, *added]} if added else None
    return _of_those(constraints, name, value)


def _in_record(record: Any, name: str, part: str, value: Any, strictest: Any) -> dict[str, Any] | None:
    """One changed number in a record of numbers."""
    fields = record.model_dump(exclude_none=True, exclude_unset=True, by_alias=True) if record else {}
    stricter = strictest(value, fields.get(part, value))
    return None if stricter == fields.get(part) else {name: fields | {part: stricter}}


def _weekdays(constraints: Constraints, value: dict[str, Any]) -> dict[str, Any] | None:
    [(part, days)] = value.items()
    if part in ("max_days", "min_days"):
        return _in_record(constraints.weekdays, "weekdays", part, days, min if part == "max_days" else max)
    fields = constraints.weekdays.model_dump(exclude_unset=True, by_alias=True) if constraints.weekdays else {}
    before = list(fields.get(part, ()))
    if part == "not":
        after = before + [day for day in days if day not in before]
    else:
        after = [day for day in before if day in days] if before else days
    return None if not after or after == before else {"weekdays": fields | {part: after}}


def _of_those(constraints: Constraints, name: str, value: list[str]) -> dict[str, Any] | None:
    """Modes of travel, kinds of employment, licences. A list that is set can only get shorter; set licences stay as
    they are."""
    codes = getattr(constraints, name)
    if name == "licences" or name not in constraints.model_fields_set or not codes:
        return {name: value} if codes is None or name not in constraints.model_fields_set or not codes else None
    kept = [code for code in codes if code in value]
    return {name: kept} if kept and kept != list(codes) else None


GROUPS = {"not_times": "at", "avoid": "demand", "travel_modes": "by", "accept_employment": "employment"}


NEGATED = ("said.not_times", "said.weekdays.not", "said.avoid")


def limit_in_words(field: str, value: Any, language: Language) -> str:
    """A limit as people read it.

    >>> limit_in_words("weekdays", {"not": ["friday"]}, "da"), limit_in_words("latest_end", "14:00", "en")
    ('ikke fredag', 'home by 14:00')
    """
    key = f"said.{field}"
    if field == "weekdays":
        [(part, value)] = value.items()
        key, group = f"said.weekdays.{part}", "weekday"
    else:
        group = GROUPS.get(field, "")
    if field == "licences" and not value:
        key = "said.licences.none"
    if isinstance(value, list | tuple):
        words = [say(f"{group}.{code}", language) if group else code for code in value]
        value = joined(words, "join.or" if key in NEGATED else "join.and", language) if words else ""
    return say(key, language, value=value)
