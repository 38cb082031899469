"""The first three suggestions for each candidate, with their reasons: python examples/lists.py VACANCIES CANDIDATES."""

import sys
from datetime import date
from pathlib import Path

from matcher import Candidate, Index, Matcher, Request, Vacancy, candidates, load_encoder, vacancies

ads, people = map(Path, sys.argv[1:])
encoder = load_encoder()
index = Index.build((ad for ad in vacancies([ads]) if isinstance(ad, Vacancy)), encoder)
matcher = Matcher(index, encoder)
caseload = [person for person in candidates([people]) if isinstance(person, Candidate)]
for listed in matcher.suggest(caseload, Request(k=3, as_of=date(2026, 11, 23), language="en")):
    print(listed.candidate_id)
    for suggestion in listed.suggestions:
        print(f"  {suggestion.rank}. {suggestion.vacancy_id} [{suggestion.band}]")
        for evidence in suggestion.evidence:
            print(f"     {evidence.statement}: {evidence.quote}")
        for question in suggestion.questions:
            print(f"     ask: {question}")
