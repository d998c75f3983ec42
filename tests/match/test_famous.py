"""Names that are a slip of the pen from those that everybody knows."""

import pytest

from checker.claims.words import Words
from checker.match.famous import Famous

KNOWN = (
    "Robert Lewandowski", "Cristiano Ronaldo", "Ilkay Gündoğan", "Yevhen Konoplyanka", "Leah Williamson", "Marcus Thuram",
    "Mike Dean", "Andriy Shevchenko", "Lilian Thuram", "Ole Gunnar Solskjær",
)  # fmt: skip


@pytest.fixture(scope="module")
def famous() -> Famous:
    return Famous(Words({"famous_names": KNOWN, "first_names": ("Roberta",)}, {}, {}))


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("robert lewandoski", ("Robert Lewandowski", True)),
        ("robert lewondoski", ("Robert Lewandowski", True)),
        ("christiano ronaldo", ("Cristiano Ronaldo", False)),
        ("ole gunar solskjaer", ("Ole Gunnar Solskjær", True)),
        ("robert lewandowski", None),
        ("roberta lewandowski", None),
        ("marcus thurram", ("Marcus Thuram", True)),
        ("marcus thurams", None),
        ("marcos thuram", ("Marcus Thuram", False)),
        ("ilkay guendogan", None),
        ("yevhen konoplianka", None),
        ("andrii shevchenko", None),
        ("leah williamson i", None),
        ("mike deen", None),
        ("leah williams", None),
        ("peter lewandoski", None),
        ("thuram", None),
    ],
)
def test_a_full_name_with_one_right_half_may_be_meant_for_a_famous_one(
    famous: Famous, name: str, right: tuple[str, bool] | None
) -> None:
    assert famous.meant(name) == right


def test_a_surname_is_a_famous_man_s_behind_one_of_his_first_names(famous: Famous) -> None:
    assert famous.are_of("thuram", {"marcus"})
    assert not famous.are_of("thuram", {"peter"})
    assert not famous.are_of("thuram", ())
