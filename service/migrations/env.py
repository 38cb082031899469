"""Runs Alembic's migrations on the connection from ``service.upgrade``."""

from alembic import context

from service.store import Table

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Table.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
