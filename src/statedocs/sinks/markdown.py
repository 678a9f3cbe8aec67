"""A folder of Markdown files: for people to read, and for text search and language models."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from statedocs.record import Document
from statedocs.sinks.names import Names
from statedocs.sinks.outcome import Outcome
from statedocs.sinks.packed import open_packed
from statedocs.sinks.pinned import Pinned
from statedocs.sinks.rendering import to_json, to_line
from statedocs.sinks.sink import Entry
from statedocs.sinks.stored import StoredLines
from statedocs.sinks.views import StoredView
from statedocs.sinks.whole import Whole, state_beside

Record = Mapping[str, Any]
Span = tuple[int, int, str]
"""Start and stop in a block's text, and the address that it leads to."""

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|#])")
_OPENING: Final = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))", re.MULTILINE)
_UNSAFE: Final = re.compile(r"[\s()<>\x00-\x20]")
_NO_YAML: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML 1.1 and 1.2 do not take within a line, or take for the end of one, although JSON does."""
_DEEPEST: Final = 20
"""How far an entry of a list is moved in at most; a record may say any depth."""
RECORDS: Final = "records.jsonl.gz"
FAILURES: Final = "failures.jsonl"
MANIFEST: Final = "manifest.jsonl"


def open_sink(place: str) -> "MarkdownFolder":
    """Give the folder to write to."""
    return MarkdownFolder(Path(place), place)


def open_stored(place: str) -> StoredView:
    """Give the folder to read from."""
    name = Path(place)
    pinned = Pinned(name)
    folder = pinned.path

    def shown(document: Document, outcome: Outcome | None) -> str | None:
        output = (outcome and outcome.output) or document.id
        path = folder / output
        with pinned.reading(name / output):
            written = path.read_bytes()
        pinned.check()
        return None if written == _bytes(to_json(document)) else str(name / output)

    others = StoredLines(folder / RECORDS, folder / FAILURES, folder / MANIFEST)
    return StoredView(folder / RECORDS, others, shown, pinned)


class MarkdownFolder(Whole):
    """`a/b.htm.md` for each document, with its fields in front; failures and manifest as JSON lines.

    The documents themselves are in `records.jsonl.gz`, for Markdown cannot say all that a record does.
    """

    def __init__(self, path: Path, place: str) -> None:
        super().__init__(path, state_beside(path), place)

    def begin(self, part: Path, opened: ExitStack) -> None:
        """Open the manifest and the failures."""
        self._folder = part
        self._given = Names(self._index)
        self._given.hold(RECORDS)
        self._given.hold(FAILURES)
        self._records = open_packed(part / RECORDS, opened)
        self._failures = opened.enter_context((part / FAILURES).open("wb"))
        self._manifest = opened.enter_context((part / MANIFEST).open("wb"))

    def add(self, entry: Entry) -> str:
        """Write a document's file, or a failure's line."""
        if entry.outcome.outcome != "document":
            self._failures.write(entry.data)
            return FAILURES
        output = self._given.claim(entry.outcome.origin, entry.key) + ".md"
        path = self._folder / output
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_bytes(entry.data))
        self._records.write(entry.data)
        return output

    def add_line(self, entry: Entry, outcome: Outcome) -> None:  # noqa: ARG002
        """Write a line of the manifest."""
        self._manifest.write(to_line(outcome))

    def end(self, totals: dict[str, object]) -> None:
        """Write the sum."""
        self._manifest.write(to_line(totals))


def _bytes(record: bytes) -> bytes:
    return to_markdown(json.loads(record)).encode()


def to_markdown(document: Record) -> str:
    """Give a document as Markdown, its fields as front matter."""
    return f"---\n{''.join(_front(document))}---\n\n" + "\n\n".join(_body(document)) + "\n"


def _front(document: Record) -> Iterator[str]:
    """Give the fields, one a line; their values are JSON, which YAML takes as it is."""
    kind, series, published = document["document_type"], document["series"], document["published"]
    said = {
        "id": document["id"],
        "title": document["title"],
        "description": document["description"],
        "url": document["url"],
        "published": published and published["value"],
        "type": kind and (kind["slug"] or kind["as_written"]),
        "issuers": [issuer["name"] for issuer in document["issuers"]],
        "speakers": [speaker["name"] for speaker in document["speakers"]],
        "places": document["places"],
        "countries": [country["name"] for country in document["countries"]],
        "country_codes": [country["code"] for country in document["countries"] if country["code"]],
        "subjects": [subject["term"] for subject in document["subjects"]],
        "series": series and series["name"],
        "edition": series and series["edition"],
        "identifiers": [identifier["value"] for identifier in document["identifiers"]],
        "language": document["language"],
        "template": document["template"]["name"],
        "origin": document["source"]["origin"],
        "captured_at": document["source"]["captured_at"],
        "content_sha256": document["content_sha256"],
        "findings": [finding["code"] for finding in document["findings"]],
    }
    return (f"{name}: {_yaml(value)}\n" for name, value in said.items())


def _yaml(value: object) -> str:
    """Give JSON that is YAML, too: as a text may hold any character, the few that YAML refuses are escaped."""
    return _NO_YAML.sub(lambda met: f"\\u{ord(met[0]):04x}", json.dumps(value, ensure_ascii=False))


def _body(document: Record) -> Iterator[str]:
    if document["title"]:
        yield "# " + _escaped(document["title"]).replace("\n", " ")
    spans = _spans(document["links"])
    for section in document["sections"]:
        if section["heading"] or section["number"]:
            words = ". ".join(part for part in (section["number"], section["heading"]) if part)
            yield "#" * min(max(section["level"], 2), 6) + " " + _escaped(words).replace("\n", " ")
        for position, block in enumerate(section["blocks"]):
            text = _block(block, spans[section["position"], position])
            if text:
                yield text


def _spans(links: Sequence[Record]) -> defaultdict[tuple[int, int], list[Span]]:
    found: defaultdict[tuple[int, int], list[Span]] = defaultdict(list)
    for link in links:
        if link["url"] and link["block"] is not None and link["start"] is not None:
            found[link["section"], link["block"]].append((link["start"], link["stop"], link["url"]))
    return found


def _block(block: Record, spans: Sequence[Span]) -> str:
    kind, text = block["kind"], block["text"]
    if kind == "list":
        return _list(block, spans)
    if kind == "table":
        return _table(block)
    if kind == "preformatted":
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
        return f"{fence}\n{text}\n{fence}"
    if kind == "figure":
        return f"![{_escaped(block['alt'] or '')}]({_address(block['src'] or '')})" + (
            f"\n\n*{_escaped(text)}*" if text else ""
        )
    lines = _linked(text, spans, 0).replace("\n", "\\\n")
    return "> " + lines.replace("\n", "\n> ") if kind == "quote" else lines


def _list(block: Record, spans: Sequence[Span]) -> str:
    lines, start = [], 0
    for item in block["items"]:
        mark = "1." if block["ordered"] else "-"
        indent, depth = " " * (len(mark) + 1), min(item["depth"], _DEEPEST)
        own = f"{_escaped(item['marker'])} " if item["marker"] and item["marker"] not in "•*-·" else ""
        text = _linked(item["text"], spans, start).replace("\n", "\\\n" + indent * (depth + 1))
        lines.append(f"{indent * depth}{mark} {own}{text}")
        start += len(item["text"]) + 1
    return "\n".join(lines)


def _table(block: Record) -> str:
    rows = [[_escaped(cell).replace("\n", "<br>").replace("\t", " ") for cell in row] for row in block["rows"]]
    width = max(map(len, rows), default=0)
    if not width:
        return ""
    head = rows.pop(0) if block["header_rows"] else []
    lines = [_row(head, width), "|" + " --- |" * width, *(_row(row, width) for row in rows)]
    caption = f"*{_escaped(block['caption'])}*\n\n" if block["caption"] else ""
    return caption + "\n".join(lines)


def _row(cells: Sequence[str], width: int) -> str:
    return "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"


def _linked(text: str, spans: Sequence[Span], offset: int) -> str:
    """Escape a text and turn what leads somewhere into links; `offset` is where it begins in the block's text."""
    pieces, last = [], 0
    for start, stop, url in sorted(spans):
        first, end = start - offset, stop - offset
        if first >= last and end <= len(text) and first < end:
            pieces += [_escaped(text[last:first]), f"[{_escaped(text[first:end])}]({_address(url)})"]
            last = end
    return "".join([*pieces, _escaped(text[last:])])


def _address(url: str) -> str:
    return _UNSAFE.sub(lambda met: "".join(f"%{byte:02X}" for byte in met[0].encode()), url)


def _escaped(text: str) -> str:
    r"""Let nothing of a page's text be taken for a mark.

    >>> print(_escaped("1. [x] costs *5*"))
    1\. \[x\] costs \*5\*
    """
    return _OPENING.sub(_opening, _SPECIAL.sub(r"\\\1", text))


def _opening(met: re.Match[str]) -> str:
    return f"{met[1]}{met[2]}\\" if met[2].isdigit() else f"{met[1]}\\{met[2]}"
