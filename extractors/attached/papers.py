"""What papers say: years of reports and lists, the facts on a licence, how many certificates they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.attached.columns import columns_of
from extractors.attached.headings import plain
from extractors.attached.items import Item
from extractors.fill.values import read_answer
from extractors.form import Answer, AttachmentSpec, Evidence, FormSpec, Row
from extractors.text import is_blank, narrow, nfkc, squeeze

__all__ = ["certificates", "facts", "has_report", "years"]

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)(?!年?12月31日之后)")
_YEARS = re.compile(r"(?<!\d)(20[0-4]\d)年?(?:-{1,2}|~|—+|–|至|到)(20[0-4]\d)(?!\d)")
_AUDITED = re.compile(r"审计了.{0,160}?(20[0-4]\d)年(?:12月31日|度)")
_FULL_DATE = re.compile(r"20[0-4]\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?!.{0,2}止)")
_SHORT, _TITLE, _NEAR = 60, 40, 3
_ROWS_LOOKED_AT = 500


def has_report(name: str, items: Sequence[Item], spec: AttachmentSpec) -> bool:
    """Whether a report that the attachment must have is among its papers."""
    return any(each in plain(name) for each in spec.reports) or any(
        _is_title(item, spec.reports) for item in items
    )


def _is_title(item: Item, words: Sequence[str]) -> bool:
    if item.grid is not None or len(item.text) > _SHORT:
        return False
    title = plain(item.text)
    return len(title) <= _TITLE and any(title.endswith(word) for word in words)


def years(name: str, items: Sequence[Item], spec: AttachmentSpec) -> tuple[int, ...]:
    """The years that the reports are of, or the list; none where nothing says."""
    if not spec.years:
        return ()
    found = set(_of_reports(name, items, spec) if spec.reports else _of_list(name, items, spec))
    return tuple(sorted(found))


def _in(text: str) -> Iterator[int]:
    words = squeeze(narrow(text))
    for first, last in _YEARS.findall(words):
        yield from range(int(first), min(int(last), int(first) + 9) + 1)
    yield from (int(each) for each in _YEAR.findall(words))


def _of_reports(name: str, items: Sequence[Item], spec: AttachmentSpec) -> Iterator[int]:
    """From titles and the sentence that says what was audited; a report's tables tell last year's too."""
    if any(word in plain(name) for word in spec.reports):
        yield from _in(_FULL_DATE.sub("", squeeze(narrow(name))))
    lines = [item for item in items if item.grid is None and item.written]
    for at, item in enumerate(lines):
        if _is_title(item, spec.reports):
            for near in lines[max(0, at - 1) : at + _NEAR + 1]:
                words = squeeze(narrow(near.text))
                if near is item or (len(words) <= _TITLE and ("年度" in words or "止" in words)):
                    yield from _in(_FULL_DATE.sub("", words) if "止" not in words else words)
        if audited := _AUDITED.search(squeeze(narrow(item.text))):
            yield int(audited.group(1))


def _of_list(name: str, items: Sequence[Item], spec: AttachmentSpec) -> set[int]:
    """From its title or its file's name; where these don't say, from its columns of dates."""
    heads = [item.text for item in items[: _NEAR + 3] if item.grid is None and len(item.text) <= _SHORT]
    told = {year for text in (*heads, name) for year in _in(_FULL_DATE.sub("", squeeze(narrow(text))))}
    return told or set(_of_dates(items, spec))


def _of_dates(items: Iterable[Item], spec: AttachmentSpec) -> Iterator[int]:
    for item in items:
        if item.grid is None:
            continue
        for columns in columns_of(item.grid, spec):
            for row in item.grid.rows[columns.body : columns.body + _ROWS_LOOKED_AT]:
                for column in columns.dated:
                    yield from _in(row[column].text)


def certificates(name: str, items: Sequence[Item], spec: AttachmentSpec, file: str) -> list[Row]:
    """One row for each paper that counts one: 发明专利证书 as a title, or as the name of a picture's file."""
    rows = []
    for tally in spec.tallies:
        wanted = tuple(plain(each) for each in tally.certificates)
        if not wanted:
            continue
        titled = [item for item in items if _is_title(item, wanted)]
        rows += [Row(plain(item.text), 1, tally.field, file, item.line.location) for item in titled]
        if (
            not titled
            and not any(item.grid is not None for item in items)
            and any(each in plain(name) for each in wanted)
        ):
            rows.append(Row(name, 1, tally.field, file, "文件名"))
    return rows


# --- the facts on a licence ---


def facts(items: Sequence[Item], spec: AttachmentSpec, form: FormSpec, file: str) -> Mapping[str, Answer]:
    """What a paper says of fields of the form, by path; the first place where a label stands counts."""
    labels = {label: path for path, words in spec.facts.items() for label in words}
    if not labels:
        return {}
    longest = sorted(labels, key=len, reverse=True)
    label = re.compile("|".join(r"\s*".join(map(re.escape, each)) for each in longest))
    found: dict[str, Answer] = {}
    for path, text, item in _pairs(items, labels, label):
        if path and path not in found and not is_blank(text):
            evidence = Evidence(
                file=file,
                location=item.line.location,
                quote=text.strip(),
                page=item.page,
                bbox=item.line.bbox,
            )
            answer = read_answer(form.by_path[path], text.strip(), evidence=(evidence,), printed=frozenset())
            if answer.state == "filled":
                found[path] = answer
    return found


def _pairs(
    items: Sequence[Item], labels: Mapping[str, str], label: re.Pattern[str]
) -> Iterator[tuple[str, str, Item]]:
    """(path, what is written, where) for each label that begins a line or stands behind a blank."""
    waiting: str | None = None
    for item in items:
        if item.grid is not None:
            for row in item.grid.rows:
                cells = [each.text for each in row if each.own]
                for head, cell in zip(cells, [*cells[1:], ""], strict=False):
                    if (path := labels.get(squeeze(nfkc(head)).strip(":"))) is not None:
                        yield path, cell, item
            continue
        line = narrow(item.text)
        places = [each for each in label.finditer(line) if _sets_off(line, each)]
        if not places and waiting is not None and not is_blank(line):
            yield waiting, item.text, item
            waiting = None
        for place, following in zip(places, [*places[1:], None], strict=False):
            end = following.start() if following is not None else len(line)
            path = labels[squeeze(place.group())]
            text = item.text[place.end() : end].lstrip(" \t\u3000:：")
            waiting = path if is_blank(text) else None
            if waiting is None:
                yield path, text, item


def _sets_off(line: str, place: re.Match[str]) -> bool:
    """A label begins its line, or stands behind a blank with a colon or a blank behind it."""
    before, after = line[: place.start()], line[place.end() : place.end() + 1]
    if before.strip() and not before[-1:].isspace() and before[-1:] not in ";,。)":
        return False
    return not after or after.isspace() or after == ":" or not before.strip()
