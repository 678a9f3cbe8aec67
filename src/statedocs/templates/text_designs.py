"""Whose chrome a line may be, beside that of the designs that a text is known to have."""

from collections.abc import Set as AbstractSet
from typing import Final

from statedocs.templates.text_chrome import ChromeLine

_KIN: Final = (
    frozenset({"classic-2010", "responsive-2015", "archive-2001", "mobile-2009"}),
    frozenset({"travel-cq", "travel-rwd"}),
)
"""Designs of one site, whose menus and footers went from one to the next."""


def may_be_ours(line: ChromeLine, whose: str, strong: AbstractSet[str]) -> bool:
    """Whether a line can be of the footer of a text.

    Args:
        line: The line.
        whose: The design of its head, where that is known.
        strong: The designs of which its last lines are for certain.
    """
    ours = {whose} if whose else strong
    kin = (designs for designs in _KIN if ours & designs)
    return not ours or not line.design or line.design in ours or any(line.design in designs for designs in kin)
