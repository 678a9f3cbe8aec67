"""What runs in CI: whether a promise that was made is kept."""

from statedocs.checks.compatibility import breaking_changes

__all__ = ["breaking_changes"]
