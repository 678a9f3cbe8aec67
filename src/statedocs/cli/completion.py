"""`statedocs completion`: what a shell needs to complete commands and options."""

import click
from click.shell_completion import get_completion_class


@click.command("completion", short_help="Print the completion script for a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    bash: add  eval "$(statedocs completion bash)"  to ~/.bashrc; zsh: the same with zsh to ~/.zshrc;
    fish: statedocs completion fish > ~/.config/fish/completions/statedocs.fish
    """
    complete = get_completion_class(shell)
    assert complete is not None, f"click completes {shell}"
    click.echo(complete(ctx.find_root().command, {}, "statedocs", "_STATEDOCS_COMPLETE").source())
