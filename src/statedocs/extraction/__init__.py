"""Tree and template to the parts of a record."""

from statedocs.extraction.assemble import Extracted, extract
from statedocs.extraction.findings import Findings
from statedocs.extraction.page import Page

__all__ = ["Extracted", "Findings", "Page", "extract"]
