"""terminal: flags as an editor reads them, each under the line of copy that it is about.

    story.txt:12:41 error score/draw-is-level
         12 | It ended in a 2-1 draw.
            |               ^^^^^^^^
            = a draw ends level, 2-1 draw does not
            = seen: line 3: "1-1"

Colours appear where the output is a terminal (rich decides). Text from articles is never read as markup.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from checker.errors import FactcheckError
from checker.judge.verdict import Evidence, Flag, Found
from checker.report import ArticleReport, Report
from checker.writers.excerpt import excerpt, one_line, printable, quoted

_STYLES = {"error": "bold red", "warning": "bold yellow", "query": "bold cyan"}
_QUIET = "dim"
_GUTTER = 7
"""Cells before the bar: line numbers up to 999,999."""
_NARROWEST, _WIDEST = 40, 120
"""Cells for a line of copy: below the first nothing can be read, beyond the second the eye loses the line."""


class TerminalWriter:
    """Prints articles one by one and, at the end, what they come to together."""

    def __init__(self, console: Console, verbose: bool = False, show_dismissed: bool = False) -> None:
        """`verbose` also lists what is supported, and why; `show_dismissed` the flags that reviewers have dismissed."""
        self._console = console
        self._verbose = verbose
        self._show_dismissed = show_dismissed
        self._totals: Counter[str] = Counter()

    def write(self, report: Report) -> None:
        """Everything: each article, then the errors, warnings and totals."""
        for article in report.articles:
            self.write_article(article)
        self.write_summary(report.errors, report.warnings)

    def write_article(self, article: ArticleReport) -> None:
        """The flags of one article in the order of its text, and its claims in one line."""
        for flag, reason in self._shown(article):
            self._print(*_flag_lines(flag, reason, self._room()), Text())
        if self._verbose:
            self._print(*map(_supported, (found for found in article.found if found.verdict == "supported")))
        reasons = dict.fromkeys(one_line(reason) for _, reason in article.silenced)
        silenced = _silenced(len(article.silenced), len(article.dismissed), reasons)
        self._print(Text.assemble((one_line(article.path), "bold"), f": {_claims(article.counts)}{silenced}"))
        if article.flags or self._verbose:
            self._print(Text())
        quiet = {"silenced": len(article.silenced), "dismissed": len(article.dismissed)}
        self._totals.update(article.counts, articles=1, **quiet)
        self._totals.update(flag.level for flag in article.flags)

    def write_summary(self, errors: Sequence[FactcheckError] = (), warnings: Iterable[str] = ()) -> None:
        """What could not be read, what the user should know, and what several articles come to together."""
        self._print(*(_notice("error", str(error)) for error in errors))
        self._print(*(_notice("warning", warning) for warning in warnings))
        if self._totals["articles"] + len(errors) > 1:
            self._print(Text(_total(self._totals, len(errors)), "bold"))

    def _shown(self, article: ArticleReport) -> list[tuple[Flag, str | None]]:
        """The flags to print, each with who dismissed it and why, if somebody did."""
        shown: list[tuple[Flag, str | None]] = [(flag, None) for flag in article.flags]
        if self._show_dismissed:
            shown += article.dismissed
        return sorted(shown, key=lambda item: (item[0].span, item[0].rule))

    def _room(self) -> int:
        return min(max(self._console.width - _GUTTER - 3, _NARROWEST), _WIDEST)

    def _print(self, *lines: Text) -> None:
        for line in lines:
            self._console.print(line, soft_wrap=True, highlight=False)


def _flag_lines(flag: Flag, reason: str | None, room: int) -> Iterator[Text]:
    """A flag's place, its line of copy, and what there is to say of it; `reason` says who dismissed it and why."""
    style = _STYLES[flag.level] if reason is None else _QUIET
    place = f"{one_line(flag.path)}:{flag.line}:{flag.column}"
    level = flag.level if reason is None else f"{flag.level} (dismissed)"
    yield Text.assemble((place, "bold"), " ", (level, style), " ", flag.rule)
    start = flag.span.start - flag.context_start
    shown = excerpt(flag.context, start, start + len(flag.text), room)
    yield Text.assemble(_gutter(str(flag.line)), shown.before, (shown.marked, style), shown.after)
    yield Text.assemble(_gutter(), (shown.carets, style))
    yield _note(one_line(flag.message))
    for evidence in flag.evidence:
        yield _note(_evidence(evidence), _QUIET)
    for suggestion in flag.suggestions:
        yield _note(f"did you mean: {one_line(suggestion)}", "green")
    if reason is not None:
        yield _note(f"dismissed: {one_line(reason)}", _QUIET)


def _notice(level: str, words: str) -> Text:
    return Text.assemble((level, _STYLES[level]), f": {one_line(words)}")


def _gutter(number: str = "") -> tuple[str, str]:
    return f"{number:>{_GUTTER - 1}} | ", _QUIET


def _note(words: str, style: str = "") -> Text:
    return Text.assemble((f"{'':>{_GUTTER - 1}} = ", _QUIET), (words, style))


def _evidence(evidence: Evidence) -> str:
    """Where the evidence stands and what it says."""
    if evidence.kind == "reference":
        source = f" ({one_line(evidence.source)})" if evidence.source else ""
        return f"reference: {one_line(evidence.text)}{source}"
    line = f"line {evidence.line}" if evidence.line else ""
    path = one_line(evidence.path) if evidence.kind == "article" else ""
    place = ", ".join(part for part in (path, line) if part)
    return f"seen: {place}: {quoted(evidence.text)}" if place else f"seen: {quoted(evidence.text)}"


def _supported(found: Found) -> Text:
    why = f": {'; '.join(map(one_line, found.reasons))}" if found.reasons else ""
    return Text.assemble(("supported", "green"), f" {printable(found.type)} {quoted(found.text)}{why}")


def _claims(counts: Mapping[str, int]) -> str:
    """`41 claims: 17 supported, 2 refuted, 22 not checkable`."""
    if not counts["checked"]:
        return "no claims"
    verdicts = f"{counts['supported']} supported, {counts['refuted']} refuted"
    return f"{_count(counts['checked'], 'claim')}: {verdicts}, {counts['not-enough-info']} not checkable"


def _silenced(number: int, dismissed: int, reasons: Iterable[str] = ()) -> str:
    told = "; ".join(reason for reason in reasons if reason)
    silenced = f"; {number} silenced" + (f" ({told})" if told else "") if number else ""
    return silenced + (f"; {dismissed} dismissed" if dismissed else "")


def _total(totals: Mapping[str, int], errors: int) -> str:
    """All articles together; what could not be checked is never left out."""
    flags = ", ".join(_count(totals[level], level) for level in _STYLES if totals[level]) or "no flags"
    unread = f"; {errors} could not be checked" if errors else ""
    claims = f"{_claims(totals)}{_silenced(totals['silenced'], totals['dismissed'])}{unread}"
    return f"{_count(totals['articles'], 'article')}, {flags}; {claims}"


def _count(number: int, word: str) -> str:
    if number == 1:
        return f"1 {word}"
    return f"{number} {word.removesuffix('y')}ies" if word.endswith("y") else f"{number} {word}s"
