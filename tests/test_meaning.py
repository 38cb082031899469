"""What people mean: dislikes subtract, limits said in passing become questions, titles are proposed, all in one sum."""

import datetime

import numpy as np
import pytest

from matcher import work
from matcher.index import Index
from matcher.matching import Matcher, Request
from matcher.meaning import Meanings, understand, width
from matcher.occupations import HANDFUL, proposed, titles, titles_of
from matcher.schema import Candidate, Constraints, Vacancy, WeeklyHours

DAY = datetime.date(2026, 11, 23)
ADS = {
    "lager": ("Lagermedarbejder", "Du plukker og pakker varer på vores lager og kører dem til rampen."),
    "telefon": ("Kundeservice på telefon", "Du ringer til vores kunder og besvarer opkald hele dagen."),
    "opvask": ("Opvasker til aftenholdet", "Du vasker op i vores køkken mandag til fredag kl. 17-22."),
    "bager": ("Bagermedhjælper", "Du bager brød i vores bageri. Vi lærer dig op, og du behøver ingen erfaring."),
    "læge": ("Overlæge til psykiatrien", "Du er speciallæge og leder afdelingens læger. Erfaring er et krav."),
}


@pytest.fixture(scope="module")
def matcher(shipped):
    ads = [Vacancy(id=id_, title=title, description=text) for id_, (title, text) in ADS.items()]
    return Matcher(Index.build(ads, shipped), shipped)


def listed(matcher, *, k=10, **said):
    (found,) = matcher.suggest([Candidate(id="c", **said)], Request(k=k, as_of=DAY, language="en"))
    return found


def order(found):
    return [suggestion.vacancy_id for suggestion in found.suggestions]


def of(found, vacancy_id):
    return next(suggestion for suggestion in found.suggestions if suggestion.vacancy_id == vacancy_id)


def test_what_is_not_wanted_is_never_a_reason_for_it(matcher):
    found = of(listed(matcher, interests=("helst ikke telefoner",)), "telefon")
    assert all(e.contribution <= 0 for e in found.evidence if e.statement == "helst ikke telefoner")
    wish = of(listed(matcher, interests=("jeg vil gerne tale i telefon med kunder",)), "telefon")
    assert found.score < wish.score


def test_a_plain_refusal_takes_and_other_work_stands_above_it(matcher):
    found = listed(matcher, goals=("noget arbejde",), interests=("Alt andet end at bage brød",))
    (taken,) = [e for e in of(found, "bager").evidence if e.statement == "Alt andet end at bage brød"]
    assert taken.contribution < 0
    assert order(found)[0] != "bager"


def test_a_statement_that_points_there_by_a_kind_of_work_names_it(matcher):
    said = "Jeg laver rundstykker til hele opgangen om søndagen"
    by_work = of(listed(matcher, interests=(said,)), "bager").evidence[0]
    assert (by_work.statement, by_work.work, by_work.quote) == (said, "baking", None)
    by_words = of(listed(matcher, interests=("bage brød i et bageri",)), "bager").evidence[0]
    assert by_words.quote
    assert by_words.work is None


def test_a_limit_said_in_passing_is_a_question_and_never_fits(matcher):
    found = of(listed(matcher, goals=("opvasker",), interests=("Ikke om aftenen",)), "opvask")
    checks = {check.constraint: check for check in found.checks}
    assert checks["not_times"].source == "statement"
    assert checks["not_times"].verdict == "unknown"
    assert "Ikke om aftenen" in checks["not_times"].detail
    assert found.band == "ask"


def test_a_limit_that_is_set_is_not_proposed_again(matcher):
    limits = Constraints(not_times=("evening",))
    found = listed(matcher, goals=("opvasker",), interests=("Ikke om aftenen",), constraints=limits)
    assert found.proposals == ()
    (proposal,) = listed(matcher, goals=("opvasker",), interests=("Ikke om aftenen",)).proposals
    assert (proposal.field, proposal.quote) == ("not_times", "Ikke om aftenen")


def test_a_check_tells_whose_word_it_is_in_a_run(matcher):
    found = of(listed(matcher, goals=("opvasker",), interests=("Ikke om aftenen",)), "opvask")
    assert '"from":"statement"' in found.model_dump_json()
    assert type(found).model_validate_json(found.model_dump_json()) == found


def test_work_that_is_refused_falls_and_is_said_to(matcher):
    before = of(listed(matcher, interests=("praktisk arbejde",)), "bager")
    after = of(listed(matcher, interests=("praktisk arbejde",), not_work=("Bager",)), "bager")
    assert after.score < before.score
    assert any(e.term == "not_work" and "Bager" in e.statement for e in after.evidence)


def test_who_says_little_is_shown_what_a_beginner_can_do_first_and_is_asked(matcher):
    found = listed(matcher, goals=("bare noget at stå op til",))
    assert order(found).index("bager") < order(found).index("læge")
    assert len(found.wonder) == 3


def test_sections_follow_the_scores(matcher):
    found = listed(matcher, goals=("lagermedarbejder",))
    sections = [suggestion.points for suggestion in found.suggestions]
    assert sections == sorted(sections, key=["clearly", "perhaps", "not"].index)
    assert order(found)[0] == "lager"


def test_counts_of_bands_are_of_all_eligible_vacancies(matcher):
    found = listed(matcher, goals=("lager",), constraints=Constraints(weekly_hours=WeeklyHours(max=12)))
    assert sum(found.bands.values()) == found.eligible
    assert listed(matcher, goals=("lager",)).bands == {"fits": len(ADS)}


def test_every_row_of_kinds_is_a_distribution(matcher):
    assert matcher.index.kinds.sum(axis=1) == pytest.approx(np.ones(len(ADS)), abs=1e-5)
    likeliest = [work.kinds()[n].code for n in matcher.index.kinds.argmax(axis=1)]
    assert dict(zip(matcher.index.ids(), likeliest, strict=True))["bager"] == "baking"


def test_meanings_are_kept_without_loss(matcher):
    person = Candidate(id="c", goals=("kok", "helst ikke telefoner"), not_work=("Bager",))
    (rows,) = matcher.encode([person])
    assert rows.shape == (3, width(matcher.index.dimension))
    assert np.array_equal(Meanings.kept(rows).rows, rows)


def test_another_encoder_knows_vectors_alone(candidates):
    from toy import WordEncoder

    encoder = WordEncoder()
    index = Index.build([Vacancy(id="v", title="kok", description="Vi søger en kok")], encoder)
    assert not index.kinds.any()
    (meanings,) = understand(candidates[:1], encoder, index.centre)
    assert not meanings.wanted.any()
    assert not meanings.not_wanted.any()


def test_proposed_titles_come_in_handfuls_of_different_kinds_and_none_twice(shipped):
    person = Candidate(id="c", interests=("Jeg har scoret mange timer med at rode i min have", "Noget med dyr"))
    (meanings,) = understand([person], shipped, shipped.centre)
    found = proposed(person, meanings, 24)
    assert [title.rank for title in found] == list(range(1, 25))
    assert len({title.title for title in found}) == 24
    for first in (0, 8, 16):
        handful = [title.kind for title in found[first : first + HANDFUL]]
        assert len(set(handful)) == len(handful)
    assert {"garden", "animal_care"} & {title.kind for title in found[:4]}
    assert set(found[0].because) <= set(person.interests)


def test_a_title_that_was_ticked_or_refused_is_not_proposed_again(shipped):
    person = Candidate(id="c", interests=("Noget med dyr",))
    (meanings,) = understand([person], shipped, shipped.centre)
    first, second = (title.title for title in proposed(person, meanings, 2))
    ticked = person.model_copy(update={"goals": (first,), "not_work": (second,)})
    (meanings,) = understand([ticked], shipped, shipped.centre)
    assert not {first, second} & {title.title for title in proposed(ticked, meanings, 24)}


def test_the_shipped_titles_are_for_the_shipped_encoder(shipped):
    assert titles().encoder == shipped.fingerprint
    assert set(titles().kinds) <= {kind.code for kind in work.kinds()}


def test_titles_of_ones_own_take_the_place_of_the_shipped_ones(shipped):
    person = Candidate(id="c", interests=("Noget med dyr",))
    (meanings,) = understand([person], shipped, shipped.centre)
    own = titles_of(["Bogholder", "Dyrepasser", "Murer"], shipped)
    found = [title.title for title in proposed(person, meanings, 24, own)]
    assert found[0] == "Dyrepasser"
    assert len(found) == 3


def test_a_person_without_a_statement_is_proposed_nothing(shipped):
    person = Candidate(id="c")
    (meanings,) = understand([person], shipped, shipped.centre)
    assert proposed(person, meanings) == []
