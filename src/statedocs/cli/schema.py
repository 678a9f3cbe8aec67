"""`statedocs schema`: the promise, to read or to validate with."""

from pathlib import Path

import click

from statedocs.errors import SinkError
from statedocs.schema import schema_text, schemas


@click.command("schema", short_help="Print or write the JSON Schemas of the records.")
@click.argument("name", type=click.Choice(["document", "failure"]), default="document")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Write both schemas into this folder.")
def command(name: str, out: Path | None) -> None:
    """Print the JSON Schema (2020-12) of documents or failures, or write both as files."""
    if out is None:
        click.echo(schema_text(schemas()[name]), nl=False)
        return
    try:
        out.mkdir(parents=True, exist_ok=True)
        for kind, schema in schemas().items():
            (out / f"{kind}.schema.json").write_text(schema_text(schema), encoding="utf-8", newline="\n")
    except OSError as error:
        raise SinkError(f"{out} cannot be written: {error.strerror}") from error
