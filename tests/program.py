"""The command line as it is typed, in this process: starting one for each call costs more than it says."""

from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner, Result

from bondgenoten import cli


def run(database: Path, *words: object) -> Result:
    """What the program said and with which code it ended, refusals included."""
    typed = ["bondgenoten", "--database", str(database), *map(str, words)]
    runner = CliRunner()
    with patch("sys.argv", typed), runner.isolation() as (out, err, _):
        code: object = 0
        try:
            cli.main()
        except SystemExit as stopped:
            code = stopped.code
        return Result(runner, out.getvalue(), err.getvalue(), b"", None, code or 0, None)  # type: ignore[arg-type]
