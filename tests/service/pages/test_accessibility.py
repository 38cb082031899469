"""Every page and state against WCAG 2.2 A and AA by axe-core; the keyboard alone; a phone, 200 % and less motion."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import SIZES, lines

pytestmark = pytest.mark.slow

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": LEVELS}}
MOST_BYTES = 100_000
OF_CANDIDATE = (
    "",
    "/suggestions",
    "/course",
    "/leads",
    "/kinds",
    "/what-if",
    "/left-out",
    "/sheet",
    "/held",
    "/everything.html",
    "/history",
    "/vacancies/v017",
    "/vacancies/v017/call",
    "/vacancies/v017/letter",
)
OTHERS = (
    "/candidates/new",
    "/candidates/import",
    "/vacancies/new",
    "/vacancies/v001",
    "/settings",
    "/help",
    "/accessibility",
    "/nowhere",
    "/sample",
    "/employers",
    "/employers/new",
    "/vacancies/v001/employer",
)
OFFICES = {
    "administrator": (
        "/",
        "/administration/users",
        "/administration/approvals",
        "/administration/keys",
        "/administration/deliveries",
        "/administration/tenant",
        "/administration/log",
    ),
    "auditor": ("/log",),
    "supervisor": ("/figures", "/figures?behind=enrolled", "/figures?behind=employers_differ"),
}
STATES = (
    "errors",
    "refused note",
    "no with reasons",
    "answered",
    "a change that waits",
    "filtered",
    "more fields",
    "rows of a table",
    "wrong password",
    "a pasted ad to look over",
    "a correction refused",
    "no day left",
    "half a limit on the way",
    "a job begun",
    "a step refused",
)


def faults(page):
    """What axe-core finds, in words."""
    found = Axe().run(page, options=RULES).response
    return [f"{v['id']}: {[n['target'] for n in v['nodes']][:3]}" for v in found["violations"]]


def looks(visitor):
    """Somebody on a desktop in light and on a phone in the dark."""
    yield visitor(size="desktop", color_scheme="light")
    yield visitor(size="phone", color_scheme="dark")


@pytest.mark.parametrize("path", OTHERS)
def test_every_page_is_accessible_and_small(visitor, path):
    for me in looks(visitor):
        answer = me.go(path)
        assert len(answer.body()) < MOST_BYTES
        assert faults(me.page) == []
        assert_fits(me.page)


@pytest.mark.parametrize("path", OF_CANDIDATE)
def test_every_page_of_a_candidate_is_accessible_and_small(visitor, case_path, path):
    for me in looks(visitor):
        answer = me.go(case_path + path)
        assert answer.status == 200
        assert len(answer.body()) < MOST_BYTES
        assert faults(me.page) == []
        assert_fits(me.page)


def test_the_supervisors_page_is_accessible(visitor):
    for size, scheme in (("desktop", "light"), ("phone", "dark")):
        me = visitor("supervisor", size=size, color_scheme=scheme)
        me.go("/team")
        assert faults(me.page) == []
        assert_fits(me.page)


@pytest.mark.parametrize("who", OFFICES)
@pytest.mark.usefixtures("case_path")  # a pseudonym in the log
def test_every_page_of_an_office_is_accessible_and_small(visitor, who):
    for size, scheme in (("desktop", "light"), ("phone", "dark")):
        me = visitor(who, size=size, color_scheme=scheme)
        for path in OFFICES[who]:
            assert len(me.go(path).body()) < MOST_BYTES
            assert faults(me.page) == [], path
            assert_fits(me.page)


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_accessible(visitor, case_path, state):
    for me in looks(visitor):
        reach(me, case_path, state)
        assert faults(me.page) == []
        assert_fits(me.page)


def reach(me, case_path, state):
    page = me.page
    if state == "errors":
        me.go(case_path)
        page.get_by_label("Hvad kan du godt lide?").fill("har depression")
        page.get_by_label("Postnummer").fill("87")
        me.click("Gem")
    elif state == "more fields":
        me.go(case_path)
        page.get_by_text("Flere ønsker og grænser").click()
        page.locator("summary", has_text="Dagen på arbejdet").click()
    elif state in OF_CASE:
        OF_CASE[state](me, case_path)
    elif state in COMING_IN:
        COMING_IN[state](me)
    elif state == "filtered":
        me.go(f"{case_path}/suggestions?text=hund")
    elif state == "a correction refused":
        me.go("/vacancies/v002")
        page.get_by_text("Er noget læst forkert?").click()
        page.get_by_label("Mindst").fill("mange")
        me.click("Gem rettelsen")
    elif state == "wrong password":
        page.context.clear_cookies()
        me.go("/sign-in")
        page.get_by_label("Navn").fill("nobody")
        page.get_by_label("Adgangskode").fill("wrong")
        me.click("Log ind")
    else:
        me.go(f"{case_path}/suggestions")
        page.locator(".rest > summary").click()
        answer(page.locator("article:not(.answered)").first, state)


def rows_of_a_table(me):
    me.go("/candidates/import")
    me.page.locator("#text").fill("kaldenavn;ønsker\nA.B.;gartner\nA.B.;opvasker\nX;har ADHD")
    me.click("Vis, hvad der kommer ind")
    me.page.locator("#wrong").wait_for()


def pasted_ad(me):
    me.go("/vacancies/new")
    ad = "Log ind\nKok\nVi søger en kok, der kan lide at lave mad til mange."
    me.page.get_by_label("Annoncen", exact=True).fill(ad)
    me.click("Se annoncen")
    me.page.get_by_label("Titel").fill("Kok 010185-1234")
    me.page.get_by_text("Det her er skåret væk").click()


COMING_IN = {"rows of a table": rows_of_a_table, "a pasted ad to look over": pasted_ad}


def no_day_left(me, case_path):
    me.go(case_path)
    me.page.get_by_text("Flere ønsker og grænser").click()
    for day in me.page.get_by_role("group", name="Hvilke dage går det ikke?").get_by_role("checkbox").all():
        day.check()
    me.click("Gem")
    me.page.locator("#errors").wait_for()


def half_a_limit(me, case_path):
    me.go(case_path)
    me.page.get_by_label("Højst minutter på vej").fill("")
    me.click("Gem")
    me.page.locator("#effect", has_text="afstanden tæller ikke").wait_for()
    me.click("Se forslagene", role="link")
    me.page.locator("article").first.wait_for()


def step(me, case_path, kind, **more):
    """A step with an employer that has no ad."""
    sent = {"employer": "Kro ved Åen", "kind": kind} | more
    assert me.site.consultant.post(f"/v1{case_path}/steps", json=sent).status_code == 201


def a_job_begun(me, case_path):
    step(me, case_path, "offer")
    job = {"vacancy_id": "v001", "paid": True, "hours": 12}
    me.site.consultant.post(f"/v1{case_path}/placements", json=job)
    me.go(f"{case_path}/course")
    for summary in me.page.locator("main summary").all():
        summary.click()


def a_step_refused(me, case_path):
    step(me, case_path, "contacted")
    me.go(f"{case_path}/course")
    card = me.page.locator("article").first
    card.get_by_text("Anden dag, og hvad der så skal ske").click()
    card.get_by_label("Hvad er det næste?").fill("har angst")
    card.get_by_role("button", name="Samtale").click()
    me.page.locator(".errors").wait_for()


OF_CASE = {
    "no day left": no_day_left,
    "half a limit on the way": half_a_limit,
    "a job begun": a_job_begun,
    "a step refused": a_step_refused,
}


def answer(card, state):
    if state == "refused note":
        card.locator("summary", has_text="Note").click()
        card.get_by_label("Note, som følger med svaret").fill("har ADHD")
        card.get_by_role("button", name="Måske").click()
        return
    if state == "answered":
        card.get_by_role("button", name="Måske").click()
        card.page.locator("#live", has_text="Svaret er gemt.").wait_for(state="attached")
        return
    card.get_by_text("Nej …").click()
    if state == "a change that waits":
        card.get_by_role("group", name="Personens grund").get_by_role("button", name="Ikke den arbejdsgiver").click()
        card.page.locator(".answered .proposal").first.wait_for()


def assert_fits(page):
    """Nothing to scroll sideways."""
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("path", OF_CANDIDATE)
def test_at_200_percent_everything_is_there_without_scrolling_sideways(visitor, case_path, path):
    me = visitor()
    half = {name: value // 2 for name, value in SIZES["desktop"].items()}
    me.page.set_viewport_size(half)
    me.go(case_path + path)
    assert_fits(me.page)


def test_from_sign_in_to_an_answer_with_the_keyboard_alone(visitor, site, case_path):
    me = visitor(None)
    page = me.page
    me.go(f"/sign-in?next={case_path}/suggestions")
    page.keyboard.type(site.consultant.name)
    page.keyboard.press("Tab")
    page.keyboard.type(site.consultant.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/suggestions")
    title = page.locator("article header h3").first.inner_text()
    page.keyboard.press("Tab")
    assert focused(page) == "Gå til indholdet"
    page.keyboard.press("Enter")
    tab_to(page, "Nej …")
    page.keyboard.press("Enter")
    tab_to(page, "For langt væk")
    page.keyboard.press("Enter")
    page.locator("article.answered", has_text=title).wait_for()
    tab_to(page, "Fortryd", most=3)
    page.keyboard.press("Enter")
    page.locator("article.answered").wait_for(state="detached")


def test_days_and_what_is_ruled_out_are_set_with_the_keyboard_alone(visitor, case_path, site):
    me = visitor()
    page = me.page
    me.go(case_path)
    tab_to(page, "Dagen på arbejdet")
    page.keyboard.press("Enter")
    press_until(page, "document.activeElement.name === 'demands.phone'")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    tab_to(page, "Flere ønsker og grænser")
    page.keyboard.press("Enter")
    press_until(page, "document.activeElement.value === 'monday'")
    page.keyboard.press("Space")
    press_until(page, "document.activeElement.innerText === 'Gem'")
    page.keyboard.press("Enter")
    page.wait_for_url("**#effect")
    limits = site.consultant.get(f"/v1{case_path}").json()["record"]["constraints"]
    assert (limits["weekdays"]["not"], limits["never"]) == (["monday"], ["phone"])


def press_until(page, script, most=80):
    """Press Tab until the script says that it is where it should be, and see that where one is, is seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN)
        if page.evaluate(script):
            return
    raise AssertionError(f"no Tab leads to {script}")


def focused(page):
    return page.evaluate("document.activeElement.innerText")


SEEN = "document.activeElement === document.body || getComputedStyle(document.activeElement).outlineStyle !== 'none'"


def tab_to(page, words, most=60):
    """Press Tab until that has the focus, and see that where one is, is seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN)
        if focused(page).startswith(words):
            return
    raise AssertionError(f"no Tab leads to {words}")


def test_nothing_moves_for_whoever_asked_for_calm(visitor, case_path):
    me = visitor(reduced_motion="reduce")
    me.go(f"{case_path}/suggestions")
    assert me.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).animationName !== 'none').length"
    assert me.page.evaluate(moving) == 0


def test_every_page_has_one_heading_of_its_own_in_its_title(visitor, case_path):
    me = visitor()
    titles = []
    for path in ("/", *OTHERS, *(case_path + p for p in OF_CANDIDATE)):
        me.go(path)
        assert me.page.locator("h1").count() == 1
        titles.append(me.page.title())
    assert len(set(titles)) == len(titles)


def test_every_button_of_a_card_says_which_job_it_is_about(visitor, case_path):
    me = visitor()
    me.go(f"{case_path}/suggestions")
    me.page.locator(".rest > summary").click()
    card = me.page.locator("article").nth(1)
    title = card.locator("header h3").inner_text()
    for answer in ("Ja", "Måske"):
        assert card.get_by_role("button", name=f"{answer} til {title}", exact=True).count() == 1
    assert title in card.locator("summary").first.inner_text()
    card.get_by_text("Nej …").click()
    reasons = card.get_by_role("group", name="Personens grund")
    assert title in reasons.locator("legend").inner_text()
    assert reasons.get_by_role("button").count() == 10
    card.get_by_text("Vis alt om jobbet").click()
    for aside in ("Fastgør øverst", "Hele annoncen", "Ark til opringning"):
        named = card.locator(".after").get_by_text(aside).first.inner_text()
        assert title in named


def test_what_was_done_has_the_focus_and_says_what_it_was(visitor, case_path):
    me = visitor()
    me.go(f"{case_path}/suggestions")
    me.page.locator("article").first.get_by_role("button", name="Måske").click()
    me.page.locator("article.answered").wait_for()
    assert me.page.evaluate("document.activeElement.matches('article.answered')")
    assert me.page.locator("#live").inner_text() == "Svaret er gemt."
    me.go(case_path)
    me.click("Gem")
    me.page.wait_for_url("**#effect")
    assert me.page.evaluate("document.activeElement.id") == "effect"
    assert me.page.locator("#effect").inner_text().startswith("Gemt.")
    me.go("/vacancies/v006")
    me.page.get_by_text("Er noget læst forkert?").click()
    me.page.get_by_label("Højst").fill("20")
    me.click("Gem rettelsen")
    me.page.wait_for_url("**told=corrected")
    assert me.page.evaluate("document.activeElement.innerText").startswith("Rettelsen er gemt.")
    assert "Rettet af" in me.page.locator("#facts ~ p", has_text="Rettet").inner_text()


def test_an_error_is_said_in_the_title_and_has_the_focus(visitor, case_path):
    me = visitor()
    me.go(case_path)
    me.page.get_by_label("Postnummer").fill("87")
    me.click("Gem")
    assert me.page.title().startswith("Fejl: ")
    assert me.page.evaluate("document.activeElement.id") == "errors"


def test_an_ad_in_another_language_is_marked_as_that(visitor, site):
    english = next(line for line in lines("vacancies.jsonl") if '"language": "en"' in line)
    site.feed.post("/v1/vacancies?format=jsonl", content=english)
    me = visitor()
    me.go(f"/vacancies/{json.loads(english)['id']}")
    for part in ("h1", "td q", ".adtext"):
        assert me.page.locator(part).first.get_attribute("lang") == "en"
    me.go("/vacancies/v001")
    assert me.page.locator("main [lang]").count() == 0


def test_twenty_cases_fit_one_screen_and_a_phone_needs_no_sideways_scroll(visitor, site):
    """Today of a whole caseload, in a municipality's ordinary window; on a phone the table's rows are stacked."""
    site.busy = site.user("consultant", "north")
    for n in range(20):
        site.busy.post("/v1/candidates", json={"label": f"Sag {n:02}", "goals": ["køkken"]})
    me = visitor("busy")
    me.page.set_viewport_size({"width": 1280, "height": 800})
    assert len(me.go("/").body()) < MOST_BYTES
    assert faults(me.page) == []
    last = me.page.locator(".cases tbody tr").nth(19).bounding_box()
    assert last["y"] + last["height"] <= 800
    me.page.set_viewport_size({"width": 375, "height": 740})
    assert_fits(me.page)
    assert "forslag, I ikke har talt om endnu" in me.page.locator(".cases tbody tr").first.inner_text()
    assert faults(me.page) == []


def test_the_tabs_of_a_candidate_are_one_line_on_a_phone_with_the_open_one_in_sight(visitor, case_path):
    me = visitor(size="phone")
    me.go(f"{case_path}/held")
    tabs, here = me.page.locator(".tabs").bounding_box(), me.page.locator(".tabs [aria-current]").bounding_box()
    assert tabs["height"] < 60
    assert here["x"] >= 0
    assert here["x"] + here["width"] <= 375
