"""Alembic's environment: the program hands over an open connection inside its transaction.

`migrator.py` opens that transaction, so that tables, rows and the stored revision change
together or not at all. There is no offline mode and no `alembic.ini`.
"""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
