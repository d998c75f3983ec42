"""What a reviewer sees and does on doccano's page, in a real browser."""

import pytest

from tests.review.browser import delete_span, executable, open_article, page_of, tick, underlined
from tests.review.conftest import Desk

pytestmark = pytest.mark.xdist_group("doccano")

PLAIN = "Rovers drew on Saturday. It ended in a 2-1 draw.\nThe return was a 3-1 draw, as Smith had said.\n"
ACCENTS = (
    "🏟️ Zoë 😀😀 at the Cafe\u0301: it ended in a 2-1 draw, déjà vu.\n\n"
    "   𝔉𝔲𝔩𝔩 time 👨‍👩‍👧: it was a 3-1 draw, said Łukasz.\n"
)


@pytest.fixture
def desk(review_desk: Desk) -> Desk:
    executable()
    review_desk.write(PLAIN, "copy/1.txt")
    review_desk.write(ACCENTS, "copy/2.txt")
    review_desk.done("review", "push", "copy")
    return review_desk


def test_a_reviewer_sees_flags_on_their_words_and_what_they_do_comes_back(desk: Desk) -> None:
    ann, project, url = desk.reviewer("ann"), desk.project, desk.server.url
    with page_of(ann, url) as page:
        for number in (1, 2):
            open_article(page, url, project, number, spans=2)
            assert underlined(page) == ["2-1 draw", "3-1 draw"]
        delete_span(page, "score", index=0)
        assert underlined(page) == ["3-1 draw"]
        tick(page)
    desk.done("review", "pull")
    told = [(decision["article"], decision["text"], decision["decision"], decision["reviewer"]) for decision in desk.decisions]
    assert told == [
        ("copy/2.txt", "2-1 draw", "dismissed", ann.name),
        ("copy/2.txt", "3-1 draw", "upheld", ann.name),
    ]


def test_a_reviewer_reads_why_a_flag_was_raised(desk: Desk) -> None:
    ann, url = desk.reviewer("ann"), desk.server.url
    with page_of(ann, url) as page:
        open_article(page, url, desk.project, 1, spans=2)
        page.keyboard.press("Escape")
        page.goto(f"{url}/projects/{desk.project}/sequence-labeling?page=1")
        page.locator("button:has(path[d^='M20,2H4'])").first.click()
        page.get_by_text("▸ f1 “2-1 draw”: a draw ends level, 2-1 draw does not").wait_for()
