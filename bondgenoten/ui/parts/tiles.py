"""The tile map: an equal square for each basisteam, at its place in the grid, never a real border."""

import streamlit as st

from bondgenoten.answers import Row, records, teams_of, worst_status
from bondgenoten.palette import MARKS, Mark
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, link, shape
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.marks import legend

ROOMY = 7  # more columns than this leave no room for words in a square
WIDEST = 30


def tile_map(page: Page) -> None:
    """The basisteams in scope; a square opens the team's page."""
    say = page.words
    teams = records(teams_of(page.compliance, page.filters.scope))
    columns, first_row, first_column = _grid(teams)
    tiles = [_tile(page, team, first_row, first_column, columns) for team in teams]
    kind = "tiles" + (" flowing" if not columns else "" if columns <= ROOMY else " dense")
    drawn = element(
        "ul", tiles, class_=kind, style=f"--columns: {columns or 12}", aria_label=say("tiles.title")
    )
    over = "over" if page.answer.is_over else "running"
    head = heading(say("tiles.title"), say(f"tiles.subtitle.{over}"))
    st.html(element("section", head, drawn, legend(say), class_="tile-map"))


def _grid(teams: list[Row]) -> tuple[int, int, int]:
    """Columns and the first row and column in use; no columns where places are missing or shared."""
    places = {(team["grid_row"], team["grid_column"]) for team in teams}
    if not teams or len(places) < len(teams) or any(None in place for place in places):
        return 0, 0, 0
    rows, columns = zip(*places, strict=True)
    width = max(columns) - min(columns) + 1
    return (width, min(rows), min(columns)) if width <= WIDEST else (0, 0, 0)


def _tile(page: Page, team: Row, first_row: int, first_column: int, columns: int) -> Safe:
    say = page.words
    status = worst_status(team)
    mark = MARKS[status] if status else Mark("open", "none")
    count = sentences.of_course(say, team, page.answer.is_over)
    word = say(f"status.{status}") if status else say("count.no_network")
    row, column = (
        (team["grid_row"] or 0) - first_row + 1,
        (team["grid_column"] or 0) - first_column + 1,
    )
    said = f"{team['name']}: {count}, {word}" if status else f"{team['name']}: {count}"
    is_small = columns > ROOMY  # the square has room for its shape alone
    written = (
        element("span", team["name"], class_="name"),
        element("span", shape(mark.shape), element("span", count, class_="count"), class_="state"),
        element("span", word if status else "", class_="unseen word"),
    )
    inner = link(
        page.link("basisteam", basisteam=team["key"]),
        shape(mark.shape) if is_small else written,
        title=said,
        aria_label=said if is_small else None,
    )
    return element(
        "li",
        inner,
        class_=f"tile tone-{mark.tone}",
        style=f"grid-row: {row}; grid-column: {column}" if columns else None,
    )
