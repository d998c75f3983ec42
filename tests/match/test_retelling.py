"""Retelling: which goal words tell that leave out whose it was, or when."""

from collections.abc import Callable, Mapping

import pytest

from checker.claims.model import Value
from checker.match.record import MatchRecord
from checker.match.telling import tell
from checker.pack import Pack
from checker.pipeline.reading import Reading

Tell = Callable[[str], Mapping[str, Value]]
HOME = "Poole, Stone, Hill (Orde 60), Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
AWAY = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford"
SHEETS = f"\n\nAyton: {HOME}. Goals: Hill 12, Moss 50, Hill 80.\nCorley: {AWAY}. Goal: Gale 44.\n"
LEAD = "It was Ayton who had a win over Corley. "


@pytest.fixture(scope="module")
def last(pack: Pack, read: Callable[..., Reading], record: Callable[..., MatchRecord]) -> Tell:
    """The fields, in full, of the last goal in the prose of a text."""

    def fields(text: str) -> Mapping[str, Value]:
        found = record(text)
        pairs = zip(found.claims, tell(read(text), found, pack.words), strict=True)
        return [full for claim, full in pairs if claim.type == "goal" and claim.zone == "prose"][-1]

    return fields


@pytest.mark.parametrize(
    ("prose", "scorer"),
    [
        ("Moss then got a third.", "Moss"),
        ("Ford beat Kell, and Moss's low shot flew past into the net.", "Moss"),
        ("They doubled their lead when Moss scored.", "Moss"),
        ("Fenn crossed and Moss looked up, and the ball went into an empty net.", "Moss"),
        ("Corley levelled late.", "Gale"),
        ("Moss ran on. The ball went into an empty net.", "Moss"),
        ("Ball to goalkeeper Moss, and Gale headed home.", "Gale"),
        ("Moss was quick. Ray looked up on the edge of the area and then calmly slotted home.", "Ray"),
        ("Moss was quick. Ray found Moss, who skipped past two defenders before slotting home.", "Moss"),
        ("Hill ran. The loose ball was turned in at the second attempt by Moss.", "Moss"),
        ("It was tapped in by a charged up Moss.", "Moss"),
        ("Ray shot over Kell and Gale to make it 2-1.", "Ray"),
        ("Gale was there, but Moss's fine shot from the edge of the area levelled the score.", "Moss"),
        ("Gale turned in from Moss's fine shot to level the score.", "Gale"),
    ],
    ids=["right before", "his shot", "beside", "subject", "its club's one", "sentence before", "no subject",
         "acts in its sentence", "acts in a clause of his own", "done by him", "done by him in its words", "not who is beaten",
         "what his shot did", "who met it"],
)
def test_the_scorer_is_looked_for_around_the_words(last: Tell, prose: str, scorer: str) -> None:
    assert last(f"{LEAD}{prose}{SHEETS}").get("scorer") == scorer


def test_the_next_sentence_may_tell_the_scorer(
    read: Callable[..., Reading], pack: Pack, record: Callable[..., MatchRecord]
) -> None:
    text = "Ayton beat Corley 2-1. Ayton and Corley met before. Ayton took the lead in the 12th minute. Adam Dunne headed in."
    found = record(text)
    told = [full for claim, full in zip(found.claims, tell(read(text), found, pack.words), strict=True) if claim.type == "goal"]
    assert [goal.get("scorer") for goal in told] == ["Adam Dunne", "Adam Dunne"]
    assert [goal.get("minute") for goal in told] == ["12", "12"]


@pytest.mark.parametrize(
    ("prose", "minute"),
    [
        ("Hill opened the scoring.", "12"),
        ("Hill got his second.", "80"),
        ("Then Ayton's third goal came.", "80"),
        ("Hill scored.", None),
    ],
    ids=["opener", "his second", "the side's third", "one of two"],
)
def test_a_count_tells_which_goal_of_the_lists_it_is(last: Tell, prose: str, minute: str | None) -> None:
    assert last(f"{LEAD}{prose}{SHEETS}").get("minute") == minute


@pytest.mark.parametrize(
    ("prose", "kind"),
    [("Gale scored an unlucky own goal.", "og"), ("Moss scored low and hard from the spot.", "pen"), ("Moss scored.", "goal")],
)
def test_words_tell_what_kind_of_goal_it_was(last: Tell, prose: str, kind: str) -> None:
    assert last(f"{LEAD}{prose}{SHEETS}").get("kind") == kind
