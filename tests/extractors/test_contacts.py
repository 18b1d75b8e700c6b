import pytest

from extractors.contacts import email_ok, mobile_ok, phone_ok


@pytest.mark.parametrize(
    "text",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "+86 13800138000",
        "13800138000、19900139000",
    ],
)
def test_a_mobile_number_may_be_written_so(text: str) -> None:
    assert mobile_ok(text)


@pytest.mark.parametrize(
    "text", ["", "12800138000", "1380013800", "138001380000", "0311-87654321", "张某", "13800138000、无"]
)
def test_a_mobile_number_is_not_written_so(text: str) -> None:
    assert not mobile_ok(text)


@pytest.mark.parametrize(
    "text",
    [
        "0311-87654321",
        "031187654321",
        "（0311）87654321",
        "0311—87654321",
        "0311-87654321-801",
        "0311-87654321转801",
        "010-62345678",
        "0086-311-87654321",
        "+86 311 87654321",
        "87654321",
        "7654321",
        "400-123-4567",
        "4001234567",
        "13800138000",
        "95588",
        "0311-87654321/0311-87654322",
        "0311-87654321（办公室）",
    ],
)
def test_a_phone_number_may_be_written_so(text: str) -> None:
    assert phone_ok(text)


@pytest.mark.parametrize(
    "text", ["", "0311-876", "12345", "0311-876543210", "011-87654321", "1380013800", "见附件"]
)
def test_a_phone_number_is_not_written_so(text: str) -> None:
    assert not phone_ok(text)


@pytest.mark.parametrize(
    "text", ["a@b.com", "zhang.san@mail.example.com.cn", "a\uff20b.com", "a_b+c@b-c.cn", "a@b.com；c@d.cn"]
)
def test_an_address_may_be_written_so(text: str) -> None:
    assert email_ok(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a@b",
        "ab.com",
        "a@@b.com",
        "张三@b.com",
        "a@b..com",
        "a@-b.com",
        "a@b-.com",
        ".a@b.com",
        "a.@b.com",
        "@b.com",
    ],
)
def test_an_address_is_not_written_so(text: str) -> None:
    assert not email_ok(text)
