"""What says nothing is nothing in every feed; licences are understood as people write them; letters are those seen."""

import datetime
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher import reader
from matcher.facts.papers import may_drive
from matcher.feeds import Refusal, candidates, vacancies
from matcher.feeds.cleaning import clean
from matcher.index import Index
from matcher.schema import Candidate, Vacancy

NO_DATES = [
    "1900-01-01",
    "1900-01-01T00:00:00",
    "0001-01-01T00:00:00Z",
    "0000-00-00",
    "1970-01-01",
    "1-1-1900",
    "9999-12-31",
    "N/A",
]
NO_WORDS = ["UNAVAILABLE", "N/A", "n/a", "null", "None", "-", "–", "ukendt", "Ikke oplyst", "NotDisclosed", "undefined"]


def read(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    (record,) = vacancies([path])
    return record


def jobnet(deadline):
    return json.dumps(
        [
            {
                "jobAdId": "a",
                "title": "Kok",
                "description": "Vi søger en kok til vores køkken.",
                "hiringOrgName": "Kro",
                "applicationDeadline": deadline,
            }
        ]
    )


def posting(**fields):
    return json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "JobPosting",
            "title": "Kok",
            "identifier": "a",
            "description": "Vi søger en kok.",
            **fields,
        }
    )


# --- nothing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", NO_DATES)
def test_a_day_of_no_day_is_no_deadline_in_any_feed(tmp_path, written):
    assert read(tmp_path, "a.json", jobnet(written)).deadline is None
    assert read(tmp_path, "b.json", posting(validThrough=written)).deadline is None
    table = f"id;titel;beskrivelse;frist\na;Kok;Vi søger en kok.;{written}\n"
    assert read(tmp_path, "c.csv", table).deadline is None


@pytest.mark.parametrize("written", NO_WORDS)
def test_a_word_for_nothing_is_nothing_in_any_feed(tmp_path, written):
    fields = {"hiringOrganization": {"name": written}, "skills": written, "experienceRequirements": [written]}
    record = read(tmp_path, "a.json", posting(**fields))
    assert (record.employer, record.description) == (None, "Vi søger en kok.")
    table = f"id;titel;beskrivelse;arbejdsgiver;postnr\na;Kok;Vi søger en kok.;{written};{written}\n"
    record = read(tmp_path, "b.csv", table)
    assert (record.employer, record.postcode) == (None, None)


@pytest.mark.parametrize("day", ["1900-01-01", "1970-01-01", "9999-12-31"])
def test_our_own_records_say_nothing_by_the_same_words(tmp_path, day):
    ad = {"id": "a", "title": "-", "description": "Vi søger en kok.", "employer": "N/A", "municipality": "Ukendt"}
    record = read(tmp_path, "a.jsonl", json.dumps(ad | {"deadline": day, "published": day}))
    assert (record.employer, record.municipality, record.deadline, record.published) == (None, None, None, None)
    assert (record.title, record.description) == ("-", "Vi søger en kok.")


@pytest.mark.parametrize("name", ["Ingen Kro", "Café Null", "N/A Bogføring", "Ukendt Land ApS", "0-3 Vuggestuen"])
def test_an_employer_with_such_a_word_in_its_name_keeps_it(tmp_path, name):
    assert read(tmp_path, "a.json", posting(hiringOrganization={"name": name})).employer == name


@pytest.mark.parametrize(("deadline", "day"), [("2026-12-03", 3), ("3.12.2026", 3), ("2026-12-01T00:00:00+01:00", 1)])
def test_a_real_day_stays(tmp_path, deadline, day):
    assert read(tmp_path, "a.json", jobnet(deadline)).deadline == datetime.date(2026, 12, day)


def test_a_deadline_before_the_ad_was_published_hides_no_ad_and_one_that_has_passed_does(encoder):
    ad = {"title": "Kok", "description": "Vi søger en kok.", "published": "2026-11-20"}
    two = [Vacancy.model_validate(ad | {"id": d, "deadline": d}) for d in ("2026-11-01", "2026-11-21")]
    open_ = Index.build(two, encoder).unexpired(datetime.date(2026, 11, 23).toordinal())
    assert open_.tolist() == [True, False]


# --- licences --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written", ["ja", "Ja", "x", "Personbil", "almindeligt", "Alm.", "kørekort B", "bil", "B-kørekort", "B"]
)
def test_a_licence_as_people_write_it_is_one(tmp_path, written):
    path = tmp_path / "people.csv"
    path.write_text(f"id;ønsker;kørekort\na;lager;{written}\n", encoding="utf-8")
    (person,) = candidates([path])
    assert "B" in may_drive(person.constraints.licences)
    assert Candidate.model_validate({"id": "a", "constraints": {"licences": [written]}}).constraints.licences == ("B",)


@pytest.mark.parametrize("written", ["nej", "Nej", "ingen", "none", "no", "har ikke"])
def test_a_licence_that_is_denied_is_none(tmp_path, written):
    path = tmp_path / "people.csv"
    path.write_text(f"id;ønsker;kørekort\na;lager;{written}\n", encoding="utf-8")
    (person,) = candidates([path])
    assert person.constraints.licences == ()
    table = f"id;titel;beskrivelse;kørekort\na;Kok;Vi søger en kok.;{written}\n"
    assert read(tmp_path, "ads.csv", table).stated.licences == ()


@pytest.mark.parametrize(("written", "kept"), [("C/E", ("C/E",)), ("B|C", ("B", "C")), ("Traktor", ("Traktor",))])
def test_other_licences_stay_as_they_were_written_and_an_empty_cell_says_nothing(tmp_path, written, kept):
    path = tmp_path / "people.csv"
    path.write_text(f"id;ønsker;kørekort\na;lager;{written}\nb;lager;\n", encoding="utf-8")
    one, other = candidates([path])
    assert one.constraints.licences == kept
    assert other.constraints.licences is None


# --- letters ---------------------------------------------------------------------------------------------------------

AD = "Pædagogmedhjælper på 20 timer om ugen. Du arbejder hver anden lørdag, og ansøgningsfristen er 3. december 2026."


def soft(text):
    return text.replace("hjælper", "hjæl\u00adper").replace("timer", "ti\u00admer").replace("lørdag", "lør\u200bdag")


@pytest.mark.parametrize(
    "change",
    [
        soft,
        lambda t: unicodedata.normalize("NFD", t),
        lambda t: "\ufeff" + t,
        lambda t: soft(unicodedata.normalize("NFD", t)),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.json"])
def test_the_same_ad_in_other_signs_is_read_the_same_in_every_format(tmp_path, name, change):
    def record(text):
        content = {
            "a.txt": f"Medhjælper\n{text}",
            "a.jsonl": json.dumps({"id": "a", "title": "Medhjælper", "description": text}),
            "a.csv": f"id;titel;beskrivelse\na;Medhjælper;{text}\n",
            "a.json": posting(title="Medhjælper", description=text),
        }[name]
        return read(tmp_path, name, content)

    plain, other = record(AD), record(change(AD))
    assert not isinstance(other, Refusal)
    assert other.description.strip() == plain.description.strip()
    facts = reader.read(other)
    assert (facts.hours.min, facts.schedule.weekend, facts.deadline) == (20, "yes", "2026-12-03")
    assert facts.hours.quote in other.description


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "text", ["R&D", "5 < 10", "João", "aften- og natarbejde", "e-mail", "👩‍🍳", "Ærø Kro", "a – b"]
)
def test_what_belongs_to_a_text_stays(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    "words", ["løbende", "Hurtigst muligt", "snarest", "efter aftale", "indtil stillingen er besat"]
)
def test_a_deadline_in_words_is_a_line_of_the_ad(tmp_path, words):
    record = read(tmp_path, "a.csv", f"id;titel;beskrivelse;frist\na;Kok;Vi søger en kok.;{words}\n")
    assert (record.deadline, record.description) == (None, f"Vi søger en kok.\n\nAnsøgningsfrist: {words}")


def test_a_deadline_that_is_no_day_is_refused(tmp_path):
    assert isinstance(
        read(tmp_path, "a.csv", "id;titel;beskrivelse;frist\na;Kok;Vi søger en kok.;32-13-2026\n"), Refusal
    )


@pytest.mark.parametrize("word", ["Confidential", "Anonym arbejdsgiver", "TBD", "#N/A", "fortroligt", "---"])
def test_a_placeholder_for_an_employer_is_none(tmp_path, word):
    assert read(tmp_path, "a.json", posting(hiringOrganization={"name": word})).employer is None
