"""Articles of the classic design of www.state.gov, 2010 to 2015: fact sheets, Background Notes, remarks, reports.

No real page was at hand: the frame is that of the landing pages, the ids are those that other programs read.
"""

from typing import Final

from statedocs.templates import classic
from statedocs.templates.template import Template

CLASSIC_2010_ARTICLE: Final = Template(
    name="classic-2010-article",
    about="Fact sheets, Background Notes, remarks and reports of the classic design",
    years="2010-2015",
    hosts=classic.HOSTS,
    seen=False,
    signs=("#dos-wrapper", "#centerblock"),
    content="(//div[starts-with(@id,'tier3-landing-content')]|//div[@id='centerblock']/..)[1]",
    lines=classic.LINES,
    breadcrumb=classic.BREADCRUMB,
    chrome=classic.CHROME,
    chrome_lines=classic.CHROME_LINES,
    inferred_headings=True,
)
