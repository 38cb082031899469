"""Records of what is known of a vacancy: each fact's value, source, quote, and the value of another source that
differs."""

import datetime
from typing import Generic, Literal, TypeVar

from pydantic import Field

from matcher.schema import (
    Clock,
    Contract,
    Deadline,
    Demand,
    Employment,
    HoursFact,
    Record,
    Requirement,
    RequirementKind,
    Start,
    Time,
    Weekday,
)

T = TypeVar("T")
Source = Literal["corrected", "text", "feed", "default"]
Occurrence = Literal["yes", "sometimes", "no"]
Remote = Literal["whole", "part", "no"]


class Fact(Record, Generic[T]):
    """A value and its source. value None: not known; source None: no source says anything.

    quote: an exact piece of the ad, if the text is the source. otherwise: the value of another source, if it differs.
    """

    value: T
    source: Source | None = None
    quote: str | None = None
    otherwise: T | None = None


class Post(Record):
    """One post that an ad offers, with every fact that holds for it: its own and the shared ones.

    label, quote: None if it is the only post. times: the known times of day; a missing one is unknown. licences:
    required categories of driving licence. requirements: those of the text, and those of the feed's field (without a
    quote). places: postcodes or municipalities to choose among; empty if the workplace is unknown.
    """

    label: str | None = None
    quote: str | None = None
    hours: Fact[HoursFact] = Fact(value=HoursFact())
    times: dict[Time, Fact[Occurrence | None]] = Field(default_factory=dict)
    day_starts: Fact[Clock | None] = Fact(value=None)
    day_ends: Fact[Clock | None] = Fact(value=None)
    weekdays: Fact[tuple[Weekday, ...]] = Fact(value=())
    employment: Fact[Employment] = Fact(value="ordinary", source="default")
    licences: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    places: tuple[str, ...] = ()

    def required(self, *kinds: RequirementKind) -> list[Requirement]:
        """Requirements of these kinds with strength "required", in the order of the kinds."""
        return [r for kind in kinds for r in self.requirements if r.kind == kind and r.strength == "required"]

    def occurs(self, time: Time) -> Occurrence | None:
        """Whether work takes place at that time of day; None if unknown."""
        return self.times[time].value if time in self.times else None


class Facts(Record):
    """Facts of one vacancy. posts: at least one, in the ad's order.

    unread: the code of the ad's language if it is not read; its requirements are then unknown. deadline: the last day
    to apply, the later of the feed's and the text's; "rolling" if the ad says there is none. impossible_deadline: a day
    before the ad was published: a slip or a placeholder. place: the postcode of the workplace, from the feed or a
    human. wanders: there is no fixed workplace.
    """

    id: str
    unread: str | None = None
    only_addressed: bool = False
    contract: Fact[Contract] = Fact(value="unstated")
    deadline: Fact[Deadline | None] = Fact(value=None)
    impossible_deadline: Fact[datetime.date | None] = Fact(value=None)
    start: Fact[Start | None] = Fact(value=None)
    start_partial: str | None = None
    remote: Fact[Remote | None] = Fact(value=None)
    place: Fact[str | None] = Fact(value=None)
    municipality: str | None = None
    wanders: Fact[bool] = Fact(value=False)
    demands: tuple[Demand, ...] = ()
    posts: tuple[Post, ...] = (Post(),)

    @property
    def several(self) -> bool:
        """Whether the ad offers several posts to choose among."""
        return len(self.posts) > 1

    @property
    def last_day(self) -> datetime.date | None:
        """The last day to apply; None if there is none or it is unknown."""
        day = self.deadline.value
        return None if day in (None, "rolling") else datetime.date.fromisoformat(str(day))

    def post(self, label: str | None) -> Post:
        """The post with that label, else the first."""
        return next((post for post in self.posts if post.label == label), self.posts[0])
