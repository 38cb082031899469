"""Which ad is which: two employers' ads never replace each other; one employer's is the same when it comes again."""

import json

import pytest
from toy import WordEncoder

from matcher.feeds import Refusal, vacancies
from matcher.index import Index


def posting(identifier, employer="Blankt ApS", title="Kok", **more):
    ad = {"@type": "JobPosting", "title": title, "description": f"<p>Vi søger en {title.lower()}.</p>"}
    return ad | {"identifier": identifier, "hiringOrganization": {"name": employer} if employer else None} | more


def own(id_, employer=None, title="Kok", **more):
    return {"id": id_, "title": title, "description": f"Vi søger en {title.lower()}.", "employer": employer} | more


class Held(dict):
    """What a place holds: ads go in under the ids that they get there."""

    def take(self, file, *ads):
        content = "\n".join(map(json.dumps, ads)) if "id" in ads[0] else list(ads)
        records = list(vacancies([file(content, f"{len(self)}.{'jsonl' if 'id' in ads[0] else 'json'}")], self.get))
        self.update((r.id, r) for r in records if not isinstance(r, Refusal))
        return [r if isinstance(r, Refusal) else r.id for r in records]


@pytest.fixture
def held():
    return Held()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (posting("1042"), posting("1042", "Grave A/S", "Gartner")),
        (posting(1042), posting("1042", "Grave A/S", "Kok")),
        (posting({"name": "Blankt", "value": "Job 7"}), posting({"name": "Grave", "value": "Job 7"}, "Grave A/S")),
        (posting("KOK"), posting("KOK", "Grave A/S")),
        (posting("7", url="https://blankt.example/job/7"), posting("7", "Grave", url="https://grave.example/job/7")),
        (posting("7", url="https://jobs.example/a"), posting("7", "Grave", url="https://jobs.example/b")),
        (posting("Blankt ApS", title="Kok"), posting("Blankt ApS", title="Tjener")),
        (posting({"name": "Blankt ApS", "value": ""}, title="Kok"), posting({"name": "Blankt ApS"}, title="Tjener")),
        (posting({"name": "Portalen", "value": "Portalen"}, title="Kok"), posting({"value": "0"}, title="Tjener")),
        (posting(None, url="https://blankt.example/"), posting(None, title="Tjener", url="https://blankt.example/")),
        (own("k1", "Blankt ApS"), own("k1", "Grave A/S", "Gartner")),
        (own("k1", "Blankt ApS"), own("k1", None, "Gartner")),
        (posting("7", None), posting("7", None, "Gartner")),
    ],
)
def test_two_jobs_are_two_one_after_the_other_and_neither_replaces_the_other(file, held, first, second):
    [a] = held.take(file, first)
    [b] = held.take(file, second)
    assert a != b
    assert len(held) == 2
    assert held.take(file, second) == [b]  # and each is found again
    assert held.take(file, first) == [a]
    assert len(held) == 2


@pytest.mark.parametrize(
    "ads",
    [
        [posting("1042"), posting("1042", "Grave A/S")],
        [own("k1", "Blankt ApS"), own("k1", "Grave A/S")],
        [posting("kok-7"), posting("kok-7", "Grave A/S")],
    ],
)
def test_two_employers_ads_in_one_file_are_two(file, held, ads):
    first = held.take(file, *ads)
    assert len(set(first)) == 2
    assert held.take(file, *reversed(ads)) == [*reversed(first)]
    assert len(held) == 2


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (posting("1042"), posting("1042", "Blankt A/S")),
        (posting("1042"), posting("1042", "BLANKT")),
        (posting("1042"), posting("1042", title="Kok til kantinen", description="<p>Helt andre ord.</p>")),
        (
            posting("7", url="https://blankt.example/job/7"),
            posting("7", url="https://www.blankt.example/job/7?ref=mail"),
        ),
        (posting("7"), posting("7", url="https://blankt.example/job/7")),
        (posting(None, url="https://blankt.example/7"), posting(None, "Blankt", url="https://blankt.example/7")),
        (own("k1", "Blankt ApS"), own("k1", "Blankt", "Kok i køkken")),
        (own("k1"), own("k1", None, "Kok i køkken", description="Andre ord.")),
        (own("k1"), own("k1", "Blankt ApS")),
        (posting("7", None), posting("7", None, description="<p>Andre ord om det samme.</p>")),
    ],
)
def test_the_same_ad_sent_again_keeps_its_id(file, held, before, now):
    [first] = held.take(file, before)
    assert held.take(file, now) == [first]
    assert len(held) == 1


@pytest.mark.parametrize(
    ("stored", "now"),
    [
        (own("1042", "Blankt ApS"), posting("1042")),
        (
            own("1042", "Blankt ApS", url="https://blankt.example/job/1042"),
            posting("1042", "Blankt A/S", url="https://blankt.example/job/1042", description="<p>Andre ord.</p>"),
        ),
        (own("Blankt ApS", "Blankt ApS"), posting("Blankt ApS")),
        (
            own("https://blankt.example/", "Blankt ApS", url="https://blankt.example/"),
            posting(None, url="https://blankt.example/"),
        ),
    ],
)
def test_an_ad_that_an_earlier_version_stored_is_found_under_its_id(file, held, stored, now):
    held.take(file, stored | {"source": "JobPosting"})
    assert held.take(file, now) == [stored["id"]]


@pytest.mark.parametrize(
    ("stored", "now"),
    [
        (own("1042", "Blankt ApS"), posting("1042", "Grave A/S")),
        (own("Blankt ApS", "Blankt ApS"), posting("Blankt ApS", title="Tjener")),
        (own("7", "Blankt", url="https://a.example/7"), posting("7", "Blankt", url="https://b.example/7")),
    ],
)
def test_an_earlier_versions_id_is_not_taken_by_another_job(file, held, stored, now):
    held.take(file, stored)
    assert held.take(file, now) != [stored["id"]]
    assert held[stored["id"]].employer == stored["employer"]


@pytest.mark.parametrize(
    "ads",
    [[posting("7"), posting("7", "Blankt A/S")], [own("a"), own("a")], [own("a", "Blankt"), own("a", "BLANKT ApS")]],
)
def test_one_id_twice_in_one_file_for_one_employer_is_told(file, held, ads):
    first, refusal = held.take(file, *ads)
    assert isinstance(refusal, Refusal)
    assert (refusal.row, refusal.code) == (2, "same_id")
    assert list(held) == [first]


def test_jobnets_ids_are_jobnets_own(file, held):
    ad = {"jobAdId": "j1", "title": "Kok", "description": "x", "hiringOrgName": "Kroen"}
    assert held.take(file, ad) == held.take(file, ad | {"hiringOrgName": "Kroen ved Fjorden"}) == ["j1"]


def test_an_index_is_added_to_in_the_same_way(file):
    encoder, ads = WordEncoder(), [posting("1042"), posting("1042", "Grave A/S", "Gartner")]
    index = Index.build(vacancies([file([ads[0]], "a.json")]), encoder)
    ids = set(index.ids())

    def held(name):
        return index.record(index.row(name))[0] if name in ids else None

    both = index.add(vacancies([file([ads[1]], "b.json")], held), encoder)
    assert {both.record(row)[0].title for row in range(len(both))} == {"Kok", "Gartner"}
