"""Many pages: a run over all inputs, and what it did."""

from statedocs.batch.runner import Report, RunOptions, run

__all__ = ["Report", "RunOptions", "run"]
