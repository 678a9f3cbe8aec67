"""What a shell offers for an argument that is a place."""

import click
from click.shell_completion import CompletionItem


def places(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
    """Offer files and folders; addresses and `-` are typed."""
    return [CompletionItem(incomplete, type="file")]
