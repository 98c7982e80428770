"""What surrounds every answer of the server: security headers, compression, the page's language.

Streamlit's own index.html is English, refers to nothing of ours and is sent uncompressed; it is
rewritten here on its way out.
"""

import gzip
import json
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bondgenoten import palette
from bondgenoten.language import catalogue, words

ASSETS = Path(__file__).parent / "assets"
STYLE = palette.stylesheet().encode() + b"".join(
    (ASSETS / name).read_bytes() for name in ("style.css", "review.css", "print.css")
)
DUTCH = {  # what Streamlit says in English, and how we say it
    words("en")(message.id): words("nl")(message.id)
    for message in catalogue("en")
    if isinstance(message.id, str) and message.id.startswith("streamlit.")
}
SCRIPT = (
    (ASSETS / "page.js")
    .read_text("utf-8")
    .replace("const DUTCH = {}", f"const DUTCH = {json.dumps(DUTCH)}")
    .encode()
)
MARK = sha256(STYLE + SCRIPT).hexdigest()[:12]
WORTH_PACKING = ("text/", "application/javascript", "application/json", "image/svg")
HEADERS = {
    # No 'unsafe-eval' and no inline script; emotion and plotly do write inline styles.
    "content-security-policy": "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
}


class Headers:
    """Adds the security headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                added = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                message["headers"] = [*_without(message["headers"], *HEADERS), *added]
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class Packing:
    """Compresses Streamlit's static files, once each: their names change with their content."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._packed: dict[str, Response] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _asks_for_packed_file(scope):
            await self.app(scope, receive, send)
            return
        if scope["path"] not in self._packed:
            response = await _whole(
                self.app, {**scope, "headers": _without(scope["headers"], "range")}, receive
            )
            if response.status_code != 200 or not _worth_packing(response):
                await response(scope, receive, send)
                return
            response.body = gzip.compress(response.body, 6)
            response.headers.update(
                {
                    "content-encoding": "gzip",
                    "content-length": str(len(response.body)),
                    "vary": "accept-encoding",
                }
            )
            self._packed[scope["path"]] = response
        await self._packed[scope["path"]](scope, receive, send)


class FirstPage:
    """Gives index.html the reader's language, our style and our script; drops its inline script."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _asks_for_first_page(scope):
            await self.app(scope, receive, send)
            return
        # Never "not modified": the same file is sent in two languages.
        bare = _without(scope["headers"], "if-none-match", "if-modified-since", "accept-encoding")
        response = await _whole(self.app, {**scope, "headers": bare}, receive)
        if response.headers.get("content-type", "").startswith("text/html"):
            language = "en" if _asked(scope, "taal") == "en" else "nl"
            response = _rewritten(response, language)
        await response(scope, receive, send)


def _rewritten(response: Response, language: str) -> Response:
    page = bytes(response.body).decode()
    before, _, after = page.partition("<script>")
    page = before + after.partition("</script>")[2] if after else page
    page = page.replace('<html lang="en">', f'<html lang="{language}">')
    page = page.replace("<title>Streamlit</title>", "<title>Bondgenoten</title>")
    ours = (
        f'<link rel="stylesheet" href="./bondgenoten/style.css?{MARK}" />'
        f'<script defer src="./bondgenoten/page.js?{MARK}"></script>'
    )
    page = page.replace("</head>", f"{ours}</head>")
    return Response(page, media_type="text/html", headers={"cache-control": "no-cache"})


async def _whole(app: ASGIApp, scope: Scope, receive: Receive) -> Response:
    """Asks the inner application and collects its answer, headers and body, as one response."""
    response = Response()
    body: list[bytes] = []

    async def collect(message: Message) -> None:
        if message["type"] == "http.response.start":
            response.status_code = message["status"]
            response.raw_headers = list(message["headers"])
        else:
            body.append(message.get("body", b""))

    await app(scope, receive, collect)
    response.body = b"".join(body)
    return response


def _asks_for_packed_file(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or "/static/" not in scope["path"]:
        return False
    return b"gzip" in dict(scope["headers"]).get(b"accept-encoding", b"")


def _asks_for_first_page(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    is_file = "." in scope["path"].rsplit("/", 1)[-1]
    return not is_file and not any(
        part in scope["path"] for part in ("/_stcore", "/media", "/component")
    )


def _worth_packing(response: Response) -> bool:
    kind = response.headers.get("content-type", "")
    return kind.startswith(WORTH_PACKING) and len(response.body) > 1000


def _asked(scope: Scope, name: str) -> str:
    return parse_qs(scope["query_string"].decode("latin-1")).get(name, [""])[0]


def _without(headers: list[tuple[bytes, bytes]], *names: str) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in headers if name.decode("latin-1").lower() not in names]


def _file(content: bytes, media_type: str) -> Response:
    return Response(
        content, media_type=media_type, headers={"cache-control": "public, max-age=31536000"}
    )


async def _style(_: Request) -> Response:
    return _file(STYLE, "text/css")


async def _script(_: Request) -> Response:
    return _file(SCRIPT, "text/javascript")


STACK = [Middleware(Headers), Middleware(Packing), Middleware(FirstPage)]
ROUTES = [Route("/bondgenoten/style.css", _style), Route("/bondgenoten/page.js", _script)]
