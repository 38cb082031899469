"""Makes, upgrades and checks the database's schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from service.phrases import Problem
from service.store import open_engine

MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the schema up to date, from an empty database or any earlier version. An error leaves it as it was.

    SQLite changes a table by making it anew. Foreign keys are off meanwhile: dropping the old table would delete the
    rows that refer to it.
    """
    migrating = open_engine(engine.url.render_as_string(hide_password=False), 1, foreign_keys=False)
    try:
        with migrating.begin() as connection:
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise Problem("stop.migration")
    finally:
        migrating.dispose()


def begin(engine: Engine) -> None:
    """Make the schema in an empty database; Problem if the database has one of another version."""
    if not inspect(engine).get_table_names():
        upgrade(engine)
    check_upgraded(engine)


def check_upgraded(engine: Engine) -> None:
    """Problem unless the schema is of this version."""
    with engine.connect() as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
    if revision != ScriptDirectory.from_config(_config()).get_current_head():
        raise Problem("stop.old_database", found=revision or "-")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
