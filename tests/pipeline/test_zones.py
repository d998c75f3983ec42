"""Zones: headline, caption, quotation, code; and the sentences, which cover the copy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.article import Article, Span, article_from_bytes
from checker.pipeline.zones import find_sentences, find_zones, quotations, sentence_at

STORY = "Rovers met City on Saturday.\nIt rained throughout the match.\nThe crowd went home."
ENDS = ["\n", "\r\n", "\r"]
TEXTS = st.text(st.sampled_from(list("ab AB.!?…\"'“”‘’()\n\r\u00a01é👍")), min_size=1, max_size=60).filter(
    lambda text: bool(text.strip("\ufeff \t\r\n"))
)


def made(text: str, path: str = "story.txt") -> Article:
    return article_from_bytes(text.encode(), path)


def marked(text: str, path: str = "story.txt") -> list[tuple[str, str]]:
    """The kind and the text of each zone."""
    return [(zone.kind, zone.span.of(text)) for zone in find_zones(made(text, path)).marked]


def quoted(line: str) -> list[str]:
    return [span.of(line) for span in quotations(line)]


def sentences(text: str) -> list[str]:
    return [span.of(text).strip() for span in find_sentences(made(text))]


# headlines


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(
    "headline", ["Rovers hold on in the rain", "ROVERS 1 CITY 1", "'We were lucky,' says Marsh", "word " * 19 + "word"]
)
def test_a_first_line_without_a_full_stop_is_the_headline(headline: str, end: str) -> None:
    text = f"{headline}\n{STORY}".replace("\n", end)
    assert ("headline", headline) in marked(text)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "Rovers hold on in the rain",
        "“It rained.”\n" + STORY,
        "Teams:\n" + STORY,
        " ".join(["word"] * 21) + "\n" + STORY,
    ],
    ids=["sentence", "one line", "quotation", "colon", "long"],
)
def test_other_first_lines_are_no_headline(text: str) -> None:
    assert "headline" not in dict(marked(text))


def test_a_heading_of_markdown_is_the_headline() -> None:
    text = "---\ndate: 2024-04-18\n---\n# Rovers hold on.\n\n" + STORY
    assert ("headline", "# Rovers hold on.") in marked(text, "story.md")


# captions


@pytest.mark.parametrize("end", ENDS)
def test_a_line_of_some_words_without_a_full_stop_is_a_caption(end: str) -> None:
    caption = "Peter Marsh scores the equaliser for Rovers"
    text = STORY.replace("\n", f"\n{caption}\n", 1).replace("\n", end)
    assert ("caption", caption) in marked(text)


@pytest.mark.parametrize("line", ["Second half", "Subs not used: Hill, Ray, Poole, Stone", "1-1 is how it ended here"])
def test_other_lines_are_no_caption(line: str) -> None:
    assert "caption" not in dict(marked(STORY.replace("\n", f"\n{line}\n", 1)))


def test_the_last_line_is_no_caption() -> None:
    assert "caption" not in dict(marked(STORY + "\nThe crowd went home in the end"))


# quotations


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("“We were 2-1 up,” he said.", ["“We were 2-1 up,”"]),
        ('He said: "We were 2-1 up." It rained.', ['"We were 2-1 up."']),
        ("'We were two up,' said Marsh.", ["'We were two up,'"]),
        ("‘We were two up.’", ["‘We were two up.’"]),
        ("“It was very wet,” he said. “We were 2-1 up.”", ["“It was very wet,”", "“We were 2-1 up.”"]),
        ("(“We were very poor.”)", ["(“We were very poor.”"[1:]]),
        ("“He said ‘we were poor’ again and again.”", ["“He said ‘we were poor’ again and again.”"]),
        # an apostrophe inside
        ("'It's a game we won't forget,' said Marsh.", ["'It's a game we won't forget,'"]),
        ("“It’s a game we won’t forget,” said Marsh.", ["“It’s a game we won’t forget,”"]),
        # a new mark with each sentence, only the last is closed
        ('"We were poor. "But we won it. "That is all." It rained.', ['"We were poor. "But we won it. "That is all."']),
        # the end is lost: to the end of the line
        ("“We were poor and they were 2-1 up", ["“We were poor and they were 2-1 up"]),
        # some words put at a distance are the writer's own
        ("It was a “must-win game” for both.", []),
        ("They called it 'the derby' again.", []),
        ("A 'graveyard' for them, and it was 'so cold' too.", []),
        ("A 'graveyard' for them. 'It was so very cold,' said Marsh.", ["'It was so very cold,'"]),
        ("A 'graveyard', they said, 'and we were very cold.'", ["'and we were very cold.'"]),
        ("It was the 'Lions' den and the players' own.", []),
        # apostrophes that are no quotation marks
        ("Rovers' lead and City's joy were the players' own.", []),
        ("The class of '99 met the class of '01 again at last.", []),
        ("Marsh's men, Hill's men and O'Brien's men met.", []),
        ("Rock 'n' roll football, they say.", []),
        # inches and feet
        ("The 6'4\" striker and the 6'1\" defender met.", []),
    ],
)
def test_quotations_of_a_line(line: str, expected: list[str]) -> None:
    assert quoted(line) == expected


@given(TEXTS)
def test_quotations_of_a_line_are_in_order_and_apart(line: str) -> None:
    found = list(quotations(line, offset=7))
    edges = [edge for span in found for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(7 <= span.start < span.end <= 7 + len(line) for span in found)


@pytest.mark.parametrize("end", ENDS)
def test_a_quotation_ends_with_its_line(end: str) -> None:
    text = f"{STORY}\n“We were poor and they won it\nIt rained.".replace("\n", end)
    assert dict(marked(text))["quotation"] == "“We were poor and they won it"


# Markdown


@pytest.mark.parametrize("end", ENDS)
def test_fenced_code_is_a_zone_of_its_own(end: str) -> None:
    text = "It rained.\n\n```\na 2-1 draw\n```\n\nA 2-1 draw.\n".replace("\n", end)
    zones = find_zones(made(text, "story.md"))
    assert zones.at(text.index("a 2-1")) == "code"
    assert zones.at(text.index("A 2-1")) == "prose"


def test_plain_text_has_no_code() -> None:
    assert "code" not in dict(marked("It rained.\n```\na 2-1 draw\n```\n"))


# where an offset lies


def test_the_innermost_zone_counts() -> None:
    caption = "Peter Marsh said “we were very very poor” after the game"
    text = STORY.replace("\n", f"\n{caption}\n", 1)
    zones = find_zones(made(text))
    assert zones.at(text.index("Peter")) == "caption"
    assert zones.at(text.index("poor")) == "quotation"
    assert zones.at(text.index("rained")) == "prose"
    assert zones.at(text.index(caption) + len(caption)) == "prose"


# sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It snowed! Did it? Yes…", ["It rained.", "It snowed!", "Did it?", "Yes…"]),
        ("“It rained.” He left.", ["“It rained.”", "He left."]),
        ("It rained (hard). He left.", ["It rained (hard).", "He left."]),
        ("Rovers met City\nIt rained", ["Rovers met City", "It rained"]),
        ("Rovers met City\r\nIt rained", ["Rovers met City", "It rained"]),
        ("Rovers met City\rIt rained", ["Rovers met City", "It rained"]),
        ("He saw Mr. S. Hill at St. Mary's v. City.", ["He saw Mr. S. Hill at St. Mary's v. City."]),
        ("S. Dunn saw it. “J. Hill did not.”", ["S. Dunn saw it.", "“J. Hill did not.”"]),
        ("It was 1.5 metres wide.", ["It was 1.5 metres wide."]),
        ("It rained. 9,000 left. “Why?” they said.", ["It rained.", "9,000 left.", "“Why?” they said."]),
        ("One.\n\n\nTwo.", ["One.", "Two."]),
        # copy that a program has divided into words
        ("it rained . it snowed ! did it ? yes", ["it rained .", "it snowed !", "did it ?", "yes"]),
        ("it was 1 . 5 metres", ["it was 1 .", "5 metres"]),
        ("it rained, it snowed. it did", ["it rained, it snowed. it did"]),
    ],
)
def test_a_text_is_divided_into_sentences(text: str, expected: list[str]) -> None:
    assert [sentence for sentence in sentences(text) if sentence] == expected


@given(TEXTS)
def test_sentences_cover_the_copy_without_gaps(text: str) -> None:
    article = made(text)
    at = article.start
    for sentence in find_sentences(article):
        assert not text[at : sentence.start].strip()  # nothing but space lies between
        assert at <= sentence.start < sentence.end
        at = sentence.end
    assert not text[at:].strip()


def test_sentences_begin_behind_the_front_matter() -> None:
    article = made("---\nmatch: Rovers v. City. Again.\n---\nIt blew.", "story.md")
    assert [span.of(article.text) for span in find_sentences(article)] == ["It blew."]


def test_a_headline_in_the_front_matter_is_copy() -> None:
    article = made("---\nauthor: A. Poole\nheadline: Rovers hold on\n---\nIt blew.", "story.md")
    assert [span.of(article.plain).strip() for span in find_sentences(article)] == ["Rovers hold on", "It blew."]


@pytest.mark.parametrize(("offset", "number"), [(0, 0), (9, 0), (10, 1), (15, 1), (99, 1)])
def test_an_offset_lies_in_a_sentence(offset: int, number: int) -> None:
    assert sentence_at([Span(0, 10), Span(10, 20)], offset) == number


def test_before_the_first_sentence_there_is_none() -> None:
    assert sentence_at([Span(5, 10)], 3) == -1
