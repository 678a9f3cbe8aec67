"""Posts of WordPress as its REST interface gives them."""

import json
import random
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from statedocs.pipeline import convert
from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.items import Item

ItemsOf = Callable[..., list[Item]]


def post(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "date": "2017-03-03T19:14:01",
        "date_gmt": "2017-03-04T00:14:01",
        "guid": {"rendered": f"https://www.state.gov/?p={number}"},
        "modified_gmt": "2021-01-20T00:00:00",
        "slug": "sample",
        "status": "publish",
        "type": "state_briefing",
        "link": f"https://www.state.gov/sample-{number}/",
        "title": {"rendered": f"A Sample &#8211; {number}"},
        "content": {"rendered": f'<p>A "sample" {{{number}}} of a post.</p>\n<h2>Trade</h2><p>Text.</p>'},
        "excerpt": {"rendered": "<p>A sample</p>"},
        **more,
    }


TERMS = {
    "author": [{"id": 1, "name": "Office of the Spokesperson"}],
    "wp:term": [
        [{"taxonomy": "state_countries_and_areas", "slug": "peru", "name": "Peru"}],
        [{"taxonomy": "post_tag", "slug": "trade", "name": "Trade"}],
        [{"taxonomy": "category"}],
    ],
}


def pages_of(items: list[Item]) -> list[Snapshot]:
    return [item for item in items if isinstance(item, Snapshot)]


@pytest.mark.parametrize("name", ["posts.json", "nameless", "index.html"])
@pytest.mark.parametrize(
    "form",
    [
        json.dumps,
        lambda posts: "\n".join(map(json.dumps, posts)),
        lambda posts: "\ufeff" + json.dumps(posts, indent=2, ensure_ascii=False),
        lambda posts: json.dumps({"body": posts, "status": 200, "headers": {}}),
    ],
)
def test_each_post_is_a_page(items_of: ItemsOf, name: str, form: Callable[[Any], str]) -> None:
    items = items_of(form([post(number, _embedded=TERMS) for number in range(4)]).encode(), name)
    assert [item.origin for item in items] == [f"{name}#{number}" for number in range(4)]
    page = pages_of(items)[2]
    assert (page.url, page.record_id) == ("https://www.state.gov/sample-2/", "2")
    document = convert(page)
    assert document.title == "A Sample \u2013 2"
    assert [(date.role, date.value, date.evidence) for date in document.dates] == [
        ("published", "2017-03-03", "meta"),
        ("updated", "2021-01-20", "meta"),
    ]
    assert [issuer.name for issuer in document.issuers] == ["Office of the Spokesperson"]
    assert [country.code for country in document.countries] == ["PE"]
    assert [subject.term for subject in document.subjects] == ["Trade"]
    assert [(known.scheme, known.value) for known in document.identifiers] == [("wp-post", "2")]
    assert document.sections[0].blocks[0].text == 'A "sample" {2} of a post.'
    assert document.accounting.unaccounted == 0


def test_a_single_post(items_of: ItemsOf) -> None:
    [page] = pages_of(items_of(json.dumps(post(7, class_list={"0": "post-7", "1": "tag-x"})).encode(), "7.json"))
    assert b'class="post-7 type-state_briefing tag-x"' in page.data
    [page] = pages_of(items_of(json.dumps({"title": {"raw": "T"}, "content": {"raw": "<p>x"}}).encode(), "x.json"))
    assert (page.origin, page.url) == ("x.json#0", None)


def test_posts_without_content(items_of: ItemsOf, make: SimpleNamespace) -> None:
    posts = [post(1, content={"rendered": " "}), post(2, content={"rendered": "", "protected": True}), post(3)]
    assert [make.told(item) for item in items_of(json.dumps(posts).encode(), "posts.json")] == [
        "feed item without content",
        "NotADocument: expected a page, found a post behind a password",
        "page",
    ]


@pytest.mark.parametrize(
    "data", [b'{"code": "rest_no_route", "data": {"status": 404}}', b'[{"id": 1, "name": "x"}]', b"[1, 2]", b"{"]
)
def test_other_json_is_no_input(items_of: ItemsOf, data: bytes) -> None:
    assert items_of(data, "x.json") == [Skipped("x.json", "data (.json)")]


def test_halves_of_characters_and_controls_do_no_harm(items_of: ItemsOf) -> None:
    data = json.dumps(post(1)).replace("of a post", "of \\ud83d a \\u0000 post").encode()
    [page] = pages_of(items_of(data, "posts.json"))
    assert convert(page).sections[0].blocks[0].text.startswith('A "sample" {1} of ?')


def test_damage_never_costs_the_posts_around_it(items_of: ItemsOf) -> None:
    sound = json.dumps([post(number) for number in range(6)]).encode()
    whole = [page.data for page in pages_of(items_of(sound, "posts.json"))]
    for at in random.Random(1).sample(range(2, len(sound)), 200):
        for damaged in (sound[:at] + bytes([sound[at] ^ 0x15]) + sound[at + 1 :], sound[:at] + sound[at + 3 :]):
            items = items_of(damaged, "posts.json")
            found = [page.data for page in pages_of(items)]
            assert len([data for data in whole if data in found]) >= len(whole) - 2, at
            assert len(found) == len(whole) or not all(isinstance(item, Snapshot) for item in items), at
    for at in random.Random(2).sample(range(600, len(sound)), 50):
        items = items_of(sound[:at], "posts.json")
        found = [page.data for page in pages_of(items)]
        assert found == whole[: len(found)]
        assert at >= len(sound) - 2 or isinstance(items[-1], Failure) or len(found) == sound[:at].count(b'"Text."')
