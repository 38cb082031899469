"""One place says what is known of a job: card, check, column and proposal say the same of every fact."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from standing import AS_OF, laid_out, told

from matcher.facts import known
from matcher.facts.columns import OCCURS
from matcher.facts.known import put_right
from matcher.limits.hours import hours_words
from matcher.phrases import say
from matcher.reasons import deadline_words
from matcher.schema import TIMES, Candidate, Constraints, Corrected, Vacancy
from service.cases.decisions import suggested
from service.pages.cards import Job

WANTED = Constraints(
    weekly_hours={"max": 15},
    not_times=("evening",),
    licences=(),
    postcode="8700",
    max_travel_minutes=30,
    travel_modes=("bike",),
)
PERSON = Candidate(id="c")
HOURS = {"": None, "Du arbejder 12 timer om ugen.": (12, 12), "Du arbejder 37 timer om ugen.": (37, 37)}
EVENING = {"": None, "Ingen aftenvagter.": "no", "Der er aftenvagter.": "yes"}
FORMS = {"": None, "Stillingen er et fleksjob.": "fleksjob"}
LICENCES = {"": None, "Du skal have kørekort B.": ("B",), "Kørekort B er en fordel, men ikke et krav.": ()}
DEADLINES = {"": None, "Ansøgningsfrist: 1. december 2026.": "2026-12-01"}


@st.composite
def ads(draw):
    """A vacancy with what each source says of it: text, feed and correction."""
    texts = {
        name: draw(st.sampled_from(list(kinds)))
        for name, kinds in (
            ("hours", HOURS),
            ("evening", EVENING),
            ("form", FORMS),
            ("licences", LICENCES),
            ("deadline", DEADLINES),
        )
    }
    feed = {
        "hours": draw(st.sampled_from([None, (8, 8), (30, 37)])),
        "evening": draw(st.booleans()),
        "form": draw(st.sampled_from([None, "ordinary", "internship"])),
        "licences": draw(st.sampled_from([(), ("B",)])),
        "deadline": draw(st.sampled_from([None, "2026-11-20", "2026-12-24"])),
        "postcode": draw(st.sampled_from([None, "8700", "9000"])),
    }
    right = {
        "hours": draw(st.sampled_from([None, None, (20, 20)])),
        "evening": draw(st.sampled_from([None, None, "yes", "no", "unknown"])),
        "form": draw(st.sampled_from([None, None, "subsidised"])),
        "licences": draw(st.sampled_from([None, None, (), ("C",)])),
        "deadline": draw(st.sampled_from([None, None, "2026-11-30", "rolling"])),
        "postcode": draw(st.sampled_from([None, None, "7100"])),
    }
    return texts, feed, right


def vacancy_of(texts, feed, right):
    low, high = feed["hours"] or (None, None)
    corrected = {
        "hours": right["hours"] and {"min": right["hours"][0], "max": right["hours"][1], "basis": "stated"},
        "times": {"evening": right["evening"]} if right["evening"] else {},
        "employment": right["form"],
        "deadline": right["deadline"],
        "postcode": right["postcode"],
        "requirements": None
        if right["licences"] is None
        else [{"kind": "driving_licence", "strength": "required", "what": name} for name in right["licences"]],
    }
    return Vacancy(
        id="v",
        title="Opvasker",
        description=" ".join(["Du vasker op.", *texts.values()]),
        postcode=feed["postcode"],
        deadline=feed["deadline"],
        corrected=corrected,
        stated={
            "weekly_hours_min": low,
            "weekly_hours_max": high,
            "times": ("evening",) if feed["evening"] else (),
            "employment": feed["form"],
            "licences": feed["licences"],
        },
    )


def winner(right, text, feed, default=None):
    """A correction beats the text, which beats the feed."""
    return next((value for value in (right, text, feed) if value is not None), default)


@given(ads())
@settings(derandomize=True, deadline=None, max_examples=200)
def test_card_check_column_and_proposal_say_the_same_of_every_fact(ad):
    texts, feed, right = ad
    vacancy = vacancy_of(*ad)
    facts, row = known(vacancy), laid_out((vacancy, None)).rows[0]
    (post,) = facts.posts
    job, checks = Job(vacancy, facts, "da", AS_OF), told(WANTED, vacancy, language="da")[0]

    hours = winner(right["hours"], HOURS[texts["hours"]], feed["hours"])
    assert (post.hours.value.min, post.hours.value.max) == (hours or (None, None))
    assert hours is None or (row["low"], row["high"]) == hours
    assert job.hours == hours_words(post.hours, "da")
    assert job.hours in checks["weekly_hours"].detail
    assert checks["weekly_hours"].verdict == ("unknown" if not hours else "met" if hours[0] <= 15 else "broken")

    evening = winner(right["evening"], EVENING[texts["evening"]], "yes" if feed["evening"] else None, "unknown")
    assert post.occurs("evening") == (None if evening == "unknown" else evening)
    assert row["times"][TIMES.index("evening")] == OCCURS[post.occurs("evening")]
    assert checks["not_times"].verdict == {"yes": "broken", "no": "met", "unknown": "unknown"}[evening]
    so, _, not_so = job.times.partition("ikke ")
    word = say("at.evening", "da")
    assert (word in so, word in not_so) == (evening == "yes", evening == "no")
    proposal = suggested(PERSON, vacancy, "times") or {"not_times": []}
    assert ("evening" in proposal["not_times"]) == (evening == "yes")

    form = winner(right["form"], FORMS[texts["form"]], feed["form"], "ordinary")
    assert post.employment.value == form
    assert job.employment == say(f"employment.{form}", "da")
    assert checks["employment"].verdict == ("met" if form == "ordinary" else "broken")

    licences = winner(right["licences"], LICENCES[texts["licences"]], feed["licences"])
    assert post.licences == licences
    assert str(row["papers"]).partition("|")[0] == ",".join(licences)
    assert checks["licences"].verdict == ("broken" if licences else "met")
    assert (suggested(PERSON, vacancy, "requirement_missing") is not None) == bool(licences)

    days = [day for day in (DEADLINES[texts["deadline"]], feed["deadline"]) if day]
    last = right["deadline"] or max(days, default=None)
    day = None if last in (None, "rolling") else datetime.date.fromisoformat(last)
    assert (facts.deadline.value, facts.last_day, job.deadline) == (last, day, day)
    assert row["expires"] == (day.toordinal() if day else 0)
    assert job.rolling == (last == "rolling")
    assert (deadline_words(facts, "da") is None) == (last is None)

    postcode = right["postcode"] or feed["postcode"]
    assert facts.place.value == postcode
    assert (postcode or "") in job.town
    assert checks["travel"].verdict == {None: "unknown", "8700": "met", "7100": "broken", "9000": "broken"}[postcode]


@given(ads())
@settings(derandomize=True, deadline=None, max_examples=60)
def test_every_fact_says_where_it_comes_from_and_quotes_only_the_ad(ad):
    vacancy = vacancy_of(*ad)
    (post,) = known(vacancy).posts
    for fact in (post.hours, post.employment, *post.times.values()):
        assert fact.source in ("corrected", "text", "feed", "default", None)
        assert (fact.quote is not None) == (fact.source == "text")
        assert fact.quote is None or fact.quote in vacancy.text
        assert fact.otherwise is None or fact.otherwise != fact.value


def ad(text, **fields):
    return Vacancy(**{"id": "v", "title": "Opvasker", "description": text or "Vi søger."} | fields)


def right(**fields):
    return Corrected.model_validate(fields)


def test_of_two_deadlines_the_card_and_the_list_name_the_later():
    """The list showed an ad until the text's day, and its card the feed's."""
    vacancy = ad("Ansøgningsfrist: 1. december 2026.", deadline="2026-11-20")
    facts = known(vacancy)
    assert deadline_words(facts, "da") == "frist 1. december 2026"
    assert laid_out((vacancy, None)).rows["expires"][0] == datetime.date(2026, 12, 1).toordinal()
    assert (facts.deadline.source, facts.deadline.otherwise) == ("text", "2026-11-20")


def test_where_the_text_says_no_evenings_the_card_says_so_too_whatever_the_feed_says():
    """The check was met, and the card said evening."""
    vacancy = ad("Du vasker op. Ingen aftenvagter.", stated={"times": ("evening",)})
    assert Job(vacancy, known(vacancy), "da", AS_OF).times == "ikke om aftenen"
    check = told(WANTED, vacancy, language="da")[0]["not_times"]
    assert (check.verdict, check.detail) == (
        "met",
        "ligger ikke på de tider, I har valgt fra (annoncens felt siger aftenarbejde)",
    )


def test_nothing_is_proposed_from_what_the_ad_denies():
    """Rejected for its times, an ad without evenings led to the proposal: no evenings."""
    assert suggested(PERSON, ad("Ingen aftenvagter.", stated={"times": ("evening",)}), "times") is None


POSTS = "Stilling 1: Kok\n37 timer om ugen, kl. 14-22.\nStilling 2: Opvasker\n12 timer om ugen, kl. 9-12."


def test_a_vacancy_is_what_the_post_that_suits_best_is():
    vacancy = ad(POSTS)
    assert [post.label for post in known(vacancy).posts] == ["Stilling 1", "Stilling 2"]
    checks, _ = told(WANTED, vacancy, language="da")
    assert checks["weekly_hours"].verdict == checks["not_times"].verdict == "met"
    assert checks["weekly_hours"].quote == "12 timer om ugen, kl. 9-12."


def test_a_correction_of_what_differs_between_posts_leaves_one_until_it_is_made_for_each():
    corrected = {"hours": {"min": 20, "max": 20, "basis": "stated"}}
    (post,) = known(ad(POSTS, corrected=corrected)).posts
    assert (post.hours.value.min, post.hours.source, post.label) == (20, "corrected", None)


def test_a_correction_of_one_thing_leaves_what_spans_the_posts_of_another():
    (post,) = known(ad(POSTS, corrected={"times": {"weekend": "no"}})).posts
    assert (post.hours.value.min, post.hours.value.max, post.times["weekend"].value) == (12, 37, "no")


@pytest.mark.parametrize("day", [{"deadline": "2026-12-01"}, {}])
def test_a_correction_of_the_deadline_leaves_the_posts(day):
    assert len(known(ad(POSTS, corrected=day)).posts) == 2


def test_a_title_and_an_employer_that_were_put_right_are_read_compared_and_shown():
    """A page's menu had become the title of an ad, and the correction had no field for it."""
    sent = Vacancy(id="v", title="Spring til indhold", description="Vi vasker op.", employer="Jobnet")
    vacancy = put_right(sent.model_copy(update={"corrected": right(title="Opvasker, 12 timer", employer="Kroen")}))
    (post,), row = known(vacancy).posts, laid_out((vacancy, None)).rows[0]
    assert (post.hours.value.max, post.hours.quote) == (12, "Opvasker, 12 timer")
    assert row["work"] == laid_out((ad("", title="Opvasker, 12 timer"), None)).rows["work"][0]
    assert row["employer_key"] == laid_out((ad("", employer="Kroen"), None)).rows["employer_key"][0]
    job = Job(vacancy, known(vacancy), "da", AS_OF)
    assert (job.title, job.employer) == ("Opvasker, 12 timer", "Kroen")
    assert put_right(sent) is sent


def test_a_demand_of_the_day_is_taken_out_and_put_in_and_the_others_stay():
    text = "Der er tunge løft. Du arbejder ude hele dagen."
    read = {demand.kind: demand.quote for demand in known(ad(text)).demands}
    assert {"heavy_lifting", "outdoors"} <= read.keys()
    vacancy = ad(text, corrected=right(demands={"heavy_lifting": "no", "noise": "yes", "outdoors": "yes"}))
    demands = {demand.kind: demand.quote for demand in known(vacancy).demands}
    assert demands == {kind: quote for kind, quote in read.items() if kind != "heavy_lifting"} | {"noise": ""}
    never = Constraints(never=("heavy_lifting",)), Constraints(never=("noise",))
    assert [told(limits, vacancy)[0]["never"].verdict for limits in never] == ["unknown", "broken"]
    assert told(never[1], vacancy)[0]["never"].quote is None
