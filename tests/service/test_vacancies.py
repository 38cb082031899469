"""Vacancies come in in every format; the index of every process follows them, also after damage."""

import json
import shutil

import pytest
from conftest import FIXTURES, lines
from places import NUMBERS, Place, index_of, running, until

from matcher.facts import known
from matcher.index import HEADER, Index

pytestmark = pytest.mark.slow

FEEDS = sorted(p for p in (FIXTURES / "feeds").iterdir() if p.suffix in (".json", ".jsonl", ".html", ".csv", ".txt"))
ADS = lines("vacancies.jsonl")


@pytest.fixture
def here(app, served):  # noqa: ARG001 it runs
    return Place(app, f"place-{next(NUMBERS)}")


def push(place, content, format="jsonl", **options):
    return place.feed.post(f"/v1/vacancies?format={format}&lang=en", content=content, **options)


def shown(place):
    found, cursor = [], None
    while True:
        page = place.consultant.get(
            "/v1/vacancies", params={"limit": 7} | ({"cursor": cursor} if cursor else {})
        ).json()
        found += page["vacancies"]
        if (cursor := page["next"]) is None:
            return found


@pytest.mark.parametrize("path", FEEDS, ids=lambda p: p.name)
def test_every_format_of_a_feed_is_read_as_the_command_line_reads_it(here, path):
    from matcher import feeds

    items = list(feeds.vacancies([path]))
    records = {r.id: r for r in items if not isinstance(r, feeds.Refusal)}
    if path.suffix == ".txt":  # whose id is its file's name
        records = {}
    answer = push(here, path.read_bytes(), path.suffix.removeprefix("."))
    assert answer.status_code == 200
    told = answer.json()
    assert told["created"] + told["refused"] == len(items)
    for row in shown(here):
        assert records.get(row["id"]) is None or row["record"] == records[row["id"]].model_dump(mode="json")


def test_each_row_is_answered_for(here):
    good, other = ADS[:2]
    bad = '{"id": "x", "title": "Kok"}'
    told = push(here, "\n".join([good, bad, other])).json()
    assert (told["created"], told["refused"]) == (2, 1)
    refused = next(r for r in told["rows"] if r["result"] == "refused")
    assert (refused["row"], refused["field"], refused["expected"]) == (2, "description", "is missing")
    again = push(here, "\n".join([good, other.replace("Vi ", "Vi i byen ", 1)])).json()
    assert [r["result"] for r in again["rows"]] == ["unchanged", "changed"]


def test_a_vacancy_is_shown_with_its_facts_and_the_words_they_were_read_from(here, vacancies):
    push(here, "\n".join(ADS[:5]))
    for expected in vacancies[:5]:
        body = here.consultant.get(f"/v1/vacancies/{expected.id}").json()
        assert body["record"] == expected.model_dump(mode="json")
        assert body["facts"] == known(expected).model_dump(mode="json")


def test_an_id_may_hold_what_an_address_must_escape(here):
    id_ = "jobnet/æ 1?x"
    push(here, json.dumps({"id": id_, "title": "Kok", "description": "Vi søger en kok."}))
    assert here.consultant.get("/v1/vacancies/jobnet%2F%C3%A6%201%3Fx").json()["id"] == id_
    assert here.feed("DELETE", "/v1/vacancies/jobnet%2F%C3%A6%201%3Fx").status_code == 204


def test_what_is_withdrawn_is_on_no_list_and_comes_back_with_the_feed(here):
    push(here, "\n".join(ADS[:4]))
    here.index_of(4)
    assert here.feed("DELETE", "/v1/vacancies/v002").status_code == 204
    here.index_of(3)
    listed = here.consultant.post("/v1/suggestions?k=50&include_broken=true", json={"id": "c", "goals": ["kok"]}).json()
    assert "v002" not in listed["vacancies"]
    assert [v["id"] for v in shown(here)] == ["v001", "v003", "v004"]
    assert push(here, "\n".join(ADS[:4])).json()["changed"] == 1
    here.index_of(4)


def test_an_empty_or_unreadable_feed_is_said(here):
    assert push(here, b"").json()["rows"] == []
    assert push(here, b"{", "json").json()["refused"] == 1
    assert push(here, b"\xff\xfe\x00", "csv").json()["refused"] >= 1
    assert push(here, ADS[0], "xml").status_code == 422


def test_no_part_of_a_feed_stays_behind_in_the_folder(here, settings):
    push(here, ADS[0])
    assert list(settings.data.glob(".feed-*")) == []


def test_another_process_serves_what_this_one_was_given(here, settings):
    with running(settings) as (other, _):
        push(here, "\n".join(ADS[:6]))
        here.index_of(6)
        index_of(other, here.tenant_id, 6)


@pytest.mark.parametrize("harm", ["folder", "header", "part", "rules"])
def test_an_index_that_is_gone_damaged_or_of_other_rules_is_made_anew(here, settings, harm):
    push(here, "\n".join(ADS[:5]))
    here.index_of(5)
    folder = settings.indexes / here.tenant_id
    header = folder / HEADER
    if harm == "folder":
        shutil.rmtree(folder)
    elif harm == "header":
        header.write_text("{")
    elif harm == "part":
        next(folder.glob("*/vectors.npy")).unlink()
    else:
        header.write_text(json.dumps(json.loads(header.read_text()) | {"rules": "others"}))
    with running(settings) as (other, _):
        index_of(other, here.tenant_id, 5)
    assert Index.load(folder).ids() == ["v001", "v002", "v003", "v004", "v005"]


def test_an_index_of_more_than_the_database_has_is_corrected_at_start(here, settings, index):
    """As after a backup was restored."""
    push(here, "\n".join(ADS[:3]))
    here.index_of(3)
    index.save(settings.indexes / here.tenant_id)
    with running(settings) as (other, _):
        index_of(other, here.tenant_id, 3)


def put_right(place, vacancy_id, body, version=1, who="consultant"):
    path = f"/v1/vacancies/{vacancy_id}/correction"
    return getattr(place, who).put(path, json=body, headers={"If-Match": f'"{version}"'})


def test_a_correction_is_kept_with_who_and_when_and_its_facts_are_used_from_then_on(here):
    push(here, "\n".join(ADS[:3]))
    here.index_of(3)
    right = {
        "hours": {"min": 20, "max": 25, "basis": "stated"},
        "times": {"evening": "yes"},
        "deadline": "2026-12-20",
        "postcode": "5000",
        "requirements": [{"kind": "driving_licence", "strength": "required", "what": "C"}],
    }
    answer = put_right(here, "v001", right)
    assert answer.status_code == 200, answer.text
    assert answer.headers["ETag"] == '"2"'
    facts, corrected = answer.json()["facts"], answer.json()["record"]["corrected"]
    (post,) = facts["posts"]
    assert (post["hours"]["value"]["max"], post["times"]["evening"]["value"]) == (25, "yes")
    assert (facts["deadline"]["value"], facts["place"]["value"]) == ("2026-12-20", "5000")
    sources = [fact["source"] for fact in (post["hours"], post["times"]["evening"], facts["deadline"], facts["place"])]
    assert sources == ["corrected"] * 4
    assert [(r["kind"], r["what"], r["quote"]) for r in post["requirements"]] == [("driving_licence", "C", "")]
    assert corrected["by"] == here.consultant.id
    assert corrected["at"]

    candidate = {"id": "c", "goals": ["butik"], "constraints": {"licences": ["B"], "not_times": ["evening"]}}

    def broken():
        listed = here.consultant.post("/v1/suggestions?include_broken=true&as_of=2026-11-23", json=candidate).json()
        checks = {s["vacancy_id"]: {c["constraint"]: c for c in s["checks"]} for s in listed["suggestions"]}["v001"]
        return checks if checks["licences"]["verdict"] == "broken" else None

    checks = until(broken)
    assert "C" in checks["licences"]["detail"]
    assert checks["not_times"]["verdict"] == "broken"


def test_a_title_an_employer_and_a_demand_that_were_put_right_are_those_of_every_list_and_the_ad_stays_as_it_came(
    here, app
):
    push(here, ADS[0])
    here.index_of(1)
    sent = here.consultant.get("/v1/vacancies/v001").json()["record"]
    right = {"title": "Gartner til park", "employer": "Parken A/S", "demands": {"noise": "yes"}}
    body = put_right(here, "v001", right).json()
    assert (body["record"]["title"], body["record"]["employer"]) == (sent["title"], sent["employer"])
    assert {"kind": "noise", "quote": ""} in body["facts"]["demands"]

    def listed():
        candidate = {"id": "c", "goals": ["gartner"], "constraints": {"never": ["noise"]}}
        told = here.consultant.post("/v1/suggestions?include_broken=true&as_of=2026-11-23", json=candidate).json()
        return told if told["vacancies"]["v001"]["title"] == "Gartner til park" else None

    told = until(listed)
    assert told["vacancies"]["v001"]["employer"] == "Parken A/S"
    (suggestion,) = told["suggestions"]
    assert (suggestion["band"], suggestion["points"]) == ("broken", "clearly")
    held = app.state.service.keeper.digests(here.tenant_id)
    here.index_of(1)
    assert app.state.service.keeper.digests(here.tenant_id) == held  # it is taken up once
    assert push(here, ADS[0]).json()["unchanged"] == 1


def test_no_correction_stands_again_as_it_was_read(here):
    push(here, ADS[0])
    read = here.consultant.get("/v1/vacancies/v001").json()
    assert put_right(here, "v001", {"deadline": "rolling", "no_fixed_workplace": True}).json()["facts"] != read["facts"]
    again = put_right(here, "v001", {}, version=2).json()
    assert (again["facts"], again["record"]) == (read["facts"], read["record"])


def test_a_correction_names_the_version_that_was_read_and_must_make_sense(here):
    push(here, ADS[0])
    assert put_right(here, "v001", {"deadline": "2026-12-20"}, version=7).status_code == 412
    without = here.consultant.put("/v1/vacancies/v001/correction", json={})
    assert without.status_code == 428
    for body in (
        {"hours": {"min": 30, "max": 20, "basis": "stated"}},
        {"deadline": "2026-02-30"},
        {"postcode": "87"},
        {"requirements": [{"kind": "driving_licence"}]},
        {"title": "Kok 010185-1234"},
        {"title": "x" * 301},
        {"demands": {"noise": "unknown"}},
        {"by": "somebody"},
        {"nope": 1},
    ):
        assert put_right(here, "v001", body).status_code == 422, body
    assert put_right(here, "v001", {"employment": "fleksjob"}, who="supervisor").status_code == 200
    assert put_right(here, "v001", {}, version=2, who="feed").status_code == 403


def test_words_that_are_no_quote_are_not_kept_as_one(here):
    push(here, ADS[0])
    body = {"hours": {"max": 20, "basis": "stated", "quote": "words that no ad has"}}
    assert put_right(here, "v001", body).json()["facts"]["posts"][0]["hours"]["quote"] is None


def test_a_correction_stays_until_the_ad_says_something_else(here):
    push(here, ADS[0])
    put_right(here, "v001", {"deadline": "2026-12-20"})
    assert push(here, ADS[0]).json()["unchanged"] == 1
    push(here, ADS[0].replace("Vi ", "Vi i byen ", 1))
    assert here.consultant.get("/v1/vacancies/v001").json()["record"]["corrected"]["deadline"] is None


def test_refused_rows_beyond_a_thousand_are_counted_and_not_told_one_by_one(here):
    told = push(here, "1\n" * 20_000).json()
    assert (told["refused"], len(told["rows"])) == (20_000, 1_000)
    assert told["rows"][-1]["row"] == 1_000


def test_whoever_pasted_an_ad_can_take_it_back_and_nobody_else(app, here):
    from service.ads import vacancies as ads
    from service.calls import Access
    from service.problems import Refused
    from service.scope import Caller

    made = here.consultant.post("/v1/vacancies?format=txt", content="Kok\nVi søger en kok til vores køkken.").json()
    (row,) = made["rows"]
    other, me = (Caller(p.id, here.tenant_id, "consultant", "north") for p in (here.colleague, here.consultant))
    with pytest.raises(Refused):
        ads.take_back(Access(app.state.service, other, "da"), row["id"])
    ads.take_back(Access(app.state.service, me, "da"), row["id"])
    assert here.consultant.get(f"/v1/vacancies/{row['id']}").status_code == 404
    push(here, ADS[0])
    with pytest.raises(Refused):
        ads.take_back(Access(app.state.service, me, "da"), json.loads(ADS[0])["id"])


def posting(employer, title="Kok", **more):
    ad = {"@type": "JobPosting", "title": title, "description": f"<p>Vi søger en {title.lower()} i byen.</p>"}
    return ad | {"identifier": "1042", "hiringOrganization": {"name": employer}} | more


def results(answer):
    return [(row["result"], row["id"]) for row in answer.json()["rows"]]


def test_another_employers_ad_under_the_same_number_is_another_vacancy(here):
    [(first, cleaner)] = results(push(here, json.dumps([posting("Blankt ApS", "Rengøringsassistent")]), "json"))
    [(second, gardener)] = results(push(here, json.dumps([posting("Grave A/S", "Gartner")]), "json"))
    assert first == second == "created"
    assert cleaner != gardener
    titles = {v["id"]: v["record"]["title"] for v in shown(here)}
    assert titles == {cleaner: "Rengøringsassistent", gardener: "Gartner"}


def test_the_same_ad_in_other_words_or_with_another_legal_form_is_the_same_vacancy(here):
    [(_, id_)] = results(push(here, json.dumps([posting("Blankt ApS")]), "json"))
    assert results(push(here, json.dumps([posting("Blankt ApS")]), "json")) == [("unchanged", id_)]
    for changed in (posting("Blankt A/S"), posting("BLANKT", "Kok til kantinen")):
        assert results(push(here, json.dumps([changed]), "json")) == [("changed", id_)]
    assert len(shown(here)) == 1


def test_an_explicit_id_that_is_another_employers_makes_a_second_vacancy_and_a_correction_stays_where_it_was(here):
    ad = {"id": "k1", "title": "Kok", "description": "Vi søger en kok.", "employer": "Blankt ApS"}
    push(here, json.dumps(ad))
    put_right(here, "k1", {"deadline": "2026-12-20"})
    [(result, other)] = results(push(here, json.dumps(ad | {"employer": "Grave A/S", "title": "Gartner"})))
    assert (result, other == "k1") == ("created", False)
    assert here.consultant.get("/v1/vacancies/k1").json()["record"]["corrected"]["deadline"] == "2026-12-20"
    assert here.consultant.get("/v1/vacancies/k1").json()["record"]["title"] == "Kok"
    assert results(push(here, json.dumps(ad | {"employer": "Blankt A/S"})))[0] == ("changed", "k1")


def test_an_ad_that_stands_under_its_bare_number_is_found_there(here):
    """Earlier versions took a feed's number for an id."""
    push(here, json.dumps({"id": "1042", "title": "Kok", "description": "Vi søger.", "employer": "Blankt ApS"}))
    assert results(push(here, json.dumps([posting("Blankt A/S")]), "json")) == [("changed", "1042")]
    [(result, other)] = results(push(here, json.dumps([posting("Grave A/S")]), "json"))
    assert (result, other == "1042") == ("created", False)


def test_two_rows_of_one_feed_that_are_one_vacancy_are_told(here):
    push(here, json.dumps({"id": "1042", "title": "Kok", "description": "Vi søger.", "employer": "Blankt ApS"}))
    both = [posting("Blankt ApS"), posting("Blankt ApS", url="https://blankt.example/job/1")]
    told = push(here, json.dumps(both), "json").json()
    assert (told["changed"], told["refused"]) == (1, 1)
    assert next(r for r in told["rows"] if r["result"] == "refused")["field"] == "id"
