"""A person at doccano's page: Debian's Chromium (or another that is installed), driven by playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.review.doccano_server import Reviewer

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run")

_WORDS = """
() => [...document.querySelectorAll('#container svg')].flatMap(svg => {
    const text = [...svg.querySelectorAll('text')].find(text => text.style.whiteSpace === 'pre');
    if (!text) return [];
    const units = text.textContent;
    return [...svg.querySelectorAll('line')].map(line => {
        const [from, to] = ['x1', 'x2'].map(name => Number(line.getAttribute(name)));
        const inside = index => {
            const middle = (text.getStartPositionOfChar(index).x + text.getEndPositionOfChar(index).x) / 2;
            return from < middle && middle < to;
        };
        return [...Array(units.length).keys()].filter(inside).map(index => units[index]).join('');
    });
})
"""
"""The words that are underlined on the page, measured where they are drawn: the page draws text and lines apart."""


def executable() -> str:
    """The browser; without one the test is skipped, but never in CI."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        message = f"no browser: found none of {', '.join(_NAMES)} (apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found


@contextmanager
def page_of(reviewer: Reviewer, url: str, size: tuple[int, int] = (1280, 900)) -> Iterator[Page]:
    """A page on which a reviewer has logged in."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(_OPTIONS))
        try:
            page = browser.new_page(viewport={"width": size[0], "height": size[1]})
            page.set_default_timeout(60_000)
            page.goto(f"{url}/auth")
            page.get_by_label("Username").fill(reviewer.name)
            page.get_by_label("Password").fill(reviewer.password)
            page.keyboard.press("Enter")
            page.wait_for_url("**/projects")
            yield page
        finally:
            browser.close()


def open_article(page: Page, url: str, project: int, number: int, spans: int) -> None:
    """Opens an article by its number in the list, from 1, and waits until its spans are drawn."""
    page.goto(f"{url}/projects/{project}/sequence-labeling?page={number}")
    page.wait_for_function("count => document.querySelectorAll('#container svg line').length >= count", arg=spans)


def underlined(page: Page) -> list[str]:
    """The underlined words, from the top of the article."""
    found: list[str] = page.evaluate(_WORDS)
    return found


def delete_span(page: Page, label: str, index: int = 0) -> None:
    """Clicks the label under some words, then the × beside its name."""
    before = page.locator("#container svg line").count()
    page.locator("#container svg g g g text", has_text=label).nth(index).click()
    page.locator(".menuable__content__active .v-chip__close").click()
    page.wait_for_function("count => document.querySelectorAll('#container svg line').length < count", arg=before)


def tick(page: Page) -> None:
    """Clicks the cross above the article."""
    with page.expect_response(lambda answer: "/states" in answer.url and answer.request.method == "POST"):
        page.locator(".v-btn-toggle button").first.click()
