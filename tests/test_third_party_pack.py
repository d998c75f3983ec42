"""A third party's pack: a folder of YAML for another field, two claim types and two rules, without any Python."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Factcheck = Callable[..., CompletedProcess[str]]
BUDGET = {
    "pack.yml": "name: budget\ntitle: Council budgets\nfamilies: [sum, share]\n",
    "words.yml": "money: [pounds, euros]\nnumber_words: {one: 1, two: 2, three: 3, hundred: 100}\n",
    "claims/budget.yml": """\
split:
  fields: {first: int, second: int, whole: int}
  patterns:
    - "{first:number} and {second:number} {:money}, {whole:number} in all"
  not:
    - "about {:number} and {:number}"
  examples:
    - {text: "It was 2 and 3 pounds, 5 in all.", claim: {first: 2, second: 3, whole: 5}}
percentage:
  fields: {n: int, of: string}
  patterns:
    - "{n:number} percent [of the {of:(vote|budget)}]"
    - tokens: [{IS_DIGIT: true, FIELD: n}, {LOWER: "%"}]
      set: {of: budget}
  examples:
    - {text: "It took three percent of the vote.", claim: {n: 3, of: vote}}
    - {text: "It took 40 % of it.", claim: {n: 40, of: budget}}
""",
    "rules/budget.yml": """\
- id: sum/parts-make-the-whole
  level: error
  each: split
  assert: split.first + split.second == split.whole
  message: "{split.first} and {split.second} do not make {split.whole}"
  explain: The parts of a budget make the whole.
  examples:
    wrong: ["They spent [[2 and 3 pounds, 6 in all]]."]
    right: ["They spent 2 and 3 pounds, 5 in all.", "They spent about 2 and 3 pounds, 6 in all."]
- id: share/at-most-a-hundred
  level: warning
  each: percentage
  when: percentage.of == "budget"
  assert: percentage.n <= 100
  mark: percentage.n
  message: "{percentage.n} percent is more than all"
  explain: A share of a budget is a hundred percent at most.
  examples:
    wrong: ["It is [[120]] percent of the budget."]
    right: ["It is 12 percent of the budget.", "It is 120 percent of what it was."]
""",
}
STORY = "They spent 2 and 3 pounds, 6 in all. It is 120 % of the budget.\nThe match was a 2-1 draw.\n"


@pytest.fixture
def budget(tmp_path: Path) -> Path:
    """The pack's folder."""
    for name, content in BUDGET.items():
        file = tmp_path / "budget" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return tmp_path / "budget"


@pytest.fixture
def story(desk: Path) -> Path:
    """An article with an error for each rule, and one that only football would see."""
    (desk / "story.txt").write_text(STORY)
    return desk / "story.txt"


def article(run: CompletedProcess[str]) -> dict[str, Any]:
    (found,) = json.loads(run.stdout)["articles"]
    assert isinstance(found, dict)
    return found


EXPECTED = [
    ("sum/parts-make-the-whole", "error", "2 and 3 pounds, 6 in all", "2 and 3 do not make 6"),
    ("share/at-most-a-hundred", "warning", "120", "120 percent is more than all"),
]


def flags(run: CompletedProcess[str]) -> list[tuple[str, str, str, str]]:
    return [(flag["rule"], flag["level"], flag["text"], flag["message"]) for flag in article(run)["flags"]]


def test_its_examples_pass(factcheck: Factcheck, budget: Path) -> None:
    run = factcheck("test", budget)
    assert (run.returncode, run.stdout) == (0, "9 examples of budget passed, 0 failed\n")


def test_it_is_named_on_the_command_line(factcheck: Factcheck, budget: Path, story: Path) -> None:
    run = factcheck(story, "--pack", budget, "--format", "json")
    assert (run.returncode, flags(run)) == (1, EXPECTED)


@pytest.mark.parametrize("place", ["absolute", "relative"])
def test_it_is_named_in_the_configuration(factcheck: Factcheck, budget: Path, story: Path, desk: Path, place: str) -> None:
    (desk / ".factcheck.yml").write_text(f"pack: {budget if place == 'absolute' else '../budget'}\n")
    assert flags(factcheck(story, "--format", "json")) == EXPECTED


def test_the_command_line_counts_more_than_the_configuration(
    factcheck: Factcheck, budget: Path, story: Path, desk: Path
) -> None:
    (desk / ".factcheck.yml").write_text("pack: ../gone\n")
    assert flags(factcheck(story, "--pack", budget, "--format", "json")) == EXPECTED


def test_only_its_own_claims_are_counted(factcheck: Factcheck, budget: Path, story: Path) -> None:
    run = factcheck(story, "--pack", budget, "--format", "json", "--claims")
    assert [claim["type"] for claim in article(run)["found"]] == ["split", "percentage"]
    assert article(run)["claims"]["checked"] == 2


def test_its_rules_and_families_can_be_chosen(factcheck: Factcheck, budget: Path, story: Path) -> None:
    run = factcheck(story, "--pack", budget, "--format", "json", "--select", "share")
    assert (run.returncode, flags(run)) == (0, EXPECTED[1:])


def test_football_s_rules_are_not_among_its_own(factcheck: Factcheck, budget: Path, story: Path) -> None:
    run = factcheck(story, "--pack", budget, "--select", "score")
    assert run.returncode == 2
    assert "the pack has no rule or family 'score'" in run.stderr


def test_its_rules_are_listed_and_explained(factcheck: Factcheck, budget: Path) -> None:
    listed = factcheck("rules", "--pack", budget).stdout
    assert [line.split()[0] for line in listed.splitlines()] == ["share/at-most-a-hundred", "sum/parts-make-the-whole"]
    page = factcheck("explain", "sum/parts-make-the-whole", "--pack", budget).stdout
    assert "    They spent [[2 and 3 pounds, 6 in all]]." in page


def test_it_works_in_several_processes(python: Factcheck, budget: Path, desk: Path) -> None:
    for number in range(20):
        (desk / f"{number:02}.txt").write_text(f"They spent 2 and {number} pounds, 5 in all.")
    main = "from checker.cli import main\nif __name__ == '__main__': main()"
    run = python(main, ".", "--pack", str(budget), "--jobs", "2", "--format", "json", cwd=desk)
    wrong = [a["path"] for a in json.loads(run.stdout)["articles"] if a["flags"]]
    assert len(wrong) == 19
    assert "03.txt" not in wrong


@pytest.mark.parametrize("name", ["score", "minute", "goal", "lineup", "name", "affiliation"])
def test_a_claim_type_may_be_called_as_one_of_football_s(factcheck: Factcheck, budget: Path, story: Path, name: str) -> None:
    for file in ("claims/budget.yml", "rules/budget.yml"):
        (budget / file).write_text((budget / file).read_text().replace("percentage", name))
    assert flags(factcheck(story, "--pack", budget, "--format", "json")) == EXPECTED


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("rules/budget.yml", "split.first + ", "split.frist + ", "rules/budget.yml:4:3: assert: 1:6: undeclared reference"),
        ("claims/budget.yml", "{first:number}", "{frist:number}", "claims/budget.yml:4:7: split has no field 'frist'"),
        ("words.yml", "money:", "mony:", "claims/budget.yml:4:7: unknown type 'money' (did you mean 'mony'?)"),
        ("pack.yml", "[sum, share]", "[sum]", "rules/budget.yml:10:3: unknown family 'share'"),
    ],
)
def test_its_mistakes_are_told_with_their_places(
    factcheck: Factcheck, budget: Path, story: Path, file: str, old: str, new: str, message: str
) -> None:
    (budget / file).write_text((budget / file).read_text().replace(old, new))
    run = factcheck(story, "--pack", budget)
    assert run.returncode == 2
    assert message in run.stderr
    assert "Traceback" not in run.stderr
