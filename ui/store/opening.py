"""The store, opened."""

from __future__ import annotations

from ui.store.accounts import Accounts
from ui.store.audit import Audit
from ui.store.batches import Batches
from ui.store.contents import Contents
from ui.store.core import Core, Judge
from ui.store.database import Database
from ui.store.files import files_at
from ui.store.judging import judge_apart
from ui.store.places import Places, places
from ui.store.review import Review
from ui.store.settings import Settings
from ui.store.submissions import Submissions
from ui.store.talks import Talks
from ui.store.users import Users
from ui.store.values import Actor

__all__ = ["Desk", "Store", "open_store"]


class Desk:
    """The store as one user works at it. It holds nothing: make one for each run of a page."""

    def __init__(self, core: Core, actor: Actor) -> None:
        self.actor = actor
        self.submissions = Submissions(core, actor)
        self.contents = Contents(core, actor)
        self.review = Review(core, actor)
        self.talks = Talks(core, actor)
        self.batches = Batches(core, actor)
        self.users = Users(core, actor)
        self.settings = Settings(core, actor)
        self.audit = Audit(core, actor)


class Store:
    """One open store, for all users and threads of this process."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.accounts = Accounts(core)

    def as_(self, actor: Actor) -> Desk:
        """All that `actor` may see and do. There is no other way to filings."""
        return Desk(self._core, actor)

    def close(self) -> None:
        self._core.database.close()


def open_store(at: Places | None = None, *, judge: Judge = judge_apart) -> Store:
    """Open the store where the environment says (or `at`) and bring its tables up to date.

    Raises Unusable.
    """
    where = at or places()
    database = Database(where.database)
    try:
        database.bring_up_to_date()
        return Store(Core(database, files_at(where.files), judge))
    except BaseException:
        database.close()
        raise
