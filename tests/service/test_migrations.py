"""The migrations make the schema of the tables, from an empty database and from every earlier version."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from places import fresh_database

from service.store import Store, Table
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
