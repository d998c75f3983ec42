"""managers: who leads a club by the reference, where the name beside `manager` or `boss` is nearly his."""

from collections.abc import Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.reference.names import distance, fold
from checker.reference.store import LEADERS, Reference

_LEAST_LETTERS = 8
"""Letters of a full name from which another man's is hardly one edit away."""


class ManagerReader:
    """Holds the names of managers against the reference, with the words of a pack for what they are called."""

    def __init__(self, words: Words, reference: Reference) -> None:
        self._roles = words.folded("leader_role")
        self._reference = reference

    def told(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims, each affiliation of a manager whose full name is one edit from that of a man who has led the club, by
        the reference, with his name as `right`."""
        return [self._told(claim) if claim.type == "affiliation" else claim for claim in claims]

    def _told(self, claim: Claim) -> Claim:
        name = fold(str(claim.get("person") or ""))
        club = claim.keys.get("club", "")
        if fold(str(claim.get("role") or "")) not in self._roles or not club or " " not in name or len(name) < _LEAST_LETTERS:
            return claim
        if self._reference.knows(name):
            return claim
        near = {self._reference.name(m.person): m for m in self._reference.squad(club) if m.role in LEADERS}
        right = [(written, row) for written, row in near.items() if distance(fold(written), name) == 1]
        if len(right) != 1:
            return claim
        written, row = right[0]
        return claim.having(right=written, fact=self._reference.row(row), source=row.source)
