"""Which lines of a plain-text page are chrome: known lines, and what stands between them and the page's ends."""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from statedocs.templates import text_crumbs
from statedocs.templates.text_chrome import ChromeLine, ends_known, fold, foot_weight, match_folded
from statedocs.templates.text_contents import find_contents, repeats
from statedocs.templates.text_designs import may_be_ours
from statedocs.templates.text_edges import find_tags, first_said, goes_on, heads_mail, is_above_page, label_foot, says
from statedocs.templates.text_mirrors import bars_above, letterhead_below
from statedocs.templates.text_prose import holds_page, is_prose
from statedocs.templates.text_titles import title_below

_FAR: Final = 1_500
"""Lines from either end in which chrome is looked for."""
_MOST_PROSE: Final = 12
_LEAST_PROSE: Final = 3
_MENU_GAP: Final = 60
_FEW_ENTRIES: Final = 3
_ENTRY: Final = 24
_FOOT_GAP: Final = 30
_BUTTONS: Final = {"related-articles": 2, "share": 1_000}
"""How many of a button say that the footer goes on above it; one stands in the page, too."""
_LEAST_FOOT: Final = 3
_CONTENTS_GAP: Final = 150
_SEPARATOR: Final = re.compile(r"\s*[>»›]\s*")
_LONGEST_CHROME: Final = 3_000
"""A longer line holds a page, however it begins."""

_DEPARTMENT: Final = "u.s. department of state"
_BANNER: Final = ChromeLine("site-banner", "", "tail", False)
_TITLE: Final = ChromeLine("document-title", "", "head", False)
_STEP: Final = ChromeLine("breadcrumb", "", "head", True)
_BROKEN_CRUMB: Final = ChromeLine("breadcrumb", "", "head", True)


@dataclass(frozen=True, slots=True)
class PageLabels:
    """What the lines of a page are.

    Attributes:
        rules: For each line the rule under which it is removed, `breadcrumb` for the page's place, or None.
        design: Whose chrome was recognised, where its lines tell.
    """

    rules: list[str | None]
    design: str | None


def label(lines: Sequence[str], listed: Sequence[bool] = (), parted: Sequence[bool] = ()) -> PageLabels:
    """Tell chrome from page, line by line.

    Args:
        lines: The texts of the page's blocks and list items, in order.
        listed: For each of them whether it is a list item, where known.
        parted: For each of them whether a blank line stands above it, where known.
    """
    page = _Page(lines, listed, parted)
    page.label_head()
    page.label_tail()
    page.label_middle()
    return PageLabels(page.rules, page.design())


class _Page:
    """The lines of one page while they are labelled; `start` and `stop` close in on the page proper."""

    def __init__(self, lines: Sequence[str], listed: Sequence[bool], parted: Sequence[bool] = ()) -> None:
        self.lines = lines
        self.parted = parted
        self.folded = [fold(line) for line in lines]
        self.places = {line: len(lines) - 1 - at for at, line in enumerate(reversed(self.folded))}
        self.listed = listed if listed else [False] * len(lines)
        self.rules: list[str | None] = [None] * len(lines)
        self.votes: dict[int, tuple[ChromeLine, int]] = {}
        self.start = 0
        self.stop = len(lines)
        self.whose = ""

    def _match(self, at: int, position: str) -> ChromeLine | None:
        if len(self.folded[at]) > _LONGEST_CHROME:
            return None
        found = match_folded(self.folded[at], position)  # type: ignore[arg-type]
        if found and found.design:
            self.votes[at] = (found, 4 if found.strong else 1)
        return found

    def design(self) -> str | None:
        """The design with the most lines on the page."""
        votes: Counter[str] = Counter()
        for at, (line, weight) in self.votes.items():
            votes[line.design] += weight if self.rules[at] == line.rule else 0  # a line that stays is no one's chrome
        best = votes.most_common(1)
        return best[0][0] if best and best[0][1] >= 2 else None

    def label_head(self) -> None:
        """Everything up to the last known line that leads to the page proper."""
        matched: dict[int, ChromeLine] = {}
        prose = passed = 0
        crossed = False
        steps = range(0)
        for at in range(min(len(self.lines), _FAR)):
            steps = text_crumbs.steps_after(self.lines, at) or steps
            line = self._match_head(at, matched, steps)
            if line is None or (line.rule == "breadcrumb" and (is_prose(self.lines[at]) or holds_page(self.lines[at]))):
                prose += is_prose(self.lines[at])
                if prose - passed > (_MOST_PROSE if self.start else _LEAST_PROSE):
                    break
                continue
            matched[at] = line
            gap = at - self.start
            fresh = line.rule == "breadcrumb" or self._is_first(at)
            shown = crossed and line.rule == "archive-banner"  # the address of a film that a replay shows in its page
            strong = fresh and line.strong and not shown and line.design in ("", self.whose or line.design)
            jumps = fresh and prose == passed and not crossed and self._may_jump(line, gap)
            if gap == 0 or ((strong or jumps) and goes_on(self.folded[at + 1 : at + _FAR])):
                self.start, passed = at + 1 + (line is _BROKEN_CRUMB), prose
                self.whose = self.whose or (line.design if line.strong else "")
                crossed = crossed or line.rule == "breadcrumb"
        below = 0 if self.whose else letterhead_below(self.lines, self.folded, self.parted) or bars_above(self.lines)
        if below > self.start:
            self.rules[:below] = ["site-menu"] * below
            self.start = below
            return
        if self.start == 1 and text_crumbs.may_title(self.lines[0], matched[0], self.lines[1:2]):
            self.start = 0  # no menu has but one entry
            return
        self._carry(0, self.start, matched)
        self._keep_above(min(matched, default=0))
        self._crumbs()

    def _match_head(self, at: int, matched: Mapping[int, ChromeLine], steps: Container[int]) -> ChromeLine | None:
        """The line of the head that a line is, by its words or by those around it."""
        if at == 0 and text_crumbs.names_page(self.folded):
            return _TITLE
        line = self._match(at, "head")
        if at in steps or text_crumbs.is_step(self.lines, at):
            return _STEP
        if line is None and text_crumbs.ends_crumbs(self.lines, at):
            return _BROKEN_CRUMB
        if line is None and at - 1 in matched and ends_known(self.folded[at - 1], self.folded[at]):
            return matched[at - 1]
        return line

    def _keep_above(self, first: int) -> None:
        """Keep what stands above the first known line: the head of a mailed copy, or the entry of a directory."""
        if first and self.rules[first] == "breadcrumb" and heads_mail(self.folded, first):
            self.rules[:first] = [None] * first
        elif text_crumbs.is_listing(self.lines[:1]):
            self.rules[0] = None

    def _may_jump(self, line: ChromeLine, gap: int) -> bool:
        """Whether a weak line can be of the menus that were recognised, with unknown entries between."""
        if gap and (line.rule == "page-frame" or says(self.lines[self.start : self.start + gap])):
            return False
        if line.design:
            return line.design == self.whose and gap <= _MENU_GAP
        entries = self.lines[self.start : self.start + gap]
        return bool(self.whose) and gap <= _FEW_ENTRIES and all(len(entry) <= _ENTRY for entry in entries)

    def _is_first(self, at: int) -> bool:
        """Whether a line was not seen before: footers repeat the menus of the head."""
        return self.places[self.folded[at]] == at

    def _crumbs(self) -> None:
        """Mark what else is breadcrumb, and go on to the title that it names."""
        for at in text_crumbs.broken_parts(self.lines, self.parted, self.rules[: self.start]):
            self.rules[at] = "breadcrumb"
        steps = text_crumbs.steps_below_window(self.lines, self.folded, self.listed, self.start)
        if self.start and len(steps):
            self.rules[steps.start] = _TITLE.rule
            self._mark(steps.start + 1, steps.stop)
            return
        steps_at = (at for at in range(self.start) if self.rules[at] == "breadcrumb")
        crumbs = [at for at in steps_at if _SEPARATOR.search(self.lines[at])]
        for at in text_crumbs.copies(self.folded, crumbs):
            self.rules[at] = "site-menu"
        near = range(max(self.start - text_crumbs.MOST_STEPS, 0), self.start)
        lead = max((at for at in near if self.folded[at] == "home"), default=None)
        if lead is not None and (self.folded[self.start - 1] == "hide" or lead >= self.start - 2):
            self._spread(lead)
            return
        if self.start and lead is None and self.folded[self.start - 1] == "hide":
            self.rules[self.start - 1] = "site-menu"  # the steps are on the line above
        crumb = max((at for at in range(self.start) if self.rules[at] == "breadcrumb"), default=None)
        menu = text_crumbs.menu_below(self.folded, self.parted, self.start, crumb)
        if len(menu) and (self.whose or crumb is not None):
            self.rules[menu.start : menu.stop] = ["section-menu"] * len(menu)
            self.start = max(self.start, menu.stop)
            return
        found = title_below(self.lines, self.folded, self.start, crumb)
        if found is not None:
            self._carry(self.start, found, {})
            self.start = found
            return
        self._menu_goes_on("site-menu")

    def _spread(self, lead: int) -> None:
        """A breadcrumb of one line a step."""
        stop = self.start
        if self.folded[self.start - 1] != "hide":
            stop = text_crumbs.last_step(self.lines, self.listed, lead, self.start)
        self._mark(lead, stop)

    def _mark(self, start: int, stop: int) -> None:
        """Go on below lines of a breadcrumb."""
        for at in range(start, stop):
            self.rules[at] = "breadcrumb"
        self.start = max(self.start, stop)

    def _menu_goes_on(self, rule: str) -> None:
        while self.start and self.start < len(self.lines) and self.listed[self.start]:
            self.rules[self.start] = rule
            self.start += 1

    def label_tail(self) -> None:
        """Everything from the first known line that leads to the end of the page."""
        matched: dict[int, ChromeLine] = {}
        misses = at_stop = 0
        seen: set[str] = set()
        strong: set[str] = set()
        # Strangers' boxes (cookies, surveys) may stand among the footer.
        allowed = max(_LEAST_PROSE, sum(map(is_prose, self.lines)) // 10)
        for at in range(len(self.lines) - 1, max(self.start, len(self.lines) - _FAR) - 1, -1):
            line = self._match(at, "tail")
            if line is not None and not line.strong and not may_be_ours(line, self.whose, strong):
                line = _BANNER if self.folded[at] == _DEPARTMENT else None  # other sites' words are headings here
            if line is None:
                misses += is_prose(self.lines[at])
                if misses - at_stop > allowed:
                    break
                continue
            matched[at] = line
            strong |= {line.design} if line.strong and line.design else set()
            # A line near the head that stands in the footer too is of a menu.
            copied = at * 2 < len(self.lines) and self.folded[at] in seen
            if line.strong and not self.start and is_above_page(at, len(self.lines) - at - len(matched)):
                self.rules[at] = line.rule
                continue
            if line.strong or (misses == at_stop and not copied and self._reaches(at, line, matched)):
                self.stop, at_stop = at, misses
            seen.add(self.folded[at])
        self._carry(self.stop, len(self.lines), matched)
        tags = find_tags(self.lines, self.folded, self.start, self.stop)
        known = (match_folded(folded, "any") for folded in self.folded[tags : self.stop])
        self.rules[tags : self.stop] = [line.rule if line else "tags" for line in known]
        self.stop = tags

    def _reaches(self, at: int, line: ChromeLine, matched: Mapping[int, ChromeLine]) -> bool:
        """Whether all between a weak footer line and the footer found so far can be footer."""
        gap = self.stop - at - 1
        if at - self.start < gap > _FEW_ENTRIES and at <= first_said(self.lines, self.start):
            return False  # nothing would be left of the page
        if line.rule == "tags" and gap and (at * 2 < len(self.lines) or self.folded[at].startswith("by ")):
            return False  # who posted it, when and on what may stand below the title, too
        if gap and line.rule in _BUTTONS and sum(line == other for other in matched.values()) < _BUTTONS[line.rule]:
            return False  # a button of the page itself
        if line.rule == "table-of-contents" and gap <= _CONTENTS_GAP:
            return repeats(self.folded, self.start, at, self.stop)
        if self.stop == len(self.lines):
            return foot_weight([self.folded[at] for at in matched]) >= _LEAST_FOOT and len(matched) * 2 >= gap + 1
        return gap <= _FOOT_GAP and not says(self.lines[at + 1 : self.stop])

    def label_middle(self) -> None:
        """Chrome between masthead and footer: a table of contents, links to the top, what the masthead holds."""
        opening = True
        contents = find_contents(self.folded, self.listed, self.start, self.stop)
        for at in range(self.start, self.stop):
            folded = self.folded[at]
            if at in contents:
                self.rules[at] = "table-of-contents"
                continue
            opening = opening and not is_prose(self.lines[at])
            if self.rules[at] is None and len(folded) <= 120:
                line = match_folded(folded, "any") or (self._opening(folded) if opening else None)
                self.rules[at] = line.rule if line else None
        label_foot(self.lines, self.rules, self.start, self.stop)

    def _opening(self, folded: str) -> ChromeLine | None:
        line = match_folded(folded, "start")
        if line:
            return line
        line = match_folded(folded, "head")
        return line if line and line.rule == "site-banner" else None

    def _carry(self, start: int, stop: int, matched: dict[int, ChromeLine]) -> None:
        """Give lines that are not known the rule of the known line before them."""
        known = [matched[at].rule for at in range(start, stop) if at in matched]
        carried = known[0] if known else "site-menu"
        for at in range(start, stop):
            line = matched.get(at)
            if line:
                carried = line.rule
            known_anywhere = None if line else match_folded(self.folded[at], "any")
            unknown = "site-menu" if carried == "breadcrumb" and not line else carried
            self.rules[at] = known_anywhere.rule if known_anywhere else unknown
