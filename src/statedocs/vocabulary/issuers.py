"""Lines that name issuing bodies: cut into names, and the shape of a name that no list holds."""

import re
from functools import cache

from statedocs.vocabulary.bureaus import find_bureau, lead_ins

_HEADS = (
    r"(?:Bureaus?|Offices?|Under\s+Secretary|Deputy\s+Secretary|Policy\s+Planning\s+Staff|Executive\s+Secretariat"
    r"|Directorate|Foreign\s+Service\s+Institute)\b"
)
_BOUNDARY = re.compile(
    r"(?:\s*[,;:/|]\s*(?:and\s+)?|\s+(?:and|&|-|–|—|in|within)\s+|\s+of\s+(?=the\s+(?:Bureau|Office))|\.\s+|\s*\n\s*)"
    rf"(?=(?:the\s+)?{_HEADS})",
    re.IGNORECASE,
)
_ARTICLE = re.compile(rf"the\s+(?={_HEADS})", re.IGNORECASE)
_SHAPE = re.compile(
    r"(?:The\s+)?(?:(?:Bureau|Office|Directorate|Division)\s+(?:of|for|to|on)\s+\S"
    r"|Under\s+Secretary\s+(?:of\s+State\s+)?for\s+\S|(?:(?!(?:with|to|at|by|for)\s)\S+\s+){1,6}Staff$)",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset("a an and at for from in of on the to with".split())
_MOST_WORDS = 15
_LONGEST_LINE = 600
"""Longer than any line of issuers seen: the cut is not worth its cost on a paragraph."""


@cache
def _lead_in() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in lead_ins())
    return re.compile(rf"(?:{phrases}|Department\s+of\s+State)[\s,.:]+(?=\S)", re.IGNORECASE)


def looks_like_bureau(text: str) -> bool:
    """Whether a text has the shape of a bureau's or office's name, known or not.

    >>> looks_like_bureau("Office of Arctic Fisheries"), looks_like_bureau("The Office of Fisheries is open.")
    (True, False)
    """
    text = text.strip().removesuffix(".")
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS:
        return False
    if not _SHAPE.match(text) or (words[-2].casefold() == "of" and words[-1].casefold() == "staff"):
        return False
    if any(mark in text.replace("U.S. ", "US ") for mark in ("!", "?", ". ", "; ")):
        return False
    return all(word in _SMALL_WORDS or not word[0].islower() for word in words)


def split_issuers(text: str) -> list[str]:
    """The names of the issuing bodies in a line, in order, each a verbatim piece of it; none if it names none.

    >>> split_issuers("Released by the Office of Central African Affairs, Bureau of African Affairs.")
    ['Office of Central African Affairs', 'Bureau of African Affairs']
    """
    text = text.strip()
    if len(text) > _LONGEST_LINE:
        return []
    text = _trimmed(text)
    if find_bureau(text):
        return [text]
    pieces = [_named(_trimmed(piece)) for piece in _BOUNDARY.split(text)]
    return [piece for piece in pieces if piece]


def _without_lead_in(text: str) -> str:
    while found := _lead_in().match(text):
        text = text[found.end() :]
    return text


def _trimmed(piece: str) -> str:
    piece = _without_lead_in(piece.strip(" \t\n,;:|(["))
    article = _ARTICLE.match(piece)
    piece = (piece[article.end() :] if article else piece).rstrip(" \t\n.,;:")
    return piece if "(" in piece else piece.rstrip(")] ")


def _named(piece: str) -> str | None:
    """The piece, or its beginning that is a known name (`Bureau of Public Affairs, Washington, DC`)."""
    if find_bureau(piece):
        return piece
    head = piece
    while "," in head:
        head = head.rpartition(",")[0].rstrip()
        if find_bureau(head):
            return head
    return piece if looks_like_bureau(piece) else None
