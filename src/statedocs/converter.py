"""Who made a record: this program, as every record and failure names it."""

from typing import Final

from statedocs.record import Converter
from statedocs.version import VERSION

CONVERTER: Final = Converter(name="statedocs", version=VERSION)
