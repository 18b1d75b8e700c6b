"""Names that nobody vouches for become names that every system takes."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.filenames import file_name

ROWS = [
    ("申报书.docx", "申报书.docx"),
    ("../../etc/passwd", "passwd"),
    ("C:\\材料\\申报书.docx", "申报书.docx"),
    ('平台"申报":<终稿>?.docx', "平台_申报_终稿.docx"),
    ("nul.docx", "_nul.docx"),
    ("COM1.终稿.docx", "_COM1.终稿.docx"),
    ("文件\u202excod.exe", "文件xcod.exe"),
    ("\0\n\t.docx", "申报书.docx"),
    (" . .docx", "申报书.docx"),
    ("", "申报书"),
    ("尾点. .docx", "尾点.docx"),
]


@pytest.mark.parametrize(("name", "safe"), ROWS)
def test_a_name_keeps_what_is_harmless_of_it(name: str, safe: str) -> None:
    assert file_name(name) == safe


@given(st.text(max_size=400))
def test_any_name_becomes_one_that_every_system_takes(name: str) -> None:
    safe = file_name(name)
    assert safe
    assert len(safe.encode("utf-8")) <= 255
    assert PurePosixPath(safe).name == PureWindowsPath(safe).name == safe
    assert not PureWindowsPath(safe).is_reserved()
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe == safe.rstrip(" .")
    assert file_name(safe) == safe
