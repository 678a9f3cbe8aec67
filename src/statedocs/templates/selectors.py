"""Selectors of a template: read once, looked up in dictionaries while a page is walked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Generic, TypeVar

from lxml import etree

from statedocs.errors import TemplateError

Value = TypeVar("Value")
_MOST_KNOWN: Final = 20_000
_SELECTOR: Final = re.compile(
    r"(?P<tag>[a-z][a-z0-9]*)?(?:#(?P<id>[\w:.-]+)|\.(?P<cls>[\w:-]+)(?P<prefix>\*)?)?(?:\[(?P<attr>[\w-]+)=(?P<value>[^\]]+)\])?$"
)


@dataclass(frozen=True, slots=True)
class Selector:
    """One compound: `tag`, `#id`, `.class`, `.prefix*`, `[attr=value]`, or a tag with one of them."""

    tag: str | None
    id: str | None
    cls: str | None
    prefix: bool
    attr: str | None
    value: str | None

    @staticmethod
    @cache
    def parse(text: str) -> "Selector":
        """Reads a selector.

        >>> Selector.parse("section.report__main").cls
        'report__main'

        Raises:
            TemplateError: It is none.
        """
        match = _SELECTOR.match(text)
        if match is None or not text:
            raise TemplateError(f"expected a selector such as tag.class, #id or [role=main], found {text!r}")
        part = match.groupdict()
        return Selector(part["tag"], part["id"], part["cls"], bool(part["prefix"]), part["attr"], part["value"])

    def xpath(self) -> str:
        """The same as an XPath over the whole page."""
        tests = []
        if self.id:
            tests.append(f"@id='{self.id}'")
        if self.cls:
            end = "" if self.prefix else " "
            tests.append(f"contains(concat(' ',normalize-space(@class),' '),' {self.cls}{end}')")
        if self.attr:
            tests.append(f"@{self.attr}='{self.value}'")
        condition = f"[{' and '.join(tests)}]" if tests else ""
        return f"//{self.tag or '*'}{condition}"


@cache
def xpath(text: str) -> etree.XPath:
    """Compiles a selector or an XPath."""
    return etree.XPath(text if text.startswith(("/", "(")) else Selector.parse(text).xpath())


def elements(path: etree.XPath, root: etree._Element) -> list[etree._Element]:
    """The elements that an XPath finds in a tree, in document order; what else it finds is left out."""
    found = path(root)
    return [node for node in found if isinstance(node, etree._Element)] if isinstance(found, list) else []


class _Bounded(dict[Any, Any]):
    """What was looked up before; begun anew when many pages have filled it."""

    def __setitem__(self, key: Any, value: Any) -> None:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        super().__setitem__(key, value)


class Lookup(Generic[Value]):
    """Finds the value of the first selector that an element matches: by id, class, attribute, then tag."""

    __slots__ = ("_attributes", "_classes", "_ids", "_known", "_prefixes", "_tags")

    def __init__(self, *rules: Mapping[str, Value]) -> None:
        self._ids: dict[str, list[tuple[str | None, Value]]] = {}
        self._classes: dict[str, list[tuple[str | None, Value]]] = {}
        self._prefixes: list[tuple[str, str | None, Value]] = []
        self._attributes: list[tuple[str, str, str | None, Value]] = []
        self._tags: dict[str, Value] = {}
        self._known: dict[tuple[str, str], Value | None] = _Bounded()
        for mapping in rules:
            for text, value in mapping.items():
                self._add(Selector.parse(text), value)

    def _add(self, selector: Selector, value: Value) -> None:
        if selector.id:
            self._ids.setdefault(selector.id, []).append((selector.tag, value))
        elif selector.cls and selector.prefix:
            self._prefixes.append((selector.cls, selector.tag, value))
        elif selector.cls:
            self._classes.setdefault(selector.cls, []).append((selector.tag, value))
        elif selector.attr and selector.value is not None:
            self._attributes.append((selector.attr, selector.value, selector.tag, value))
        elif selector.tag:
            self._tags[selector.tag] = value

    @property
    def tags(self) -> frozenset[str]:
        """Tags that match by themselves; any other element needs an attribute to match."""
        return frozenset(self._tags)

    @property
    def ids(self) -> frozenset[str]:
        """Identifiers that match."""
        return frozenset(self._ids)

    @property
    def needs_attributes(self) -> bool:
        """Whether a match may hang on other attributes than `id` and `class`."""
        return bool(self._attributes)

    def __bool__(self) -> bool:
        return bool(self._ids or self._classes or self._prefixes or self._attributes or self._tags)

    def find(self, element: etree._Element, tag: str) -> Value | None:
        """The value for `element`, whose tag the caller has at hand."""
        identifier = element.get("id")
        if identifier is not None and identifier in self._ids:
            for wanted, value in self._ids[identifier]:
                if wanted is None or wanted == tag:
                    return value
        names = element.get("class")
        if names is not None:
            key = (tag, names)
            if key in self._known:
                found = self._known[key]
            else:
                found = self._known[key] = self._by_class(names.split(), tag)
            if found is not None:
                return found
        for attribute, expected, wanted, value in self._attributes:
            if (wanted is None or wanted == tag) and element.get(attribute) == expected:
                return value
        return self._tags.get(tag)

    def _by_class(self, names: Iterable[str], tag: str) -> Value | None:
        for name in names:
            for wanted, value in self._classes.get(name, ()):
                if wanted is None or wanted == tag:
                    return value
            for prefix, wanted, value in self._prefixes:
                if name.startswith(prefix) and (wanted is None or wanted == tag):
                    return value
        return None
