"""The result of a check: what every writer is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from checker.errors import FactcheckError
from checker.judge.verdict import Flag, Found, VerdictKind, with_fingerprints

VERDICTS: tuple[VerdictKind, ...] = ("supported", "refuted", "not-enough-info")


@dataclass(frozen=True)
class ArticleReport:
    """One article's flags and claims. `silenced` are flags that an `ignore:` entry keeps quiet, with its reason."""

    path: str
    sha256: str
    flags: tuple[Flag, ...]
    found: tuple[Found, ...]
    """The claims; only those that another article may refute, where nobody asked for them (`lighter`)."""
    silenced: tuple[tuple[Flag, str], ...] = ()
    dismissed: tuple[tuple[Flag, str], ...] = ()
    """Flags that a reviewer has dismissed, with who did and why."""
    counted: Mapping[str, int] = field(default_factory=dict)
    """How many claims had each verdict, kept when the claims themselves are let go."""

    @property
    def counts(self) -> dict[str, int]:
        """How many claims were checked, and how many had each verdict."""
        verdicts: list[str] = [claim.verdict for claim in self.found]
        told = self.counted or {verdict: verdicts.count(verdict) for verdict in VERDICTS}
        return {"checked": sum(told.values()), **told}

    def lighter(self, keep: Sequence[Found]) -> "ArticleReport":
        """The report with few of its claims: ten thousand articles are held in memory until the last has been read."""
        told = {verdict: count for verdict, count in self.counts.items() if verdict != "checked"}
        return replace(self, found=tuple(keep), counted=told)

    def with_flags(self, more: Sequence[Flag]) -> "ArticleReport":
        """The report with flags that other articles raised; the claims that they stand on are refuted."""
        have = {(flag.rule, flag.span) for flag in self.flags}
        new = [flag for flag in more if (flag.rule, flag.span) not in have]
        flags = sorted([*self.flags, *new], key=lambda flag: (flag.span, flag.rule))
        hit = [claim for claim in self.found if any(_stands_on(flag, claim) for flag in new)]
        told = {verdict: count for verdict, count in self.counts.items() if verdict != "checked"}
        for claim in hit:
            told[claim.verdict] -= 1
            told["refuted"] += 1
        found = tuple(claim._replace(verdict="refuted") if claim in hit else claim for claim in self.found)
        return replace(self, flags=tuple(with_fingerprints(flags)), found=found, counted=told)


def _stands_on(flag: Flag, claim: Found) -> bool:
    """Whether a flag of another article's making judges a claim: a score, or the minute of a goal."""
    judged = {"score": "score", "goal": "minute"}.get(claim.type)
    return flag.family == judged and (claim.span.holds(flag.span) or flag.span.holds(claim.span))


@dataclass(frozen=True)
class Report:
    """Every article that could be checked, and an error for each that could not."""

    articles: tuple[ArticleReport, ...]
    errors: tuple[FactcheckError, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    """What the user should know and that is no error: `ignore:` entries that silence nothing."""
