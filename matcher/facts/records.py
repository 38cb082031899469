"""What is known of a vacancy: each fact with its value, its source, the ad's words, and what another source says."""

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
    """A value and where it comes from. value None: not known; source None: nobody says anything.

    quote: an exact piece of the ad, where the text is the source. otherwise: what another source says, where it says
    something else.
    """

    value: T
    source: Source | None = None
    quote: str | None = None
    otherwise: T | None = None


class Post(Record):
    """One of the posts that an ad offers, with all that holds for it: its own and what all share.

    label, quote: None for the only post. times: those that are known; one that is not there is not known. licences:
    categories of driving licence that are required. requirements: also those of the feed's field, without a quote.
    places: postcodes or municipalities to choose among; empty where the workplace is not known.
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
        """What is required of these kinds, in the order of the kinds."""
        return [r for kind in kinds for r in self.requirements if r.kind == kind and r.strength == "required"]

    def occurs(self, time: Time) -> Occurrence | None:
        """Whether the work lies then; None where it is not known."""
        return self.times[time].value if time in self.times else None


class Facts(Record):
    """What is known of one vacancy. posts: at least one, in the ad's order.

    unread: the code of the ad's language where it is not read; what it asks for is then unknown. deadline: the last day
    to apply, the later of the feed's and the text's; "rolling" where there is none by the ad's words.
    impossible_deadline: a day before the ad was published, which is a slip or stands for no deadline. place: the
    postcode of the workplace, the feed's or a human's; wanders: there is no fixed workplace.
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
        """Whether there is a choice of posts."""
        return len(self.posts) > 1

    @property
    def last_day(self) -> datetime.date | None:
        """The last day to apply; None where there is none or it is not known."""
        day = self.deadline.value
        return None if day in (None, "rolling") else datetime.date.fromisoformat(str(day))

    def post(self, label: str | None) -> Post:
        """The post of that label; the first where no post has it."""
        return next((post for post in self.posts if post.label == label), self.posts[0])
