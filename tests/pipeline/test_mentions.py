"""Mentions: which words are names, of whom or what, and which only begin a sentence."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading

Read = Callable[..., Reading]


def told(reading: Reading, kind: str = "") -> list[str]:
    """The sure mentions of a kind, as written."""
    return [m.span.of(reading.text) for m in reading.mentions if m.sure and kind in ("", m.kind)]


def only(reading: Reading) -> Mention:
    (mention,) = reading.mentions
    return mention


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Adam Dunne shot.", ["Adam Dunne"]),
        ("Then Dunne shot.", ["Dunne"]),
        ("Then Adam Dunne and Sam Ray shot.", ["Adam Dunne", "Sam Ray"]),
        ("Then Ruud van der Berg shot.", ["Ruud van der Berg"]),
        ("Then Van der Berg shot.", ["Van der Berg"]),
        ("Then van der Berg shot.", ["van der Berg"]),
        ("Then José de la Torre shot.", ["José de la Torre"]),
        ("Then N’Golo O’Brien shot.", ["N’Golo O’Brien"]),
        ("Then Allan Saint-Just shot.", ["Allan Saint-Just"]),
        ("Then S. Dunne shot.", ["S. Dunne"]),
        ("Then S Dunne shot.", ["S Dunne"]),
        ("Then Łukasz Żółć shot.", ["Łukasz Żółć"]),
        ("It was Adam\nThen Dunne shot.", ["Adam", "Dunne"]),
        ("Then Mr Dunne and Sir Sam Ray shot.", ["Dunne", "Sam Ray"]),
        ("It was Dunne's shot and Ray’s save.", ["Dunne", "Ray"]),
        ("It was Davies' shot.", ["Davies"]),
        ("On Saturday in March he shot.", []),
        ("It was the FA who said so on the BBC.", []),
        ("It rained and it snowed.", []),
        ("Then Corbridge Manager Adam Dunne spoke.", ["Corbridge", "Adam Dunne"]),
        ("Then Corbridge Head Coach Dunne spoke.", ["Corbridge", "Dunne"]),
    ],
)
def test_a_run_of_capitals_is_a_person_s_name(read: Read, text: str, names: list[str]) -> None:
    assert told(read(text), "person") == names


@pytest.mark.parametrize(
    ("text", "kind", "name", "style"),
    [
        ("It was Ayton United who won.", "club", "Ayton United", "name"),
        ("It was Ayton who won.", "club", "Ayton", "alias"),
        ("It was United who won.", "club", "United", "short"),
        ("It was the Millers who won.", "club", "Millers", "nickname"),
        ("It was Corley and Moor Town who won.", "club", "Corley and Moor Town", "name"),
        ("It was Norland who won.", "national", "Norland", "name"),
        ("It was a Norlander who won.", "national", "Norlander", "demonym"),
        ("It was at Mill Lane that they won.", "site", "Mill Lane", "name"),
        ("It was the Moor Cup that they won.", "competition", "Moor Cup", "name"),
        ("It was Anna Whistle who blew.", "official", "Anna Whistle", "name"),
        ("It was Peter Marsh who won.", "person", "Peter Marsh", "name"),
        ("It was Marsh who won.", "person", "Marsh", "surname"),
    ],
)
def test_what_the_reference_knows_is_told_by_its_kind(read: Read, text: str, kind: str, name: str, style: str) -> None:
    reading = read(text)
    mention = only(reading)
    assert (mention.kind, mention.span.of(reading.text), mention.style) == (kind, name, style)
    assert mention.entities


def test_known_names_are_cut_out_of_a_run(read: Read) -> None:
    reading = read("It was Ayton United Peter Marsh who won.")
    assert [(m.kind, m.span.of(reading.text)) for m in reading.mentions] == [
        ("club", "Ayton United"),
        ("person", "Peter Marsh"),
    ]


def test_a_short_name_keeps_every_club_it_may_stand_for(read: Read) -> None:
    assert set(only(read("It was United who won.")).entities) == {"ayton", "beeford"}


@pytest.mark.parametrize("name", ["Alan Sunderby", "Peter Sunderby"])
def test_a_club_s_name_behind_a_first_name_is_a_surname(read: Read, name: str) -> None:
    assert told(read(f"It was {name} who won."), "person") == [name]


def test_a_headline_s_verb_parts_two_clubs(read: Read) -> None:
    found = read("Ayton Edge Corley 2-1\nIt rained.")
    assert [(m.words, m.kind) for m in found.mentions] == [("ayton", "club"), ("corley", "club")]


def test_a_longer_name_is_no_club_of_its_first_word(read: Read) -> None:
    assert told(read("It rained on United do Sul.")) == ["United do Sul"]


def test_a_club_s_name_alone_is_the_club(read: Read) -> None:
    assert told(read("It was Sunderby who won."), "club") == ["Sunderby"]


@pytest.mark.parametrize("text", ["Sunderby-born Dunne won.", "It was Sunderby-born Dunne who won."])
def test_half_of_a_compound_is_no_club(read: Read, text: str) -> None:
    assert told(read(text), "club") == []


@pytest.mark.parametrize("word", ["However", "Still", "Moments", "Unsurprisingly", "Goals"])
def test_a_word_that_begins_a_sentence_is_no_name(read: Read, word: str) -> None:
    assert told(read(f"It rained. {word} they won.")) == []


def test_a_word_of_every_day_is_a_name_where_the_article_has_it_as_one(read: Read) -> None:
    assert [m.words for m in read("Edge shot. It rained.").mentions] == []
    assert told(read("Edge shot. It was Adam Edge who scored.")) == ["Edge", "Adam Edge"]


def test_a_participle_before_a_name_is_no_part_of_it(read: Read) -> None:
    assert told(read("It rained. Watching Dunne was fun, said Dunne.")) == ["Dunne", "Dunne"]


@pytest.mark.parametrize("text", ["It was @Dunne who wrote.", "It rained. #SamRay"])
def test_the_names_of_networks_are_no_names(read: Read, text: str) -> None:
    assert told(read(text)) == []


def test_a_name_that_begins_a_sentence_is_sure_when_it_stands_inside_another(read: Read) -> None:
    assert told(read("Dunne shot. Then Dunne scored.")) == ["Dunne", "Dunne"]


def test_a_word_that_begins_a_sentence_and_stands_nowhere_else_is_not_sure(read: Read) -> None:
    assert told(read("Poole shot.")) == []


def test_a_mention_knows_its_sentence(read: Read) -> None:
    reading = read("It was Dunne. It was Poole.")
    assert [mention.sentence for mention in reading.mentions] == [0, 1]


def test_a_mention_in_a_block_stands_in_no_sentence(read: Read) -> None:
    row = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
    block = [mention for mention in read(f"It rained.\nAyton: {row}\n").mentions if mention.block]
    assert len(block) == 12
    assert {mention.sentence for mention in block} == {-1}


def test_decomposed_accents_belong_to_the_name(read: Read) -> None:
    reading = read("It was Pe\u0301ter Marsh who won.")
    mention = only(reading)
    assert mention.span.of(reading.text) == "Pe\u0301ter Marsh"
    assert mention.entities == ("peter-marsh",)


def test_a_place_where_an_agency_filed_names_no_club(read: Read) -> None:
    assert told(read("AYTON, Oct 21 - It was Corley who won."), "club") == ["Corley"]


WORDS = ["Dunne", "Adam", "United", "Ayton", "van", "der", "S.", "O’Brien", "the", ".", ",", "'s", "\n", "é", "ß", "(", "“"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=15).map(" ".join).filter(lambda text: bool(text.strip())))
def test_mentions_of_any_text_lie_in_it_in_order(read: Read, text: str) -> None:
    spans = [mention.span for mention in read(text).mentions]
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
