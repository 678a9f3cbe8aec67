import pytest

from statedocs.vocabulary import tables
from statedocs.vocabulary.tables import choices, read_table, year


def with_data(monkeypatch: pytest.MonkeyPatch, data: bytes | None) -> None:
    monkeypatch.setattr(tables, "get_data", lambda package, path: data)


def test_comments_and_empty_lines_are_no_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    with_data(monkeypatch, "# why\nname\tcode\n\nCôte d’Ivoire\tCI\n# more\nTibet\t\n".encode())
    assert read_table("any") == [{"name": "Côte d’Ivoire", "code": "CI"}, {"name": "Tibet", "code": ""}]


@pytest.mark.parametrize("line", [b"Peru\n", b"Peru\tPE\tmore\n"])
def test_a_row_with_a_cell_too_few_or_too_many_is_refused(monkeypatch: pytest.MonkeyPatch, line: bytes) -> None:
    with_data(monkeypatch, b"name\tcode\n" + line)
    with pytest.raises(ValueError, match="zip"):
        read_table("any")


def test_a_missing_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with_data(monkeypatch, None)
    with pytest.raises(FileNotFoundError, match=r"any\.tsv"):
        read_table("any")


def test_cells() -> None:
    assert choices("") == ()
    assert choices("a|b c") == ("a", "b c")
    assert (year(""), year("1999")) == (None, 1999)
