"""What runs in CI: whether a promise that was made is kept."""

from statedocs.checks.annotations import Annotations
from statedocs.checks.compatibility import breaking_changes
from statedocs.checks.junit import JUnit
from statedocs.checks.report import Report
from statedocs.checks.run import CheckOptions, check
from statedocs.checks.sarif import Sarif
from statedocs.checks.summary import Problems
from statedocs.checks.verdict import RUN, Problem, Verdict

__all__ = [
    "RUN",
    "Annotations",
    "CheckOptions",
    "JUnit",
    "Problem",
    "Problems",
    "Report",
    "Sarif",
    "Verdict",
    "breaking_changes",
    "check",
]
