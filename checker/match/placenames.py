"""placenames: names that are nearly a club's or a ground's: the two clubs', their grounds', and the other clubs named.

A club that nobody knows stands as a man's name in a reading unless something says that it is a club; what is an exact match
anywhere in the reference is never a misspelling.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.endings import Endings, differ_in_figures, is_plural
from checker.match.sides import Clubs
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading
from checker.reference.names import TYPING_ERRORS, distance, fold, last_word
from checker.reference.store import Reference

_ROW, _ROW_MARKS, _LEAST_MARKS = 60, (",", ";"), 6
"""A name behind a comma with so many commas and semicolons within so many code points of it stands in a row of names."""
LONGEST_INITIALS = 5
"""Letters of a word of capitals that may be initials."""
SHORTEST_DISTANT = 6
"""Letters of a club that nobody knows, beside which another spelling is asked about."""
SHORTEST_PLACE = 8
"""Letters of a club's or ground's name that is compared with the whole reference, not with the article's clubs alone."""


class PlaceNameReader:
    """Finds the misspelt names of clubs and grounds in one article after the other."""

    def __init__(self, words: Words, reference: Reference) -> None:
        self._words = words
        self._reference = reference
        self._forms = Endings(words)
        self._first_names = words.folded("first_names")
        self._endings = tuple(words.lists.get("word_endings", ()))
        self._cut = tuple(f" {word}" for word in words.folded("cut_at_full_stop"))
        """What a name ends in whose rest stands behind a full stop."""
        self._asked = tuple(f"{mark} " for mark in words.lists.get("interview_marks", ()))

    def claims(self, reading: Reading, clubs: Clubs | None) -> Iterator[Claim]:
        """A `name` claim for each mention of such a name, with the name that it was meant for."""
        known = self._place_names(reading, clubs)
        unknown = [words for words in reading.names_of_people if not self._reference.knows(words)]
        initials = {words[0] for words in known}
        alike = [words for words in unknown if words[0] in initials]
        near = {words: found for words in alike if (found := self._place_near(words, known))}
        distant = {words: found for words in unknown if words not in near and (found := self._nearest_of_all(words))}
        if not near and not distant:
            return
        named = Counter(mention.words for mention in reading.mentions if mention.kind in ("club", "site") and mention.sure)
        in_blocks = [m for m in reading.mentions if m.kind == "person" and m.block and not reading.clubs.at(m.span.start)]
        players = {last_word(mention.words) for mention in in_blocks}
        players |= called_in_full(reading.names_of_people, self._first_names)
        for mention in reading.mentions:
            if mention.kind != "person" or mention.entities or mention.words in players or _in_row(mention, reading.text):
                continue
            right = near.get(mention.words)
            if mention.words in distant and self._is_place_here(mention, reading):
                right = distant[mention.words]
            if right is None:
                continue
            words, edits, kind = right
            seen = sum(other.words == mention.words for other in reading.mentions)
            sure = mention.words in near or self._is_complete(words)
            unknown_club = named[words] <= seen and kind == "club" and not self._reference.knows(words)  # neither is surely it
            if self._is_no_slip(mention, words, reading.text) or (unknown_club and len(words) < SHORTEST_DISTANT):
                continue
            shown = known[words][1] if words in known else words.title()
            basis = "reference" if sure and not unknown_club else "distant"
            source = self._source(words) if basis == "reference" else {}
            fields: dict[str, Value] = {
                **source, "name": mention.span.of(reading.text), "kind": kind, "right": shown, "edits": edits, "basis": basis,
                "letters": max(len(mention.words), len(words)), "known": False, "seen_right": named[words], "seen": seen,
            }  # fmt: skip
            yield Claim(
                "name", mention.span, mention.span.of(reading.text), fields, zone=reading.zones.at(mention.span.start),
                sentence=mention.sentence, path=reading.article.path,
            )  # fmt: skip

    def _is_no_slip(self, mention: Mention, words: str, text: str) -> bool:
        """Whether a name that is nearly a place's is its plural, its initials, or begins another: `Paris St. Germain`; or a
        question's first word with its mark: `Q. Why`; or a word of English that begins a sentence: `Regarding the penalty`."""
        if not mention.sure and mention.words.endswith(self._endings):
            return True
        if self._asked and text.startswith(self._asked, mention.span.start):
            return True
        if self._forms.is_one_of_many(mention.span, text, words) or _is_spaced_out(mention, words, text):
            return True
        return mention.words.endswith(self._cut) or _differs_in_initials(mention.span.of(text), words)

    def _place_near(self, words: str, known: Mapping[str, tuple[str, str]]) -> tuple[str, int, str] | None:
        """The place name near some words; where the reference lacks it, a man of the Redwoods is a Redwood, and a tannery no
        slip of the Tanners."""
        near = _nearest_place(words, known)
        if near and (self._forms.is_of_people(words, near[0]) or self._forms.is_of_people(near[0], words)):
            return None
        if near and (self._forms.is_of_women(words, near[0]) or self._forms.is_pet_name(words, near[0])):
            return None
        if near and len(words) == len(near[0]) - len("es") and is_plural(words, near[0]):
            return None  # a Lioness is one of the Lionesses
        is_form = near and (is_plural(words, near[0]) or self._forms.is_other_ending(words, near[0]))
        return None if is_form and near and not self._reference.knows(near[0]) else near

    def _nearest_of_all(self, words: str) -> tuple[str, int, str] | None:
        """The one club or ground of the whole reference that a long name is one edit from."""
        if len(words) < SHORTEST_PLACE:
            return None
        near = {
            (form.words, 1, "ground" if form.kind == "site" else "club")
            for form in self._reference.places(words[:2], len(words), edits=1)
            if distance(words, form.words) == 1
        }
        one = near.pop() if len({words for words, _, _ in near}) == 1 else None
        if one and " " not in words and (is_plural(words, one[0]) or self._forms.is_of_people(words, one[0])):
            return None  # a man of the Metrostars is a Metrostar, one of Ayton an Aytoner
        return one if one and _letters(one[0]) != _letters(words) else None

    def _is_place_here(self, mention: Mention, reading: Reading) -> bool:
        """Whether a name heads a line-up, or the words around it say that it is a place's: `a 2-0 win over Middlesborough`."""
        if mention.block:
            return bool(reading.clubs.at(mention.span.start))
        if " " in mention.words:
            return True
        before = reading.text[max(0, mention.span.start - 14) : mention.span.start].lower().split()
        if not before or before[-1] not in self._words.folded("place_cues"):
            return False
        if before[-1] == "and" and not _is_behind_place(mention, reading):
            return False
        same = [other for other in reading.mentions if other.words == mention.words]
        return len(same) <= 2 and not any(other.words.endswith(" " + mention.words) for other in reading.mentions)

    def _source(self, words: str) -> dict[str, Value]:
        """The entity that a name belongs to, and the file that has it."""
        first = words.split()[0]
        for form in self._reference.forms_of(first):
            entity = self._reference.entity(form.entity) if form.words == words else None
            if entity:
                return {"fact": ", ".join(part for part in (entity.name, entity.detail) if part), "source": entity.source}
        return {}

    def _is_complete(self, words: str) -> bool:
        """Whether the reference has all the clubs of the country of a name's club, so that no other is one edit away."""
        first = words.split()[0]
        entities = [form.entity for form in self._reference.forms_of(first) if form.words == words]
        countries = {found.detail for entity in entities if (found := self._reference.entity(entity))}
        return bool(countries) and countries <= set(self._words.lists.get("complete_countries", ()))

    def _place_names(self, reading: Reading, clubs: Clubs | None) -> dict[str, tuple[str, str]]:
        """Folded names of grounds and clubs that this article may mean, with their kind and their right spelling."""
        found: dict[str, tuple[str, str]] = {}
        for club in clubs or ():
            for site in self._reference.sites(club):
                name = self._reference.name(site)
                found[fold(name)] = ("ground", name)
        for mention in reading.mentions:
            if mention.kind == "club" and mention.sure and mention.style in ("name", "alias"):
                found.setdefault(mention.words, ("club", mention.span.of(reading.text)))
        return found


def called_in_full(names: Iterable[str], first_names: Collection[str]) -> set[str]:
    """The surnames that stand behind a man's first name among some names: Arfield is no Anfield beside Scott Arfield."""
    parts = (words.split() for words in names if " " in words)
    return {each[-1] for each in parts if each[0] in first_names}


def _is_spaced_out(mention: Mention, words: str, text: str) -> bool:
    """Whether a club of initials is written with spaces where it elsewhere has none, or without: NYC FC and NYCFC."""
    return mention.span.of(text).isupper() and mention.words.replace(" ", "") == words.replace(" ", "")


def _differs_in_initials(name: str, right: str) -> bool:
    """Whether a name is another one but for initials: the code of a share is no slip of the firm's name, `Ayton FA` none of
    Ayton FC."""
    *head, last = name.replace("-", " ").split()
    return last.isupper() and len(last) <= LONGEST_INITIALS and fold(" ".join(head)) == " ".join(right.split()[:-1])


def _is_behind_place(mention: Mention, reading: Reading) -> bool:
    """Whether the name before one in a text is a place's: `Ayton and Middlesborough`, not `Hill, Ray and Sterling`."""
    before = [other for other in reading.mentions if other.span.end <= mention.span.start]
    return bool(before) and before[-1].kind in ("club", "site", "national")


def _nearest_place(words: str, known: Mapping[str, tuple[str, str]]) -> tuple[str, int, str] | None:
    """The one place name near the words: within two edits, or the same letters divided otherwise (`Bay Arena`)."""
    near = []
    for other, (kind, _) in known.items():
        if other[0] != words[0] or other == words or differ_in_figures(words, other):
            continue
        divided = other.replace(" ", "") == words.replace(" ", "")
        edits = 1 if divided else distance(words, other)
        if edits <= TYPING_ERRORS and (divided or _letters(other) != _letters(words)):  # St James Park: no misspelling
            near.append((edits, other, kind))
    near.sort()
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1], near[0][0], near[0][2]


def _letters(words: str) -> str:
    return "".join(letter for letter in words if letter.isalnum())


def _in_row(mention: Mention, text: str) -> bool:
    """Whether a name stands in a row of names, as in a probable team: it is a man's."""
    around = text[max(0, mention.span.start - _ROW) : mention.span.end + _ROW]
    beside = text[max(0, mention.span.start - 2) : mention.span.start].strip()
    return beside in _ROW_MARKS and sum(around.count(mark) for mark in _ROW_MARKS) >= _LEAST_MARKS
