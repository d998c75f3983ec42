"""Match facts: what a desk's sheet says to the claims of an article."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from checker.check import Checker
from checker.pack import Pack
from checker.reference.events import Action, Event, Participation
from checker.reference.store import Reference
from checker.report import ArticleReport
from tests.match.test_found import FIRST_LEG, LEG

LEAD = "Ayton beat Beeford 2-1 in the Moor Cup. Gary Neve scored the second goal for Ayton."
FACTS = (LEG, FIRST_LEG)

Judge = Callable[..., ArticleReport]


@pytest.fixture
def judge(pack: Pack, moorland: Reference, article: Callable[..., object]) -> Judge:
    """The report on a text, with a desk's facts."""

    def run(text: str, *facts: Event) -> ArticleReport:
        checker = Checker(pack, moorland, sheet=facts)
        return checker.check(article(text)).report  # type: ignore[arg-type]

    return run


def flags(report: ArticleReport) -> list[tuple[str, str]]:
    return [(flag.rule, flag.text) for flag in report.flags]


def verdicts(report: ArticleReport, kind: str) -> dict[str, str]:
    return {claim.text: claim.verdict for claim in report.found if claim.type == kind}


def test_goals_scores_and_scorers_are_supported_with_the_source(judge: Judge) -> None:
    report = judge(LEAD + " Peter Marsh's 13th-minute header put Ayton ahead.", *FACTS)
    assert flags(report) == []
    supported = {claim.text: claim.reasons for claim in report.found if claim.verdict == "supported" and claim.type != "name"}
    assert supported["Peter Marsh's 13th-minute header"] == ("agrees with desk: Peter Marsh 13",)
    assert supported["Ayton beat Beeford 2-1"] == ("agrees with desk: Ayton United 2-1 Beeford United, 2023-04-18",)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        (LEAD + " Peter Marsh's 14th-minute header put Ayton ahead.", ("minute/goal-in-the-facts", "14th-minute")),
        (LEAD + " Peter Marsh scored after 20 minutes.", ("minute/rounded-goal-in-the-facts", "after 20 minutes")),
        (LEAD + " Peter Marsh scored Ayton's first goal. Phil Neve scored.", ("attribution/scorer-in-the-facts", "Phil Neve")),
        (LEAD + "\n\nGoals: Marsh 13, Pelinho 50.", ("attribution/listed-scorer-in-the-facts", "Pelinho")),
        (LEAD + "\n\nReferee: Al Flag", ("attribution/referee-in-the-facts", "Al Flag")),
        (LEAD + "\n\nAtt: 12,354", ("count/attendance-in-the-facts", "12,354")),
        (LEAD.replace(" in the", " at QuarryEnd in the"), ("attribution/ground-in-the-facts", "QuarryEnd")),
        (LEAD.replace(" in the", " on Sunday in the"), ("date/weekday-in-the-facts", "Sunday")),
        (LEAD + " It was 0-0 at half-time.", ("score/score-in-the-facts", "0-0 at half-time")),
    ],
)
def test_what_contradicts_the_facts_is_refuted(judge: Judge, text: str, flag: tuple[str, str]) -> None:
    facts = replace(LEG, referee="Anna Whistle", attendance=12345, site="Mill Lane", half=(1, 0))
    report = judge(text, facts, FIRST_LEG)
    assert flag in flags(report)
    (found,) = (one for one in report.flags if one.rule == flag[0])
    assert [(evidence.kind, evidence.source) for evidence in found.evidence] == [("reference", "desk")]


@pytest.mark.parametrize(
    "text",
    [
        LEAD + " Peter Marsh scored after 12 minutes.",
        LEAD + " Peter Marsh's 13th-minute header put Ayton ahead.\n\nReferee: A Whistle\nAtt: 12,345",
        LEAD.replace(" in the", " at Mill Lane on Tuesday in the"),
        LEAD + " Beeford won the first leg 2-0.",
        LEAD + ' "Tom Okoro scored in the 44th minute," said Boot.',
    ],
)
def test_what_agrees_or_is_no_claim_is_not_flagged(judge: Judge, text: str) -> None:
    facts = replace(LEG, referee="Anna Whistle", attendance=12345, site="Mill Lane", half=(1, 0))
    assert [flag for flag in flags(judge(text, facts, FIRST_LEG)) if flag[0].endswith("facts")] == []


def test_without_the_match_nothing_is_known(judge: Judge) -> None:
    other = replace(LEG, competition="Dale Cup", score=(5, 0), actions=())
    report = judge(LEAD + " Peter Marsh's 14th-minute header put Ayton ahead.", other)
    assert flags(report) == []


def test_goals_are_judged_only_where_the_source_has_all(judge: Judge) -> None:
    part = replace(LEG, actions=LEG.actions[:2])
    report = judge(LEAD + " Luka Okoro's 88th-minute goal for Beeford came late.", part)
    assert flags(report) == []


ELEVEN = [f"Adam Man{letter}" for letter in "abcdefghijk"]


def test_a_line_up_is_held_against_starters_and_bench(judge: Judge) -> None:
    people = [Participation("ayton", name, "starter") for name in ELEVEN] + [Participation("ayton", "Peter Marsh", "bench")]
    facts = replace(LEG, participations=tuple(people))
    eleven = [name.split()[1] for name in ELEVEN]
    right = f"{LEAD}\n\nAyton: {', '.join([*eleven[:10], 'Marsh'])}.\nBeeford: {', '.join(f'Baker{n}' for n in 'abcdefghijk')}."
    assert ("lineup/line-up-in-the-facts", "Ayton") not in flags(judge(right, facts))
    wrong = right.replace("Mana,", "Pelinho,")
    assert ("lineup/line-up-in-the-facts", "Ayton") in flags(judge(wrong, facts))


def test_sources_that_differ_ask_the_writer_and_name_both(judge: Judge) -> None:
    other = replace(LEG, source="wire", actions=(Action("goal", "ayton", "Peter Marsh", "15"), *LEG.actions[1:]))
    report = judge(LEAD + " Peter Marsh's 19th-minute header put Ayton ahead.", LEG, other, FIRST_LEG)
    (flag,) = report.flags
    assert (flag.rule, flag.level) == ("minute/goal-in-disputed-facts", "query")
    assert "Peter Marsh 15" in flag.message
    assert "Peter Marsh 13" in flag.message
    for minute in ("13th", "15th"):
        assert flags(judge(LEAD + f" Peter Marsh's {minute}-minute header put Ayton ahead.", LEG, other, FIRST_LEG)) == []


def test_a_score_on_which_sources_differ_is_a_query(judge: Judge) -> None:
    other = replace(LEG, source="wire", score=(3, 1), actions=())
    facts = (LEG, other, FIRST_LEG)
    assert flags(judge(LEAD, *facts)) == []
    text = LEAD.replace("2-1", "4-1") + " Peter Marsh's 13th-minute header put Ayton ahead. Luka Okoro scored for Beeford."
    assert [flag[0] for flag in flags(judge(text, *facts))] == ["score/score-in-disputed-facts"]


def test_the_first_leg_and_the_aggregate_are_judged(judge: Judge) -> None:
    text = LEAD + " Beeford won the first leg 3-0, and the tie 3-2 on aggregate."
    assert ("score/score-in-the-facts", "won the first leg 3-0") in flags(judge(text, *FACTS))
    assert verdicts(judge(text.replace("3-0", "2-0"), *FACTS), "score")["3-2 on aggregate"] == "supported"


def test_another_match_is_judged_where_the_sentence_dates_it(judge: Judge) -> None:
    last = Event("Moor League", LEG.date - datetime.timedelta(days=4), "ayton", "corley", (0, 2), source="desk", tier="desk")
    text = LEAD + " They were better than in the {} home defeat by Corley four days earlier."
    assert verdicts(judge(text.format("2-0"), *FACTS, last), "score")["2-0 home defeat by Corley"] == "supported"
    assert verdicts(judge(text.format("3-0"), *FACTS, last), "score")["3-0 home defeat by Corley"] == "refuted"
    undated = LEAD + " They were better than in the 3-0 home defeat by Corley."
    assert "refuted" not in verdicts(judge(undated, *FACTS, last), "score").values()
