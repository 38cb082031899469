"""The night's run: the same lists as one by one, made again only if they can have changed, also after a kill."""

import collections
import datetime
import itertools
import pickle
import subprocess
import time

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from places import COMMAND
from sizes import size
from test_cli import CANDIDATES, VACANCIES, ipsmatch

from matcher import nightly
from matcher.index import Index
from matcher.matching import Matcher, Request
from matcher.phrases import Problem

pytestmark = pytest.mark.slow

DAY = datetime.date(2026, 11, 23)
REQUEST = Request(k=5, as_of=DAY, elsewhere=False)


def one_by_one(index, encoder, candidates, request=REQUEST):
    return [s.suggestions for s in Matcher(index, encoder).suggest(candidates, request)]


def night(index, encoder, request=REQUEST):
    return nightly.Night(index, encoder.name, request)


@pytest.fixture(autouse=True)
def same_encoder(monkeypatch, shipped):
    monkeypatch.setattr(nightly, "load_encoder", lambda _: shipped)


def run(folder, index, encoder, candidates, request=REQUEST, scheduler=None):
    """The lists of a run in the folder, and how many were made anew."""
    with nightly.kept_in(folder, night(index, encoder, request)) as kept:
        done = nightly.bring_up_to_date(kept, iter(candidates), scheduler)
        lists = [listed for _, listed in kept.lists()]
        kept.forget_others()
    assert done.candidates == len(candidates)
    return lists, done.anew


def test_lists_are_those_of_one_candidate_after_another(tmp_path, index, shipped, candidates, monkeypatch):
    monkeypatch.setattr(nightly, "BLOCK", 3)
    lists, anew = run(tmp_path, index, shipped, candidates)
    assert lists == one_by_one(index, shipped, candidates)
    assert anew == len(candidates)


def test_a_night_on_which_nothing_changed_makes_nothing_anew(tmp_path, index, shipped, candidates):
    first, _ = run(tmp_path, index, shipped, candidates)
    assert run(tmp_path, index, shipped, candidates) == (first, 0)


def test_a_changed_candidate_is_made_anew_alone_and_one_who_left_is_forgotten(tmp_path, index, shipped, candidates):
    run(tmp_path, index, shipped, candidates)
    changed = candidates[1].model_copy(update={"goals": ("butiksassistent",)})
    now = [changed, *candidates[2:]]
    lists, anew = run(tmp_path, index, shipped, now)
    assert lists == one_by_one(index, shipped, now)
    assert anew == 1
    assert candidates[0].id.encode() not in b"".join(f.read_bytes() for f in tmp_path.iterdir() if f.is_file())


NUMBERS = st.sets(st.integers(0, 59), max_size=5)


@settings(deadline=None, max_examples=size(4, 12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    absent=st.sets(st.integers(0, 59), max_size=30),
    gone=NUMBERS,
    new=NUMBERS,
    copied=NUMBERS,
    days=st.sampled_from([0, 2, 20]),
)
def test_what_is_kept_is_what_would_be_made(
    absent, gone, new, copied, days, tmp_path_factory, vacancies, shipped, candidates, encoder
):
    """Whatever comes, goes and changes between two nights."""
    folder, few = tmp_path_factory.mktemp("kept"), candidates[:6]
    before = set(range(60)) - absent
    run(folder, Index.build([vacancies[n] for n in sorted(before)], encoder), shipped, few)
    copies = [vacancies[n].model_copy(update={"id": f"a{n}"}) for n in sorted(copied)]  # their ids come first
    now = Index.build([*(vacancies[n] for n in sorted(before - gone | new)), *copies], encoder)
    request = Request(k=5, as_of=DAY + datetime.timedelta(days), elsewhere=False)
    lists, _ = run(folder, now, shipped, few, request)
    assert lists == one_by_one(now, shipped, few, request)


def test_few_lists_are_made_anew_when_few_vacancies_change(tmp_path, vacancies, shipped, candidates, encoder):
    run(tmp_path, Index.build(vacancies[1:], encoder), shipped, candidates)
    lists, anew = run(tmp_path, Index.build(vacancies, encoder), shipped, candidates)
    shown = sum(any(vacancies[0].id in (s.vacancy_id, *s.also) for s in listed) for listed in lists)
    assert shown <= anew < len(candidates) / 2


def test_a_run_that_was_cut_short_goes_on_with_what_it_had(tmp_path, index, shipped, candidates, monkeypatch):
    monkeypatch.setattr(nightly, "BLOCK", 2)
    with nightly.kept_in(tmp_path, night(index, shipped)) as kept:
        some = itertools.islice(nightly._results(kept.night, [[nightly.Asked(c)] for c in candidates], None), 4)
        for lists in some:
            kept.put(lists)
    lists, anew = run(tmp_path, index, shipped, candidates)
    assert lists == one_by_one(index, shipped, candidates)
    assert anew == len(candidates) - 4


def test_two_runs_at_once_are_refused(tmp_path, index, shipped):
    with nightly.kept_in(tmp_path, night(index, shipped)), pytest.raises(Problem, match="another program"):
        nightly.kept_in(tmp_path, night(index, shipped)).__enter__()


def test_another_engine_or_another_request_makes_everything_anew(tmp_path, index, shipped, candidates):
    run(tmp_path, index, shipped, candidates)
    _, anew = run(tmp_path, index, shipped, candidates, Request(k=3, as_of=DAY, elsewhere=False))
    assert anew == len(candidates)


def test_a_night_travels_without_what_each_worker_makes_itself(index, shipped, candidates):
    one = night(index, shipped)
    assert one.matcher is one.matcher
    other = pickle.loads(pickle.dumps(one))
    assert "matcher" not in vars(other)
    assert other.state == one.state
    assert [m.lines for m in nightly.made(other, [nightly.Asked(c) for c in candidates[:3]])] == [
        m.lines for m in nightly.made(one, [nightly.Asked(c) for c in candidates[:3]])
    ]


@pytest.fixture(scope="module")
def scheduler():
    """A real Dask scheduler and two workers, each a process with one thread."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        yield cluster


@pytest.mark.thorough
def test_on_a_cluster_the_run_is_the_same_bytes_also_when_a_worker_is_killed(tmp_path, scheduler):
    day = ("--as-of", "2026-11-23", "-k", "5")
    alone = ipsmatch("score", VACANCIES, "--candidates", CANDIDATES, *day, "--out", tmp_path / "a.jsonl")
    assert alone.returncode == 0, alone.stderr
    files = (VACANCIES, "--candidates", CANDIDATES, "--out", tmp_path / "b.jsonl")
    command = [*COMMAND, "score", *files, *day]
    command += ["--scheduler", scheduler.scheduler_address]
    running = subprocess.Popen(list(map(str, command)), stderr=subprocess.PIPE)
    time.sleep(4)
    next(iter(scheduler.workers.values())).process.process.kill()
    _, errors = running.communicate()
    assert running.returncode == 0, errors
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_a_run_without_any_worker_stops_and_says_so(tmp_path, index, shipped, candidates, monkeypatch):
    from distributed import LocalCluster

    monkeypatch.setattr(nightly, "PATIENCE", 0.5)
    with (
        LocalCluster(n_workers=0, processes=True, dashboard_address=":0") as cluster,
        pytest.raises(Problem) as stopped,
    ):
        run(tmp_path, index, shipped, candidates, scheduler=cluster.scheduler_address)
    assert stopped.value.key == "stop.no_worker"
    assert cluster.scheduler_address in str(stopped.value)


def test_a_scheduler_that_does_not_answer_is_named(tmp_path, index, shipped, candidates):
    import dask.config

    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}), pytest.raises(Problem) as stopped:
        run(tmp_path, index, shipped, candidates, scheduler="tcp://127.0.0.1:9")
    assert stopped.value.key == "stop.no_scheduler"


def test_what_was_shown_is_counted(index, shipped, candidates):
    lists = one_by_one(index, shipped, candidates)
    shown = nightly.Shown()
    assert [shown.counted(one) for one in lists] == lists
    assert shown.total == sum(map(len, lists))
    assert shown.without == lists.count([])
    counts = np.unique([s.vacancy_id for one in lists for s in one], return_counts=True)[1]
    assert (len(shown.exposure), shown.most) == (len(counts), counts.max())


def test_a_dry_run_counts_and_writes_nothing(tmp_path):
    files = (VACANCIES, "--candidates", CANDIDATES, "--out", tmp_path / "r.jsonl")
    done = ipsmatch("score", *files, "--dry-run", "--lang", "en")
    assert done.returncode == 0
    assert "60 vacancies and 32 candidates read; nothing was written" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("most", [1, 2, 5])
def test_no_vacancy_leads_more_than_its_share_of_lists_and_none_is_hidden(most, index, shipped, candidates):
    plain = [(c.id, listed) for c, listed in zip(candidates, one_by_one(index, shipped, candidates), strict=True)]
    even = list(nightly.spread(plain, plain, most, "en"))
    for (who, before), (same, after) in zip(plain, even, strict=True):
        assert who == same
        assert {s.vacancy_id for s in before} == {s.vacancy_id for s in after}
        assert [s.rank for s in after] == list(range(1, len(after) + 1))
        scores = [s.score for s in after]
        assert scores == sorted(scores, reverse=True)
        for s in after:
            assert sum(e.contribution for e in s.evidence) == pytest.approx(s.score)
            told = [e for e in s.evidence if "first on many lists" in e.statement]
            assert bool(told) == (s.score != next(b.score for b in before if b.vacancy_id == s.vacancy_id))
    leads = collections.Counter(listed[0].vacancy_id for _, listed in even if listed)
    before = collections.Counter(listed[0].vacancy_id for _, listed in plain if listed)
    assert before.most_common(1)[0][1] > 2  # else there is nothing to see
    for id_ in leads:
        led = [listed for _, listed in even if listed and listed[0].vacancy_id == id_]
        could_give_way = [listed for listed in led if any(leads[s.vacancy_id] < most for s in listed)]
        assert len(could_give_way) <= most
