"""A headless Chromium, where the machine has one; a machine that must have one fails without."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or driver is None:
        if os.environ.get("IMENA_REQUIRE_TOOLS") == "1":
            pytest.fail("chromium and chromedriver are required here")
        pytest.skip("needs chromium and chromedriver")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = program
    saved = tmp_path_factory.mktemp("saved")
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(flag)
    options.add_argument("--window-size=1100,640")
    options.add_experimental_option("prefs", {"download.default_directory": str(saved)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    made = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    # Chromium as such is without a network: whatever a page asks for fails and is logged.
    made.execute_cdp_cmd("Network.enable", {})
    made.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
    )
    made.saved = saved
    yield made
    made.quit()


class Page:
    """One page in the browser, asked in the words of the tests."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser

    def open(self, path: Path) -> None:
        """Open ``path``, with nothing of an earlier page in the log."""
        self.browser.get_log("browser")
        self.browser.get(path.resolve().as_uri())

    def all(self, selector: str) -> list[Any]:
        return list(self.browser.find_elements("css selector", selector))

    def texts(self, selector: str) -> list[str]:
        return [one.text for one in self.all(selector) if one.is_displayed()]

    def one(self, selector: str) -> Any:
        return self.browser.find_element("css selector", selector)

    def click(self, selector: str) -> None:
        self.browser.execute_script(
            "arguments[0].scrollIntoView({ block: 'center' })", self.one(selector)
        )
        self.one(selector).click()

    def press(self, *keys: str) -> None:
        self.one("body").send_keys(*keys)

    def errors(self) -> list[str]:
        return [str(row["message"]) for row in self.browser.get_log("browser")]


@pytest.fixture
def page(browser: Any) -> Page:
    return Page(browser)
