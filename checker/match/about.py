"""Which match a statement is about: this one, a leg of the tie, or another. A report names several.

A statement is about this match only when nothing in its sentence points elsewhere; in doubt the field stays unknown.
"""

import re
from collections.abc import Sequence

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Cues, Passage, Words
from checker.match.annulled import Annulled
from checker.match.sides import Clubs, score_clubs
from checker.pipeline.clubs import TEAM_KINDS, span_club
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading
from checker.reference.store import is_national

LEAD_SENTENCES = 3
"""In its first sentences a report says how its match ended."""
REACH = 70
"""Code points around a claim within which another match's words count; a long sentence holds several clauses."""
_CAME_FROM = 24
"""Code points before a club, and behind it, in which words say that a man came from it."""
HALF_OF_LIVE_TEXT = 1000
"""Code points between the half-time line and the full-time line that only a text which runs along with its match has."""

_SCORE = re.compile(r"\d\s?[-–]\s?\d")
_OF_THIS_MATCH = re.compile(
    r"\bfirst (?:[\w-]+ ){1,3}since (?=[A-Z]\w+ (?:when|as|after|through|with)\b)|"
    r"\bsince (?=(?:they|he|she|it) (?:took|scored|went|equalised|levelled|got|pulled|came on)\b)|"
    r"\bsince (?=(?:the )?(?:[\w-]+[ -]minute|half-?\s?time|break|interval|restart|kick-off)\b)|"
    r"\b(?:minutes?|moments|seconds) earlier\b"
)
"""Words of another match that count moments of this one: `had led since the 20th minute`, `ten minutes earlier`."""
_UNREAL = re.compile(r"\b(?:would|could|should) have\b(?=.*\b(?:before|but)\b)")
"""What did not happen, before what did: `should have had a second before Hill levelled`."""
_KICK_LINE = re.compile(r"[^\n:.]{3,30} \d-\d [^\n:.]{3,30}: |[^\n:.!]{3,30}[.!] \d{1,2}-\d{1,2}(?=\n|$|\. )")
"""A line of a shoot-out that is told kick by kick: `Ajax 2-1 Villarreal: De Groot scores`, `De Groot scores! 2-1`."""
_INSERT = re.compile(
    r", (?:who|which|whose|once|formerly|signed|bought|an?|the|his|her|their|\d|last (?:season|year|term|week|month)['’]s|"
    r"(?:still |as yet )?unbeaten|winless|without|yet to|(?:two|three|four|five|six|seven|eight|nine|ten) (?!minutes))\b"
    r"[^,;.—()]{3,120}(?=[,;.—])|— [^—]{3,120} —|\([^()]{3,120}\)"
)
"""What a sentence tells beside of whom it has just named: `Hill, who left Denby in the summer, levelled`."""
_APPOSITION = re.compile(r", [^,.;:()]{3,80}, (?:also |then |had |have |has )?$")
_RELATIVE = re.compile(r", (?:who|which) ")
_BEHIND_RESULT = 20
"""Code points behind a result line in which its half-time score begins."""
_SIDE = 20
"""Code points before a name in which the word stands that makes it a side's."""
_AT = re.compile(r" at ")
_NOTHING = Passage("")
_SINCE = re.compile(r"\bsince\b")
"""Behind a goal it tells how long ago the last one was: `his 20th-minute header was the first since August`."""


class Aboutness:
    """Tells what claims are about, with the cue words of a pack."""

    def __init__(self, words: Words) -> None:
        self._other = words.cues("other_match_cues")
        loose = words.lists.get("loose_match_cues", ())
        self._other_of_stage = Cues([cue for cue in words.lists.get("other_match_cues", ()) if cue not in loose])
        self._weak = words.cues("weak_match_cues")
        self._harmless = words.pattern("harmless_match_words")
        self._first_leg = words.pattern("first_leg_cues")
        self._leg_in_sight = words.cues("first_leg_cues")
        self._overturn = words.cues("overturn_cues")
        self._report_of_first_leg = words.pattern("first_leg_report_cues")
        self._former = words.folded("former")
        self._left = words.folded("roles_of_another_club")
        self._came_from = words.folded("came_from_words")
        self._next_match = words.pattern("next_match_cues")
        self.annulled = Annulled(words)
        self._more = re.compile(rf"\b(?:it|that|they) (?:{words.one_of('modals')}) (?:\w+ )?have been\b")
        """What a match might have come to, beside what it did: `led 3-0 at the break, and it could have been five`."""
        self._before_sides = words.folded("team_nouns") | words.folded("meeting_verbs")
        self._kicks = words.cues("shoot_out_cues")
        self._row_of_kicks = words.pattern("row_of_kicks_cues")
        self._shoot_out = words.cues("extra_time_words")
        self._form = re.compile(rf"\brecent (?:[\w-]+ )?(?:{words.one_of('form_words')})\b")
        """What a side was like before the match, which `recent` does not make another: `continued their recent revival`."""
        self._verbs_of_result = words.folded("verbs_of_result")
        had = rf"(?: (?:{words.one_of('played_out_words')}) (?:an? |the )?)?"
        self._who = re.compile(rf",? (?:who|which)(?: (?:{words.one_of('who_words')}))*{had} ?$")
        after, articles = words.one_of("after_cues"), words.one_of("after_articles")
        self._after = re.compile(rf"\b(?:{after})\s(?:{articles})?(?:\s\w+){{0,2}}\s*$")
        tournaments = words.one_of("tournament_words")
        self._year = re.compile(rf"[12](?<!\w.)(?:(?<=1)9\d\d|(?<=2)0[0-2]\d)\b(?!\s(?:{tournaments}))")

    def told(self, claim: Claim, reading: Reading, clubs: Clubs | None) -> str:
        """`this`, `first-leg`, `other`, or an empty string where it cannot be told."""
        if claim.get("likely"):
            return ""
        around = self._around(claim, reading)
        if self._is_kick(claim, reading, around) or self.annulled.holds(claim, reading):
            return ""
        return self._about(claim, reading, clubs, around)

    def _is_kick(self, claim: Claim, reading: Reading, around: Passage) -> bool:
        """Whether a goal or a score on the way is of a shoot-out: by the words around it, or, of an article that tells of one,
        by those of its paragraph."""
        if not (claim.type == "goal" or claim.get("kind") == "running") or claim.sentence < 0:
            return False
        if self._kicks.are_in(around):
            return True
        if "minute" in claim.fields or not any(other.get("kind") == "shoot-out" for other in reading.claims):
            return False
        text = reading.text
        start, end = text.rfind("\n", 0, claim.span.start) + 1, text.find("\n", claim.span.end)
        in_row = self._row_of_kicks.search(text, start, end if end >= 0 else len(text))
        return bool(in_row or _KICK_LINE.match(text, start))

    def _about(self, claim: Claim, reading: Reading, clubs: Clubs | None, around: Passage) -> str:
        said = claim.get("about")
        if claim.zone == "block" and clubs and _is_of_other_result(claim, reading, clubs):
            return "other"
        if isinstance(said, str) and said and (claim.type != "score" or claim.zone == "block"):
            return said
        if said and clubs and not self._names_third(claim, reading, clubs) and self._is_ours(claim, reading):
            return str(said)
        if said and claim.get("kind") != "running":
            return ""
        named = score_clubs(claim)
        if claim.zone == "block":
            return "this" if clubs and named <= frozenset(clubs) else ""
        if clubs and named and claim.type == "score" and not named <= frozenset(clubs):
            return "other"
        return "this" if _is_headline_result(claim, clubs) else self._about_by_words(claim, reading, clubs, around)

    def _about_by_words(self, claim: Claim, reading: Reading, clubs: Clubs | None, around: Passage) -> str:
        """Which match a claim of the prose is about that does not say so itself, by the words and names around it."""
        if claim.type == "margin" and self._overturn.are_in(around):
            return "first-leg"
        if clubs is None or (self._names_third(claim, reading, clubs) and not _is_result_of_lead(claim, reading)):
            return ""
        if claim.type in ("score", "margin") and claim.get("kind") != "aggregate" and self._is_first_leg(claim, reading):
            return self._leg(claim, reading)
        if self._points_elsewhere(claim, reading, around, clubs) or self._is_before(claim, reading, around):
            return ""
        return "this" if claim.type != "score" or self._is_stated_here(claim, reading, clubs, around) else ""

    def _points_elsewhere(self, claim: Claim, reading: Reading, around: Passage, clubs: Clubs) -> bool:
        """Whether the words around a claim tell of another match."""
        running = claim.get("kind") == "running"
        return (self._other_of_stage if running or _is_result_of_both(claim, reading, clubs) else self._other).are_in(around)

    def _leg(self, claim: Claim, reading: Reading) -> str:
        """`first-leg` for a score of the first leg; `this` where the report is of that leg, and says so as it begins: `a 2-0
        win over Porto in the first leg of their last-16 tie`."""
        sentence = reading.sentences[claim.sentence]
        if claim.sentence <= 1 and self._report_of_first_leg.search(reading.text, claim.span.end, sentence.end):
            return "this"
        return "first-leg" if self._is_ours(claim, reading) else ""

    def is_elsewhen(self, claim: Claim, reading: Reading) -> bool:
        """Whether the words around a score point to another day, season or leg: `last month's 2-0 win`."""
        if claim.sentence < 0:
            return False
        around = self._around(claim, reading)
        elsewhen = any(cues.are_in(around) for cues in (self._other, self._leg_in_sight, self._overturn))
        return elsewhen or bool(self._year.search(around.text)) or self._is_before(claim, reading, around)

    def _is_first_leg(self, claim: Claim, reading: Reading) -> bool:
        """Whether `first leg` stands near a score, and nearer to no other of the sentence."""
        sentence = reading.sentences[claim.sentence]
        scores = [c for c in reading.claims if c.sentence == claim.sentence and c.type in ("score", "margin")]
        for cue in self._first_leg.finditer(reading.text, sentence.start, sentence.end):
            gaps = [max(c.span.start - cue.end(), cue.start() - c.span.end, 0) for c in scores]
            if gaps and min(gaps) <= REACH and scores[gaps.index(min(gaps))].span == claim.span:
                return True
        return False

    def _is_ours(self, claim: Claim, reading: Reading) -> bool:
        """Whether the sentence is of the lead or names a club; a sentence about nobody may be about anybody."""
        return _is_early(claim, reading) or bool(self._clubs_near(claim, reading))

    def _is_before(self, claim: Claim, reading: Reading, around: Passage) -> bool:
        """Whether the words say that something came after the score: `after a 1-1 draw on Thursday`.

        A shoot-out comes after a draw too; where the words tell of one, the score is this match's.
        """
        if claim.type != "score" or claim.get("kind") == "running":
            return bool(self._year.search(around.text))
        before = reading.text[max(0, claim.span.start - 30) : claim.span.start]
        alone = len(_SCORE.findall(reading.sentences[claim.sentence].of(reading.text))) == 1
        both = len(score_clubs(claim)) > 1
        if (_is_early(claim, reading) and (alone or both)) or (claim.zone == "caption" and alone and both):
            return False
        after = self._after.search(before) and not self._shoot_out.are_in(around)
        return bool(after or self._year.search(around.text))

    def _around(self, claim: Claim, reading: Reading) -> Passage:
        """The words near a claim in its sentence, without those that only seem to tell of another match."""
        if claim.sentence < 0:
            return _NOTHING
        sentence = reading.sentences[claim.sentence]
        start = max(sentence.start, claim.span.start - REACH)
        end = min(sentence.end, claim.span.end + REACH)
        text = _without(self._beside(claim, reading), start, end, reading.text)
        before, behind = text[: claim.span.end - start], text[claim.span.end - start :]
        if claim.type in ("goal", "minute"):
            before = _UNREAL.sub("", before) if " have" in before else before
            behind = _SINCE.sub("", behind) if "since" in behind else behind
        if claim.type == "score" and " have been" in text:
            before, behind = self._more.sub("", before), self._more.sub("", behind)
        if "recent" in text:
            before, behind = self._form.sub("", before), self._form.sub("", behind)
        if "since" in before or "earlier" in before:
            before = _OF_THIS_MATCH.sub("", before)
        return Passage(before + behind)

    def _clubs_near(self, claim: Claim, reading: Reading, beside: Sequence[Span] = ()) -> set[str]:
        """The clubs that a claim's sentence names, but for those in some parts of it."""
        return {
            reading.clubs.at(mention.span.start)
            for mention in reading.named_in(claim.sentence)
            if mention.kind in TEAM_KINDS and mention.style != "demonym" and not self._is_past(mention, reading)
            and not any(part.holds(mention.span) for part in beside)
        } - {""}  # fmt: skip

    def _is_past(self, mention: Mention, reading: Reading) -> bool:
        """Whether a club only says where a man once was: `two former Tottenham players`, `since his move from Denby`,
        `Denby outcast Hill`."""
        before = reading.text[max(0, mention.span.start - _CAME_FROM) : mention.span.start].lower().split()
        if bool(before) and (before[-1] in self._former or " ".join(before[-2:]) in self._came_from):
            return True
        behind = reading.text[mention.span.end : mention.span.end + _CAME_FROM].lower().split()
        return bool(behind) and behind[0] in self._left

    def _names_third(self, claim: Claim, reading: Reading, clubs: Clubs) -> bool:
        """Whether the sentence names another side: a nation beside two clubs only says where a man comes from."""
        sides = (reading.clubs.at(mention.span.start) for mention in reading.named_in(claim.sentence))
        if all(not side or side in clubs for side in sides):
            return False  # as mostly
        near = self._clubs_near(claim, reading, self._beside(claim, reading)) - set(clubs)
        of_nations = any(is_national(club) for club in clubs)
        return any(of_nations or not is_national(key) for key in near)

    def _beside(self, claim: Claim, reading: Reading) -> list[Span]:
        """The parts of a claim's sentence that are about something else, and say so."""
        return [*_inserts(claim, reading), *self._next_matches(claim, reading)]

    def _next_matches(self, claim: Claim, reading: Reading) -> list[Span]:
        """What a sentence tells behind a result of whom the side meets next: `won 2-0 and now face Denby`."""
        if claim.type != "score" or claim.get("kind") != "final" or claim.sentence < 0:
            return []
        end = reading.sentences[claim.sentence].end
        found = self._next_match.search(reading.text, claim.span.end, end)
        return [Span(found.start(), end)] if found else []

    def _is_stated_here(self, claim: Claim, reading: Reading, clubs: Clubs, around: Passage) -> bool:
        """Whether a score is this match's: in the lead, or near the name of one of its clubs and nothing else."""
        if claim.get("kind") == "final" and claim.span.start < _end_of_live_text(reading):
            return False
        if self._is_in_dated_insert(claim, reading) or _is_played_elsewhere(claim, reading, clubs):
            return False
        if self._is_of_another(claim, reading, clubs):
            return False
        if claim.get("kind") == "final" and len(score_clubs(claim)) < 2 and self._may_be_kicks(claim, reading):
            return False
        if claim.get("kind") == "half-time" and self._is_in_anothers_part(claim, reading, clubs):
            return False
        if _is_early(claim, reading) or claim.get("kind") in ("half-time", "aggregate"):
            return True
        if claim.get("kind") == "final" and score_clubs(claim) == set(clubs):
            return True
        if claim.get("kind") == "shoot-out":
            return not self._other.are_in(Passage(reading.sentences[claim.sentence].of(reading.text)))
        if claim.get("kind") == "running" and _is_report(reading, clubs):
            return True
        return bool(self._clubs_near(claim, reading) & set(clubs)) and not self._is_weak(around)

    def _is_in_anothers_part(self, claim: Claim, reading: Reading, clubs: Clubs) -> bool:
        """Whether the side last named before a score is neither of the match's, as where an article goes on to another."""
        before = (mention for mention in reversed(reading.mentions) if mention.span.end <= claim.span.start)
        named = (m for m in before if m.kind in TEAM_KINDS and m.style != "demonym" and reading.clubs.at(m.span.start))
        last = next(named, None)
        return last is not None and reading.clubs.at(last.span.start) not in clubs

    def _is_of_another(self, claim: Claim, reading: Reading, clubs: Clubs) -> bool:
        """Whether a score is told of a side or a man that is neither club: `a point behind Denby, who lost 2-0`."""
        start = reading.sentences[claim.sentence].start
        told = self._who.search(reading.text, start, claim.span.start) or self._insert_before(claim, reading)
        if told is None:
            return self._is_of_side_beside(claim, reading, clubs)
        before = [mention for mention in reading.named_in(claim.sentence) if mention.span.end == told.start()]
        if claim.get("kind") == "running" and any(mention.kind == "person" for mention in before):
            return False  # `Hill, who made it 3-1`
        return any(reading.clubs.at(mention.span.start) not in clubs for mention in before)

    def _insert_before(self, claim: Claim, reading: Reading) -> re.Match[str] | None:
        """What stands between a side and the result that it is told to have had: `Denby, already through, beat Corley 2-1`."""
        if not claim.get("opponent") or claim.text.split()[0] not in self._verbs_of_result:
            return None
        return _APPOSITION.search(reading.text, reading.sentences[claim.sentence].start, claim.span.start)

    def _is_in_dated_insert(self, claim: Claim, reading: Reading) -> bool:
        """Whether a score stands in what a sentence tells beside, and a year does too: `Hill, who played in their 1-0 cup
        defeat by Corley in 2020, levelled`."""
        sentence = reading.sentences[claim.sentence]
        inserts = _INSERT.finditer(reading.text, sentence.start, sentence.end)
        return any(Span(*part.span()).holds(claim.span) and self._year.search(part[0]) for part in inserts)

    def _may_be_kicks(self, claim: Claim, reading: Reading) -> bool:
        """Whether a result may be that of the shoot-out which the article tells of: `confident in the shoot-out, and Hull won
        9-8`."""
        told = any(other.get("kind") == "shoot-out" for other in reading.claims)
        return told and self._kicks.are_in(Passage(reading.sentences[claim.sentence].of(reading.text)))

    def _is_of_side_beside(self, claim: Claim, reading: Reading, clubs: Clubs) -> bool:
        """Whether a score stands in what a sentence tells of another side behind its name: `Swedish side Kungsvik, who put out
        Tre Penne 7-0 on aggregate, winning 3-0 away`."""
        told = [*_RELATIVE.finditer(reading.text, reading.sentences[claim.sentence].start, claim.span.start)]
        if not told:
            return False
        named = reading.named_in(claim.sentence)
        side = next((mention for mention in named if mention.span.end == told[-1].start()), None)
        between = [mention for mention in named if told[-1].end() <= mention.span.start < claim.span.start]
        if side is None or any(reading.clubs.at(mention.span.start) in clubs for mention in (side, *between)):
            return False
        before = reading.text[max(0, side.span.start - _SIDE) : side.span.start].lower().split()
        return side.kind in TEAM_KINDS or not self._before_sides.isdisjoint(before[-2:])

    def _is_weak(self, around: Passage) -> bool:
        """Whether words that hint at other matches stand around a score: `last`, which `a last-gasp winner` is not."""
        return self._weak.are_in(around) and self._weak.are_in(Passage(self._harmless.sub("", around.text)))


def _inserts(claim: Claim, reading: Reading) -> list[Span]:
    """The parts of a goal's or a time's sentence that only tell more of whom they stand behind; the claim is in none."""
    if claim.type not in ("goal", "minute") or claim.sentence < 0:
        return []
    sentence = reading.sentences[claim.sentence]
    found = (Span(*part.span()) for part in _INSERT.finditer(reading.text, sentence.start, sentence.end))
    return [part for part in found if not part.overlaps(claim.span)]


def _without(parts: Sequence[Span], start: int, end: int, text: str) -> str:
    """A piece of a text with blanks in the place of some parts."""
    piece = text[start:end]
    for part in parts:
        first, last = max(part.start, start) - start, min(part.end, end) - start
        if first < last:
            piece = piece[:first] + " " * (last - first) + piece[last:]
    return piece


def _is_of_other_result(claim: Claim, reading: Reading, clubs: Clubs) -> bool:
    """Whether a goal stands in a result line of two other clubs, or a half-time score right behind one, in an article that has
    this match's result line too."""
    lines = reading.blocks.results
    if len(lines) < 2:
        return False
    sides = [{span_club(reading.clubs, side, reading.text) for side in (line.home, line.away)} for line in lines]
    at = claim.span.start
    own = [side for side, line in zip(sides, lines, strict=True) if line.span.start <= at <= line.span.end + _BEHIND_RESULT]
    return set(clubs) in sides and bool(own) and own[-1].isdisjoint(clubs)


def _is_played_elsewhere(claim: Claim, reading: Reading, clubs: Clubs) -> bool:
    """Whether a score behind the first sentences was at a place that the article names only there: `a 3-0 defeat at Denby`."""
    if _is_early(claim, reading) or claim.get("kind") != "final":
        return False
    behind = (mention for mention in reading.named_in(claim.sentence) if mention.span.start > claim.span.end)
    place = next(behind, None)
    if place is None or place.entities or not _AT.fullmatch(reading.text, claim.span.end, place.span.start):
        return False
    named = sum(mention.words == place.words for mention in reading.mentions)
    return named == 1 and reading.clubs.at(place.span.start) not in clubs


def _is_early(claim: Claim, reading: Reading) -> bool:
    return 0 <= claim.sentence < reading.lead(LEAD_SENTENCES)


def _is_headline_result(claim: Claim, clubs: Clubs | None) -> bool:
    """Whether a score is the result that heads the article, whatever its headline goes on to say: `Ayton 1-5 Marden Visitors
    move clear of Kelsford`."""
    bare = claim.type == "score" and claim.zone == "headline" and claim.get("kind") == "final" and "outcome" not in claim.fields
    return bare and clubs is not None and score_clubs(claim) == set(clubs)


def _is_result_of_both(claim: Claim, reading: Reading, clubs: Clubs) -> bool:
    """Whether a score names both clubs where few words point elsewhere: in the first sentences or in a caption."""
    near = _is_early(claim, reading) or claim.zone == "caption"
    return near and score_clubs(claim) == set(clubs)


def _is_result_of_lead(claim: Claim, reading: Reading) -> bool:
    """Whether a claim is a final score of the first sentences that names its club itself: what else they name is the table."""
    named = claim.keys.get("opponent") and "outcome" in claim.fields
    return bool(named) and claim.type == "score" and claim.get("kind") == "final" and _is_early(claim, reading)


def _end_of_live_text(reading: Reading) -> int:
    """Where a text that runs along with its match gives the result, in code points: what stands before was written while
    nobody knew it. 0 for other articles; a report may give both results in one block."""
    lines = reading.blocks.results
    half_times = [line.span.end for line in lines if line.kind == "half-time"]
    ends = [line.span.start for line in lines if line.kind == "final"]
    return max(ends) if half_times and ends and max(ends) - min(half_times) > HALF_OF_LIVE_TEXT else 0


def _is_report(reading: Reading, clubs: Clubs) -> bool:
    """Whether the article reports a match: it lists the teams, or its first sentences give the result of its two clubs."""
    blocks = reading.blocks
    return bool(blocks.sheets or blocks.results) or any(
        claim.type == "score" and claim.get("kind") == "final" and _is_early(claim, reading)
        and score_clubs(claim) <= set(clubs)
        for claim in reading.claims
    )  # fmt: skip
