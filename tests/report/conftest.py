"""A real browser without a screen, that may reach nothing but the file it is given."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pytest

_FLAGS: Final = (
    "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@dataclass
class Opened:
    """A page that was opened from disk, with everything that it asked for and said."""

    page: Any
    path: Path
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Give the page a moment."""
        self.page.wait_for_timeout(250)

    def refuse(self, dialog: Any) -> None:
        """A page of ours asks for nothing."""
        self.said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def check_quiet(self) -> None:
        """Nothing was asked for but the page itself, nothing went wrong."""
        assert [url for url in self.requests if url != self.path.as_uri()] == []
        assert self.said == []


def _absent(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"in CI the browser must be there: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Chromium, as the system has it."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        _absent("no Chromium on this system (Debian: apt-get install chromium)")
    try:
        playwright = import_module("playwright.sync_api")
    except ImportError as error:
        _absent(f"the browser's driver comes with the extra `dev`: {error}")
    with playwright.sync_playwright() as driver:
        data = tmp_path_factory.mktemp("browser")
        started = driver.chromium.launch(
            executable_path=found,
            args=[*_FLAGS, f"--disk-cache-dir={data}"],
            headless=True,
            env={**os.environ, "HOME": str(data)},
        )
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Opened]]:
    """Open a file: `scheme` light or dark, `width` and `height` in CSS pixels, `script` or none."""
    contexts = []

    def start(
        path: Path, *, scheme: str = "light", width: int = 1280, height: int = 860, script: bool = True
    ) -> Opened:
        context = browser.new_context(
            color_scheme=scheme, viewport={"width": width, "height": height}, java_script_enabled=script
        )
        contexts.append(context)
        opened = Opened(context.new_page(), path)
        context.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.said.append(f"{message.type}: {message.text}"))
        opened.page.on("pageerror", lambda error: opened.said.append(str(error)))
        opened.page.on("dialog", opened.refuse)
        context.on("page", lambda page: opened.said.append(f"opened {page.url}"))
        opened.page.goto(path.as_uri())
        return opened

    yield start
    for context in contexts:
        context.close()


@pytest.fixture
def violations() -> Callable[[Any], list[str]]:
    """What axe finds on a page that is serious or worse."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()

    def check(page: Any) -> list[str]:
        found = axe.run(page).response["violations"]
        return [
            f"{rule['id']}: {node['html'][:160]} {node.get('failureSummary', '')}"
            for rule in found
            for node in rule["nodes"]
            if rule["impact"] in ("serious", "critical")
        ]

    return check
