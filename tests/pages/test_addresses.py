"""The stable addresses: the command line's bytes, an entity tag, and one clear line for a mistake."""

import asyncio
import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from cast import T
from program import run
from starlette.applications import Starlette
from starlette.types import Message

from bondgenoten.ui import addresses, middleware

app = Starlette(routes=addresses.ROUTES, middleware=middleware.STACK)


@dataclass
class Answer:
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def get(path: str, method: str = "GET", **headers: str) -> Answer:
    address, _, query = path.partition("?")
    sent = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": address, "raw_path": address.encode(),
             "query_string": quote(query, safe="=&-").encode(), "headers": sent, "scheme": "http",
             "http_version": "1.1", "root_path": "", "server": ("h", 80), "client": ("c", 1)}  # fmt: skip
    answer = Answer()

    async def receive() -> Message:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {n.decode().lower(): v.decode() for n, v in message["headers"]}
        else:
            answer.body += message.get("body", b"")

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, app(scope, receive, send)).result()  # type: ignore[arg-type]
    return answer


@pytest.fixture
def served(one_network: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BONDGENOTEN_DATABASE", str(one_network))
    monkeypatch.setattr("bondgenoten.ui.data.today", lambda: T)
    return one_network


def exported(register: Path, *words: str) -> bytes:
    return run(register, "export", *words, "--as-of", "2026-11-23").stdout_bytes


@pytest.mark.parametrize(
    ("path", "words"),
    [("norm.csv?jaar=2026", ("norm", "--year", "2026")),
     ("norm.csv?vorm=excel-nl&team=lekpoort",
      ("norm", "--basisteam", "lekpoort", "--format", "excel-nl")),
     ("meetings.xlsx", ("meetings", "--format", "xlsx")),
     ("frequency.parquet?periode=maand",
      ("frequency", "--grain", "month", "--format", "parquet")),
     ("package.zip", ("package",))],
)  # fmt: skip
def test_an_address_gives_the_bytes_of_the_command_line(
    served: Path, path: str, words: tuple[str, ...]
) -> None:
    answer = get(f"/export/{path}")
    assert answer.status == 200
    found, wanted = (hashlib.sha256(b).hexdigest() for b in (answer.body, exported(served, *words)))
    assert found == wanted


def test_what_has_not_changed_is_not_sent_again(served: Path) -> None:
    from cast import fill, network

    first = get("/export/norm.csv")
    again = get("/export/norm.csv", if_none_match=f'"other", {first.headers["etag"]}')
    assert (again.status, again.body) == (304, b"")
    assert get("/export/norm.csv?jaar=2025").headers["etag"] != first.headers["etag"]
    fill(served, networks=[network("B")])
    changed = get("/export/norm.csv", if_none_match=first.headers["etag"])
    assert changed.status == 200
    assert changed.body != first.body


def test_a_file_has_its_name_its_type_and_the_security_headers(served: Path) -> None:
    headers = get("/export/norm.xlsx", method="HEAD").headers
    assert "bondgenoten-norm-2026-peildatum-2026-11-23-" in headers["content-disposition"]
    assert "spreadsheetml" in headers["content-type"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize(
    "choice",
    ["jaar=abc", "peildatum=31-12-2026", "team=nergens", "district=Atlantis", "vorm=pdf",
     "bekend=gisteren", "taal=fr", "periode=dag", "jar=2026", "netwerk=X' or 1=1"],
)  # fmt: skip
def test_a_wrong_choice_is_one_line_that_names_it(served: Path, choice: str) -> None:
    answer = get(f"/export/norm.csv?{choice}")
    assert answer.status == 400
    assert len(answer.body.decode().splitlines()) == 1
    assert choice.split("=", maxsplit=1)[0] in answer.body.decode()


@pytest.mark.parametrize("name", ["niets.csv", "norm.pdf", "norm", "package.csv", "norm.zip"])
def test_what_does_not_exist_is_not_found(served: Path, name: str) -> None:
    answer = get(f"/export/{name}")
    assert answer.status == 404
    assert name in answer.body.decode()


def test_a_year_is_refused_where_it_chooses_nothing(served: Path) -> None:
    answer = get("/export/meetings.csv?jaar=2026")
    assert (answer.status, "alle jaren" in answer.body.decode()) == (400, True)
    assert get("/export/package.zip?jaar=2026").status == 200
