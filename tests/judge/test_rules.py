"""Rules: what a file of rules/ declares, and how each kind of mistake is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.types import ClaimType
from checker.errors import PackError
from checker.judge.rules import Rule, load_rules, unmarked
from checker.yaml_source import parse_yaml

TYPES = {
    "score": ClaimType("score", {"first": "int", "second": "int", "outcome": "string", "names": "list"}, (), ()),
    "goal": ClaimType("goal", {"scorer": "person", "minute": "minute"}, (), ()),
    "card": ClaimType("card", {"player": "person", "minute": "minute"}, (), ()),
}
FAMILIES = ["score", "minute"]
DRAW = """\
- id: score/draw-is-level
  level: error
  each: score
  when: score.outcome == "draw"
  assert: score.first == score.second
  mark: score.first
  message: "a draw ends level, {score} does not: {score.first}-{score.second}"
  suggest: "{score.first}-{score.first}"
  explain: A draw is level.
  source: the laws of the game
  examples:
    wrong: ["It was a [[2-1 draw]]."]
    right: ["It was a 1-1 draw."]
"""


def loaded(text: str) -> list[Rule]:
    return list(load_rules(parse_yaml(text, "rules/score.yml"), TYPES, FAMILIES))


def draw(old: str = "", new: str = "") -> str:
    """The rule on draws with some of its words in the place of others."""
    assert old in DRAW
    return DRAW.replace(old, new)


def failure(text: str) -> str:
    with pytest.raises(PackError) as found:
        loaded(text)
    return str(found.value).removeprefix("rules/score.yml:")


def test_a_rule_says_everything_about_itself() -> None:
    (rule,) = loaded(DRAW)
    assert (rule.id, rule.family, rule.level, rule.each) == ("score/draw-is-level", "score", "error", ("score",))
    assert (rule.explain, rule.source, rule.mark) == ("A draw is level.", "the laws of the game", "score.first")
    assert rule.where == "rules/score.yml:1:3"
    assert rule.when is not None
    assert rule.when({"score.outcome": "draw"}) is True
    assert rule.demand({"score.first": 2, "score.second": 1}) is False


def test_examples_lose_their_marks() -> None:
    wrong, right = loaded(DRAW)[0].examples
    assert (wrong.texts, wrong.marks, wrong.wrong) == (("It was a 2-1 draw.",), ((0, 9, 17),), True)
    assert (right.texts, right.marks, right.wrong) == (("It was a 1-1 draw.",), (), False)


def test_an_example_may_be_several_articles() -> None:
    (rule,) = loaded(draw('["It was a [[2-1 draw]]."]', '[["A 1-1 draw.", "A [[2-1 draw]]."]]'))
    assert rule.examples[0].texts == ("A 1-1 draw.", "A 2-1 draw.")
    assert rule.examples[0].marks == ((1, 2, 10),)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"score": "2-1 draw", "score.first": 2, "score.second": 1}, "a draw ends level, 2-1 draw does not: 2-1"),
        ({"score": "x", "score.first": 2}, "a draw ends level, x does not: 2-?"),
    ],
)
def test_a_message_is_filled_with_what_is_known(values: dict[str, object], message: str) -> None:
    (rule,) = loaded(DRAW)
    assert rule.filled(rule.message, values) == message


def test_a_list_in_a_message_reads_as_copy() -> None:
    (rule,) = loaded(DRAW)
    assert rule.filled("{score.names} twice", {"score.names": ["Hill", "Ray"]}) == "Hill, Ray twice"


def test_a_pair_is_a_and_b() -> None:
    (rule,) = loaded(
        draw("each: score", "each: [goal, card]")
        .replace('  when: score.outcome == "draw"\n', "  join: a.scorer == b.player\n")
        .replace("score.first == score.second", "a.minute != b.minute")
        .replace("mark: score.first", "mark: a.minute")
        .replace("{score} does not: {score.first}-{score.second}", "{a} {b.minute}")
        .replace("{score.first}-{score.first}", "{b.player}")
    )
    assert (rule.each, rule.join) == (("goal", "card"), ("a.scorer", "b.player"))


def test_a_rule_may_be_about_the_match() -> None:
    text = draw("each: score", "each: match").replace('  when: score.outcome == "draw"\n', "")
    text = text.replace("score.first == score.second", "match.final_high >= match.final_low")
    text = text.replace("mark: score.first", "mark: match.final").replace("{score}", "{match.final_high}")
    text = text.replace("{score.first}-{score.second}", "").replace("{score.first}-{score.first}", "")
    (rule,) = loaded(text)
    assert (rule.each, rule.mark) == (("match",), "match.final")


@pytest.mark.parametrize("mark", ["", "  mark: match.final_high\n", "  mark: match\n"])
def test_a_rule_about_the_match_marks_a_statement(mark: str) -> None:
    text = draw("each: score", "each: match").replace('  when: score.outcome == "draw"\n', "")
    text = text.replace("score.first == score.second", "match.final_high >= match.final_low")
    text = text.replace("  mark: score.first\n", mark).replace("{score} does not: ", "")
    text = text.replace("{score.first}-{score.second}", "").replace("{score.first}-{score.first}", "")
    failure(text)


@pytest.mark.parametrize(
    ("demand", "needs"),
    [
        ("score.first == score.second", {"score.first", "score.second", "score.outcome"}),
        ("score.first == 1 || score.second == 1", set()),
    ],
)
def test_a_rule_knows_the_fields_it_cannot_do_without(demand: str, needs: set[str]) -> None:
    (rule,) = loaded(draw("score.first == score.second", demand))
    assert rule.needs == needs


LONG = '    wrong: ["It was a [[2-1 draw]]."]\n'


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        # keys
        ("  level: error\n", "", "1:3: the key 'level' is missing"),
        ("level: error", "levle: error", "2:3: unknown key 'levle' (did you mean 'level'?)"),
        ("source:", "sourec:", "10:3: unknown key 'sourec' (did you mean 'source'?)"),
        ("level: error", "level: eror", "2:3: level: Input should be 'error', 'warning' or 'query', found 'eror'"),
        ("level: error", "level: error\n  level: query", "3:3: the key 'level' stands here twice"),
        ("message: \"a", "message: [a", "7:"),
        # id and family
        ("score/draw-is-level", "Draw is level", "1:3: found id 'Draw is level'; expected family/name-in-small"),
        ("score/draw-is-level", "scroe/draw", "1:3: unknown family 'scroe' (did you mean 'score'?); expected one of:"),
        # each
        ("each: score", "each: scroe", "3:3: unknown claim type 'scroe' (did you mean 'score'?)"),
        ("each: score", "each: [goal, crad]", "3:3: unknown claim type 'crad' (did you mean 'card'?)"),
        ("each: score", "each: []", "3:3: found a list of claim types; expected one type, two types, or match"),
        ("each: score", "each: [goal, goal, goal]", "3:3: found a list of claim types; expected one type, two"),
        ("each: score", "each: 3", "3:3: each: "),
        # expressions
        ("score.first == score", "score.frist == score", "5:3: assert: 1:6: undeclared reference to 'score.frist' (did"),
        ('score.outcome == "draw"', "score.outcmoe == 'draw'", "4:3: when: 1:6: undeclared reference to 'score.outc"),
        ("score.first == score.second", "score.first == 'one'", "5:3: assert: 1:13: found no matching overload"),
        ("score.first == score.second", "score.first ==", "5:3: assert: 1:15: Syntax error"),
        ("score.first == score.second", "score.first", "5:3: assert: "),
        ('score.outcome == "draw"', "score.outcome", "4:3: when: "),
        # holes and marks
        ("{score.second}", "{score.secnod}", "7:3: message names 'score.secnod', which is not known here (did you mean"),
        ("{score.first}-{score.first}", "{score.frist}", "8:3: suggest names 'score.frist', which is not known here"),
        ("mark: score.first", "mark: score.frist", "6:3: mark names 'score.frist', which is not known here (did you"),
        ("mark: score.first", "mark: match.final", "6:3: mark names 'match.final', which is not known here"),
        ("mark: score.first", "join: score.first", "6:3: found 'score.first'; expected a join like: a.scorer == b.on"),
        # examples
        ("[[2-1 draw]]", "2-1 draw", "11:3: a wrong example marks the span that is flagged as [[…]]"),
        ("1-1 draw", "[[1-1 draw]]", "11:3: a right example marks nothing"),
        ("[[2-1 draw]]", "[[2-1 draw", "11:3: a wrong example marks"),
        ('["It was a 1-1 draw."]', "[]", "13:5: right: List should have at least 1 item"),
        (LONG, "", "11:3: the key 'wrong' is missing"),
        ("    wrong:", "    wrogn:", "12:5: unknown key 'wrogn' (did you mean 'wrong'?)"),
        (LONG, LONG + "    rihgt: []\n", "13:5: unknown key 'rihgt' (did you mean 'right'?)"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(old: str, new: str, message: str) -> None:
    assert failure(draw(old, new)).startswith(message)


def test_a_rule_without_examples_does_not_load() -> None:
    assert failure(DRAW[: DRAW.index("  examples:")]) == "1:3: the key 'examples' is missing"


def test_an_identifier_stands_once() -> None:
    assert failure(DRAW + DRAW) == "14:3: the rule 'score/draw-is-level' stands here twice"


def test_a_match_is_no_half_of_a_pair() -> None:
    message = failure(draw("each: score", "each: [match, score]"))
    assert message.startswith("3:3: ")
    assert "did you mean 'match'" not in message


@pytest.mark.parametrize(
    ("text", "plain", "spans"),
    [
        ("a [[b]] c", "a b c", [(2, 3)]),
        ("[[a]][[b]]", "ab", [(0, 1), (1, 2)]),
        ("👍 [[é\nf]]", "👍 é\nf", [(2, 5)]),
        ("no marks", "no marks", []),
    ],
)
def test_marks_are_taken_out_of_an_example(text: str, plain: str, spans: list[tuple[int, int]]) -> None:
    assert unmarked(text) == (plain, spans)


@given(st.lists(st.tuples(st.text("ab 👍", min_size=1, max_size=4), st.booleans()), max_size=6))
def test_the_spans_of_an_example_are_what_was_marked(parts: list[tuple[str, bool]]) -> None:
    plain, spans = unmarked("".join(f"[[{text}]]" if marked else text for text, marked in parts))
    assert plain == "".join(text for text, _ in parts)
    assert [plain[start:end] for start, end in spans] == [text for text, marked in parts if marked]
