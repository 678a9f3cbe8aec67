"""What the page files itself under: countries, issuers and subjects from breadcrumbs, classes, tags and the address."""

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

from statedocs.extraction.head import Head
from statedocs.extraction.named_countries import country_part
from statedocs.extraction.page import Element, Part
from statedocs.extraction.page_key import page_key
from statedocs.extraction.title_parts import undated_title
from statedocs.extraction.titles import without_site
from statedocs.vocabulary import (
    Bureau,
    bureau_by_address,
    bureau_by_slug,
    countries_named,
    country_by_host,
    country_by_path,
    country_by_slug,
    country_in,
    document_type_by_class,
    document_type_by_path,
    find_bureau,
    find_country,
)

_DEPARTMENT: Final = re.compile(r"^U\.S\. Department of State[,:]\s*")
_POST_OF: Final = re.compile(
    r"(?:Embassy|Consulate(?: General)?) of the United States,? [^|,]{2,30}, (?P<after>[^|]{3,40}?)\s*(?:\||$)"
    r"|(?:^|\|)\s*[^|,]{2,30}, (?P<before>[^|]{3,40}?) - (?:Embassy|Consulate(?: General)?) of the United States"
)
"""How the sites of posts ended their titles before 2016: `Visas | Embassy of the United States Lima, Peru`."""
_ALERT: Final = re.compile(
    r"(?:Alert|Warning|Message|Notice)\b.*?\b(?:Embassy|Consulate(?: General)?|Mission) [^,|:;]{2,40}, "
    r"(?P<name>[A-Z][^,|:;(\u2013\u2014]{2,40}?)\s*(?:[|:;(,\u2013\u2014].*|- .*)?$"
)
"""How alerts name the post that sends them: `Security Alert: U.S. Embassy Lima, Peru`."""
_COUNTRY_CLASS: Final = "state_countries_and_areas-"
_BUREAU_CLASS: Final = "state_bureaus-"
_SUBJECT_CLASSES: Final = ("state_policy_issues-", "state_subjects-", "state_topics-")
_POST: Final = re.compile(r"post-(\d+)$")
_SUBJECT_LINE: Final = re.compile(r"Subject:\s*(?P<terms>\S.*)$")
_SITE: Final = re.compile(r"(?:\w+\.)+gov", re.I)
_MOST_TAGGED: Final = 12
"""Countries whose class a page may carry and be about all of them: a joint statement; more are a list of everybody."""


def classes_of(content: Element | None) -> list[str]:
    """The post's classes: of the nearest element around the content that carries terms, or of the only one in it."""
    if content is None:
        return []
    inside = [names for article in content.iter("article") if (names := _terms(article))]
    around = (names for element in (content, *content.iterancestors()) if (names := _terms(element)))
    return next(around, inside[0] if len(inside) == 1 else [])


def _terms(element: Element) -> list[str]:
    names = (element.get("class") or "").split()
    return names if any(name.startswith(("type-", "post-")) for name in names) else []


def countries_of(
    title: str | None, crumbs: Sequence[Part], classes: Iterable[str], url: str | None, element: str | None = None
) -> list[Part]:
    """Whom the page is about: the first witness that speaks of title, breadcrumb, classes, `title` element, address.

    The `title` element may name the country where a chapter's page prints the title of the report. What a title says of
    a country among other words (`… Iran’s Ports`) is asked last.
    """
    if title and (found := country_in(title) or country_in(undated_title(title))):
        return [country_part(match.country, match.as_written, "title") for match in found]
    if title and (alert := _ALERT.search(title)) and (found_post := find_country(alert["name"])):
        return [country_part(country, alert["name"], "title") for country in found_post]
    if crumbs and (whole := find_country(crumbs[-1]["text"])):
        return [country_part(country, crumbs[-1]["text"], "breadcrumb") for country in whole]
    named = [name for name in classes if name.startswith(_COUNTRY_CLASS)]
    by_class = [
        country_part(country, name, "class")
        for name in named
        for country in country_by_slug(name.removeprefix(_COUNTRY_CLASS))
    ]
    slugs = [name.removeprefix(_COUNTRY_CLASS) for name in named]
    by_class += [_unknown(slug) for slug in slugs if not country_by_slug(slug) and not slug.startswith("__")]
    if by_class and len(named) <= _MOST_TAGGED:
        return by_class
    if element and (found := country_in(_DEPARTMENT.sub("", without_site(element) or ""))):
        return [country_part(match.country, match.as_written, "title") for match in found]
    if element and (post := _POST_OF.search(element)):
        name = post.group("after") or post.group("before")
        if posted := find_country(name):
            return [country_part(country, name, "title") for country in posted]
    return _by_address(url) or [
        country_part(match.country, match.as_written, "title") for match in countries_named(title or "")
    ]


def _by_address(url: str | None) -> list[Part]:
    """The country of an address: of its path, else of the embassy whose host it is."""
    parts = urlsplit(url or "")
    if found_by_path := country_by_path(parts.path) if parts.path else ():
        return [country_part(country, parts.path, "url") for country in found_by_path]
    host = parts.netloc.rpartition("@")[2].partition(":")[0]
    country = country_by_host(host)
    return [country_part(country, host, "url")] if country else []


def _unknown(slug: str) -> Part:
    """A country that the vocabulary lacks, as its class writes it."""
    return {"code": None, "name": slug.replace("-", " "), "as_written": _COUNTRY_CLASS + slug, "evidence": "class"}


def issuers_beside(crumbs: Sequence[Part], classes: Iterable[str], url: str | None) -> list[Part]:
    """Issuers where the masthead names none: the breadcrumb's nearest bureau, else functional bureaus of classes.

    Where these are silent, whose address the page has, or names first in its breadcrumb.
    """
    for crumb in reversed(crumbs):
        bureau = find_bureau(crumb["text"])
        if bureau is not None and bureau.kind in ("bureau", "office", "staff", "mission", "agency"):
            return [_issuer(bureau, crumb["text"], "breadcrumb")]
    found = []
    for name in classes:
        if name.startswith(_BUREAU_CLASS):
            bureau = bureau_by_slug(name.removeprefix(_BUREAU_CLASS))
            if bureau is not None and not bureau.regional:
                found.append(_issuer(bureau, name, "class"))
    return found or _keeper(url) or _keeper_of_site(crumbs)


def _keeper_of_site(crumbs: Sequence[Part]) -> list[Part]:
    """Whose site a breadcrumb begins with, where it writes the site's address: `Travel.State.Gov`."""
    first = crumbs[0]["text"].split()[-1] if crumbs and crumbs[0]["text"].split() else ""
    bureau = bureau_by_address(first.lower()) if _SITE.fullmatch(first) else None
    return [_issuer(bureau, first, "breadcrumb")] if bureau else []


def _keeper(url: str | None) -> list[Part]:
    key = page_key(url) if url else None
    bureau = bureau_by_address(key) if key else None
    if url is None or key is None or bureau is None:
        return []
    parts = urlsplit(url)
    return [_issuer(bureau, parts.path if key.startswith("state.gov/") else parts.netloc, "url")]


def _issuer(bureau: Bureau, as_written: str, evidence: str) -> Part:
    return {"name": bureau.name, "code": bureau.code, "as_written": as_written, "evidence": evidence}


def document_type_beside(classes: Iterable[str], url: str | None) -> Part | None:
    """The document type of a post's class, else of the address."""
    for name in classes:
        if name.startswith("type-") and (kind := document_type_by_class(name)):
            return {"slug": kind.slug, "as_written": name, "evidence": "class"}
    path = urlsplit(url).path if url else ""
    if path and (kind := document_type_by_path(path)):
        return {"slug": kind.slug, "as_written": path, "evidence": "url"}
    return None


def subjects_of(head: Head, classes: Iterable[str], tags: Sequence[str], lines: Iterable[str] = ()) -> list[Part]:
    """Topics of `DC_subject`, WordPress classes (regional bureaus among them), tag pills and `Subject:` lines."""
    found = [
        {"term": term, "scheme": "DC_subject", "evidence": "meta"}
        for content in head.subjects
        for piece in re.split(r"\s*[;|]\s*|,\s+", content)
        if (term := piece.strip())
    ]
    for name in classes:
        if name.startswith(_SUBJECT_CLASSES):
            term = name.split("-", 1)[1]
            found.append({"term": term, "scheme": "wordpress-class", "evidence": "class"})
        elif name.startswith(_BUREAU_CLASS):
            bureau = bureau_by_slug(name.removeprefix(_BUREAU_CLASS))
            if bureau is not None and bureau.regional:
                found.append({"term": bureau.name, "scheme": "wordpress-class", "evidence": "class"})
    found += [{"term": tag, "scheme": "tag", "evidence": "body"} for tag in tags]
    found += [
        {"term": term, "scheme": "record-line", "evidence": "masthead"}
        for line in lines
        if (match := _SUBJECT_LINE.match(line))
        for piece in match["terms"].split(",")
        if (term := piece.strip(" ."))
    ]
    return list({(part["term"], part["scheme"]): part for part in found}.values())


def post_number(classes: Iterable[str]) -> Part | None:
    """The WordPress number of the post."""
    for name in classes:
        if match := _POST.match(name):
            return {"scheme": "wp-post", "value": match.group(1), "as_written": name}
    return None
