"""Employers: one of many spellings, joined to its ads; what was learned is read by whom it is shared with; contacts."""

import datetime
import gc
import hashlib
import json
import sqlite3
from contextlib import closing

import pytest
from places import NUMBERS, until

from service import retention
from service.door import tenants
from service.store import Answered, CaseEvent, Contact, Disclosure, Entry, Placement, now

TODAY = datetime.date.today()
VISIT = {"day": TODAY.isoformat(), "kind": "visit", "purpose": "needs"}
WISHES = {"goals": ["noget i et køkken"], "interests": ["at holde orden"]}


def name(words="Nordlys Møbler"):
    return f"{words} {'abcdefghij'[next(NUMBERS) % 10]}{next(NUMBERS)}x"


def employer(someone, **fields):
    made = someone.post("/v1/employers", json={"name": name()} | fields)
    assert made.status_code == 201, made.text
    return made.json()["employer_id"]


def contact(someone, employer_id, **fields):
    made = someone.post(f"/v1/employers/{employer_id}/contacts", json=VISIT | fields)
    assert made.status_code == 201, made.text
    return made.json()["contact_id"]


def refused(answer):
    """The fields that are refused."""
    assert answer.status_code == 422, answer.text
    return [error["field"] for error in answer.json()["errors"]]


def changed(someone, employer_id, **fields):
    read = someone.get(f"/v1/employers/{employer_id}")
    kept = {k: read.json()[k] for k in ("name", "cvr", "places", "owner_id", "needs", "shared")}
    return someone.put(f"/v1/employers/{employer_id}", json=kept | fields, headers={"If-Match": read.headers["etag"]})


def push(place, *ads):
    lines = [{"title": "Køkkenhjælp", "description": "Du hjælper i køkkenet."} | ad for ad in ads]
    answer = place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(map(json.dumps, lines)))
    assert answer.json()["refused"] == 0, answer.text


def ads_of(someone, employer_id):
    return [ad["vacancy_id"] for ad in someone.get(f"/v1/employers/{employer_id}/vacancies").json()["vacancies"]]


# --- the register ---


def test_an_employer_is_found_by_its_name_however_it_is_spelled_by_its_cvr_and_by_its_town(place):
    own, other = name("Café Åen"), name("Kro & Co")
    one = employer(place.consultant, name=f"{own} A/S", cvr="10150817", places=["8700"])
    employer(place.consultant, name=other)

    def texts(text):
        found = place.consultant.get("/v1/employers", params={"text": text, "limit": 200}).json()["employers"]
        return [row["id"] for row in found]

    assert texts(own.upper().replace("CAFÉ", "cafe")) == [one]
    assert texts("10 15 08 17") == [one]
    assert one in texts("horsens")
    assert one not in texts("Odense")
    assert texts("Findes Ikke Her") == []


@pytest.mark.parametrize("cvr", ["10150818", "1015081", "abcdefgh", "00000000"])
def test_a_number_that_can_be_no_cvr_number_is_refused(place, cvr):
    assert refused(place.consultant.post("/v1/employers", json={"name": name(), "cvr": cvr})) == ["cvr"]


def test_an_employer_of_the_same_name_is_refused_and_one_of_nearly_the_same_is_another(place):
    own = name("Fjordens Bager")
    one = employer(place.consultant, name=own)
    assert refused(place.consultant.post("/v1/employers", json={"name": f"{own.upper()} ApS"})) == ["name"]
    other = employer(place.consultant, name=own.replace("Bager", "Lager"))
    assert [near["id"] for near in place.consultant.get(f"/v1/employers/{one}").json()["near"]] == []
    holding = employer(place.consultant, name=f"{own} Holding")
    assert [near["id"] for near in place.consultant.get(f"/v1/employers/{one}").json()["near"]] == [holding]
    assert other != one


def test_what_cannot_be_is_refused_by_its_field(place):
    sent = {
        "name": "–",
        "needs": "De har en medarbejder med skizofreni, som jeg har fulgt",
        "places": ["0001"],
        "owner_id": "nobody",
    }
    for field, value in sent.items():
        answer = place.consultant.post("/v1/employers", json={"name": name()} | {field: value})
        assert refused(answer)[0].startswith(field)


def test_a_list_that_is_too_long_is_refused_in_words(place):
    me, one = place.consultant, employer(place.consultant)
    for path, sent in (
        ("/v1/employers", {"name": name(), "places": ["8700"] * 21}),
        (f"/v1/employers/{one}/contacts", VISIT | {"wishes": [{"candidate_id": "a", "statement": "b"}] * 21}),
    ):
        answer = me.post(path, json=sent)
        assert refused(answer) == [next(key for key in ("places", "wishes") if key in sent)]
        assert "højst 20" in answer.text


def test_a_change_names_the_version_that_was_read(place):
    one = employer(place.consultant)
    assert changed(place.consultant, one, needs="Mangler hjælp til opvasken").json()["version"] == 2
    late = place.consultant.put(f"/v1/employers/{one}", json={"name": name()}, headers={"If-Match": '"1"'})
    assert late.status_code == 412


def test_a_new_name_keeps_the_ads_of_the_one_before(place):
    before, after = name(), name()
    push(place, {"id": f"o{next(NUMBERS)}", "employer": before}, {"id": "newname", "employer": after})
    one = employer(place.consultant, name=before)
    old = ads_of(place.consultant, one)
    assert changed(place.consultant, one, name=after).status_code == 200
    assert sorted(ads_of(place.consultant, one)) == sorted([*old, "newname"])
    assert changed(place.consultant, one, name=before).status_code == 200
    assert len(ads_of(place.consultant, one)) == 2


def test_ads_are_joined_by_the_key_of_the_name_also_withdrawn_and_corrected_ones(place):
    own = name("Ærø Kro")
    ids = [f"ad{next(NUMBERS)}" for _ in range(4)]
    spelled = (own, f"{own.upper()} A/S", f"{own} v/ Ib Bo", "Ærø Krostue")
    push(place, *({"id": id_, "employer": words} for id_, words in zip(ids, spelled, strict=True)))
    one = employer(place.consultant, name=own)
    assert sorted(ads_of(place.consultant, one)) == sorted(ids[:3])
    place.feed("DELETE", f"/v1/vacancies/{ids[0]}")
    assert ads_of(place.consultant, one)[-1] == ids[0]
    tag = place.consultant.get(f"/v1/vacancies/{ids[3]}").headers["etag"]
    place.consultant.put(f"/v1/vacancies/{ids[3]}/correction", json={"employer": own}, headers={"If-Match": tag})
    assert ids[3] in ads_of(place.consultant, one)


# --- who reads what was learned ---


@pytest.mark.parametrize(
    ("shared", "readers"),
    [
        ("all", {"consultant", "colleague", "stranger"}),
        ("team", {"consultant", "colleague"}),
        ("owner", {"consultant"}),
    ],
)
def test_what_was_learned_is_read_by_those_with_whom_it_is_shared(place, shared, readers):
    me = place.consultant
    one = employer(me, owner_id=me.id, shared=shared, needs="Mangler hjælp til opvasken")
    made = contact(me, one, learned="Der er travlt om fredagen")
    for role in ("consultant", "colleague", "stranger"):
        someone, may = getattr(place, role), role in readers
        read = someone.get(f"/v1/employers/{one}").json()
        assert (read["is_shared"], read["needs"] is not None) == (may, may)
        seen = [row["id"] for row in someone.get(f"/v1/employers/{one}/contacts").json()["contacts"]]
        assert seen == ([made] if may else [])


def test_whoever_may_not_read_what_was_learned_changes_neither_it_nor_whose_it_is(place):
    me = place.consultant
    one = employer(me, owner_id=me.id, shared="owner", needs="Mangler hjælp til opvasken")
    for fields in ({"owner_id": place.stranger.id}, {"shared": "all"}, {"needs": "Noget andet"}):
        assert changed(place.stranger, one, **fields).status_code == 409
    assert changed(place.stranger, one, cvr="10150817").status_code == 200
    read = me.get(f"/v1/employers/{one}").json()
    assert (read["needs"], read["cvr"]) == ("Mangler hjælp til opvasken", "10150817")
    assert place.stranger("DELETE", f"/v1/employers/{one}").status_code == 409


def test_ones_own_contact_is_read_with_whomever_the_rest_is_shared(place):
    me = place.consultant
    one = employer(me, owner_id=me.id, shared="owner")
    theirs = contact(place.stranger, one, learned="De bager selv")
    assert [row["id"] for row in place.stranger.get(f"/v1/employers/{one}/contacts").json()["contacts"]] == [theirs]


def test_nobody_takes_over_a_colleagues_employer_or_shares_it_with_fewer(place):
    me, colleague = place.consultant, place.colleague
    one, nobodys = employer(me, owner_id=me.id, shared="all"), employer(me)
    for fields in ({"owner_id": colleague.id}, {"owner_id": colleague.id, "shared": "owner"}, {"shared": "team"}):
        assert changed(colleague, one, **fields).status_code == 409
    assert changed(colleague, one, needs="Mangler hjælp til opvasken").status_code == 200
    assert changed(colleague, nobodys, owner_id=colleague.id, shared="owner").status_code == 200
    assert changed(me, one, owner_id=colleague.id).status_code == 200


def test_what_nobody_owns_is_shared_with_all(place):
    sent = {"name": name(), "shared": "owner"}
    assert refused(place.consultant.post("/v1/employers", json=sent)) == ["owner_id"]
    one = employer(place.consultant, owner_id=place.consultant.id, shared="team")
    assert refused(changed(place.consultant, one, owner_id=None)) == ["owner_id"]
    assert changed(place.consultant, one, owner_id=None, shared="all").status_code == 200


def test_what_was_shared_with_few_is_not_everybodys_when_its_owner_is_deleted(app, place):
    leaver, me = place.user("consultant", "north"), place.consultant
    key = {"Idempotency-Key": "leaver"}
    one, shared = (employer(leaver, owner_id=leaver.id, shared=how, needs="Opvask") for how in ("owner", "all"))
    contact(leaver, one, learned="Der er travlt om fredagen")
    leaver.post("/v1/employers", json={"name": name()}, headers=key)
    with app.state.service.store.writing() as db:
        tenants.remove_user(db, place.name, leaver.name)
    with app.state.service.store.reading() as db:
        assert db.query(Answered).filter_by(caller=leaver.id).count() == 0
    for someone, may in ((me, False), (place.stranger, False), (place.supervisor, True)):
        assert [someone.get(f"/v1/employers/{id_}").json()["is_shared"] for id_ in (one, shared)] == [may, True]
        assert len(someone.get(f"/v1/employers/{one}/contacts").json()["contacts"]) == may
    assert changed(place.supervisor, one, owner_id=me.id).status_code == 200
    assert me.get(f"/v1/employers/{one}").json()["needs"] == "Opvask"


# --- contacts ---


def test_a_contact_serves_wishes_of_several_people_in_their_own_words(place):
    me = place.consultant
    one = employer(me)
    cases = [me.post("/v1/candidates", json=WISHES).json()["candidate_id"] for _ in range(2)]
    wishes = [{"candidate_id": case, "statement": WISHES["goals"][0]} for case in cases]
    contact(me, one, wishes=wishes, person="Bo Holm, køkkenchef, tlf. 22 34 56 78", next_step="Ring igen")
    (shown,) = me.get(f"/v1/employers/{one}/contacts").json()["contacts"]
    assert sorted(shown["wishes"], key=str) == sorted(wishes, key=str)
    assert (shown["number_of_wishes"], shown["face_to_face"]) == (2, True)
    (for_colleague,) = place.colleague.get(f"/v1/employers/{one}/contacts").json()["contacts"]
    assert (for_colleague["wishes"], for_colleague["number_of_wishes"]) == ([], 2)
    me("DELETE", f"/v1/candidates/{cases[0]}")
    (left,) = me.get(f"/v1/employers/{one}/contacts").json()["contacts"]
    assert ([wish["candidate_id"] for wish in left["wishes"]], left["number_of_wishes"]) == ([cases[1]], 2)


def test_a_wish_is_one_that_the_person_has_said_and_the_person_is_within_reach(place):
    me = place.consultant
    one, case = employer(me), me.post("/v1/candidates", json=WISHES).json()["candidate_id"]
    path = f"/v1/employers/{one}/contacts"
    said = {"candidate_id": case, "statement": WISHES["goals"][0]}
    other = said | {"statement": "noget andet"}
    assert refused(me.post(path, json=VISIT | {"wishes": [other]})) == ["wishes.0"]
    assert refused(me.post(path, json=VISIT | {"wishes": [said, said]})) == ["wishes.1"]
    assert place.stranger.post(path, json=VISIT | {"wishes": [said]}).status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("day", (TODAY + datetime.timedelta(days=1)).isoformat()),
        ("day", (TODAY - datetime.timedelta(days=400)).isoformat()),
        ("next_day", (TODAY - datetime.timedelta(days=1)).isoformat()),
        ("person", "Bo, 010185-1234"),
        ("learned", "Chefen spurgte til hendes depression"),
        ("next_step", "Tag medicinlisten med til Bo Hansen, 010185-1234"),
        ("purpose", "small_talk"),
    ],
)
def test_what_a_contact_cannot_say_is_refused_by_its_field(place, field, value):
    one = employer(place.consultant)
    answer = place.consultant.post(f"/v1/employers/{one}/contacts", json=VISIT | {field: value})
    assert refused(answer) == [field]
    assert value not in answer.text


def test_the_same_contact_sent_twice_is_one(place):
    one, key = employer(place.consultant), {"Idempotency-Key": f"k{next(NUMBERS)}"}
    path = f"/v1/employers/{one}/contacts"
    first, second = (place.consultant.post(path, json=VISIT, headers=key).json() for _ in range(2))
    assert first == second
    assert len(place.consultant.get(path).json()["contacts"]) == 1


def test_the_week_counts_ones_own_visits_and_a_supervisors_team_as_a_sum(place):
    me, one = place.user("consultant", "north"), employer(place.consultant)
    team = place.supervisor.get("/v1/contacts/week").json()["team"]
    contact(me, one)
    contact(me, one, kind="call")
    contact(me, one, kind="call", face_to_face=True)
    contact(me, one, day=(TODAY - datetime.timedelta(days=7)).isoformat())
    contact(place.stranger, one)
    assert me.get("/v1/contacts/week").json() == {"mine": 2, "of": 6, "team": None}
    assert place.supervisor.get("/v1/contacts/week").json()["team"] == team + 2


def test_a_contact_is_deleted_by_whoever_had_it(place):
    one = employer(place.consultant)
    made = contact(place.consultant, one)
    assert place.colleague("DELETE", f"/v1/contacts/{made}").status_code == 404
    assert place.consultant("DELETE", f"/v1/contacts/{made}").status_code == 204
    assert place.consultant.get(f"/v1/employers/{one}/contacts").json()["contacts"] == []


# --- two that are one, and an end ---


def test_two_employers_become_one_with_all_that_was_theirs(app, place):
    me = place.consultant
    here, there = name(), name()
    push(place, {"id": f"merged{next(NUMBERS)}", "employer": there})
    one, other = employer(me, name=here, needs="Opvask"), employer(me, name=there, needs="Rengøring", places=["8700"])
    case = me.post("/v1/candidates", json=WISHES).json()["candidate_id"]
    contact(me, other)
    job = {"title": "Opvasker", "employment": "ordinary", "contract": "permanent", "paid": True, "began": TODAY}
    with app.state.service.store.writing() as db:
        db.add(Placement(candidate_id=case, employer_id=other, by=me.id, **job))
        db.add(CaseEvent(candidate_id=case, employer_id=other, kind="contacted", by=me.id))
        for employer_id, state, days in ((one, "nothing", 2), (other, "by_person", 1)):
            at = now() - datetime.timedelta(days=days)
            db.add(Disclosure(candidate_id=case, employer_id=employer_id, state=state, day=TODAY, by=me.id, at=at))
    ads = ads_of(me, other)
    assert me.post(f"/v1/employers/{one}/merge", json={"employer_id": other}).json()["version"] == 2
    read = me.get(f"/v1/employers/{one}").json()
    assert (read["needs"], read["places"]) == ("Opvask\nRengøring", ["8700"])
    assert ads_of(me, one) == ads != []
    assert len(me.get(f"/v1/employers/{one}/contacts").json()["contacts"]) == 1
    assert me.get(f"/v1/employers/{other}").status_code == 404
    assert refused(me.post("/v1/employers", json={"name": f"{there} A/S"})) == ["name"]
    with app.state.service.store.reading() as db:
        assert [p.employer_id for p in db.query(Placement).filter_by(candidate_id=case)] == [one]
        assert [(d.employer_id, d.state) for d in db.query(Disclosure).filter_by(candidate_id=case)] == [
            (one, "nothing")  # whoever makes one of two opens nothing
        ]
        assert [e.employer_id for e in db.query(CaseEvent).filter_by(candidate_id=case, kind="contacted")] == [one]
    assert me.post(f"/v1/employers/{one}/merge", json={"employer_id": one}).status_code == 409


def test_what_is_made_of_two_is_shared_with_no_more_colleagues_than_either(place):
    me, colleague = place.consultant, place.colleague
    open_, closer = employer(me, shared="all"), employer(me, owner_id=me.id, shared="owner", needs="Opvask")
    assert me.post(f"/v1/employers/{open_}/merge", json={"employer_id": closer}).status_code == 200
    read = me.get(f"/v1/employers/{open_}").json()
    assert (read["shared"], read["owner_id"], read["needs"]) == ("owner", me.id, "Opvask")
    assert colleague.get(f"/v1/employers/{open_}").json()["needs"] is None
    theirs = employer(colleague, owner_id=colleague.id, shared="all", needs="Rengøring")
    assert me.post(f"/v1/employers/{open_}/merge", json={"employer_id": theirs}).status_code == 409  # would hide it
    mine = employer(me, owner_id=me.id, shared="all")
    assert me.post(f"/v1/employers/{mine}/merge", json={"employer_id": theirs}).status_code == 200
    assert colleague.get(f"/v1/employers/{mine}").json()["needs"] == "Rengøring"


def test_an_employer_is_deleted_with_its_contacts_but_not_where_somebody_works(app, place):
    me = place.consultant
    one, other = employer(me), employer(me)
    made = contact(me, one)
    case = me.post("/v1/candidates", json=WISHES).json()["candidate_id"]
    job = {"title": "Opvasker", "employment": "ordinary", "contract": "permanent", "paid": True, "began": TODAY}
    with app.state.service.store.writing() as db:
        db.add(Placement(candidate_id=case, employer_id=other, by=me.id, **job))
    assert me("DELETE", f"/v1/employers/{other}").status_code == 409
    assert me("DELETE", f"/v1/employers/{one}").status_code == 204
    assert me("DELETE", f"/v1/contacts/{made}").status_code == 404
    removed = app.state.service.removals.lines()
    assert (one, "employer") in {(line["id"], line["kind"]) for line in removed}


def test_contacts_past_their_retention_go_and_the_log_says_how_many(app, place, settings):
    me, store = place.consultant, app.state.service.store
    one = employer(me)
    old, young = contact(me, one), contact(me, one)
    with store.writing() as db:
        db.get_one(Contact, old).day = TODAY - retention.MONTH * (settings.keep_contacts_months + 1)
        db.get_one(Contact, young).day = TODAY - retention.MONTH * (settings.keep_contacts_months - 1)
    assert retention.apply(store, settings)["contacts"] == 1
    assert [row["id"] for row in me.get(f"/v1/employers/{one}/contacts").json()["contacts"]] == [young]
    with store.reading() as db:
        assert db.query(Entry).where(Entry.action == "contacts.expired").count() == 1


# --- leads ---


def leads(someone, case, **asked):
    answer = someone.get(f"/v1/candidates/{case}/leads", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def lead_of(someone, case, employer_id):
    """The lead of an employer, once the index of what is known has it."""
    found = leads(someone, case, k=100)["leads"]
    return next((lead for lead in found if lead["employer_id"] == employer_id), None)


def test_leads_are_found_by_withdrawn_ads_and_by_what_was_learned(place):
    me = place.consultant
    case = me.post("/v1/candidates", json=WISHES).json()["candidate_id"]
    here, id_ = name("Kantinen"), f"gone{next(NUMBERS)}"
    push(place, {"id": id_, "employer": here, "published": "2026-03-02"})
    one = employer(me, name=here)
    other = employer(me, needs="De mangler en til at holde orden i køkkenet")
    third = employer(me)
    place.feed("DELETE", f"/v1/vacancies/{id_}")
    by_ad = until(lambda: lead_of(me, case, one))
    assert (by_ad["vacancy_id"], by_ad["learned"], by_ad["published"]) == (id_, False, "2026-03-02")
    by_learning = until(lambda: lead_of(me, case, other))
    assert (by_learning["vacancy_id"], by_learning["learned"]) == (None, True)
    sums = sum(evidence["contribution"] for evidence in by_learning["suggestion"]["evidence"])
    assert sums == pytest.approx(by_learning["suggestion"]["score"], abs=1e-6)
    unknown = {row["employer_id"] for row in leads(me, case)["unknown"]}
    assert third in unknown
    assert not {one, other} & unknown
    contact(me, third, learned="De mangler en i køkkenet")
    assert until(lambda: lead_of(me, case, third))["learned"]


def test_no_lead_rests_on_what_is_not_shared_with_the_caller(place):
    me, stranger = place.consultant, place.stranger
    mine, theirs = (who.post("/v1/candidates", json=WISHES).json()["candidate_id"] for who in (me, stranger))
    one = employer(me, owner_id=me.id, shared="owner", needs="De mangler en til at holde orden i køkkenet")
    assert until(lambda: lead_of(me, mine, one))
    found = leads(stranger, theirs, k=100)
    assert [lead for lead in found["leads"] if lead["employer_id"] == one] == []
    assert "holde orden i køkkenet" not in json.dumps(found["leads"], ensure_ascii=False)


def test_what_is_deleted_leads_nowhere_any_more(place):
    me = place.consultant
    case = me.post("/v1/candidates", json=WISHES).json()["candidate_id"]
    one = employer(me)
    made = contact(me, one, learned="De mangler en i køkkenet")
    assert until(lambda: lead_of(me, case, one))
    me("DELETE", f"/v1/contacts/{made}")
    assert until(lambda: lead_of(me, case, one) is None)


def test_what_was_learned_is_in_no_cache_of_vectors_and_an_ad_is(app, place, settings):
    me, learned = place.consultant, f"De mangler {name('en der holder orden')}"
    case = me.post("/v1/candidates", json=WISHES).json()["candidate_id"]
    title = f"Køkkenhjælp {name()}"
    push(place, {"id": f"cached{next(NUMBERS)}", "employer": name(), "title": title})
    one = employer(me, needs=learned, places=["8700", "7100"])
    assert until(lambda: lead_of(me, case, one))
    until(lambda: not app.state.service.keeper.is_behind())
    kept = set()
    for file in settings.vectors.glob("*.sqlite"):
        with closing(sqlite3.connect(file)) as cache:
            kept |= {key for (key,) in cache.execute("SELECT key FROM vectors")}
    marks = [hashlib.blake2b(text.encode(), digest_size=16).digest() for text in (learned, title)]
    assert [mark in kept for mark in marks] == [False, True]


@pytest.fixture
def no_collector():
    """What is forgotten stays."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
def test_whoever_makes_the_lists_and_leads_gives_every_connection_back(app, place):
    case = place.consultant.post("/v1/candidates", json=WISHES).json()["candidate_id"]
    one = employer(place.consultant)
    contact(place.consultant, one, learned="De mangler en i køkkenet")
    until(lambda: lead_of(place.consultant, case, one))
    pool = app.state.service.store.engine.pool
    until(lambda: pool.checkedout() == 0)


def test_an_index_of_leads_that_nothing_is_left_for_leaves_the_disk(app, place, settings):
    """Also one that this version cannot load: it may hold what was deleted."""
    keeper, folder = app.state.service.leads, settings.leads / place.tenant_id
    until(lambda: not keeper.is_behind())
    other = settings.leads / "nobodys"
    (other / "damaged").mkdir(parents=True)
    keeper._bring_up_to_date("nobodys", 1)
    assert (other.exists(), folder.exists(), keeper.has("nobodys", 1)) == (False, True, True)
