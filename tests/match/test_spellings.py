"""Words that an article spells otherwise than it does elsewhere, or than the calendar does."""

from collections.abc import Callable

import pytest

from checker.report import ArticleReport

Check = Callable[..., ArticleReport]
RULES = (
    "spelling/capitals", "spelling/first-name-two-ways", "spelling/first-name-either-way", "spelling/month-or-competition",
    "spelling/club-end", "spelling/place-word", "spelling/club",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was Hansson. Then HAnsson scored.", ["HAnsson"]),
        ("It was HANSSON. Then Hansson scored.", []),
        ("AILSA Marsh shot. It was Ailsa Marsh who scored, then Ailsa Marsh left.", []),
        ("It was McVellar. Then McVellar, then Mcvellar.", ["Mcvellar"]),
        ("It was McVellar. Then Mcvellar scored.", []),
        ("It was LIverpool in the end.", ["LIverpool"]),
        ("It was MCvellar in the end.", []),
        ("In Febuary it was over.", ["Febuary"]),
        ("Then Renato Augusto and Marche scored.", []),
        ("The Bundesliga is on. It is his first Bundesliga year, his first Bundeslig goal.", ["Bundeslig"]),
        ("He joined from Real Socieded in the summer.", ["Socieded"]),
        ("He joined from Real Sociedad in the summer.", []),
        ("Xhelvan Marsh was there. So was Xhevlan Marsh. Then Xhelvan Marsh scored.", ["Xhevlan"]),
        ("Xhelvan Marsh was there. So was Xhevlan Stone. Then Xhelvan Marsh scored.", []),
        ("Kenny Marsh was there. So was Keny Marsh. Then Kenny Marsh scored.", ["Keny"]),
        ("Kenny Marsh was there. So was Kennyy Marsh. Then Kenny Marsh scored.", ["Kennyy"]),
        ("Kenny Marsh was there. So was Kennyb Marsh. Then Kenny Marsh scored.", []),
        ("Xhelvan Marsh was there. So was Xhelva Marsh. Then Xhelvan Marsh scored.", ["Xhelva"]),
        ("Xhelvan Marsh was there. So was Xhelva Marsh.", []),
        ("Scotland won. Powerful Scotlnd Header Sees Off Wales. So Scotland are up.", ["Scotlnd"]),
        ("Scotland won. Then Scotlad won. So Scotland are up. But Scotlad lost.", ["Scotlad", "Scotlad"]),
        ("Scotland won. Then Scotlan won. So Scotland are up.", ["Scotlan"]),
        ("Holt Tanners won. So Holt Tanners are up. He went to the Tannery early.", []),
        ("Melford Town are up. Then Melford Town won. It was Melfard Town who left.", ["Melfard Town"]),
        ("Melford are up. Then Melford won. It was Melford who led 2-1. The Melfort were out.", ["Melfort"]),
        ("Georgia won. So Georgia are up. Then Georgiy Marsh scored, and Jean Paul Georgi too.", []),
        ("It was Under-17 Marsh. So was Under-20 Marsh. Then Under-17 Marsh scored.", []),
        ("Melford are up. Then Melford won. It was Melford who led the Melfords, Denbys and Ashes of this world.", []),
        ("Daniel Marsh was there. So was Daniele Marsh. Then Daniel Marsh scored.", []),
    ],
)
def test_the_odd_spelling_is_marked(check: Check, text: str, words: list[str]) -> None:
    assert [flag.text for flag in check(text).flags if flag.rule in RULES] == words


def test_two_first_names_as_often_as_each_other_are_a_query(check: Check) -> None:
    flags = check("In the end Xhelvan Marsh was there. So was Xhevlan Marsh later on.").flags
    assert {(flag.text, flag.level) for flag in flags} == {("Xhelvan", "query"), ("Xhevlan", "query")}
