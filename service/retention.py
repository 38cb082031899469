"""What is past its time goes: closed candidates, withdrawn vacancies, lists, sessions, answers, the log's oldest."""

import datetime

from sqlalchemy import delete, select, update

from service import audit
from service.caseload import erase
from service.runner import OPEN
from service.settings import Settings
from service.store import Answered, Candidate, Run, SignIn, Store, Tenant, Vacancy, now

MONTH = datetime.timedelta(days=30.44)
REPEATED = datetime.timedelta(days=1)  # how long an Idempotency-Key is remembered


def apply(store: Store, settings: Settings) -> dict[str, int]:
    """Delete what is past its retention; how many of each kind went. Can be repeated, and stopped at any moment."""
    moment = now()
    counts = dict.fromkeys(("candidates", "vacancies", "runs", "log", "sessions"), 0)
    with store.reading() as db:
        tenants = list(db.scalars(select(Tenant.id)))
    for tenant_id in tenants:
        counts["candidates"] += _candidates(store, tenant_id, moment - MONTH * settings.keep_closed_months)
        counts["vacancies"] += _vacancies(store, tenant_id, moment - MONTH * settings.keep_withdrawn_months)
        with store.writing() as db:
            old = Run.started < moment - datetime.timedelta(days=settings.keep_runs_days)
            gone = delete(Run).where(Run.tenant_id == tenant_id, old, Run.state.not_in(OPEN))
            counts["runs"] += db.execute(gone.execution_options(synchronize_session=False)).rowcount  # type: ignore[attr-defined]
            counts["log"] += audit.trim(db, tenant_id, moment - MONTH * settings.keep_log_months)
    with store.writing() as db:
        counts["sessions"] = db.execute(delete(SignIn).where(SignIn.expires < moment)).rowcount  # type: ignore[attr-defined]
        db.execute(delete(Answered).where(Answered.at < moment - REPEATED))
    store.overwrite_deleted()
    return counts


def _candidates(store: Store, tenant_id: str, before: datetime.datetime) -> int:
    """Candidates closed before then, one at a time, each with its line in the log."""
    with store.reading() as db:
        query = select(Candidate.id).where(Candidate.tenant_id == tenant_id, Candidate.closed < before)
        ids = list(db.scalars(query))
    for id_ in ids:
        with store.writing() as db:
            row = db.get(Candidate, id_, with_for_update=True)
            if row is None or row.closed is None or row.closed >= before:  # opened again in the meantime
                continue
            name, version = audit.pseudonym_of(db, id_), row.version
            erase(db, id_)
            audit.append(db, tenant_id, audit.COMMAND, "candidate.expired", name, candidate_version=version)
    return len(ids)


def _vacancies(store: Store, tenant_id: str, before: datetime.datetime) -> int:
    with store.writing() as db:  # the tenant first, as those who put vacancies in
        db.execute(update(Tenant).where(Tenant.id == tenant_id).values(vacancies_changed=Tenant.vacancies_changed + 1))
        gone = delete(Vacancy).where(Vacancy.tenant_id == tenant_id, Vacancy.withdrawn < before)
        count = int(db.execute(gone).rowcount)  # type: ignore[attr-defined]
        if count:
            audit.append(db, tenant_id, audit.COMMAND, "vacancies.expired", vacancies=count)
    return count
