"""Dates of translations."""

import pytest

from statedocs.extraction.foreign_dates import find_foreign


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("4 de mayo de 2023", "2023-05-04"),
        ("Lima, 4 de mayo del 2023", "2023-05-04"),
        ("mayo 4, 2023", "2023-05-04"),
        ("1er août 2019", "2019-08-01"),
        ("le 14 juillet 2021", "2021-07-14"),
        ("7 de Março de 2022", "2022-03-07"),
        ("2 февраля 2021 г.", "2021-02-02"),
        ("4 فبراير 2021", "2021-02-04"),
        ("2021年2月4日", "2021-02-04"),
        ("Ngày 4 tháng 2 năm 2021", "2021-02-04"),
        ("31 de febrero de 2022", None),
    ],
)
def test_lines_with_a_date(line: str, value: str | None) -> None:
    assert [span.value for span in find_foreign(line)] == [value]


@pytest.mark.parametrize("line", ["May 4, 2023", "de mayo", "4 de mayonesa de 2023", ""])
def test_lines_without(line: str) -> None:
    assert not list(find_foreign(line))
