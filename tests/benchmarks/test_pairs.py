"""Which articles are about one match."""

from injections.copy import Copy
from injections.pairs import partners

MEN = "Orme Pask Quill Rudd Sayer Tapp Udall Wray Yarr Zell Abel Dale Elgar Foss Gale Hurd Ince Jago"
CROWD = " ".join(f"There was {name}." for name in MEN.split())
REPORT = f"Ashby beat Marlow 2-1. Then Ned Kemp scored in the 33rd minute. {CROWD}"


def test_reports_of_one_match_meet() -> None:
    other = Copy("b", f"Marlow lost 2-1 at Ashby. A late Ned Kemp goal in the 33rd minute settled it. {CROWD}")
    found = partners([Copy("a", REPORT), other])
    assert {key: copy.key for key, copy in found.items()} == {"a": "b", "b": "a"}


def test_another_score_or_another_goal_is_another_match() -> None:
    assert partners([Copy("a", REPORT), Copy("b", REPORT.replace("2-1", "3-1"))]) == {}
    assert partners([Copy("a", REPORT), Copy("b", REPORT.replace("33rd", "44th"))]) == {}


def test_few_shared_names_are_not_enough() -> None:
    assert partners([Copy("a", REPORT), Copy("b", REPORT.replace(CROWD, ""))]) == {}


def test_a_live_text_meets_by_its_result_line() -> None:
    live = Copy("live", f"{CROWD}\n\tFULL-TIME: ASHBY 2-1 MARLOW\n")
    assert partners([Copy("a", REPORT), live])["a"] is live
