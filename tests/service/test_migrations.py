"""The migrations make the schema of the tables, from an empty database and from every earlier version."""

import datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from places import fresh_database
from sqlalchemy import MetaData, select

from service.store import Candidate, CandidateVersion, CaseEvent, Decision, Store, Table
from service.upgrade import _config, upgrade

pytestmark = pytest.mark.slow

VERSIONS = [s.revision for s in ScriptDirectory.from_config(_config()).walk_revisions()]


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path):
    if request.param == "postgresql":
        url = fresh_database(request.getfixturevalue("postgresql"))
    else:
        url = f"sqlite:///{tmp_path / 'd.sqlite'}"
    store = Store(url)
    yield store
    store.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_an_upgrade_from_any_version_gives_the_tables(store, version):
    upgrade(store.engine, version)
    upgrade(store.engine)
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []


def test_an_upgrade_of_what_is_up_to_date_changes_nothing(store):
    upgrade(store.engine)
    upgrade(store.engine)


BEGUN = datetime.datetime(2026, 3, 2, 9, 30, tzinfo=datetime.UTC).replace(tzinfo=None)  # as the table keeps it
ROWS = {  # what a case was before employers, placements and enrolment
    "tenant": [{"id": "t", "name": "Nord", "created": BEGUN, "vacancies_changed": 1, "chosen": "{}"}],
    "account": [{"id": "u", "tenant_id": "t", "name": "nord", "role": "consultant", "active": True, "created": BEGUN}],
    "candidate": [
        {"id": "c", "tenant_id": "t", "owner_id": "u", "label": "AB", "pseudonym": "p", "version": 1, "created": BEGUN}
    ],
    "candidate_version": [{"candidate_id": "c", "version": 1, "at": BEGUN, "by": "u", "record": "{}"}],
    "decision": [
        {
            "id": "d",
            "candidate_id": "c",
            "candidate_version": 1,
            "vacancy_id": "v",
            "vacancy_version": 1,
            "kind": "shortlist",
            "by": "u",
            "at": BEGUN,
        }
    ],
    "case_event": [
        {"id": "e", "candidate_id": "c", "kind": "shown", "vacancy_id": "v", "details": "{}", "by": "u", "at": BEGUN}
    ],
}


def test_cases_from_before_keep_all_they_had_and_are_enrolled_from_the_day_they_were_taken_up(store):
    upgrade(store.engine, "0003")
    before = MetaData()
    before.reflect(store.engine)
    with store.engine.begin() as connection:
        for name, rows in ROWS.items():
            connection.execute(before.tables[name].insert(), rows)
    upgrade(store.engine)
    with store.reading() as db:
        (case,) = db.scalars(select(Candidate))
        assert (case.label, case.enrolled, case.referred, case.in_work) == ("AB", BEGUN.date(), None, None)
        (event,) = db.scalars(select(CaseEvent))
        assert (event.kind, event.vacancy_id, event.day, event.undone) == ("shown", "v", None, None)
        assert [d.kind for d in db.scalars(select(Decision))] == ["shortlist"]
        assert db.scalars(select(CandidateVersion)).one().record == "{}"
