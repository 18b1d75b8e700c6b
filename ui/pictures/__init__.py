"""Pictures of the places that evidence names: the page with the spot marked, the strip of it around the spot.

    with Originals(path) as originals:              # the file, folder or .zip that was read
        shown = originals.pictures(evidence)        # one outcome for each `Evidence`, in their order
        for each in shown:
            match each:
                case Picture(crop=png): ...         # PNG bytes, as wide as the page
                case NoPicture(reason=sentence): ...  # why there is none, a Chinese sentence for people
        parts = originals.contexts(evidence)        # the lines before and after, of what has no pages

`pictures(evidence, whole=True)` gives the whole page too (`Picture.page`). One file alone: `Originals(path)`
whatever the evidence calls it, so that an upload may be put down under any name.

Nothing is opened in this process: workers draw, each page within `Limits.page_seconds` and the limits on
pixels and memory, and are killed where they go over them. A Word file has no pages: LibreOffice, where it is
there (`office=False` does without), makes a PDF of it once, in which the quote is looked for. Of a photo the
sheet of paper is shown, flat, since places in it are told in points of the sheet.
"""

from __future__ import annotations

from ui.pictures.originals import Context, NoPicture, Originals, Picture, Shown

__all__ = ["Context", "NoPicture", "Originals", "Picture", "Shown"]
