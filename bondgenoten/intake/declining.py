"""A change that is declined: its reason as a code, and the words for it. Files are refused elsewhere."""

from datetime import date
from typing import Any, ClassVar

from bondgenoten.language import Words


class Declined(Exception):
    """Nothing was written. The words are `<room>.<code>`, with `values` filled in."""

    room: ClassVar[str]

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def said(self, say: Words) -> str:
        """The reason for a person."""
        return say(
            f"{self.room}.{self.code}", **{k: _said(k, v, say) for k, v in self.values.items()}
        )


def _said(name: str, value: Any, say: Words) -> Any:
    if isinstance(value, date):
        return say.date(value)
    if isinstance(value, list):
        return ", ".join(say.date(day) for day in value)
    return say(f"personal.{value}") if name == "personal" else value
