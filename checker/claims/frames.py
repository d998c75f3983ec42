"""The frames of a pack (frames.yml): what may stand round a claim, as regular expressions over the copy itself.

A frame says what a list of words cannot: an order, a reach, what must not follow. `{name}` in it stands for any of the words of
a list of words.yml, or for another frame that stands before it.
"""

import re
from collections.abc import Callable, Collection, Mapping

from pydantic import RootModel

from checker.errors import did_you_mean
from checker.yaml_source import YamlSource

Frames = Mapping[str, re.Pattern[str]]

NOTHING = re.compile(r"(?!)")
"""What a frame matches that a pack does not have."""
_NAMED = re.compile(r"\{([a-z]\w*)\}")
"""The name of a list or of a frame; `{0,3}` is how often something may stand."""


class FramesFile(RootModel[dict[str, str | list[str]]]):
    """frames.yml: each key a regular expression, or several of which one must hold."""


def load_frames(source: YamlSource, lists: Collection[str], one_of: Callable[[str], str]) -> Frames:
    """The frames of a file by their names; `one_of` gives the words of a list as alternatives. Raises PackError at a frame
    that names what is not there, or is no regular expression."""
    found: dict[str, re.Pattern[str]] = {}

    def part(name: str) -> str:
        return f"(?:{found[name].pattern if name in found else one_of(name)})"

    for name, told in source.into(FramesFile).root.items():
        text = told if isinstance(told, str) else "|".join(told)
        for named in _NAMED.findall(text):
            if named not in found and named not in lists:
                known = did_you_mean(named, [*lists, *found])
                raise source.fail(f"{name} names {named!r}, neither a list of words.yml nor a frame before it{known}", name)
        try:
            found[name] = re.compile(_NAMED.sub(lambda which: part(which[1]), text))
        except re.error as problem:
            raise source.fail(f"{name}: not a regular expression: {problem}, found {text!r}", name) from None
    return found
