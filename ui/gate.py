"""Logging in: a form that is posted to the server, which answers with a cookie that no script can read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route

from ui.store import LoginFailed, TooManyTries
from ui.terminal import complain

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["COOKIE", "LOGIN", "LOGOUT", "REFUSALS", "ROUTES", "refuse_to_others"]

COOKIE: Final = "shenbao_login"
_LONGEST: Final = 4096  # bytes of a posted form

# What comes back in the page's address, and what it says; the address never carries a sentence.
REFUSALS: Final = {
    "failed": "登录名或密码不对，或者账号已停用。",
    "many": "登录失败的次数太多，请 15 分钟后再试。",
}
LOGIN: Final = """
<form class="login" method="post" action="/login">
  <label>登录名<input name="login" type="text" autocomplete="username" required maxlength="64"></label>
  <label>密码<input name="password" type="password" autocomplete="current-password" required></label>
  <button type="submit">登录</button>
</form>
"""
LOGOUT: Final = """
<form class="logout" method="post" action="/logout"><button type="submit">退出登录</button></form>
"""


def refuse_to_others() -> None:
    """End the program where it would serve other machines without accounts."""
    from ipaddress import ip_address

    from streamlit import config

    from ui.house import house

    address = str(config.get_option("server.address") or "")
    try:
        own = address == "localhost" or ip_address(address).is_loopback
    except ValueError:  # a name, or none at all, which stands for every address
        own = False
    if own or house().store.accounts.exist():
        return
    complain(
        f"没有启动：服务地址是“{address or '全部网卡'}”，别的机器也能打开，而还没有设立账号。"
        "请先用 shenbao admin create 登录名 建立管理员账号，或把地址改为 127.0.0.1。"
    )
    raise SystemExit(2)


async def _login(request: Request) -> Response:
    if not _from_here(request):
        return PlainTextResponse("请从登录页面登录。", status_code=403)
    body = b""
    async for each in request.stream():
        body += each
        if len(body) > _LONGEST:
            return PlainTextResponse("填写的内容太长。", status_code=413)
    said = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    login, password = (said.get(name, [""])[0] for name in ("login", "password"))
    try:
        begun = await run_in_threadpool(_begin, login, password)
    except LoginFailed:
        return RedirectResponse("/?login=failed", status_code=303)
    except TooManyTries:
        return RedirectResponse("/?login=many", status_code=303)
    answer = RedirectResponse("/", status_code=303)
    answer.set_cookie(COOKIE, begun, httponly=True, samesite="lax", secure=_encrypted(request), path="/")
    return answer


async def _logout(request: Request) -> Response:
    if not _from_here(request):
        return PlainTextResponse("请从页面上退出。", status_code=403)
    await run_in_threadpool(_end, request.cookies.get(COOKIE, ""))
    answer = RedirectResponse("/", status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax", path="/")
    return answer


def _begin(login: str, password: str) -> str:
    from ui.house import house

    return house().store.accounts.login(login, password).token


def _end(token: str) -> None:
    from ui.house import house

    house().store.accounts.logout(token)


def _from_here(request: Request) -> bool:
    """Whether the form stands on a page of ours: browsers name the page's origin with a post."""
    return urlsplit(request.headers.get("origin", "")).netloc == request.headers.get("host")


def _encrypted(request: Request) -> bool:
    """As the browser sees it, which may speak to a proxy in front of us."""
    return "https" in (request.url.scheme, urlsplit(request.headers.get("origin", "")).scheme)


ROUTES: Final = (
    Route("/login", _login, methods=["POST"]),
    Route("/logout", _logout, methods=["POST"]),
)
