"""Pictures for people: the report of a run, and a page beside its record."""

from statedocs.report.inspection import render_explanation, render_failure
from statedocs.report.shell import write_page

__all__ = ["render_explanation", "render_failure", "write_page"]
