"""Clubs: whom names, nicknames and `United` stand for in one article."""

from collections import Counter
from collections.abc import Callable

import pytest

from checker.article import Span
from checker.pipeline.clubs import _abbreviates, _key, _plainest, span_club
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading

Read = Callable[..., Reading]
ROW = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"


def club_at(reading: Reading, words: str) -> str:
    return reading.clubs.at(reading.text.rindex(words))


@pytest.mark.parametrize(
    ("text", "words", "club"),
    [
        ("It was Ayton United against Corley. Then United won.", "United", "ayton"),
        ("It was Beeford against Corley. Then United won.", "United", "beeford"),
        ("It was Ayton against Beeford. Then United won.", "United", ""),
        ("It was Corley against Norland. Then United won.", "United", ""),
        ("It was Ayton against Corley. Then the Millers won.", "Millers", "ayton"),
        ("It was the Millers against Corley. Then United won.", "United", "ayton"),
        ("It was Norland against Corley. Then Norland won.", "Norland", "nat-norland"),
    ],
)
def test_a_short_name_stands_for_the_club_that_the_article_names(read: Read, text: str, words: str, club: str) -> None:
    assert club_at(read(text), words) == club


@pytest.mark.parametrize(
    ("text", "sure"), [("It was Ayton. So Ayton led. United won.", True), ("It rained. United won.", False)]
)
def test_a_short_name_that_begins_a_sentence_is_sure_where_its_club_is_named(read: Read, text: str, sure: bool) -> None:
    assert [mention.sure for mention in read(text).mentions if mention.words == "united"] == [sure]


def test_a_short_name_may_be_the_last_word_of_a_club_that_alone_has_it() -> None:
    city = Mention(Span(0, 4), "club", "city", ("eng-manchester-city", "eng-hull-city"), "short")
    assert _key(city, {"aus-melbourne-city": 1}, {}) == "aus-melbourne-city"
    assert _key(city, {"aus-melbourne-city": 1, "usa-new-york-city": 1}, {}) == ""
    assert _key(city, {"aus-melbourne-city": 1, "eng-hull-city": 1}, {}) == "eng-hull-city"


def test_a_club_is_called_by_the_form_that_stands_most_often(read: Read) -> None:
    reading = read("It was Ayton United. Then Ayton won. But Ayton lost, and Corley won.")
    assert reading.clubs.names["ayton"] == "Ayton"


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        ({"Spurs": 4, "Tottenham": 2}, "Tottenham"),
        ({"Spurs": 5, "Tottenham": 1}, "Tottenham"),
        ({"Spurs": 5, "Tottenham Hotspur": 2}, "Spurs"),
        ({"Spurs": 1}, "Spurs"),
        ({"Tottenham": 1, "Tottenham Hotspur": 2}, "Tottenham Hotspur"),
    ],
)
def test_a_club_s_own_name_is_plainer_than_a_by_name(forms: dict[str, int], name: str) -> None:
    assert _plainest(Counter(forms), "eng-tottenham-hotspur") == name


@pytest.mark.parametrize(
    ("form", "other", "shortens"),
    [
        ("Dundee Utd", "Dundee United", True),
        ("Man City", "Manchester City", True),
        ("Sheff. Wed", "Sheffield Wednesday", True),
        ("Dundee United", "Dundee Utd", False),
        ("Dundee United", "Dundee United", False),
        ("Dundee", "Dundee United", False),
        ("Hull City", "Leeds City", False),
        ("Bristol C", "Bristol Rovers", False),
        ("Ipton Town", "Kipton Town", False),
    ],
)
def test_a_form_may_abbreviate_another(form: str, other: str, shortens: bool) -> None:
    assert _abbreviates(form, other) is shortens


def test_a_club_is_not_called_by_its_abbreviation(read: Read) -> None:
    reading = read("Fenwick Utd 2-1 Corley\nIt was Fenwick United who won. But Fenwick Utd lost.")
    assert "Fenwick Utd" in reading.clubs.names.values()  # two clubs, for all that is known
    assert read("It was Ayton United. Then Ayton United won.").clubs.names["ayton"] == "Ayton United"


def test_capitals_of_a_heading_become_a_name(read: Read) -> None:
    reading = read(f"It rained.\nFENWICK: {ROW}\nCORLEY: {ROW}\n")
    assert reading.clubs.names["fenwick"] == "Fenwick"


def test_mentions_are_counted(read: Read) -> None:
    assert read("It was Ayton against Corley, and Ayton won.").clubs.counts == {"ayton": 2, "corley": 1}


def test_a_name_that_heads_a_line_up_is_a_club_wherever_it_stands(read: Read) -> None:
    reading = read(f"It was Fenwick against Corley. Then Fenwick won.\n\nFenwick: {ROW}\nCorley: {ROW}\n")
    assert reading.clubs.counts["fenwick"] == 3


def test_a_name_of_a_result_is_a_club_wherever_it_stands(read: Read) -> None:
    reading = read("Fenwick 2-1 Corley\nIt was Fenwick who won.")
    assert club_at(reading, "Fenwick") == "fenwick"


def test_the_club_of_a_label_is_the_one_meant_in_the_prose(read: Read) -> None:
    reading = read(f"It was Ayton against Corley.\n\nUnited: {ROW}\nTown: {ROW}\n")
    labels = [sheet.label for sheet in reading.blocks.sheets]
    assert [span_club(reading.clubs, label, reading.text) for label in labels] == ["ayton", "corley"]


def test_a_block_without_a_label_is_nobody_s(read: Read) -> None:
    reading = read("It rained.")
    assert span_club(reading.clubs, None, reading.text) == ""


@pytest.mark.parametrize(
    ("name", "town"), [("Columbus", True), ("Los Angeles", True), ("Galaxy", False), ("San Ayton", False), ("Col", False)]
)
def test_a_club_may_be_called_by_its_town(read: Read, name: str, town: bool) -> None:
    clubs = read("On Sunday Columbus Crew were first. On Sunday LA Galaxy were second.").clubs
    assert clubs.is_town(name) == town


def test_where_no_club_is_named_there_is_none(read: Read) -> None:
    assert club_at(read("It was Adam Dunne."), "Dunne") == ""


@pytest.mark.parametrize("line", ["Beefrod 2-1 Corley", "Corley 2-1 Beefrod", f"Beefrod: {ROW}."])
def test_a_misspelt_label_is_the_club_that_it_nearly_names(read: Read, line: str) -> None:
    reading = read(f"It rained.\n{line}\nIt snowed.")
    assert club_at(reading, "Beefrod") == "beeford"


@pytest.mark.parametrize(
    ("text", "words", "club"),
    [
        ("It was Ayton against Melford Town. Then Sam Ray of Melford Town won.", "Melford", "melford town"),
        ("It was Ayton against Melford Town. Then it rained at Melford.", "Melford", "melford town"),
        ("It was Ayton against Steve Town. Then Steve Town won.", "Steve", ""),
        ("It was Ayton who beat Volder 2-0. Then it rained at Volder.", "Volder", "volder"),
        ("It was a 2-0 win over Volder. Then it rained at Volder.", "Volder", "volder"),
        ("It was a 2-0 home league defeat by Volder. It rained at Volder.", "Volder", "volder"),
        ("It was a 2-0 win over Volder's side. Then it rained at Volder.", "Volder", ""),
        ("It was Ray who beat Volder. Then it rained at Volder.", "Volder", ""),
        ("Ayton held ten-man Volder. Then it rained at Volder.", "Volder", "volder"),
        ("It rained.\nAyton 2-1 Volder Town U18s\nThen it rained at Volder Town.", "Volder Town.", "volder town u18s"),
        ("It rained.\nAyton 2-1 Volder Colts\nIt was the Colts' day.", "Colts'", "volder colts"),
        ("It was Ayton who beat Arrows 2-0. Then Melling Golden Arrows left.", "Melling", "melling golden arrows"),
        ("Nusta Volder thrashed Melling Girls 7-0. Then it rained at Nusta Volder.", "Nusta Volder.", "nusta volder"),
        ("It rained. Steve Volder thrashed Melling Girls 7-0. It was Steve Volder.", "Steve Volder.", ""),
        ("It was Ayton who beat Beefrod 2-0. Then it rained at Beefrod.", "Beefrod", ""),
    ],
)
def test_a_club_that_the_reference_lacks_is_known_by_its_name_or_its_place(
    read: Read, text: str, words: str, club: str
) -> None:
    assert club_at(read(text), words) == club


@pytest.mark.parametrize(
    ("text", "club"),
    [
        ("It was Norbury Albion against Ayton. Then Albion won.", "norbury"),
        ("It was Ayton against Corley. Then Albion won.", "albion"),
        ("It was Norbury Albion against Albion of the North. Then Albion won.", "albion"),
    ],
)
def test_a_lone_name_is_the_short_form_of_the_club_named_in_full(read: Read, text: str, club: str) -> None:
    assert club_at(read(text), "Albion won") == club


def test_a_label_may_be_short_for_another(read: Read) -> None:
    text = "Marsham Heath 2-1 Fenwick\nGoals: Heath - Hill 12, Ray 55; Fenwick - Moss 80.\nThen Heath won."
    assert club_at(read(text), "Heath won") == "marsham heath"


def test_a_club_is_called_by_the_first_word_of_its_label(read: Read) -> None:
    row = "Poole, Stone, Hill, Marsh, Ray, Dunne, Okoro, Lund, Beck, Vale, Reyes"
    prose = "So Namhae won. It was Namhae again, and Fenwick Moss shot."
    reading = read(f"{prose}\nNamhae Mariners: {row}\nFenwick Stars: {row}\n")
    assert club_at(reading, "Namhae won") == "namhae mariners"
    assert club_at(reading, "Fenwick Moss") == ""


def test_a_club_is_called_by_the_last_word_of_its_label(read: Read) -> None:
    row = "Poole, Stone, Hill, Marsh, Ray, Dunne, Okoro, Lund, Beck, Vale"
    prose = "So Arnside won. It was Arnside again, and Moss shot. Fenwick Wells saved."
    reading = read(f"{prose}\nCastle Arnside: {row}, Reyes\nGlebe Moss: {row}, Moss\nUpper Wells: {row}, Wells\n")
    assert club_at(reading, "Arnside won") == "castle arnside"
    assert club_at(reading, "Moss shot") == club_at(reading, "Fenwick Wells") == ""


def test_the_letters_before_a_club_s_name_make_no_other_club(read: Read) -> None:
    reading = read("Ayton 2-1 IF Arnside\nArnside were beaten.")
    assert [claim.keys.get("opponent") for claim in reading.claims if claim.type == "score"] == ["arnside"]


def test_a_short_name_of_several_clubs_is_the_one_of_a_label(read: Read) -> None:
    assert club_at(read("Albion 2-1 Fenwick\nThen it was Albion who won."), "Albion who") == "albion"


@pytest.mark.parametrize(("named", "club"), [("", "ipton town"), ("Corley lost.", "corley")])
def test_a_short_name_is_a_strangers_where_its_own_club_is_not_named(read: Read, named: str, club: str) -> None:
    assert club_at(read(f"Ipton Town 2-1 Fenwick Rovers\n{named} Then Town won."), "Town") == club


@pytest.mark.parametrize(("after", "club"), [("Ayton", ""), ("Peter Marsh", "nat-norland")])
def test_a_nation_may_only_say_where_a_club_is_from(read: Read, after: str, club: str) -> None:
    assert club_at(read(f"It was Corley against Norland's {after}. It rained."), "Norland") == club


@pytest.mark.parametrize(
    ("text", "club"),
    [("Norland side Ayton won.", ""), ("Norland giants Melford Town won.", ""), ("Norland side won.", "nat-norland")],
)
def test_a_nation_before_a_side_says_where_it_is_from(read: Read, text: str, club: str) -> None:
    assert club_at(read(f"It was Corley again. {text} It rained."), "Norland") == club


@pytest.mark.parametrize(
    ("text", "words", "club"),
    [
        ("Melford Town are up. Then Melford Town won. It was Melfard Town who left.", "Melfard", "melford town"),
        ("Beeford won 2-0. Then Beefrod were happy.", "Beefrod", "beeford"),
        ("Melford Town are up. It was Melfard Town who left.", "Melfard", "melfard town"),
        ("Melford Town are up. Then Melford Town won. It was Marford Town who left.", "Marford", "marford town"),
        ("The Rustys are up. Then the Rustys won. It was a Rusty who left. Rusty were out.", "Rusty were", "rusty"),
    ],
)
def test_an_unknown_club_that_is_another_misspelt_is_that_club(read: Read, text: str, words: str, club: str) -> None:
    assert club_at(read(text), words) == club


@pytest.mark.parametrize(("label", "man"), [("Ayton", True), ("Sunderby", False)])
def test_a_place_that_stands_in_a_line_up_is_a_man(read: Read, label: str, man: bool) -> None:
    reading = read(f"It was Sunderby who shot. It rained.\n{label}: {ROW.replace('Hill', 'Sunderby')}.\n")
    person = reading.people.at(reading.text.index("Sunderby"))
    assert (person is not None) == man


def test_the_name_right_before_a_man_s_who_is_called_like_a_place_is_his_first_name(read: Read) -> None:
    reading = read(f"It was Xandor Sunderby who shot. For Xandor, Sunderby shot.\nAyton: {ROW.replace('Hill', 'Sunderby')}.\n")
    assert {person.name for person in reading.people.by_key.values() if "sunderby" in person.key} == {"Xandor Sunderby"}
    assert [m.words for m in reading.mentions if m.words.startswith("xandor")] == ["xandor sunderby", "xandor"]


def test_a_place_that_stands_in_a_goals_list_is_a_man(read: Read) -> None:
    reading = read("It was Sunderby who shot. It rained.\nGoals: Sunderby 12, Hill 55.\n")
    assert reading.people.at(reading.text.index("Sunderby")) is not None


def test_a_youth_team_is_one_club_however_its_age_is_written(read: Read) -> None:
    row = "Poole, Stone, Hill, Marsh, Ray, Dunne, Okoro, Lund, Beck, Vale, Reyes"
    reading = read(f"Wexley Under-18s 2 Arnside Under-18s 1\n\nSo Wexley won.\n\nWexley U18: {row}\nArnside U18: {row}\n")
    assert club_at(reading, "Wexley Under") == club_at(reading, "Wexley won") == club_at(reading, "Wexley U18") == "wexley u18"


def test_a_side_of_women_may_be_called_by_the_end_of_its_club(read: Read) -> None:
    row = "Poole, Stone, Hill, Marsh, Ray, Dunne, Okoro, Lund, Beck, Vale, Reyes"
    reading = read(f"Wexley City Women 2 Arnside Ladies 1\n\nThe visitors led.\n\nCity: {row}\nArnside: {row}\n")
    assert club_at(reading, "City: ") == club_at(reading, "Wexley City") == "wexley city women"
    assert club_at(reading, "Arnside: ") == club_at(reading, "Arnside Ladies") == "arnside ladies"
