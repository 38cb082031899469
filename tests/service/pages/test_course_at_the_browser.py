"""The weeks after a yes done by clicking: each act is one form, and each form makes one record."""

import datetime

import pytest
from browsing import DAY
from sqlalchemy import func, select

from service.store import CandidateVersion, CaseEvent, Contact, ContactWish, Decision, Disclosure, Employer, Placement

pytestmark = pytest.mark.slow

TODAY = datetime.date.fromisoformat(DAY)
OF_CASE = (CandidateVersion, Decision, CaseEvent, Placement, Disclosure)


class Acts:
    """Somebody at a browser, with the records of a case counted after each act."""

    def __init__(self, me, site, case_path):
        self.me, self.site, self.case = me, site, case_path.rsplit("/", 1)[1]
        self.sent = 0
        me.page.on("request", lambda request: self.count(request))
        self.before = self.records()

    def count(self, request):
        self.sent += request.method == "POST"

    def records(self):
        with self.site.app.state.service.store.reading() as db:
            counts = {}
            for table in OF_CASE:
                query = select(func.count()).select_from(table).where(table.candidate_id == self.case)
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
        self.sent, self.before = 0, now


def visited(site, case_path):
    """A visit to an employer for a wish of the person, as the register of contacts keeps it."""
    with site.app.state.service.store.writing() as db:
        query = select(Employer).where(Employer.tenant_id == site.tenant_id)
        employer = db.scalars(query.order_by(Employer.created.desc())).first()
        contact = Contact(
            tenant_id=site.tenant_id,
            employer_id=employer.id,
            by=site.consultant.id,
            day=TODAY,
            kind="visit",
            face_to_face=True,
            purpose="høre om køkkenet",
            wishes=1,
        )
        db.add(contact)
        db.flush()
        db.add(ContactWish(contact_id=contact.id, candidate_id=case_path.rsplit("/", 1)[1], statement="køkken"))


@pytest.mark.parametrize(("size", "script"), [("desktop", True), ("phone", False)])
def test_from_a_yes_to_a_new_list_one_act_is_one_form_and_one_record(visitor, site, case_path, size, script):
    me = visitor(size=size, script=script)
    page, acts = me.page, Acts(me, site, case_path)
    me.go(f"{case_path}/suggestions")
    first = page.locator("article").first
    title = first.locator("h3").inner_text()
    first.get_by_role("button", name="Ja til").click()
    page.locator("article.answered").first.get_by_role("link", name="tag det første skridt").wait_for()
    acts.made("decision")

    page.locator("article.answered").first.get_by_role("link", name="tag det første skridt").click()
    assert me.heading.endswith(": forløb")
    card = page.locator("article", has_text=title).first
    card.get_by_text("Anden dag, og hvad der så skal ske").click()
    card.get_by_label("Hvad er det næste?").fill("besøg køkkenet")
    card.get_by_label("Senest hvornår?").fill(DAY)
    card.get_by_role("button", name="Kontaktet").click()
    page.locator(".done").wait_for()
    acts.made("case_event")
    me.go("/")
    assert "besøg køkkenet" in page.locator(".urgent").inner_text()

    me.go(f"{case_path}/course")
    assert "Dag 0 af 30" in page.locator("#clock").inner_text()
    visited(site, case_path)
    me.go(f"{case_path}/course")
    assert "var på dag 0" in page.locator("#clock").inner_text()
    card = page.locator("article", has_text=title).first
    assert "aftal, hvad den må vide" in card.inner_text()
    card.get_by_text("Åbenhed: ikke talt om").click()
    card.get_by_label("Hvad må virksomheden vide?").select_option("through_consultant")
    card.get_by_role("button", name="Gem aftalen").click()
    page.locator(".done").wait_for()
    acts.made("disclosure")
    assert "aftal, hvad den må vide" not in page.locator("article", has_text=title).first.inner_text()

    for step in ("Samtale", "Tilbud"):
        page.locator("article", has_text=title).first.get_by_role("button", name=step).click()
        page.locator("article .mark", has_text=step).wait_for()
        acts.made("case_event")
    assert "før tilbuddet tages imod" in page.locator("article", has_text=title).first.inner_text()
    page.get_by_role("button", name="Vi har talt om ydelser i dag").click()
    page.locator(".done").wait_for()
    acts.made("case_event")
    assert "før tilbuddet tages imod" not in page.locator("main").inner_text()

    card = page.locator("article", has_text=title).first
    card.get_by_text("Startet i jobbet …").click()
    card.get_by_label("Timer om ugen").fill("12,5")
    assert card.get_by_label("Hvad jobbet hedder").input_value() == title
    assert card.get_by_label("Slags arbejde").input_value()
    card.get_by_role("button", name="Gem starten").click()
    page.get_by_role("heading", name="Job", exact=True).wait_for()
    acts.made("case_event", "placement")
    job = page.locator("article", has_text=title).first
    assert "12,5 timer om ugen" in job.inner_text()
    assert "de første tre dage" in job.inner_text()

    for whom in ("personen", "begge"):
        page.locator("article", has_text=title).first.get_by_role("button", name=f"Fulgt op med {whom}").click()
        page.locator("li", has_text=f"Opfølgning med {whom}").first.wait_for()
        acts.made("case_event")
    assert "Opfølgning:" not in page.locator("article", has_text=title).first.inner_text()

    job = page.locator("article", has_text=title).first
    job.get_by_text("Jobbet er slut …").click()
    job.get_by_role("button", name="Opgaverne passede ikke").click()
    page.locator("#renew").wait_for()
    acts.made("case_event")

    page.locator("#renew").get_by_role("link").click()
    assert f"Jobbet {title} er slut. Hvad var godt, og hvad var ikke?" in page.locator("main").inner_text()
    page.get_by_label("Hvilket arbejde siger du nej til?").fill("opvask")
    acts.sent = 0  # the effect is asked for while one writes
    me.click("Gem og se forslag")
    page.locator("article").first.wait_for()
    acts.sent = min(acts.sent, 1)
    acts.made("candidate_version")
    me.go(f"{case_path}/course")
    assert page.locator("#renew").count() == 0
    assert [words for words in me.complaints if "422" not in words] == []
