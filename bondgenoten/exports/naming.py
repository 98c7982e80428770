"""What a file is called: what it holds, of which period and part, on which day, of which version."""

import re
import unicodedata

from bondgenoten import store
from bondgenoten.language import Words
from bondgenoten.metrics import METRICS, Question

PACKAGE = "package"
ENDS = {"machine": ".csv", "excel-nl": "-excel.csv", "xlsx": ".xlsx", "parquet": ".parquet"}


def file_name(question: Question, form: str, content: str, words: Words) -> str:
    """bondgenoten-norm-2026-west-utrecht-peildatum-2026-11-23-1a2b3c4d.csv"""
    is_package = question.name == PACKAGE
    parts = [
        "bondgenoten",
        words("export.file.package") if is_package else question.name,
        question.year,
        words(f"export.file.{question.grain}") if _has_grain(question) else None,
        question.district,
        question.basisteam,
        question.network_id,
        words("export.file.as_of", date=question.as_of.isoformat()),
        question.known_at
        and words("export.file.known_at", time=f"{question.known_at:%Y%m%dT%H%M%S}"),
        content[: store.SHORT],
    ]
    end = ".zip" if is_package else ENDS[form]
    return "-".join(_plain(str(part)) for part in parts if part) + end


def _has_grain(question: Question) -> bool:
    return question.name in METRICS and question.uses("grain") and question.grain != "quarter"


def _plain(text: str) -> str:
    """Letters, digits and hyphens only, so that every system takes the name."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", bare).strip("-").lower()
