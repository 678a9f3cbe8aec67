"""Where each part of a record stands in its page: found afterwards, so that conversion does not pay for it."""

from statedocs.extraction.tracing.explanation import Close, Explanation, Mark, Open, Pair, Token, Words
from statedocs.extraction.tracing.trace import trace

__all__ = ["Close", "Explanation", "Mark", "Open", "Pair", "Token", "Words", "trace"]
