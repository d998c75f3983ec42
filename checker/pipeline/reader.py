"""The pipeline as one function: an Article to a Reading, by way of a spaCy Doc."""

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from checker.article import Article
from checker.claims.types import ClaimType
from checker.claims.words import Words
from checker.pipeline.affiliations import managers
from checker.pipeline.blank import BlankTokeniser
from checker.pipeline.block_claims import block_claims
from checker.pipeline.blocks import BlockReader
from checker.pipeline.claims import ClaimReader
from checker.pipeline.clubs import block_labels, find_clubs, with_men, with_origins, with_shorts, without_rows_of_clubs
from checker.pipeline.datelines import DatelineReader
from checker.pipeline.dates import DateReader, iso_dates
from checker.pipeline.dating import DatingReader
from checker.pipeline.likely import LikelyGoals
from checker.pipeline.matching import PatternMatcher, set_entities
from checker.pipeline.mentions import MentionFinder
from checker.pipeline.people import find_people
from checker.pipeline.reading import Reading
from checker.pipeline.timing import MomentReader
from checker.pipeline.tokens import Tokens
from checker.pipeline.unknown_clubs import ClubFinder
from checker.pipeline.zones import find_sentences, find_zones
from checker.reference.names import fold
from checker.reference.store import Reference


class ArticleReader:
    """zones, blocks, mentions, claims, timing: each step one call, in the order of the way of an article."""

    def __init__(
        self, nlp: Language | BlankTokeniser, claim_types: dict[str, ClaimType], words: Words, reference: Reference
    ) -> None:
        self._nlp = nlp
        self._words = words
        self._blocks = BlockReader(words)
        self._mentions = MentionFinder(words, reference)
        self._clubs = ClubFinder(words, reference)
        vocab = None if isinstance(nlp, BlankTokeniser) else nlp.vocab
        self._matcher = PatternMatcher(list(claim_types.values()), words, vocab)
        self._claims = ClaimReader(claim_types, words)
        self._likely = LikelyGoals(words)
        self._dates = DateReader(words)
        self._moments = MomentReader(words)
        self._dating = DatingReader(words)
        self._datelines = DatelineReader(words)
        self._sides_of_nations = re.compile(rf" (?:{words.one_of('sides_of_nations')}) ")

    def read(self, article: Article) -> Reading:
        """What the article says."""
        if isinstance(self._nlp, BlankTokeniser):
            return self._read(article, self._nlp.tokens(article.plain))
        return self._read(article, Tokens.of(self._nlp.make_doc(article.plain)))

    def read_doc(self, article: Article, doc: Doc) -> Reading:
        """What the article says, from somebody's Doc of its text; the names become the Doc's entities."""
        reading = self._read(article, Tokens.of(doc))
        set_entities(doc, reading.mentions)
        return reading

    def _read(self, article: Article, tokens: Tokens) -> Reading:
        text, start = article.plain, article.start
        zones = find_zones(article)
        sentences = find_sentences(article)
        blocks = self._blocks.read(text, start)
        named = self._mentions.find(text, sentences, blocks.spans, start)
        sound_blocks = without_rows_of_clubs(blocks, named)
        if sound_blocks is not blocks:
            blocks, named = sound_blocks, self._mentions.find(text, sentences, sound_blocks.spans, start)
        found = with_men(named, blocks)
        labels = block_labels(blocks)
        misspelt = self._clubs.misspelt(text, labels)
        sound = [label for label in labels if label.start not in misspelt]
        unknown = self._clubs.unknown(text, found, sound, article.match)
        slips = self._clubs.slips(found, unknown | {fold(label.of(text)) for label in labels})
        misspelt |= {m.span.start: slips[m.words] for m in found if m.words in slips}
        mentions = self._clubs.settled(self._clubs.with_clubs(found, unknown - slips.keys()))
        mentions = with_origins(text, mentions, self._sides_of_nations)
        people = find_people(text, mentions, self._words.particles)
        shorts = self._clubs.short_forms({m.words for m in mentions if m.kind == "club" and not m.entities})
        clubs = find_clubs(text, mentions, blocks, misspelt, shorts)
        mentions = with_shorts(mentions, clubs)
        reading = Reading(article, zones, sentences, blocks, mentions, people, clubs, frozenset(tokens.words))
        hits = self._matcher.hits(tokens, sentences, mentions)
        prose = self._claims.prose(reading, hits, self._matcher.numbers(tokens))
        prose = self._dates.told(prose, text)
        date = self._datelines.day(article, prose)
        outside = [claim for claim in prose if not any(span.overlaps(claim.span) for span in blocks.spans)]
        listed = [*block_claims(reading), *managers(reading), *iso_dates(article, sentences)]
        outside = self._likely.confirmed(outside, listed, reading)
        told = self._dating.told(self._moments.told(outside, sentences, text), text)
        told = self._dates.placed(told, date, self._datelines.agencys(article, told, sentences))
        return replace(reading, date=date, claims=tuple(sorted([*told, *listed], key=lambda c: c.span)))
