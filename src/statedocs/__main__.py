"""`python -m statedocs`, and the console script."""

import sys

from statedocs.cli import main as run


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run())


if __name__ == "__main__":
    main()
