"""Names: what counts as one spelling, and how far apart two are."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reference.names import distance, fold, surname_of

PARTICLES = frozenset({"de", "van", "der", "la", "'t"})
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cn"]), max_size=20)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz Fabiański", "lukasz fabianski"),
        ("Ødegård", "odegard"),
        ("Großkreutz", "grosskreutz"),
        ("İlkay Gündoğan", "ilkay gundogan"),
        ("Ðorđe Þór Æsir Œuvre", "dorde thor aesir oeuvre"),
        ("O’Brien", "o'brien"),
        ("O`Brien", "o'brien"),
        ("N‘Golo", "n'golo"),
        ("Saint‑Maximin", "saint-maximin"),
        ("Saint–Maximin", "saint-maximin"),
        ("Kevin\u00a0De  Bruyne ", "kevin de bruyne"),
        ("West Ham\nUnited", "west ham united"),
        ("Ruz\u200bicka", "ruzicka"),
        ("", ""),
    ],
)
def test_a_name_is_folded_for_look_up(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(NAMES)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text("aeiouAEIOUłŁøØßşćčéüñ ’'-", max_size=20))
def test_composed_and_decomposed_names_are_one(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("avarez", "alvarez", 1),
        ("fabianksi", "fabianski", 1),
        ("hoffmann", "hofmann", 1),
        ("hoffman", "hofmann", 2),
        ("tella", "tella", 0),
        ("", "ward", 4),
    ],
)
def test_swapped_neighbours_are_one_edit(one: str, other: str, edits: int) -> None:
    assert distance(one, other) == edits


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_a_distance_has_no_direction_and_is_nought_for_equals_alone(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) is (one == other)


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Peter Marsh", "marsh"),
        ("Kevin De Bruyne", "de bruyne"),
        ("Ruud van der Berg", "van der berg"),
        ("Pelinho", "pelinho"),
        ("De Bruyne", "bruyne"),
        ("Łukasz Fabiański", "fabianski"),
        ("José de la Torre", "de la torre"),
        ("Peter Paul Marsh", "marsh"),
    ],
)
def test_a_surname_keeps_its_particles(name: str, surname: str) -> None:
    assert surname_of(name, PARTICLES) == surname
