"""Where each part of a record stands in its page: found afterwards, so that conversion does not pay for it."""

from statedocs.extraction.tracing.explanation import Close, Open, Pair, Token, Words
from statedocs.extraction.tracing.trace import trace_text, trace_tree

__all__ = ["Close", "Open", "Pair", "Token", "Words", "trace_text", "trace_tree"]
