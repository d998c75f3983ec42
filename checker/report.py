"""The result of a check: what every writer is given."""

from dataclasses import dataclass, field

from checker.errors import FactcheckError
from checker.judge.verdict import Flag, Found

VERDICTS = ("supported", "refuted", "not-enough-info")


@dataclass(frozen=True)
class ArticleReport:
    """One article's flags and claims. `silenced` are flags that an `ignore:` entry keeps quiet, with its reason."""

    path: str
    sha256: str
    flags: tuple[Flag, ...]
    found: tuple[Found, ...]
    silenced: tuple[tuple[Flag, str], ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many claims were checked, and how many had each verdict."""
        told = {verdict: sum(claim.verdict == verdict for claim in self.found) for verdict in VERDICTS}
        return {"checked": len(self.found), **told}


@dataclass(frozen=True)
class Report:
    """Every article that could be checked, and an error for each that could not."""

    articles: tuple[ArticleReport, ...]
    errors: tuple[FactcheckError, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    """What the user should know and that is no error: `ignore:` entries that silence nothing."""
