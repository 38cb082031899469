"""Rights and scopes: who may do what, and which rows they get. The only place where a query is scoped.

``MAY`` names the roles that have each right: other roles are refused. ``Scope`` gives the rows within reach: rows
outside are not found, so that nobody learns that they exist.
"""

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, false, select

from service.store import (
    PEOPLE,
    ApiKey,
    Approval,
    Candidate,
    CaseEvent,
    Contact,
    ContactWish,
    Count,
    Decision,
    Delivery,
    Disclosure,
    Employer,
    EmployerName,
    Entry,
    Notice,
    Placement,
    Proposal,
    Role,
    Run,
    RunList,
    SignIn,
    User,
    Vacancy,
    now,
)

Right = Literal[
    "cases",
    "assign",
    "suggest",
    "vacancies",
    "push",
    "employers",
    "figures",
    "start",
    "results",
    "users",
    "log",
    "self",
]

MAY: dict[Right, tuple[Role, ...]] = {
    "cases": ("consultant", "supervisor"),  # candidates, their lists and decisions
    "assign": ("supervisor",),  # give a candidate to another consultant of the team
    "suggest": ("consultant", "supervisor", "scorer"),  # a list for a candidate sent in the body, who is not stored
    "vacancies": ("consultant", "supervisor", "scorer"),
    "push": ("feed", "consultant", "supervisor"),  # vacancies in; a consultant pastes an ad
    "employers": ("consultant", "supervisor"),  # the register of employers, and contacts with them
    "figures": ("supervisor",),  # a team's figures of a quarter
    "start": ("scorer",),  # bulk runs
    "results": ("scorer", "consultant", "supervisor"),
    "users": ("administrator",),  # users and keys
    "log": ("auditor",),
    "self": PEOPLE,  # one's own sessions and password
}


# The acts an administrator reads in the log: on users, keys and the tenant, none about a candidate.
ADMINISTRATION = (
    "user.created",
    "user.changed",
    "user.deleted",
    "user.made_administrator",
    "password.reset",
    "sessions.ended",
    "approval.asked",
    "approval.approved",
    "approval.declined",
    "key.created",
    "key.revoked",
    "tenant.created",
    "tenant.changed",
)


@dataclass(frozen=True)
class Caller:
    """The caller: a person or a machine of one tenant.

    via: how the caller signed in. session: id of the session. first: signed in with a first password, which allows only
    changing it.
    """

    id: str
    tenant_id: str
    role: Role
    team: str | None = None
    via: Literal["cookie", "key", "token"] = "cookie"
    session: str | None = None
    first: bool = False


class Scope:
    """The rows within a caller's reach, as queries that an endpoint may only narrow."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller

    def candidates(self) -> Select[Any]:
        """For a consultant the caller's own, a supervisor the team's, a bulk run the tenant's; none for other roles."""
        return select(Candidate).where(Candidate.tenant_id == self.caller.tenant_id, self._reach())

    def _reach(self) -> ColumnElement[bool]:
        caller = self.caller
        if caller.role == "consultant":
            return Candidate.owner_id == caller.id
        if caller.role == "supervisor":
            team = select(User.id).where(User.tenant_id == caller.tenant_id, self._in_team())
            return (Candidate.owner_id == caller.id) | Candidate.owner_id.in_(team)
        return Candidate.id.is_not(None) if caller.role == "scorer" else false()

    def _in_team(self) -> ColumnElement[bool]:
        """Whether a user is in the caller's team. Users without a team are no team."""
        return false() if not self.caller.team else User.team == self.caller.team

    def _within_reach(self) -> Select[Any]:
        return self.candidates().with_only_columns(Candidate.id)

    def decisions(self) -> Select[Any]:
        """Decisions about candidates within reach."""
        return select(Decision).where(Decision.candidate_id.in_(self._within_reach()))

    def proposals(self) -> Select[Any]:
        """Proposed changes of candidates within reach."""
        return select(Proposal).where(Proposal.candidate_id.in_(self._within_reach()))

    def run_lists(self) -> Select[Any]:
        """Lists of bulk runs for candidates within reach."""
        return select(RunList).where(RunList.candidate_id.in_(self._within_reach()))

    def team(self) -> Select[Any]:
        """Possible owners of a supervisor's candidates: the consultants and supervisors of the team."""
        caller = self.caller
        return select(User).where(
            User.tenant_id == caller.tenant_id,
            self._in_team(),
            User.active,
            User.role.in_(MAY["cases"]),
        )

    def colleagues(self) -> Select[Any]:
        """Users whose names the log may show to a user with cases: the people of the tenant."""
        return select(User).where(User.tenant_id == self.caller.tenant_id, User.role.in_(MAY["self"]))

    def vacancies(self) -> Select[Any]:
        """The tenant's vacancies."""
        return select(Vacancy).where(Vacancy.tenant_id == self.caller.tenant_id)

    def runs(self) -> Select[Any]:
        """The tenant's bulk runs."""
        return select(Run).where(Run.tenant_id == self.caller.tenant_id)

    def users(self) -> Select[Any]:
        """The tenant's users."""
        return select(User).where(User.tenant_id == self.caller.tenant_id)

    def sessions(self) -> Select[Any]:
        """The caller's own open sessions."""
        return select(SignIn).where(SignIn.user_id == self.caller.id, SignIn.expires > now())

    def approvals(self) -> Select[Any]:
        """Acts that wait, or waited, for the approval of a second administrator of the tenant."""
        return select(Approval).where(Approval.tenant_id == self.caller.tenant_id)

    def events(self) -> Select[Any]:
        """The events in the cases of candidates within reach."""
        return select(CaseEvent).where(CaseEvent.candidate_id.in_(self._within_reach()))

    def employers(self) -> Select[Any]:
        """The tenant's employers: all colleagues see name, places and owner; ``learned`` decides about the notes."""
        return select(Employer).where(Employer.tenant_id == self.caller.tenant_id)

    def employer_names(self) -> Select[Any]:
        """Further names of the tenant's employers."""
        return select(EmployerName).where(EmployerName.tenant_id == self.caller.tenant_id)

    def learned(self) -> ColumnElement[bool]:
        """Whether the caller may read the notes on an employer, as its owner shares them.

        For an owner who has left: only supervisors may, until they name a new owner.
        """
        of_team = Employer.owner_id.in_(select(User.id).where(User.tenant_id == self.caller.tenant_id, self._in_team()))
        left = Employer.owner_id.is_(None) if self.caller.role == "supervisor" else false()
        return (
            (Employer.shared == "all")
            | left
            | (Employer.owner_id == self.caller.id)
            | ((Employer.shared == "team") & of_team)
        )

    def contacts(self) -> Select[Any]:
        """Contacts with employers: those that are shared with the caller, and the caller's own."""
        query = select(Contact).join(Employer, Employer.id == Contact.employer_id)
        shared = self.learned() | (Contact.by == self.caller.id)
        return query.where(Contact.tenant_id == self.caller.tenant_id, shared)

    def team_contacts(self) -> Select[Any]:
        """All contacts of the caller's team, to be counted; without a supervised team the caller's own."""
        team = select(User.id).where(User.tenant_id == self.caller.tenant_id, self._in_team())
        mine = Contact.by == self.caller.id
        reached = (mine | Contact.by.in_(team)) if self.caller.role == "supervisor" else mine
        return select(Contact).where(Contact.tenant_id == self.caller.tenant_id, reached)

    def wishes(self) -> Select[Any]:
        """The wishes that contacts served, of candidates within reach."""
        return select(ContactWish).where(ContactWish.candidate_id.in_(self._within_reach()))

    def disclosures(self) -> Select[Any]:
        """What employers may know of candidates within reach."""
        return select(Disclosure).where(Disclosure.candidate_id.in_(self._within_reach()))

    def placements(self) -> Select[Any]:
        """The jobs that candidates within reach have begun; without those written down by mistake."""
        return select(Placement).where(Placement.candidate_id.in_(self._within_reach()), Placement.undone.is_(None))

    def counts(self) -> Select[Any]:
        """Kept figures of the caller's team; for a caller without a team, those of the caller's own cases."""
        caller = self.caller
        mine = Count.team.is_(None) & (Count.by == caller.id)
        reached = Count.team == caller.team if caller.team else mine
        return select(Count).where(Count.tenant_id == caller.tenant_id, reached)

    def keys(self) -> Select[Any]:
        """The tenant's API keys."""
        return select(ApiKey).where(ApiKey.tenant_id == self.caller.tenant_id)

    def deliveries(self) -> Select[Any]:
        """Deliveries of the tenant's vacancies."""
        return select(Delivery).where(Delivery.tenant_id == self.caller.tenant_id)

    def notices(self) -> Select[Notice, Candidate]:
        """The caller's notices of handed-over cases, each with the case if it is within reach."""
        reached = (Candidate.id == Notice.candidate_id) & Candidate.id.in_(self._within_reach())
        query = select(Notice, Candidate).outerjoin(Candidate, reached)
        return query.where(Notice.user_id == self.caller.id)

    def administration(self) -> Select[Any]:
        """The administrative part of the tenant's log; nothing about a candidate."""
        mine = select(Entry).where(Entry.tenant_id == self.caller.tenant_id, Entry.pseudonym.is_(None))
        return mine.where(Entry.action.in_(ADMINISTRATION))

    def log(self) -> Select[Any]:
        """The tenant's log for roles that read logs; entries about candidates within reach for those who own them."""
        mine = select(Entry).where(Entry.tenant_id == self.caller.tenant_id)
        if self.caller.role in MAY["log"]:
            return mine
        names = self.candidates().with_only_columns(Candidate.pseudonym)
        return mine.where(Entry.pseudonym.in_(names))
