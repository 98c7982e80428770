"""What must travel with figures: what they are, of when, of whom, of which version, and their limits."""

from dataclasses import dataclass
from typing import Any

from bondgenoten import store
from bondgenoten.language import Words
from bondgenoten.metrics import Question

LIMITS = ("safety", "ranking", "crime", "themes", "unknown")


@dataclass(frozen=True)
class Provenance:
    """A question, and the register that answers it."""

    question: Question
    content: str
    is_demo: bool
    teams: dict[str, str]

    def facts(self, words: Words) -> list[tuple[str, str]]:
        """A label and a text for everything a reader must know; no row counts."""
        asked = self.question
        told: list[tuple[str, str | None]] = [
            ("title", words(f"metric.{asked.name}.title")),
            ("definition", words(f"metric.{asked.name}.definition")),
            ("unit", words(f"metric.{asked.name}.unit")),
            ("as_of", words.long_date(asked.as_of)),
            ("known_at", f"{asked.known_at} UTC" if asked.known_at else words("export.now")),
            ("year", str(asked.year) if asked.year else None),
            ("grain", words(f"export.file.{asked.grain}") if asked.uses("grain") else None),
            ("part", self._part(words)),
            ("version", self.content),
            ("data", words("export.demo" if self.is_demo else "export.real")),
        ]
        return [(words(f"export.fact.{name}"), text) for name, text in told if text]

    def codes(self) -> dict[str, Any]:
        """The same for programs: codes and ISO dates."""
        asked = self.question
        return {
            "as_of": asked.as_of.isoformat(),
            "known_at": f"{asked.known_at.isoformat()}Z" if asked.known_at else None,
            "year": asked.year,
            "district": asked.district,
            "basisteam": asked.basisteam,
            "network_id": asked.network_id,
            "version": self.content[: store.SHORT],
            "register_sha256": self.content,
            "is_demo": self.is_demo,
        }

    def _part(self, words: Words) -> str:
        asked = self.question
        team = self.teams.get(asked.basisteam, asked.basisteam) if asked.basisteam else None
        chosen = [part for part in (asked.district, team, asked.network_id) if part]
        return ", ".join(chosen) or words("export.whole")


def provenance(reader: store.Reader, question: Question) -> Provenance:
    teams = dict(reader.rows("select basisteam, name from register.basisteams order by valid_from"))
    is_demo = store.about(reader)["kind"] == "demo"
    return Provenance(question, reader.content, is_demo, teams)


def limits(words: Words) -> list[str]:
    """What the figures cannot say; they go with every workbook."""
    return [words(f"definitions.cannot.{name}") for name in LIMITS]
