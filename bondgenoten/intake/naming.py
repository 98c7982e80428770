"""Whether a text that is typed by hand seems to name someone, which is asked about before it is saved.
In a file it is a warning of the report, which is read before anything is saved too."""

from collections.abc import Collection, Mapping
from pathlib import Path

from bondgenoten import store
from bondgenoten.intake.known import places
from bondgenoten.intake.name_like import is_name_like


def named(database: Path, texts: Mapping[str, str], sure: Collection[str] = ()) -> list[str]:
    """Which of the texts, by their field, seem to name someone; but for the fields of which the sender
    is sure that they do not."""
    known = places(store.reader(database)) if database.exists() else frozenset()
    return [
        field for field, text in texts.items() if field not in sure and is_name_like(text, known)
    ]
