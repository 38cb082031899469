"""What somebody meets on the first day: the decisive thing on a closed card, counts that agree, words and no codes."""

import datetime
import re
from html import unescape

import pytest
from places import NUMBERS, Place
from test_team import form, page

from matcher.matching import Request
from service.door.passwords import new_password
from service.pages.cards import Card

pytestmark = pytest.mark.slow

DAY = datetime.date(2026, 11, 23)
COOK = {"goals": ["kok"], "constraints": {"weekly_hours": {"max": 20, "negotiable": False}}}
BANDS = re.compile(r"(?:\d+ (?:passer|skal I spørge om|kræver, at noget kan være anderledes)(?:, )?)+\.")


@pytest.fixture(scope="module")
def empty(site):
    """A tenant without ads."""
    place = Place(site.app, f"empty-{next(NUMBERS)}")
    place.index_of(0)
    return place


def case_of(someone, **profile):
    return f"/candidates/{someone.post('/v1/candidates', json=profile).json()['candidate_id']}"


def cards(matcher, candidate):
    (made,) = matcher.suggest([candidate], Request(30, DAY, elsewhere=False))
    return [Card(*matcher.record(s.vacancy_id), "da", DAY, s, candidate) for s in made.suggestions]


def test_a_paper_that_is_lacking_stands_on_the_closed_card_before_limits_that_could_move(matcher, candidates):
    card = next(c for c in cards(matcher, candidates[0]) if c.title.startswith("Pædagog til skovgruppen"))
    assert [r.limit for r in card.reasons_against] == ["weekly_hours", "travel", None]
    assert card.closed.reason_against.words.startswith("Kræver uddannelse eller autorisation: uddannet pædagog")
    assert card.closed.more_against == 2


def test_what_has_to_be_asked_about_stands_on_the_closed_card(matcher, candidates):
    shown = cards(matcher, candidates[0])
    assert {c.closed.ask is not None for c in shown if c.band == "ask"} == {True}
    assert {c.closed.ask for c in shown if c.band != "ask"} == {None}
    card = next(c for c in shown if c.title.startswith("Serviceassistent 20-25"))
    assert card.closed.ask == "det står ikke, om der er aften- eller natarbejde"


def test_an_ad_in_another_language_is_marked_on_the_card_and_on_its_page(site):
    here = case_of(site.consultant, goals=["warehouse associate", "lagermedarbejder"])
    text = unescape(site.consultant.get(f"{here}/suggestions", headers={"Accept": "text/html"}).text)
    cards = text.split("<article ")[1:]
    assert {'lang="en"' in c.partition("</h3>")[0] for c in cards} == {True, False}
    assert all(("Annoncen er på engelsk" in c) == ('lang="en"' in c.partition("</h3>")[0]) for c in cards)
    english = next(re.search(r'href="([^"]+)"', c)[1] for c in cards if "Annoncen er på engelsk" in c)
    assert "Annoncen er på engelsk" in page(site.consultant, english)


def test_today_counts_what_the_list_shows(site):
    someone = site.user("consultant", "north")
    here = case_of(someone, label="T1", goals=["køkkenmedhjælper", "lagermedarbejder", "gartner"])

    def counted():
        row = page(someone, "/").partition("T1")[2]
        told = re.search(r"(\d+) forslag, I ikke har talt om endnu", row)
        listed = re.search(r"(\d+) forslag, I ikke har talt om endnu", page(someone, f"{here}/suggestions"))
        return [int(each[1]) if each else 0 for each in (told, listed)]

    assert counted() == [10, 10]
    shown = re.findall(r'id="v-([^"]+)" tabindex', someone.get(f"{here}/suggestions").text)
    for n, vacancy in enumerate(shown, start=1):
        form(someone, f"{here}/decisions", vacancy_id=vacancy, choice="reject:wrong_work:person" if n % 2 else "maybe")
        if n in (3, 10):
            assert counted() == [10 - n, 10 - n]
    assert "alt talt om" in page(someone, "/")
    assert "I har talt om alle forslag her." in page(someone, f"{here}/suggestions")


def test_what_if_names_a_certificate_once(site):
    here = case_of(site.consultant, goals=["køkkenmedhjælper"])
    told = page(site.consultant, f"{here}/what-if")
    assert "beder om „" in told
    assert "beder om „beder om" not in told


def test_without_ads_the_list_says_so_and_what_to_do(empty):
    told = page(empty.consultant, case_of(empty.consultant, goals=["kok"]) + "/suggestions")
    assert "Der er ingen annoncer endnu" in told
    assert "Bed jeres administrator om at få annoncer ind" in told
    assert "Indsæt annonce" in told.partition("Der er ingen annoncer endnu")[2]
    assert "grænserne" not in told.partition("Der er ingen annoncer endnu")[0]


def test_the_form_and_the_list_say_the_same_of_how_many_there_are(site):
    here = case_of(site.consultant, **COOK)
    counts = {BANDS.search(page(site.consultant, here + end))[0] for end in ("", "/suggestions")}
    assert len(counts) == 1


def test_a_change_that_was_saved_says_what_it_did_and_can_be_undone(site):
    here = case_of(site.consultant, **COOK)
    saved = form(site.consultant, here, version="1", goals="kok", **{"weekly_hours.max": "8"})
    told = page(site.consultant, saved.headers["location"].partition("#")[0])
    assert re.search(r"Ændringen giver \d+ flere og \d+ færre\.", told)
    assert "Fortryd ændringen" in told
    undone = form(site.consultant, f"{here}/limits/undo", version="2")
    assert undone.headers["location"].endswith("told=limit_back")
    limits = site.consultant.get(f"/v1{here}").json()["record"]["constraints"]
    assert limits["weekly_hours"]["max"] == 20


def test_a_first_password_can_be_read_aloud():
    made = {new_password() for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch(r"[abcdefghjkmnpqrstuvwxyz]{4}(-[abcdefghjkmnpqrstuvwxyz]{4}){4}", each) for each in made)
    assert len({letter for each in made for letter in each}) == 24  # all of them are used


def test_the_page_of_keys_says_how_to_send(site):
    told = unescape(page(site.administrator, "/administration/keys"))
    address = str(site.administrator.client.base_url).rstrip("/")
    assert f'"{address}/v1/vacancies?format=jsonl"' in told
    assert "Authorization: Bearer $NOEGLE" in told
    as_curl = {"Content-Type": "application/x-www-form-urlencoded"}
    assert site.feed.post("/v1/vacancies?format=jsonl", content=b"{}", headers=as_curl).json()["refused"]


def test_the_first_steps_are_done_when_they_are(empty):
    text = empty.administrator.get("/", headers={"Accept": "text/html"}).text
    assert 'href="/administration/users?role=consultant#new"' in text
    assert 'href="/administration/users?role=administrator#new"' in text
    assert "2. Få annoncer ind (gjort)" not in page(empty.administrator, "/")  # it has a key and no ads
    chosen = empty.administrator.get("/administration/users?role=consultant", headers={"Accept": "text/html"}).text
    assert '<option value="consultant" selected>' in chosen


def test_a_file_of_ads_is_the_second_step(site):
    assert re.search(r"2\. Få annoncer ind +\(gjort\)", page(site.administrator, "/"))


def test_the_log_tells_what_more_there_is_in_words(site):
    here = case_of(site.consultant, goals=["kok"])
    site.consultant.get(f"{here}/suggestions")
    told = page(site.auditor, "/log?act=suggestions.shown")
    assert "10 annoncer" in told
    assert "as_of" not in told
    assert "[[" not in told
    made = page(site.auditor, "/log?act=user.created")
    assert site.consultant.name in made
    assert site.consultant.id not in made
