"""The one way a file is turned down as a whole: a code and the reason, never a traceback."""


class Refusal(Exception):
    """A file, or a sheet of it, that cannot be read.

    `code` is `unreadable`, `unknown_file` or `personal_data`; `reason` completes the message id
    `problem.<code>.<reason>`; `details` are the values that message names.
    """

    def __init__(self, code: str, reason: str, *, sheet: str | None = None, **details: str) -> None:
        super().__init__(f"{code}: {reason}")
        self.code = code
        self.reason = reason
        self.sheet = sheet
        self.details = details
