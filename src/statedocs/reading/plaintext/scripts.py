"""Scripts and style sheets that a dump took for text: `var dataLayer = dataLayer || [];`, `img.emoji {`."""

import re
from typing import Final

from statedocs.reading.plaintext.lines import Ledger, Line

_FEWEST: Final = 3
_ENDS: Final = ";{},"
_LONGEST: Final = 9_000
_SIGN: Final = re.compile(
    r"(?:var|let|const) [\w$]+ ?=|(?:window|document|jQuery|\$\$?|gtag)[.(=\[]|[;(!]{0,3}function\b ?[\w$]{0,40} ?\("
    r"|//<!\[CDATA\[|\{\"@context\"|@media\b[^.]{0,80}\{$"
)
"""How a line of code begins."""
_CODE: Final = re.compile(
    r"[\w$\]]\([^\s)].{0,9000}[;{}]$|[\w$\]]\(\).{0,9000}[;{}]$"
    r"|.{0,2000}(?:===?|&&|\|\||=>|\) ?\{|\}\)).{0,9000}[;,{}]$"
    r"|.{0,300}\bfunction\s?[\w$]{0,40}\(.{0,9000}[;{}]$|[\w$.]{1,80} ?= ?\S.{0,9000};$"
)
_STROKES: Final = re.compile(r"[{}()\[\];,]{1,8}$|//\]\]>$|/\*.{0,200}\*/$")
_STYLE: Final = re.compile(
    r"[.#@]?[a-z][\w.#:,>* -]{0,200}\{$|-?[a-z][a-z-]{2,30}: ?[^;]{1,120};$|[.#@]?[\w.#:,>* -]{1,200}\{[^{}]{1,300}\}$"
)


def without_scripts(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Takes code off a text that holds some beyond doubt; any other text stays as it is."""
    if sum(_SIGN.match(line.body) is not None for line in lines) < _FEWEST:
        return lines
    kept: list[Line] = []
    blanks = 0
    for line in lines:
        if _is_code(line.body):
            ledger.take("plain-text/script", line.body, line.number)
            blanks += line.before + 1
            continue
        line.before += blanks
        blanks = 0
        kept.append(line)
    return kept


def _is_code(body: str) -> bool:
    if _SIGN.match(body) or _STROKES.match(body) or _STYLE.match(body):
        return True
    return body[-1] in _ENDS and len(body) <= _LONGEST and _CODE.match(body) is not None
