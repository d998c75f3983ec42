"""The formats that the command offers."""

import pytest

from checker.report import Report
from checker.writers import FORMATS, WRITERS


@pytest.mark.parametrize("form", WRITERS)
def test_every_format_can_write_a_report_of_nothing(form: str) -> None:
    assert isinstance(WRITERS[form](Report(()), True), str)


def test_the_terminal_comes_first() -> None:
    assert FORMATS[0] == "terminal"
    assert "json" in FORMATS
