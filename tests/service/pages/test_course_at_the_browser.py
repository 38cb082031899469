"""The week after a yes done by clicking: each act is one form, and each form makes one record; the rest is derived."""

import json

import pytest
from browsing import DAY, PROFILE
from places import NUMBERS, until
from sqlalchemy import func, select

from service.store import (
    CandidateVersion,
    CaseEvent,
    Contact,
    ContactWish,
    Count,
    Decision,
    Disclosure,
    Employer,
    Placement,
)

pytestmark = pytest.mark.slow

OF_CASE = (CandidateVersion, Decision, CaseEvent, Placement, Disclosure, ContactWish)
OF_TENANT = (Employer, Contact, Count)
WISH = PROFILE["goals"][0]
CONTACT = ("contact", "contact_wish")


class Acts:
    """People at browsers, with the records counted after each act. sent: forms since the last act; all: in all."""

    def __init__(self, site, case_path, *people):
        self.site, self.case = site, case_path.rsplit("/", 1)[1]
        self.sent = self.all = 0
        for someone in people:
            someone.page.on("request", lambda request: self.count(request))
        self.before = self.records()

    def count(self, request):
        self.sent += request.method == "POST" and not request.url.endswith("/effect")

    def records(self):
        of_case = [(table, table.candidate_id == self.case) for table in OF_CASE]
        of_tenant = [(table, table.tenant_id == self.site.tenant_id) for table in OF_TENANT]
        with self.site.app.state.service.store.reading() as db:
            counts = {}
            for table, mine in (*of_case, *of_tenant):
                query = select(func.count()).select_from(table).where(mine)
                if table is CaseEvent:
                    query = query.where(CaseEvent.kind != "shown")
                counts[table.__tablename__] = db.scalar(query)
            return counts

    def made(self, *names):
        """That one form was sent since the last act, and that it made these records and no other."""
        now = self.records()
        assert self.sent == 1
        assert {name: now[name] - self.before[name] for name in now if now[name] != self.before[name]} == dict.fromkeys(
            names, 1
        )
        self.all += 1
        self.sent, self.before = 0, now


def withdrawn(site, case_path):
    """An employer whose only ad was withdrawn, once it is a lead."""
    name, id_ = f"Fjordkroen {next(NUMBERS)}", f"gone{next(NUMBERS)}"
    ad = {"id": id_, "title": WISH, "employer": name, "description": WISH, "published": "2026-10-02"}
    assert site.feed.post("/v1/vacancies?format=jsonl", content=json.dumps(ad)).json()["created"] == 1
    assert site.feed("DELETE", f"/v1/vacancies/{id_}").status_code == 204
    until(lambda: name in site.consultant.get(f"/v1{case_path}/leads?k=100").text)
    return name


def write_contact(page, why, how="Besøg, ansigt til ansigt", **lines):
    page.get_by_label(how).check()
    page.get_by_label(why).check()
    page.locator("select[name^='wish.']").first.select_option(WISH)
    for name, words in lines.items():
        page.locator(f"#{name}").fill(words)
    page.get_by_role("button", name="Gem", exact=True).click()
    page.locator(".done", has_text="Kontakten er gemt").wait_for()


@pytest.mark.parametrize(("size", "script"), [("desktop", True), ("phone", False)])
def test_in_the_week_after_a_yes_one_act_is_one_form_and_one_record(visitor, site, case_path, size, script):
    me, boss = visitor(size=size, script=script), visitor("supervisor", size=size, script=script)
    page, lead, acts = me.page, withdrawn(site, case_path), Acts(site, case_path, me, boss)

    def pursued():
        return page.locator("article", has_text=title).first

    me.go(f"{case_path}/suggestions")
    card = page.locator("article").first
    title = card.locator("h3").inner_text()
    card.get_by_role("button", name="Ja til").click()
    page.locator("article.answered").first.get_by_role("link", name="tag det første skridt").wait_for()
    acts.made("decision")

    page.locator("article.answered").first.get_by_role("link", name="tag det første skridt").click()
    assert me.heading.endswith(": forløb")
    assert "Dag 0 af 30" in page.locator("#clock").inner_text()
    pursued().locator(".place a").click()  # the employer of the ad, whether in the register or not yet
    taken_up = ["employer"] if me.heading == "Ny virksomhed" else []
    page.get_by_role("link", name="Skriv en kontakt ned").click()
    assert "Sig intet om personen" in page.locator("main").inner_text()
    page.get_by_text("Har I aftalt noget andet?").click()
    page.get_by_role("button", name="Fortælles af konsulenten").click()
    page.locator(".done").wait_for()
    acts.made("disclosure", *taken_up)
    assert "Sig intet om personen" not in page.locator("main").inner_text()

    write_contact(
        page,
        "Tale om en ledig stilling",
        learned="De mangler hænder om formiddagen",
        next_step="Ring om en samtale",
        next_day=DAY,
    )
    acts.made(*CONTACT)
    assert "var på dag 0" in page.locator("#clock").inner_text()
    assert "Kontaktet" in pursued().locator(".mark").inner_text()
    assert "Næste: Ring om en samtale" in pursued().inner_text()
    me.go("/")
    assert page.locator(".urgent").inner_text().count("Ring om en samtale") == 1

    me.go(f"{case_path}/course")
    for step in ("Samtale", "Tilbud"):
        pursued().get_by_role("button", name=step).click()
        page.locator("article .mark", has_text=step).wait_for()
        acts.made("case_event")
    assert "før tilbuddet tages imod" in pursued().inner_text()
    me.go("/")
    assert "Ring om en samtale" not in page.locator(".urgent").inner_text()
    page.locator(f".urgent a[href*='{case_path}']").last.click()
    page.get_by_role("button", name="Vi har talt om ydelser i dag").click()
    page.locator(".done").wait_for()
    acts.made("case_event")
    assert "før tilbuddet tages imod" not in page.locator("main").inner_text()

    pursued().get_by_text("Startet i jobbet …").click()
    pursued().get_by_label("Timer om ugen").fill("12,5")
    assert pursued().get_by_label("Hvad jobbet hedder").input_value() == title
    assert pursued().get_by_label("Slags arbejde").input_value()
    pursued().get_by_role("button", name="Gem starten").click()
    page.get_by_role("heading", name="Job", exact=True).wait_for()
    acts.made("case_event", "placement")
    assert "12,5 timer om ugen" in pursued().inner_text()
    assert "de første tre dage" in pursued().inner_text()

    pursued().get_by_role("link", name="Besøgte du arbejdspladsen?").click()
    write_contact(page, "Følge op på et job")  # a visit at the workplace is the follow-up too
    acts.made(*CONTACT)
    assert "Opfølgning:" not in pursued().inner_text()
    pursued().get_by_role("button", name="Fulgt op med personen").click()
    page.locator("li", has_text="Opfølgning med personen").first.wait_for()
    acts.made("case_event")

    pursued().get_by_text("Timerne er ændret …").click()
    pursued().get_by_label("Timer om ugen nu").fill("15")
    pursued().get_by_role("button", name="Gem timerne").click()
    page.locator("li", has_text="12,5 blev til 15").first.wait_for()
    acts.made("case_event")

    pursued().get_by_text("Jobbet er slut …").click()
    pursued().get_by_role("button", name="Opgaverne passede ikke").click()
    page.locator("#renew").wait_for()
    acts.made("case_event")

    page.locator("#renew").get_by_role("link").click()
    assert f"Jobbet {title} er slut. Hvad var godt, og hvad var ikke?" in page.locator("main").inner_text()
    page.get_by_label("Hvilket arbejde siger du nej til?").fill("opvask")
    me.click("Gem og se forslag")
    page.locator("article").first.wait_for()
    acts.made("candidate_version")

    me.go(f"{case_path}/leads")
    page.locator(".card", has_text=lead).get_by_role("link", name="Skriv en kontakt ned").click()
    write_contact(page, "Fortælle, hvad vi kan tilbyde", how="Opkald")
    acts.made(*CONTACT, "employer")
    assert page.locator("#renew").count() == 0
    page.locator("article", has_text=lead).get_by_role("button", name="Samtale").click()
    page.locator("article", has_text=lead).locator(".mark", has_text="Samtale").wait_for()
    acts.made("case_event")

    boss.go("/figures")
    boss.page.locator("a[href*='behind=starts']").click()
    boss.page.get_by_role("link", name="A.B.").first.wait_for()
    boss.go("/figures")
    boss.page.get_by_role("button", name="Gem tallene").click()
    boss.page.locator(".done").wait_for()
    acts.made("programme_count")
    assert acts.all == 15
    assert me.complaints == boss.complaints == []
