"""The recognition models (PP-OCRv6 small): where text is on a picture, and what one line of it says.

The model files come inside the wheel of rapidocr and are run by ONNX Runtime as they are: nothing of
rapidocr's own code runs, so nothing can be downloaded. One crop at a time at its own width costs less than
batches that are padded to the widest.
"""

from __future__ import annotations

import os
from collections import defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, NamedTuple

from extractors.readers.picture.pixels import Array
from extractors.text import narrow

__all__ = ["CROP_HEIGHT", "Letter", "heat", "is_upside_down", "read"]

_DETECTION: Final = "PP-OCRv6_det_small.onnx"
_RECOGNITION: Final = "PP-OCRv6_rec_small.onnx"
_DIRECTION: Final = "ch_ppocr_mobile_v2.0_cls_mobile.onnx"
_STEP: Final = 8  # columns of a crop that the recognition looks at as one
CROP_HEIGHT: Final = 48  # rows of a crop, set by the model
_DIRECTION_SIZE: Final = (192, 48)


class Letter(NamedTuple):
    """A character of a line: where its middle is, as a share of the crop's width, and how sure it is."""

    text: str
    at: float
    sure: float


def threads() -> int:
    """How many threads a model may take: SHENBAO_OCR_THREADS, one where it is not set."""
    asked = os.environ.get("SHENBAO_OCR_THREADS", "")
    return max(1, int(asked)) if asked.isdecimal() else 1


def heat(image: Array) -> Array:
    """How much each pixel looks like text (0-1). `image`: H x W x 3, H and W multiples of 32."""
    found: Array = _run(_DETECTION, image)[0, 0]
    return found


def read(crop: Array) -> list[Letter]:
    """The characters of one line. `crop`: 48 x W x 3, upright."""
    import numpy as np

    odds = _run(_RECOGNITION, crop)[0]
    best = odds.argmax(axis=1)
    sure = odds[np.arange(len(best)), best]
    alphabet, doubles = _alphabet()
    for step in np.flatnonzero(best):
        if (same := doubles.get(int(best[step]))) is not None:
            sure[step] = odds[step, same].sum()
    letters: list[Letter] = []
    start = 0
    while start < len(best):
        end = start + 1
        while end < len(best) and best[end] == best[start]:
            end += 1
        if best[start]:
            middle = start + float(np.average(np.arange(end - start), weights=sure[start:end]))
            share = (middle + 0.5) / len(best)
            letters.append(Letter(alphabet[best[start]], share, float(sure[start:end].max())))
        start = end
    return letters


def is_upside_down(crop: Array) -> float:
    """How likely it is (0-1) that a line's crop (H x W x 3) stands on its head."""
    import cv2

    width, height = _DIRECTION_SIZE
    scaled = cv2.resize(crop, (min(width, max(1, round(crop.shape[1] * height / crop.shape[0]))), height))
    padded = cv2.copyMakeBorder(
        scaled, 0, 0, 0, width - scaled.shape[1], cv2.BORDER_CONSTANT, value=(128, 128, 128)
    )
    return float(_run(_DIRECTION, padded)[0, 1])


def _run(model: str, image: Array) -> Array:
    import numpy as np

    values = (image.astype(np.float32) / 127.5 - 1.0).transpose(2, 0, 1)[None]
    session = _session(model)
    result: Array = session.run(None, {session.get_inputs()[0].name: values})[0]
    return result


@cache
def _alphabet() -> tuple[tuple[str, ...], dict[int, list[int]]]:
    """The character of each class (0 is none), and the classes that only differ in width: ( and （."""
    known = _session(_RECOGNITION).get_modelmeta().custom_metadata_map["character"]
    characters = ("", *known.splitlines(), " ")
    groups: dict[str, list[int]] = defaultdict(list)
    for index, character in enumerate(characters):
        groups[narrow(character)].append(index)
    return characters, {index: group for group in groups.values() if len(group) > 1 for index in group}


@cache
def _session(model: str) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    path = _models() / model
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@cache
def _models() -> Path:
    found = find_spec("rapidocr")  # looked up, not imported: its imports take half a second
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "models"
