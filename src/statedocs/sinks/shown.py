"""What a place may be called where others read it."""

import contextlib
import os
import re
from urllib.parse import urlsplit


def shown(place: str | os.PathLike[str]) -> str:
    """Give a place as it may be shown: without its password.

    >>> shown("pages.sqlite")
    'pages.sqlite'
    >>> shown("postgresql://me:secret@localhost/pages")
    'postgresql://me:***@localhost/pages'
    """
    text = os.fspath(place)
    if "://" not in text:
        return text
    try:
        password = urlsplit(text).password
    except ValueError:  # no address: whatever it is, what stands before an `@` is not said
        text, password = re.sub(r"(?<=://)[^/]*@", "***@", text), None
    text = text.replace(f":{password}@", ":***@", 1) if password else text
    return re.sub(r"(?<=[?&]password=)[^&]*", "***", text)


def parted(place: str) -> tuple[str, str]:
    """Give a place on the disk, and the options behind it; a `?` in the name of a folder above it begins none.

    >>> parted("what?/pages.parquet?layout=nested")
    ('what?/pages.parquet', 'layout=nested')
    """
    above, slash, name = place.rpartition("/")
    name, _, options = name.partition("?")
    return above + slash + name, options


def said_of(place: str, message: str) -> str:
    """Give what a server's library says of a place, on one line, and without the password.

    >>> said_of("postgresql://me:se cret@localhost/pages", 'unexpected spaces found in "se cret"')
    'unexpected spaces found in "***"'
    """
    message = message.replace(place, shown(place))
    with contextlib.suppress(ValueError):
        message = message.replace(f'"{urlsplit(place).password}"', '"***"')
    return " ".join(message.split())
