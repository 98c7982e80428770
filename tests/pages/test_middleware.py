"""What surrounds every answer: headers, the language of the first page, packed files."""

import asyncio
import gzip
from collections.abc import Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from bondgenoten.ui import middleware

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
LONG = "let a = 1;\n" * 500

inner = Starlette(
    routes=[
        Route("/static/app.js", lambda _: PlainTextResponse(LONG)),
        Route("/static/picture.png", lambda _: PlainTextResponse(LONG, media_type="image/png")),
        Route("/_stcore/health", lambda _: PlainTextResponse("ok")),
        *middleware.ROUTES,
        Route("/{page:path}", lambda _: HTMLResponse(INDEX)),
    ],
    middleware=middleware.STACK,
)


def run(coroutine: Coroutine[Any, Any, None]) -> None:
    """Runs it in a thread of its own: the browser tests keep a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, coroutine).result()


class Answer:
    """One answer of the server, gathered."""

    def __init__(self, messages: Iterable[Message]) -> None:
        start, *parts = messages
        self.status = start["status"]
        self.headers = {n.decode().lower(): v.decode() for n, v in start["headers"]}
        self.body = b"".join(part.get("body", b"") for part in parts)


def get(path: str, *, packed: bool = False) -> Answer:
    address, _, query = path.partition("?")
    scope: Scope = {
        "type": "http", "method": "GET", "path": address, "raw_path": address.encode(),
        "query_string": query.encode(), "scheme": "http", "http_version": "1.1",
        "root_path": "", "server": ("127.0.0.1", 80), "client": ("127.0.0.1", 9),
        "headers": [(b"accept-encoding", b"gzip")] if packed else [],
    }  # fmt: skip
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    run(inner(scope, receive, send))
    return Answer(sent)


@pytest.mark.parametrize(
    ("path", "language"), [("/", "nl"), ("/norm?taal=en", "en"), ("/norm?taal=fr", "nl")]
)
def test_the_first_page_is_in_the_readers_language(path: str, language: str) -> None:
    page = get(path).body.decode()
    assert f'<html lang="{language}">' in page
    assert page.count("<html") == 1


def test_the_first_page_runs_no_inline_script_and_brings_our_own() -> None:
    page = get("/").body.decode()
    assert "<script>" not in page
    assert "./bondgenoten/page.js?" in page
    assert "./bondgenoten/style.css?" in page
    assert "<title>Streamlit" not in page


@pytest.mark.parametrize("path", ["/", "/static/app.js", "/_stcore/health"])
def test_every_answer_carries_the_security_headers(path: str) -> None:
    headers = get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "unsafe-eval" not in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy


def test_a_static_file_is_packed_for_who_can_unpack_it() -> None:
    packed = get("/static/app.js", packed=True)
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) == len(packed.body) < len(LONG) / 5
    assert gzip.decompress(packed.body).decode() == LONG
    assert get("/static/app.js").body.decode() == LONG


def test_a_picture_is_sent_as_it_is() -> None:
    assert "content-encoding" not in get("/static/picture.png", packed=True).headers


def test_our_style_and_script_are_served() -> None:
    assert b"--blue: light-dark(#004682, #8ec5ff)" in get("/bondgenoten/style.css").body
    script = get("/bondgenoten/page.js")
    assert script.headers["content-type"].startswith("text/javascript")
    assert b'"No results": "Geen resultaten"' in script.body


def test_a_websocket_passes_untouched() -> None:
    seen: list[Scope] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope)

    wrapped = middleware.Headers(middleware.Packing(middleware.FirstPage(app)))
    scope: Scope = {"type": "websocket", "path": "/_stcore/stream"}
    run(wrapped(scope, None, None))  # type: ignore[arg-type]
    assert seen == [scope]
