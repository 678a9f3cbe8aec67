"""Landing pages of the classic design of www.state.gov, 2010 to 2015."""

from typing import Final

from statedocs.templates import classic
from statedocs.templates.template import Template

CLASSIC_2010_LANDING: Final = Template(
    name="classic-2010-landing",
    about="Indexes, directories and other landing pages of the classic design",
    years="2010-2015",
    hosts=classic.HOSTS,
    seen=True,
    signs=("#dos-wrapper", "//div[starts-with(@id,'tier3-landing-content')]"),
    absent=("#centerblock",),
    content="//div[starts-with(@id,'tier3-landing-content')]",
    lines=classic.LINES,
    breadcrumb=classic.BREADCRUMB,
    chrome=classic.CHROME,
    chrome_lines=classic.CHROME_LINES,
    inferred_headings=True,
)
