"""m.state.gov, the mobile site of 2009 to 2013.

No real page was at hand: its texts are known, its tags are guessed.
"""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

MOBILE_2009: Final = Template(
    name="mobile-2009",
    about="Mobile copies of Background Notes and press pages; they print no title",
    years="2009-2013",
    hosts=("m.state.gov",),
    seen=False,
    signs=("//*[contains(text(),'This is a mobile copy of')]|//a[contains(@href,'m.state.gov/md')]",),
    content="//body",
    leading=True,
    chrome=MappingProxyType({"#header": "mobile-2009/site-header", "#footer": "mobile-2009/site-footer"}),
    chrome_lines=MappingProxyType(
        {
            r"Unknown tag could not be displayed\.": "mobile-2009/unknown-tag",
            r"\[This is a mobile copy of .*\]": "mobile-2009/copy-notice",
            r"Short URL:.*": "mobile-2009/copy-notice",
            r"(?:Home|Search|Full Site|\s|\|)+": "mobile-2009/site-menu",
        }
    ),
    inferred_headings=True,
)
