"""Pictures for people: the report of a run, and a page beside its record."""

from statedocs.report.inspection import render_explanation, render_failure
from statedocs.report.run import render_run
from statedocs.report.shell import write_page
from statedocs.report.timing import read_timing

__all__ = ["read_timing", "render_explanation", "render_failure", "render_run", "write_page"]
