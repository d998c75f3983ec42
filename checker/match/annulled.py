"""annulled: goals that are taken back behind them: ruled out, flagged offside, cancelled by the video assistant."""

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Words
from checker.pipeline.reading import Reading


class Annulled:
    """Tells what is taken back, with the cue words of a pack."""

    def __init__(self, words: Words) -> None:
        self._cues = words.pattern("annulled_cues")
        self._after = words.pattern("annulled_after_cues")
        self._any = words.cues("annulled_cues")
        self._appeal = words.frame("appeal")
        self._next_goal = words.frame("had_another")
        self._goes_on = words.frame("goes_on")
        self._officials = words.folded("official_words")

    def holds(self, claim: Claim, reading: Reading) -> bool:
        """Whether a goal, or what fell at a time, is taken back behind it, up to the end of the next sentence."""
        if claim.type not in ("goal", "minute") or claim.sentence < 0:
            return False
        text, behind, last = reading.text, reading.sentences[claim.sentence].end, self._next_sentence(claim, reading).end
        if not self._any.may_be_in(reading.words) and not self._after.search(text, behind, last):
            return False  # as mostly
        end = self._end_of_story(claim, reading)
        return self._takes_back(text, claim.span.end, end) or bool(self._after.search(text, behind, max(behind, end)))

    def is_taken_back(self, claim: Claim, reading: Reading, start: int) -> bool:
        """Whether words from an offset on take back what fell at a time, up to the end of the next sentence."""
        if not self._any.may_be_in(reading.words):
            return False
        return self._takes_back(reading.text, start, self._end_of_story(claim, reading))

    def _end_of_story(self, claim: Claim, reading: Reading) -> int:
        """Up to where words may take a goal back, in code points: the end of the next sentence, or another man's name in it,
        unless he is the referee. A sentence that begins with `But` or `The` goes on about the goal, whomever it names: `But
        referee Adam Poole saw a foul`."""
        start, end = self._next_sentence(claim, reading)
        following = claim.sentence + 1
        if following == len(reading.sentences) or self._goes_on.match(reading.text, start):
            return end
        officials = self._officials & reading.words
        own = {person.key for mention in reading.named_in(claim.sentence) if (person := reading.people.at(mention.span.start))}
        men = ((mention.span.start, reading.people.at(mention.span.start)) for mention in reading.named_in(following))
        others = ((at, person) for at, person in men if person and person.key not in own)
        return next((at for at, person in others if not reading.is_called(person, officials)), end)

    def _next_sentence(self, claim: Claim, reading: Reading) -> Span:
        """The sentence behind a claim's own; that one where it is the last."""
        return reading.sentences[min(claim.sentence + 1, len(reading.sentences) - 1)]

    def _takes_back(self, text: str, start: int, end: int) -> bool:
        """Whether words take a goal back; those of men who appeal for offside in vain, or of the next goal, do not."""
        found = self._cues.finditer(text, start, end)
        others = (self._appeal, self._next_goal)
        return any(not any(told.search(text, start, cue.start()) for told in others) for cue in found)
