"""What Alembic runs: always over the connection that the store opened."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

import ui.store.tables  # noqa: F401 - declares the tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
