"""What is personal does not leave, and comes back as it was."""

import pytest

from assistant.model.mask import Mask

TEXT = "联系人何静，手机 15800002248，电话0311-87908733，代码91130302MA1205741L，邮箱 a.b@c.cn"


@pytest.mark.parametrize("secret", ["何静", "15800002248", "0311-87908733", "91130302MA1205741L", "a.b@c.cn"])
def test_it_is_hidden_and_shown_again(secret: str) -> None:
    mask = Mask(["何静"])
    hidden = mask.hide(TEXT)
    assert secret not in hidden
    assert mask.show(hidden) == TEXT


@pytest.mark.parametrize(
    "text",
    ["接入设备55,547台", "投资5883万元", "2022年11月25日", "(16)平台完成服务合同额：1286.75", "13716211元"],
)
def test_figures_are_no_personal_data(text: str) -> None:
    assert Mask().hide(text) == text


def test_the_same_value_is_the_same_mark() -> None:
    mask = Mask()
    assert mask.hide("15800002248") == mask.hide("15800002248")
    assert mask.hide("15800002249") != mask.hide("15800002248")


def test_a_mark_that_was_never_given_is_noticed() -> None:
    mask = Mask()
    assert mask.leftover(mask.show("请拨打[电话3]"))


def test_a_value_of_the_form_is_hidden_in_whatever_way_it_is_written() -> None:
    mask = Mask(values=["0335 532 3928"])
    assert mask.hide("电话 0335 532 3928") == "电话 [电话1]"


def test_where_it_is_allowed_nothing_is_hidden() -> None:
    assert Mask(["何静"], on=False).hide(TEXT) == TEXT
