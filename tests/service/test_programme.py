"""The figures as the service gives them: equal to the sheet on invented people, within reach, kept and given out."""

import csv
import datetime
import io
import itertools
import json
import threading
import time

import pandas as pd
import pyarrow as pa
import pytest
import sheet
from places import Place, settings_of
from sqlalchemy import event
from typer.testing import CliRunner

from service import commands, retention
from service import quarter as invented
from service.app import create_app
from service.calls import Access
from service.cases import counting, outcomes
from service.cases.counting import FigureRow, is_small, publish
from service.cases.outcomes import Quarter
from service.phrases import Problem, say
from service.scope import Caller
from service.store import Candidate, Count, CountedCase, User, now

Q4 = Quarter(2026, 4)
QUARTERS = (Q4, Q4.before, Q4.before.before)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("quarter")
    invented.write(folder, 200, 1, Q4)
    return folder


@pytest.fixture(scope="module")
def team(app, served, settings, files):  # noqa: ARG001 it runs
    """The supervisor of the 200 people."""
    invented.fill(settings, files)
    return supervisor_of(app.state.service)


def supervisor_of(service):
    with service.store.reading() as db:
        user = db.query(User).filter(User.name == invented.SUPERVISOR).one()
        return Access(service, Caller(user.id, user.tenant_id, user.role, user.team), "da")


def figures(access, quarter):
    with access.reading() as call:
        return outcomes.look(call, quarter)


def told(figure):
    left_out = {reason: len(items) for reason, items in figure.left_out.items()}
    return figure.numerator, figure.denominator, figure.value, left_out


def expected(folder, quarter):
    return sheet.sheet(sheet.read(folder), quarter.first, min(quarter.last, datetime.date.today()))


@pytest.mark.parametrize("quarter", QUARTERS, ids=str)
def test_the_figures_of_200_people_are_those_of_the_sheet(team, files, quarter):
    made = {figure.name: told(figure) for figure in figures(team, quarter)}
    assert made == expected(files, quarter)
    assert sum(sum(left_out.values()) for *_, left_out in made.values()) > 100  # what is blank is told


@pytest.mark.parametrize("seed", [2, 3])
def test_so_are_those_of_other_people(tmp_path, cache_folder, seed):
    settings = settings_of(tmp_path / "data", cache_folder)
    settings.data.mkdir()
    invented.write(tmp_path / "files", 60, seed, Q4)
    invented.fill(settings, tmp_path / "files")
    service = create_app(settings).state.service
    made = {figure.name: told(figure) for figure in figures(supervisor_of(service), Q4.before)}
    assert made == expected(tmp_path / "files", Q4.before)
    service.store.close()


def test_the_same_seed_gives_the_same_files_and_nobody_in_them_has_a_name(files, tmp_path):
    invented.write(tmp_path, 200, 1, Q4)
    for name in invented.COLUMNS:
        assert (tmp_path / f"{name}.csv").read_bytes() == (files / f"{name}.csv").read_bytes()
    people = pd.read_csv(files / "candidates.csv")
    assert people.label.str.fullmatch(r"F-\d{3}").all()
    assert len(people) == 190  # ten were deleted
    for column in ("referred", "enrolled", "in_work", "closed"):
        assert 0 < people[column].isna().sum() < 190


def test_the_command_writes_the_files_and_makes_a_place_with_a_supervisor_and_ten_consultants(
    tmp_path, environment, monkeypatch
):
    monkeypatch.setattr("service.commands.os.umask", lambda mask: mask)  # which would stay so for the other tests
    folder, data = tmp_path / "files", environment["IPSMATCH_DATA"]
    arguments = ["quarter", "--people", "8", "--quarter", "2026-Q4", "--out", str(folder), "--data", data]
    ran = CliRunner().invoke(commands.app, arguments, env=environment, catch_exceptions=False)
    names = [line.split()[0] for line in ran.stdout.splitlines()]
    assert names == [invented.SUPERVISOR, *invented.CONSULTANTS]
    assert {path.stem for path in folder.iterdir()} == invented.COLUMNS.keys()
    with pytest.raises(Problem, match="real tenant"):
        CliRunner().invoke(commands.app, arguments, env=environment, catch_exceptions=False)
    with pytest.raises(Problem, match="2026-Q4"):
        CliRunner().invoke(commands.app, [*arguments[:3], "--quarter", "4", *arguments[5:7]], catch_exceptions=False)


def test_wishes_of_people_who_were_deleted_are_told_beside_the_figure(team, files):
    tables = sheet.read(files)
    contacts = tables["contacts"][tables["contacts"].day.between("2026-07-01", "2026-09-30")]
    there = tables["wishes"].contact.isin(contacts.contact).sum()
    figure = outcomes.named(figures(team, Q4.before), "for_a_wish")
    assert figure.deleted == contacts.wishes.sum() - there > 0


def test_200_people_take_six_statements_and_less_than_300_ms(team):
    mine, made, took = threading.get_ident(), [], []

    def count(*about):
        if threading.get_ident() == mine:  # and not the service's watches
            made.append(about[2])

    event.listen(team.service.store.engine, "before_cursor_execute", count)
    for _ in range(3):
        begun = time.process_time()
        figures(team, Q4)
        took.append(time.process_time() - begun)
    event.remove(team.service.store.engine, "before_cursor_execute", count)
    assert len([statement for statement in made if "SELECT" in statement]) == 3 * 6
    assert min(took) < 0.3


# --- what is told of whom ---


@pytest.fixture(scope="module")
def place(team, app):  # noqa: ARG001 after the invented people, who want a database of their own
    return Place(app, "figures")


TODAY = datetime.date.today()
NOW = Quarter.of(TODAY)


def kept_case(place, someone=None, **columns):
    """A case of the consultant's, with what its row is to have besides."""
    id_ = (someone or place.consultant).post("/v1/candidates", json={"goals": ["kok"]}).json()["candidate_id"]
    with place.app.state.service.store.writing() as db:
        for name, value in columns.items():
            setattr(db.get_one(Candidate, id_), name, value)
    return id_


def of(someone, path, **query):
    answer = someone.get(f"/v1/{path}", params={"quarter": str(NOW)} | query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_supervisor_counts_the_cases_of_the_team_and_of_no_other(place):
    mine = kept_case(place, referred=TODAY)
    theirs = kept_case(place, place.stranger, referred=TODAY)
    behind = of(place.supervisor, "figures/referrals/cases")
    ids = [item["candidate_id"] for item in behind["counted"]]
    assert (mine in ids, theirs in ids) == (True, False)
    [referrals] = [f for f in of(place.supervisor, "figures")["figures"] if f["name"] == "referrals"]
    assert referrals["numerator"] == len(ids)


def test_a_figure_opens_to_those_it_left_out_too(place):
    blank = kept_case(place, referred=None)
    behind = of(place.supervisor, "figures/referrals/cases")
    assert blank in [item["candidate_id"] for item in behind["left_out"]["referred"]]
    page = place.supervisor.get(f"/figures?quarter={NOW}&behind=referrals", headers={"Accept": "text/html"}).text
    assert f'href="/candidates/{blank}"' in page
    assert "Ikke med: dato for henvisning er ukendt" in page


def test_what_is_no_figure_or_no_quarter_is_refused(place):
    assert place.supervisor.get("/v1/figures/nothing/cases?quarter=2026-Q4").status_code == 404
    for quarter in ("2026-Q9", "20٢٦-Q4", "2026-Q4\r\n", "0001-Q1"):
        for path in ("figures", "figures/table"):
            answer = place.supervisor.get(f"/v1/{path}", params={"quarter": quarter})
            assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "quarter")


def test_nothing_is_told_by_colleague(place):
    kept_case(place, referred=TODAY)
    paths = ["figures", "counts", *(f"figures/{name}/cases" for name in ("referrals", "contacts", "starts"))]
    said = [json.dumps(of(place.supervisor, path)) for path in paths]
    addresses = (f"/figures?quarter={NOW}", f"/figures?quarter={NOW}&behind=referrals")
    said += [place.supervisor.get(address, headers={"Accept": "text/html"}).text for address in addresses]
    for colleague in (place.consultant, place.colleague):
        assert [text for text in said if colleague.name in text or colleague.id in text] == []


def test_a_count_that_was_made_stays_when_a_person_is_deleted(place):
    gone = kept_case(place, referred=TODAY)
    sent = {"csrf": place.supervisor.headers["X-CSRF-Token"], "quarter": str(NOW)}
    assert place.supervisor.post("/figures/counts", data=sent, follow_redirects=False).status_code == 303
    before = of(place.supervisor, "counts")["counts"][0]
    assert (before["deleted"], before["quarter"]) == (0, str(NOW))
    assert place.consultant("DELETE", f"/v1/candidates/{gone}").status_code == 204
    after = of(place.supervisor, "counts")["counts"][0]
    assert after == before | {"deleted": 1}
    page = place.supervisor.get(f"/figures/counts/{after['id']}", headers={"Accept": "text/html"}).text
    assert f"for {after['cases']} forløb; 1 er slettet siden" in " ".join(page.split())
    assert "/candidates/" not in page.partition("<main")[2]
    other = place.user("supervisor", "south")
    assert of(other, "counts")["counts"] == []
    assert other.get(f"/figures/counts/{after['id']}", headers={"Accept": "text/html"}).status_code == 404


def test_supervisors_without_a_team_are_none_together(place):
    one, other = (place.user("supervisor", None) for _ in range(2))
    made = one.post("/v1/counts", json={"quarter": str(NOW)}).json()["id"]
    assert [count["id"] for count in of(one, "counts")["counts"]] == [made]
    assert of(other, "counts")["counts"] == []
    assert other.get(f"/figures/counts/{made}", headers={"Accept": "text/html"}).status_code == 404


def test_a_count_goes_with_the_months_of_the_log(place, settings):
    store = place.app.state.service.store
    made = [place.supervisor.post("/v1/counts", json={"quarter": str(NOW)}).json()["id"] for _ in range(2)]
    with store.writing() as db:
        db.get_one(Count, made[0]).at = now() - retention.MONTH * (settings.keep_log_months + 1)
    retention.apply(store, settings)
    with store.reading() as db:
        assert [db.get(Count, id_) is None for id_ in made] == [True, False]
        assert db.query(CountedCase).filter(CountedCase.count_id == made[0]).count() == 0


def test_keeping_with_the_same_key_keeps_once(place):
    sent = {"json": {"quarter": str(NOW)}, "headers": {"Idempotency-Key": "kept-once"}}
    first, again = (place.supervisor.post("/v1/counts", **sent).json() for _ in range(2))
    assert first == again


# --- given out ---


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_what_is_given_out_has_the_figures_and_no_names_ids_or_small_numbers(team, format):
    with team.writing() as call:
        content = counting.give_out(call, Q4.before, format)
        ids = set(call.db.scalars(call.scope.candidates().with_only_columns(Candidate.id)))
    if format == "csv":
        frame = pd.read_csv(io.BytesIO(content), sep=";", encoding="utf-8-sig")
    else:
        frame = pd.read_parquet(io.BytesIO(content))
    made = figures(team, Q4.before)
    assert list(frame["figure"]) == [say(f"figure.{figure.name}", "da") for figure in made]
    contacts = frame[frame["figure"] == "Kontakter med virksomheder"].iloc[0]
    assert contacts.numerator == outcomes.named(made, "contacts").numerator
    assert set(frame["quarter"]) == {"2026-Q3"}
    text = frame.to_csv()
    assert [id_ for id_ in ids if id_ in text] == []
    assert not any(name in text for name in (*invented.CONSULTANTS, "F-0", "F-1"))
    numbers = [*frame["numerator"].dropna(), *frame["denominator"].dropna()]
    assert [n for n in numbers if is_small(n)] == []
    assert "under 5" in text


def test_a_team_of_fewer_than_five_cases_gives_nothing_out(place):
    boss = place.user("supervisor", "small")
    own = place.user("consultant", "small")
    for _ in range(4):
        kept_case(place, own, referred=TODAY)
    assert boss.get(f"/v1/figures/table?quarter={NOW}").status_code == 409
    assert "kan ikke gives videre" in boss.get("/figures", headers={"Accept": "text/html"}).text
    kept_case(place, own, referred=TODAY)
    answer = boss.get(f"/v1/figures/table?quarter={NOW}")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))
    assert (rows[0]["figure"], rows[0]["numerator"], rows[0]["team"]) == ("Henvist", "5", "small")


def test_a_team_called_like_a_formula_is_none_in_a_spreadsheet():
    teams = [{"team": name} for name in ("=1+1", " =2+2", "nord-vest", "-3")]
    table = counting._csv(pa.Table.from_pylist(teams, counting.SCHEMA)).decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(table), delimiter=";")
    assert [row["team"] for row in rows] == ["'=1+1", "' =2+2", "nord-vest", "'-3"]


def rows_of(name, measure, most):
    """Every row that a figure may come to, of numbers up to so many, with two reasons for leaving out."""
    for n, rest, blank, other in itertools.product(range(most), repeat=4):
        if measure != "share" and rest:
            continue
        of = n + rest if measure == "share" else None
        value = {"count": float(n), "days": 12.0 if n else None, "share": n / of if of else None}[measure]
        left_out = {"hours": blank, "closed": other}
        yield FigureRow(
            name=name,
            measure=measure,
            numerator=n,
            denominator=of,
            value=value,
            left_out=left_out,
            wishes_deleted=0,
        )


def parts_of(figure):
    """The numbers of people in a row, also those that it does not say itself."""
    rest = figure.denominator - figure.numerator if figure.denominator is not None else 0
    return figure.numerator, rest, figure.denominator or 0, *figure.left_out.values()


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("starts", "count"),
        ("kept_30", "share"),
        ("ordinary", "share"),
        ("days_to_contact", "days"),
        ("days_to_start", "days"),
    ],
)
def test_no_small_number_can_be_read_from_a_row_that_is_given_out(name, measure):
    """By brute force: whoever knows the rule and sees a row is left with two numbers at least in place of each."""
    possible = {}
    for figure in rows_of(name, measure, 11):
        seen = publish(figure)
        key = (seen.numerator, seen.denominator, seen.value, *seen.left_out.values())
        possible.setdefault(key, []).append(parts_of(figure))
    for key, rows in possible.items():
        for numbers in map(set, zip(*rows, strict=True)):
            assert len(numbers) > 1 or not is_small(min(numbers)), key


def test_nor_from_two_rows_of_which_one_says_the_whole_of_the_other():
    """Starts, and which of them are ordinary: what is left out is the difference."""
    possible = {}
    for ordinary in rows_of("ordinary", "share", 9):
        unclear = ordinary.left_out["hours"]
        if ordinary.left_out["closed"]:
            continue
        n = ordinary.denominator + unclear
        count = {"name": "starts", "measure": "count", "denominator": None, "value": float(n), "left_out": {}}
        starts = ordinary.model_copy(update=count | {"numerator": n})
        first, second = publish(starts), publish(ordinary)
        key = (first.numerator, second.numerator, second.denominator, second.value, *second.left_out.values())
        possible.setdefault(key, []).append((ordinary.numerator, ordinary.denominator, unclear))
    for key, rows in possible.items():
        for numbers in map(set, zip(*rows, strict=True)):
            assert len(numbers) > 1 or not is_small(min(numbers)), key
