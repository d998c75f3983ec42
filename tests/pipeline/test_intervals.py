"""Days counted between two weekdays."""

import pytest

from checker.check import Checker
from tests.pipeline.test_dates import dates


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("They lost on Wednesday and, three days later, on Saturday, won.", True),
        ("They lost on Wednesday and, three days later, on Sunday, won.", False),
        ("They lost on Wednesday. Ten days later, on Saturday, they won.", True),
        ("They lost on Wednesday, May 1. They won on Sunday, May 5, three days later.", False),
        ("They won on Sunday and had lost on Thursday, three days earlier.", True),
        ("They won on Sunday and had lost on Thursday, two days earlier.", False),
        ("They lost on Tuesday and on Wednesday and, three days later, on Sunday, won.", None),
        ("They lost on Wednesday. It rained. Three days later, on Sunday, they won.", None),
        ("They lost on Wednesday.\nThree days later, on Sunday, they won.", None),
        ("They lost on Wednesday. Three days later they were to meet Corley, who play on Sunday.", None),
        ("They lost on Wednesday. Three days after Tuesday, on Sunday, they won.", None),
        ("They lost on Wednesday. It was two days ago, on Sunday, that they won.", None),
        ("Three days later, on Sunday, they won.", None),
        ('They lost on Wednesday. "Three days later, on Sunday, we won," said Ann Reed.', None),
    ],
    ids=[
        "as many", "fewer", "a week more", "with dates", "back", "back, fewer", "two to count from", "too far", "another line",
        "another day", "counted from a day", "from today", "from nowhere", "spoken",
    ],
)  # fmt: skip
def test_counted_days_lie_between_two_weekdays(checker: Checker, text: str, fits: bool | None) -> None:
    assert next((c.fields["fits_count"] for c in dates(checker, text) if "fits_count" in c.fields), None) is fits
