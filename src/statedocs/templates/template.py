"""What a template is: the declaration of one page design."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from statedocs.record import MastheadRole


@dataclass(frozen=True, kw_only=True, eq=False)
class Template:
    """One page design, declared once, without logic.

    A *selector* is `tag`, `#id`, `.class`, `tag.class`, `tag#id`, `.prefix*` or `[attr=value]`; in `signs`,
    `absent` and `content` an XPath (`//…`) will do as well. Comments and scripts are never looked at.

    Attributes:
        name: The template's name, as in `Document.template.name` and `raw/<name>/`.
        about: One sentence for people.
        years: When the design was in use: `2015-2018`.
        hosts: Hosts that served it.
        seen: Whether a real page was at hand when it was written.
        signs: Every one must be found, each naming an element of the content or frame (never of `<body>`); of several
            parted by `; ` one is enough.
        absent: None may be found.
        content: Exactly one element (the first in document order that matches).
        masthead: Containers outside the content whose text is masthead, not chrome.
        lines: Selector to the role of a masthead line, in a container or in the content.
        leading: Whether the content itself opens with masthead lines, told by their words.
        breadcrumb: Selectors of the breadcrumb.
        chrome: Selector to rule name; matched elements leave the record wherever they stand.
        chrome_lines: Regular expression (whole line) to rule name: chrome that no element marks.
        chrome_links: The same, where the block holds a link.
        ranks: Selector to heading level; other heading elements rank by their tag.
        inferred_headings: Whether headings are to be told by their looks (bold lines, capitals).
        site: Address that root-relative links belong to where the page's own is unknown.
    """

    name: str
    about: str
    years: str
    hosts: tuple[str, ...]
    seen: bool
    signs: tuple[str, ...]
    content: str
    absent: tuple[str, ...] = ()
    masthead: tuple[str, ...] = ()
    lines: Mapping[str, MastheadRole] = field(default_factory=dict)
    leading: bool = False
    breadcrumb: tuple[str, ...] = ()
    chrome: Mapping[str, str] = field(default_factory=dict)
    chrome_lines: Mapping[str, str] = field(default_factory=dict)
    chrome_links: Mapping[str, str] = field(default_factory=dict)
    ranks: Mapping[str, int] = field(default_factory=dict)
    inferred_headings: bool = False
    site: str | None = None
