"""Stable addresses of the files: /export/norm.csv?jaar=2026&peildatum=..., for Excel and pandas.

The same bytes as the command line. An address that cannot be answered says in one line why not.
"""

from datetime import UTC, datetime
from itertools import chain

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bondgenoten import metrics, store
from bondgenoten.exports.delivery import PACKAGE, Delivery, delivery
from bondgenoten.language import words

ENDS = {".xlsx": "xlsx", ".parquet": "parquet", ".csv": "machine"}
CSV_FORMS = ("machine", "excel-nl")
CHOICES = ("jaar", "peildatum", "district", "team", "netwerk", "periode", "bekend", "vorm", "taal")
NL = words("nl")


class Wrong(Exception):
    """A choice in the address that cannot be used; its text is what the sender reads."""


async def _answer(request: Request) -> Response:
    try:
        asked = dict(request.query_params)
        file = await to_thread.run_sync(_asked, request.path_params["name"], asked)
    except KeyError:
        return _line("export.unknown", 404, name=request.path_params["name"])
    except Wrong as wrong:
        return PlainTextResponse(f"{wrong}\n", 400)
    except (store.Missing, store.Damaged):
        return _line("export.unreadable", 503)
    mark = f'"{await to_thread.run_sync(lambda: file.mark)}"'
    headers = {"etag": mark, "cache-control": "private, no-cache"}
    if _is_known(request.headers.get("if-none-match", ""), mark):
        return Response(status_code=304, headers=headers)
    headers |= {
        "content-disposition": f'attachment; filename="{file.name}"',
        "content-type": file.media_type,
    }
    if request.method == "HEAD":
        return Response(headers=headers)
    parts = file.parts()
    # The query runs before the answer begins, so that what fails is an error and not half a file.
    first = await to_thread.run_sync(next, parts)
    return StreamingResponse(chain([first], parts), headers=headers)


def _asked(name: str, asked: dict[str, str]) -> Delivery:
    """The file an address names. KeyError for an unknown one, Wrong for an unusable choice."""
    metric, end = _split(name)
    reader = store.reader(store.location())
    form = _one_of("vorm", asked, CSV_FORMS) or ENDS.get(end, "machine")
    question = _question(metric, asked)
    return delivery(reader, question, form, words(_one_of("taal", asked, ("nl", "en")) or "nl"))


def _question(metric: str, asked: dict[str, str]) -> metrics.Question:
    # Imported here: a cached function needs the runtime, which starts after the launcher is read.
    from bondgenoten.ui import choices, data, filters  # noqa: PLC0415

    register = data.open_register(store.location())
    known = {name: value for name, value in asked.items() if name in filters.QUESTION}
    unknown = [name for name in asked if name not in CHOICES]
    chosen, wrong = choices.read(
        known, register.as_of, register.teams, register.networks(), register.events()
    )
    if unknown:
        allowed = ", ".join(CHOICES)
        raise Wrong(NL("export.unknown_choice", name=unknown[0], known=allowed))
    if "jaar" in asked and not metrics.takes_year(metric):
        raise Wrong(NL("export.every_year"))
    if wrong:
        raise Wrong(NL("export.wrong_choice", name=wrong[0], value=asked[wrong[0]]))
    return chosen.question(metric, _moment(asked.get("bekend", "")))


def _split(name: str) -> tuple[str, str]:
    metric, dot, end = name.rpartition(".")
    is_package = (metric, end) == (PACKAGE, "zip")
    if not is_package and (metric not in metrics.METRICS or f"{dot}{end}" not in ENDS):
        raise KeyError(name)
    return metric, f".{end}"


def _one_of(name: str, asked: dict[str, str], allowed: tuple[str, ...]) -> str | None:
    value = asked.get(name)
    if value is not None and value not in allowed:
        raise Wrong(NL("export.wrong_choice", name=name, value=value))
    return value


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Wrong(NL("export.wrong_choice", name="bekend", value=text)) from None
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _is_known(sent: str, mark: str) -> bool:
    marks = [one.strip().removeprefix("W/") for one in sent.split(",")]
    return mark in marks or marks == ["*"]


def _line(message: str, status: int, **values: str) -> Response:
    return PlainTextResponse(NL(message, **values) + "\n", status)


ROUTES = [Route("/export/{name}", _answer, methods=["GET", "HEAD"])]
