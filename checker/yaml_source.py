"""YAML with positions: plain data that remembers the line and column of each of its parts.

Every YAML file of the product (packs, configuration, front matter) is read here and checked against a pydantic model,
so that every mistake is reported the same way: file, line, column, what was found, what was expected.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from checker.errors import FactcheckError, PackError, Position, did_you_mean

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
        place: Place = first["loc"]
        name = str(place[-1]) if place else self.path
        if first["type"] == "extra_forbidden":
            known = _fields_at(model, place[:-1])
            message = f"unknown key {name!r}{did_you_mean(name, known)}; expected one of: {', '.join(known)}"
        elif first["type"] == "missing":
            message = f"the key {name!r} is missing"
        else:
            message = f"{name}: {first['msg']}, found {first['input']!r}"
        return self.fail(message, *place)


def _fields_at(model: type[BaseModel], place: Place) -> list[str]:
    """The keys that the model allows at a place, for the list in an error message."""
    current: type[BaseModel] | None = model
    for step in place:
        if isinstance(step, str) and current is not None and step in current.model_fields:
            current = _inner_model(current.model_fields[step])
    return [field.alias or name for name, field in (current or model).model_fields.items()]


def _inner_model(field: FieldInfo) -> type[BaseModel] | None:
    found = [item for item in _leaves(field.annotation) if isinstance(item, type) and issubclass(item, BaseModel)]
    return found[0] if found else None


def _leaves(annotation: Any) -> Iterator[Any]:
    arguments = getattr(annotation, "__args__", None)
    if not arguments:
        yield annotation
    for argument in arguments or ():
        yield from _leaves(argument)


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
    try:
        node = loader.get_single_node()
        positions: dict[Place, Position] = {}
        data = _build(loader, node, path, first_line, (), positions, error) if node is not None else None
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        where = Position(path, mark.line + first_line, mark.column + 1) if mark else Position(path)
        raise error(f"not YAML: {problem.problem}", where) from None
    except (yaml.YAMLError, ValueError) as problem:
        raise error(f"not YAML: {problem}", Position(path)) from None
    finally:
        loader.dispose()
    return YamlSource(path, data, positions, error)


def _build(
    loader: Any,
    node: yaml.Node,
    path: str,
    first_line: int,
    place: Place,
    positions: dict[Place, Position],
    error: type[FactcheckError],
) -> Any:
    here = Position(path, node.start_mark.line + first_line, node.start_mark.column + 1)
    positions.setdefault(place, here)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            spot = Position(path, key_node.start_mark.line + first_line, key_node.start_mark.column + 1)
            if key in mapping:
                raise error(f"the key {key!r} stands here twice", spot)
            positions[(*place, key)] = spot
            mapping[key] = _build(loader, value_node, path, first_line, (*place, key), positions, error)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [
            _build(loader, item, path, first_line, (*place, number), positions, error)
            for number, item in enumerate(node.value)
        ]
    if node.tag == "tag:yaml.org,2002:bool" and node.value.lower() not in ("true", "false"):
        return node.value  # as in YAML 1.2: `on` and `no` are words, and football copy is full of them
    return loader.construct_object(node)


def as_date(value: object) -> datetime.date | None:
    """A YAML date or an ISO date in a string; None for anything else."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
