"""A form that was read and judged, once for all tests of what is made of one."""

import pytest

from extractors.rules import Context
from tests.ui.altered import faulty, hostile
from ui.submissions import Checked, Upload, check_upload
from ui.worker import NOTICE


def _checked(name: str, data: bytes) -> Checked:
    outcome = check_upload(Upload(name, data), notice_id=NOTICE, context=Context(), tell=lambda _: None)
    assert isinstance(outcome, Checked), outcome
    return outcome


@pytest.fixture(scope="session")
def checked_faulty() -> Checked:
    """The filing that breaks `altered.BREAKS`."""
    return _checked("某平台申报书.docx", faulty())


@pytest.fixture(scope="session")
def checked_hostile() -> Checked:
    """The filing whose address is `altered.HOSTILE`."""
    return _checked("=HYPERLINK(1).docx", hostile())
