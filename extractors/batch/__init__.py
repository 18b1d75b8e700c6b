"""A set of submissions, each read and checked by processes that can be killed, and what comes of it on disk.

    summary = run(plan, listener)

What came of each submission is kept in `OUT/.shenbao`, one record each, together with what it was made of:
the content of the submission, the version of readers and rules, the day, the view. A second run makes what
is missing or was made of something else, and then writes its files from the records; a run that is ended at
any moment has lost what was being read, and nothing else. Nothing here knows a notice: `Plan` brings it.
"""

from __future__ import annotations

from extractors.batch.faults import Busy, CannotWrite
from extractors.batch.orders import Brief, Done, Order
from extractors.batch.run import Listener, Plan, Summary, run

__all__ = ["Brief", "Busy", "CannotWrite", "Done", "Listener", "Order", "Plan", "Summary", "run"]
