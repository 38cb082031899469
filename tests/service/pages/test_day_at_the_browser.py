"""A consultant's day done by clicking: sign in, take up, list, no with a reason, yes, print, follow back, delete."""

import html

import pytest

pytestmark = pytest.mark.slow

WAYS = [("desktop", True), ("desktop", False), ("phone", True), ("phone", False)]


def text(page):
    return page.locator("main").inner_text()


@pytest.mark.parametrize(("size", "script"), WAYS)
def test_the_whole_day_is_done_by_clicking(visitor, site, size, script):
    me = visitor(None, size, script)
    page = me.page
    me.go("/")
    assert me.heading == "Log ind"
    page.get_by_label("Navn").fill(site.consultant.name)
    page.get_by_label("Adgangskode").fill(site.consultant.password)
    me.click("Log ind")
    assert me.heading == "I dag"

    page.get_by_role("main").get_by_role("link", name="Ny kandidat").click()
    page.get_by_label("Hvad vil du gerne arbejde med?").fill("køkkenmedhjælper\nnoget i en kantine")
    page.get_by_label("Højst timer om ugen").fill("12")
    page.get_by_label("Postnummer").fill("8700")
    page.get_by_label("Højst minutter på vej").fill("45")
    page.get_by_label("aften").check()
    page.get_by_label("Kort kaldenavn").fill("Dag 1")
    me.click("Gem og se forslag")
    assert me.heading == "Dag 1: forslag"

    first = page.locator("article").first
    title = first.locator("h2").inner_text()
    first.get_by_text("Nej …").click()
    first.get_by_label("Personens grund").check()
    first.get_by_role("button", name="For langt væk").click()
    assert f"Nej: {title}" in page.locator("#done").inner_text()
    assert title not in page.locator(".cards").inner_text()
    me.page.locator("#done").get_by_role("button", name="Fortryd").click()
    assert title in page.locator(".cards").inner_text()

    first = page.locator("article").first
    first.locator("summary", has_text="Note").click()
    first.get_by_label("Note, som følger med svaret").fill("vi ringer mandag")
    first.get_by_role("button", name="Ja til").click()
    assert "Svar: Ja" in page.locator("article").first.inner_text()

    page.get_by_role("link", name="Ark til print").click()
    assert me.heading == "Job at tale om"
    assert "vi ringer mandag" not in text(page)
    page.get_by_role("link", name="← Tilbage").click()

    page.get_by_role("link", name="Ønsker og grænser").click()
    page.get_by_label("Højst timer om ugen").fill("15")
    me.click("Gem")
    assert "Gemt." in text(page)
    assert "flere og" in page.locator("#effect").inner_text() or "hverken" in page.locator("#effect").inner_text()
    page.get_by_role("link", name="Se tidligere udgaver").click()
    assert [h.inner_text().split(" ")[1] for h in page.locator(".versions h2").all()] == ["2", "1"]

    page.get_by_role("link", name="Log og udlevering").click()
    assert "forslag vist" in text(page)
    page.get_by_label("Ja, slet alt om Dag 1").check()
    me.click("Slet")
    assert me.heading == "I dag"
    assert "Dag 1" not in text(page)
    me.click("Log ud")
    assert me.heading == "Log ind"
    assert me.complaints == []


def test_a_reason_that_moves_a_limit_waits_for_a_yes(visitor, case_path):
    me = visitor()
    me.go(f"{case_path}/suggestions")
    card = me.page.locator("article").first
    card.get_by_text("Nej …").click()
    card.get_by_label("Personens grund").check()
    card.get_by_role("button", name="Ikke den arbejdsgiver").click()
    asked = me.page.locator("#changes").inner_text()
    assert "Skal grænserne ændres?" in asked
    assert "ikke hos" in asked
    me.click("Ja, ret grænsen")
    assert "Gemt." in text(me.page)
    assert me.page.locator("#exclude_employers").input_value() != ""


def test_a_no_needs_one_tap_and_says_whose_word_it_is(visitor, case_path, site):
    me = visitor()
    me.go(f"{case_path}/suggestions")
    card = me.page.locator("article").first
    card.get_by_text("Nej …").click()
    card.get_by_label("Min vurdering").check()
    card.get_by_role("button", name="Forkert slags arbejde").click()
    told = me.page.locator("#done").inner_text()
    assert "forkert slags arbejde (min vurdering)" in told
    (made,) = site.consultant.get(f"/v1{case_path}/decisions").json()["decisions"]
    assert (made["kind"], made["reason"], made["whose"]) == ("reject", "wrong_work", "consultant")


def test_an_ad_that_is_wrong_is_nobodys_word(visitor, case_path, site):
    me = visitor()
    me.go(f"{case_path}/suggestions")
    card = me.page.locator("article").first
    card.get_by_text("Nej …").click()
    card.get_by_role("button", name="Annoncen er forkert eller udløbet").click()
    (made,) = site.consultant.get(f"/v1{case_path}/decisions").json()["decisions"]
    assert made["whose"] == "ad"


def test_what_is_pinned_stands_first_until_it_is_let_go(visitor, case_path):
    me = visitor()
    me.go(f"{case_path}/suggestions")
    third = me.page.locator("article").nth(2)
    title = third.locator("h2").inner_text()
    third.get_by_role("button", name="Hold fast øverst").click()
    assert me.page.locator("article h2").first.inner_text() == title
    me.page.locator("article").first.get_by_role("button", name="Hold ikke fast mere").click()
    assert me.page.locator("article h2").nth(2).inner_text() == title


def answers_of(card):
    return [card.locator(f"button[value={kind}]").get_attribute("aria-pressed") for kind in ("shortlist", "maybe")]


def decisions_of(site, case_path):
    return site.consultant.get(f"/v1{case_path}/decisions").json()["decisions"]


def test_no_answer_looks_chosen_before_it_is_and_the_chosen_one_does_after(visitor, case_path):
    me = visitor()
    me.go(f"{case_path}/suggestions")
    card = me.page.locator("article").first
    colours = {
        card.locator(f"button[value={k}]").evaluate("b => getComputedStyle(b).backgroundColor")
        for k in ("shortlist", "maybe")
    }
    assert len(colours) == 1
    assert answers_of(card) == ["false", "false"]
    card.get_by_role("button", name="Måske").click()
    assert answers_of(me.page.locator("article").first) == ["false", "true"]


@pytest.mark.parametrize("script", [True, False])
def test_enter_in_a_note_answers_nothing(visitor, case_path, site, script):
    me = visitor(script=script)
    me.go(f"{case_path}/suggestions")
    card = me.page.locator("article").first
    card.locator("summary", has_text="Note").click()
    note = card.get_by_label("Note, som følger med svaret")
    note.fill("ring mandag")
    note.press("Enter")
    me.page.wait_for_timeout(300)
    assert decisions_of(site, case_path) == []
    assert note.input_value() == "ring mandag"


def test_nothing_is_preset_as_the_persons_word(visitor, case_path, site):
    me = visitor()
    me.go(f"{case_path}/suggestions")
    card = me.page.locator("article").first
    card.get_by_text("Nej …").click()
    assert [card.get_by_label(who).is_checked() for who in ("Personens grund", "Min vurdering")] == [False, False]
    card.locator("summary", has_text="Note").click()
    card.get_by_label("Note, som følger med svaret").fill("for tidligt op")
    card.get_by_role("button", name="Tiderne passer ikke").click()
    assert "Vælg først, hvis grund det er" in me.page.locator("#whose-error").inner_text()
    assert decisions_of(site, case_path) == []
    card = me.page.locator("article").first
    assert card.get_by_label("Note, som følger med svaret").input_value() == "for tidligt op"
    card.get_by_label("Personens grund").check()
    card.get_by_role("button", name="Tiderne passer ikke").click()
    (made,) = decisions_of(site, case_path)
    assert (made["reason"], made["whose"], made["note"]) == ("times", "person", "for tidligt op")


def test_a_note_about_health_is_refused_at_its_field_and_the_answer_is_kept(visitor, case_path, site):
    me = visitor()
    me.go(f"{case_path}/suggestions")
    card = me.page.locator("article").first
    card.locator("summary", has_text="Note").click()
    card.get_by_label("Note, som følger med svaret").fill("har ADHD")
    card.get_by_role("button", name="Måske").click()
    field = me.page.locator("article").first.get_by_label("Note, som følger med svaret")
    assert field.get_attribute("aria-invalid") == "true"
    assert "gemmer ikke noget om helbred" in me.page.locator("#note-error").inner_text()
    assert field.input_value() == "har ADHD"
    assert "Svaret er gemt. Noten er ikke gemt" in text(me.page)
    (made,) = decisions_of(site, case_path)
    assert (made["kind"], made["note"]) == ("maybe", None)


def test_a_note_that_is_too_long_is_refused_in_words(visitor, case_path):
    me = visitor()
    me.go(f"{case_path}/suggestions")
    card = me.page.locator("article").first
    card.locator("summary", has_text="Note").click()
    card.get_by_label("Note, som følger med svaret").evaluate(
        "i => { i.removeAttribute('maxlength'); i.value = 'a b '.repeat(200) }"
    )
    card.get_by_role("button", name="Måske").click()
    assert "500" in me.page.locator("#note-error").inner_text()


def test_an_ad_that_one_pasted_can_be_taken_back_by_clicking(visitor, site):
    me = visitor()
    me.go("/vacancies/new")
    me.page.locator("#ad").fill("Opvasker til café\nVi søger en opvasker 12 timer om ugen på hverdage.")
    me.click("Læs annoncen")
    address = me.page.url.partition("?")[0]
    me.click("Tag tilbage og slet")
    assert "Annoncen er taget tilbage og slettet." in text(me.page)
    assert me.page.goto(address).status == 404
    assert site.colleague.get(f"/v1{address.removeprefix(site.address)}").status_code == 404


def test_somebody_elses_paste_has_no_way_back(visitor):
    me = visitor()
    me.go("/vacancies/v030")
    assert me.page.get_by_role("button", name="Tag tilbage og slet").count() == 0


def test_the_hint_at_the_wishes_points_to_where_limits_are_set(visitor):
    me = visitor()
    me.go("/candidates/new")
    hint = me.page.locator("section[aria-labelledby=said] > .hint").inner_text()
    named = [words for words in ("Hvornår går det ikke?", "Dagen på arbejdet") if words in hint]
    assert named == ["Hvornår går det ikke?", "Dagen på arbejdet"]
    for words in named:
        assert me.page.locator("legend", has_text=words).count() == 1


def test_the_persons_copy_can_be_read_by_a_person(visitor, site):
    limits = {"weekly_hours": {"max": 12, "negotiable": True}, "not_times": ["night"], "avoid": ["heavy_lifting"]}
    profile = {"label": "K.1", "goals": ["gartner"], "constraints": limits}
    case = site.consultant.post("/v1/candidates", json=profile).json()["candidate_id"]
    me = visitor()
    me.go(f"/candidates/{case}/suggestions")
    me.page.locator("article").first.get_by_role("button", name="Ja").first.click()
    title = me.page.locator("#done p").inner_text().partition(": ")[2]
    page = me.page.context.request.get(f"{site.address}/candidates/{case}/everything.html").text()
    for words in (
        "Højst timer om ugen: 12",
        "Ikke på disse tider: nat",
        "helst ikke",
        f"<strong>Ja</strong>: {html.escape(title)}",
        "gange",
    ):
        assert words in page, words
    for code in (
        "weekly_hours",
        "negotiable",
        "not_times",
        "heavy_lifting",
        "shortlist",
        "null",
        "suggestions.shown",
        "+00:00",
    ):
        assert code not in page, code


def test_filters_never_touch_the_limits(visitor, case_path, site):
    before = site.consultant.get(f"/v1{case_path}").json()
    me = visitor()
    me.go(f"{case_path}/suggestions")
    every = me.page.locator("article").count()
    me.page.get_by_text("Find i forslagene").click()
    me.page.get_by_label("By eller postnummer").fill("Odense")
    me.click("Find")
    shown = me.page.locator("article .facts").all_inner_texts()
    assert 0 < len(shown) < every
    assert all("Odense" in s for s in shown)
    assert site.consultant.get(f"/v1{case_path}").json() == before
    entry = site.consultant.get(f"/v1{case_path}/log").json()["entries"][1]
    assert (entry["action"], len(entry["details"]["shown"])) == ("suggestions.shown", len(shown))


def test_a_list_that_is_looked_through_stays_as_it_was_after_an_answer(visitor, case_path):
    me = visitor()
    me.go(f"{case_path}/suggestions?place=Odense")
    me.page.locator("article").first.get_by_role("button", name="Måske").click()
    assert "Måske: " in me.page.locator("#done").inner_text()
    assert me.page.get_by_label("By eller postnummer").input_value() == "Odense"
    assert all("Odense" in facts for facts in me.page.locator("article .facts").all_inner_texts())
    me.page.locator("#done").get_by_role("button", name="Fortryd").click()
    assert me.page.get_by_label("By eller postnummer").input_value() == "Odense"


def test_after_an_answer_one_goes_on_with_the_next_that_has_none(visitor, case_path):
    me = visitor()
    me.go(f"{case_path}/suggestions")
    titles = me.page.locator("article h2").all_inner_texts()
    me.page.locator("article").nth(1).get_by_role("button", name="Måske").click()
    me.page.locator("#done").get_by_role("link", name="Videre til det næste uden svar").click()
    assert me.page.evaluate("document.activeElement.querySelector('h2').innerText") == titles[2]
