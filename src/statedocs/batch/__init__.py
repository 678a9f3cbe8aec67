"""Many pages: a run over all inputs, and what it did."""

from statedocs.batch.count import PageCount
from statedocs.batch.handing import convert_items
from statedocs.batch.options import MEGABYTE, Limits, RunOptions
from statedocs.batch.pace import Pace
from statedocs.batch.runner import Report, run

__all__ = ["MEGABYTE", "Limits", "Pace", "PageCount", "Report", "RunOptions", "convert_items", "run"]
