"""Text goes to the server and back to the byte, and spans stay on their characters, whatever the text is made of."""

import pytest

from checker.article import read_article
from tests.review.conftest import Desk

pytestmark = pytest.mark.xdist_group("doccano")

TEXTS = {
    "line ends of Windows": "A report.\r\n\r\nIt was a 2-1 draw.\r\n",
    "line ends of an old Mac": "A report.\r\rIt was a 2-1 draw.\r",
    "leading and trailing blanks": "   \t\n  It was a 2-1 draw.   \n\n  ",
    "accents apart": "Zoe\u0308 in the Cafe\u0301: it was a 2-1 draw, de\u0301ja\u0300 vu.",
    "accents composed": "Zoë in the Café: it was a 2-1 draw, déjà vu.",
    "an emoji": "🏟️ Full time 😀😀: it was a 2-1 draw 👨‍👩‍👧 and a 3-1 draw.",
    "letters beyond the first plane": "𝔉𝔲𝔩𝔩 𝔱𝔦𝔪𝔢: it was a 2-1 draw. 𠮷野家 saw a 3-1 draw.",
    "right to left": "משחק: it was a 2-1 draw. \u202bمباراة\u202c It was a 3-1 draw.",
    "zero width": "A\u200b re\u200dport\ufeff: it was a 2-1\u200b draw. It was a 2-1 draw.",
    "a byte order mark": "\ufeffIt was a 2-1 draw.",
    "signs of markup": '<b>It</b> was a "2-1 draw" &amp; {==no==} \\u0041 it was a 2-1 draw.',
    "control characters": "It was\x0b a\x0c form feed\x1f; it was a 2-1 draw.",
    "line separators": "One\u2028two\u2029three\x85four. It was a 2-1 draw.",
}


def test_text_and_spans_come_back_as_they_were(review_desk: Desk) -> None:
    names = [f"copy/{number}.txt" for number in range(len(TEXTS))]
    for name, text in zip(names, TEXTS.values(), strict=True):
        review_desk.write(text, name)
    review_desk.done("review", "push", "copy")
    for name, (what, text) in zip(names, TEXTS.items(), strict=True):
        row = review_desk.example(name)
        assert row["text"] == text, what
        flags = row["meta"]["factcheck"]["flags"]
        assert flags, what
        assert [text[flag["start"] : flag["end"]] for flag in flags] == [flag["text"] for flag in flags], what
        assert review_desk.flagged(name) == [flag["text"] for flag in flags], what


def test_a_reviewers_spans_are_read_on_the_same_characters(review_desk: Desk) -> None:
    names = dict(zip(TEXTS, (f"copy/{number}.txt" for number in range(len(TEXTS))), strict=True))
    for what, text in TEXTS.items():
        review_desk.write(text, names[what])
    review_desk.done("review", "push", "copy")
    ann, project = review_desk.reviewer("ann"), review_desk.project
    for what, text in TEXTS.items():
        example = review_desk.example(names[what])["id"]
        start = text.encode("utf-16-le").rindex("draw".encode("utf-16-le")) // 2
        span = next(span for span in ann.spans(project, example) if span["end_offset"] == start + 4)
        ann.move(project, example, span, start, start + 4, "score")
        ann.tick(project, example)
    review_desk.done("review", "pull")
    edited = {said["article"]: said["edited"] for said in review_desk.decisions if said["decision"] == "edited"}
    assert {what: edited.get(name) for what, name in names.items()} == dict.fromkeys(TEXTS, "draw")


def test_an_article_of_a_megabyte(review_desk: Desk) -> None:
    line = "Nothing at all happened on the pitch, said Zoë 😀, for a long time.\r\n"
    text = line * (1_000_000 // len(line.encode())) + "It was a 2-1 draw.\r\n"
    file = review_desk.write(text)
    review_desk.done("review", "push", "story.txt")
    assert review_desk.example()["text"] == read_article(str(file)).text
    assert review_desk.flagged() == ["2-1 draw"]
