"""The place to try the pages in is made by one command, and made again it stays, with new passwords."""

from browsing import FIXTURES, lines
from places import settings_of

from service import demo, signin
from service.app import create_app
from service.store import Candidate, Vacancy


def test_the_place_has_somebody_to_sign_in_as_vacancies_and_candidates(tmp_path, cache_folder):
    ads = tmp_path / "ads.jsonl"
    ads.write_text("\n".join(lines("vacancies.jsonl")[:3]), encoding="utf-8")
    settings = settings_of(tmp_path / "data", cache_folder)
    settings.data.mkdir()
    first, again = (demo.make(settings, [ads], FIXTURES / "candidates.jsonl", most=2) for _ in range(2))
    assert [p.name for p in first] == [p.name for p in again] == ["konsulent", "teamleder"]
    service = create_app(settings).state.service
    with service.store.reading() as db:
        assert (db.query(Vacancy).count(), db.query(Candidate).count()) == (3, 2)
    opened = signin.sign_in(service.store, service.passwords, settings, again[0].name, again[0].password)
    assert opened.user.role == "consultant"
    service.store.close()
