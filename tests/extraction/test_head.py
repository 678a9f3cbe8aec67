"""What the head says is read wherever it stands, and a broken script says nothing."""

import pytest

from statedocs.extraction.head import Head, read_head
from statedocs.reading.markup import parse
from statedocs.templates.index import Index


def head(markup: str) -> Head:
    root = parse(markup.encode())[0]
    return read_head(root, Index(root).unshown)


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<title>\n Wells \n and Roads</title>", "Wells and Roads"),
        ("<title>Wells</title><title>Other</title>", "Wells"),
        ("<title></title><p>x", None),
        ("<body><svg><title>Icon</title></svg><p>x", None),
        ("<body><svg><title>Icon</title></svg><title>Astray</title>", "Astray"),
        ("<p>x", None),
    ],
)
def test_the_title_is_the_page_s_not_an_icon_s(markup: str, title: str | None) -> None:
    assert head(markup).title == title


@pytest.mark.parametrize(
    ("markup", "name", "value"),
    [
        ("<meta name=description content=' Wells  dug '>", "description", "Wells dug"),
        ("<META CONTENT='x' PROPERTY='og:Title'>", "og:title", "x"),
        ("<meta content='2012-01-18' scheme=W3CDTF name=DC_date>", "dc_date", "2012-01-18"),
        (
            "<body><p>x</p><meta property='article:modified_time' content='2020-01-01T00:00:00Z'>",
            "article:modified_time",
            "2020-01-01T00:00:00Z",
        ),
        ("<meta name=description content=''><meta name=description content=second>", "description", "second"),
        ("<meta name=description content=first><meta name=description content=second>", "description", "first"),
    ],
)
def test_metas_are_known_by_name_or_property(markup: str, name: str, value: str) -> None:
    assert head(markup).metas[name] == value


def test_all_subjects_are_kept() -> None:
    assert head("<meta name=DC_subject content=Wells><meta name=DC.Subject content='Roads; Wells'>").subjects == [
        "Wells",
        "Roads; Wells",
    ]


@pytest.mark.parametrize(
    ("markup", "base"),
    [
        ("<base href='//1997-2001.state.gov/x/'>", "//1997-2001.state.gov/x/"),
        ("<body><p>x</p><base target=_top><base href=/a/><base href=/b/>", "/a/"),
        ("<p>x", None),
    ],
)
def test_the_first_base_with_an_address_counts_wherever_it_stands(markup: str, base: str | None) -> None:
    assert head(markup).base == base


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        ("<html lang=fr-FR><p>x", "fr-FR"),
        ("<html xml:lang=es><p>x", "es"),
        ("<html><head><meta http-equiv=Content-Language content='pt, en'></head>", "pt"),
        ("<html lang=''><p>x", None),
    ],
)
def test_the_declared_language(markup: str, language: str | None) -> None:
    assert head(markup).language == language


def test_the_canonical_address() -> None:
    assert head("<link rel='nofollow canonical' href=/a><link rel=canonical href=/b>").canonical == "/a"


@pytest.mark.parametrize(
    ("script", "stamps"),
    [
        ('{"datePublished": "2017-03-04T00:14:01+00:00"}', {"datePublished": "2017-03-04T00:14:01+00:00"}),
        (
            '{"@graph": [{"@type": "WebPage", "datePublished": "a", "dateModified": "b"}]}',
            {"datePublished": "a", "dateModified": "b"},
        ),
        ('[{"x": 1}, {"dateModified": " b "}]', {"dateModified": "b"}),
        ('{"datePublished": "first"', {}),
        ('{"datePublished": 2017}', {}),
        ('"datePublished"', {}),
        ("[" * 100_000 + '"datePublished"', {}),
        ('{"@graph": "datePublished"}', {}),
        ('{"headline": "a\nb", "datePublished": "c"}', {"datePublished": "c"}),
    ],
)
def test_json_ld(script: str, stamps: dict[str, str]) -> None:
    assert head(f'<script type="application/ld+json">{script}</script>').stamps == stamps


def test_other_scripts_say_nothing() -> None:
    assert head('<script>{"datePublished": "2017-03-04"}</script>').stamps == {}
