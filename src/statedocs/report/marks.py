"""How the pieces of a page are marked: kept, masthead, or removed under a rule, each rule with a colour of its own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from statedocs.extraction.tracing import Pair

COLOURS: Final = 8
"""So many colours the style sheets have for rules; the next rule takes the first again, its name tells it apart."""


@dataclass(slots=True)
class Marks:
    """The pairs of a page, and how each is marked.

    Attributes:
        pairs: All of them.
        rules: The rules that removed something, each with its number, in the order met.
        chars: How many characters each rule removed.
        number_of: Where each field stands in `pairs`.
    """

    pairs: Sequence[Pair]
    rules: dict[str, int] = field(default_factory=dict)
    pieces: Counter[str] = field(default_factory=Counter)
    number_of: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, pair in enumerate(self.pairs):
            self.number_of[pair.field] = number
            if pair.field.startswith("/removed/") and pair.evidence:
                self.rules.setdefault(pair.evidence, len(self.rules))
                self.pieces[pair.evidence] += 1

    def colour(self, rule: str) -> str:
        """The class of a rule's colour."""
        return f"rule-{self.rules.get(rule, 0) % COLOURS}"

    def look(self, pairs: Sequence[int]) -> tuple[str, str | None]:
        """Classes of a piece that belongs to some pairs, and what its title says of a removed one."""
        css = []
        title = None
        for pair in (self.pairs[number] for number in pairs):
            kind = pair.field.split("/", 2)[1]
            if kind == "removed":
                css += ["removed", self.colour(pair.evidence or "")]
                title = f"left out: {pair.evidence}"
            elif kind == "masthead":
                css.append("masthead")
            elif kind == "sections":
                css.append("heading" if pair.field.endswith("heading") else "kept")
            elif kind in ("links", "date_mentions"):
                css.append(kind)
        return " ".join(css), title
