"""The list is the same for him and for her."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.privacy.pronouns import neutralise_pronouns
from matcher.ranking import SHARES
from matcher.schema import Candidate

PAIRS = [
    ("Han har arbejdet i et køkken i to år", "Hun har arbejdet i et køkken i to år"),
    ("Hans chef roste ham for arbejdet", "Hendes chef roste hende for arbejdet"),
    ("He has worked in a shop and his boss trusted him", "She has worked in a shop and her boss trusted her"),
    ("HAN KAN KØRE TRUCK", "HUN KAN KØRE TRUCK"),
]


@pytest.mark.parametrize(("his", "hers"), PAIRS)
def test_he_and_she_rank_identically(his, hers, matcher):
    lists = matcher.suggest([Candidate(id="a", competencies=(his,)), Candidate(id="b", competencies=(hers,))])
    one, other = ([(s.vacancy_id, s.rank, s.score) for s in found.suggestions] for found in lists)
    assert one == other


def test_the_explanation_keeps_the_words_that_were_said(matcher):
    [found] = matcher.suggest([Candidate(id="a", competencies=("Hun har kørt truck",))])
    assert {e.statement for s in found.suggestions for e in s.evidence if e.kind in SHARES} == {"Hun har kørt truck"}


@given(st.text(alphabet="abcdefghijklmnoprstuvyæøå ,.-", max_size=60))
def test_a_statement_without_pronouns_is_left_as_it_is(text):
    words = set(text.replace(",", " ").replace(".", " ").replace("-", " ").split())
    if not words & {"han", "hun", "ham", "hende", "hans", "hendes", "he", "she", "him", "his", "her", "hers"}:
        assert neutralise_pronouns(text) == text
