"""YAML with positions: plain data that remembers the line and column of each of its parts.

Every YAML file of the product (packs, configuration, front matter) is read here and checked against a pydantic model,
so that every mistake is reported the same way: file, line, column, what was found, what was expected.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, RootModel, ValidationError

from checker.errors import FactcheckError, PackError, Position, did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Model = TypeVar("Model", bound=BaseModel)
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class YamlSource:
    """The data of one YAML file and the positions of its parts, by path from the root: ("rules", 3, "id")."""

    path: str
    data: Any
    positions: Mapping[Place, Position]
    error: type[FactcheckError] = PackError

    def position(self, place: Place) -> Position:
        """The position of a part, or of its nearest ancestor that has one."""
        for end in range(len(place), -1, -1):
            if place[:end] in self.positions:
                return self.positions[place[:end]]
        return Position(self.path)

    def part(self, *place: str | int) -> "YamlSource":
        """One part as a source of its own, positions kept."""
        data = self.data
        for step in place:
            data = data[step]
        size = len(place)
        inner = {key[size:]: value for key, value in self.positions.items() if key[:size] == place}
        return YamlSource(self.path, data, inner, self.error)

    def fail(self, message: str, *place: str | int) -> FactcheckError:
        """The error to raise for a part of this source."""
        return self.error(message, self.position(place))

    def into(self, model: type[Model]) -> Model:
        """The data as a value of the model; raises the source's error at the position of the first mistake."""
        try:
            return model.model_validate(self.data)
        except ValidationError as found:
            raise self._explain(model, found) from None

    def _explain(self, model: type[BaseModel], found: ValidationError) -> FactcheckError:
        errors = found.errors(include_url=False)
        first = next((error for error in errors if error["type"] == "extra_forbidden"), errors[0])
        place = self._place(first)
        name = next((step for step in reversed(place) if isinstance(step, str)), "")
        if first["type"] == "extra_forbidden":
            known = _keys_at(model, place[:-1])
            hint = did_you_mean(name, known) or did_you_mean(name.lower(), known)
            return self.fail(f"unknown key {name!r}{hint}; expected one of: {', '.join(known)}", *place)
        if first["type"] == "missing":
            return self.fail(f"the key {name!r} is missing", *place)
        wanted = list(dict.fromkeys(_expected(error) for error in errors if self._place(error) == place))
        others = [choice.removeprefix("Input should be ") for choice in wanted[1:]]
        message = f"{' or '.join([wanted[0], *others])}, found {shown(first['input'])}"
        return self.fail(f"{name}: {message}" if name else message, *place)

    def _place(self, error: "ErrorDetails") -> Place:
        """Where an error stands in the data: pydantic's place without its names for the types that it tried."""
        place: list[str | int] = []
        data = self.data
        for step in error["loc"]:
            inside = isinstance(data, dict) and step in data
            if inside or (isinstance(data, list) and isinstance(step, int) and step < len(data)):
                data = data[step]
                place.append(step)
        return (*place, error["loc"][-1]) if error["type"] == "missing" else tuple(place)


_TABLE_TYPES = ("model_type", "model_attributes_type", "dict_type")


def _expected(error: "ErrorDetails") -> str:
    """What pydantic expected, without the words of Python."""
    return "Input should be keys with their values" if error["type"] in _TABLE_TYPES else error["msg"]


def shown(value: object) -> str:
    """What was found, in a few words: a table or a list may be the whole file."""
    if value is None or isinstance(value, bool):
        return {None: "nothing", True: "true", False: "false"}[value]
    if isinstance(value, dict | list) and value:
        return "keys with their values" if isinstance(value, dict) else "a list"
    return repr(value)


def _keys_at(model: type[BaseModel], place: Place) -> list[str]:
    """The keys that the model allows at a place, for the list in an error message."""
    types: list[Any] = [model]
    for step in place:
        types = [inner for outer in types for choice in _choices(outer) for inner in _inside(choice, step)]
    models = [choice for outer in types for choice in _choices(outer) if _is_model(choice)]
    return [field.alias or name for found in models for name, field in found.model_fields.items()]


def _choices(annotation: Any) -> Iterator[Any]:
    """The types that a type stands for: those of a union, what a RootModel holds, or the type itself."""
    if get_origin(annotation) in (Union, UnionType):
        for choice in get_args(annotation):
            yield from _choices(choice)
    elif get_origin(annotation) is Annotated:
        yield from _choices(get_args(annotation)[0])
    elif _is_model(annotation) and issubclass(annotation, RootModel):
        yield from _choices(annotation.model_fields["root"].annotation)
    else:
        yield annotation


def _inside(annotation: Any, step: str | int) -> list[Any]:
    """The type one step into a list, a table or a model; none where the step does not lead there."""
    if get_origin(annotation) in (list, dict):
        return [get_args(annotation)[-1]]
    fields = annotation.model_fields.items() if _is_model(annotation) else ()
    return [field.annotation for name, field in fields if step in (field.alias, name)]


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def read_yaml(path: Path, error: type[FactcheckError] = PackError) -> YamlSource:
    """The source of a YAML file; raises `error` for a file that cannot be read or is not YAML."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise error(f"cannot be read: {problem}", Position(str(path))) from None
    return parse_yaml(text, str(path), error)


def parse_yaml(text: str, path: str, error: type[FactcheckError] = PackError, first_line: int = 1) -> YamlSource:
    """The source of YAML text; `first_line` is the line of the file on which the text begins (front matter)."""
    loader = _Loader(text)
    reading = _Reading(loader, path, error, first_line, {}, set())
    try:
        node = loader.get_single_node()
        data = _build(reading, node, ()) if node is not None else None
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        raise error(f"not YAML: {problem.problem}", reading.at(mark) if mark else Position(path)) from None
    except (yaml.YAMLError, ValueError) as problem:
        raise error(f"not YAML: {problem}", Position(path)) from None
    except RecursionError:
        raise error("nested too deeply to be read", Position(path)) from None
    finally:
        loader.dispose()
    return YamlSource(path, data, reading.positions, error)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is carried along while the nodes of one file become data."""

    loader: Any
    path: str
    error: type[FactcheckError]
    first_line: int
    positions: dict[Place, Position]
    open: set[yaml.Node]
    """The lists and tables that the current node stands in."""

    def at(self, mark: yaml.Mark) -> Position:
        return Position(self.path, mark.line + self.first_line, mark.column + 1)


def _build(reading: _Reading, node: yaml.Node, place: Place) -> Any:
    here = reading.at(node.start_mark)
    reading.positions.setdefault(place, here)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(reading, node, here)
    if node in reading.open:
        raise reading.error("an alias stands inside what it stands for", here)
    reading.open.add(node)
    data = _table(reading, node, place) if isinstance(node, yaml.MappingNode) else _list(reading, node, place)
    reading.open.remove(node)
    return data


def _table(reading: _Reading, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key_node, value_node in node.value:
        here = reading.at(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            raise reading.error("found a list or a table where a key was expected", here)
        key = str(key_node.value)
        if key in table:
            raise reading.error(f"the key {key!r} stands here twice", here)
        reading.positions[(*place, key)] = here
        table[key] = _build(reading, value_node, (*place, key))
    return table


def _list(reading: _Reading, node: yaml.Node, place: Place) -> list[Any]:
    return [_build(reading, item, (*place, number)) for number, item in enumerate(node.value)]


def _scalar(reading: _Reading, node: yaml.ScalarNode, here: Position) -> Any:
    if node.tag == "tag:yaml.org,2002:bool" and node.value.lower() not in ("true", "false"):
        return node.value  # as in YAML 1.2: `on` and `no` are words, and football copy is full of them
    try:
        return reading.loader.construct_object(node)
    except (ValueError, LookupError, AttributeError) as problem:  # a value that its tag does not fit: 2023-13-45
        kind = node.tag.rpartition(":")[2]
        reason = f": {problem}" if isinstance(problem, ValueError) else ""
        raise reading.error(f"not YAML: {node.value!r} is no {kind}{reason}", here) from None
