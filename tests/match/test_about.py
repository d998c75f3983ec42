"""Which match a statement is about: this one, the first leg, or another."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
LEAD = "Ayton met Corley. It was Ayton against Corley in the rain. There it rained. It rained. "


def about(found: MatchRecord, words: str) -> object:
    """What the claim that holds some words is about."""
    (claim,) = [c for c in found.claims if c.type in ("score", "margin", "goal") and words in c.text]
    return claim.get("about")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ayton had a 2-1 win over Corley.", "2-1", "this"),
        (LEAD + "Ayton had a 2-1 win over Corley.", "2-1", "this"),
        (LEAD + "Ayton had a 2-1 win over Beeford.", "2-1", "other"),
        (LEAD + "They lost 3-0 to Beeford.", "3-0", "other"),
        (LEAD + "Ayton had a 2-1 win over Corley last season.", "2-1", None),
        (LEAD + "Ayton had a 2-1 win over Corley in August.", "2-1", None),
        ("Ayton lifted the Cup for the first time since 2011, beating Corley 2-1 in the rain.", "2-1", "this"),
        ("Ayton beat Corley 2-1 for their first away win since June 2011. It rained.", "2-1", "this"),
        (LEAD + "Ayton beat Corley 2-1 in June 2011.", "2-1", None),
        (LEAD + "It was another 2-1 win for somebody.", "2-1", None),
        (LEAD + "Ayton had lost the first leg 2-0 to Corley.", "2-0", "first-leg"),
        ("Ayton lost 1-0 to Corley in the first leg of the tie.", "1-0", "this"),
        ("Ayton beat Corley 4-0. They lost 1-0 to Corley in the first leg of the tie.", "1-0", "first-leg"),
        (LEAD + "Ayton had to overturn a two-goal deficit.", "two-goal", "first-leg"),
        (LEAD + "It was 1-0 at half-time.", "1-0", "this"),
        (LEAD + "Ayton won 3-1 on aggregate.", "3-1", "this"),
        (LEAD + "Ayton are a point behind Denby, who lost 2-0.", "2-0", None),
        (LEAD + "Ayton are a point behind champions Denby, who could only draw 1-1 there.", "1-1", None),
        ("Ayton continued their recent revival with a 2-1 win over Corley. It rained.", "2-1", "this"),
        ("Ayton met Corley. It was Ayton against Corley. Ayton forced a second-round replay with a 1-1 draw.", "1-1", "this"),
        ("Ayton met Corley. It was Ayton against Corley. Ayton won the replay of a 1-1 draw.", "1-1", None),
        ("Ayton met Corley. It was Ayton against Corley. After their recent 2-1 win over Corley Ayton were glad.", "2-1", None),
        ("Ayton met Corley. Denby, already sure of the cup, beat Corley 2-1.", "2-1", None),
        (LEAD + "Above them are Denby and Melling, who both played out a goalless draw.", "goalless", None),
        ("Ayton beat Corley. Adam Dunne, who featured in their 1-0 cup defeat by Corley in 2020, scored.", "1-0", None),
        ("Ayton beat Corley. Adam Dunne, who featured in their 1-0 win over Corley, scored.", "1-0", "this"),
        (LEAD + "Next are the Swedish side Denby, who put out Melling 7-0 on aggregate, winning 3-0 away.", "7-0", None),
        (LEAD + "Next are the Swedish side Denby, who put out Melling 7-0 on aggregate, winning 3-0 away.", "3-0", None),
        (LEAD + "In the final Ayton meet Sandby, who put out Melling 6-2 on aggregate.", "6-2", None),
        (LEAD + "Ayton, who put out Melling last, won 3-0 on aggregate.", "3-0", "this"),
        (LEAD + "Ayton, who had drawn 2-2 with Melling on Friday, sat back.", "2-2", None),
        (LEAD + "One change for Ayton from the side that lost 2-0 at Melling.", "2-0", None),
        (LEAD + "Then Adam Dunne scored, but referee Bob Thrale ruled that Ray had been fouled.", "Dunne scored", None),
        (LEAD + "The men of Corley, having lost 3-0 on Thursday, were glum.", "3-0", None),
        (LEAD + "Ayton and Corley had met already, drawing 1-1 in a September cup tie.", "1-1", None),
        (LEAD + "Ayton, beaten 1-0 by the same visitors behind closed doors, were ahead.", "1-0", None),
        (LEAD + "Ayton have won two and lost one, the 3-0 defeat at Denby.", "3-0", None),
        (LEAD + "Ayton earned the 3-0 win at Ayton.", "3-0", "this"),
        (LEAD + "Beeford are top. Nobody beats Beeford. They led 2-0 at half-time.", "2-0", None),
        (LEAD + "Beeford are above Ayton. They led 2-0 at half-time.", "2-0", "this"),
        (LEAD + "Then Adam Dunne scored.", "Dunne scored", "this"),
        (LEAD + "Then Adam Dunne scored, but was offside.", "Dunne scored", None),
        (LEAD + "Then Adam Dunne scored, with Corley appealing in vain for offside.", "Dunne scored", "this"),
        (LEAD + "They won 4-3 on penalties.\nEach kick went in. Adam Dunne scored.", "Dunne scored", None),
        (LEAD + "They won 4-3 on penalties.\nIt rained.\nAyton 2-1 Corley: Adam Dunne scores", "Dunne scores", None),
        (LEAD + "Ayton snatched a 2-1 win with a last-gasp goal.", "2-1", "this"),
        (LEAD + "Ayton had a 2-1 win in the last round.", "2-1", None),
        (LEAD + "They won 4-3 on penalties.\nBefore that Adam Dunne scored.", "Dunne scored", "this"),
        (LEAD + "Then Adam Dunne scored, and Beeford left.", "Dunne scored", None),
        (LEAD + "Then Adam Dunne scored past former Beeford keeper Tom Poole.", "Dunne scored", "this"),
    ],
)
def test_a_statement_is_about_a_match(record: Record, text: str, words: str, expected: str | None) -> None:
    assert about(record(text), words) == expected


def test_a_result_line_is_this_match_s(record: Record) -> None:
    assert about(record("Ayton 2-1 Corley\nIt rained."), "2-1") == "this"


def test_a_result_that_heads_an_article_is_this_match_s_whoever_else_the_headline_names(record: Record) -> None:
    found = record("Ayton 2-1 Corley Late goal lifts Ayton clear of Denby\n\nAyton met Corley. It rained.")
    assert about(found, "2-1") == "this"


def test_a_caption_that_names_both_clubs_tells_this_match_though_it_came_before_something(record: Record) -> None:
    caption = "Ayton are in the next round after beating Corley 2-1 at home on Sunday"
    assert about(record(f"{LEAD}\n\nIt rained.\n\n{caption}\n\nIt rained."), "2-1") == "this"


def test_the_first_sentences_are_those_of_the_prose(record: Record) -> None:
    head = "Ayton hold on\n\nBy Ann Reed\n\nSaturday 4 May\n\nA photograph\n\n"
    found = record(head + "They had a 2-1 win over Corley. Ayton sang.")
    assert about(found, "2-1") == "this"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{LEAD}Ayton won 2-1 and now face Beeford.", "2-1"),
        (f"{LEAD}Ayton had a 2-1 win to set up a semi-final against Beeford.", "2-1"),
        ("Ayton beat Corley 2-1. A long ball found Adam Dunne, who made it 2-0.", "made it 2-0"),
    ],
)
def test_neither_the_next_match_nor_the_scorer_makes_it_anothers(record: Record, text: str, words: str) -> None:
    found = record(text)
    assert "this" in [c.get("about") for c in found.claims if c.type == "score" and words in c.text]


def test_without_a_match_nothing_is_about_it(record: Record) -> None:
    assert about(record("It was a 2-1 win."), "2-1") is None


def test_what_stands_before_the_end_of_a_live_text_is_no_final_score(record: Record) -> None:
    talk = "Sam Ray ran down the wing and the crowd sang. " * 30
    live = "Ayton had a 3-0 win over Corley.\n{half}\n{talk}\nFULL-TIME: AYTON 2-1 CORLEY"
    found = record(live.format(half="HALF-TIME: AYTON 1-0 CORLEY", talk=talk))
    assert about(found, "3-0") is None
    assert (found.facts["final_high"], found.facts["half_time_high"]) == (2, 1)
    assert about(record(live.format(half="It rained.", talk=talk)), "3-0") == "this"
    assert about(record(live.format(half="HALF-TIME: AYTON 1-0 CORLEY", talk="It rained.")), "3-0") == "this"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ayton had a 1-1 draw with Corley. Adam Dunne made it 6-5 in sudden death.", "6-5"),
        ("Ayton had a 1-1 draw with Corley. In the shoot-out Adam Dunne scored.", "Dunne scored"),
        ("Ayton won 3-2 on penalties after a 1-1 draw with Corley.\nLund... over! 0-0\nAdam Dunne scores! 1-0", "Dunne scores"),
    ],
)
def test_the_kicks_of_a_shoot_out_are_no_goals_of_the_match(record: Record, text: str, words: str) -> None:
    found = [c for c in record(text).claims if c.type in ("score", "goal") and words in c.text]
    assert found
    assert all(claim.get("about") is None for claim in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ayton had a 2-1 win over Corley. Adam Dunne scored.", "this"),
        ("Ayton had a 2-1 win over Corley. Adam Dunne scored, but it was ruled out.", None),
        ("Ayton had a 2-1 win over Corley. Adam Dunne scored. It was chalked off.", None),
        ("Ayton had a 2-1 win over Corley. Adam Dunne scored. It rained. A later one was chalked off.", "this"),
    ],
)
def test_a_goal_that_is_taken_back_is_none_of_the_match(record: Record, text: str, expected: str | None) -> None:
    assert about(record(text), "Dunne scored") == expected


def test_a_match_told_first_may_be_a_qualifier(record: Record) -> None:
    assert about(record("Ayton beat Corley 3-1 in a Moor Cup qualifier."), "3-1") == "this"
    assert about(record(LEAD + "They won 3-1 in a qualifier."), "3-1") is None


def test_a_report_of_the_first_leg_says_so_first(record: Record) -> None:
    assert about(record("Ayton had a 2-0 win over Corley in the first leg of their tie."), "2-0") == "this"
    assert about(record(LEAD + "Ayton had a 2-0 win over Corley in the first leg of their tie."), "2-0") == "first-leg"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("The second leg is at Corley on Tuesday.", "this"),
        ("Ayton take the lead into the second leg.", "this"),
        ("Ayton lost the second leg.", "first-leg"),
    ],
)
def test_a_first_leg_is_this_match_where_the_second_is_to_come(record: Record, rest: str, expected: str) -> None:
    found = record(f"Ayton and Corley met in the first leg of the tie, ending in a 2-0 win for Ayton. {rest}")
    assert about(found, "2-0") == expected
    assert bool(found.facts["two_legs"]) == (expected == "first-leg")


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Then Adam Dunne scored.", None),
        ("Then Sam Ray scored.", "this"),
        ("Then Adam Dunne scored for Ayton.", "this"),
    ],
    ids=["the man of the other match", "another man", "a side of the match"],
)
def test_a_sentence_goes_on_about_the_match_that_its_man_was_told_of(record: Record, behind: str, expected: str | None) -> None:
    assert about(record(f"{LEAD}Adam Dunne steered Denby United to a 1-0 win over Hull City. {behind}"), "scored") == expected
