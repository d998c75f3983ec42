"""The judge: applies the rules of a pack to the record of an article, and to records of articles about one match.

Three-valued throughout. A rule whose condition or demand has no value for a subject says nothing of it. A rule that holds
supports a claim only when it had something to hold it against: another span, another article, a row of the reference.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import NamedTuple

from checker.article import Article, Span
from checker.claims.model import AGAINST, Claim, Value
from checker.judge.rules import LEVELS, Rule
from checker.judge.verdict import Evidence, Flag, Found, VerdictKind
from checker.match.disputes import Dispute
from checker.match.record import MatchRecord
from checker.pipeline.zones import find_sentences, sentence_at

REFERENCE_FIELDS = ("right", "verdict")
"""Fields that only the reference or a comparison can fill: a claim that has one was held against something."""
EVIDENCE_PLACES = ("right", "lineup", "told")
"""Places of a claim that are evidence: the other spelling, the line-up in which a man is missing, the score or list that
says another number."""
SPELT = ("name", "namesake")
"""Claims that are the writer's own in a quotation too: the speaker did not spell."""
_SHOWN_EVIDENCE = 4


class Subject(NamedTuple):
    """What one rule is applied to: the values its expressions read, the claims they come from, and which is judged."""

    values: Mapping[str, Value]
    judged: Claim
    others: tuple[Claim, ...] = ()


_Meeting = tuple[list[Rule], list[str]]


@dataclass(frozen=True)
class Judgement:
    flags: list[Flag]
    found: list[Found]


class Judge:
    """The rules of a pack, by what they are about."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._single = [rule for rule in rules if len(rule.each) == 1 and rule.each != ("match",)]
        self._pairs = [rule for rule in rules if len(rule.each) == 2]
        self._match = [rule for rule in rules if rule.each == ("match",)]
        self._by_type: dict[str, list[tuple[Rule, frozenset[str]]]] = defaultdict(list)
        """The rules of one claim by its type, each with the fields without which it says nothing."""
        for rule in self._single:
            self._by_type[rule.each[0]].append((rule, frozenset(name.split(".", 1)[1] for name in rule.needs)))
        self._meeting: dict[tuple[str, ...], _Meeting] = {}
        """What claims meet, by their type and the names of their fields."""

    def judge(self, article: Article, record: MatchRecord) -> Judgement:
        """The flags of one article and its claims with their verdicts."""
        outcomes: dict[int, list[tuple[Rule, bool, Subject]]] = defaultdict(list)
        flags: list[Flag] = []
        numbers = {id(claim): number for number, claim in enumerate(record.claims)}
        for rule, subject in self._subjects(record):
            holds = _outcome(rule, subject)
            if holds is None:
                continue
            outcomes[numbers[id(subject.judged)]].append((rule, holds, subject))
            if not holds:
                flags.append(make_flag(rule, subject, article))
        found = [_found(claim, outcomes.get(number, []), article) for number, claim in enumerate(record.claims)]
        return Judgement(once(flags), found)

    def _subjects(self, record: MatchRecord) -> Iterator[tuple[Rule, Subject]]:
        """What each rule is applied to. Pairs come first: of two rules that flag the same words, what names both statements
        tells an editor more."""
        told_twice = _told_twice(record) if self._pairs else []
        types = {claim.type for claim in record.claims} | {fact.type for _, fact in record.known}
        for rule in self._pairs:
            if types.issuperset(rule.each):
                for first, second in _pairs(rule, record, told_twice):
                    yield rule, _pair_subject(first, second)
        for claim in record.claims:
            if claim.zone == "code" or (claim.zone == "quotation" and not _is_the_writers(claim)):
                continue
            rules, names = self._met_by(claim)
            if rules:
                subject = Subject(dict(zip(names, claim.fields.values(), strict=True)), claim)
                for rule in rules:
                    yield rule, subject
        for rule in self._match:
            subject_or_none = _match_subject(rule, record)
            if subject_or_none:
                yield rule, subject_or_none

    def _met_by(self, claim: Claim) -> _Meeting:
        """The rules of one claim that may say something of a claim, and what expressions call its fields."""
        key = (claim.type, *claim.fields)
        if key not in self._meeting:
            rules = [rule for rule, needs in self._by_type.get(claim.type, ()) if needs <= claim.fields.keys()]
            self._meeting[key] = rules, [intern(f"{claim.type}.{name}") for name in claim.fields]
        return self._meeting[key]

    def across(
        self, records: Sequence[MatchRecord], events: Mapping[tuple[int, int], str], disputes: Sequence[Dispute] = ()
    ) -> Iterator[tuple[Rule, Subject]]:
        """Subjects that two articles about one match refute. `events` names the event of a claim, by the numbers of its
        record and of the claim; a pair is judged once, on the claim that fewer statements agree with. Of a dispute the
        first claim is judged."""
        groups: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
        for (number, at), event in events.items():
            groups[event].append((number, records[number].claims[at]))
        for rule in self._pairs:
            if not rule.across or rule.join:
                continue
            for members in groups.values():
                yield from _across_group(rule, [(n, c) for n, c in members if c.type in rule.each])
            for claim, other in disputes:
                if (claim.type, other.type) == rule.each and _outcome(rule, _pair_subject(claim, other)) is False:
                    yield rule, _pair_subject(claim, other)


def _across_group(rule: Rule, members: Sequence[tuple[int, Claim]]) -> Iterator[tuple[Rule, Subject]]:
    refuted: list[tuple[int, Claim, list[Claim]]] = []
    for at, (number, claim) in enumerate(members):
        others = [(n, other) for k, (n, other) in enumerate(members) if k != at and (claim.type, other.type) == rule.each]
        outcomes = [(n, other, _outcome(rule, _pair_subject(claim, other))) for n, other in others]
        against = [other for n, other, holds in outcomes if n != number and holds is False]
        agrees = sum(holds is True for _, _, holds in outcomes)
        if against:
            refuted.append((agrees, claim, against))
    if refuted:
        # of two that nothing decides between, the same is flagged in whatever order the articles were named
        _, claim, against = min(refuted, key=lambda item: (item[0], item[1].path, item[1].span))
        yield rule, Subject(_pair_subject(claim, against[0]).values, claim, tuple(against))


def _is_the_writers(claim: Claim) -> bool:
    """Whether a claim is the writer's to get right in a quotation too: a spelling, and a weekday that the calendar tells,
    whoever names it, by a year that stands there or by other days of the article."""
    by_others = "fits" in claim.fields or "told" in claim.places
    return claim.type in SPELT or (claim.type == "date" and (by_others or bool(claim.get("year"))))


def _outcome(rule: Rule, subject: Subject) -> bool | None:
    """Whether the rule holds for a subject; None where it does not apply or there is not enough info."""
    values = subject.values
    if not rule.needs <= values.keys():
        return None
    if rule.when is not None and rule.when(values) is not True:
        return None
    return rule.demand(values)


def _told_twice(record: MatchRecord) -> list[list[Claim]]:
    """The claims that tell one event, for each event that several claims tell."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for number, event in record.events.items():
        groups[event].append(record.claims[number])
    return [members for members in groups.values() if len(members) > 1]


def _pairs(rule: Rule, record: MatchRecord, told_twice: Sequence[Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    if rule.join:
        yield from _joined(rule, record)
        return
    for number, fact in record.known:
        if (record.claims[number].type, fact.type) == rule.each:
            yield record.claims[number], fact
    judged, against = rule.each
    for members in told_twice:
        for first in (claim for claim in members if claim.type == judged):
            for second in members:
                if second.type == against and first is not second and _is_judged(first, second):
                    yield first, second


def _is_judged(first: Claim, second: Claim) -> bool:
    """Of two statements of one kind the later prose is judged against the list, or against what was said before."""
    if first.type != second.type:
        return True
    if (first.zone == "block") != (second.zone == "block"):
        return second.zone == "block"
    return first.span.start > second.span.start


def _joined(rule: Rule, record: MatchRecord) -> Iterator[tuple[Claim, Claim]]:
    assert rule.join is not None
    first_field, second_field = (side.split(".", 1)[1] for side in rule.join)
    by_key: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims:
        if claim.type == rule.each[1] and claim.keys.get(second_field):
            by_key[claim.keys[second_field]].append(claim)
    for claim in record.claims:
        if claim.type == rule.each[0]:
            for other in by_key.get(claim.keys.get(first_field, ""), ()):
                if other is not claim:
                    yield claim, other


def _pair_subject(first: Claim, second: Claim) -> Subject:
    values = {f"a.{name}": value for name, value in first.fields.items()}
    values |= {f"b.{name}": value for name, value in second.fields.items()}
    return Subject(values, first, (second,))


def _match_subject(rule: Rule, record: MatchRecord) -> Subject | None:
    """The record's facts, judged on the claim of the fact that the rule marks; None where nothing states it."""
    marked = record.sources.get(rule.mark.removeprefix("match."), ())
    if not marked:
        return None
    prose = [claim for claim in marked if claim.zone != "block"]
    judged = (prose or list(marked))[0]
    used = [name for name in record.sources if f"match.{name}" in rule.demand.text + (rule.when.text if rule.when else "")]
    others = tuple(c for name in used for c in record.sources[name] if c is not judged)
    return Subject({f"match.{name}": value for name, value in record.facts.items()}, judged, others)


def make_flag(rule: Rule, subject: Subject, article: Article) -> Flag:
    """The flag that a refuted subject makes in its article."""
    claim = subject.judged
    span = _marked(rule, claim)
    values = _shown_values(subject)
    position = article.position(span.start)
    line = article.line_span(span.start)
    sentences = find_sentences(article)
    at = sentence_at(sentences, span.start)
    suggestion = rule.filled(rule.suggest, values) if rule.suggest else ""
    return Flag(
        rule.id, rule.family, rule.level, article.path, span, position.line, position.column, span.of(article.text),
        rule.filled(rule.message, values), tuple(_evidence(rule, subject, article)), (suggestion,) if suggestion else (),
        line.of(article.text), line.start, sentences[at].of(article.text) if at >= 0 else line.of(article.text),
    )  # fmt: skip


def _marked(rule: Rule, claim: Claim) -> Span:
    name = _marked_field(rule)
    return claim.place(name) if name else claim.span


def _marked_field(rule: Rule) -> str:
    return rule.mark.split(".", 1)[1] if "." in rule.mark and not rule.mark.startswith("match.") else ""


def _shown_values(subject: Subject) -> dict[str, Value]:
    claims = [subject.judged, *subject.others[:1]]
    names = [subject.judged.type] if not subject.others else ["a", "b"]
    shown: dict[str, Value] = dict(subject.values)
    shown |= {name: claim.text for name, claim in zip(names, claims, strict=False)}
    return shown


def _evidence(rule: Rule, subject: Subject, article: Article) -> Iterator[Evidence]:
    for other in subject.others[:_SHOWN_EVIDENCE]:
        if other.zone == "reference":
            yield Evidence("reference", other.text, source=other.path)
            continue
        here = other.path == article.path
        span = _with_field(other, _marked_field(rule)) if here else other.span
        line = article.position(span.start).line if here else 0
        text = span.of(article.text) if here else other.text
        yield Evidence("span" if here else "article", text, other.path, span, line)
    for name in (*EVIDENCE_PLACES, f"{_marked_field(rule)}{AGAINST}"):
        place = subject.judged.places.get(name)
        if place:
            yield Evidence("span", place.of(article.text), article.path, place, article.position(place.start).line)
    source = subject.judged.get("source")
    if source:
        yield Evidence("reference", str(subject.judged.get("fact") or subject.judged.get("right") or ""), source=str(source))


def _with_field(claim: Claim, name: str) -> Span:
    """A claim's words together with those of one of its fields, which may stand beside them: `scores 84th-minute winner`."""
    place = claim.places.get(name, claim.span)
    return Span(min(claim.span.start, place.start), max(claim.span.end, place.end))


def _found(claim: Claim, outcomes: Sequence[tuple[Rule, bool, Subject]], article: Article) -> Found:
    verdict: VerdictKind = "not-enough-info"
    reasons: tuple[str, ...] = ()
    text = claim.span.of(article.text)
    if not outcomes:
        return Found(claim.type, claim.span, text, claim.fields, verdict, (), reasons)
    if any(not holds for _, holds, _ in outcomes):
        verdict = "refuted"
    else:
        proofs = [subject for _, holds, subject in outcomes if holds and _was_held_against(subject)]
        if proofs:
            verdict = "supported"
            reasons = tuple(dict.fromkeys(_reason(subject) for subject in proofs))
    rules = tuple(dict.fromkeys(rule.id for rule, _, _ in outcomes))
    return Found(claim.type, claim.span, text, claim.fields, verdict, rules, reasons)


def _was_held_against(subject: Subject) -> bool:
    return bool(subject.others) or any(name in subject.judged.fields for name in REFERENCE_FIELDS)


def _reason(subject: Subject) -> str:
    if subject.others and subject.others[0].zone == "reference":
        return f"agrees with {subject.others[0].path}: {subject.others[0].text}"
    if subject.others:
        return f"agrees with {subject.others[0].text!r}"
    return "agrees with the reference"


def once(flags: Sequence[Flag]) -> list[Flag]:
    """One flag of a family for a span, the gravest, in the order of the text: two rules may find one and the same error."""
    first: dict[tuple[str, Span], Flag] = {}
    for flag in sorted(flags, key=lambda flag: LEVELS.index(flag.level)):
        first.setdefault((flag.family, flag.span), flag)
    return sorted(first.values(), key=lambda flag: (flag.span, flag.rule))
