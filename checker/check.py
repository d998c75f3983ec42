"""The check as a whole: articles in, a report out. This is the way of an article as code, one call a step."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from checker.article import Article
from checker.claims.model import Value
from checker.claims.words import Words
from checker.judge.judge import Judge, make_flag, once
from checker.judge.verdict import Flag, Found, with_fingerprints
from checker.match.assemble import Assembler, without_claims
from checker.match.disputes import Dispute
from checker.match.meeting import Meeting, meetings
from checker.match.record import MatchRecord
from checker.match.telling import tell
from checker.match.wordings import WORDING, Wording, wordings
from checker.pack import Pack
from checker.pipeline.blank import BlankTokeniser
from checker.pipeline.reader import ArticleReader
from checker.reference.events import Event
from checker.reference.store import Reference
from checker.report import ArticleReport


@dataclass(frozen=True)
class Checked:
    """One article's own result, and of its match what other articles can be compared with (None where nothing can)."""

    report: ArticleReport
    record: MatchRecord | None
    comparable: tuple[Found, ...]
    """The claims that another article may refute."""

    def lighter(self) -> "Checked":
        """The same with no more claims than the comparison with other articles needs."""
        return replace(self, report=self.report.lighter(self.comparable), comparable=())


class Checker:
    """A pack and a reference, ready to check articles one after the other."""

    def __init__(
        self, pack: Pack, reference: Reference, nlp: Language | None = None, sheet: Sequence[Event] = ()
    ) -> None:
        self._pack = pack
        self._reader = ArticleReader(nlp or _tokeniser(pack), dict(pack.claim_types), pack.words, reference)
        self._assembler = Assembler(pack.words, reference, pack.thresholds, pack.claim_types, sheet)
        self._judge = Judge(pack.rules)

    def check(self, article: Article, doc: Doc | None = None, claims: bool = True) -> Checked:
        """The flags and claims of one article, judged on its own. Without `claims` nobody will read the claims: they are
        counted, and not told in full."""
        reading = self._reader.read_doc(article, doc) if doc is not None else self._reader.read(article)
        record = self._assembler.assemble(reading)
        judgement = self._judge.judge(article, record)
        flags = tuple(with_fingerprints(judgement.flags))
        found = _in_full(judgement.found, tell(reading, record, self._pack.words)) if claims else judgement.found
        report = ArticleReport(article.path, article.sha256, flags, tuple(found))
        if not (record.clubs and record.events):
            return Checked(report, None, ())
        return Checked(report, without_claims(record), tuple(found[number] for number in sorted(record.events)))

    def check_all(self, articles: Iterable[Article]) -> list[ArticleReport]:
        """The reports of some articles, judged on their own and against each other."""
        kept = list(articles)
        checked = [self.check(article) for article in kept]
        by_path = {article.path: article for article in kept}
        flags = across(checked, self._judge, self._pack, by_path.__getitem__)
        return merged(checked, flags)


def _in_full(found: Sequence[Found], told: Sequence[Mapping[str, Value]]) -> list[Found]:
    return [claim._replace(fields=fields) for claim, fields in zip(found, told, strict=True)]


def _tokeniser(pack: Pack) -> Language | BlankTokeniser:
    """What divides copy into tokens: spaCy's own where a pack has raw token patterns, which may ask for a word's shape and the
    like."""
    raw = any(pattern.tokens for claim_type in pack.claim_types.values() for pattern in claim_type.patterns)
    return spacy.blank("en") if raw else BlankTokeniser()


def merged(checked: Sequence[Checked], across: dict[str, list[Flag]]) -> list[ArticleReport]:
    """The reports with the flags that other articles raised, in the order of the text."""
    return [
        item.report.with_flags(across[item.report.path]) if item.report.path in across else item.report for item in checked
    ]


def across(
    checked: Sequence[Checked], judge: Judge, pack: Pack, article_at: Callable[[str], Article]
) -> dict[str, list[Flag]]:
    """The flags that articles about one match raise against each other, by the path of the article they stand in."""
    records = [item.record for item in checked if item.record is not None]
    found: dict[str, list[Flag]] = {}
    for meeting in meetings(records, pack.thresholds):
        pairs = [*meeting.disputes, *_wordings(meeting, pack.words, article_at)]
        told: list[Flag] = []
        asked: list[Flag] = []
        for rule, subject in judge.across(meeting.records, meeting.events, pairs):
            flags = asked if subject.judged.type == WORDING else told
            flags.append(make_flag(rule, subject, article_at(subject.judged.path)))
        for flag in [*told, *(flag for flag in asked if not any(_says_the_same(flag, other) for other in told))]:
            found.setdefault(flag.path, []).append(flag)
    return {path: once(flags) for path, flags in found.items()}


def _wordings(meeting: Meeting, words: Words, article_at: Callable[[str], Article]) -> Iterator[Dispute]:
    """What each two of some reports say differently in one sentence; the one that comes first by its path is judged."""
    records = sorted(meeting.records, key=lambda record: record.path)
    for one, other in combinations([Wording.of(article_at(record.path), record.people) for record in records], 2):
        yield from wordings(one, other, words)


def _says_the_same(flag: Flag, other: Flag) -> bool:
    """Whether another flag rests on the words of a flag, in either of the two articles."""
    mine, theirs = (
        [(it.path, it.span), *((proof.path, proof.span) for proof in it.evidence if proof.span)] for it in (flag, other)
    )
    return any(path == where and span.overlaps(place) for path, span in mine for where, place in theirs)
