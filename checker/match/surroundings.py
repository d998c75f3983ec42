"""surroundings: the words and the clubs that stand about a claim in its sentence, without what is said beside."""

from collections.abc import Sequence

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Passage, Words
from checker.match.sides import Clubs
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading
from checker.reference.store import is_national

REACH = 70
"""Code points around a claim within which another match's words count; a long sentence holds several clauses."""
_CAME_FROM = 24
"""Code points before a club, and behind it, in which words say that a man came from it."""
_NOTHING = Passage("")


class Surroundings:
    """Tells what stands about claims, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._former = words.folded("former")
        self._left = words.folded("roles_of_another_club")
        self._came_from = words.folded("came_from_words")
        self._next_match = words.pattern("next_match_cues")
        self._of_this_match = words.frame("moments_of_this_match")
        self._unreal = words.frame("unreal")
        self._since = words.frame("since")
        self._earlier = words.frame("earlier_here")
        self._of_scores = words.pattern("scores_only_cues")
        self._scores_only = words.cues("scores_only_cues")
        self._fronted, self._set_apart = words.frame("fronted"), words.frame("set_apart")
        self._first_since = words.frame("first_since")
        self._more = words.frame("might_have_been")
        self._form = words.frame("recent_form")
        self._to_come = words.frame("replay_to_come")
        self._insert = words.frame("insert")
        self._since_then = words.frame("since_then")

    def words(self, claim: Claim, reading: Reading) -> Passage:
        """The words near a claim in its sentence, and those in which its sentence says first where it all was (`In the
        women's competition, …`), without those that only seem to tell of another match."""
        if claim.sentence < 0:
            return _NOTHING
        sentence = reading.sentences[claim.sentence]
        start = max(sentence.start, claim.span.start - REACH)
        end = min(sentence.end, claim.span.end + REACH)
        text = _without(self._beside(claim, reading), start, end, reading.text)
        if "replay" in text:
            text = self._to_come.sub(lambda found: " " * len(found[0]), text)
        before, behind = text[: claim.span.end - start], text[claim.span.end - start :]
        if claim.type in ("goal", "minute", "substitution"):
            before = self._unreal.sub("", before) if " have" in before else before
            behind = self._since.sub("", behind) if "since" in behind else behind
            if "earlier" in text:
                before, behind = self._earlier.sub("", before), self._earlier.sub("", behind)
            if self._scores_only.may_be_in(reading.words):
                before, behind = self._of_scores.sub("", before), self._of_scores.sub("", behind)
        if claim.type == "score" and " have been" in text:
            before, behind = self._more.sub("", before), self._more.sub("", behind)
        if "recent" in text:
            before, behind = self._form.sub("", before), self._form.sub("", behind)
        if "first" in text:
            before, behind = self._first_since.sub("", before), self._first_since.sub("", behind)
        if "since" in before or "earlier" in before:
            before = self._of_this_match.sub("", before)
        apart = self._set_apart.match(reading.text, sentence.start, claim.span.start) if start > sentence.start else None
        return Passage((apart[0] if apart else "") + before + behind)

    def clubs_near(self, claim: Claim, reading: Reading, beside: Sequence[Span] = ()) -> set[str]:
        """The clubs that a claim's sentence names, but for those in some parts of it."""
        return {
            reading.clubs.at(mention.span.start)
            for mention in reading.teams_in(claim.sentence)
            if not self._is_past(mention, reading) and not any(part.holds(mention.span) for part in beside)
        } - {""}

    def _is_past(self, mention: Mention, reading: Reading) -> bool:
        """Whether a club only says where a man once was: `two former Tottenham players`, `since his move from Denby`,
        `Denby outcast Hill`."""
        before = reading.text[max(0, mention.span.start - _CAME_FROM) : mention.span.start].lower().split()
        if bool(before) and (before[-1] in self._former or " ".join(before[-2:]) in self._came_from):
            return True
        behind = reading.text[mention.span.end : mention.span.end + _CAME_FROM].lower().split()
        return bool(behind) and behind[0] in self._left

    def names_third(self, claim: Claim, reading: Reading, clubs: Clubs) -> bool:
        """Whether the sentence names another side: a nation beside two clubs only says where a man comes from."""
        sides = (reading.clubs.at(mention.span.start) for mention in reading.named_in(claim.sentence))
        if all(not side or side in clubs for side in sides):
            return False  # as mostly
        near = self.clubs_near(claim, reading, self._beside(claim, reading)) - set(clubs)
        of_nations = any(is_national(club) for club in clubs)
        return any(of_nations or not is_national(key) for key in near)

    def goes_on_elsewhere(self, claim: Claim, reading: Reading, clubs: Clubs) -> bool:
        """Whether a sentence that names no side goes on about a man of whom the one before it told another match's result:
        `Hill steered Denby to a 1-0 win over Hull. Hill scored late.`"""
        before = claim.sentence - 1
        if before < 0 or reading.clubs_in(claim.sentence):
            return False
        named = set(reading.clubs_in(before))
        if len(named) < len(clubs) or not named.isdisjoint(clubs):
            return False
        told = any(other.type == "score" and other.sentence == before for other in reading.claims)
        return told and not _men(before, reading).isdisjoint(_men(claim.sentence, reading))

    def _beside(self, claim: Claim, reading: Reading) -> list[Span]:
        """The parts of a claim's sentence that are about something else, and say so."""
        if claim.type not in ("goal", "minute") or claim.sentence < 0:
            return self._next_matches(claim, reading)
        fronted = self._fronted.match(reading.text, *reading.sentences[claim.sentence])
        since = self._since_then.search(reading.text, *reading.sentences[claim.sentence]) if "since" in reading.words else None
        told = [Span(*found.span()) for found in (fronted, since) if found]
        inserts = [*self.inserts(claim.sentence, reading), *told]
        return [part for part in inserts if not part.overlaps(claim.span)]

    def inserts(self, sentence: int, reading: Reading) -> list[Span]:
        """The parts of a sentence that only tell more of whom they stand behind."""
        start, end = reading.sentences[sentence]
        return [Span(*part.span()) for part in self._insert.finditer(reading.text, start, end)]

    def _next_matches(self, claim: Claim, reading: Reading) -> list[Span]:
        """What a sentence tells behind a result of whom the side meets next: `won 2-0 and now face Denby`."""
        if claim.type != "score" or claim.get("kind") != "final" or claim.sentence < 0:
            return []
        end = reading.sentences[claim.sentence].end
        found = self._next_match.search(reading.text, claim.span.end, end)
        return [Span(found.start(), end)] if found else []


def _without(parts: Sequence[Span], start: int, end: int, text: str) -> str:
    """A piece of a text with blanks in the place of some parts."""
    piece = text[start:end]
    for part in parts:
        first, last = max(part.start, start) - start, min(part.end, end) - start
        if first < last:
            piece = piece[:first] + " " * (last - first) + piece[last:]
    return piece


def _men(sentence: int, reading: Reading) -> set[str]:
    """The keys of the people whom a sentence names."""
    people = (reading.people.at(mention.span.start) for mention in reading.named_in(sentence))
    return {person.key for person in people if person}
