"""write: the report, in one format a file. A writer knows nothing of rules.

`WRITERS` holds the formats that are made in one piece; `terminal` (`TerminalWriter`) prints article by
article, and `criticmarkup` writes copies of the articles.
"""

from collections.abc import Callable

from checker.report import Report
from checker.writers.github import write_github
from checker.writers.json import write_json
from checker.writers.sarif import write_sarif

Writer = Callable[[Report, bool], str]
"""Gives the whole output for a report; the second argument asks for every claim, where it has a place."""

WRITERS: dict[str, Writer] = {"json": write_json, "github": write_github, "sarif": write_sarif}

FORMATS = ("terminal", *WRITERS)
"""What `--format` takes; the first is the default."""
