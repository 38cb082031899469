"""One command makes the tenant to try the pages in; repeated, it keeps the tenant and makes new passwords."""

import pytest
from browsing import FIXTURES, lines
from places import settings_of

from service import demo
from service.app import create_app
from service.door import signin, tenants
from service.door.passwords import Passwords
from service.phrases import Problem
from service.store import Candidate, Store, User, Vacancy
from service.upgrade import upgrade


def test_the_place_has_somebody_to_sign_in_as_vacancies_and_candidates(tmp_path, cache_folder):
    ads = tmp_path / "ads.jsonl"
    ads.write_text("\n".join(lines("vacancies.jsonl")[:3]), encoding="utf-8")
    settings = settings_of(tmp_path / "data", cache_folder)
    settings.data.mkdir()
    first, again = (demo.make(settings, [ads], FIXTURES / "candidates.jsonl", most=2) for _ in range(2))
    assert [p.name for p in first] == [p.name for p in again] == [*demo.PEOPLE]
    service = create_app(settings).state.service
    with service.store.reading() as db:
        assert (db.query(Vacancy).count(), db.query(Candidate).count()) == (3, 2)
    attempt = signin.Attempt(again[0].name, again[0].password, "127.0.0.1")
    opened = signin.sign_in(service.store, service.passwords, service.rates, settings, attempt)
    assert opened.user.role == "consultant"
    service.store.close()


def test_where_a_real_tenants_data_are_no_place_to_try_things_in_is_made(tmp_path, cache_folder):
    settings = settings_of(tmp_path, cache_folder)
    store = Store(settings.database_url)
    upgrade(store.engine)
    first = tenants.create(store, Passwords(settings), settings, "Nordby", "konsulent")
    with pytest.raises(Problem, match="a real tenant's data are here"):
        demo.make(settings, [], FIXTURES / "candidates.jsonl", most=2)
    with store.reading() as db:
        (user,) = db.query(User)
        assert Passwords(settings).fit(first, user.password)
    store.close()
