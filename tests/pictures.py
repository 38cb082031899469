"""Pictures of every page for ``docs/``: desktop and phone, light and dark, side by side.

Run ``make serve``, then: python tests/pictures.py http://127.0.0.1:8000 docs konsulent PASSWORD \
  teamleder PASSWORD administrator PASSWORD
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

LOOKS = [(width, scheme) for width in (1280, 375) for scheme in ("light", "dark")]
HEIGHTS, HEIGHT = {1280: 1400, 375: 820}, 600
COLOURS = 64
GAP = 12


def pages(case, one, employer):
    """File name -> path."""
    return {
        "today": "/",
        "new-candidate": "/candidates/new",
        "suggestions": f"{case}/suggestions",
        "candidate": case,
        "kinds": f"{case}/kinds",
        "copy": f"{case}/everything.html",
        "import": "/candidates/import",
        "what-if": f"{case}/what-if",
        "left-out": f"{case}/left-out",
        "history": f"{case}/history",
        "log-and-export": f"{case}/held",
        "sheet": f"{case}/sheet",
        "vacancy-for-a-candidate": one,
        "call-sheet": f"{one}/call",
        "letter": f"{one}/letter",
        "course": f"{case}/course",
        "leads": f"{case}/leads",
        "employers": "/employers",
        "employer": employer,
        "contact": f"{employer}/contacts/new?for={case.rsplit('/', 1)[1]}",
        "visit-sheet": f"{employer}/visit",
        "vacancy": "/vacancies/v001",
        "paste": "/vacancies/new",
        "settings": "/settings",
        "sample": "/sample",
        "help": "/help",
        "accessibility": "/accessibility",
    }


OF_TEAM = {"team": "/team", "figures": "/figures", "figures-behind": "/figures?behind=face_to_face"}
OFFICE = {
    "administration": "/",
    "users": "/administration/users",
    "keys": "/administration/keys",
    "deliveries": "/administration/deliveries",
    "municipality": "/administration/tenant",
}


def main(address, folder, name, password, leader, leaders_password, administrator, administrators_password):
    folder = Path(folder)
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        looks = [signed_in(browser, look, address, name, password) for look in LOOKS]
        case, one, employer = work(looks[0], address)
        take(looks, address, pages(case, one, employer), folder / "pages")
        shown(looks[0], address + f"{case}/suggestions", folder / "suggestions.png")
        for view in looks:
            sign_in(view, address, leader, leaders_password)
        take(looks, address, OF_TEAM | {"hand-over": f"{case}/held"}, folder / "pages")
        for view in looks:
            sign_in(view, address, administrator, administrators_password)
        take(looks, address, OFFICE, folder / "pages")
        for view in looks:
            view.context.clear_cookies()
        take(looks, address, {"sign-in": "/sign-in"}, folder / "pages")
        browser.close()


def signed_in(browser, look, address, name, password):
    width, scheme = look
    size = {"width": width, "height": HEIGHTS[width]}
    view = browser.new_context(viewport=size, locale="da-DK", color_scheme=scheme, device_scale_factor=1).new_page()
    sign_in(view, address, name, password)
    return view


def sign_in(view, address, name, password):
    view.goto(f"{address}/sign-in")
    view.fill("#name", name)
    view.fill("#password", password)
    view.click("main button")
    view.wait_for_url(f"{address}/")


def work(view, address):
    """Answer one and visit its employer, so that there is something to see -> the case, a vacancy and the employer."""
    view.goto(address)
    case = view.locator(".cases th a").first.get_attribute("href").rsplit("/", 1)[0]
    view.goto(f"{address}{case}/suggestions")
    if not view.locator(".mark.said").count():
        view.locator("article").first.get_by_role("button", name="Ja til").click()
        view.locator(".mark.said, .card.answered").first.wait_for()
    one = view.locator("article h3 a").nth(1).get_attribute("href")
    view.goto(f"{address}{case}/course")
    if not view.locator("a[href^='/employers/']").count():
        view.get_by_role("link", name="Skriv en kontakt ned").first.click()
        visit(view)
    return case, one, view.locator("a[href^='/employers/']").first.get_attribute("href").partition("?")[0]


def visit(view):
    """Write a visit down for the first wish."""
    view.get_by_label("Besøg, ansigt til ansigt").check()
    view.locator("select[name^='wish.']").first.select_option(index=1)
    view.fill("#learned", "De mangler hænder om formiddagen, mest fra 8 til 11.")
    view.fill("#next_step", "Ring om en rundvisning")
    view.get_by_role("button", name="Gem", exact=True).click()
    view.locator(".done").wait_for()


def take(looks, address, paths, folder):
    """A picture of each path, in every look."""
    for page, path in paths.items():
        save([look(view, address + path) for view in looks], folder / f"{page}.png")


def look(view, address):
    view.goto(address)
    return Image.open(io.BytesIO(view.screenshot()))


def shown(view, address, path):
    """The picture in the README: the first card, whole."""
    size = view.viewport_size
    view.goto(address)
    view.set_viewport_size({"width": 1100, "height": 1180})
    small(Image.open(io.BytesIO(view.screenshot()))).save(path, optimize=True)
    view.set_viewport_size(size)


def save(pictures, path):
    scaled = [p.resize((p.width * HEIGHT // p.height, HEIGHT), Image.Resampling.LANCZOS) for p in pictures]
    sheet = Image.new("RGB", (sum(p.width + GAP for p in scaled) - GAP, HEIGHT), "#888888")
    left = 0
    for picture in scaled:
        sheet.paste(picture, (left, 0))
        left += picture.width + GAP
    small(sheet).save(path, optimize=True)


def small(picture):
    return picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
