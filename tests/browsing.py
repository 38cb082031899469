"""One real server with invented vacancies, and one real browser, for all tests of the pages."""

import json
import os
import shutil
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient
from places import Place, settings_of

from service.app import create_app
from service.connection import Connection
from service.store import Store
from service.upgrade import upgrade


def lines(name):
    return FIXTURES.joinpath(name).read_text(encoding="utf-8").splitlines()


CHROMIUM = shutil.which("chromium")
DAY = "2026-11-23"
ADS = 40
FIXTURES = Path(__file__).parents[1] / "data" / "fixtures"
PROFILE = {k: v for k, v in json.loads(lines("candidates.jsonl")[0]).items() if k != "id"}
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 375, "height": 700}}


@pytest.fixture(scope="session")
def site(tmp_path_factory, cache_folder):
    """A served tenant with people in it; ``address`` is where its pages are."""
    settings = settings_of(tmp_path_factory.mktemp("pages"), cache_folder, today=DAY)
    store = Store(settings.database_url)
    upgrade(store.engine)
    store.close()
    app = create_app(settings)
    config = uvicorn.Config(
        app, port=0, log_level="error", ws="none", http=Connection, timeout_graceful_shutdown=1
    )  # as ``ipsmatch serve`` does; an open connection of a browser delays the end by a second at most
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    place = Place(app, "pages")
    place.nobody = TestClient(app)
    content = "\n".join(lines("vacancies.jsonl")[:ADS])
    assert place.feed.post("/v1/vacancies?format=jsonl", content=content).json()["created"] == ADS
    place.index_of(ADS)
    place.address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    yield place
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium. Where it is missing the tests are skipped, but never where CI runs."""
    if CHROMIUM is None:
        assert not os.environ.get("CI"), "CI must have a browser: apt-get install chromium"
        pytest.skip("no browser: apt-get install chromium")
    from playwright.sync_api import Locator, sync_playwright

    click = Locator.click

    def click_and_read(locator, **options):
        """Playwright waits until the next page begins; what a test reads of it is there when it has been parsed."""
        click(locator, **options)
        locator.page.wait_for_load_state("domcontentloaded")

    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setattr(Locator, "click", click_and_read)
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@dataclass
class Someone:
    """Somebody at a browser, signed in."""

    page: object
    site: Place
    complaints: list

    def go(self, path):
        answer = self.page.goto(self.site.address + path)
        assert answer is not None
        return answer

    def click(self, name, role="button"):
        self.page.get_by_role(role, name=name, exact=True).first.click()

    @property
    def heading(self):
        return self.page.locator("h1").inner_text()


@pytest.fixture
def visitor(site, browser):
    """Opens a browser for somebody: size, script, language and who, signed in unless who is None."""
    opened = []

    def visit(who="consultant", size="desktop", script=True, language="da-DK", **more):
        context = browser.new_context(viewport=SIZES[size], java_script_enabled=script, locale=language, **more)
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)  # a busy machine
        complaints = []
        page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: complaints.append(str(e)))
        someone = Someone(page, site, complaints)
        if who:
            user = getattr(site, who)
            token = user.client.cookies.get("ipsmatch")
            context.add_cookies([{"name": "ipsmatch", "value": token, "url": site.address}])
        return someone

    yield visit
    for context in opened:
        context.close()


@pytest.fixture
def case_path(site):
    """The path of the pages of a new candidate of the consultant's."""
    made = site.consultant.post("/v1/candidates", json=PROFILE | {"label": "A.B."})
    return f"/candidates/{made.json()['candidate_id']}"
