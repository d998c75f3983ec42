"""Claims: the pack's own claim types in prose, and the entries of blocks as claims."""

from collections.abc import Callable

import pytest

from checker.claims.model import Claim
from checker.pipeline.reading import Reading

Read = Callable[..., Reading]
ROW = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"


def claims(reading: Reading, kind: str) -> list[Claim]:
    return [claim for claim in reading.claims if claim.type == kind]


def only(reading: Reading, kind: str) -> Claim:
    (claim,) = claims(reading, kind)
    return claim


@pytest.mark.parametrize(
    ("text", "first", "second", "kind", "outcome"),
    [
        ("It was a 2-1 win.", 2, 1, "final", "win"),
        ("It was a meek 2-0 home defeat.", 2, 0, "final", "defeat"),
        ("They drew 1-1.", 1, 1, "final", "draw"),
        ("It was a goalless draw.", 0, 0, "final", "draw"),
        ("They won 3–1 on aggregate.", 3, 1, "aggregate", "win"),
        ("It was 1-0 at half-time.", 1, 0, "half-time", None),
        ("They won 5-4 on penalties.", 5, 4, "shoot-out", "win"),
        ("They were 2-0 up.", 2, 0, "running", "lead"),
    ],
)
def test_scores(read: Read, text: str, first: int, second: int, kind: str, outcome: str | None) -> None:
    claim = only(read(text), "score")
    assert (claim.get("first"), claim.get("second"), claim.get("kind"), claim.get("outcome")) == (
        first,
        second,
        kind,
        outcome,
    )


@pytest.mark.parametrize(
    "text",
    [
        "They lined up in a 4-4-2.",
        "It was the 2014-15 season.",
        "He played a one-two with Dunne.",
        "It was 85-81 in baskets.",
        "He is 20-25 yards out.",
    ],
)
def test_other_figures_are_no_scores(read: Read, text: str) -> None:
    assert claims(read(text), "score") == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("They won 2-1 (0-1) in the rain.", ["final", "half-time"]),
        ("They won 2-1 (3-1) in the rain.", ["final", None]),
        ("They won 2-1 (0-1 at home) in the rain.", ["final", None]),
        ("They won 2-1 (1-1) in the second leg.", ["final", None]),
    ],
)
def test_a_score_in_brackets_behind_another_is_that_of_half_time(read: Read, text: str, kinds: list[str | None]) -> None:
    assert [claim.get("kind") for claim in claims(read(text), "score")] == kinds


def test_a_score_knows_its_clubs_and_their_keys(read: Read) -> None:
    claim = only(read("It was Ayton who had a 2-1 win over Corley."), "score")
    assert claim.get("opponent") == "Corley"
    assert claim.keys["opponent"] == "corley"


def test_a_claim_knows_its_zone(read: Read) -> None:
    reading = read("It rained.\nHe said: “It was only a 2-1 draw for us.”")
    assert only(reading, "score").zone == "quotation"


SHEET = f"It rained.\nAyton (4-4-2): {ROW.replace('Hill', 'Hill (Gale 60)')}.\nSubs not used: Hurst.\n"


def test_a_line_up_is_a_claim(read: Read) -> None:
    claim = only(read(SHEET), "lineup")
    assert claim.text == "Ayton"
    assert (claim.get("club"), claim.get("formation"), claim.get("outfield"), claim.get("size")) == (
        "Ayton",
        "4-4-2",
        10,
        11,
    )
    assert (claim.get("unused"), claim.zone, claim.sentence) == (["Hurst"], "block", -1)


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        (ROW, "duplicates", []),
        (ROW.replace("Stone", "Hill"), "duplicates", ["Hill"]),
        (ROW.replace("Stone", "Hill"), "surname_alone", True),
        (ROW.replace("Stone", "Hill") + ", Marsh", "surname_alone", False),
        (ROW.replace("Stone", "Sam Hill").replace("Hill,", "Sam Hill,"), "surname_alone", False),
        (ROW.replace("Stone", "Gary Neve").replace("Vale", "Phil Neve"), "duplicates", []),
        (ROW.replace(", Fenn", ""), "size", 10),
        (ROW.replace("Hill", "Hill (Gale 11), Gale (Hurst 79)"), "size", 11),
        (ROW.replace("Hill", "Hill (Gale 11)").replace("Vale", "Vale (Gale 79)"), "twice_on", ["Gale"]),
        (ROW.replace("Hill", "Hill (Gale 11)"), "twice_on", []),
    ],
)
def test_a_line_up_is_counted(read: Read, row: str, field: str, value: object) -> None:
    assert only(read(f"It rained.\nAyton: {row}\n"), "lineup").get(field) == value


@pytest.mark.parametrize(
    ("row", "unused", "began", "came_on"),
    [
        (ROW.replace("Hill", "Hill (Gale 60)"), "Hurst, Gale", [], ["Gale"]),
        (ROW, "Hurst, Hill", ["Hill"], []),
        (ROW.replace("Hill", "Adam Hill"), "Hurst, Hill", ["Hill"], []),
        (ROW.replace("Hill", "A Hill"), "Hurst, B Hill", [], []),
        (ROW.replace("Hill", "Adam Hill"), "Hurst, B Hill", [], []),
        (ROW, "Hill, Hurst, Hill", [], []),
    ],
)
def test_who_played_was_no_unused_substitute(
    read: Read, row: str, unused: str, began: list[str], came_on: list[str]
) -> None:
    claim = only(read(f"It rained.\nAyton: {row}. Unused: {unused}.\n"), "lineup")
    assert (claim.get("unused_began"), claim.get("unused_on")) == (began, came_on)


@pytest.mark.parametrize(("numbers", "began"), [((7, 7), ["Hill"]), ((7, 20), [])])
def test_two_squad_numbers_are_two_men(read: Read, numbers: tuple[int, int], began: list[str]) -> None:
    row = ", ".join(f"{numbers[0] if name == 'Hill' else 30 + at} {name}" for at, name in enumerate(ROW.split(", ")))
    claim = only(read(f"It rained.\nAyton: {row}. Unused: 12 Hurst, {numbers[1]} Hill.\n"), "lineup")
    assert claim.get("unused_began") == began


@pytest.mark.parametrize(
    ("men", "others", "both"),
    [
        (("Poole", "Hill"), ("Poole", "Birch"), ["Poole"]),
        (("Poole", "Adam Hill"), ("Quist", "Adam Hill"), ["Adam Hill"]),
        (("Poole", "Hill"), ("Quist", "Hill"), []),  # two men of one surname
        (("Poole", "A Hill"), ("Quist", "A Hill"), []),
        (("Poole", "Adam Hill"), ("Poole", "Adam Hill"), []),  # two line-ups of one team
    ],
)
def test_one_man_plays_for_one_side(
    read: Read, men: tuple[str, str], others: tuple[str, str], both: list[str]
) -> None:
    one = ", ".join([*men, "Stone", "Ray", "Dunne", "Lund", "Beck", "Reyes", "Moss", "Fenn", "Pym"])
    other = ", ".join([*others, "Cole", "Dodd", "Eaves", "Frith", "Gunn", "Hobbs", "Ivey", "Jupp", "Kemp"])
    sheets = claims(read(f"It rained.\nAyton: {one}.\nBeeford: {other}.\n"), "lineup")
    assert sheets[1].get("both_sides") == both


def test_a_bench_that_lists_everybody_lists_those_who_came_on(read: Read) -> None:
    claim = only(read(f"It rained.\nAyton: {ROW.replace('Hill', 'Hill (Gale 60)')}. Subs: Gale, Hurst.\n"), "lineup")
    assert (claim.get("unused"), claim.get("unused_on")) == (["Hurst"], [])


def test_a_man_may_go_off_but_once(read: Read) -> None:
    text = f"It rained.\nAyton: {ROW}\nSubs: Gale (Hill 60), Hurst (Hill 70).\n"
    assert only(read(text), "lineup").get("twice_off") == ["Hill"]


def test_a_substitution_of_a_block_is_a_claim(read: Read) -> None:
    claim = only(read(SHEET), "substitution")
    assert (claim.get("on"), claim.get("off"), claim.get("minute"), claim.get("club")) == ("Gale", "Hill", "60", "Ayton")


def test_each_listed_goal_is_a_claim(read: Read) -> None:
    reading = read(f"It rained.\nAyton: {ROW}. Goals: Hill 12, 90 pen, Dunne 35 og.\n")
    goals = [(c.get("scorer"), c.get("minute"), c.get("kind"), c.text) for c in claims(reading, "goal")]
    assert goals == [
        ("Hill", "12", "goal", "Hill 12"),
        ("Hill", "90", "pen", "Hill 12, 90"),
        ("Dunne", "35", "og", "Dunne 35"),
    ]


@pytest.mark.parametrize("line", ["8' GOAL! Adam Dunne, 1-0", "8 Goal - Adam Dunne", "8’ GOAL: Adam Dunne"])
def test_a_goal_of_a_list_of_key_moments_is_a_claim(read: Read, line: str) -> None:
    claim = only(read(f"It rained.\n{line}\nIt rained."), "goal")
    assert (claim.get("scorer"), claim.get("minute")) == ("Adam Dunne", "8")
    assert line.startswith(claim.text)
    assert claim.text.endswith("Adam Dunne")


@pytest.mark.parametrize(("label", "colour"), [("Booked", "yellow"), ("Sent off", "red")])
def test_each_card_of_a_block_is_a_claim(read: Read, label: str, colour: str) -> None:
    claim = only(read(f"It rained.\nAyton: {ROW}. {label}: Hill 55.\n"), "card")
    assert (claim.get("player"), claim.get("colour"), claim.get("minute")) == ("Hill", colour, "55")


def test_a_block_s_men_are_those_of_the_prose(read: Read) -> None:
    reading = read(f"It was Adam Dunne who scored.\nAyton: {ROW}. Goals: Dunne 12.\n")
    assert claims(reading, "goal")[-1].keys["scorer"] == "adam dunne"


def test_a_result_line_is_a_score_with_its_goals(read: Read) -> None:
    reading = read("Ayton 2 (Hill 12, Dunne 55) Corley 1 (Gale 80)\nIt rained.")
    score = only(reading, "score")
    assert (score.get("first"), score.get("second"), score.keys) == (2, 1, {"club": "ayton", "opponent": "corley"})
    assert [goal.keys["club"] for goal in claims(reading, "goal")] == ["ayton", "ayton", "corley"]


def test_prose_inside_a_block_is_not_read_twice(read: Read) -> None:
    assert claims(read("Ayton 2-1 Corley\nIt rained."), "score")[0].zone == "block"
    assert len(claims(read("Ayton 2-1 Corley\nIt rained."), "score")) == 1


def test_claims_come_in_the_order_of_the_text(read: Read) -> None:
    spans = [claim.span for claim in read(f"A 2-1 win.\n{SHEET}A 1-1 draw.").claims]
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Then Adam Dunne scored, and they took the lead.", ["Adam Dunne scored"]),
        ("They took the lead, and it was doubled when Adam Dunne scored.", ["Adam Dunne scored"]),
        ("Then Adam Dunne scored and Sam Ray scored.", ["Adam Dunne scored", "Sam Ray scored"]),
        ("Then Adam Dunne scored. They took the lead.", ["Adam Dunne scored", "took the lead"]),
        (
            "Then Adam Dunne scored, and long after the rain had stopped falling on the heath they took the lead.",
            ["Adam Dunne scored", "took the lead"],
        ),
        ("They took the lead, having gone ahead late.", ["took the lead"]),
        ("They took the lead before it was doubled when they added a second.", ["took the lead", "added a second"]),
    ],
    ids=["beside", "before", "two men", "next sentence", "far", "nobody named", "one after the other"],
)
def test_a_goal_told_twice_in_a_breath_is_one(read: Read, text: str, told: list[str]) -> None:
    assert [claim.text for claim in claims(read(text), "goal") if not claim.get("again")] == told


def test_each_word_that_tells_a_goal_is_a_claim(read: Read) -> None:
    told = [(claim.text, claim.get("again")) for claim in claims(read("They took the lead when Adam Dunne scored."), "goal")]
    assert told == [("took the lead", True), ("Adam Dunne scored", None)]


@pytest.mark.parametrize(
    "text",
    ["Adam Dunne scored, making it 4-1.", "Adam Dunne's goal put them ahead.", "Adam Dunne scored, his third goal."],
)
def test_what_a_goal_did_is_no_other_goal(read: Read, text: str) -> None:
    assert len(claims(read(text), "goal")) == 1


def test_a_goal_told_again_leaves_its_time_to_the_one_that_names_a_man(read: Read) -> None:
    first, again = claims(read("Adam Dunne scored and they took the lead in the 12th minute."), "goal")
    assert (first.get("minute"), again.get("minute")) == ("12", None)


def test_each_minute_of_a_block_is_a_claim(read: Read) -> None:
    row = ROW.replace("Hill", "Hill (Gale 60)")
    reading = read(f"It rained.\nAyton: {row}. Goals: Stone 12, 90+1. Booked: Ray 33.\n")
    times = {(c.text, c.get("event"), c.get("form"), c.get("earliest")) for c in claims(reading, "minute")}
    assert times == {
        ("60", "sub", "block", 6000),
        ("12", "goal", "block", 1200),
        ("90+1", "goal", "block", 9001),
        ("33", "card", "block", 3300),
    }


def test_a_card_without_a_minute_has_none(read: Read) -> None:
    reading = read(f"It rained.\nAyton: {ROW}. Booked: Ray.\n")
    assert (claims(reading, "minute"), only(reading, "card").get("minute")) == ([], None)


@pytest.mark.parametrize(
    ("text", "scorer"),
    [
        ("Adam Dunne exchanged passes with Sam Ray and slotted home.", None),
        ("Adam Dunne and Sam Ray were there. Then Ray and slotted home.", "Sam Ray"),
    ],
)
def test_who_is_passed_to_does_not_score(read: Read, text: str, scorer: str | None) -> None:
    [goal] = claims(read(text), "goal")
    assert goal.get("scorer") == scorer


def test_a_former_club_is_not_the_present_one(read: Read) -> None:
    [claim] = claims(read("It was Adam Dunne, the former Ayton striker, who shot."), "affiliation")
    assert (claim.get("status"), claim.get("club")) == ("former", "Ayton")


def test_a_place_scores_no_goal(read: Read) -> None:
    found = claims(read("It was Adam Dunne. The striker's 81st-minute header at La Rosaleda made it 3-2."), "goal")
    assert "La Rosaleda" not in {claim.get("scorer") for claim in found}


def test_a_longer_match_takes_the_scorer_of_the_shorter_one(read: Read) -> None:
    goal = only(read("Then Adam Dunne glanced in off the far post."), "goal")
    assert (goal.text, goal.get("scorer")) == ("Adam Dunne glanced in off the far post", "Adam Dunne")


def test_a_not_pattern_with_a_capture_forbids_only_that_man(read: Read) -> None:
    goal = only(read("Adam Dunne headed over Ned Poole and into the net."), "goal")
    assert goal.get("scorer") in (None, "Adam Dunne")
    assert goal.text.endswith("into the net")
