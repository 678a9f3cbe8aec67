"""What a place may be called where others read it."""

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
