"""Scripts and style sheets that a dump took for text: `var dataLayer = dataLayer || [];`, `img.emoji {`."""

import re
from itertools import groupby
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


_WEAK: Final = re.compile(
    r"(?:[\"'][\w\s@-]{1,60}[\"'] ?: ?|//(?! ?www)|/\*|\*+/|\* @|[})&|?`] ?|--[a-z]|</?[a-z][\w-]{0,20}[ >]"
    r"|\{ ?[\w\"{]|[.:#@&][a-z_-][\w-]*)"
    r"|(?:if|else if|for|while|switch|catch) ?\(|(?:return|else|try|case|break)\b.{0,80}[;{:]$|(?:const|let|var) "
    r"|[\w$]{1,60} ?\+?= ?(?:\S.{0,200}[,;]|[{\[(])(?: ?//.{0,80})?$"
    r"|[a-z_$][\w$-]{0,60} ?:(?: ?\S.{0,200}(?:[,;\"]|;? {0,60}/\*.{0,200}\*/)| ?[{\[(])?$"
    r"|[a-z_-]{2,30}: ?[\w#.%-]+(?: [\w#.%-]+){0,4};*$|[a-z-]{3,30} [^.]{1,60}!important;$"
    r"|[a-z]+[\w\[\]= ]{0,30} [.#][a-z][^.]{1,200}|(?:a|img|html|body|p|div|span|ul|li|input|button|svg)[.:#\[][a-z-]"
    r"|[\w$]+(?:\.[\w$]+){1,6}(?: ?\(| ?\+?=)|[a-z][\w$]+\(|\(function|[a-z]=[a-z]\.|\+ ?[\"']|url\("
    r"|['\"](?:https?:)?//|.{0,300}[\w)]\{[\w-]+:"
)
"""How a line begins that may be code, if lines that are code without doubt stand beside it."""


def without_scripts(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Takes code off a text that holds some beyond doubt; any other text stays as it is."""
    if sum(_SIGN.match(line.body) is not None for line in lines) < _FEWEST:
        return lines
    coded = _among_code(lines, [_is_code(line.body) for line in lines])
    kept: list[Line] = []
    blanks = 0
    for line, is_code in zip(lines, coded, strict=True):
        if is_code:
            ledger.take("plain-text/script", line.body, line.number)
            blanks += line.before + 1
            continue
        line.before += blanks
        blanks = 0
        kept.append(line)
    return kept


def _among_code(lines: list[Line], sure: list[bool]) -> list[bool]:
    """Which lines are code: those that are beyond doubt, and what looks like it in one run with them."""
    coded = [known or _WEAK.match(line.body) is not None for line, known in zip(lines, sure, strict=True)]
    start = 0
    for found, group in groupby(coded):
        stop = start + len(list(group))
        if found and not any(sure[start:stop]):
            coded[start:stop] = [False] * (stop - start)
        start = stop
    return coded


def _is_code(body: str) -> bool:
    if _SIGN.match(body) or _STROKES.match(body) or _STYLE.match(body):
        return True
    return body[-1] in _ENDS and len(body) <= _LONGEST and _CODE.match(body) is not None
