"""dismissals: how many men an article may tell to have left the pitch before the end.

Nine men need two of them. Of one man told in several sentences (`he was shown the red card`) there is still one: where every
sentence that speaks of a dismissal may be his, since it names him, or nobody, the article tells of one.
"""

from collections.abc import Collection, Iterator, Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.cards import is_red
from checker.match.sides import bench_roles, called_staff
from checker.pipeline.block_parts import ELEVEN
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading
from checker.reference.names import last_word

_LONGEST_PARAGRAPH = 800
"""Code points of a paragraph that speaks of one match; copy that has lost its line ends may speak of many in one."""
_BESIDE = 45
"""Code points between the words of a dismissal and those that make it one of several: `both`, `also`."""


class DismissalReader:
    """Counts the men of an article who went, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._red = words.beginnings("sending_off")
        self._plain = words.beginnings("plain_sending_off")
        self._several = words.beginnings("several_off")
        self._other = words.frame("another_man")
        self._followed, self._only_one = words.frame("followed_off"), words.frame("only_dismissal")
        self._suffered, self._speaks = words.frame("fouled_man"), words.frame("man_speaks")
        self._hurt = words.beginnings("hurt_words")
        self._injured = words.beginnings("injury_words")
        self._short = words.beginnings("short_of_men")
        self._added = words.pattern("added_time")
        self._of_squads = tuple(words.lists.get("squad_nouns", ()))
        self._beside_pitch = bench_roles(words) | words.folded("official_words")

    def told(self, count: Claim, claims: Sequence[Claim], reading: Reading) -> int | None:
        """The most men that the article may tell to have gone; None where its words leave the number open."""
        reds = [claim for claim in claims if is_red(claim) and claim.keys.get("player")]
        men = _men([claim.keys["player"] for claim in reds])
        if any(claim.get("block") for claim in reds):
            return len(men)  # where lists print them, they print them all
        if any(self.is_one_of_several(sentence, reading) for sentence in range(len(reading.sentences))):
            return None
        if self._may_be_hurt(count, reading):
            return None
        if self._followed.search(reading.text):
            return None
        if self._only_one.search(reading.text):
            return 1
        if any(self._tells_of_two(sentence, reading) for sentence in self._reds_in(reading)):
            return None
        told = list(self._told_of(reds, reading))
        named = [one for one in told if one]
        if len(men) <= 1 and (not named or set.intersection(*named)):
            return 1 + sum(self._is_of_another(sentence, reading) for sentence in self._reds_in(reading))
        return max(2, len(men))

    def surely(self, count: Claim, claims: Sequence[Claim]) -> int | None:
        """How many men the article names as sent off; None where the count's sentence tells how many the others were."""
        others = (c for c in claims if c is not count and c.type == "count" and c.get("what") == "men")
        if any(other.sentence == count.sentence for other in others):
            return None
        reds = [claim for claim in claims if is_red(claim) and claim.keys.get("player")]
        return len(_men([claim.keys["player"] for claim in reds]))

    def is_near(self, count: Claim, reading: Reading) -> bool:
        """Whether a count's sentence, one beside it or one of its paragraph speaks of a man sent off."""
        if count.sentence < 0:
            return False
        first, last = max(0, count.sentence - 1), min(len(reading.sentences), count.sentence + 2) - 1
        start, end = reading.sentences[first].start, reading.sentences[last].end
        opens, closes = reading.text.rfind("\n", 0, count.span.start) + 1, reading.text.find("\n", count.span.end)
        if closes >= 0 and closes - opens <= _LONGEST_PARAGRAPH:
            start, end = min(start, opens), max(end, closes)
        return bool(self._red.search(reading.text, start, end))

    def is_anywhere(self, count: Claim, claims: Sequence[Claim], reading: Reading) -> bool:
        """Whether an article that counts the men of a side in its own words has a man sent off, in words that mean nothing
        else; `eight players` may be a squad's."""
        if count.zone == "quotation" or count.get("n") != ELEVEN - 2 or count.text.endswith(self._of_squads):
            return False
        told = (self._plain.search(reading.sentences[sentence].of(reading.text)) for sentence in self._reds_in(reading))
        return any(is_red(claim) and claim.keys.get("player") for claim in claims) or any(told)

    def is_one_of_several(self, sentence: int, reading: Reading) -> bool:
        """Whether a sentence speaks of a dismissal, and beside it of several men."""
        start, end = reading.sentences[sentence]
        return not _is_block(sentence, reading) and any(
            self._several.search(reading.text, max(start, red.start() - _BESIDE), min(end, red.end() + _BESIDE))
            for red in self._red.finditer(reading.text, start, end)
        )

    def _may_be_hurt(self, count: Claim, reading: Reading) -> bool:
        """Whether a man may have been hurt: by words beside the count, or by those that no more could come on. `Injury time`
        is none."""
        if self._short.search(reading.text):
            return True
        near = range(max(0, count.sentence - 1), min(count.sentence + 2, len(reading.sentences)))
        words = {number: self._added.sub("", reading.sentences[number].of(reading.text)) for number in near}
        return any(map(self._hurt.search, words.values())) or bool(self._injured.search(words.get(count.sentence, "")))

    def _reds_in(self, reading: Reading) -> Iterator[int]:
        """The sentences that speak of a dismissal in the article's own words, outside the lists."""
        for number, span in enumerate(reading.sentences):
            found = self._red.search(reading.text, span.start, span.end)
            if found and reading.zones.at(found.start()) != "quotation" and not _is_block(number, reading):
                yield number

    def _tells_of_two(self, sentence: int, reading: Reading) -> bool:
        """Whether a sentence has words of two dismissals and names two men for them."""
        start, end = reading.sentences[sentence]
        named = [m for m in reading.named_in(sentence) if m.kind == "person" and not self._stands_by(m, reading)]
        return len(named) > 1 and sum(1 for _ in self._red.finditer(reading.text, start, end)) > 1

    def _told_of(self, reds: Sequence[Claim], reading: Reading) -> Iterator[set[str]]:
        """Who each sentence that speaks of a dismissal may mean, by surnames: the man who is read to have gone, or whoever is
        named there and plays."""
        staff = called_staff(reading, self._beside_pitch)
        for number in self._reds_in(reading):
            read = [claim.keys["player"] for claim in reds if claim.sentence == number]
            named = [m for m in reading.named_in(number) if m.kind == "person" and not self._stands_by(m, reading)]
            people = (reading.people.at(mention.span.start) for mention in named)
            yield _men(read or [person.key for person in people if person and person.key not in staff])

    def _stands_by(self, mention: Mention, reading: Reading) -> bool:
        """Whether a man only suffered the foul, or speaks of the dismissal: `a lunge at Hill`, `Hill said`."""
        start = reading.sentences[mention.sentence].start
        suffered = self._suffered.search(reading.text, start, mention.span.start)
        return bool(suffered or self._speaks.match(reading.text, mention.span.end))

    def _is_of_another(self, sentence: int, reading: Reading) -> bool:
        """Whether a sentence that names nobody tells of a man who has not been spoken of: `a red card for a defender`."""
        nobody = not any(m.kind == "person" for m in reading.named_in(sentence))
        return nobody and self._other.search(reading.sentences[sentence].of(reading.text)) is not None


def _is_block(sentence: int, reading: Reading) -> bool:
    span = reading.sentences[sentence]
    return any(span.overlaps(block) for block in reading.blocks.spans)


def _men(keys: Collection[str]) -> set[str]:
    """The surnames of some men, each once: `alli` is `dele alli`."""
    return {last_word(key) for key in keys}
