"""The formats by name: each makes delivered filings of drawn ones. A new one is a line here."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Final

from eval.filings.paths import KINDS, PATHS
from eval.filings.script import Rendered
from eval.filings.word.package import stamp
from eval.formats import html, printers, reports, scans, submissions
from eval.formats.browser import printed as by_browser
from eval.formats.compositions import COMPOSITIONS, composed
from eval.formats.faithful import printed_whole
from eval.formats.filed import Filed, Filing, truth_of
from eval.formats.ofd import STYLES as OFD_STYLES
from eval.formats.ofd import ofd_of
from eval.formats.office import converted, pdfs
from eval.formats.reworked import REWORKED, locked, unmapped
from eval.formats.spots import characters, replaced_marks

__all__ = ["FORMATS", "Maker", "printed_by_office"]

Maker = Callable[[Sequence[Filing]], Iterator[Filed]]
_SIZES: Final = (
    (r'w:val="28"', 'w:val="21"'),
    (r'w:line="580"', 'w:line="400"'),
    ('w:val="32"', 'w:val="28"'),
)


def printed_by_office(
    filings: Sequence[Filing], export: str = "plain"
) -> Iterator[tuple[Filing, Rendered, bytes]]:
    """Each with its truth and what LibreOffice prints of it."""
    return iter(_printed(tuple(filings), export))


@lru_cache(maxsize=4)
def _printed(filings: tuple[Filing, ...], export: str) -> list[tuple[Filing, Rendered, bytes]]:
    drawn = {each.case: _docx(each) for each in filings}
    made = pdfs({f"{case}.docx": each.docx for case, each in drawn.items()}, export=export)
    return [(each, drawn[each.case], made[each.case]) for each in filings]


def _docx(filing: Filing) -> Rendered:
    truth = truth_of(filing)
    return dataclasses.replace(truth, docx=_shrunk(truth.docx)) if filing.small else truth


def _shrunk(docx: bytes) -> bytes:
    """The same in 10.5 points with lines of 20: what people do to save paper."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    styles = members["word/styles.xml"].decode()
    for old, new in _SIZES:
        styles = re.sub(old, new, styles)
    return stamp({**members, "word/styles.xml": styles.encode()})


def _office_pdf(filings: Sequence[Filing], export: str) -> Iterator[Filed]:
    for filing, truth, pdf in printed_by_office(filings, export):
        yield _of_pdf(filing.case, truth, pdf)


def _of_pdf(case: str, truth: Rendered, pdf: bytes) -> Filed:
    return Filed(case, {f"{case}.pdf": pdf}, truth, source=pdf, paths=printed_whole(truth, pdf))


def _word(filings: Sequence[Filing]) -> Iterator[Filed]:
    for filing in filings:
        truth = _docx(filing)
        yield Filed(filing.case, {f"{filing.case}.docx": truth.docx}, truth)


def _old_word(filings: Sequence[Filing], ending: str, how: str, called: str) -> Iterator[Filed]:
    drawn = {each.case: _docx(each) for each in filings}
    made = converted({f"{case}.docx": each.docx for case, each in drawn.items()}, to=ending, how=how)
    for case, data in made.items():
        yield Filed(case, {f"{case}.{called}": data}, drawn[case])


def _scan(filings: Sequence[Filing], way: scans.Way) -> Iterator[Filed]:
    for filing, truth, pdf in printed_by_office(filings):
        found = scans.scanned(filing.case, truth, pdf, way=way, seed=filing.seed)
        yield dataclasses.replace(found, paths=_seen_on_paper(truth, pdf))


def _seen_on_paper(truth: Rendered, pdf: bytes) -> tuple[str, ...] | None:
    whole = printed_whole(truth, pdf)
    if not replaced_marks(pdf):
        return whole
    return tuple(path for path in whole or PATHS if KINDS[path] not in ("enum", "enums", "bool"))


def _web(filings: Sequence[Filing]) -> Iterator[Filed]:
    """Styles that have a composition of their name, and all looks in turn."""
    looks = list(html.LOOKS)
    drawn = {}
    for at, filing in enumerate(filings):
        if filing.style in COMPOSITIONS:
            look = looks[(filing.seed + at) % len(looks)]
            script, blocks = composed(filing.style, filing.seed)
            drawn[f"{filing.case}-{look}"] = (script, html.page("申报书", blocks, html.LOOKS[look]))
    for case, pdf in by_browser({case: each for case, (_, each) in drawn.items()}).items():
        yield _of_pdf(case, drawn[case][0].finish(b""), pdf)


def _report(filings: Sequence[Filing]) -> Iterator[Filed]:
    looks = list(reports.LOOKS)
    for at, filing in enumerate(filings):
        if filing.style in COMPOSITIONS:
            look = looks[(filing.seed + at) % len(looks)]
            script, blocks = composed(filing.style, filing.seed)
            pdf = reports.report(blocks, reports.LOOKS[look])
            yield _of_pdf(f"{filing.case}-{look}", script.finish(b""), pdf)


def _saved(filings: Sequence[Filing]) -> Iterator[Filed]:
    styles = list(printers.STYLES)
    for at, filing in enumerate(filings):
        if filing.style in COMPOSITIONS:
            style = styles[(filing.seed + at) % len(styles)]
            script, blocks = composed(filing.style, filing.seed)
            pdf = printers.saved(blocks, printers.STYLES[style])
            yield _of_pdf(f"{filing.case}-{style}", script.finish(b""), pdf)


def _reworked(filings: Sequence[Filing], how: str) -> Iterator[Filed]:
    for filing, truth, pdf in printed_by_office(filings):
        changed, sheets = REWORKED[how](pdf)
        whole = dataclasses.replace(_of_pdf(filing.case, truth, pdf), sheets=sheets)
        yield dataclasses.replace(whole, files={f"{filing.case}.pdf": changed})


def _reportlab(filing: Filing) -> tuple[Rendered, bytes]:
    script, blocks = composed(filing.style, filing.seed)
    return script.finish(b""), reports.report(
        blocks, dataclasses.replace(reports.LOOKS["strokes"], marks="glyphs")
    )


def _ofd_of_report(filings: Sequence[Filing]) -> Iterator[Filed]:
    for filing in filings:
        truth, pdf = _reportlab(filing)
        made = ofd_of(pdf, style="runs", seed=filing.seed)
        yield dataclasses.replace(_of_pdf(filing.case, truth, pdf), files={f"{filing.case}.ofd": made})


def _first_pages(filings: Sequence[Filing]) -> Iterator[Filed]:
    """The cover and the page of 基本信息, scanned: what two pages can hold is asked."""
    for filing in filings:
        truth, pdf = _reportlab(filing)
        way = scans.Way(dataclasses.replace(scans.LOOKS["clean"], grey=True))
        found = scans.scanned(filing.case, truth, pdf, way=way, seed=filing.seed, pages=(1, 3))
        yield dataclasses.replace(found, paths=_ON_FIRST_PAGES)


def _ofd(filings: Sequence[Filing], styles: Sequence[str]) -> Iterator[Filed]:
    for at, (filing, truth, pdf) in enumerate(printed_by_office(filings)):
        made = ofd_of(pdf, style=styles[at % len(styles)], seed=filing.seed)
        yield dataclasses.replace(_of_pdf(filing.case, truth, pdf), files={f"{filing.case}.ofd": made})


def _locked(filings: Sequence[Filing]) -> Iterator[Filed]:
    for filing, truth, pdf in printed_by_office(filings):
        files = {f"{filing.case}.pdf": locked(pdf, user="123456")}
        yield Filed(filing.case, files, truth, expected={"error": "encrypted"})


def _unmapped(filings: Sequence[Filing], *, garbage: bool) -> Iterator[Filed]:
    """The page where 单位名称 stands and the next: the others have good text."""
    for filing, truth, pdf in printed_by_office(filings):
        name = str(truth.values["applicant.name"])
        on = [at for at in range(2, 9) if name[:4] in "".join(each.text for each in characters(pdf, at))]
        first = on[0] if on else 3
        broken = unmapped(pdf, pages=(first, first + 1), garbage=garbage)
        yield dataclasses.replace(_of_pdf(filing.case, truth, pdf), files={f"{filing.case}.pdf": broken})


_ON_FIRST_PAGES: Final = (
    *("cover.platform_name", "cover.applicant", "cover.recommender", "cover.filed_on", "applicant.name"),
    *("applicant.organization_code", "applicant.founded_on", "applicant.ownership"),
    *(
        "applicant.registered_capital",
        "applicant.address",
        "applicant.contact.name",
        "applicant.contact.phone",
    ),
    *("applicant.contact.title", "applicant.contact.mobile", "applicant.contact.email"),
    *("applicant.last_year_sales", "applicant.last_year_profit"),
)
FORMATS: Final[Mapping[str, Maker]] = {
    "docx": _word,
    "pdf-libreoffice": partial(_office_pdf, export="plain"),
    "pdf-tagged": partial(_office_pdf, export="tagged"),
    "pdf-untagged": partial(_office_pdf, export="untagged"),
    "pdf-archive": partial(_office_pdf, export="archive"),
    "pdf-chromium": _web,
    "pdf-reportlab": _report,
    "pdf-saved": _saved,
    **{name: partial(_reworked, how=name) for name in REWORKED},
    "pdf-locked": _locked,
    "pdf-unmapped": partial(_unmapped, garbage=False),
    "pdf-garbage": partial(_unmapped, garbage=True),
    "ofd": partial(_ofd, styles=tuple(OFD_STYLES)),
    "ofd-reportlab": _ofd_of_report,
    "doc": partial(_old_word, ending="doc", how="doc:MS Word 97", called="doc"),
    "wps": partial(_old_word, ending="doc", how="doc:MS Word 97", called="wps"),
    "rtf": partial(_old_word, ending="rtf", how="rtf:Rich Text Format", called="rtf"),
    "scan-first-pages": _first_pages,
    "scan-clean": partial(_scan, way=scans.Way(scans.LOOKS["clean"])),
    "scan-office": partial(_scan, way=scans.Way(scans.LOOKS["office"])),
    "scan-grey300": partial(_scan, way=scans.Way(scans.LOOKS["grey300"])),
    "scan-coarse150": partial(_scan, way=scans.Way(scans.LOOKS["coarse150"])),
    "scan-fax": partial(_scan, way=scans.Way(scans.LOOKS["fax"])),
    "scan-crooked": partial(_scan, way=scans.Way(scans.LOOKS["crooked"])),
    "scan-worn": partial(_scan, way=scans.Way(scans.LOOKS["worn"])),
    "scan-turned": partial(_scan, way=scans.Way(scans.LOOKS["office"], turns=True)),
    "scan-tiff": partial(_scan, way=scans.Way(scans.LOOKS["fax"], store="tiff")),
    "scan-jpgs": partial(_scan, way=scans.Way(scans.LOOKS["office"], store="jpg")),
    "scan-pen": partial(_scan, way=scans.Way(scans.LOOKS["clean"], by_hand=True, ink=(232, 70, 45))),
    "scan-filed": partial(
        _scan,
        way=scans.Way(
            scans.LOOKS["pressed"],
            by_hand=True,
            wear=("shown through", "punched", "stapled", "folded"),
            ink=(172, 25, 52),
        ),
    ),
    "scan-faint": partial(_scan, way=scans.Way(scans.LOOKS["office"], wear=("faint",), ink=(228, 120, 125))),
    "submission-folder": submissions.folders,
    "submission-zip": submissions.zips,
    "submission-copies": submissions.copies,
    "photo": partial(_scan, way=scans.Way(scans.LOOKS["office"], photo=True)),
    "photo-held": partial(
        _scan, way=scans.Way(scans.LOOKS["office"], photo=True, by_hand=True, wear=("curled", "held"))
    ),
    "photo-jpgs": partial(_scan, way=scans.Way(scans.LOOKS["office"], store="jpg", photo=True)),
}
