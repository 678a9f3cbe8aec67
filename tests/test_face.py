import pytest

import statedocs
from statedocs.errors import StatedocsError


@pytest.mark.parametrize("name", statedocs.__all__)
def test_every_name_of_the_face_is_there(name: str) -> None:
    assert getattr(statedocs, name) is not None
    assert name in dir(statedocs)


def test_the_face_has_every_error() -> None:
    def kinds(error: type[StatedocsError]) -> set[str]:
        return {error.__name__}.union(*(kinds(kind) for kind in error.__subclasses__()))

    assert kinds(StatedocsError) <= set(statedocs.__all__)


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(AttributeError, match="module 'statedocs' has no attribute 'nothing'"):
        statedocs.nothing  # type: ignore[attr-defined]  # noqa: B018
