"""Labels by writers, second readers and judges on ads, passages, statements and pairs: the shape of each."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Answer = Literal["yes", "no"]
Time = Literal["day", "early_morning", "evening", "night", "weekend", "rotating_shifts", "on_call_duty"]
Demand = Literal[
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
]
Contract = Literal["permanent", "temporary", "on_call"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Role = Literal["tasks", "asks", "terms", "employer", "colleagues", "other_post", "apply", "crumbs"]
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-4]):[0-5]\d$")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
Postcode = Annotated[str, Field(pattern=r"^\d{4}$")]


class Strict(BaseModel):
    """A label as written. An unknown key is an error."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Hours(Strict):
    """Hours a week."""

    min: float | None = None
    max: float | None = None
    basis: Literal["stated", "fulltime_word", "parttime_word", "negotiable"]
    quote: str


class Requirement(Strict):
    """A requirement of the person, or one that is denied."""

    kind: Literal[
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
    strength: Literal["required", "desirable", "not_required"]
    what: str
    quote: str


class Post(Strict):
    """One of the posts that an ad offers: the facts that differ from the others'."""

    label: str
    quote: str
    hours: Hours | None = None
    schedule: dict[Time, Answer] = {}
    schedule_quotes: dict[Time, str] = {}
    employment: Employment | None = None
    postcode: Postcode | None = None
    municipality: str | None = None
    places: list[str] = []
    requirements: list[Requirement] = []
    deadline: str | None = None
    day_starts: Clock | None = None
    day_ends: Clock | None = None
    weekdays: list[Weekday] = []
    contract: Contract | None = None


class Other(Strict):
    """A passage with facts about other posts or people."""

    quote: str
    about: Literal["colleague", "employer", "guests", "another post", "past", "applicants in general", "crumbs"]


class Facts(Strict):
    """Facts of an ad about its post, by the writer or a second reader."""

    hours: Hours | None = None
    schedule: dict[Time, Answer] = {}
    schedule_quotes: dict[Time, str] = {}
    day_starts: Clock | None = None
    day_starts_quote: str | None = None
    day_ends: Clock | None = None
    day_ends_quote: str | None = None
    weekdays: list[Weekday] = []
    weekdays_quote: str | None = None
    employment: Employment = "ordinary"
    employment_quote: str | None = None
    contract: Contract | None = None
    contract_quote: str | None = None
    deadline: str | None = None
    deadline_quote: str | None = None
    start: str | None = None
    start_quote: str | None = None
    requirements: list[Requirement] = []
    demands: list[tuple[Demand, str]] = []
    posts: list[Post] = []
    others: list[Other] = []
    denials: list[str] = []


class FactsReading(Facts):
    """A second reader's facts of an ad."""

    id: str


class AdLabels(Facts):
    """A writer's labels of an ad."""

    kind: str
    isco: Annotated[str, Field(pattern=r"^\d{4}$")]
    occupation: str
    work: str


class Stated(Strict):
    """Values of a feed's own fields."""

    weekly_hours_min: float | None = None
    weekly_hours_max: float | None = None
    full_time: bool | None = None
    times: list[Time] = []
    employment: Employment | None = None
    licences: list[str] = []


class AdRecord(Strict):
    """An ad's record without its text."""

    id: str
    title: str
    employer: str | None = None
    postcode: Postcode | None = None
    municipality: str | None = None
    no_fixed_workplace: bool = False
    published: Day
    deadline: Day | None = None
    language: Literal["da", "en"] = "da"
    stated: Stated | None = None


class Limit(Strict):
    """A binding limit, as a statement expresses it."""

    field: Literal[
        "weekly_hours.max",
        "weekly_hours.min",
        "not_times",
        "earliest_start",
        "latest_end",
        "weekdays",
        "max_travel_minutes",
        "travel_modes",
        "licences",
        "avoid",
        "accept_employment",
        "other",
    ]
    value: Any
    quote: str


class Statement(Strict):
    """One statement with its meaning."""

    id: str
    candidate: str | None = None
    kind: Literal["interests", "competencies", "goals"]
    text: str
    wants: list[str] = []
    avoids: list[str] = []
    limits: list[Limit] = []
    vague: bool = False
    demands_wish: list[Demand] = []
    demands_avoid: list[Demand] = []
    titles: list[str] = []
    kinds: list[str] = []
    kinds_avoid: list[str] = []


class Passage(Strict):
    """One numbered passage of an ad, and the person or thing it is about."""

    text: str
    role: Role


class PassageReading(Strict):
    """The passages of one ad, and the demands of this post's day, each with its words."""

    id: str
    passages: list[Passage]
    demands: list[tuple[Demand, str]] = []


class Sketch(Strict):
    """A short ad for a kind of work, with the demands of its day and those only on others. All are for training."""

    id: str
    kind: str
    isco: Annotated[str, Field(pattern=r"^\d{4}$")]
    title: str
    text: str
    demands: list[tuple[Demand, str]]
    others: list[str]
    open: bool


class TitleReading(Strict):
    """A second reader's associations with a statement."""

    id: str
    vague: bool = False
    titles: list[str] = []
    kinds: list[str] = []


Grade = Literal[0, 1, 2, 3]
Limits = Literal["ok", "negotiable", "unknown", "broken"]


class Judgment(Strict):
    """One judge's grade of how well an ad suits a person. limits and useful are also given as if distance did not
    matter."""

    cand: str
    ad: str
    fit: Grade
    limits: Limits
    useful: Grade
    limits_there: Limits
    useful_there: Grade
    why: str = ""
    comment: str = ""


class AnswerJudgment(Strict):
    """One judge's grade of how far an ad answers one statement, and whether the shown quote supports it.

    Either is None if nobody was asked.
    """

    cand: str
    ad: str
    statement: int
    answers: Literal[0, 1, 2, 3] | None = None
    supports: bool | None = None


class ShownAnswer(AnswerJudgment):
    """The same with the statement's words and the shown quote (None if no quote was shown)."""

    text: str
    quote: str | None = None


class Pooled(Strict):
    """A pair that was given to judges."""

    cand: str
    ad: str


class Text(Strict):
    """An ad in a pair."""

    id: str
    title: str
    description: str


class Person(Strict):
    """The person in a pair."""

    id: str
    interests: list[str] = []
    competencies: list[str] = []
    goals: list[str] = []


class Pair(Strict):
    """A person with a dislike, and two ads that differ in it."""

    id: str
    dislike: Demand | Literal["kind", "other"]
    candidate: Person
    better: Text
    worse: Text
