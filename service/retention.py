"""Deletes what is past its retention: closed candidates, withdrawn vacancies, contacts, runs, counts, log entries."""

import datetime

from sqlalchemy import delete, func, select, update

from service import audit
from service.cases.caseload import erase
from service.door.tenants import chosen
from service.erasing import Eraser
from service.phrases import Problem
from service.removals import Removals
from service.runner import OPEN
from service.settings import Settings
from service.store import Answered, Candidate, Contact, Count, Delivery, Entry, Run, SignIn, Store, Tenant, Vacancy, now

MONTH = datetime.timedelta(days=30.44)
REPEATED = datetime.timedelta(days=1)  # how long an Idempotency-Key is remembered
LONG_UNUSED = datetime.timedelta(days=90)  # silence after which the clock is doubted: a service in use logs every day
ERASE_SECONDS = 30.0  # for the bytes of deleted data to leave the files; a running service goes on after that


def check_clock(store: Store) -> None:
    """Problem if the clock is 90 days ahead of the log: a wrong clock would delete too much."""
    with store.reading() as db:
        last = db.scalar(select(func.max(Entry.at)))
    if last and now() - last > LONG_UNUSED:
        raise Problem("stop.clock", now=now().date(), last=last.date())


def apply(store: Store, settings: Settings) -> dict[str, int]:
    """Delete what is past its retention -> kind: how many. Can be stopped at any moment, and repeated."""
    moment = now()
    removals, eraser = Removals(settings.removals_file), Eraser(store)
    counts = dict.fromkeys(("candidates", "vacancies", "contacts", "runs", "log", "sessions"), 0)
    with store.reading() as db:
        tenants = {tenant.id: chosen(tenant).months(settings) for tenant in db.scalars(select(Tenant))}
    for tenant_id, months in tenants.items():
        before = {name: moment - MONTH * n for name, n in months.items()}
        counts["candidates"] += _candidates(store, removals, tenant_id, before["keep_closed_months"])
        counts["vacancies"] += _vacancies(store, tenant_id, before["keep_withdrawn_months"])
        counts["contacts"] += _contacts(store, tenant_id, before["keep_contacts_months"])
        with store.writing() as db:
            old_runs = Run.started < moment - datetime.timedelta(days=settings.keep_runs_days)
            gone = delete(Run).where(Run.tenant_id == tenant_id, old_runs, Run.state.not_in(OPEN))
            counts["runs"] += db.execute(gone.execution_options(synchronize_session=False)).rowcount  # type: ignore[attr-defined]
            counts["log"] += audit.trim(db, tenant_id, before["keep_log_months"])
            for table in (Delivery, Count):
                db.execute(delete(table).where(table.tenant_id == tenant_id, table.at < before["keep_log_months"]))
    with store.writing() as db:
        counts["sessions"] = db.execute(delete(SignIn).where(SignIn.expires < moment)).rowcount  # type: ignore[attr-defined]
        db.execute(delete(Answered).where(Answered.at < moment - REPEATED))
    eraser.deleted()
    eraser.erase(ERASE_SECONDS)
    return counts


def _candidates(store: Store, removals: Removals, tenant_id: str, before: datetime.datetime) -> int:
    """Delete candidates closed before then, one at a time, each with its entry in the log -> how many."""
    with store.reading() as db:
        query = select(Candidate.id).where(Candidate.tenant_id == tenant_id, Candidate.closed < before)
        ids = list(db.scalars(query))
    for id_ in ids:
        with store.writing() as db:
            row = db.get(Candidate, id_, with_for_update=True)
            if row is None or row.closed is None or row.closed >= before:  # opened again in the meantime
                continue
            name, version = row.pseudonym, row.version
            erase(db, id_)
            entry = audit.append(db, tenant_id, audit.COMMAND, "candidate.expired", name, candidate_version=version)
            removals.note(entry, "candidate", id_)
    return len(ids)


def _contacts(store: Store, tenant_id: str, before: datetime.datetime) -> int:
    """Contacts with employers that were had before that day; what was learned goes with them."""
    with store.writing() as db:
        db.execute(update(Tenant).where(Tenant.id == tenant_id).values(vacancies_changed=Tenant.vacancies_changed + 1))
        gone = delete(Contact).where(Contact.tenant_id == tenant_id, Contact.day < before.date())
        count = int(db.execute(gone).rowcount)  # type: ignore[attr-defined]
        if count:
            audit.append(db, tenant_id, audit.COMMAND, "contacts.expired", contacts=count)
    return count


def _vacancies(store: Store, tenant_id: str, before: datetime.datetime) -> int:
    with store.writing() as db:  # locks the tenant first, like every change of vacancies
        db.execute(update(Tenant).where(Tenant.id == tenant_id).values(vacancies_changed=Tenant.vacancies_changed + 1))
        gone = delete(Vacancy).where(Vacancy.tenant_id == tenant_id, Vacancy.withdrawn < before)
        count = int(db.execute(gone).rowcount)  # type: ignore[attr-defined]
        if count:
            audit.append(db, tenant_id, audit.COMMAND, "vacancies.expired", vacancies=count)
    return count
