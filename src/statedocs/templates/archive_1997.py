"""1997-2001.state.gov with the banner of its archive."""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

BANNER: Final = "//body[.//text()[contains(.,'information released online from January 1, 1997')]]"
"""What the banner says, where a copy has lost its names."""

ARCHIVE_1997: Final = Template(
    name="archive-1997",
    about="Pages of 1997 to 2001 as the Department's own archive serves them",
    years="1997-2001",
    hosts=("1997-2001.state.gov", "secretary.state.gov"),
    seen=True,
    signs=(f"#archivebanner; {BANNER}", f".dos_archive_left1997; {BANNER}"),
    absent=(".dos_archive_left2001",),
    content="//body",
    leading=True,
    chrome=MappingProxyType({"#archivebanner": "archive-1997/archive-banner"}),
    chrome_lines=MappingProxyType(
        {
            r"\[end of (?:file|document)\.?\]": "archive-1997/end-mark",
            r"Other State Department Archive Sites": "archive-1997/archive-banner",
            r"The State Department web site below is a permanent electronic archive.*": "archive-1997/archive-banner",
            r"(?:NOTE: )?External links to other Internet sites .*": "archive-1997/archive-banner",
            r"Back to Top|Top of (?:the )?Page|Table of Contents": "archive-1997/page-navigation",
            r"(?:Next|Previous)(?: Page)?": "archive-1997/page-navigation",
            r"(?:Return to|Back to|Go to) .{3,80}": "archive-1997/page-navigation",
            r"This is an official U\.S\. Government source for information on the WWW\..*": "archive-1997/site-footer",
        }
    ),
    chrome_links=MappingProxyType(
        {
            r"(?:[^\n]{3,80}\n){0,3}(?:U\.S\. )?Department of State(?: Home ?[Pp]age)?": "archive-1997/page-navigation",
            r"(?:[^\n|]{3,80} ?\| ?){1,6}(?:U\.S\. )?(?:Department of State|State Department)(?: Home ?[Pp]age)?": (
                "archive-1997/page-navigation"
            ),
        }
    ),
    inferred_headings=True,
)
