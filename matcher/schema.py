"""The records everything else speaks: Candidate, Vacancy, Reading, Suggestion and their parts.

Frozen pydantic models. An unknown field is refused by name, because a misspelt limit that is silently dropped is
a broken limit. Unknown is ``None``, never 0, "" or a guess. Nothing here may hold health, CPR number, age, gender,
origin, religion or criminal record of a candidate: such words are refused in every text about a candidate, CPR numbers
wherever they stand, and in an ad or its correction the health of somebody in particular.

Read a line of a file with ``Candidate.model_validate_json(line)``; pydantic's ValidationError never repeats the
input, so that a refused text cannot end in a log. ``problems`` turns it into (field, code, limits) for people.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    computed_field,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from matcher import words
from matcher.letters import seen
from matcher.privacy import CPR_NUMBER, Finding, forbidden
from matcher.privacy.ads import forbidden_in_ad, is_written_cpr
from matcher.privacy.named import forbidden_in_name

Time = Literal["day", "early_morning", "evening", "night", "weekend", "rotating_shifts", "on_call_duty"]
Employment = Literal[
    "ordinary",
    "fleksjob",
    "subsidised",
    "internship",
    "apprenticeship",
    "student",
    "youth",
    "voluntary",
    "self_employed",
    "reserved",
    "mixed",
    "unclear",
]
Contract = Literal["permanent", "temporary", "on_call", "unstated"]
HoursBasis = Literal["stated", "fulltime_word", "parttime_word", "negotiable", "unstated"]
RequirementKind = Literal[
    "driving_licence",
    "own_car",
    "certificate",
    "authorisation",
    "education",
    "experience",
    "language",
    "criminal_record",
    "age",
    "skill",
]
Strength = Literal["required", "desirable", "not_required"]
DemandKind = Literal[
    "heavy_lifting",
    "standing_walking",
    "high_pace",
    "customer_contact",
    "phone",
    "works_alone",
    "teamwork",
    "outdoors",
    "cold",
    "noise",
    "heights",
    "conflict_risk",
    "driving",
    "travel",
    "screen_work",
    "responsibility",
    "routine",
    "varied_tasks",
    "remote_possible",
    "training_offered",
    "children",
    "elderly_care",
    "animals",
]
TravelMode = Literal["walk", "bike", "public", "car"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
LanguageLevel = Literal["none", "basic", "good", "fluent"]
StatementKind = Literal["goal", "interest", "competency"]
EvidenceKind = Literal["goal", "interest", "competency", "requirement", "day", "ad", "variety"]
Verdict = Literal["met", "unknown", "negotiable", "broken"]
Band = Literal["fits", "ask", "negotiable", "broken"]
Points = Literal["clearly", "perhaps", "not"]
Source = Literal["candidate", "statement"]
SingleKind = Literal["clock", "date", "days", "flag"]

TIMES: tuple[Time, ...] = get_args(Time)
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
FULL_TIME_HOURS = 37.0  # hours a week on Danish collective agreements (DI, "Deltidsjob")


def _iso_date(value: Any) -> Any:
    """Only "2026-11-20" or a date: pydantic alone would also take a number of seconds."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value
    raise PydanticCustomError("iso_date", "expected a date as 2026-11-20")


def _without_cpr(text: str) -> str:
    if CPR_NUMBER.search(text):
        raise PydanticCustomError("cpr_number", "a CPR number may not stand here; remove it")
    return text


def _form(code: str, pattern: str) -> Callable[[str], str]:
    """A check that a text has one form, whose refusal is a code of its own, fit to be said in words."""

    def check(text: str) -> str:
        if re.fullmatch(pattern, text) is None:
            raise PydanticCustomError(code, "has another form")
        return text

    return check


def _date_or(*words: str) -> Callable[[str], str]:
    """A check that a text is one of the words or an ISO date that exists."""

    def check(text: str) -> str:
        if text not in words:
            datetime.date.fromisoformat(str(_iso_date(text)))
        return text

    return check


ABOUT = {  # categories of words that are named in a refusal -> how they are called there; numbers and names are not
    "diagnosis": "about.health",
    "symptom": "about.health",
    "treatment": "about.health",
    "medicine": "about.health",
    "origin": "about.origin",
    "religion": "about.religion",
    "criminal_record": "about.criminal_record",
    "gender": "about.gender",
    "age": "about.age",
    "benefit": "about.benefit",
}


HELD = "held"  # validation's context for what was taken in before


def _refuse(findings: list[Finding], code: str) -> None:
    """Refuse what was found; words are named, numbers and addresses not."""
    if findings and findings[0].category not in ABOUT:
        raise PydanticCustomError("cpr_number" if findings[0].category == "cpr" else "contact", "may not stand here")
    if findings:
        words = ", ".join(finding.words for finding in findings if finding.category in ABOUT)
        context = {"about": ABOUT[findings[0].category], "words": words}
        raise PydanticCustomError(code, "may not stand here: {words}", context)


def _fit_to_hold(text: str, info: ValidationInfo) -> str:
    """Refuse what may not be held of a person (``matcher.privacy``)."""
    if info.context != HELD:
        _refuse(forbidden(text), "forbidden_words")
    return text


def _fit_to_name(text: str, info: ValidationInfo) -> str:
    """Refuse what may not be held of a person where a paper, a language or an employer is named."""
    if info.context != HELD:
        _refuse(forbidden_in_name(text), "forbidden_in_name")
    return text


def _fit_for_ad(text: str, info: ValidationInfo) -> str:
    """Refuse a CPR number and the health of somebody in particular (``matcher.privacy.ads``); neither is repeated."""
    title = info.data.get("title", "") if info.field_name == "description" else ""
    matter = None if info.context == HELD else forbidden_in_ad(text, f"{title}\n{text}")
    if matter == "cpr":
        raise PydanticCustomError("cpr_number", "a CPR number may not stand here; remove it")
    if matter == "health":
        raise PydanticCustomError("health_of_somebody", "the health of somebody in particular may not stand here")
    return text


def _without_written_cpr(text: str, info: ValidationInfo) -> str:
    if info.context != HELD and is_written_cpr(text):
        raise PydanticCustomError("cpr_number", "a CPR number may not stand here; remove it")
    return text


Text = Annotated[str, Strict(), StringConstraints(strip_whitespace=True, min_length=1)]
PersonText = Annotated[Text, AfterValidator(seen), AfterValidator(_without_cpr)]
# Last among the annotations of a text about a person: a bound on its length comes before, so that no more is looked at.
FIT_TO_HOLD = AfterValidator(_fit_to_hold)
StatementText = Annotated[PersonText, FIT_TO_HOLD]
NameText = Annotated[PersonText, AfterValidator(_fit_to_name)]
AdText = Annotated[Text, AfterValidator(_fit_for_ad)]
AdName = Annotated[Text, StringConstraints(max_length=300), AfterValidator(_fit_for_ad)]
AdBody = Annotated[str, Strict(), StringConstraints(pattern=r"\S"), AfterValidator(_fit_for_ad)]
AdCode = Annotated[Text, AfterValidator(_without_written_cpr)]  # an id, an address of the web, a code
ONCE = AfterValidator(lambda values: tuple(dict.fromkeys(values)))  # a limit that is repeated is one
Hours = Annotated[float, Strict(), Field(ge=0, le=168, allow_inf_nan=False)]
Minutes = Annotated[int, Strict(), Field(gt=0, le=24 * 60)]
Days = Annotated[int, Strict(), Field(ge=1, le=7)]
Flag = Annotated[bool, Strict()]


def _licences(names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    """Each licence once, "ja" and "personbil" as B; "nej" is none at all. A word that is not known is refused: it would
    count as a licence that is lacking.
    """
    found = [words.licences(name) for name in names]
    if info.context != HELD and (None in found or (any(found) and () in found)):
        raise PydanticCustomError("licence", "not a licence", {"expected": ", ".join(words.LICENCES)})
    kept = (one if one is not None else (name,) for one, name in zip(found, names, strict=True))
    return tuple(dict.fromkeys(name for one in kept for name in one))


def _papers(names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    """Papers by their names; "nej" is none, and "ja" names none."""
    if info.context != HELD and any(name.casefold().strip(" .") in words.YES for name in names):
        raise PydanticCustomError("paper", "not a paper")
    return tuple(name for name in names if name.casefold().strip(" .") not in words.NO)


def _one_of(group: str) -> BeforeValidator:
    """A word that people write for one of a few, as the code that it stands for."""
    return BeforeValidator(lambda word: words.code(group, word) if isinstance(word, str) else word)


def _of_week(names: Any) -> Any:
    """Days of the week by their codes, as people write them: "weekend" is two."""
    if not isinstance(names, list | tuple):
        return names
    return [day for name in names for day in (words.weekdays(name) if isinstance(name, str) else (name,))]


def _spoken(levels: Any) -> Any:
    """Languages by their codes, and how well they are spoken, as people write both."""
    if isinstance(levels, str):
        raise PydanticCustomError("languages", "not languages with levels")
    if not isinstance(levels, dict):
        return levels
    return {
        words.language(name) if isinstance(name, str) else name: words.level(level) if isinstance(level, str) else level
        for name, level in levels.items()
    }


DaysOfWeek = Annotated[tuple[Weekday, ...], BeforeValidator(_of_week), ONCE]
DemandKinds = Annotated[tuple[Annotated[DemandKind, _one_of("demand")], ...], ONCE]
Date = Annotated[datetime.date, BeforeValidator(_iso_date)]
Clock = Annotated[str, Strict(), AfterValidator(_form("clock", r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"))]
Postcode = Annotated[str, Strict(), AfterValidator(_form("postcode", r"[0-9]{4}"))]
Deadline = Annotated[str, Strict(), AfterValidator(_date_or("rolling"))]
Start = Annotated[str, Strict(), AfterValidator(_date_or("asap", "by_agreement"))]


class Record(BaseModel):
    """Frozen; refuses unknown fields; keeps the input out of its error messages."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Given(Record):
    """A record that others write."""

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, data: Any) -> Any:
        """Unknown is null or absent, and means the same; a field that does not exist is still refused."""
        if not isinstance(data, dict):
            return data
        return {k: v for k, v in data.items() if v is not None or k not in cls.model_fields}


class WeeklyHours(Given):
    """Hours a week the candidate can work. Only where ``negotiable`` is true is an ad outside the range a talk."""

    min: Hours | None = None
    ideal: Hours | None = None
    max: Hours | None = None
    negotiable: Flag | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        given = [h for h in (self.min, self.ideal, self.max) if h is not None]
        if given != sorted(given):
            raise PydanticCustomError("hours_order", "expected min <= ideal <= max")
        return self


class Weekdays(Given):
    """Days of the week on which the candidate can work: never on some, on some only, at most or at least so many."""

    model_config = ConfigDict(serialize_by_alias=True)

    without: DaysOfWeek = Field((), alias="not")
    only: DaysOfWeek = ()
    max_days: Days | None = None
    min_days: Days | None = None

    @model_validator(mode="before")
    @classmethod
    def _null_not_is_absent(cls, data: Any) -> Any:
        """``not`` is no name in Python, so that the rule for null does not see it."""
        return {k: v for k, v in data.items() if k != "not" or v is not None} if isinstance(data, dict) else data

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min_days and self.max_days and self.min_days > self.max_days:
            raise PydanticCustomError("days_order", "expected min_days <= max_days")
        return self

    @property
    def possible(self) -> tuple[Weekday, ...]:
        """The days on which the candidate can work.

        >>> Weekdays.model_validate({"only": ["monday", "friday"], "not": ["friday"]}).possible
        ('monday',)
        """
        return tuple(day for day in WEEKDAYS if day not in self.without and (not self.only or day in self.only))


class Constraints(Given):
    """What the candidate's job must or should satisfy. ``None`` or empty: no such limit was set.

    ``licences`` None says nothing; an empty list says that the candidate has none.
    """

    weekly_hours: WeeklyHours | None = None
    not_times: Annotated[tuple[Annotated[Time, _one_of("time")], ...], ONCE] = ()
    postcode: Postcode | None = None
    max_travel_minutes: Minutes | None = None
    travel_modes: Annotated[tuple[Annotated[TravelMode, _one_of("mode")], ...], ONCE] = ()
    earliest_start: Clock | None = None
    latest_end: Clock | None = None
    weekdays: Weekdays | None = None
    available_from: Date | None = None
    licences: Annotated[tuple[NameText, ...], AfterValidator(_licences)] | None = None
    certificates: Annotated[tuple[NameText, ...], AfterValidator(_papers)] = ()
    languages: Annotated[dict[NameText, LanguageLevel], BeforeValidator(_spoken)] = Field(default_factory=dict)
    accept_employment: Annotated[
        tuple[Annotated[Employment, _one_of("employment")], ...], Field(min_length=1), ONCE
    ] = ("ordinary",)
    exclude_employers: tuple[NameText, ...] = ()
    avoid: DemandKinds = ()
    wish: DemandKinds = ()
    never: DemandKinds = ()


SINGLE: dict[SingleKind, Any] = {"clock": Clock, "date": Date, "days": Days, "flag": Flag}


def single_values() -> dict[str, SingleKind]:
    """Constraint -> its kind, of those that are one value: a table's column and a form's field follow from it.

    >>> single_values()["available_from"]
    'date'
    """
    fields = Constraints.model_fields.items()
    return {name: kind for name, field in fields for kind, of in SINGLE.items() if of in get_args(field.annotation)}


class Statement(Record):
    """One interest, competency or goal in the candidate's words: the unit that is encoded and that explains."""

    kind: StatementKind
    text: PersonText


_SINGULAR = {"goals": "goal", "interests": "interest", "competencies": "competency"}


class NamedStatement(Given):
    """A statement on its own line of a file. What else the line holds, such as labels, is not looked at."""

    model_config = ConfigDict(extra="ignore")

    id: PersonText
    kind: Annotated[
        StatementKind, BeforeValidator(lambda kind: _SINGULAR.get(kind, kind) if isinstance(kind, str) else kind)
    ]
    text: StatementText
    candidate: PersonText | None = None

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return Statement(kind=self.kind, text=self.text)


class Candidate(Given):
    """A person taking part in IPS: the query. Everything but ``id`` may be missing. not_work: job titles refused."""

    id: PersonText
    interests: tuple[StatementText, ...] = ()
    competencies: tuple[StatementText, ...] = ()
    goals: tuple[StatementText, ...] = ()
    not_work: tuple[StatementText, ...] = ()
    constraints: Constraints = Constraints()

    @classmethod
    def held(cls, record: str) -> Self:
        """From the JSON of one that was taken in before, by the words that were refused then: whoever is held stays
        readable when more words are refused, and is not looked through again at each list.
        """
        return cls.model_validate_json(record, context=HELD)

    @property
    def statements(self) -> list[Statement]:
        """Every statement with its kind: goals, then interests, then competencies."""
        kinds: tuple[tuple[StatementKind, tuple[str, ...]], ...] = (
            ("goal", self.goals),
            ("interest", self.interests),
            ("competency", self.competencies),
        )
        return [Statement(kind=kind, text=text) for kind, texts in kinds for text in texts]

    @property
    def limits(self) -> Constraints:
        """The constraints with all that the person has said to have: papers stand among competencies as often."""
        certificates = (*self.constraints.certificates, *self.competencies)
        return self.constraints.model_copy(update={"certificates": certificates})


class Stated(Given):
    """What the feed's own fields said, as opposed to what the text says."""

    weekly_hours_min: Hours | None = None
    weekly_hours_max: Hours | None = None
    full_time: Flag | None = None
    times: tuple[Annotated[Time, _one_of("time")], ...] = ()
    employment: Annotated[Employment, _one_of("employment")] | None = None
    licences: Annotated[tuple[AdText, ...], AfterValidator(_licences)] = ()


class HoursFact(Given):
    """Hours a week an ad offers. No words about hours: min and max None, basis "unstated", no quote."""

    min: Hours | None = None
    max: Hours | None = None
    basis: HoursBasis = "unstated"
    quote: str | None = None


class Required(Given):
    """What a vacancy asks of a person. ``what``: the licence category, language or paper, where it is named."""

    kind: RequirementKind
    strength: Strength
    what: AdText | None = None


class Correction(Given):
    """What a human puts in place of what was read, or of the feed's field. What is not here stays as it was.

    hours: without a quote; basis "unstated" where the ad does not say them. times: "unknown" where it does not.
    demands: "no" where the work day does not ask it. requirements: all of them, in place of all that were read.
    """

    title: AdName | None = None
    employer: AdName | None = None
    hours: HoursFact | None = None
    times: dict[Time, Literal["yes", "no", "unknown"]] = Field(default_factory=dict)
    employment: Employment | None = None
    deadline: Deadline | None = None
    postcode: Postcode | None = None
    no_fixed_workplace: Flag | None = None
    requirements: Annotated[tuple[Required, ...], Field(max_length=50)] | None = None
    demands: dict[DemandKind, Literal["yes", "no"]] = Field(default_factory=dict)

    @field_validator("hours")
    @classmethod
    def _without_quote(cls, hours: HoursFact | None) -> HoursFact | None:
        return hours.model_copy(update={"quote": None}) if hours else None

    @model_validator(mode="after")
    def _least_first(self) -> Self:
        if self.hours:
            WeeklyHours(min=self.hours.min, max=self.hours.max)
        return self


class Corrected(Correction):
    """A correction, and who made it when."""

    by: AdCode | None = None
    at: AdCode | None = None


class Vacancy(Given):
    """One advertised job: the document. Its ad is ``title`` and ``description``, as they were cleaned."""

    id: AdCode
    title: AdBody
    description: AdBody
    language: AdCode | None = None
    employer: AdText | None = None
    postcode: Postcode | None = None
    municipality: AdText | None = None
    no_fixed_workplace: Flag | None = None
    url: AdCode | None = None
    source: AdCode | None = None
    published: Date | None = None
    deadline: Date | None = None
    stated: Stated = Stated()
    corrected: Corrected = Field(default_factory=Corrected)  # pydantic would copy a default with a dict in it: slow

    @classmethod
    def held(cls, record: str | bytes) -> Self:
        """From the JSON of one that was taken in before: it stays readable when more is refused, and is not looked
        through again.
        """
        return cls.model_validate_json(record, context=HELD)

    @property
    def text(self) -> str:
        """Title and description on lines of their own: what is encoded and what quotes are substrings of."""
        return f"{self.title}\n{self.description}"


YesNo = Literal["yes", "no"]


class Schedule(Record):
    """Times of day of the job: "yes", "no" (only when stated times exclude it) or None.

    early_morning is a start before 07, evening after 18, night 00-05.
    """

    day: YesNo | None = None
    early_morning: YesNo | None = None
    evening: YesNo | None = None
    night: YesNo | None = None
    weekend: YesNo | None = None
    rotating_shifts: YesNo | None = None
    on_call_duty: YesNo | None = None


class Requirement(Record):
    """What a vacancy asks of a person, as in ``Required``. The quote is empty where a human has put it there."""

    kind: RequirementKind
    strength: Strength
    quote: str
    what: str | None = None


class Demand(Record):
    """What the work day asks. The quote is empty where a human has put it there."""

    kind: DemandKind
    quote: str


class PostReading(Record):
    """One of the posts that an ad tells apart, as the text says it. What is None or empty is what all posts share.

    label: in the ad's words. places: postcodes or municipalities, where one may choose. Otherwise as in ``Reading``.
    """

    label: str | None = None
    quote: str | None = None
    hours: HoursFact | None = None
    schedule: Schedule = Schedule()
    time_quotes: dict[Time, str] = Field(default_factory=dict)
    occasional_times: tuple[Time, ...] = ()
    day_starts: Clock | None = None
    day_starts_quote: str | None = None
    day_ends: Clock | None = None
    day_ends_quote: str | None = None
    weekdays: tuple[Weekday, ...] = ()
    weekdays_quote: str | None = None
    employment: Employment | None = None
    employment_quote: str | None = None
    contract: Contract | None = None
    contract_quote: str | None = None
    deadline: Deadline | None = None
    deadline_quote: str | None = None
    postcode: Postcode | None = None
    municipality: str | None = None
    places: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()


class Reading(Record):
    """What the text of one vacancy says; every quote is an exact substring of title or description.

    The facts span the posts: hours from the fewest to the most, a time is "yes" where some post has it. ``posts``: at
    least one, in the ad's order; the only post of an ad without a choice has nothing of its own.

    deadline: ISO date, "rolling" or None. start: ISO date, "asap", "by_agreement" or None. ``*_partial``: "--MM-DD"
    where the year is not pinned. ``only_addressed``: the ad speaks to the group named by ``employment`` but does
    not reserve the job for it. ``day_starts``, ``day_ends``: the earliest clock time at which a working day is said to
    begin, and the latest at which one ends. ``weekdays``: the days that are worked, where the ad names them.
    ``remote``: whether the whole work or a part of it can be done from home; "no" where the ad denies it.
    ``time_quotes``: the words behind each "yes" or "no" of ``schedule``. ``occasional_times``:
    those that are "yes" now and then only, such as a Saturday once in a while. ``unread``: the code of the ad's
    language where it is not read; its facts are unknown.
    """

    id: str
    unread: str | None = None
    employment: Employment = "ordinary"
    employment_quote: str | None = None
    only_addressed: bool = False
    contract: Contract = "unstated"
    contract_quote: str | None = None
    hours: HoursFact = HoursFact()
    schedule: Schedule = Schedule()
    time_quotes: dict[Time, str] = Field(default_factory=dict)
    occasional_times: tuple[Time, ...] = ()
    day_starts: Clock | None = None
    day_starts_quote: str | None = None
    day_ends: Clock | None = None
    day_ends_quote: str | None = None
    weekdays: tuple[Weekday, ...] = ()
    weekdays_quote: str | None = None
    remote: Literal["whole", "part", "no"] | None = None
    remote_quote: str | None = None
    deadline: Deadline | None = None
    deadline_quote: str | None = None
    deadline_partial: str | None = None
    start: Start | None = None
    start_quote: str | None = None
    start_partial: str | None = None
    requirements: tuple[Requirement, ...] = ()
    demands: tuple[Demand, ...] = ()
    posts: tuple[PostReading, ...] = (PostReading(),)

    @model_validator(mode="before")
    @classmethod
    def _quotes_follow(cls, data: Any) -> Any:
        """A reading that was written is read again: ``schedule_quotes`` follows from ``time_quotes``."""
        return {k: v for k, v in data.items() if k != "schedule_quotes"} if isinstance(data, dict) else data

    @computed_field  # type: ignore[prop-decorator]  # pydantic's documented order of decorators
    @property
    def schedule_quotes(self) -> tuple[str, ...]:
        """The distinct quotes behind ``schedule``."""
        return tuple(dict.fromkeys(self.time_quotes.values()))


class Evidence(Record):
    """One contribution to a score and the ad's words behind it.

    A statement of the candidate with the passage nearest to it; or, of kind "requirement" or "day", what the ad asks of
    a person or of a day; or, of kind "ad", how old or urgent it is; or, of kind "variety", that others of its employer
    stand above it (quote: the title). quote: None where no words of the ad support it. term: the code of what is no
    statement. work: the code of the kind of work through which a statement points there, where that says more than the
    ad's own words.
    """

    statement: str
    kind: EvidenceKind
    contribution: float
    quote: str | None
    term: str | None = None
    work: str | None = None


class Check(Record):
    """A constraint held against a vacancy.

    from: whose word the constraint is; what only a statement says in passing is at worst unknown until it is confirmed.
    """

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True)

    constraint: str
    verdict: Verdict
    detail: str
    quote: str | None = None
    source: Source = Field(default="candidate", alias="from")


class Suggestion(Record):
    """A ranked, explained vacancy for a candidate; the contributions of ``evidence`` sum to ``score``.

    ``post``: the label of the post that suits best, of whom checks and questions speak; None where there is no choice.
    ``points``: whether anything that the person has said points there; by the score, so that the order is by section.
    ``also``: ids of vacancies that say nearly the same for the same employer, and are not shown on their own.
    """

    candidate_id: str
    vacancy_id: str
    rank: int
    score: float
    band: Band
    evidence: tuple[Evidence, ...]
    checks: tuple[Check, ...]
    questions: tuple[str, ...]
    also: tuple[str, ...] = ()
    post: str | None = None
    points: Points = "not"


def field_name(location: Sequence[str | int]) -> str:
    """The path to a field, fit to be shown: a name that holds a CPR number is masked, and a key that is refused is not
    repeated.

    >>> field_name(("constraints", "not_times", 0)), field_name(("constraints", "languages", "jeg er syg", "[key]"))
    ('constraints.not_times.0', 'constraints.languages')
    """
    if len(location) > 2 and location[-1] == "[key]":
        location = location[:-2]
    return CPR_NUMBER.sub("******-****", ".".join(str(part) for part in location)) or "-"


def problems(error: ValidationError) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(field, code, what was allowed) of each thing wrong with a record, without the input.

    >>> try: Candidate.model_validate_json('{"id": "c1", "constraints": {"weekly_hour": {"max": 12}}}')
    ... except ValidationError as error: list(problems(error))
    [('constraints.weekly_hour', 'extra_forbidden', {})]
    """
    items = error.errors(include_url=False, include_input=False)
    deeper = {item["loc"][:-1] for item in items}
    for item in items:
        if item["type"] == "too_short" and item["loc"] in deeper:
            continue  # a list that only the refusal of its entries has emptied
        allowed = {k: v for k, v in item.get("ctx", {}).items() if isinstance(v, str | int | float)}
        if item["type"] == "literal_error":
            allowed["expected"] = str(allowed["expected"]).replace("' or '", "', '")
        yield field_name(item["loc"]), item["type"], allowed
