"""Telling: the fields of a claim that the rest of its article tells."""

from collections.abc import Callable, Mapping

import pytest

from checker.claims.model import Value
from checker.match.record import MatchRecord
from checker.match.telling import tell
from checker.pack import Pack
from checker.pipeline.reading import Reading

Tell = Callable[..., list[Mapping[str, Value]]]
HOME = "Poole, Stone, Hill (Orde 60), Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
AWAY = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford"
SHEETS = f"\n\nAyton: {HOME}. Goals: Hill 12, Moss 80 pen. Sent off: Ray 55.\nCorley: {AWAY}. Goal: Gale 44.\n"
LEAD = "It was Ayton who had a 2-1 win over Corley. "


@pytest.fixture(scope="module")
def told(pack: Pack, read: Callable[..., Reading], record: Callable[..., MatchRecord]) -> Tell:
    """The fields, in full, of the claims of one type in the prose of a text."""

    def fields(text: str, kind: str) -> list[Mapping[str, Value]]:
        found = record(text)
        pairs = zip(found.claims, tell(read(text), found, pack.words), strict=True)
        return [full for claim, full in pairs if claim.type == kind and claim.zone == "prose"]

    return fields


@pytest.mark.parametrize(
    ("prose", "scorer", "club"),
    [
        ("Then Corley levelled.", "Gale", "Corley"),
        ("The opener came in the 12th minute.", "Hill", "Ayton"),
        ("Moss looked up. Then he scored.", "Moss", "Ayton"),
        ("Then Gale scored.", "Gale", "Corley"),
        ("Then Gale scored an own goal.", "Gale", "Ayton"),
    ],
    ids=["its club's one scorer", "its minute's", "the last man named", "as it says itself", "an own goal"],
)
def test_a_goal_learns_its_scorer_and_his_club(told: Tell, prose: str, scorer: str, club: str) -> None:
    goal = told(f"{LEAD}{prose}{SHEETS}", "goal")[-1]
    assert (goal.get("scorer"), goal.get("club")) == (scorer, club)


@pytest.mark.parametrize(
    ("prose", "scorer"),
    [
        ("Moss found Gale, who swept it into the net.", "Gale"),
        ("Gale played it through for Moss to chase and slot past the keeper.", "Moss"),
        ("Moss rounded Bright to score.", "Moss"),
        ("The breakthrough came soon. Nobody stirred. Gale headed in.", "Gale"),
    ],
    ids=["of whom a clause goes on", "for whom it was played", "who beat another", "who is told further on"],
)
def test_a_goal_learns_its_scorer_from_the_words_around(told: Tell, prose: str, scorer: str) -> None:
    assert told(f"{LEAD}{prose}{SHEETS}", "goal")[0].get("scorer") == scorer


@pytest.mark.parametrize(
    ("prose", "club"),
    [
        ("Adam Zahn headed in to earn struggling Corley some hope.", "Corley"),
        ("Ayton took the lead, but Adam Zahn equalised.", "Corley"),
    ],
    ids=["whom it does good", "who did not lead"],
)
def test_a_goal_learns_its_side_from_the_words_around(told: Tell, prose: str, club: str) -> None:
    assert told(f"{LEAD}{prose}", "goal")[-1].get("club") == club


def test_another_mans_penalty_makes_no_goal_one(told: Tell) -> None:
    goals = told(f"{LEAD}There was a header by Gale and a Moss penalty earned them the game.", "goal")
    assert {goal.get("scorer"): goal.get("kind") for goal in goals} == {"Gale": "goal", "Moss": "pen"}


def test_a_goal_learns_its_minute_from_the_list(told: Tell) -> None:
    assert told(f"{LEAD}Then Gale scored.{SHEETS}", "goal")[-1].get("minute") == "44"


def test_what_a_goal_says_itself_stands(told: Tell) -> None:
    goal = told(f"{LEAD}Then Gale scored in the 47th minute.{SHEETS}", "goal")[-1]
    assert (goal.get("scorer"), goal.get("minute")) == ("Gale", "47")


@pytest.mark.parametrize("prose", ["Then Moss scored.", "Then Gale scored from the penalty spot."], ids=["list", "words"])
def test_a_goal_may_turn_out_a_penalty(told: Tell, prose: str) -> None:
    assert told(f"{LEAD}{prose}{SHEETS}", "goal")[-1].get("kind") == "pen"


def test_a_goal_beside_a_third_club_is_of_another_match(told: Tell) -> None:
    goals = told(f"Ayton met Corley. Ayton met Corley again. It rained. Sunderby lost when Bob Thrale scored.{SHEETS}", "goal")
    assert goals[-1].get("about") == "other"


@pytest.mark.parametrize(
    ("prose", "event"),
    [
        ("Then Gale scored after 44 minutes.", "goal"),
        ("Then Ray was sent off after 55 minutes.", "card"),
        ("It nearly rained after 20 minutes.", "chance"),
        ("They were better for 20 minutes.", "other"),
        ("The pressure told and they had their goal after 44 minutes.", "goal"),
        ("The goal was under siege, and a save was needed after 20 minutes.", "chance"),
    ],
)
def test_a_time_learns_what_it_dates(told: Tell, prose: str, event: str) -> None:
    assert told(f"{LEAD}{prose}{SHEETS}", "minute")[-1].get("event") == event


def test_a_final_score_learns_who_won(told: Tell) -> None:
    score = told(f"{LEAD}It rained.{SHEETS}", "score")[0]
    assert (score.get("club"), score.get("opponent"), score.get("outcome"), score.get("about")) == (
        "Ayton",
        "Corley",
        "win",
        "this",
    )


def test_a_lead_is_that_of_the_club_whose_goal_is_told_beside_it(told: Tell) -> None:
    assert told(f"{LEAD}Then Gale scored for a one-goal lead.{SHEETS}", "margin")[-1].get("club") == "Corley"


def test_a_card_learns_its_minute_and_club_from_the_list(told: Tell) -> None:
    card = told(f"{LEAD}Then Ray was sent off.{SHEETS}", "card")[-1]
    assert (card.get("minute"), card.get("club")) == ("55", "Ayton")


def test_a_substitution_learns_who_went_off(told: Tell) -> None:
    change = told(f"{LEAD}Then Orde came on.{SHEETS}", "substitution")[-1]
    assert (change.get("off"), change.get("minute")) == ("Hill", "60")


def test_every_claim_keeps_what_it_says(pack: Pack, read: Callable[..., Reading], record: Callable[..., MatchRecord]) -> None:
    text = f"{LEAD}Then Gale scored after 44 minutes. Then Ray was sent off.{SHEETS}"
    found = record(text)
    for claim, full in zip(found.claims, tell(read(text), found, pack.words), strict=True):
        assert {name: full[name] for name in claim.fields if name != "kind"} == {
            name: value for name, value in claim.fields.items() if name != "kind"
        }


@pytest.mark.parametrize(
    ("prose", "kind", "field", "name"),
    [
        ("Hill pulled up and was taken off.", "substitution", "off", "Hill"),
        ("Orde came in. The winger came off the bench well.", "substitution", "on", "Orde"),
        ("Ray fouled him, and he was sent off.", "card", "player", "Ray"),
    ],
)
def test_a_card_or_a_change_learns_its_man(told: Tell, prose: str, kind: str, field: str, name: str) -> None:
    assert told(f"{LEAD}{prose}{SHEETS}", kind)[-1].get(field) == name


@pytest.mark.parametrize(
    ("prose", "who"),
    [
        ("Then Gale added his second.", "Gale"),
        ("Then Hill added a second.", "Ayton"),
        ("Then Hill scored the second Ayton goal.", "Ayton"),
    ],
)
def test_a_counted_goal_is_the_scorer_s_or_his_side_s(told: Tell, prose: str, who: str) -> None:
    counts = told(LEAD + prose + SHEETS, "count")
    assert [count.get("who") for count in counts if count.get("n") == 2] == [who]


@pytest.mark.parametrize(
    ("prose", "club"),
    [
        ("Elsewhere Denby County beat Harwick City, and Sam Lock broke the deadlock for Denby County.", "Denby County"),
        ("Elsewhere Sam Lock struck with Denby County's first attack against Harwick City.", "Denby County"),
    ],
)
def test_the_words_behind_a_goal_may_say_for_whom_it_was(told: Tell, prose: str, club: str) -> None:
    assert told(LEAD + prose + SHEETS, "goal")[0].get("club") == club


def test_a_change_is_told_whole_where_other_words_name_its_man(told: Tell) -> None:
    first, *_ = told(LEAD + "Hill limped off. Later Orde replaced Hill." + SHEETS, "substitution")
    assert [first.get(name) for name in ("on", "off")] == ["Orde", "Hill"]


def test_a_score_is_told_of_the_club_whose_it_is_called(told: Tell) -> None:
    scores = told(LEAD + "Lock played all of Denby County's 2-1 defeat at Harwick City." + SHEETS, "score")
    assert [score.get("club") for score in scores] == ["Ayton", "Denby County"]


def test_a_score_on_the_way_is_a_lead_or_level(told: Tell) -> None:
    scores = told(LEAD + "Hill made it 1-0, then Gale made it 1-1." + SHEETS, "score")
    assert [score.get("outcome") for score in scores] == ["win", "lead", "draw"]


@pytest.mark.parametrize(
    ("text", "club"),
    [
        ("Ayton beat Corley 3-1, with Tom Hill scoring twice.", "Ayton"),
        ("Ayton will meet Denby after Tom Hill secured a 1-0 win at Corley.", "Ayton"),
        ("Denby lost 2-0 at home, while Ayton will meet Harwick after Tom Hill secured a 1-0 win at Corley.", "Ayton"),
        ("Ayton lost 2-1 to Corley, with Tom Hill scoring twice.", "Corley"),
    ],
    ids=["with him", "by him", "in a clause of its own", "a defeat"],
)
def test_a_goal_is_the_winners_whose_result_its_sentence_tells(told: Tell, text: str, club: str) -> None:
    others = "Denby drew 1-1 with Harwick. Selby drew 0-0 with Norton. Thorpe drew 2-2 with Welby. Welby and Selby were poor. "
    assert told(others + text, "goal")[-1].get("club") == club
