"""`statedocs templates`: the designs that are known."""

import json

import click

from statedocs.cli.console import results
from statedocs.cli.style import listing
from statedocs.templates.catalogue import ALL


@click.command("templates", short_help="List the page designs that are known.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(*, as_json: bool) -> None:
    """List every page design: its years, its hosts, the signs by which a page is told, whether one was seen."""
    rows = [
        {
            "name": template.name,
            "about": template.about,
            "years": template.years,
            "hosts": list(template.hosts),
            "signs": list(template.signs),
            "seen": template.seen,
        }
        for template in ALL
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2).encode())
        return
    table = listing("", "name", "years", "seen", "hosts", "signs")
    for template in ALL:
        seen = "yes" if template.seen else "no"
        table.add_row(template.name, template.years, seen, "\n".join(template.hosts), "\n".join(template.signs))
    table.columns[0].no_wrap = True
    results().print(table, markup=False)
