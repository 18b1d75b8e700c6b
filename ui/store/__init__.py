"""The store of the pages: users, filings, what reviewers did, conversations, batches, settings, audit log.

Open it once in a process, and work as somebody:

    store = open_store()                       # st.cache_resource; makes or migrates the tables
    actor = store.accounts.local()             # no accounts: one's own machine. Raises LoginNeeded otherwise
    actor = store.accounts.resume(token)       # accounts: whose login a cookie is; None where it has ended
    desk = store.as_(actor)                    # cheap and without state: make one for each run of a page

`desk` has one topic for each part; every method looks up afresh what the user may do, and raises a
`StoreError` whose text is a sentence for the user (`NotThere` also for what the user may not see).

    desk.submissions   put, put_version, read_again, judge_again, hand_in, take_back, delete,
                       list(Filter, sort=, page=, size=) -> Page(rows, total), counts, get, note_export
    desk.contents      reading, form (corrections in force laid over), report(view=) -> Judged, mended,
                       files, file(name) -> bytes, upload, folder() as a context manager
    desk.review        correct, withdraw, corrections, in_force, judge(key, "dismissed"), judgements, decide
    desk.talks         begin, add, list, get, delete
    desk.batches       begin, set_item, retry, list, get, delete
    desk.users         list, create, change, set_password          (administrators)
    desk.settings      all, set
    desk.audit         list (administrators), of_submission (reviewers)

An upload, from file to verdict:

    outcome = check_upload(...)                            # ui.submissions, as before; nothing is kept yet
    id = desk.submissions.put(outcome.upload, outcome.reading)         # a draft; judged for both views
    id = desk.submissions.put(..., hand_in=True)                       # a reviewer's own upload
    desk.submissions.put_version(id, upload, reading)                  # mended and uploaded again
    desk.contents.report(id, view="applicant").report                  # the Report
    desk.contents.mended(id)                                           # .mended, .new, .still

A review:

    page = desk.submissions.list(Filter(text="云", verdicts=("fail",)), sort="platform", size=50)
    row = page.rows[0]; row.reviewer_view.verdict, row.figures["platform.indicators.connected_devices"]
    desk.review.correct(id, "platform.investment", "3,200.5", reason="审计报告第 3 页")   # text or value
    desk.review.judge(id, finding_key(finding), "dismissed", reason="...")
    desk.review.decide(id, "recommend", rank=1)       # "approve", "return" (reason), "reopen"

Who may what: an applicant sees their own filings; a city reviewer those of the city that were handed in, and
their own uploads; a province reviewer all that were handed in; an administrator users, settings and the audit
log, and no filing: who makes accounts is not who reads filings. Drafts are their owner's alone. The one user
of a machine without accounts may do everything. Judgements and ranks are not told to applicants; decisions
and corrections, with their reasons, are.

Where: SHENBAO_DATA (a folder), SHENBAO_DATABASE (postgresql+psycopg://…), SHENBAO_FILES (a folder or a URL of
fsspec). See docs/decisions/0010-accounts-and-store.md.
"""

from __future__ import annotations

from ui.store.errors import (
    BadArchive,
    BadValue,
    LoginFailed,
    LoginNeeded,
    NotAllowed,
    NotThere,
    StoreError,
    TooManyTries,
    Unusable,
)
from ui.store.judging import finding_key
from ui.store.opening import Desk, Store, open_store
from ui.store.places import Places
from ui.store.values import (
    ROLES,
    STATES,
    Actor,
    AuditEntry,
    AuditFilter,
    Batch,
    BatchItem,
    Correction,
    Decision,
    Filter,
    Judged,
    Judgement,
    Listed,
    Login,
    Mended,
    Page,
    Standing,
    StoredFile,
    Submission,
    Talk,
    TalkTurn,
    UserInfo,
    Version,
)

__all__ = [
    "ROLES",
    "STATES",
    "Actor",
    "AuditEntry",
    "AuditFilter",
    "BadArchive",
    "BadValue",
    "Batch",
    "BatchItem",
    "Correction",
    "Decision",
    "Desk",
    "Filter",
    "Judged",
    "Judgement",
    "Listed",
    "Login",
    "LoginFailed",
    "LoginNeeded",
    "Mended",
    "NotAllowed",
    "NotThere",
    "Page",
    "Places",
    "Standing",
    "Store",
    "StoreError",
    "StoredFile",
    "Submission",
    "Talk",
    "TalkTurn",
    "TooManyTries",
    "Unusable",
    "UserInfo",
    "Version",
    "finding_key",
    "open_store",
]
