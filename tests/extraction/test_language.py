"""The language as declared, else as the text shows, else null."""

# ruff: noqa: E501  (a case is a line)

import pytest

from statedocs.extraction.language import declared_language, detect_language


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "en"), ("EN-us", "en-US"), ("en_US", "en-US"), (" fr ", "fr"), ("zh-hans-cn", "zh-Hans-CN"), ("english please", None),
        ("", None), (None, None), ("x", None),
    ],
)  # fmt: skip
def test_declared(tag: str | None, expected: str | None) -> None:
    assert declared_language(tag) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The wells were dug in the valley and the roads to it have been paved by the people of the town. ", "en"),
        ("Los pozos que se cavaron en el valle y los caminos de la ciudad son para la gente que vive en ella. ", "es"),
        (
            "Les puits qui ont été creusés dans la vallée et les routes de la ville sont pour les gens qui y vivent. ",
            "fr",
        ),
        (
            "Os poços que foram cavados no vale e as estradas da cidade não são para as pessoas que vivem em uma casa. ",
            "pt",
        ),
        ("Колодцы были вырыты в долине, и дороги города ведут к ним через поля и леса. ", "ru"),
        ("Колодязі були вириті в долині, і дороги міста ведуть до них через поля її лісів. ", "uk"),
        ("حفرت الآبار في الوادي ومهدت الطرق إليها من المدينة. ", "ar"),
        ("چاه‌ها در دره کنده شد و راه‌ها به سوی شهر گشوده شد. ", "fa"),
        ("井戸は谷に掘られ、町への道は人々によって舗装された。", "ja"),
        ("水井挖在山谷里，通往城市的道路已经铺好。", "zh"),
        ("우물은 골짜기에 파였고 마을로 가는 길은 포장되었다. ", "ko"),
        ("Lima 12 Cusco 14 Puno 15 Tacna 16 ", None),
    ],
)
def test_detected(text: str, language: str | None) -> None:
    assert detect_language(text * 4) == language


def test_a_few_words_tell_nothing() -> None:
    assert detect_language("The wells of the town") is None
    assert detect_language("") is None
