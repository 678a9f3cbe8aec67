"""A group whose commands are loaded when they are called, so that `--help` is quick."""

import errno
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

import click

from statedocs.errors import StatedocsError

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG})
_READER_GONE: Final = 141
"""What a shell shows for a program that a closed pipe ended."""


class LazyGroup(click.Group):
    """A group of commands of which each is `command` in a module of its own name.

    Args:
        room: The package of the modules.
        commands: Each command's name and its one line of help, in the order of the list.
    """

    def __init__(self, *args: Any, room: str, commands: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._room = room
        self._lines = commands

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's)
        """Give the names without loading anything."""
        return list(self._lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  (click's)
        """Load the one command that is called."""
        if cmd_name not in self._lines:
            return None
        command: click.Command = import_module(f"{self._room}.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  (click's)
        """Write the list of commands from the lines given."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._lines.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what statedocs says went wrong is said in one line, with exit code 2."""
        try:
            return super().invoke(ctx)
        except StatedocsError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return _READER_GONE
        except OSError as error:
            if error.errno not in _FULL:
                place = f"{error.filename}: " if error.filename else "the system says: "
                raise click.ClickException(f"{place}{error.strerror or error}") from error
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left is not tried again
            raise click.ClickException(
                f"{error.filename or 'standard output'} cannot be written: {error.strerror}"
            ) from error
