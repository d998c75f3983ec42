"""People: which mentions are one man, and which are nobody in particular."""

from collections.abc import Callable

import pytest

from checker.pipeline.people import Person
from checker.pipeline.reading import Reading

Read = Callable[..., Reading]


def person_at(reading: Reading, words: str, nth: int = 1) -> Person | None:
    start = -1
    for _ in range(nth):
        start = reading.text.index(words, start + 1)
    return reading.people.at(start)


def people(reading: Reading) -> dict[str, int]:
    """How often each person is mentioned, by the fullest name."""
    return {person.name: len(person.mentions) for person in reading.people.by_key.values()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was Adam Dunne. Then Dunne scored.", {"Adam Dunne": 2}),
        ("It was Dunne. Then Adam Dunne scored.", {"Adam Dunne": 2}),
        ("It was Adam Dunne's shot. It was Dunne's goal.", {"Adam Dunne": 2}),
        ("It was Kevin De Bruin. Then De Bruin scored.", {"Kevin De Bruin": 2}),
        ("It was Ruud van der Berg. Then Van der Berg scored.", {"Ruud van der Berg": 2}),
        ("It was José Pérez. Then Jose Perez scored.", {"José Pérez": 2}),
        ("It was Adam Dunne. Then A. Dunne scored.", {"Adam Dunne": 2}),
        ("It was Adam Dunne. Then Adam scored.", {"Adam Dunne": 2}),
        ("It was Pelinho. Then Pelinho scored.", {"Pelinho": 2}),
        ("It was Adam Dunne. Then Sam Ray scored.", {"Adam Dunne": 1, "Sam Ray": 1}),
        ("It was Adam Dunne. Hot-shot Dunne scored.", {"Adam Dunne": 2}),
        ("It was Adam Dunne. Then the Rocket scored.", {"Adam Dunne": 1}),
        ("It was Adam Dunne. Then Adam Dunne of the Under-18s scored.", {"Adam Dunne": 2}),
        ("It was Ji-won Pak. Then Pak scored.", {"Ji-won Pak": 2}),
        ("Beeford Women were there, with Beeford Women Una Dunne's side.", {"Una Dunne": 1}),
        ("It was De Bruin. Then Kevin De Bruin shot, and Dries De Bruin scored.", {"Kevin De Bruin": 1, "Dries De Bruin": 1}),
        ("It was Yong-son Park. Then Adam Dunne scored.", {"Yong-son Park": 1, "Adam Dunne": 1}),
    ],
)
def test_the_forms_of_one_name_are_one_man(read: Read, text: str, expected: dict[str, int]) -> None:
    assert people(read(text)) == expected


def test_two_brothers_are_told_apart_by_their_first_names(read: Read) -> None:
    reading = read("It was Gary Neve. Then Phil Neve scored. But Gary Neve left.")
    assert people(reading) == {"Gary Neve": 2, "Phil Neve": 1}


def test_a_surname_that_two_share_is_nobody_in_particular(read: Read) -> None:
    reading = read("It was Gary Neve. Then Phil Neve scored. But Neve left.")
    assert person_at(reading, "Neve left") is None


def test_an_initial_tells_two_men_of_one_surname_apart(read: Read) -> None:
    reading = read("It was Adam Dunne, not Brian Dunne. So B Dunne shot and C Dunne left.")
    person = person_at(reading, "B Dunne")
    assert person is not None
    assert person.name == "Brian Dunne"
    assert person_at(reading, "C Dunne") is None


def test_of_two_initials_one_is_the_man_named_in_full(read: Read) -> None:
    reading = read("It was Colin Dunne who shot. So B Dunne shot and C Dunne left.")
    colin, other = (person_at(reading, name) for name in ("Colin Dunne", "B Dunne"))
    assert colin is not None
    assert other is not None
    assert (colin.name, other.name) == ("Colin Dunne", "B Dunne")
    assert person_at(reading, "C Dunne left") is colin


def test_the_only_man_of_a_surname_may_have_an_initial(read: Read) -> None:
    reading = read("But Dunne shot wide. So B Dunne shot and A Neve, T Neve and Neve left.")
    person = person_at(reading, "Dunne shot wide")
    assert person is not None
    assert (person.name, person.has_first_name) == ("B Dunne", False)
    assert person_at(reading, "B Dunne") is person
    assert person_at(reading, "A Neve") is not person_at(reading, "Neve left")


def test_a_full_name_is_its_entity(read: Read) -> None:
    person = person_at(read("It was Péter Marsh who won."), "Péter")
    assert person is not None
    assert (person.entities, person.surname, person.has_first_name) == (("peter-marsh",), "marsh", True)


def test_a_surname_may_be_anybody_s_who_bears_it(read: Read) -> None:
    person = person_at(read("It was Okoro who won."), "Okoro")
    assert person is not None
    assert set(person.entities) == {"tom-okoro", "luka-okoro"}
    assert not person.has_first_name


def test_a_full_name_that_the_reference_does_not_have_is_no_namesake(read: Read) -> None:
    person = person_at(read("It was Adam Marsh. Then Marsh scored."), "Marsh scored")
    assert person is not None
    assert (person.name, person.entities) == ("Adam Marsh", ())


def test_where_no_name_begins_there_is_nobody(read: Read) -> None:
    assert read("It was Adam Dunne.").people.at(0) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SAMUEL OKORO kept his cool. Then Okoro shot.", "Samuel Okoro"),
        ("SAMUEL OKORO kept his cool. Then Samuel Okoro shot.", "Samuel Okoro"),
        ("THREE-GOAL Samuel Okoro kept his cool. Then Okoro shot.", "Samuel Okoro"),
    ],
)
def test_a_man_is_not_called_in_the_capitals_of_the_first_words(read: Read, text: str, name: str) -> None:
    assert [person.name for person in read(text).people.by_key.values()] == [name]
