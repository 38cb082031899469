"""The list of a candidate: what stands on it and where, how one answers, and what it asks a person about."""

import re
from html import unescape

import pytest
from sqlalchemy import text

pytestmark = pytest.mark.slow

DAY = {"goals": ["køkkenmedhjælper", "noget med planter"], "constraints": {"weekly_hours": {"max": 30}}}
TEN = {"goals": ["pædagogmedhjælper", "butiksassistent"], "interests": ["Jeg vil gerne være sammen med mennesker"]}
CLICKS = 15  # for three yes, two maybe and five no


@pytest.fixture
def consultant(site):
    return Sitting(site.consultant)


class Sitting:
    """A consultant who looks at pages and sends their forms, without a browser."""

    def __init__(self, someone):
        self.someone = someone

    def case(self, **profile):
        made = self.someone.post("/v1/candidates", json=profile)
        assert made.status_code == 201, made.text
        return f"/candidates/{made.json()['candidate_id']}"

    def record(self, case):
        return self.someone.get(f"/v1{case}").json()["record"]

    def page(self, path):
        return unescape(self.someone.get(path, headers={"Accept": "text/html"}).text)

    def send(self, path, **form):
        form["csrf"] = self.someone.headers["X-CSRF-Token"]
        return self.someone.post(path, data=form, follow_redirects=False)

    def answer(self, case, vacancy_id, choice, **form):
        return self.send(f"{case}/decisions", vacancy_id=vacancy_id, choice=choice, **form)


def ids(page):
    """The vacancies on the page, in order."""
    return re.findall(r'id="v-([^"]+)" tabindex', page)


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def waiting(page):
    """How many suggestions the page says are left to talk about."""
    told = re.search(r"(\d+) forslag, I ikke har talt om endnu", page)
    return int(told[1]) if told else 0


def following(page):
    """The address of the next ten."""
    return re.search(r'href="([^"#]+)#left">Vis de næste', page)[1]


def test_a_list_is_in_sections_as_clearly_as_something_said_points_there(consultant, site):
    case = consultant.case(**DAY)
    page = consultant.page(f"{case}/suggestions")
    made = site.consultant.get(f"/v1{case}/suggestions?as_of=2026-11-23").json()["suggestions"]
    heads = {
        "clearly": "Peger tydeligt",
        "perhaps": "Kan være værd at tale om",
        "not": "Ligner ikke det, du har fortalt",
    }
    assert ids(page) == [s["vacancy_id"] for s in made]
    for n, suggestion in enumerate(made):
        before = page[: page.index(f'id="v-{suggestion["vacancy_id"]}"')]
        assert max(heads, key=lambda name: before.rfind(heads[name])) == suggestion["points"], n


def test_the_counts_are_by_what_has_to_be_talked_about(consultant, site):
    case = consultant.case(**DAY)
    bands = site.consultant.get(f"/v1{case}/suggestions?as_of=2026-11-23").json()["bands"]
    page = consultant.page(f"{case}/suggestions")
    assert f"{bands['fits']} passer, {bands['ask']} skal I spørge om" in page
    assert "inden for grænserne." not in page


def test_only_what_fits_is_shown_where_that_is_asked(consultant, site):
    case = consultant.case(**DAY)
    made = site.consultant.get(f"/v1{case}/suggestions?as_of=2026-11-23&k=100").json()["suggestions"]
    page = consultant.page(f"{case}/suggestions?fits=1")
    assert ids(page) == [s["vacancy_id"] for s in made if s["band"] == "fits"][:10]
    assert len({s["band"] for s in made}) > 1


def test_a_round_is_done_when_all_of_it_is_answered_and_more_are_there(consultant):
    case = consultant.case(**DAY)
    first = ids(page := consultant.page(f"{case}/suggestions"))
    assert waiting(page) == 10
    for vacancy_id in first:
        consultant.answer(case, vacancy_id, "reject:wrong_work:person")
    page = consultant.page(f"{case}/suggestions")
    assert (ids(page), waiting(page)) == (first, 0)
    assert "I har talt om alle forslag her." in page
    assert waiting(consultant.page(following(page))) > 0


def test_what_was_answered_on_another_day_takes_no_place_in_the_round(consultant, site):
    case = consultant.case(**DAY)
    yes, no = ids(consultant.page(f"{case}/suggestions"))[:2]
    consultant.answer(case, yes, "shortlist")
    consultant.answer(case, no, "reject:wrong_work:person")
    with site.app.state.service.store.writing() as db:
        db.execute(text("UPDATE decision SET at = '2026-11-01 12:00:00.000000'"))
    page = consultant.page(f"{case}/suggestions")
    assert (yes in ids(page), no in ids(page), waiting(page)) == (True, False, 10)


def test_after_an_answer_one_is_at_the_next_and_after_undoing_at_the_same(consultant, site):
    case = consultant.case(**DAY)
    page = consultant.page(f"{case}/suggestions")
    first, second = ids(page)[:2]
    assert hidden(page[page.index(f'id="v-{first}"') :], "next") == second
    done = consultant.answer(case, first, "maybe", next=second)
    assert done.headers["location"].endswith(f"at={second}&told=answered#v-{second}")
    (decision,) = site.consultant.get(f"/v1{case}/decisions").json()["decisions"]
    undone = consultant.send(f"{case}/decisions/{decision['id']}/undo")
    assert undone.headers["location"].endswith(f"at={first}&told=undone#v-{first}")


def test_the_next_ten_come_in_place_of_the_first_and_an_ad_leads_back_to_its_card(consultant, site):
    case = consultant.case(**DAY)
    made = [
        s["vacancy_id"]
        for s in site.consultant.get(f"/v1{case}/suggestions?as_of=2026-11-23&k=40").json()["suggestions"]
    ]
    page, shown = consultant.page(f"{case}/suggestions"), []
    while "Vis de næste" in page:
        shown.append(ids(page))
        page = consultant.page(following(page))
    assert [*shown, ids(page)] == [made[0:10], made[10:20], made[20:30]]
    ad = consultant.page(f"{case}/vacancies/{made[15]}")
    back = re.search(r'href="([^"#]+)#v-[^"]+">← Tilbage', ad)[1]
    assert ids(consultant.page(back)) == made[10:20]
    first = re.search(r'href="([^"#]+)#left">Tilbage til de første ti', consultant.page(back))[1]
    assert ids(consultant.page(first)) == made[:10]


def test_an_answer_on_a_later_page_leads_to_the_next_card_of_that_page(consultant):
    case = consultant.case(**DAY)
    page = consultant.page(following(consultant.page(f"{case}/suggestions")))
    vacancy_id, after = ids(page)[:2]
    done = consultant.answer(case, vacancy_id, "maybe", next=after, **{"from": hidden(page, "from")})
    assert ids(consultant.page(done.headers["location"])) == ids(page)
    assert len(page.encode()) < 100_000


@pytest.mark.parametrize("address", ["from=-7", "from=15&at=none", "from=999"])
def test_an_address_that_was_made_up_leads_to_some_of_the_list(consultant, address):
    case = consultant.case(**DAY)
    assert ids(consultant.page(f"{case}/suggestions?{address}"))


def test_a_job_is_answered_where_its_whole_ad_is_read(consultant, site):
    case = consultant.case(**DAY)
    vacancy_id = ids(consultant.page(f"{case}/suggestions"))[2]
    ad = consultant.page(f"{case}/vacancies/{vacancy_id}")
    assert hidden(ad, "next") == hidden(ad, "vacancy_id") == vacancy_id
    done = consultant.answer(case, vacancy_id, "shortlist", next=hidden(ad, "next"))
    assert done.headers["location"].endswith(f"#v-{vacancy_id}")
    assert site.consultant.get(f"/v1{case}/decisions").json()["decisions"][0]["kind"] == "shortlist"


def test_something_else_is_written_as_what_it_is(consultant, site):
    case = consultant.case(**DAY)
    vacancy_id = ids(consultant.page(f"{case}/suggestions"))[0]
    consultant.answer(case, vacancy_id, "reject:other:consultant", other="de lukker til sommer")
    (made,) = site.consultant.get(f"/v1{case}/decisions").json()["decisions"]
    assert (made["reason"], made["whose"], made["note"]) == ("other", "consultant", "de lukker til sommer")
    assert "de lukker til sommer" in consultant.page(f"{case}/suggestions")


def test_a_closed_case_has_no_list(consultant, site):
    case = consultant.case(**DAY)
    assert site.consultant.post(f"/v1{case}/close").status_code == 200
    page = consultant.page(f"{case}/suggestions")
    assert ids(page) == []
    assert "Der laves ingen forslag, når forløbet er afsluttet." in page
    assert site.consultant.get(f"/v1{case}/log").json()["entries"][0]["action"] != "suggestions.shown"


def test_whoever_has_said_nothing_is_led_to_the_form(consultant):
    page = consultant.page(f"{(case := consultant.case(label='N.N.'))}/suggestions")
    assert f'href="{case}#goals"' in page
    assert not re.search("Vis de næste|De øverste|passer,|Kunne du tænke dig", page.partition("<main")[2])


def test_a_postcode_without_minutes_asks_for_the_minutes(consultant):
    case = consultant.case(goals=["gartner"], constraints={"postcode": "8700"})
    assert f'href="{case}#max_travel_minutes"' in consultant.page(f"{case}/suggestions")


def test_who_has_said_little_is_asked_and_offered_words(consultant):
    page = consultant.page(f"{(case := consultant.case(interests=['det er lige meget']))}/suggestions")
    assert "Det ville hjælpe at vide: " in page
    assert page.count('value="unsure"') == 6
    assert f'action="{case}/kinds"' in page


def test_a_yes_to_a_kind_of_work_becomes_a_wish_and_a_no_what_one_says_no_to(consultant):
    case = consultant.case(goals=["gartner"])
    page = consultant.page(f"{case}/kinds")
    titles = list(dict.fromkeys(re.findall(r'name="title\.([^"]+)"', page)))
    assert len(titles) == 8
    assert "checked" not in page
    answers = {f"title.{titles[0]}": "yes", f"title.{titles[1]}": "no", f"title.{titles[2]}": "unsure"}
    sent = {"version": "1", "skip": "0", "shown": "8", "do": "more", "title.opfundet ord": "yes"}
    more = consultant.send(f"{case}/kinds", **sent, **answers)
    record = consultant.record(case)
    assert (record["goals"], record["not_work"]) == (["gartner", titles[0]], [titles[1]])
    next_ones = consultant.page(more.headers["location"])
    assert not set(re.findall(r'name="title\.([^"]+)"', next_ones)) & set(titles[:2])
    assert f'href="{case}/kinds"' in consultant.page(case)


def test_a_limit_that_was_said_in_passing_is_asked_about_and_set_by_a_yes(consultant):
    case = consultant.case(goals=["opvasker", "ikke om aftenen"])
    for where in (f"{case}/suggestions", case):
        page = consultant.page(where)
        assert "Du har skrevet „ikke om aftenen“." in page
        assert "Skal aften vælges fra?" in page
    done = consultant.send(f"{case}/passing/confirm", version="1", limit='["not_times", ["evening"]]')
    assert consultant.record(case)["constraints"]["not_times"] == ["evening"]
    page = consultant.page(done.headers["location"])
    assert "Skal aften vælges fra?" not in page
    consultant.send(f"{case}/limits/undo", version=hidden(page[page.index("/limits/undo") :], "version"))
    assert consultant.record(case)["constraints"]["not_times"] == []


def test_there_is_nothing_to_undo_before_the_first_version(consultant):
    case = consultant.case(**DAY)
    assert consultant.send(f"{case}/limits/undo", version="1").status_code == 412


def test_a_no_to_a_limit_said_in_passing_is_remembered_without_the_words(consultant, site):
    case = consultant.case(goals=["opvasker", "ikke om aftenen"])
    done = consultant.send(f"{case}/passing/decline", version="1", limit='["not_times", ["evening"]]')
    assert done.headers["location"].endswith("told=limit_kept")
    assert "Skal aften vælges fra?" not in consultant.page(f"{case}/suggestions")
    assert "Skal aften vælges fra?" not in consultant.page(case)
    entries = site.consultant.get(f"/v1{case}/log").json()["entries"]
    declined = next(entry for entry in entries if entry["action"] == "limit.declined")
    assert declined["details"]["field"] == "not_times"
    assert "aftenen" not in str(entries)
    (event,) = [e for e in site.consultant.get(f"/v1{case}/export").json()["events"] if e["kind"] == "limit_declined"]
    assert event["details"] == '["not_times", ["evening"]]'
    assert consultant.send(f"{case}/passing/decline", limit='["not_times", ["evening"]]').status_code == 412


def test_a_change_says_which_no_it_comes_from_once_that_is_not_on_the_page(consultant, site):
    case = consultant.case(**DAY)
    vacancy_id = ids(consultant.page(f"{case}/suggestions"))[0]
    title = site.consultant.get(f"/v1/vacancies/{vacancy_id}").json()["record"]["title"].strip()
    consultant.answer(case, vacancy_id, "reject:not_this_employer:person")
    page = consultant.page(f"{case}/suggestions?text=findes ikke")
    assert f"Efter jeres nej til {title}:" in page
    assert "Tager 0" not in page
    assert "0 stillinger" not in page


def test_ten_closed_cards_are_short(visitor, consultant):
    case = consultant.case(**TEN)
    for size, card, whole in (("desktop", 350, None), ("phone", 500, 6000)):
        me = visitor(size=size)
        me.go(f"{case}/suggestions")
        me.page.evaluate("document.querySelectorAll('.rest').forEach(d => { d.open = true })")
        heights = me.page.evaluate("[...document.querySelectorAll('article')].map(a => a.offsetHeight)")
        assert len(heights) == 10
        assert max(heights) <= card, heights
        if whole:
            assert me.page.evaluate("document.documentElement.scrollHeight") <= whole


def test_ten_answers_take_fifteen_clicks_and_one_stays_where_one_is(visitor, consultant, site):
    case = consultant.case(**TEN)
    me = visitor()
    me.go(f"{case}/suggestions")
    me.page.evaluate("document.querySelectorAll('.rest').forEach(d => { d.open = true })")
    loads, clicks = [], 0
    me.page.on("load", lambda page: loads.append(page))
    for n, answer in enumerate(["Ja"] * 3 + ["Måske"] * 2 + ["Nej"] * 5):
        card = me.page.locator("article").nth(n)
        buttons = [card.get_by_role("button", name=f"{answer} til")]
        if answer == "Nej":
            group = card.get_by_role("group", name="Personens grund")
            buttons = [card.locator(".no > summary"), group.get_by_role("button", name="For langt væk")]
        for button in buttons:
            button.click()
            clicks += 1
        me.page.locator("article.answered").nth(n).wait_for()
        assert me.page.locator("article").nth(n).evaluate("a => a === document.activeElement")
        assert me.page.locator("article").nth(n).evaluate(IN_SIGHT)
    assert clicks <= CLICKS
    assert loads == []
    assert "I har talt om alle forslag her." in me.page.locator("#left").inner_text()
    kinds = [d["kind"] for d in site.consultant.get(f"/v1{case}/decisions").json()["decisions"]]
    assert sorted(kinds) == ["maybe"] * 2 + ["reject"] * 5 + ["shortlist"] * 3
    assert me.complaints == []


IN_SIGHT = "a => { const r = a.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"
