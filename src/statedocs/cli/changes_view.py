"""Differences as a person reads them in a terminal."""

from typing import Final

from rich.console import Console
from rich.text import Text

from statedocs.editions import Changes, lines_of, shortened, summary_of

_STYLES: Final = {"equal": "", "deleted": "red strike", "inserted": "green underline"}
_SIGNS: Final = {"+": "green", "-": "red", "~": "yellow", ">": "cyan"}


def show_changes(console: Console, changes: Changes) -> None:
    """Print what differs: in colours where there are any, else with marks."""
    for sign, who in (("-", changes.old), ("+", changes.new)):
        parts = [who["origin"], who["captured_at"] and f"captured {who['captured_at']}", who["url"]]
        console.print(Text(f"{sign * 3} ", _SIGNS[sign]).append("  ".join(filter(None, parts)), "bold"), soft_wrap=True)
    console.print(Text(summary_of(changes), "dim"), soft_wrap=True)
    marked = console.no_color or console.color_system is None
    for line in lines_of(changes):
        text = Text("  " * line.depth).append(line.sign, _SIGNS[line.sign]).append(" ")
        text.append(line.head, "bold" if line.head.startswith("section ") and not line.depth else "")
        if line.pieces:
            text.append(": ")
        for piece in shortened(line.pieces):
            words = piece.text.replace("\n", "⏎")
            if marked and piece.op != "equal":
                words = f"[-{words}-]" if piece.op == "deleted" else f"{{+{words}+}}"
            text.append(words, _STYLES[piece.op])
        console.print(text, soft_wrap=not console.is_terminal)
