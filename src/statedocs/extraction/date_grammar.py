"""The forms of a date, as patterns. Each is matched where the digits of a date begin, never searched for."""

import re
from typing import Final

from statedocs.extraction.date_words import WEEKDAYS

_DAY: Final = r"(?:[0-3lIO][0-9]|[0-3][lIOo]|[0-9]|l)(?![0-9])"
_YEAR: Final = r"(?:[12lI][0-9OolI]{3}|['’‘][0-9]{2}(?![0-9]))"
_YEAR_STOPS: Final = r"(?:(?![0-9]|,[0-9]{3}(?![0-9]))|(?=[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}))"
_ORDINAL: Final = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_TO: Final = r"(?:\s?[-–—]\s?|\s(?:to|through)\s)"
_WORD: Final = r"[A-Za-z]{3,9}"
_WEEKDAY: Final = "|".join(name for day in WEEKDAYS for name in (day, day.upper()))


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


AFTER_MONTH: Final = _compile(rf"""
    (?P<day>{_DAY}){_ORDINAL}
    (?: {_TO} (?:(?P<month2>{_WORD})\.?\s{{1,2}})? (?P<day2>{_DAY}){_ORDINAL} )?
    (?: \s?[,.]\s{{0,2}} (?:of\s)? | \s{{1,3}} (?:of\s)? )
    (?P<year>{_YEAR}) {_YEAR_STOPS}
  | (?P<only_year>{_YEAR}) {_YEAR_STOPS}
""")
"""Behind a month: `28, 2011`, `3-5, 1996`, `30-April 2, 1996`, `20,2020`, `3rd, 2001`, `2008`."""

DAY_LED: Final = _compile(rf"""
    (?P<day>{_DAY}){_ORDINAL}
    (?: (?: \s (?P<month1>{_WORD})\.? )? {_TO} (?P<day2>{_DAY}){_ORDINAL} )?
    \s{{1,2}} (?:day\s)? (?:of\s)? (?P<month>{_WORD}) [.,]{{0,2}} \s{{1,2}} (?:of\s)? (?P<year>{_YEAR}) {_YEAR_STOPS}
""")
"""`16 April 2026`, `3rd of January 2001`, `3-5 March 1996`, `30 March-2 April 1996`."""

DAY_MONTH_SHORT: Final = _compile(r"""
    (?P<day>[0-3]?[0-9]) (?P<mark>[-\ ]?) (?P<month>[A-Za-z]{3}) (?P=mark)
    (?P<year>[12][0-9]{3}|[0-9]{2}) (?![0-9A-Za-z])
""")
"""`22MAR05`, `1-Jan-06`, `22 MAR 05`."""

ISO: Final = _compile(r"""
    (?P<year>[12][0-9]{3}) (?P<mark>[-/]) (?P<month>[0-9]{1,2}) (?P=mark) (?P<day>[0-9]{1,2}) (?![0-9])
    (?P<time> T [0-9]{2}:[0-9]{2} (?: :[0-9]{2} (?:[.,][0-9]+)? )? (?:Z|[+-][0-9]{2}:?[0-9]{2})? )?
""")
"""`2012-01-18`, `2012/1/18`, `2019-04-19T15:51:03`."""

NUMERIC: Final = _compile(r"""
    (?P<a>[0-9]{1,2}) (?P<mark>[-/]) (?P<b>[0-9]{1,2}) (?P=mark) (?P<c>[12][0-9]{3}|[0-9]{2}) (?![0-9]{2}/|[0-9](?!/))
""")
"""`12/12/2018`, `09-14-2020`, `05/17/11`, `96/06/28`."""

MONTH_SLASH_YEAR: Final = _compile(r"(?P<month>0[1-9]|1[0-2]|[1-9])/(?P<year>(?:19|20)[0-9]{2})(?![0-9])")
"""`05/2003`."""

EDITION: Final = _compile(r"(?P<month>[0-9]{1,2})/(?P<year>[0-9]{2})(?=\))")
"""`06/04` in brackets, the edition in an old title."""

YEARS: Final = _compile(r"""
    (?P<first>1[5-9][0-9]{2}|20[0-9]{2})
    (?: (?P<mark>[-–—/]) (?P<short>[0-9]{2}) | (?: \s[-–]\s | [-–—/] ) (?P<long>1[5-9][0-9]{2}|20[0-9]{2}) ) (?![0-9])
""")
"""`2008-12`, `2008–2012`, `1998/99`, `1997 - 2001`."""

DECADE: Final = _compile(r"(?:(?P<long>1[5-9][0-9]0|20[0-9]0|l9[0-9]0)|['’‘](?P<short>[2-9]0))['’]?s(?![A-Za-z])")
"""`1990s`, `1980's`, `'90s`, `l990s`."""

FISCAL: Final = _compile(r"""
    ['’‘]? (?P<first>[12][0-9]{3}|[0-9]{2}) (?: (?P<mark>[-–—/]) (?P<last>[12][0-9]{3}|[0-9]{2}) )? (?![0-9])
""")
"""Behind `FY` or `fiscal year`: `2013`, `99`, `2006-2007`, `2006/07`."""

WORD_BEFORE: Final = re.compile(r"([A-Z]?[a-z]+|[A-Z]+)(?:[.,]{0,2}\s{0,2}|,?\sof\s|-)$")
"""The word that a text ends in; of letters run together (`AffairsFebruary`) the last word."""

FISCAL_BEFORE: Final = re.compile(r"(?<![A-Za-z])(?:FY[sS]?|F\.Y\.|(?i:fiscal(?:\syears?)?(?:\s\(FYs?\))?))[\s-]{0,2}$")
FISCAL_LIST: Final = re.compile(r"(?:,?\s(?:and|or|to|through)\s|,\s)(?:FY\s?)?")
"""Between the years of one list: `FY 1999 and 2000`, `fiscal years 2005, 2006, and 2007`."""

WEEKDAY_BEFORE: Final = re.compile(rf"(?<![A-Za-z])(?:{_WEEKDAY})\.?,?\s{{1,2}}$")
MONTH_BEFORE: Final = re.compile(rf"(?<![A-Za-z])({_WORD})\.?(?:{_TO}|/)$")
"""The first month of `January-March 1996` and `May/June 1999`."""

RANGE_MARKS: Final = frozenset(("-", "–", "—", " - ", " – ", "- ", " -", "– ", " –"))
