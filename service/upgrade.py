"""The database's schema: made, upgraded by the migrations, and checked at start."""

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
    """Bring the schema up to date, from nothing or from any earlier version; all of it or, on an error, none.

    SQLite changes a table by making it anew: foreign keys are not held meanwhile, or its rows would take others along.
    """
    of_its_own = open_engine(engine.url.render_as_string(hide_password=False), 1, foreign_keys=False)
    with of_its_own.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise Problem("stop.migration")
    of_its_own.dispose()


def begin(engine: Engine) -> None:
    """Make the schema where the database is empty; Problem where it has another one."""
    if not inspect(engine).get_table_names():
        upgrade(engine)
    check_upgraded(engine)


def check_upgraded(engine: Engine) -> None:
    """Problem unless the schema is the one this version works with."""
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    if found != ScriptDirectory.from_config(_config()).get_current_head():
        raise Problem("stop.old_database", found=found or "-")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
