"""The command line: ``ipsmatch index | suggest | read | score | encode | serve``.

Exit status: 0 all was read; 1 something was refused or unreadable (the good rows are still processed, the bad ones
are listed on standard error); 2 wrong use.
"""

import datetime
import enum
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from matcher.phrases import Language, Problem

if TYPE_CHECKING:  # heavy imports wait until a command needs them, so that --help answers at once
    from matcher.encoder import Encoder
    from matcher.feeds import Refusal
    from matcher.index import Index
    from matcher.matching import Request, Suggestions
    from matcher.schema import Suggestion, Vacancy

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=(
    "Match candidates in supported employment with vacancies on the ordinary labour market. "
    "Every suggestion comes with reasons, quotes, reasons against and questions for the employer; people decide."
))  # fmt: skip
messages = Console(stderr=True, highlight=False, soft_wrap=True)
T = TypeVar("T")


class Lang(enum.StrEnum):
    """Languages of what is printed and of the texts in a run."""

    da = "da"
    en = "en"


class As(enum.StrEnum):
    """Which side of the match a text is on."""

    query = "query"
    document = "document"


LangOption = Annotated[Lang, typer.Option("--lang", help="Language of what is printed.")]
EncoderOption = Annotated[str | None, typer.Option(
    "--encoder", help="A sentence-transformers model by name or path, in place of the shipped one.")]  # fmt: skip
Add = Annotated[bool, typer.Option("--add", help="Keep what the index holds; replace what has the same id.")]
RunOrPrint = Annotated[Path | None, typer.Option("--out", help="Write a run (.jsonl or .parquet) and print nothing.")]
Vacancies = Annotated[list[Path], typer.Argument(metavar="VACANCIES...", help=(
    "Files of vacancies, any mix of: .jsonl or .json of our own; .json as Jobnet's search answers; .json or .html with "
    "a schema.org JobPosting; .csv with a header; .txt with one pasted ad."))]  # fmt: skip
KOption = Annotated[int, typer.Option("-k", min=1, help="How many suggestions for each candidate.")]
AsOf = Annotated[datetime.datetime | None, typer.Option(
    "--as-of", formats=["%Y-%m-%d"], help="The day that decides what has expired. [default: today]")]  # fmt: skip
IncludeExpired = Annotated[bool, typer.Option("--include-expired", help="Also vacancies past their deadline.")]
RunOut = Annotated[Path, typer.Option("--out", help="The run: a .jsonl or .parquet file.")]


@app.command()
def index(
    vacancies: Vacancies,
    out: Annotated[Path, typer.Option("--out", help="The folder of the index.")],
    add: Annotated[
        bool, typer.Option("--add", help="Keep what the index holds; replace what has the same id.")
    ] = False,
    encoder: EncoderOption = None,
    lang: LangOption = Lang.da,
) -> None:
    """Read and encode vacancies into an index folder. A text seen before is not encoded again."""
    from matcher.index import Index

    with _told(lang.value):
        existing = Index.load(out) if add else None
        model = _documents(encoder or (existing.encoder if existing else None))
        records, refusals = _read_vacancies(vacancies, lang.value)
        with _progress(len(records), "index") as advance:
            built = existing.add(records, model, advance) if existing else Index.build(records, model, advance)
        built.save(out)
        encoded = getattr(model, "encoded", 0)
        messages.print(f"{len(built)} -> {out} ({encoded} {'tekster kodet' if lang == Lang.da else 'texts encoded'})")
        _finish(refusals)


@app.command()
def remove(
    ids: Annotated[list[str], typer.Argument(help="Ids of vacancies.", metavar="IDS...")],
    index: Annotated[Path, typer.Option("--index", help="The folder of the index.")],
    lang: LangOption = Lang.da,
) -> None:
    """Take vacancies out of an index. Nothing is encoded."""
    from matcher.index import Index

    with _told(lang.value):
        before = Index.load(index)
        after = before.remove(ids)
        after.save(index)
        messages.print(f"{len(before)} -> {len(after)}")
        _finish(set(ids) - set(before.ids()))


@app.command()
def suggest(
    candidates: Annotated[Path, typer.Argument(help="Candidates: .jsonl, .json or .csv with a header.")],
    index: Annotated[Path, typer.Option("--index", help="The folder of the index.")],
    k: KOption = 10,
    include_broken: Annotated[bool, typer.Option(
        "--include-broken", help="After the others, those that break a limit, with the reason.")] = False,
    include_expired: IncludeExpired = False,
    as_of: AsOf = None,
    out: RunOrPrint = None,
    candidate: Annotated[str | None, typer.Option("--candidate", help="Only the candidate with this id.")] = None,
    lang: LangOption = Lang.da,
) -> None:  # fmt: skip
    """Ranked, explained vacancies for each candidate: a list for people, or a run with --out."""
    from matcher.encoder import load_encoder
    from matcher.index import Index

    with _told(lang.value):
        loaded = Index.load(index)
        request = _request(k, as_of, lang.value, include_broken, include_expired)
        refusals = _suggest(loaded, load_encoder(_named(loaded)), candidates, candidate, request, out)
        _finish(refusals)


@app.command()
def read(
    vacancies: Vacancies,
    out: Annotated[Path, typer.Option("--out", help="Facts as JSON Lines.")],
    lang: LangOption = Lang.da,
) -> None:
    """Read the facts of vacancies, each with the words it was read from."""
    from matcher import feeds, reader, runs

    with _told(lang.value):
        records, refusals = _sorted_out(feeds.vacancies(vacancies), lang.value)
        with (
            _progress(len(records), "read") as advance,
            runs.whole(out) as part,
            part.open("w", encoding="utf-8") as file,
        ):
            for vacancy in records:
                file.write(reader.read(vacancy).model_dump_json() + "\n")
                advance(1)
        _finish(refusals)


@app.command()
def score(
    vacancies: Vacancies,
    candidates: Annotated[Path, typer.Option("--candidates", help="Candidates: .jsonl, .json or .csv.")],
    out: RunOut,
    k: KOption = 10,
    include_expired: IncludeExpired = False,
    as_of: AsOf = None,
    encoder: EncoderOption = None,
    lang: LangOption = Lang.da,
) -> None:
    """New vacancies against all candidates: a run grouped by candidate."""
    from matcher import runs
    from matcher.index import Index

    with _told(lang.value):
        runs.check_format(out)
        model = _documents(encoder)
        records, refusals = _read_vacancies(vacancies, lang.value)
        with _progress(len(records), "score") as advance:
            built = Index.build(records, model, advance)
        request = _request(k, as_of, lang.value, False, include_expired)
        refusals += _suggest(built, model, candidates, None, request, out)
        _finish(refusals)


@app.command()
def encode(
    texts: Annotated[Path, typer.Argument(help="One text a line, UTF-8.")],
    out: Annotated[Path, typer.Option("--out", help="A .npy file: (n, d) float32 unit rows.")],
    role: Annotated[As, typer.Option("--as", help="Documents' vectors are kept on disk, queries' are not.")] = As.query,
    encoder: EncoderOption = None,
    lang: LangOption = Lang.da,
) -> None:
    """Encode texts with the same encoder as everything else."""
    import numpy as np

    from matcher import runs

    with _told(lang.value):
        model = _documents(encoder)
        lines = _lines(texts)
        encode_block = model.encode_query if role == As.query else model.encode_document
        blocks = [np.empty((0, model.dimension), np.float32)]
        with _progress(len(lines), "encode") as advance:
            for start in range(0, len(lines), 256):
                blocks.append(encode_block(lines[start : start + 256]))
                advance(len(blocks[-1]))
        with runs.whole(out) as part, part.open("wb") as file:
            np.save(file, np.concatenate(blocks))


@app.command()
def serve(
    index: Annotated[Path, typer.Option("--index", help="The folder of the index.")],
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    lang: LangOption = Lang.da,
) -> None:
    """Serve POST /v1/suggestions and GET /healthz over an index. Nothing about a candidate is stored or logged."""
    import uvicorn

    from service.app import create_app

    with _told(lang.value):
        uvicorn.run(create_app(index), host=host, port=port, log_level="warning", access_log=False)


# --- what the commands share -----------------------------------------------------------------------------------------


@contextmanager
def _told(language: Language) -> Iterator[None]:
    """A ``Problem`` becomes one line and exit status 2."""
    try:
        yield
    except Problem as problem:
        messages.print(problem.said(language), style="bold", markup=False)
        raise typer.Exit(2) from problem


def _finish(refused: Iterable[object]) -> None:
    if list(refused):
        raise typer.Exit(1)


def _sorted_out(items: "Iterable[T | Refusal]", language: Language) -> "tuple[list[T], list[Refusal]]":
    """Records and refusals; each refusal is told at once."""
    from matcher.feeds import Refusal

    records: list[T] = []
    refusals: list[Refusal] = []
    for item in items:
        if isinstance(item, Refusal):
            refusals.append(item)
            messages.print(item.said(language), markup=False)
        else:
            records.append(item)
    return records, refusals


def _read_vacancies(paths: list[Path], language: Language) -> "tuple[list[Vacancy], list[Refusal]]":
    from matcher import feeds

    return _sorted_out(feeds.vacancies(paths), language)


def _documents(name: str | None) -> "Encoder":
    """The encoder, with vacancies' vectors kept on disk under $IPSMATCH_CACHE or the user's cache folder."""
    import platformdirs

    from matcher.encoder import DocumentCache, load_encoder

    folder = os.environ.get("IPSMATCH_CACHE") or platformdirs.user_cache_dir("ipsmatch")
    return DocumentCache(load_encoder(name), Path(folder))


def _named(index: "Index") -> str | None:
    """What to load for an index: the encoder it names."""
    return index.encoder


def _request(
    k: int, as_of: datetime.datetime | None, language: Language, include_broken: bool, include_expired: bool
) -> "Request":
    from matcher.matching import Request

    day = as_of.date() if as_of else datetime.date.today()
    return Request(k, day, include_broken, include_expired, language)


def _suggest(
    index: "Index", encoder: "Encoder", path: Path, only: str | None, request: "Request", out: Path | None
) -> "list[Refusal]":
    """Lists for the candidates of a file, printed or written as a run."""
    from matcher import feeds, listing, runs
    from matcher.matching import Matcher

    if out:
        runs.check_format(out)
    records, refusals = _sorted_out(feeds.candidates([path]), request.language)
    chosen = [c for c in records if only in (None, c.id)]
    if not chosen:
        raise Problem("stop.no_candidate", path=path)
    lists = Matcher(index, encoder).suggest(chosen, request)
    if out:
        with _progress(len(chosen), "suggest") as advance:
            runs.write(out, _counted(lists, advance), _meta(index, request))
    else:
        console = Console(highlight=False)
        for one in lists:
            listing.show(one, index, request.language, console)
    return refusals


def _counted(lists: "Iterable[Suggestions]", advance: Callable[[int], None]) -> "Iterator[list[Suggestion]]":
    """The suggestions of each list, while the progress bar moves."""
    for one in lists:
        advance(1)
        yield one.suggestions


def _meta(index: "Index", request: "Request") -> dict[str, object]:
    from matcher.index import FORMAT, rules_version

    return {
        "k": request.k, "as_of": request.as_of.isoformat(), "include_broken": request.include_broken,
        "include_expired": request.include_expired, "language": request.language, "encoder": index.encoder,
        "model": index.fingerprint, "rules": rules_version(), "index_format": FORMAT, "vacancies": len(index),
    }  # fmt: skip


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise Problem("stop.no_file", path=path) from error


@contextmanager
def _progress(total: int, label: str) -> Iterator[Callable[[int], None]]:
    """A progress bar on standard error, where that is a terminal."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=messages, transient=True, disable=not messages.is_terminal) as bar:
        task = bar.add_task(label, total=total)
        yield lambda n: bar.advance(task, n)
