"""The judge: three-valued outcomes, pairs, matches, what is flagged and what the verdict rests on."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from checker.article import Article, Span
from checker.claims.model import AGAINST, Claim, Value
from checker.claims.types import ClaimType
from checker.judge.judge import Judge, Judgement, make_flag
from checker.judge.rules import Rule, load_rules
from checker.match.record import MatchRecord
from checker.yaml_source import parse_yaml

TEXT = "Hill scored in the 12th minute. It was a 2-1 draw. Hill's 14th-minute goal. Ray scored."
ARTICLE = Article("a.txt", TEXT, "", body=Span(0, len(TEXT)))
KINDS = {"scorer": "person", "minute": "minute", "right": "string", "listed": "bool", "source": "string"}
TYPES = {
    "score": ClaimType("score", {"first": "int", "second": "int", "about": "string"}, (), ()),
    "goal": ClaimType("goal", KINDS, (), ()),  # type: ignore[arg-type]
    "date": ClaimType("date", {"weekday": "string", "true_weekday": "string"}, (), ()),
    "card": ClaimType("card", KINDS, (), ()),  # type: ignore[arg-type]
}


def rule(each: str, demand: str, **more: str) -> Rule:
    keys = {"level": "error", "message": "no", "explain": "why", **more}
    lines = "".join(f"  {key}: {value!r}\n" for key, value in keys.items())
    text = f"- id: score/it\n  each: {each}\n  assert: {demand}\n{lines}"
    text += "  examples: {wrong: ['[[a]]'], right: [b]}\n"
    (made,) = load_rules(parse_yaml(text, "rules/score.yml"), TYPES, ["score"])
    return made


def claim(kind: str, words: str, zone: str = "prose", **fields: Value) -> Claim:
    start = TEXT.index(words)
    return Claim(kind, Span(start, start + len(words)), words, fields, zone=zone, path="a.txt", sentence=0)


def judged(made: Rule, *claims: Claim, events: Mapping[int, str] | None = None, **record: object) -> Judgement:
    match = MatchRecord("a.txt", None, None, claims, events=events or {}, **record)  # type: ignore[arg-type]
    return Judge([made]).judge(ARTICLE, match)


DRAW = "2-1 draw"
LEVEL = rule("score", "score.first == score.second")


@pytest.mark.parametrize(
    ("fields", "verdict", "flags"),
    [
        ({"first": 2, "second": 1}, "refuted", 1),
        ({"first": 1, "second": 1}, "not-enough-info", 0),  # nothing that it was held against
        ({"first": 2}, "not-enough-info", 0),
        ({}, "not-enough-info", 0),
    ],
)
def test_a_claim_is_refuted_only_when_all_is_known(fields: dict[str, Value], verdict: str, flags: int) -> None:
    found = judged(LEVEL, replace(claim("score", DRAW), fields=fields))
    assert (found.found[0].verdict, len(found.flags)) == (verdict, flags)


def test_a_condition_that_is_not_known_leaves_the_claim_alone() -> None:
    made = rule("score", "score.first == score.second", when="score.about == 'this'")
    found = judged(made, claim("score", DRAW, first=2, second=1))
    assert (found.flags, found.found[0].rules) == ([], ())


@pytest.mark.parametrize("zone", ["quotation", "code"])
def test_what_somebody_says_is_not_judged(zone: str) -> None:
    assert judged(LEVEL, claim("score", DRAW, zone=zone, first=2, second=1)).flags == []


@pytest.mark.parametrize(
    ("fields", "flags"),
    [({"year": 2025}, 1), ({"fits": False}, 1), ({}, 0)],
    ids=["with its year", "beside another date", "by the article's date alone"],
)
def test_the_calendar_does_not_depend_on_who_speaks(fields: dict[str, Value], flags: int) -> None:
    made = rule("date", "date.weekday == date.true_weekday")
    said = claim("date", DRAW, zone="quotation", weekday="monday", true_weekday="tuesday", **fields)
    assert len(judged(made, said).flags) == flags


def test_other_days_of_the_article_tell_the_weekday_of_a_quoted_date() -> None:
    made = rule("date", "date.weekday == date.true_weekday")
    said = claim("date", DRAW, zone="quotation", weekday="monday", true_weekday="tuesday")
    assert len(judged(made, said.having(places={"told": said.span})).flags) == 1


@pytest.mark.parametrize("zone", ["headline", "prose", "caption", "block"])
def test_everything_else_is_judged(zone: str) -> None:
    assert len(judged(LEVEL, claim("score", DRAW, zone=zone, first=2, second=1)).flags) == 1


def test_a_claim_that_the_reference_bears_out_is_supported() -> None:
    made = rule("goal", "goal.right == goal.scorer")
    (found,) = judged(made, claim("goal", "Hill", scorer="Hill", right="Hill")).found
    assert (found.verdict, found.reasons) == ("supported", ("agrees with the reference",))


def test_a_flag_points_at_the_span_and_quotes_it() -> None:
    (flag,) = judged(LEVEL, claim("score", DRAW, first=2, second=1)).flags
    assert (flag.line, flag.column, flag.text) == (1, 42, DRAW)
    assert flag.span.of(TEXT) == DRAW
    assert (flag.sentence.strip(), flag.context) == ("It was a 2-1 draw.", TEXT)


def test_a_flag_points_at_the_field_that_the_rule_marks() -> None:
    made = rule("goal", "goal.listed", mark="goal.minute")
    goal = claim("goal", "Hill scored in the 12th minute", scorer="Hill", listed=False)
    place = Span(TEXT.index("12th"), TEXT.index("12th") + 4)
    (flag,) = judged(made, goal.having(places={"minute": place})).flags
    assert flag.text == "12th"


def test_a_flag_points_at_the_claim_where_the_field_has_no_place() -> None:
    made = rule("goal", "goal.listed", mark="goal.minute")
    (flag,) = judged(made, claim("goal", "Ray scored", listed=False)).flags
    assert flag.text == "Ray scored"


def test_messages_and_suggestions_are_filled() -> None:
    made = rule("goal", "goal.scorer == goal.right", message="{goal}: {goal.scorer}?", suggest="{goal.right}")
    (flag,) = judged(made, claim("goal", "Ray scored", scorer="Ray", right="Roy")).flags
    assert (flag.message, flag.suggestions) == ("Ray scored: Ray?", ("Roy",))


ONE_MINUTE = rule("[goal, goal]", "a.minute == b.minute", message="{a.minute} and {b.minute}", mark="a.minute")
FIRST = claim("goal", "Hill scored in the 12th minute", minute="12")
SECOND = claim("goal", "Hill's 14th-minute goal", minute="14")
LISTED = claim("goal", "Ray scored", minute="13", zone="block")


def test_the_later_of_two_statements_is_judged_against_the_earlier() -> None:
    (flag,) = judged(ONE_MINUTE, FIRST, SECOND, events={0: "goal", 1: "goal"}).flags
    assert (flag.text, flag.message) == (SECOND.text, "14 and 12")
    (evidence,) = flag.evidence
    assert (evidence.kind, evidence.text, evidence.line) == ("span", FIRST.text, 1)


def test_prose_is_judged_against_the_list() -> None:
    flags = judged(ONE_MINUTE, FIRST, LISTED, events={0: "goal", 1: "goal"}).flags
    assert [flag.text for flag in flags] == [FIRST.text]


def test_statements_of_different_events_are_no_pair() -> None:
    assert judged(ONE_MINUTE, FIRST, SECOND, events={0: "first goal", 1: "second goal"}).flags == []


def test_a_claim_that_several_refute_is_flagged_once() -> None:
    both = judged(ONE_MINUTE, FIRST, LISTED, SECOND, events=dict.fromkeys(range(3), "goal"))
    assert [flag.text for flag in both.flags] == [FIRST.text, SECOND.text]


def test_statements_that_agree_support_each_other() -> None:
    agreeing = claim("goal", "Hill's 14th-minute goal", minute="12")
    found = judged(ONE_MINUTE, FIRST, agreeing, events={0: "goal", 1: "goal"}).found
    assert found[1].verdict == "supported"
    assert found[1].reasons == (f"agrees with {FIRST.text!r}",)


JOINED = rule("[goal, card]", "a.minute != b.minute", join="a.scorer == b.scorer", mark="a.minute")


@pytest.mark.parametrize(("key", "flags"), [("hill", 1), ("ray", 0), ("", 0)])
def test_a_join_pairs_the_claims_of_one_person(key: str, flags: int) -> None:
    goal = claim("goal", "Hill scored", minute="12").having(keys={"scorer": "hill"})
    card = claim("card", "Ray scored", minute="12").having(keys={"scorer": key})
    assert len(judged(JOINED, goal, card).flags) == flags


def test_the_facts_of_a_match_are_judged_on_the_marked_statement() -> None:
    made = rule("match", "match.listed_goals == match.final_high", mark="match.final", message="{match.listed_goals}")
    score = claim("score", DRAW, first=2, second=1)
    facts: dict[str, Value] = {"final_high": 2, "listed_goals": 1}
    sources = {"final": (score,), "listed_goals": (LISTED,)}
    (flag,) = judged(made, score, LISTED, facts=facts, sources=sources).flags
    assert (flag.text, flag.message) == (DRAW, "1")
    assert [item.text for item in flag.evidence] == [LISTED.text]


def test_a_fact_that_is_not_known_is_not_enough_info() -> None:
    made = rule("match", "match.listed_goals == match.final_high", mark="match.final")
    score = claim("score", DRAW)
    found = judged(made, score, facts={"final_high": 2}, sources={"final": (score,)})
    assert (found.flags, found.found[0].verdict) == ([], "not-enough-info")


def record(path: str, minute: str) -> MatchRecord:
    told = Claim("goal", Span(0, 4), "Hill", {"minute": minute}, path=path)
    return MatchRecord(path, None, None, (told,), events={0: "goal"})


def test_across_articles_the_one_that_stands_alone_is_judged() -> None:
    records = [record("a.txt", "12"), record("b.txt", "14"), record("c.txt", "12")]
    shared = {(number, 0): "goal" for number in range(3)}
    ((_, subject),) = Judge([ONE_MINUTE]).across(records, shared)
    assert subject.judged.path == "b.txt"
    assert {other.path for other in subject.others} == {"a.txt", "c.txt"}


@pytest.mark.parametrize(("minutes", "subjects"), [(("12", "12"), 0), (("12", "14"), 1)])
def test_across_articles_only_a_difference_counts(minutes: tuple[str, str], subjects: int) -> None:
    records = [record(path, minute) for path, minute in zip(("a.txt", "b.txt"), minutes, strict=True)]
    shared = {(0, 0): "goal", (1, 0): "goal"}
    assert len(list(Judge([ONE_MINUTE]).across(records, shared))) == subjects


def test_a_rule_may_keep_to_one_article() -> None:
    text = "- {id: score/it, level: error, each: [goal, goal], assert: a.minute == b.minute, across: false,"
    text += " message: m, explain: e, examples: {wrong: ['[[a]]'], right: [b]}}"
    (made,) = load_rules(parse_yaml(text, "rules/score.yml"), TYPES, ["score"])
    shared = {(0, 0): "goal", (1, 0): "goal"}
    assert list(Judge([made]).across([record("a.txt", "1"), record("b.txt", "2")], shared)) == []


def test_a_flag_against_another_article_names_it(article: Callable[..., Article]) -> None:
    shared = {(0, 0): "goal", (1, 0): "goal"}
    ((made, subject),) = Judge([ONE_MINUTE]).across([record("a.txt", "12"), record("b.txt", "14")], shared)
    (evidence,) = make_flag(made, subject, article("Hill scored.", subject.judged.path)).evidence
    assert (evidence.kind, evidence.text) == ("article", "Hill")
    assert {evidence.path, subject.judged.path} == {"a.txt", "b.txt"}


def test_what_speaks_against_a_marked_place_is_its_evidence_alone() -> None:
    places = {"scorer": Span(0, 4), f"minute{AGAINST}": Span(51, 55), f"scorer{AGAINST}": Span(76, 79)}
    made = rule("goal", "goal.minute == '12'", mark="goal.scorer")
    (flag,) = judged(made, claim("goal", "Hill scored", minute="14").having(places=places)).flags
    assert [(flag.text, evidence.text) for evidence in flag.evidence] == [("Hill", "Ray")]


def test_flags_come_in_the_order_of_the_text() -> None:
    later = claim("score", "2-1 draw", first=2, second=1)
    earlier = claim("score", "Hill", first=2, second=1)
    assert [flag.text for flag in judged(LEVEL, later, earlier).flags] == ["Hill", DRAW]
