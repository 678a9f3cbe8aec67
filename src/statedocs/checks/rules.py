"""What a check can say: the closed list of rules, the record's findings among them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from statedocs.record import FINDINGS, Level

LEVELS: Final[tuple[Level, ...]] = ("info", "warning", "error")
"""From the least to the gravest."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of thing that a check says.

    Attributes:
        code: Its name in every output.
        level: How grave it is.
        about: What it means, in one line.
        advice: What a maintainer can do about it.
        is_finding: Whether it is a finding of the record.
    """

    code: str
    level: Level
    about: str
    advice: str
    is_finding: bool


@cache
def rules() -> Mapping[str, Rule]:
    """Give every rule by its code: what is checked first, then the findings.

    >>> rules()["record-differs"].level
    'error'
    """
    advice = {row[0]: row[1] for row in _rows("advice.tsv")}
    checks = [Rule(code, "error", about, help_, is_finding=False) for code, about, help_ in _rows("rules.tsv")]
    findings = [
        Rule(code, level, about, advice.get(code, about + "."), is_finding=True)
        for code, (level, about) in sorted(FINDINGS.items())
    ]
    return {rule.code: rule for rule in (*checks, *findings)}


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    text = (files("statedocs.checks") / "data" / name).read_text("utf-8")
    return (tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))
