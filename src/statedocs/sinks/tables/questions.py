"""The questions that the tables answer out of the box."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from statedocs.sinks.tables.views import Engine, data_text

_PARAMETER: Final = re.compile(r"(?<!:):([a-z]+)")
_MARKS: Final[dict[Engine, str]] = {"sqlite": r":\1", "duckdb": r"$\1", "postgresql": r"%(\1)s"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its SQL.

    Attributes:
        example: A value for each `:name` in the SQL.
    """

    name: str
    title: str
    about: str
    sql: str
    example: Mapping[str, str]

    def sql_for(self, engine: Engine) -> str:
        """Give the SQL with parameters as an engine's driver for Python marks them."""
        text = self.sql.replace("%", "%%") if engine == "postgresql" and self.example else self.sql
        return _PARAMETER.sub(_MARKS[engine], text)


def questions() -> tuple[Question, ...]:
    """Give every question, in the order in which they are told."""
    found = tomllib.loads(data_text("questions.toml"))
    return tuple(
        Question(name, said["title"], said["about"], said["sql"].strip(), said["example"])
        for name, said in found.items()
    )


def questions_text() -> str:
    """Give all of them as one file of SQL."""
    opening = (
        "-- What the tables of statedocs answer, in SQL that SQLite, DuckDB and PostgreSQL all take.\n"
        "-- `:name` is what is asked for. Written by `statedocs schema`: do not edit.\n"
    )
    parts = (
        f"-- {question.title}\n-- {question.about}{_said(question)}\n{question.sql};\n" for question in questions()
    )
    return "\n".join((opening, *parts))


def _said(question: Question) -> str:
    said = ", ".join(f":{name} such as '{value}'" for name, value in question.example.items())
    return f"; {said}" if said else ""
