"""A user's talk: with which filings, where it stands, and how the store keeps it.

One kept talk is about the notice alone or about one filing, and goes when that filing is deleted. A talk
about several filings is not kept: it would hold words of each after another was deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answer import EmptyQuestion
from assistant.conversation import Conversation
from assistant.desk import Desk as Talk
from assistant.filing.filing import Filing
from assistant.model.settings import Settings, settings
from extractors.rules import View
from notices import load
from ui.said import Said
from ui.session import Session, Turn
from ui.store import Desk, Listed, NotThere
from ui.worker import NOTICE, demands

__all__ = ["answer", "begin_afresh", "keeps", "model", "sit_down", "take_up"]


def model(store: Desk) -> Settings | None:
    """The model to use: as an administrator set it, else as the environment does. Raises SettingsError."""
    chosen = store.settings.all()["endpoint"]
    return settings(endpoint=chosen.get("base_url") or None, model=chosen.get("model") or None)


def keeps(about: Sequence[str]) -> bool:
    return len(about) <= 1


def begin_afresh(present: Session, about: Sequence[str] = ()) -> None:
    """An empty talk about these filings; what was kept of the one before stays in the store."""
    present.talk, present.talk_id, present.cited = None, "", ("", "")
    present.turns, present.state = [], {}
    present.about, present.seated = tuple(about), ()


def take_up(store: Desk, present: Session, talk_id: str) -> None:
    """Go on with a talk that the store has kept. Raises NotThere."""
    found = store.talks.get(talk_id)
    begin_afresh(present, (found.submission,) if found.submission else ())
    present.talk_id = found.id
    present.turns = [Turn(each.question, Said.from_dict(each.reply)) for each in found.turns]
    present.state = found.state


def sit_down(store: Desk, present: Session, *, view: View, chosen: Settings | None) -> Talk:
    """The talk with its filings at hand; one that has them already goes on as it is."""
    talk = present.talk or Talk(load(NOTICE), conversation=Conversation.of(present.state.get("notice", {})))
    rows = _rows(store, present)
    seated = (view, *((each.id, each.changed) for each in rows))
    if seated != present.seated:
        _seat(store, present, talk, rows, view)
        present.seated = seated
    talk.assistant = None
    if chosen is not None:
        from assistant.index.embedding import choose
        from assistant.model.respond import Assistant

        filings = list(talk.talk.filings) if talk.talk is not None else []
        embedding = choose(chosen) if filings else None
        talk.assistant = Assistant(chosen, talk.notice, filings, offline=talk.aside, embedding=embedding)
    present.talk = talk
    return talk


def _rows(store: Desk, present: Session) -> list[Listed]:
    """The filings in talk as they are now; one that is gone is no longer talked about."""
    found = []
    for each in present.about:
        try:
            found.append(store.submissions.get(each).listed)
        except NotThere:
            begin_afresh(present, tuple(other for other in present.about if other != each))
    return found


def _seat(store: Desk, present: Session, talk: Talk, rows: Sequence[Listed], view: View) -> None:
    from assistant.filing.talk import Last
    from assistant.filing.talk import Talk as OfFilings

    before = talk.talk.last if talk.talk is not None else Last.of(present.state.get("filings", {}))
    filings = [
        Filing(
            store.contents.form(each.id),
            store.contents.report(each.id, view=view).report,
            "" if len(rows) == 1 else each.platform or each.name,
        )
        for each in rows
    ]
    talk.talk = OfFilings(filings, talk.notice, demands(NOTICE).rules, last=before) if filings else None


def answer(
    store: Desk,
    present: Session,
    question: str,
    *,
    first: Callable[[Said], None],
    tell: Callable[[str], None],
) -> None:
    """Ask, show, keep. `first` gets the answer without a model at once, `tell` a model's sentences."""
    talk = present.talk
    assert talk is not None, "one sits down before one asks"
    try:
        reply = talk.offline(question)
    except EmptyQuestion as error:
        present.turns.append(Turn(question, str(error)))
        return
    name = ""
    if talk.assistant is not None:
        name = talk.assistant.settings.model
        first(Said.of(reply))
        reply = talk.assistant.answer(reply, tell=tell)
    said = Said.of(reply, model=name)
    present.turns.append(Turn(question, said))
    if keeps(present.about):
        _keep(store, present, question, said)


def _keep(store: Desk, present: Session, question: str, said: Said) -> None:
    assert present.talk is not None, "it has just been asked"
    if not present.talk_id:
        about = present.about[0] if present.about else None
        present.talk_id = store.talks.begin(submission_id=about)
    notice, filings = present.talk.state()
    state = {"notice": dict(notice), "filings": dict(filings)}
    store.talks.add(present.talk_id, question, said.as_dict(), state=state)
    present.state = state
