"""Values that are made and read by the thousand in every article."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def light_value(kind: type[_T]) -> type[_T]:
    """A dataclass that nothing may change: mypy holds everybody to it. At run time it has slots and no more, since to keep its
    fields from being set would take longer than all that is done with it."""
    return dataclass(slots=True, unsafe_hash=True)(kind)
