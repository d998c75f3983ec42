"""streaks: runs and tallies that an article tells more than once, which have one length."""

import re
from collections.abc import Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match import tallies
from checker.reference.names import last_word

_BEFORE = 24
"""Code points before a run in which words say that it goes on."""
_RESULTS = ("run_wins", "run_defeats")
"""Lists of what runs are of, the first word of each for all."""


class StreakReader:
    """Finds the runs that are one, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._run, self._in_a_row, self._tally = (words.frame(name) for name in ("whole_run", "in_a_row", "tally_of_season"))
        self._part = words.frame("part_of_run")
        self._so_far, self._bare_run = words.frame("won_so_far"), words.frame("bare_run")
        self._results = {word: said[0] for name in _RESULTS if (said := words.lists.get(name, ())) for word in said}

    def events(self, claims: Sequence[Claim], text: str) -> dict[int, str]:
        """Runs of one sort that one team is on, and a man's tally of goals, by the claim's number. Of a man who scored twice in
        the match two numbers are told."""
        hauls = (claim for claim in claims if claim.get("form") == "goals" and tallies.number_of(claim) > 1)
        twice = {_surname(claim) for claim in hauls}
        events: dict[int, str] = {}
        for number, claim in enumerate(claims):
            if claim.type != "streak" or not isinstance(claim.get("n"), int) or claim.zone == "quotation":
                continue
            tally = self._tally.fullmatch(claim.text)
            sort = tally or self._run.match(claim.text) or self._in_a_row.fullmatch(claim.text) or self._won(claim, text)
            open_number = tally and _surname(claim) in twice
            if sort and claim.get("who") and not open_number and not self._part.match(text, claim.span.end):
                events[number] = f"{self._sort(sort)} run of {claim.get('who')}"
        return events

    def _won(self, claim: Claim, text: str) -> re.Match[str] | None:
        """What a side has done so far, where a run says how often and no more: `have now won five in a row`."""
        bare = self._bare_run.fullmatch(claim.text)
        return self._so_far.search(text, max(0, claim.span.start - _BEFORE), claim.span.start) if bare else None

    def _sort(self, found: re.Match[str]) -> str:
        """What a run is of; `fifth straight win` and `four straight wins` are two sorts, since the one may count the match."""
        words = [self._results.get(word, word) for word in found["sort"].lower().split()]
        whole = found.re is self._in_a_row and not found["nth"]
        return " ".join([*words, "in all"] if whole else words)


def _surname(claim: Claim) -> str:
    return last_word(str(claim.get("who") or "").lower())
