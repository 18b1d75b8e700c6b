"""Ink that hangs a footnote or a comment on a value now and then, each with a figure of its own."""

from __future__ import annotations

from random import Random
from xml.sax.saxutils import escape

from eval.filings.word.ink import LivedInInk, text_xml
from eval.filings.word.inks import SHORT, spoiled
from eval.filings.word.nodes import Text


class AnnotatedInk(LivedInInk):
    def __init__(self, rng: Random) -> None:
        super().__init__(rng, cut=0.03)
        self.notes: list[str] = []
        self.remarks: list[str] = []

    def text(self, node: Text) -> str:
        shown = super().text(node)
        if node.role != "value" or not node.path or not node.text or len(node.text) > SHORT:
            return shown
        draw = self.rng.random()
        if draw < 0.25:
            self.notes.append(
                f"此前填报为{spoiled(self.rng, node.text)}，数据截至{self.rng.randint(2019, 2021)}年底。"
            )
            mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{len(self.notes)}"/></w:r>'
            return shown + mark
        if draw < 0.45:
            self.remarks.append(f"核对：应为{spoiled(self.rng, node.text)}？")
            at = len(self.remarks)
            return (
                f'<w:commentRangeStart w:id="{at}"/>{shown}<w:commentRangeEnd w:id="{at}"/>'
                f'<w:r><w:commentReference w:id="{at}"/></w:r>'
            )
        return shown

    def footnotes(self) -> str:
        """Inner XML of the footnotes part; the two separators that Word wants come first."""
        separators = (
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        )
        return separators + "".join(
            f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteRef/></w:r><w:r>{text_xml(note)}</w:r></w:p></w:footnote>'
            for at, note in enumerate(self.notes, 1)
        )

    def comments(self) -> str:
        return "".join(
            f'<w:comment w:id="{at}" w:author="审核" w:initials="S" w:date="2022-11-09T10:00:00Z">'
            f"<w:p><w:r><w:t>{escape(remark)}</w:t></w:r></w:p></w:comment>"
            for at, remark in enumerate(self.remarks, 1)
        )
