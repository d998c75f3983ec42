"""run: whatever can be read is checked, whatever cannot is an error, and two processes find what one finds."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import ConfigError
from checker.pack import Pack
from checker.run import Job, make_checker, run

WRONG = "It was a 2-1 draw."
RIGHT = "It was a 1-1 draw."


@pytest.fixture
def job(pack: Pack) -> Job:
    """Football without a reference, in one process."""
    return Job(pack.folder, None, claims=True)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with a wrong article, a right one and one that is not UTF-8."""
    (tmp_path / "a.txt").write_text(WRONG)
    (tmp_path / "b.txt").write_bytes(b"Caf\xe9 closed.")
    (tmp_path / "c.txt").write_text(RIGHT)
    return tmp_path


def test_what_can_be_read_is_checked_and_what_cannot_is_an_error(copy: Path, job: Job, pack: Pack) -> None:
    report = run([str(copy), str(copy / "gone.txt")], job, pack)
    assert [(Path(article.path).name, len(article.flags)) for article in report.articles] == [("a.txt", 1), ("c.txt", 0)]
    assert sorted(error.message.split(":")[0] for error in report.errors) == ["no such file or folder", "not UTF-8"]


def test_articles_come_in_the_order_of_the_paths(copy: Path, job: Job, pack: Pack) -> None:
    report = run([str(copy / "c.txt"), str(copy / "a.txt")], job, pack)
    assert [Path(article.path).name for article in report.articles] == ["c.txt", "a.txt"]


def test_without_paths_there_is_nothing_to_report(job: Job, pack: Pack) -> None:
    report = run([], job, pack)
    assert (report.articles, report.errors) == ((), ())


def test_a_job_s_date_is_for_articles_without_one(copy: Path, job: Job) -> None:
    day = datetime.date(2024, 4, 18)
    (copy / "dated.md").write_text("---\ndate: 2023-11-04\n---\nIt rained.")
    dated = replace(job, date=day)
    assert dated.read(str(copy / "a.txt")).date == day
    assert dated.read(str(copy / "dated.md")).date == datetime.date(2023, 11, 4)


def test_a_model_that_is_not_installed_is_told(job: Job, pack: Pack) -> None:
    with pytest.raises(ConfigError, match="--model en_no_such_model: "):
        make_checker(replace(job, model="en_no_such_model"), pack)


def test_a_folder_may_be_left_out(copy: Path, job: Job, pack: Pack) -> None:
    (copy / "marked").mkdir()
    (copy / "marked" / "a.txt").write_text(WRONG)
    report = run([str(copy)], replace(job, leave_out=copy / "marked"), pack)
    assert [Path(article.path).parent for article in report.articles] == [copy, copy]


def test_an_article_that_is_named_is_checked_wherever_it_stands(copy: Path, job: Job, pack: Pack) -> None:
    (copy / "marked").mkdir()
    (copy / "marked" / "a.txt").write_text(WRONG)
    report = run([str(copy / "marked" / "a.txt")], replace(job, leave_out=copy / "marked"), pack)
    assert len(report.articles) == 1
