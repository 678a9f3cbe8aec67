"""Page designs, and which one a page is of."""

from statedocs.templates.catalogue import ALL, TEMPLATES
from statedocs.templates.impostors import refuse_impostor, refuse_remainder
from statedocs.templates.recognise import Match, match_plain_text, recognise
from statedocs.templates.template import Template
from statedocs.templates.text_tree import label_tree

__all__ = [
    "ALL",
    "TEMPLATES",
    "Match",
    "Template",
    "label_tree",
    "match_plain_text",
    "recognise",
    "refuse_impostor",
    "refuse_remainder",
]
