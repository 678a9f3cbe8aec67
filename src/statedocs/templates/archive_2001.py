"""2001-2009.state.gov, and the live site of those years.

No whole page was at hand: the frame is known from its text and from fragments.
"""

from types import MappingProxyType
from typing import Final

from statedocs.templates.archive_1997 import BANNER
from statedocs.templates.template import Template

_FRAME: Final = (
    "//*[contains(@class,'dos_masthead_tile')]"
    "|//body[.//text()[contains(.,'You are in:')] and .//text()[contains(.,'Office of Electronic Information')]]"
)
"""The archive's banner; on the live site the line that says where a page stands, and who manages the site."""

ARCHIVE_2001: Final = Template(
    name="archive-2001",
    about="Pages of 2001 to 2009 as the archive of the Department serves them",
    years="2001-2009",
    hosts=("2001-2009.state.gov", "www.state.gov"),
    seen=False,
    signs=(_FRAME,),
    absent=(".dos_archive_left1997", "#dos-wrapper", BANNER),
    content="//body",
    leading=True,
    breadcrumb=("td.breadcrumb", ".breadcrumb", "#breadcrumb"),
    chrome=MappingProxyType(
        {
            "#archivebanner": "archive-2001/archive-banner",
            ".dos_seal_top": "archive-2001/archive-banner",
            ".dos_masthead_tile": "archive-2001/archive-banner",
            ".dos_nav": "archive-2001/site-menu",
            ".footer": "archive-2001/site-footer",
            "#footer": "archive-2001/site-footer",
            ".leftnav": "archive-2001/side-menu",
        }
    ),
    chrome_lines=MappingProxyType(
        {
            r"You are in:.*": "breadcrumb",
            r"Home\s+Issues & Press\s+Travel & Business.*": "archive-2001/site-menu",
            r"Other State Department Archive Sites": "archive-2001/archive-banner",
            r"Skip Links|Search|Video|Bookmark and Share|Subject Index": "archive-2001/site-menu",
            r"(?:[^|\n]{3,80}\| ?){1,4}What's New": "archive-2001/site-menu",
            r"(?:U\.S\. Department of State)": "archive-2001/archive-banner",
            r"The (?:State Department web site below|site you are viewing) is a permanent electronic archive.*": (
                "archive-2001/archive-banner"
            ),
            r"Back to Top": "archive-2001/back-to-top",
            r"View Video|video: .*": "archive-2001/video-link",
            r"(?:Updates\s*\|?\s*)?(?:Frequent Questions|Privacy Notice|Contact Us|FOIA|Copyright Information"
            r"|Other U\.S\. Government Information|Inspector General Hotline|External Link Policy|Archive|Subject Index"
            r"|E-?mail this Page"
            r"|Search|\s|\|)+": "archive-2001/site-footer",
            r"The Office of Electronic Information, Bureau of Public Affairs,? "
            r"(?:U\.S\. Department of State )?manages this site.*": "archive-2001/site-footer",
            r"(?:NOTE: )?External links to other Internet sites should not be construed.*": "archive-2001/site-footer",
        }
    ),
    inferred_headings=True,
)
