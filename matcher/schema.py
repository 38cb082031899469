"""The records that all parts share: Candidate, Vacancy, Reading, Suggestion and their parts.

Frozen pydantic models. An unknown field is refused by name, because a misspelt limit that is silently dropped is a
broken limit. Unknown is ``None``, never 0, "" or a guess. No record may hold health, CPR number, age, gender, origin,
religion or criminal record of a candidate. Such words are refused in every text about a candidate, CPR numbers in every
text, and in an ad or its correction the health of one particular person.

Read a line of a file with ``Candidate.model_validate_json(line)``. pydantic's ValidationError never repeats the input,
so that a refused text cannot end up in a log. ``problems`` turns it into (field, code, limits) for people.
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
SingleKind = Literal["clock", "date", "days", "flag", "hours"]

TIMES: tuple[Time, ...] = get_args(Time)
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
FULL_TIME_HOURS = 37.0  # hours a week on Danish collective agreements (DI, "Deltidsjob")


def _iso_date(value: Any) -> Any:
    """Accepts only "2026-11-20" or a date. pydantic alone would also accept a number of seconds."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value
    raise PydanticCustomError("iso_date", "expected a date as 2026-11-20")


def _without_cpr(text: str) -> str:
    if CPR_NUMBER.search(text):
        raise PydanticCustomError("cpr_number", "a CPR number is not allowed here; remove it")
    return text


def _form(code: str, pattern: str) -> Callable[[str], str]:
    """A check of a text's form. Its refusal has a code of its own, which the phrases describe."""

    def check(text: str) -> str:
        if re.fullmatch(pattern, text) is None:
            raise PydanticCustomError(code, "has another form")
        return text

    return check


def _date_or(*words: str) -> Callable[[str], str]:
    """A check that a text is one of the words, or an ISO date that exists."""

    def check(text: str) -> str:
        if text not in words:
            datetime.date.fromisoformat(str(_iso_date(text)))
        return text

    return check


# Categories of words that a refusal names -> their names in the phrases. Numbers and people's names are not repeated.
ABOUT = {
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


HELD = "held"  # validation context for records accepted earlier


def _refuse(findings: list[Finding], code: str) -> None:
    """Refuses the findings. Words are named, numbers and addresses are not."""
    if findings and findings[0].category not in ABOUT:
        raise PydanticCustomError("cpr_number" if findings[0].category == "cpr" else "contact", "is not allowed here")
    if findings:
        words = ", ".join(finding.words for finding in findings if finding.category in ABOUT)
        context = {"about": ABOUT[findings[0].category], "words": words}
        raise PydanticCustomError(code, "is not allowed here: {words}", context)


def _fit_to_hold(text: str, info: ValidationInfo) -> str:
    """Refuses what may not be stored about a person (``matcher.privacy``)."""
    if info.context != HELD:
        _refuse(forbidden(text), "forbidden_words")
    return text


def _fit_to_name(text: str, info: ValidationInfo) -> str:
    """Refuses what may not be stored about a person, in the name of a paper, a language or an employer."""
    if info.context != HELD:
        _refuse(forbidden_in_name(text), "forbidden_in_name")
    return text


def _fit_for_ad(text: str, info: ValidationInfo) -> str:
    """Refuses a CPR number and the health of one particular person (``matcher.privacy.ads``). Neither is repeated."""
    title = info.data.get("title", "") if info.field_name == "description" else ""
    matter = None if info.context == HELD else forbidden_in_ad(text, f"{title}\n{text}")
    if matter == "cpr":
        raise PydanticCustomError("cpr_number", "a CPR number is not allowed here; remove it")
    if matter == "health":
        raise PydanticCustomError("health_of_somebody", "the health of one particular person is not allowed here")
    return text


def _without_written_cpr(text: str, info: ValidationInfo) -> str:
    if info.context != HELD and is_written_cpr(text):
        raise PydanticCustomError("cpr_number", "a CPR number is not allowed here; remove it")
    return text


Text = Annotated[str, Strict(), StringConstraints(strip_whitespace=True, min_length=1)]
PersonText = Annotated[Text, AfterValidator(seen), AfterValidator(_without_cpr)]
# Last annotation of a text about a person: the bound on its length comes before, so that no longer text is examined.
FIT_TO_HOLD = AfterValidator(_fit_to_hold)
StatementText = Annotated[PersonText, FIT_TO_HOLD]
NameText = Annotated[PersonText, AfterValidator(_fit_to_name)]
AdText = Annotated[Text, AfterValidator(_fit_for_ad)]
AdName = Annotated[Text, StringConstraints(max_length=300), AfterValidator(_fit_for_ad)]
AdBody = Annotated[str, Strict(), StringConstraints(pattern=r"\S"), AfterValidator(_fit_for_ad)]
AdCode = Annotated[Text, AfterValidator(_without_written_cpr)]  # an id, a web address, a code
ONCE = AfterValidator(lambda values: tuple(dict.fromkeys(values)))  # a repeated limit counts once
Hours = Annotated[float, Strict(), Field(ge=0, le=168, allow_inf_nan=False)]
Minutes = Annotated[int, Strict(), Field(gt=0, le=24 * 60)]
Days = Annotated[int, Strict(), Field(ge=1, le=7)]
Flag = Annotated[bool, Strict()]


def _licences(names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    """Licences, each once; "ja" and "personbil" mean B; "nej" means none. Refuses an unknown word, which would count as
    a lacking licence."""
    categories = [words.licences(name) for name in names]
    if info.context != HELD and (None in categories or (any(categories) and () in categories)):
        raise PydanticCustomError("licence", "not a licence", {"expected": ", ".join(words.LICENCES)})
    kept = (codes if codes is not None else (name,) for codes, name in zip(categories, names, strict=True))
    return tuple(dict.fromkeys(name for codes in kept for name in codes))


def _papers(names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    """Names of papers; "nej" means none, and "ja" names none."""
    if info.context != HELD and any(name.casefold().strip(" .") in words.YES for name in names):
        raise PydanticCustomError("paper", "not a paper")
    return tuple(name for name in names if name.casefold().strip(" .") not in words.NO)


def _one_of(group: str) -> BeforeValidator:
    """The code for a word that people write for one of a few values."""
    return BeforeValidator(lambda word: words.code(group, word) if isinstance(word, str) else word)


def _of_week(names: Any) -> Any:
    """Codes for days of the week as people write them. "weekend" is two days."""
    if not isinstance(names, list | tuple):
        return names
    return [day for name in names for day in (words.weekdays(name) if isinstance(name, str) else (name,))]


def _spoken(levels: Any) -> Any:
    """Languages by code, with levels, both as people write them."""
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
    """Frozen. Refuses unknown fields. Keeps the input out of its error messages."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Given(Record):
    """A record from outside the product."""

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, data: Any) -> Any:
        """Treats null as absent: both mean unknown. An unknown field is still refused."""
        if not isinstance(data, dict):
            return data
        return {k: v for k, v in data.items() if v is not None or k not in cls.model_fields}


class WeeklyHours(Given):
    """Hours a week that the candidate can work. An ad outside the range is negotiable only if ``negotiable``."""

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
    """Working days of the candidate: never on some days, only on some, at most or at least a number."""

    model_config = ConfigDict(serialize_by_alias=True)

    without: DaysOfWeek = Field((), alias="not")
    only: DaysOfWeek = ()
    max_days: Days | None = None
    min_days: Days | None = None

    @model_validator(mode="before")
    @classmethod
    def _null_not_is_absent(cls, data: Any) -> Any:
        """``not`` is no name in Python, so the rule for null does not reach it."""
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
    """Limits and wishes for the candidate's job. ``None`` or empty: no such limit was set.

    ``licences`` None is unknown; an empty list means that the candidate has none.
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


SINGLE: dict[SingleKind, Any] = {"clock": Clock, "date": Date, "days": Days, "flag": Flag, "hours": Hours}


def single_values() -> dict[str, SingleKind]:
    """Constraint -> its kind, of those that are one value: a table's column and a form's field follow from it.

    >>> single_values()["available_from"]
    'date'
    """
    fields = Constraints.model_fields.items()
    return {name: kind for name, field in fields for kind, of in SINGLE.items() if of in get_args(field.annotation)}


class Statement(Record):
    """One interest, competency or goal in the candidate's words. It is encoded, and explains the score."""

    kind: StatementKind
    text: PersonText


_SINGULAR = {"goals": "goal", "interests": "interest", "competencies": "competency"}


class NamedStatement(Given):
    """A statement on its own line of a file. Other content of the line, such as labels, is ignored."""

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
    """A participant: the query. Every field but ``id`` may be missing. not_work: refused job titles."""

    id: PersonText
    interests: tuple[StatementText, ...] = ()
    competencies: tuple[StatementText, ...] = ()
    goals: tuple[StatementText, ...] = ()
    not_work: tuple[StatementText, ...] = ()
    constraints: Constraints = Constraints()

    @classmethod
    def held(cls, record: str) -> Self:
        """Reads the JSON of a candidate accepted earlier. Texts are not checked again, so that adding a refused word
        leaves stored candidates readable, and lists need no check."""
        return cls.model_validate_json(record, context=HELD)

    @property
    def statements(self) -> list[Statement]:
        """All statements with their kinds: goals, then interests, then competencies."""
        kinds: tuple[tuple[StatementKind, tuple[str, ...]], ...] = (
            ("goal", self.goals),
            ("interest", self.interests),
            ("competency", self.competencies),
        )
        return [Statement(kind=kind, text=text) for kind, texts in kinds for text in texts]

    @property
    def limits(self) -> Constraints:
        """The constraints plus certificates among the competencies, because people often write papers there."""
        certificates = (*self.constraints.certificates, *self.competencies)
        return self.constraints.model_copy(update={"certificates": certificates})


class Stated(Given):
    """The values of the feed's own fields, apart from the text."""

    weekly_hours_min: Hours | None = None
    weekly_hours_max: Hours | None = None
    full_time: Flag | None = None
    times: tuple[Annotated[Time, _one_of("time")], ...] = ()
    employment: Annotated[Employment, _one_of("employment")] | None = None
    licences: Annotated[tuple[AdText, ...], AfterValidator(_licences)] = ()


class HoursFact(Given):
    """Hours a week that an ad offers. Without words about hours: min and max None, basis "unstated", no quote."""

    min: Hours | None = None
    max: Hours | None = None
    basis: HoursBasis = "unstated"
    quote: str | None = None


class Required(Given):
    """A requirement of a person. ``what``: the licence category, language or paper, if it is named."""

    kind: RequirementKind
    strength: Strength
    what: AdText | None = None


class Correction(Given):
    """A human's corrections of the text as read and of the feed's fields. Fields that are left out stay as they were.

    hours: without a quote; basis "unstated" if the ad does not name them. times: "unknown" if the ad does not say.
    demands: "no" if the work day lacks the demand. requirements: the complete list, in place of all that were read.
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
    """A correction, with its author and time."""

    by: AdCode | None = None
    at: AdCode | None = None


class Vacancy(Given):
    """One advertised job: the document. Its ad is ``title`` and ``description``, both cleaned."""

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
    # pydantic would copy a default that contains a dict, which is slow.
    corrected: Corrected = Field(default_factory=Corrected)

    @classmethod
    def held(cls, record: str | bytes) -> Self:
        """Reads the JSON of a vacancy accepted earlier. It is not checked again, so it stays readable when more is
        refused."""
        return cls.model_validate_json(record, context=HELD)

    @property
    def text(self) -> str:
        """Title and description on separate lines. Encoded as a whole; quotes are substrings of it."""
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
    """A requirement of a person, as in ``Required``, with a quote. The quote is empty if a human added it."""

    kind: RequirementKind
    strength: Strength
    quote: str
    what: str | None = None


class Demand(Record):
    """A demand of the work day. The quote is empty if a human added it."""

    kind: DemandKind
    quote: str


class PostReading(Record):
    """One of several posts in an ad, as the text describes it. Fields that are None or empty are shared by all posts.

    label: in the ad's words. places: postcodes or municipalities to choose among. Other fields as in ``Reading``.
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
    """Facts in the text of one vacancy. Every quote is an exact substring of title or description.

    The facts span the posts: hours from the fewest to the most, a time is "yes" if any post has it. ``posts``: at least
    one, in the ad's order; the only post of an ad without a choice has no facts of its own.

    deadline: ISO date, "rolling" or None. start: ISO date, "asap", "by_agreement" or None. ``*_partial``: "--MM-DD" if
    the year is unknown. ``only_addressed``: the ad addresses the group named by ``employment`` but does not reserve the
    job for it. ``day_starts``, ``day_ends``: the earliest start and the latest end of a working day, as clock times.
    ``weekdays``: the working days, if the ad names them. ``remote``: whether all or a part of the work can be done from
    home; "no" if the ad denies it. ``time_quotes``: the words behind each "yes" or "no" of ``schedule``.
    ``occasional_times``: times that are "yes" only now and then, such as a Saturday once in a while. ``unread``: the
    code of the ad's language if it is not read; its facts are unknown.
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
        """Drops ``schedule_quotes`` when a written reading is read again: it follows from ``time_quotes``."""
        return {k: v for k, v in data.items() if k != "schedule_quotes"} if isinstance(data, dict) else data

    @computed_field  # type: ignore[prop-decorator]  # pydantic's documented order of decorators
    @property
    def schedule_quotes(self) -> tuple[str, ...]:
        """The distinct quotes behind ``schedule``."""
        return tuple(dict.fromkeys(self.time_quotes.values()))


class Evidence(Record):
    """One contribution to a score and the ad's words behind it.

    By kind: a statement of the candidate with its nearest passage; "requirement" or "day": a requirement of the ad or a
    demand of the day; "ad": how old or urgent the ad is; "variety": others of its employer stand above it (quote: the
    title). quote: None if no words of the ad support it. term: the code of a feature. work: the code of the kind of
    work that links a statement to the ad, if it says more than the ad's own words.
    """

    statement: str
    kind: EvidenceKind
    contribution: float
    quote: str | None
    term: str | None = None
    work: str | None = None


class Check(Record):
    """The verdict of a constraint on a vacancy.

    from: the source of the constraint. One that only a statement mentions in passing is at worst unknown until
    confirmed.
    """

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True)

    constraint: str
    verdict: Verdict
    detail: str
    quote: str | None = None
    source: Source = Field(default="candidate", alias="from")


class Suggestion(Record):
    """A ranked, explained vacancy for a candidate. The contributions of ``evidence`` sum to ``score``.

    ``post``: the label of the best post, which checks and questions refer to; None if there is no choice. ``points``:
    how clearly the person's statements point there; decided by the score, so that sections follow the order. ``also``:
    ids of vacancies with nearly the same text from the same employer, which are not shown separately.
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
    """The path to a field, safe to show. A name that holds a CPR number is masked, and a refused key is not repeated.

    >>> field_name(("constraints", "not_times", 0)), field_name(("constraints", "languages", "jeg er syg", "[key]"))
    ('constraints.not_times.0', 'constraints.languages')
    """
    if len(location) > 2 and location[-1] == "[key]":
        location = location[:-2]
    return CPR_NUMBER.sub("******-****", ".".join(str(part) for part in location)) or "-"


def problems(error: ValidationError) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(field, code, allowed values) for each fault of a record, without the input.

    >>> try: Candidate.model_validate_json('{"id": "c1", "constraints": {"weekly_hour": {"max": 12}}}')
    ... except ValidationError as error: list(problems(error))
    [('constraints.weekly_hour', 'extra_forbidden', {})]
    """
    items = error.errors(include_url=False, include_input=False)
    deeper = {item["loc"][:-1] for item in items}
    for item in items:
        if item["type"] == "too_short" and item["loc"] in deeper:
            continue  # a list that is empty only because its entries were refused
        allowed = {k: v for k, v in item.get("ctx", {}).items() if isinstance(v, str | int | float)}
        if item["type"] == "literal_error":
            allowed["expected"] = str(allowed["expected"]).replace("' or '", "', '")
        yield field_name(item["loc"]), item["type"], allowed
