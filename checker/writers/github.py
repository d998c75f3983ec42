"""github: workflow commands, which GitHub Actions shows beside the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator

from checker.errors import FactcheckError
from checker.judge.verdict import Flag
from checker.report import Report
from checker.writers.paths import printable_path

_COMMANDS = {"error": "error", "warning": "warning", "query": "notice"}


def write_github(report: Report, with_claims: bool = False) -> str:  # noqa: ARG001 - one signature for all formats
    """One line a flag and a line for each error; an empty string when there is neither."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for article in report.articles:
        yield from map(_flag, article.flags)
    yield from map(_error, report.errors)


def _flag(flag: Flag) -> str:
    places: dict[str, object] = {"file": printable_path(flag.path), "line": flag.line, "col": flag.column}
    if not {"\r", "\n"} & set(flag.text):
        places["endColumn"] = flag.column + len(flag.text)
    hints = "".join(f" Did you mean: {suggestion}?" for suggestion in flag.suggestions)
    return _command(_COMMANDS[flag.level], {**places, "title": flag.rule}, flag.message + hints)


def _error(error: FactcheckError) -> str:
    place = error.position
    known = {"file": printable_path(place.path), "line": place.line, "col": place.column} if place else {}
    return _command("error", {name: value for name, value in known.items() if value}, error.message)


def _command(name: str, properties: dict[str, object], message: str) -> str:
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {told}::{_data(message)}" if told else f"::{name}::{_data(message)}"


def _data(text: str) -> str:
    """What ends a command is written as GitHub's runner reads it back."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
