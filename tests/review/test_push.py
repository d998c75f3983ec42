"""What a push would do, given what is there already; a place in memory stands for the server."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest

from checker.article import Article, Span, article_from_bytes
from checker.errors import FactcheckError
from checker.judge.verdict import Flag, with_fingerprints
from checker.report import ArticleReport
from checker.review.backend import Item, Progress, Review, ReviewBackend
from checker.review.decisions import Decision
from checker.review.entry import Entry, comment, make_entry, mark_from_json, units_of
from checker.review.keys import entry_id
from checker.review.push import Candidate, Plan, make_plan, push
from checker.review.triage import Label, Triage

DRAW, WIN = "It was a 2-1 draw. ", "They had a 1-1 win. "
TRIAGE = Triage({"score": Label("score", "score", "#b71c1c", "s")}, {}, "")


class Memory:
    """A ReviewBackend that keeps everything in a list."""

    project = "memory"

    def __init__(self) -> None:
        self.held: list[Item] = []
        self.worked_on: set[str] = set()

    def items(self) -> list[Item]:
        return list(self.held)

    def add(self, entries: Sequence[Entry], progress: Progress) -> None:
        for entry in entries:
            assert entry.id not in {item.id for item in self.held}
            self.held.append(Item(len(self.held), entry.id, entry.article, entry.sha256, entry.marks, False, True))

    def mend(self, items: Sequence[Item], progress: Progress) -> list[Item]:
        return [item for item in items if not item.complete]

    def touched(self, item: Item) -> bool:
        return item.id in self.worked_on

    def remove(self, items: Sequence[Item]) -> None:
        self.held = [item for item in self.held if item not in items]

    def reviews(self, progress: Progress) -> Iterator[Review]:
        return iter(())

    def tick(self) -> None:
        self.held = [replace(item, ticked=True) for item in self.held]

    def begin(self) -> None:
        """Somebody has begun with every article."""
        self.worked_on = {item.id for item in self.held}


def flags_of(article: Article) -> tuple[Flag, ...]:
    """A flag on each score that we know to be wrong."""
    found = [Span(at, at + len(words)) for words in ("2-1 draw", "1-1 win") for at in _places(article.text, words)]
    flags = (
        Flag(
            "score/rule", "score", "error", article.path, span, 1, 1, span.of(article.text), "wrong", (), (), "", 0,
            article.text[span.start - 9 : span.end],
        )
        for span in found
    )  # fmt: skip
    return tuple(with_fingerprints(flags))


def _places(text: str, words: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(words, at)]


def candidate(text: str, decided: Sequence[Flag] = ()) -> Candidate:
    article = article_from_bytes(text.encode(), "story.txt")
    said = Decision("", "", "", "", "upheld", "ann", "")
    known = {flag.fingerprint: said for flag in decided}
    return Candidate("story.txt", ArticleReport("story.txt", article.sha256, flags_of(article), ()), known)


def pushed(memory: Memory, text: str, everything: bool = False, decided: Sequence[Flag] = ()) -> Plan:
    backend: ReviewBackend = memory
    article = article_from_bytes(text.encode(), "story.txt")
    return push(backend, [candidate(text, decided)], lambda path: article, TRIAGE, lambda *_: None, everything)


def shown(memory: Memory) -> list[list[str]]:
    return [[mark.text for mark in item.marks] for item in memory.held]


@pytest.fixture
def memory() -> Memory:
    return Memory()


def test_flags_are_sent(memory: Memory) -> None:
    plan = pushed(memory, DRAW + WIN)
    assert (len(plan.send), plan.flags, plan.unchanged) == (1, 2, 0)
    assert shown(memory) == [["2-1 draw", "1-1 win"]]


def test_pushing_again_changes_nothing(memory: Memory) -> None:
    pushed(memory, DRAW)
    before = memory.items()
    plan = pushed(memory, DRAW)
    assert (len(plan.send), plan.remove, plan.unchanged) == (0, [], 1)
    assert memory.items() == before


def test_changed_copy_replaces_what_nobody_has_reviewed(memory: Memory) -> None:
    pushed(memory, DRAW)
    plan = pushed(memory, DRAW + "It rained.")
    assert (len(plan.send), len(plan.remove), plan.kept) == (1, 1, 0)
    assert shown(memory) == [["2-1 draw"]]


@pytest.mark.parametrize("work", [Memory.tick, Memory.begin])
def test_changed_copy_keeps_what_somebody_has_reviewed(memory: Memory, work: Callable[[Memory], None]) -> None:
    pushed(memory, DRAW)
    work(memory)
    plan = pushed(memory, DRAW + "It rained.")
    assert (len(plan.send), plan.remove, plan.unchanged) == (0, [], 1)


@pytest.mark.parametrize("work", [Memory.tick, Memory.begin])
def test_new_flags_on_reviewed_copy_come_alone(memory: Memory, work: Callable[[Memory], None]) -> None:
    pushed(memory, DRAW)
    work(memory)
    plan = pushed(memory, DRAW + WIN)
    assert (plan.flags, plan.remove, plan.kept) == (1, [], 1)
    assert shown(memory) == [["2-1 draw"], ["1-1 win"]]
    assert len(pushed(memory, DRAW + WIN).send) == 0


def test_new_flags_that_wait_alone_go_when_the_copy_is_mended(memory: Memory) -> None:
    pushed(memory, DRAW)
    memory.tick()
    pushed(memory, DRAW + WIN)
    plan = pushed(memory, DRAW + "They had a 1-0 win. ")
    assert (len(plan.send), len(plan.remove)) == (0, 1)
    assert shown(memory) == [["2-1 draw"]]


def test_mended_copy_takes_its_flags_away(memory: Memory) -> None:
    pushed(memory, DRAW)
    assert len(pushed(memory, "It was a 1-1 draw.").remove) == 1
    assert memory.held == []


def test_what_was_decided_is_not_sent_again(memory: Memory) -> None:
    decided = flags_of(article_from_bytes((DRAW + WIN).encode(), "story.txt"))[:1]
    pushed(memory, DRAW + WIN, decided=decided)
    assert shown(memory) == [["1-1 win"]]


def test_an_article_whose_tick_was_taken_back_stays(memory: Memory) -> None:
    pushed(memory, DRAW)
    plan = pushed(memory, DRAW, decided=flags_of(article_from_bytes(DRAW.encode(), "story.txt")))
    assert (len(plan.send), plan.remove, plan.unchanged) == (0, [], 1)


def test_articles_without_flags_are_sent_when_asked_for(memory: Memory) -> None:
    assert pushed(memory, "It rained.").send == []
    assert len(pushed(memory, "It rained.", everything=True).send) == 1
    assert shown(memory) == [[]]
    assert pushed(memory, "It rained.", everything=True).unchanged == 1


def test_what_was_cut_off_is_sent_again(memory: Memory) -> None:
    pushed(memory, DRAW)
    memory.held = [replace(item, complete=False) for item in memory.held]
    assert pushed(memory, DRAW).flags == 1
    assert [item.complete for item in memory.held] == [True]


def test_of_two_items_alike_one_goes(memory: Memory) -> None:
    pushed(memory, DRAW)
    memory.held.append(replace(memory.held[0], number=7, id="other"))
    assert [item.number for item in pushed(memory, DRAW).remove] == [7]


def test_a_plan_alone_does_nothing(memory: Memory) -> None:
    plan = make_plan([candidate(DRAW)], memory.items(), memory.touched)
    assert (len(plan.send), memory.held) == (1, [])


def test_other_articles_are_left_alone(memory: Memory) -> None:
    pushed(memory, DRAW)
    memory.held = [replace(memory.held[0], article="other.txt", id="other")]
    pushed(memory, DRAW)
    assert [item.article for item in memory.held] == ["other.txt", "story.txt"]


# Entries.


def entry(text: str = DRAW + WIN) -> Entry:
    article = article_from_bytes(text.encode(), "story.txt")
    return make_entry("memory", "story.txt", article, flags_of(article), TRIAGE)


def test_flags_are_numbered_in_the_order_of_the_text() -> None:
    assert [(mark.name, mark.text) for mark in entry(WIN + DRAW).marks] == [("f1", "1-1 win"), ("f2", "2-1 draw")]


def test_a_span_beside_its_words_is_never_sent() -> None:
    article = article_from_bytes(DRAW.encode(), "story.txt")
    (flag,) = flags_of(article)
    with pytest.raises(FactcheckError, match="does not stand at"):
        make_entry("memory", "story.txt", article, [replace(flag, span=Span(0, 99))], TRIAGE)


def test_two_flags_of_a_family_on_the_same_words_are_one_span() -> None:
    made = entry(DRAW)
    twins = (*made.marks, replace(made.marks[0], number=2, rule="score/other"))
    assert units_of(twins, DRAW) == [(9, 17, "score")]


def test_a_mark_comes_back_from_its_json() -> None:
    for mark in entry().marks:
        assert mark_from_json(mark.to_json()) == mark


def test_the_comment_lists_every_flag() -> None:
    assert comment(entry().marks) == (
        "factcheck: 2 flags\n▸ f1 “2-1 draw”: wrong (score/rule, error)\n▸ f2 “1-1 win”: wrong (score/rule, error)"
    )


def test_an_identifier_is_always_the_same_and_tells_all_else_apart() -> None:
    one = entry_id("p", "a", "s", ["1", "2"])
    assert one == entry_id("p", "a", "s", ["2", "1"])
    assert one[14] == "4"
    others = [("q", "a", "s", ["1", "2"]), ("p", "b", "s", ["1", "2"]), ("p", "a", "t", ["1", "2"]), ("p", "a", "s", ["1"])]
    assert one not in {entry_id(*other) for other in others}
