"""What a claim is: a checkable statement with typed fields and the place where it stands."""

from collections.abc import Mapping
from dataclasses import field

from checker.article import Span
from checker.values import light_value

Value = str | int | bool | list[str]
Fields = Mapping[str, Value]
AGAINST = " against"
"""Behind the name of a place: where stands what speaks against it, the evidence of a rule that marks the place."""


@light_value
class Claim:
    """A checkable statement. `fields` holds only what is known: an absent field is unknown, never false. What a claim learns on
    its way makes a new one each time; still it is read eighty times as often as it is made, which slots make cheap."""

    type: str
    span: Span
    text: str
    fields: Fields
    zone: str = "prose"
    sentence: int = -1
    """The number of the sentence it stands in; -1 in a block."""
    path: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Whom the fields of people and clubs stand for: a key of the article's people, an id of the reference."""
    places: Mapping[str, Span] = field(default_factory=dict)
    """Where single fields stand in the text: the figures of a score, the minute of a goal."""

    def get(self, name: str) -> Value | None:
        return self.fields.get(name)

    def having(
        self,
        fields: Mapping[str, Value | None] | None = None,
        /,
        *,
        keys: Mapping[str, str] | None = None,
        places: Mapping[str, Span] | None = None,
        **more: Value | None,
    ) -> "Claim":
        """This claim with more fields, given together or by name; those that are None stay unknown."""
        known = {name: value for name, value in {**(fields or {}), **more}.items() if value is not None}
        return Claim(
            self.type,
            self.span,
            self.text,
            {**self.fields, **known},
            self.zone,
            self.sentence,
            self.path,
            {**self.keys, **keys} if keys else self.keys,
            {**self.places, **places} if places else self.places,
        )

    def place(self, name: str) -> Span:
        """Where a field stands in the text; the whole claim where it has no place of its own."""
        return self.places.get(name, self.span)
