"""A record as plain data: validated by the rules of its models, without making any of them.

A run makes bytes of its records and nothing else; models that only hold what is written at once would cost more than
everything that stands in them.
"""

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, TypeAdapter, with_config
from typing_extensions import TypedDict

from statedocs.record import Document


@dataclass(frozen=True, slots=True)
class Record:
    """A document's fields and their values, in the order of the models."""

    parts: dict[str, Any]


def validate(parts: dict[str, Any]) -> Record:
    """Gives a document as plain data.

    Raises:
        ValidationError: As `Document.model_validate`.
    """
    return Record(_DOCUMENT.validate_python(parts))


@cache
def _dict_of(model: type[BaseModel]) -> Any:
    """The dictionary with a model's fields: each required, no other allowed."""
    hints = get_type_hints(model, include_extras=True)
    kind = TypedDict(model.__name__, {name: _plain(hints[name]) for name in model.model_fields})  # type: ignore[misc]
    return with_config(ConfigDict(extra="forbid"))(kind)


def _plain(hint: Any) -> Any:
    """A field's type, dictionaries in the place of models."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _dict_of(hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return Annotated[(_plain(inner[0]), *inner[1:])]
    if origin in (Union, types.UnionType):
        return Union[tuple(map(_plain, inner))]  # noqa: UP007  # made at run time
    if origin is tuple:
        return tuple[tuple(part if part is Ellipsis else _plain(part) for part in inner)]  # type: ignore[misc]
    return hint


_DOCUMENT: Final[TypeAdapter[dict[str, Any]]] = TypeAdapter(_dict_of(Document))
