"""What the pages keep out: scripts in ads, changes from other sites, other people's candidates, and words on paper."""

import re

import pytest
from places import NUMBERS

pytestmark = pytest.mark.slow

# Markup is read, and what it would do falls away; what is no markup that is known stays, as text.
MARKUP = """Køkkenhjælp <script>document.title='owned'</script> <img src=x onerror=alert(1)>
Vi søger en hjælper 10 timer om ugen. <script>alert("x")</script> <a href="javascript:alert(3)">her</a>
"""
TEXT = """Køkkenhjælp "><at onload=alert(1)>
Vi søger en hjælper 10 timer om ugen. {{ 7*7 }} {% raw %} <img src=x onerror=alert(2)//
"""
TELLS = re.compile(r"\bips\b|psyki|støttet|jobcenter|kommune[nr]|sindslid|diagnos", re.IGNORECASE)


@pytest.mark.parametrize(
    ("ad", "title", "words"),
    [
        (MARKUP, "Køkkenhjælp", "Vi søger en hjælper 10 timer om ugen. her"),
        (TEXT, 'Køkkenhjælp "><at onload=alert(1)>', "{{ 7*7 }} {% raw %} <img src=x onerror=alert(2)//"),
    ],
)
def test_an_ad_full_of_markup_and_script_is_shown_as_text(visitor, ad, title, words):
    me = visitor()
    me.go("/vacancies/new")
    me.page.get_by_label("Annoncen", exact=True).fill(ad)
    me.click("Se annoncen")
    me.click("Gem annoncen")
    me.page.wait_for_url("**/vacancies/*told=pasted")
    assert me.heading == title
    assert words in me.page.locator(".adtext").inner_text()
    assert me.page.locator("main script, main img, main svg, main at, main a[href^=javascript]").count() == 0
    assert me.page.title().startswith(title)
    assert me.complaints == []


def test_the_browser_is_told_to_run_nothing_but_our_own_files(visitor):
    me = visitor()
    for path in ("/", "/help", "/nowhere"):
        policy = me.go(path).headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
    elsewhere = []
    me.page.on("request", lambda r: elsewhere.append(r.url) if not r.url.startswith(me.site.address) else None)
    me.go("/")
    assert elsewhere == []
    assert me.page.locator("[style], style, script:not([src])").count() == 0


def test_a_form_of_another_site_changes_nothing(visitor, case_path, site):
    me = visitor()
    for path in (f"{case_path}/close", f"{case_path}/delete", f"{case_path}/decisions", case_path, "/sign-out"):
        answer = me.page.request.post(site.address + path, form={"csrf": "guessed", "sure": "1"})
        assert answer.status == 403, path
    assert site.consultant.get(f"/v1{case_path}").json()["closed"] is None


def test_a_sign_in_sent_from_another_site_is_refused(visitor, site):
    me = visitor(None)
    sent = {"name": site.consultant.name, "password": site.consultant.password}
    answer = me.page.request.post(
        f"{site.address}/sign-in", form=sent, headers={"Sec-Fetch-Site": "cross-site", "Accept": "text/html"}
    )
    assert answer.status == 403


@pytest.mark.parametrize("back", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"])
def test_one_is_never_sent_elsewhere_after_signing_in(visitor, site, back):
    me = visitor(None)
    me.go(f"/sign-in?next={back}")
    me.page.get_by_label("Navn").fill(site.consultant.name)
    me.page.get_by_label("Adgangskode").fill(site.consultant.password)
    me.click("Log ind")
    assert me.page.url == f"{site.address}/"


def test_whoever_is_not_signed_in_comes_to_the_door_and_back(visitor, case_path, site):
    me = visitor(None)
    me.go(f"{case_path}/suggestions")
    assert me.heading == "Log ind"
    me.page.get_by_label("Navn").fill(site.consultant.name)
    me.page.get_by_label("Adgangskode").fill(site.consultant.password)
    me.click("Log ind")
    assert me.page.url.endswith(f"{case_path}/suggestions")


def test_the_sheet_for_the_person_says_nothing_of_scores_notes_or_what_it_is_for(visitor, case_path, site, tmp_path):
    note = f"internt {next(NUMBERS)}"
    site.consultant.post(f"/v1{case_path}/decisions", json={"vacancy_id": "v017", "kind": "shortlist", "note": note})
    me = visitor()
    me.go(f"{case_path}/sheet")
    me.page.emulate_media(media="print")
    picture = me.page.screenshot(path=tmp_path / "sheet.png", full_page=True)
    assert len(picture) > 10_000
    shown = me.page.evaluate("document.body.innerText")
    assert "Gartnermedhjælper" in shown
    assert note not in shown
    assert "A.B." not in shown
    assert not TELLS.search(shown.replace("Kommune", "")), TELLS.search(shown)
    assert "%" not in shown
    assert me.page.locator(".tools").is_hidden()
    size = float(me.page.evaluate("getComputedStyle(document.querySelector('.one li')).fontSize").removesuffix("px"))
    assert size >= 18  # 14 points
    assert not TELLS.search(me.page.title())


def test_the_sheet_for_the_employer_has_the_questions_and_no_word_about_the_person(visitor, case_path, site):
    me = visitor()
    me.go(f"{case_path}/vacancies/v017/call")
    me.page.emulate_media(media="print")
    shown = me.page.evaluate("document.body.innerText")
    record = site.consultant.get(f"/v1{case_path}").json()["record"]
    assert "Hvor mange timer om ugen er stillingen på?" in shown
    for text in (*record["goals"], *record["interests"], *record["competencies"], "A.B.", "7100"):
        assert text.casefold() not in shown.casefold().replace("gartnermedhjælper, sæson 2027", "")
    assert not TELLS.search(shown)


def test_the_supervisor_sees_counts_and_what_the_cases_are_called_and_nothing_that_was_said(visitor, case_path, site):
    no = {"vacancy_id": "v001", "kind": "reject", "reason": "too_far", "whose": "person"}
    site.consultant.post(f"/v1{case_path}/decisions", json=no)
    record = site.consultant.get(f"/v1{case_path}").json()["record"]
    me = visitor("supervisor")
    me.go("/team")
    me.page.get_by_role("link", name="For langt væk:").click()
    shown = me.page.locator("main").inner_text()
    assert "A.B." in shown
    for text in (*record["goals"], *record["interests"], *record["competencies"]):
        assert text not in shown


def test_a_consultant_does_not_see_the_team(visitor):
    me = visitor()
    assert me.go("/team").status == 403


def test_what_is_too_large_is_said_on_a_page(visitor):
    me = visitor()
    me.go("/vacancies/new")
    me.page.get_by_label("Annoncen", exact=True).fill("x" * 300_000)
    me.click("Se annoncen")
    assert me.heading == "For stort"
