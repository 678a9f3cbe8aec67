"""dosfan.lib.uic.edu, the Electronic Research Collection of 1990 to 1997, wrapped in HTML.

No real page was at hand: its texts are known, its tags are guessed.
"""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

DOSFAN_HTML: Final = Template(
    name="dosfan-html",
    about="Background Notes, briefings and reports of the 1990s in the library mirror, HTML or text in a box",
    years="1993-1999",
    hosts=("dosfan.lib.uic.edu",),
    seen=False,
    signs=("//a[contains(@href,'/ERC/')]|//img[contains(@src,'/ERC/')]",),
    content="//body",
    leading=True,
    chrome_lines=MappingProxyType(
        {
            r"Return to:?.*": "dosfan/mirror-navigation",
            r"(?:Index of \d{4} )?.{0,60}\|\|.*": "dosfan/mirror-navigation",
            r"Electronic Research Collections? (?:Index|Home ?page)|ERC Home ?page": "dosfan/mirror-navigation",
            r"U\.S\. State Department Geographic Bureaus:.*": "dosfan/mirror-navigation",
            r"(?:Top of (?:the )?Page|Back to (?:the )?Top)": "dosfan/mirror-navigation",
            r"To the top of this page.*": "dosfan/mirror-navigation",
            r"The State Department web site below is a permanent electronic archive.*": "dosfan/archive-banner",
            r"(?:NOTE: )?External links to other Internet sites should not be construed.*": "dosfan/archive-banner",
            r"ERC": "dosfan/mirror-navigation",
            r"\[?end of (?:file|document)\]?\.?": "dosfan/end-mark",
        }
    ),
    inferred_headings=True,
)
