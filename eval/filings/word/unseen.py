"""Words in a finished .docx that a reader does not see, or that stand beside the text."""

from __future__ import annotations

from xml.sax.saxutils import escape

from eval.filings.word.reworks import Package, Rework, fragment

__all__ = ["comment", "deleted", "tiny", "vanished", "white"]


def _behind_the_first_prose(package: Package, runs: str) -> None:
    next(package.prose()).extend(fragment(runs))


def _run(words: str, properties: str) -> Rework:
    inside = f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    return lambda package: _behind_the_first_prose(package, inside)


def white(words: str) -> Rework:
    return _run(words, '<w:color w:val="FFFFFF"/>')


def vanished(words: str) -> Rework:
    return _run(words, "<w:vanish/>")


def tiny(words: str) -> Rework:
    return _run(words, '<w:sz w:val="2"/>')


def deleted(words: str) -> Rework:
    run = f'<w:r><w:delText xml:space="preserve">{escape(words)}</w:delText></w:r>'
    tracked = f'<w:del w:id="901" w:author="某" w:date="2022-11-01T09:00:00Z">{run}</w:del>'
    return lambda package: _behind_the_first_prose(package, tracked)


def comment(words: str) -> Rework:
    """On the first prose, in a comments part of its own."""

    def rework(package: Package) -> None:
        mark = '<w:commentRangeStart w:id="90"/><w:commentRangeEnd w:id="90"/><w:r><w:commentReference w:id="90"/></w:r>'
        _behind_the_first_prose(package, mark)
        package.add_comments(
            '<w:comment w:id="90" w:author="某" w:date="2022-11-01T09:00:00Z">'
            f"<w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p></w:comment>"
        )

    return rework
