"""``python -m matcher.bulk_benchmark night | scale | workers | kills | large``: cost and crash safety of a night's run.

Vacancies are those of an index, multiplied as in ``matcher.benchmark``. Ads to encode are combined from passages of the
given ones, so that their lengths and repetitions are realistic. Candidates are the given ones under new ids, each with
limits drawn from several of them: as many kinds of limits as candidates.
"""

import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from matcher import reader
from matcher.benchmark import Given, grown
from matcher.encoder import Vectors, load_encoder
from matcher.index import Index
from matcher.limits import verdicts
from matcher.matching import Matcher, Query, Request, within
from matcher.meaning import Meanings
from matcher.nightly import Night, bring_up_to_date, kept_in
from matcher.runs import peak_memory
from matcher.schema import Candidate, Constraints, Vacancy

SAMPLE = 48  # ads that are encoded
CHANGED = 100  # one vacancy in this many changes
TIMES = (1, 2, 4, 8)
PAIRS = 4_000  # pairs that are scored one by one
REQUEST = Request(include_expired=True, elsewhere=False)
WARM = 128  # candidates for each worker before timing starts
WHEN = 0.2, 0.95  # shares of a run's time between which it is killed

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
IndexFolder = Annotated[Path, typer.Argument(help="The folder of an index.")]
Ads = Annotated[Path, typer.Argument(help="Vacancies as JSON Lines.")]
People = Annotated[Path, typer.Argument(help="Candidates as JSON Lines.")]
Vacancies = Annotated[int, typer.Option(help="How many vacancies.")]
Candidates = Annotated[int, typer.Option("--people", help="How many candidates.")]


@app.command()
def night(
    index: IndexFolder, ads: Ads, candidates: People, vacancies: Vacancies = 2_000, people: Candidates = 5_000
) -> None:
    """Seconds of a full run, of one without changes, and of one in which one vacancy in a hundred changed."""
    texts, few, small = recombined(vacancies_of(ads), SAMPLE), candidates_of(candidates), Index.load(index)
    encoder = load_encoder(small.encoder)
    passages = [p for v in texts for p in (v.text, *reader.passages(v))]
    for_ads = seconds(lambda: encoder.encode_document(passages)) / len(texts) * vacancies
    for_people = seconds(lambda: Given(encoder, few)) / len(few) * people
    encoding = for_ads + for_people
    typer.echo(
        f"{vacancies} vacancies, {people} candidates; encoding them takes {encoding:.0f} s ({for_ads:.0f} + "
        f"{for_people:.0f}, from {len(texts)} ads and {len(few)} candidates)"
    )
    new = vacancies // CHANGED
    both = grown(small, vacancies + new)
    before, after = (both._take(np.arange(start, start + vacancies)) for start in (0, new))
    given, whole = Given(encoder, few), None
    with tempfile.TemporaryDirectory() as folder:
        for name, of in (("everything", before), ("nothing changed", before), (f"1 in {CHANGED} changed", after)):
            anew: list[int] = []
            took = seconds(lambda of=of, anew=anew: anew.append(run(of, given, crowd(few, people), Path(folder))))  # type: ignore[misc]
            whole = whole or encoding + took
            typer.echo(
                f"{name}: {took:.2f} s, {anew[0]} lists anew; {took / encoding:.3f} of the encoding, "
                f"{took / whole:.3f} of a full run"
            )


@app.command()
def scale(index: IndexFolder, candidates: People, vacancies: Vacancies = 2_000, people: Candidates = 500) -> None:
    """Compares with a loop over pairs and with the bare matrix product; then 1, 2, 4 and 8 times the size, with peak
    memory."""
    small, few = Index.load(index), candidates_of(candidates)
    given, everybody = Given(load_encoder(small.encoder), few), list(crowd(few, people))
    matcher = Matcher(grown(small, vacancies), given)
    vectors = matcher.encode(everybody)
    list(matcher.score(everybody, vectors, REQUEST))  # not counted
    lists = seconds(lambda: list(matcher.score(everybody, vectors, REQUEST)))
    queries = [Meanings.kept(own).queries for own in vectors]
    product = seconds(lambda: [matcher.index.vectors @ own.T for own in queries])
    number = min(PAIRS, people * vacancies)
    chosen = [divmod(pair, vacancies) for pair in random.Random(0).sample(range(people * vacancies), number)]  # noqa: S311
    pairs = seconds(lambda: [one_pair(matcher, everybody[who], vectors[who], row) for who, row in chosen])
    pairs *= people * vacancies / number
    typer.echo(
        f"{vacancies} vacancies, {people} candidates, vectors given: lists with their words {lists:.2f} s; a "
        f"loop over pairs {pairs:.0f} s, {pairs / lists:.0f} times; matrix product {product:.2f} s, lists are "
        f"{lists / product:.0f} times that"
    )
    for times in TIMES:
        more = own_process("once", index, candidates, "--vacancies", times * vacancies, "--people", people)
        typer.echo(f"{times} times the vacancies: {more}")
    for times in TIMES:
        more = own_process("once", index, candidates, "--vacancies", vacancies, "--people", times * people)
        typer.echo(f"{times} times the candidates: {more}")


@app.command(hidden=True)
def once(index: IndexFolder, candidates: People, vacancies: Vacancies, people: Candidates) -> None:
    """A run in its own process, for its peak memory."""
    small, few = Index.load(index), candidates_of(candidates)
    given, of = Given(load_encoder(small.encoder), few), grown(small, vacancies)
    with tempfile.TemporaryDirectory() as folder:
        took = seconds(lambda: run(of, given, crowd(few, people), Path(folder)))
    typer.echo(f"{took:.2f} s, peak memory {peak_memory():.0f} MB")


@app.command()
def workers(index: IndexFolder, candidates: People, vacancies: Vacancies = 20_000, people: Candidates = 960) -> None:
    """Scoring with one Dask worker of one thread, and with two."""
    from distributed import Client, LocalCluster

    of, few = grown(Index.load(index), vacancies), candidates_of(candidates)
    given, took = Given(load_encoder(of.encoder), few), {}
    for n in (1, 2):
        with (
            LocalCluster(n_workers=n, threads_per_worker=1, dashboard_address=None) as cluster,
            Client(cluster) as client,
            tempfile.TemporaryDirectory() as folder,
        ):
            for core, worker in enumerate(client.scheduler_info()["workers"]):
                client.run(_stay_on, core, workers=[worker])
            for size, name in ((n * WARM, "warm"), (people, "run")):  # the first call sends the night to each worker
                place = Path(folder) / name
                took[n] = seconds(lambda: run(of, given, crowd(few, size), place, cluster.scheduler_address))  # noqa: B023
        typer.echo(f"{n} workers: {took[n]:.1f} s")
    typer.echo(f"ratio {took[1] / took[2]:.2f}")


def _stay_on(core: int) -> None:
    """Keeps every thread of this process on one core."""
    for thread in Path("/proc/self/task").iterdir():
        os.sched_setaffinity(int(thread.name), {core})


@app.command()
def kills(
    ads: Ads,
    candidates: People,
    times: Annotated[int, typer.Option(help="Kills of each sort.")] = 20,
    people: Candidates = 320,
) -> None:
    """Kills the whole run with kill -9, then a worker, at random moments. The run must end with the same digest."""
    from distributed import LocalCluster

    moments = random.Random(0)  # noqa: S311
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        candidates_file = folder / "candidates.jsonl"
        candidates_file.write_text(
            "".join(c.model_dump_json() + "\n" for c in crowd(candidates_of(candidates), people))
        )
        begin = [str(ads), "--candidates", str(candidates_file), "--include-expired", "--out"]
        took = seconds(lambda: score(*begin, str(folder / "whole.jsonl")).wait())
        wanted, same = digest(folder / "whole.jsonl"), 0
        for n in range(times):
            command = [*begin, str(folder / f"{n}.jsonl"), "--keep", str(folder / f"kept{n}")]
            cut_short = score(*command)
            time.sleep(moments.uniform(*WHEN) * took)
            cut_short.kill()
            cut_short.wait()
            same += score(*command).wait() == 0 and digest(folder / f"{n}.jsonl") == wanted
        typer.echo(f"the whole run killed {times} times and begun again: {same} times the same")
        same = 0
        for n in range(times):
            out = folder / f"worker{n}.jsonl"
            with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
                divided = score(*begin, str(out), "--scheduler", cluster.scheduler_address)
                time.sleep(moments.uniform(*WHEN) * took)
                moments.choice(list(cluster.workers.values())).process.process.kill()
                same += divided.wait() == 0 and digest(out) == wanted
        typer.echo(f"a worker killed {times} times: {same} times the same")


@app.command()
def large(index: IndexFolder, candidates: People, vacancies: Vacancies = 250_000) -> None:
    """An index of that many vacancies with given vectors and facts: built, written, loaded and searched."""
    small = Index.load(index)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "index"
        took = seconds(lambda: grown(small, vacancies).save(folder))
        size = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
        typer.echo(
            f"{vacancies} vacancies: put together and written in {took:.0f} s, {size / 1e9:.2f} GB; peak memory "
            f"{peak_memory():.0f} MB"
        )
        typer.echo(own_process("loaded", folder, candidates))


@app.command(hidden=True)
def loaded(index: IndexFolder, candidates: People) -> None:
    """Loads, searches and explains in its own process, for its peak memory."""
    few, parts = candidates_of(candidates), list[Index]()
    load = seconds(lambda: parts.append(Index.load(index)))
    big, after = parts[0], peak_memory()
    matcher = Matcher(big, Given(load_encoder(big.encoder), few))
    vectors = matcher.encode(few)
    bare = seconds(lambda: [big.searcher.search(own[:1], REQUEST.k) for own in vectors if len(own)]) / len(few)
    lists = seconds(lambda: list(matcher.score(few, vectors, REQUEST))) / len(few)
    typer.echo(
        f"loaded in {load:.1f} s, {after:.0f} MB; bare search {1000 * bare:.0f} ms; an explained list "
        f"{1000 * lists:.0f} ms; peak memory {peak_memory():.0f} MB"
    )


# --- shared by all ---------------------------------------------------------------------------------------------------


def run(of: Index, given: Given, candidates: Iterable[Candidate], folder: Path, scheduler: str | None = None) -> int:
    """Runs a night with given statements' vectors. Returns the number of lists made anew."""
    with kept_in(folder, Night.over(Matcher(of, given), REQUEST)) as kept:
        return bring_up_to_date(kept, candidates, scheduler).anew


def one_pair(matcher: Matcher, candidate: Candidate, vectors: Vectors, row: int) -> float | None:
    """The score of one vacancy for one candidate, without words; None if a limit is broken."""
    rows = np.array([row])
    columns = matcher.index.columns_of(rows)
    reached = verdicts(candidate.limits, columns, REQUEST.as_of)
    if not within(matcher.index, reached, REQUEST, rows)[1].any():
        return None
    query = Query.of(candidate, vectors, reached, REQUEST)
    return float(matcher._parts(query, rows, columns.at(reached.best)).sum())


def crowd(few: Sequence[Candidate], n: int) -> Iterator[Candidate]:
    """n candidates: each has the statements of one of the few, and each limit from any of them."""
    draw = random.Random(0)  # noqa: S311
    for number in range(n):
        limits = {name: getattr(draw.choice(few).constraints, name) for name in Constraints.model_fields}
        mixed = few[0].constraints.model_copy(update=limits)
        yield few[number % len(few)].model_copy(update={"id": f"c{number:07}", "constraints": mixed})


def recombined(vacancies: Sequence[Vacancy], n: int) -> list[Vacancy]:
    """n ads: the title of one, and each passage from the same place in another."""
    draw = random.Random(0)  # noqa: S311
    texts = [reader.passages(v) for v in vacancies]
    ads = []
    for number in range(n):
        own = number % len(vacancies)
        passages = [draw.choice([t for t in texts if len(t) > place])[place] for place in range(len(texts[own]))]
        ads.append(vacancies[own].model_copy(update={"id": f"x{number:07}", "description": "\n".join(passages)}))
    return ads


def vacancies_of(path: Path) -> list[Vacancy]:
    """The vacancies of a file."""
    return [Vacancy.model_validate_json(line) for line in path.read_bytes().splitlines()]


def candidates_of(path: Path) -> list[Candidate]:
    """The candidates of a file who have made a statement."""
    candidates = [Candidate.model_validate_json(line) for line in path.read_bytes().splitlines()]
    return [c for c in candidates if c.statements]


def score(*arguments: str) -> subprocess.Popen[bytes]:
    """Starts ``ipsmatch score``."""
    command = [sys.executable, "-c", "from matcher.cli import app; app()", "score", *arguments]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603


def own_process(command: str, *arguments: object) -> str:
    """Output of a command of this file in its own process."""
    call = [sys.executable, "-m", "matcher.bulk_benchmark", command, *map(str, arguments)]
    return subprocess.run(call, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603


def digest(path: Path) -> str:
    """Digest of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def seconds(work: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    app()
