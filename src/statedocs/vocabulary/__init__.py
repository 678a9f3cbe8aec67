"""What the Department calls things: its bureaus, kinds of document, countries and series.

Data files under `data/`, loaded at first use; every file says at its top how complete it is, every row where it is
known from.
"""

from statedocs.vocabulary.adjectives import adjectives_of
from statedocs.vocabulary.bureau_addresses import bureau_by_address
from statedocs.vocabulary.bureaus import Bureau, all_bureaus, bureau_by_code, bureau_by_slug, find_bureau
from statedocs.vocabulary.countries import Country, all_countries, country_by_host, country_by_note, find_country
from statedocs.vocabulary.document_types import (
    DocumentType,
    all_document_types,
    document_type_by_class,
    document_type_by_path,
    document_type_by_slug,
    find_document_type,
)
from statedocs.vocabulary.headings import standing_heading
from statedocs.vocabulary.issuers import looks_like_bureau, split_issuers
from statedocs.vocabulary.series import Series, SeriesEntry, all_series, find_series
from statedocs.vocabulary.title_mentions import countries_named
from statedocs.vocabulary.titles import CountryMatch, country_by_path, country_by_slug, country_in, is_part_above

__all__ = [
    "Bureau",
    "Country",
    "CountryMatch",
    "DocumentType",
    "Series",
    "SeriesEntry",
    "adjectives_of",
    "all_bureaus",
    "all_countries",
    "all_document_types",
    "all_series",
    "bureau_by_address",
    "bureau_by_code",
    "bureau_by_slug",
    "countries_named",
    "country_by_host",
    "country_by_note",
    "country_by_path",
    "country_by_slug",
    "country_in",
    "document_type_by_class",
    "document_type_by_path",
    "document_type_by_slug",
    "find_bureau",
    "find_country",
    "find_document_type",
    "find_series",
    "is_part_above",
    "looks_like_bureau",
    "split_issuers",
    "standing_heading",
]
