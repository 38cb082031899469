"""What Alembic runs: migrations on the connection that ``service.upgrade`` hands it."""

from alembic import context

from service.store import Table

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Table.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
