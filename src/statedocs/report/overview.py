"""The parts of a run's report."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from statedocs.record import FINDINGS
from statedocs.report.charts import Series, bars_chart, columns_chart
from statedocs.report.counts import BINS, Shares, years
from statedocs.report.gather import MOST_FAILURES, FailureRow, Gathered, PageRow
from statedocs.report.html import Html, el, join, outward, text
from statedocs.report.places import Places
from statedocs.report.tables import Column, Row, Valued, table

_MOST_SERIES: Final = 7
_MOST_BARS: Final = 24
_MOST_ROWS: Final = 300
_MOST_COLUMNS: Final = 72
_LEVELS: Final = ("error", "warning", "info")


class Overview:
    """What is shown of a run."""

    def __init__(self, found: Gathered, places: Places) -> None:
        self._found = found
        self._places = places

    def parts(self) -> Iterator[tuple[str, str, Html]]:
        """Gives (identifier, title, content)."""
        found = self._found
        yield "templates", "Designs by year", self._templates()
        yield "dates", "Dates of publication", self._dates()
        yield "countries", "Countries covered", self._countries()
        yield "findings", "Findings", self._findings()
        yield "failures", "Failures", self._failures()
        if found.summary and found.summary.reasons:
            yield "skipped", "Skipped", self._skipped()
        yield "chrome", "Chrome", self._chrome()
        yield "pages", "Pages", self._pages()

    # -- parts -------------------------------------------------------------------------------------------------

    def _templates(self) -> Html:
        found = self._found
        if not found.documents:
            return _nothing("No documents.")
        ranked = found.templates.commonest()
        rows: list[Row] = [
            [name, count, Valued(_percent(count / found.documents), count)] for name, count in ranked[:_MOST_ROWS]
        ]
        heads = [Column("design"), Column("documents", number=True), Column("share", number=True)]
        listed = table("designs", heads, rows, _left_out(len(rows), len(ranked), "designs"))
        if not found.by_year.counts:
            return join(_nothing("No page says when it was published, so there is no year to show."), listed)
        dated: Counter[str] = Counter()
        for (name, _), count in found.by_year.counts.items():
            dated[name] += count
        names = [name for name, _ in ranked if dated[name]][:_MOST_SERIES]
        labels, period, step = _periods([year for _, year in found.by_year.counts])
        sums: Counter[tuple[str, int]] = Counter()
        for (name, year), count in found.by_year.counts.items():
            sums[name if name in names else "", year - year % step] += count
        shown = [Series(name, [sums[name, year] for year in period]) for name in names]
        if any(name == "" for name, _ in sums):
            shown.append(Series("other designs", [sums["", year] for year in period]))
        about = f"Documents by year of publication, {labels[0]} to {labels[-1]}, stacked by design: " + ", ".join(
            f"{name} {dated[name]:,}" for name in names
        )
        chart = columns_chart("by-year", about, labels, shown, "year" if step == 1 else "years from")
        return join(chart, self._undated(), listed)

    def _undated(self) -> Html | None:
        if not self._found.undated:
            return None
        return el(
            "p", {"class": "quiet"}, f"{_counted(self._found.undated, 'document')} without a date of publication."
        )

    def _dates(self) -> Html:
        found = self._found
        dated = Counter({year: 0 for _, year in found.by_year.counts})
        for (_, year), count in found.by_year.counts.items():
            dated[year] += count
        if not dated:
            return _nothing("No page says when it was published.")
        first, last = min(dated), max(dated)
        fine = (last - first + 1) * 12 <= _MOST_COLUMNS and found.months.total() * 2 >= dated.total()
        if fine:
            labels = [f"{year}-{month:02}" for year in range(first, last + 1) for month in range(1, 13)]
            values = [found.months.counts[year, month] for year in range(first, last + 1) for month in range(1, 13)]
            vague = dated.total() - found.months.total()
            note = f"{_counted(vague, 'document')} of a known year but no known month." if vague else None
        else:
            labels, period, step = _periods(list(dated))
            values = [sum(dated[year] for year in range(start, start + step)) for start in period]
            note = None
        most = labels[values.index(max(values))]
        about = f"Documents by date of publication, {labels[0]} to {labels[-1]}; most in {most}: {max(values):,}"
        chart = columns_chart("over-time", about, labels, [Series("documents", values)], "published")
        return join(chart, el("p", {"class": "quiet"}, note) if note else None, self._undated())

    def _countries(self) -> Html:
        ranked = self._found.countries.commonest()
        if not ranked:
            return _nothing("No page is about a country.")
        about = f"{len(ranked):,} countries and areas; the commonest: " + ", ".join(
            f"{name} {count:,}" for (name, _), count in ranked[:5]
        )
        bars = [(name, count) for (name, _), count in ranked[:_MOST_BARS]]
        chart = bars_chart("covered", about, bars, ("country", "documents"))
        rows: list[Row] = [[name, code, count] for (name, code), count in ranked[:_MOST_ROWS]]
        heads = [Column("country or area"), Column("code"), Column("documents", number=True)]
        more = len(ranked) - len(rows)
        caption = _left_out(len(rows), len(ranked), "countries and areas")
        return join(chart if len(ranked) > 1 else None, table("all-countries", heads, rows, caption if more else None))

    def _findings(self) -> Html:
        found = self._found
        if not found.findings:
            return _nothing("None.")
        order = sorted(found.findings, key=lambda code: (_LEVELS.index(_level(code)), -found.findings[code], code))
        rows: list[Row] = []
        for code in order:
            level = el("span", {"class": f"level {_level(code)}"}, _level(code))
            pages = found.finding_pages[code]
            about = FINDINGS[code][1] if code in FINDINGS else ""
            share = Valued(_percent(pages / found.documents), pages / found.documents)
            rows.append([code, level, found.findings[code], pages, share, about])
        heads = [
            Column("finding"), Column("level"), Column("times", number=True), Column("pages", number=True),
            Column("share of pages", number=True), Column("meaning"),
        ]  # fmt: skip
        return table("all-findings", heads, rows)

    def _failures(self) -> Html:
        found = self._found
        damages = [el("li", {}, damage) for damage in found.damages]
        damaged = (
            join(
                el("p", {"class": "bad"}, f"{_counted(found.damaged, 'record')} cannot be read:"), el("ul", {}, damages)
            )
            if found.damaged
            else None
        )
        if not found.failures:
            return join(damaged, _nothing("None: every page is a document, or was skipped with a reason."))
        rows: list[Row] = []
        for key, count in found.causes.commonest()[:_MOST_ROWS]:
            stage, error, cause = key
            examples = join(el("div", {}, self._origin(row)) for row in found.examples.get(key, ()))
            rows.append([error, stage, cause, count, examples])
        heads = [Column("error"), Column("stage"), Column("cause"), Column("pages", number=True), Column("such as")]
        causes = table("causes", heads, rows, _left_out(len(rows), len(found.causes.counts), "causes"))
        each: list[Row] = [[self._origin(row), row.error, row.message, self._address(row)] for row in found.failed]
        heads = [Column("page"), Column("error"), Column("message"), Column("address")]
        caption = _left_out(len(each), found.failures, "failures") if found.failures > MOST_FAILURES else None
        return join(damaged, causes, el("h3", {}, "Each failure"), table("all-failures", heads, each, caption))

    def _skipped(self) -> Html:
        assert self._found.summary
        reasons = list(self._found.summary.reasons.items())
        rows: list[Row] = [[reason, count] for reason, count in reasons[:_MOST_ROWS]]
        heads = [Column("reason"), Column("inputs", number=True)]
        return table("reasons", heads, rows, _left_out(len(rows), len(reasons), "reasons"))

    def _chrome(self) -> Html:
        found = self._found
        whole = found.shares.get("", Shares())
        if not whole.pages:
            return _nothing("No documents with visible text.")
        labels = [f"{number * 100 // BINS}–{(number + 1) * 100 // BINS} %" for number in range(BINS)]
        about = (
            f"Pages by the share of their visible text that was left out: from {_percent(whole.least)} to "
            f"{_percent(whole.most)}, of all text {_percent(whole.overall)}"
        )
        chart = columns_chart("shares", about, labels, [Series("pages", whole.bins)], "chrome")
        rows: list[Row] = [
            [name, shares.pages, *(Valued(_percent(value), value) for value in _figures(shares))]
            for name, shares in sorted(found.shares.items())
            if name
        ]
        heads = [Column("design"), Column("pages", number=True)]
        heads += [Column(name, number=True) for name in ("least", "median", "most", "of all text")]
        return join(el("p", {}, text(about), "."), chart, table("by-design", heads, rows[:_MOST_ROWS]))

    def _pages(self) -> Html:
        found = self._found
        if not found.pages:
            return _nothing("No documents.")
        heads = [
            Column("page"), Column("title"), Column("design"), Column("published"), Column("countries"),
            Column("errors", number=True), Column("warnings", number=True), Column("notes", number=True),
            Column("characters", number=True), Column("chrome", number=True),
        ]  # fmt: skip
        rows: list[Row] = [self._page(row) for row in found.pages]
        left = found.documents - len(rows)
        note = (
            f"{len(rows):,} of {found.documents:,} documents: those with the gravest findings, then those with the "
            f"largest share of chrome; {left:,} are left out (--pages shows more)."
        )
        return table("all-pages", heads, rows, note if left else None)

    def _page(self, row: PageRow) -> Row:
        title = outward(row.url, row.title or "(no title)")
        return [
            self._origin(row), title, row.template, row.published or "", ", ".join(row.countries),
            row.errors, row.warnings, row.infos, row.visible, Valued(_percent(row.share), row.share),
        ]  # fmt: skip

    def _origin(self, row: PageRow | FailureRow) -> Html:
        return self._places.link(row.output, row.origin) or text(row.origin)

    def _address(self, row: FailureRow) -> Html:
        return outward(row.url, row.url) if row.url else text("")


def _figures(shares: Shares) -> tuple[float, float, float, float]:
    return shares.least, shares.middle, shares.most, shares.overall


def _level(code: str) -> str:
    return FINDINGS[code][0] if code in FINDINGS else "info"


def _percent(share: float) -> str:
    return f"{share:.0%}" if share == 0 or share >= 0.01 else "< 1%"


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def _nothing(words: str) -> Html:
    return el("p", {"class": "nothing"}, words)


def _left_out(shown: int, there: int, what: str) -> str | None:
    return f"{shown:,} of {there:,} {what}; {there - shown:,} are left out." if shown < there else None


def _periods(found: Sequence[int]) -> tuple[list[str], list[int], int]:
    """Labels and first years of the columns, and how many years each has, so that they are not too many."""
    first, last = min(found), max(found)
    step = next(step for step in (1, 5, 10, 50, 100, 500, 1000) if (last - first) / step < _MOST_COLUMNS - 1)
    period = list(years(first, last, step))
    return [str(year) for year in period], period, step
