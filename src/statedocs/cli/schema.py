"""`statedocs schema`: the promise, to read or to validate with."""

from collections.abc import Iterator
from pathlib import Path

import click

from statedocs.errors import SinkError
from statedocs.schema import schema_text, schemas
from statedocs.sinks.tables.ddl import ENGINES, script
from statedocs.sinks.tables.questions import questions_text


@click.command("schema", short_help="Print or write the JSON Schemas of the records, and their tables.")
@click.argument("name", type=click.Choice(["document", "failure", *ENGINES]), default="document")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Write all of them into this folder.")
def command(name: str, out: Path | None) -> None:
    """Print the JSON Schema (2020-12) of documents or failures, or the tables of an engine; or write all as files."""
    if out is None:
        text = script(name) if name in ENGINES else schema_text(schemas()[name])
        click.echo(text.encode(), nl=False)
        return
    try:
        out.mkdir(parents=True, exist_ok=True)
        for file, text in _files():
            (out / file).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise SinkError(f"{out} cannot be written: {error.strerror}") from error


def _files() -> Iterator[tuple[str, str]]:
    yield from ((f"{kind}.schema.json", schema_text(schema)) for kind, schema in schemas().items())
    yield from ((f"tables.{engine}.sql", script(engine)) for engine in ENGINES)
    yield "questions.sql", questions_text()
