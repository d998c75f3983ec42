"""Which match a statement is about: this one, a leg of the tie, or another. A report names several.

A statement is about this match only when nothing in its sentence points elsewhere; in doubt the field stays unknown.
"""

import re

from checker.claims.model import Claim
from checker.claims.words import Cues, Passage, Words
from checker.match.annulled import Annulled
from checker.match.reported import (
    end_of_live_text,
    is_board_on_the_way,
    is_early,
    is_headline_result,
    is_of_other_result,
    is_one_of_dated,
    is_played_elsewhere,
    is_report,
    is_result_of_both,
    is_result_of_lead,
)
from checker.match.sides import Clubs, score_clubs
from checker.match.surroundings import REACH, Surroundings
from checker.pipeline.clubs import TEAM_KINDS, is_team
from checker.pipeline.reading import Reading

_SCORE = re.compile(r"\d\s?[-–]\s?\d")
_KICK_LINE = re.compile(r"[^\n:.]{3,30} \d-\d [^\n:.]{3,30}: |[^\n:.!]{3,30}[.!] \d{1,2}-\d{1,2}(?=\n|$|\. )")
"""A line of a shoot-out that is told kick by kick: `Ajax 2-1 Villarreal: De Groot scores`, `De Groot scores! 2-1`."""
_APPOSITION = re.compile(r", [^,.;:()]{3,80}, (?:also |then |had |have |has )?$")
_RELATIVE = re.compile(r", (?:who|which) ")
_SIDE = 20
"""Code points before a name in which the word stands that makes it a side's."""


class Aboutness:
    """Tells what claims are about, with the cue words of a pack."""

    def __init__(self, words: Words) -> None:
        self._surroundings = Surroundings(words)
        self._other = words.cues("other_match_cues")
        loose = words.lists.get("loose_match_cues", ())
        self._other_of_stage = Cues([cue for cue in words.lists.get("other_match_cues", ()) if cue not in loose])
        self._weak = words.cues("weak_match_cues")
        self._harmless = words.pattern("harmless_match_words")
        self._first_leg = words.pattern("first_leg_cues")
        self._leg_in_sight = words.cues("first_leg_cues")
        self._overturn = words.cues("overturn_cues")
        self._report_of_first_leg = words.pattern("first_leg_report_cues")
        self._second_leg_ahead = words.frame("second_leg_ahead")
        self.annulled = Annulled(words)
        self._before_sides = words.folded("team_nouns") | words.folded("meeting_verbs")
        self._kicks = words.cues("shoot_out_cues")
        self._row_of_kicks = words.pattern("row_of_kicks_cues")
        self._shoot_out = words.cues("extra_time_words")
        self._verbs_of_result = words.folded("verbs_of_result")
        had = rf"(?: (?:{words.one_of('played_out_words')}) (?:an? |the )?)?"
        self._who = re.compile(rf",? (?:who|which)(?: (?:{words.one_of('who_words')}))*{had} ?$")
        after, articles = words.one_of("after_cues"), words.one_of("after_articles")
        self._after = re.compile(rf"\b(?:{after})\s(?:{articles})?(?:\s\w+){{0,2}}\s*$", re.IGNORECASE)
        tournaments = words.one_of("tournament_words")
        won = words.one_of("rounds_once_played")
        self._was_of_run = words.frame("was_of_run")
        self._year = re.compile(
            rf"[12](?<!\w.)(?:(?<=1)9\d\d|(?<=2)0[0-2]\d)\b(?!\) [-–—])(?!\s(?:{tournaments})(?![^.;:()]{{0,40}}\b(?:{won})\b))"
        )

    def told(self, claim: Claim, reading: Reading, clubs: Clubs | None) -> str:
        """`this`, `first-leg`, `other`, or an empty string where it cannot be told."""
        if claim.get("likely") or claim.get("again"):
            return ""
        around = self._surroundings.words(claim, reading)
        if self._is_kick(claim, reading, around) or self.annulled.holds(claim, reading):
            return ""
        return self._about(claim, reading, clubs, around)

    def is_kick(self, claim: Claim, reading: Reading) -> bool:
        """Whether a goal or a score on the way is of a shoot-out."""
        return self._is_kick(claim, reading, self._surroundings.words(claim, reading))

    def _is_kick(self, claim: Claim, reading: Reading, around: Passage) -> bool:
        """Whether a goal or a score on the way is of a shoot-out: by the words around it, or, of an article that tells of one,
        by those of its paragraph."""
        if not (claim.type == "goal" or claim.get("kind") == "running") or claim.sentence < 0:
            return False
        if self._kicks.may_be_in(reading.words) and self._kicks.are_in(around):
            return True
        if "minute" in claim.fields or not any(other.get("kind") == "shoot-out" for other in reading.claims):
            return False
        text = reading.text
        start, end = text.rfind("\n", 0, claim.span.start) + 1, text.find("\n", claim.span.end)
        in_row = self._row_of_kicks.search(text, start, end if end >= 0 else len(text))
        return bool(in_row or _KICK_LINE.match(text, start))

    def _about(self, claim: Claim, reading: Reading, clubs: Clubs | None, around: Passage) -> str:
        said = claim.get("about")
        if claim.zone == "block" and clubs and (is_of_other_result(claim, reading, clubs) or is_one_of_dated(claim, reading)):
            return "other"
        if claim.zone == "block" and is_board_on_the_way(claim, reading):
            return ""
        if isinstance(said, str) and said and (claim.type != "score" or claim.zone == "block"):
            return said
        if said and clubs and not self._surroundings.names_third(claim, reading, clubs) and self._is_ours(claim, reading):
            return str(said)
        if said and claim.get("kind") != "running":
            return ""
        named = score_clubs(claim)
        if claim.zone == "block":
            return "this" if clubs and named <= frozenset(clubs) else ""
        if clubs and named and claim.type == "score" and not named <= frozenset(clubs):
            return "other"
        return "this" if is_headline_result(claim, clubs) else self._about_by_words(claim, reading, clubs, around)

    def _about_by_words(self, claim: Claim, reading: Reading, clubs: Clubs | None, around: Passage) -> str:
        """Which match a claim of the prose is about that does not say so itself, by the words and names around it."""
        third = clubs is not None and self._surroundings.names_third(claim, reading, clubs)
        if claim.type == "margin" and not third and self._overturn.are_in(around):
            return "first-leg"
        if clubs is None or (third and not is_result_of_lead(claim, reading)):
            return ""
        if self._surroundings.goes_on_elsewhere(claim, reading, clubs):
            return ""
        if claim.type in ("score", "margin") and claim.get("kind") != "aggregate" and self._is_first_leg(claim, reading):
            return self._leg(claim, reading)
        if self._points_elsewhere(claim, reading, around, clubs) or self._is_before(claim, reading, around):
            return ""
        return "this" if claim.type != "score" or self._is_stated_here(claim, reading, clubs, around) else ""

    def _points_elsewhere(self, claim: Claim, reading: Reading, around: Passage, clubs: Clubs) -> bool:
        """Whether the words around a claim tell of another match."""
        running = claim.get("kind") == "running"
        return (self._other_of_stage if running or is_result_of_both(claim, reading, clubs) else self._other).are_in(around)

    def _leg(self, claim: Claim, reading: Reading) -> str:
        """`first-leg` for a score of the first leg; `this` where the report is of that leg: it says so as it begins (`a 2-0
        win over Porto in the first leg of their last-16 tie`) or speaks of the second one as still to come, and tells no other
        result of its sides there."""
        sentence = reading.sentences[claim.sentence]
        begins = is_early(claim, reading) and not _other_result(claim, reading)
        if begins and self._report_of_first_leg.search(reading.text, claim.span.end, sentence.end):
            return "this"
        if begins and self._second_leg_ahead.search(reading.text, sentence.end):
            return "this"
        return "first-leg" if self._is_ours(claim, reading) else ""

    def is_elsewhen(self, claim: Claim, reading: Reading) -> bool:
        """Whether the words around a score point to another day, season or leg: `last month's 2-0 win`."""
        if claim.sentence < 0:
            return False
        around = self._surroundings.words(claim, reading)
        other = self._other_of_stage if claim.type == "count" else self._other
        elsewhen = any(cues.are_in(around) for cues in (other, self._leg_in_sight, self._overturn))
        return elsewhen or self._is_in_a_year(around, reading) or self._is_before(claim, reading, around)

    def _is_first_leg(self, claim: Claim, reading: Reading) -> bool:
        """Whether `first leg` stands near a score, and nearer to no other of the sentence."""
        if not self._leg_in_sight.may_be_in(reading.words):
            return False
        sentence = reading.sentences[claim.sentence]
        scores = [c for c in reading.claims if c.sentence == claim.sentence and c.type in ("score", "margin")]
        for cue in self._first_leg.finditer(reading.text, sentence.start, sentence.end):
            gaps = [max(c.span.start - cue.end(), cue.start() - c.span.end, 0) for c in scores]
            if gaps and min(gaps) <= REACH and scores[gaps.index(min(gaps))].span == claim.span:
                return True
        return False

    def _is_ours(self, claim: Claim, reading: Reading) -> bool:
        """Whether the sentence is of the lead or names a club; a sentence about nobody may be about anybody."""
        return is_early(claim, reading) or bool(self._surroundings.clubs_near(claim, reading))

    def _is_before(self, claim: Claim, reading: Reading, around: Passage) -> bool:
        """Whether the words say that something came after the score: `after a 1-1 draw on Thursday`.

        A shoot-out comes after a draw too; where the words tell of one, the score is this match's.
        """
        if claim.type != "score" or claim.get("kind") == "running":
            return self._is_in_a_year(around, reading)
        begin = reading.sentences[claim.sentence].start if claim.sentence >= 0 else claim.span.start
        if self._was_of_run.search(reading.text, begin, claim.span.start):
            return True
        before = reading.text[max(0, claim.span.start - 30) : claim.span.start]
        alone = len(_SCORE.findall(reading.sentences[claim.sentence].of(reading.text))) == 1
        both = len(score_clubs(claim)) > 1
        if (is_early(claim, reading) and (alone or both)) or (claim.zone == "caption" and alone and both):
            return False
        after = self._after.search(before) and not self._shoot_out.are_in(around)
        return bool(after) or self._is_in_a_year(around, reading)

    def _is_in_a_year(self, around: Passage, reading: Reading) -> bool:
        """Whether a year stands around a claim that is not the article's own. That of a dateline is no other day's."""
        own = str(reading.date.year) if reading.date else ""
        return any(found[0] != own for found in self._year.finditer(around.text))

    def _is_stated_here(self, claim: Claim, reading: Reading, clubs: Clubs, around: Passage) -> bool:
        """Whether a score is this match's: in the lead, or near the name of one of its clubs and nothing else."""
        if claim.get("kind") == "final" and claim.span.start < end_of_live_text(reading):
            return False
        if self._is_in_dated_insert(claim, reading) or is_played_elsewhere(claim, reading, clubs):
            return False
        if self._is_of_another(claim, reading, clubs):
            return False
        if claim.get("kind") == "final" and len(score_clubs(claim)) < 2 and self._may_be_kicks(claim, reading):
            return False
        if claim.get("kind") == "half-time":
            return not self._is_in_anothers_part(claim, reading, clubs)
        if is_early(claim, reading) or claim.get("kind") == "aggregate":
            return True
        if claim.get("kind") == "final" and score_clubs(claim) == set(clubs):
            return True
        if claim.get("kind") == "shoot-out":
            return not self._other.are_in(Passage(reading.sentences[claim.sentence].of(reading.text)))
        if claim.get("kind") == "running" and is_report(reading, clubs):
            return True
        return bool(self._surroundings.clubs_near(claim, reading) & set(clubs)) and not self._is_weak(around)

    def _is_in_anothers_part(self, claim: Claim, reading: Reading, clubs: Clubs) -> bool:
        """Whether the side last named before a score is neither of the match's, as where an article goes on to another."""
        before = (mention for mention in reversed(reading.mentions) if mention.span.end <= claim.span.start)
        named = (mention for mention in before if is_team(mention) and reading.clubs.at(mention.span.start))
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
        inserts = self._surroundings.inserts(claim.sentence, reading)
        return any(part.holds(claim.span) and self._year.search(part.of(reading.text)) for part in inserts)

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


def _other_result(claim: Claim, reading: Reading) -> bool:
    """Whether the first sentences tell another final score of the sides of one, as a report of the second leg does."""
    finals = (c for c in reading.claims if c.type == "score" and c.get("kind") == "final" and is_early(c, reading))
    sides, figures = score_clubs(claim), {claim.get("first"), claim.get("second")}
    return any(score_clubs(c) & sides and {c.get("first"), c.get("second")} != figures for c in finals)
