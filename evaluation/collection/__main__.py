"""Checks the collection's files, measures readers' agreement, makes pools for judges, opens the test labels."""

import enum
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from evaluation.collection import archive
from evaluation.collection.agreement import of_collection
from evaluation.collection.files import (
    Fault,
    all_ads,
    faults_of_ads,
    faults_of_pairs,
    faults_of_readings,
    faults_of_sketches,
    faults_of_statements,
    kinds_of_work,
    load,
    read_splits,
    summary,
    summary_of_statements,
)
from evaluation.collection.pools import first_ten, packet, packets_of, pool, within_reach
from evaluation.collection.totals import test_totals
from evaluation.columns import kept_runs
from evaluation.process import write_records
from evaluation.reading import Unreadable, read_run, read_suggestions


class Reading(enum.StrEnum):
    """Kinds of packets."""

    facts = "facts"
    passages = "passages"
    titles = "titles"


app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)


@app.callback()
def _() -> None:
    """Commands of the collection."""


@contextmanager
def _reporting_faults() -> Iterator[None]:
    """Shows what cannot be read as one message, with status 2."""
    try:
        yield
    except (Unreadable, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


def _checked(file: Path) -> tuple[str, list[Fault]]:
    folder = file.resolve().parent
    collection = folder.parent if folder.parent.name != "readings" else folder.parent.parent
    kinds = kinds_of_work(collection)
    if folder.name in ("ads", "statements", "signs") and file.stem not in read_splits(collection):
        raise Unreadable(f"{collection / 'splits.csv'}: {file.stem} has no split")
    if folder.name == "ads":
        ads, faults = faults_of_ads(file, kinds)
        return summary(ads), faults
    if folder.name == "signs":
        pairs, faults = faults_of_pairs(file)
        return f"{len(pairs)} pairs, {len({pair.dislike for pair in pairs})} dislikes", faults
    if folder.name == "sketches":
        sketches, faults = faults_of_sketches(file, kinds)
        return f"{len(sketches)} short ads with {sum(len(sketch.demands) for sketch in sketches)} demands", faults
    if (folder.parent.name, folder.name) == ("readings", "facts"):
        count, faults = faults_of_readings(file, all_ads(collection)[0])
        return f"{count} ads", faults
    if folder.name != "statements":
        raise typer.BadParameter(f"{file}: expected a file of ads, statements, signs, sketches or readings/facts")
    statements, faults = faults_of_statements(file, kinds)
    return summary_of_statements(statements), faults


@app.command()
def check(files: Annotated[list[Path], typer.Argument(help="Files of ads, statements, signs or sketches.")]) -> None:
    """Print what the files hold and their faults. Status 1 if there are any."""
    wrong = 0
    for file in files:
        with _reporting_faults():
            summary, faults = _checked(file)
        wrong += len(faults)
        typer.echo(f"{file.name}: {summary}; {len(faults)} faults")
        for fault in faults:
            typer.echo(f"  {fault}")
    if wrong:
        raise typer.Exit(1)


@app.command()
def packets(
    folder: Annotated[Path, typer.Argument(help="The collection.")],
    kind: Annotated[Reading, typer.Argument(help="What is to be read a second time (passages: the first).")],
    out: Annotated[Path, typer.Option("--out", help="The folder for the packets.")],
    each: Annotated[int, typer.Option("--each", min=1, help="Ads or statements in a packet.")],
    share: Annotated[float, typer.Option("--share", min=0, max=1, help="How many of all, drawn the same every time.")],
) -> None:
    """Write packets for second readers: ads or statements without labels, drawn at random."""
    with _reporting_faults():
        texts = packets_of(load(folder), kind.value, each, share)
        out.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(texts, 1):
            (out / f"{kind.value}{number:02}.txt").write_text(text, encoding="utf-8")
    typer.echo(f"{len(texts)} packets in {out}")


@app.command()
def judging(
    folder: Annotated[Path, typer.Argument(help="The collection.")],
    runs: Annotated[list[Path], typer.Argument(help="Runs of systems that differ, .jsonl or .parquet.")],
    whole: Annotated[Path, typer.Option("--whole", help="A run with everything: what is within reach.")],
    out: Annotated[Path, typer.Option("--out", help="The folder for the packets of two judges, and pools.jsonl.")],
    each: Annotated[int, typer.Option("--each", min=1, help="People in a packet.")] = 8,
) -> None:
    """Make the pools for the people in these runs, and a packet for each judge and every few people."""
    with _reporting_faults():
        out.mkdir(parents=True, exist_ok=True)
        collection, systems = load(folder), [read_run(run) for run in runs]
        reach = within_reach(read_suggestions(whole))
        people = [person for id_, person in collection.candidates.items() if id_ in systems[0]]
        pools = {person["id"]: pool(person["id"], systems, reach.get(person["id"], [])) for person in people}
        pairs = [{"cand": candidate, "ad": ad} for candidate, ads in sorted(pools.items()) for ad in ads]
        write_records(out / "pools.jsonl", pairs)
        write_records(out / "shown.jsonl", first_ten(read_suggestions(runs[0]), people))
        for judge in "ab":
            for number in range(0, len(people), each):
                name = f"{judge}{number // each + 1:02}"
                (out / f"{name}.txt").write_text(
                    packet(people[number : number + each], pools, collection.ads, name), encoding="utf-8"
                )
    typer.echo(f"{len(pairs)} pairs of {len(people)} people in {out}")


@app.command()
def agreement(folder: Annotated[Path, typer.Argument(help="The collection.")]) -> None:
    """Print how far independent readings of the same text agree, part by part."""
    with _reporting_faults():
        lines = list(of_collection(load(folder), folder))
    for line in lines:
        typer.echo(f"{line.part:<11} {line.what:<38} {line.measure:<32} {line.value:.3f}  n {line.n}")


@app.command()
def shut(folder: Annotated[Path, typer.Argument(help="The collection.")]) -> None:
    """Move the labels of the test writers into the archive. Labels already there stay."""
    with _reporting_faults():
        typer.echo(f"{archive.shut(folder)} lines or files are in {folder / archive.ARCHIVE}")


@app.command()
def test(
    folder: Annotated[Path, typer.Argument(help="The collection.")],
    reason: Annotated[str, typer.Option("--reason", help="Why the test labels are looked at; stands in the log.")],
) -> None:
    """Open the test labels, measure the engine on them and print totals only. Each opening is logged."""
    if not reason.strip():
        raise typer.BadParameter("expected why the labels are looked at", param_hint="--reason")
    with _reporting_faults(), archive.opened(folder, reason) as whole:
        for line in test_totals(load(whole), kept_runs(whole)):
            typer.echo(line)


if __name__ == "__main__":
    app()
