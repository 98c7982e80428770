"""A cast of networks as a secretary would type them, and what a report found in them."""

from bondgenoten.intake import Report

# Amber is active since 2019, Esdoorn has ended.
NETWORKS = """\
Netwerknummer;Naam;Basisteam;Gemeente;Schaal;Gebied;Startdatum;Einddatum;\
Leden politie;Leden gemeente;Leden burgers
AMBER;Bondgenoten Amber;Lekpoort;Houten;Wijk;;1-1-2019;;1;1;6
ESDOORN;Bondgenoten Esdoorn;Lekpoort;Houten;Stad;;1-1-2019;30-6-2026;1;1;6
"""
MEETINGS = """\
Netwerknummer;Datum;Status;Soort;Thema's;Ingebracht door;Aanwezig politie;Aanwezig gemeente;Aanwezig burgers
AMBER;1-3-2026;Gehouden;Regulier;Polarisatie;Politie;1;1;5
"""
PAUSES = """\
Netwerknummer;Onderbroken vanaf;Onderbroken tot en met;Reden
AMBER;1-7-2026;31-7-2026;Zomerstop
"""
CONFIRMATIONS = """\
Basisteam;Bijgewerkt tot en met;Bevestigd op
Lekpoort;30-9-2026;10-10-2026
"""
CAST = {
    "networks": NETWORKS, "meetings": MEETINGS, "pauses": PAUSES, "confirmations": CONFIRMATIONS,
}  # fmt: skip


def with_rows(kind: str, *rows: str) -> str:
    """The headings of a kind with other rows below them."""
    return "\n".join([CAST[kind].splitlines()[0], *rows, ""])


def with_cell(kind: str, column: str, value: str) -> str:
    """The cast's file of a kind, with one cell of its first row replaced."""
    headings, first, *rest = CAST[kind].splitlines()
    cells = first.split(";")
    cells[headings.split(";").index(column)] = value
    return "\n".join([headings, ";".join(cells), *rest, ""])


def found(report: Report, severity: str = "error") -> list[tuple[str | None, str]]:
    """The cells and codes of a report."""
    return [(p.cell, p.code) for p in report.problems if p.severity == severity]
