"""Captures as the Wayback Machine replays them."""

import re

STAMP = "20260314112233"

_HEAD = """<script src="//archive.org/includes/analytics.js?v=1" type="text/javascript"></script>
<script type="text/javascript">
  __wm.init("https://web.archive.org/web");
  __wm.wombat("{url}","{stamp}","https://web.archive.org/","web","/_static/", "1552562553");
</script>
<link rel="stylesheet" type="text/css" href="/_static/css/banner-styles.css?v=1" />
<!-- End Wayback Rewrite JS Include -->
"""
_TOOLBAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<div id="wm-ipp-base" lang="en" style="display:none;direction:ltr;">
<div id="wm-ipp"><div id="wm-ipp-inside"><form action="/web/submit"><input type="text" value="{url}"/></form>
<span class="hi">12 captures</span><div>14 Mar 2019 - 2 Feb 2021</div><a href="#">About this capture</a></div>
</div></div>
<div id="wm-ipp-print">The Wayback Machine - https://web.archive.org/web/{stamp}/{url}</div>
<!-- END WAYBACK TOOLBAR INSERT -->
"""
_FOOT = """<!--
     FILE ARCHIVED ON 11:22:33 Mar 14, 2026 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 04:55:09 Apr 02, 2026.
-->"""


def replayed(html: str, url: str) -> str:
    """Give a page as the Wayback Machine replays it: toolbar, scripts, addresses of links and images rewritten."""
    host = re.sub(r"(https?://[^/]+).*", r"\1", url)

    def wrapped(match: re.Match[str]) -> str:
        opening, mark, address = match.groups()
        if address.startswith("//"):
            address = f"/web/{STAMP}/https:{address}"
        elif address.startswith("/"):
            address = f"/web/{STAMP}/{host}{address}"
        elif address.startswith("http"):
            address = f"https://web.archive.org/web/{STAMP}/{address}"
        return f"{opening}{mark}{address}{mark}"

    html = re.sub(r"((?:href|src)=)([\"'])(.*?)\2", wrapped, html)
    for tag, put in (("head", _HEAD), ("body", _TOOLBAR)):
        said = put.format(url=url, stamp=STAMP)
        html = re.sub(rf"(<{tag}[^>]*>)", lambda match, said=said: match.group(1) + said, html, count=1, flags=re.I)  # type: ignore[misc]
    return html + _FOOT
