"""The command line: ``ipsmatch COMMAND``. ``ipsmatch --help`` lists the commands.

Exit status: 0 everything was read; 1 something was refused or unreadable (good rows are still processed, bad ones are
listed on standard error); 2 wrong use.
"""

import dataclasses
import datetime
import enum
import hashlib
import json
import os
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar

import typer
from rich.console import Console, ConsoleOptions, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.segment import Segment
from rich.text import Text

from matcher.phrases import Language, Problem, say

if TYPE_CHECKING:  # heavy imports wait until a command needs them, so that --help answers at once
    from matcher.encoder import DocumentCache, Encoder
    from matcher.feeds import Notice, Refusal
    from matcher.index import Index
    from matcher.matching import Request, Suggestions
    from matcher.nightly import Done, Kept, Shown
    from matcher.schema import Candidate, Statement, Suggestion, Vacancy

BEGUN = time.monotonic()
app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=(
        "Match candidates in supported employment with vacancies on the ordinary labour market. "
        "Every suggestion comes with reasons, quotes, reasons against and questions for the employer; people decide."
    ),
)
T = TypeVar("T")
# Unicode categories that a terminal obeys, or that hide or reverse text: control (ESC, C0, C1, DEL), format (bidi, soft
# hyphens, tags), halves of a character, separators of lines and paragraphs. Emoji and Persian need the joiners in KEPT.
STRIPPED = {"Cc", "Cf", "Cs", "Zl", "Zp"}
KEPT = {"\n", "\t", "\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}
LINE_BREAKS = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


class Terminal(Console):
    """Where the commands print. Text of an ad, a candidate or a file name stays text: no control characters reach the
    terminal, square brackets are no markup, and a line break becomes a space, so that no text can imitate a line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(highlight=False, markup=False, emoji=False, **options)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """The segments of anything printed. The program's own colours are added later; its cursor movements are
        separate."""
        if isinstance(renderable, str | Text):
            text = Text(renderable) if isinstance(renderable, str) else renderable.copy()
            text.plain = text.plain.translate(LINE_BREAKS)  # letter for letter, so that styles keep their places
            renderable = text
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(strip_controls(segment.text), segment.style)


def strip_controls(text: str) -> str:
    """The text without characters that a terminal would obey.

    >>> strip_controls("Kok\\x1b[2J\\u202e\\n\\t\\xa0æ")
    'Kok[2J\\n\\t\\xa0æ'
    """
    return "".join(c for c in text if c in KEPT or unicodedata.category(c) not in STRIPPED)


messages = Terminal(stderr=True, soft_wrap=True)


class Lang(enum.StrEnum):
    """Languages of the output and of the texts in a run."""

    da = "da"
    en = "en"


class As(enum.StrEnum):
    """The side of the match that a text is on."""

    query = "query"
    document = "document"


LangOption = Annotated[Lang, typer.Option("--lang", help="Language of the output.")]
EncoderOption = Annotated[
    str | None,
    typer.Option("--encoder", help="A sentence-transformers model by name or path, instead of the shipped one."),
]
Add = Annotated[
    bool, typer.Option("--add", help="Keep the index's vacancies; replace those with the same id and employer.")
]
RunOrPrint = Annotated[Path | None, typer.Option("--out", help="Write a run (.jsonl or .parquet) and print nothing.")]
Vacancies = Annotated[
    list[Path],
    typer.Argument(
        metavar="VACANCIES...",
        help=(
            "Files of vacancies, in any mix: .jsonl or .json in the product's own format; .json from Jobnet's search; "
            ".json or .html with a schema.org JobPosting; .csv with a header; .txt with one pasted ad."
        ),
    ),
]
KOption = Annotated[int, typer.Option("-k", min=1, help="How many suggestions for each candidate.")]
AsOf = Annotated[
    datetime.datetime | None,
    typer.Option(
        "--as-of", formats=["%Y-%m-%d"], help="The day that decides which vacancies have expired; today if not given."
    ),
]
IncludeExpired = Annotated[bool, typer.Option("--include-expired", help="Include vacancies past their deadline.")]
RunOut = Annotated[Path, typer.Option("--out", help="The run: a .jsonl or .parquet file.")]


@app.command()
def index(
    vacancies: Vacancies,
    out: Annotated[Path, typer.Option("--out", help="The folder of the index.")],
    add: Add = False,
    encoder: EncoderOption = None,
    lang: LangOption = Lang.da,
) -> None:
    """Read and encode vacancies into an index folder. A text seen before is not encoded again."""
    from matcher import feeds
    from matcher.index import Index, locked

    with _reporting_problems(lang.value), locked(out):
        existing = Index.load(out) if add else None
        model = _documents(encoder or (existing.encoder if existing else None))
        stored = _stored_ads(existing) if existing else None
        reading = _Reading(feeds.vacancies(vacancies, stored), lang.value)
        with _progress(None, "index") as advance:
            built = existing.add(reading, model, advance) if existing else Index.build(reading, model, advance)
        built.save(out)
        messages.print(
            f"{len(built)} -> {out} ({model.encoded} {'tekster kodet' if lang == Lang.da else 'texts encoded'})"
        )
        _finish(reading.refused)


@app.command()
def remove(
    ids: Annotated[list[str], typer.Argument(help="Ids of vacancies.", metavar="IDS...")],
    index: Annotated[Path, typer.Option("--index", help="The folder of the index.")],
    lang: LangOption = Lang.da,
) -> None:
    """Remove vacancies from an index. Nothing is encoded."""
    from matcher.index import Index, locked

    with _reporting_problems(lang.value), locked(index):
        before = Index.load(index)
        after = before.remove(ids)
        after.save(index)
        messages.print(f"{len(before)} -> {len(after)}")
        _finish(len(set(ids) - set(before.ids())))


@app.command()
def suggest(
    candidates: Annotated[Path, typer.Argument(help="Candidates: .jsonl, .json or .csv with a header.")],
    index: Annotated[Path, typer.Option("--index", help="The folder of the index.")],
    k: KOption = 10,
    include_broken: Annotated[
        bool,
        typer.Option(
            "--include-broken", help="Also list vacancies that break a limit, after the others, with the reason."
        ),
    ] = False,
    include_expired: IncludeExpired = False,
    as_of: AsOf = None,
    out: RunOrPrint = None,
    candidate: Annotated[str | None, typer.Option("--candidate", help="Only the candidate with this id.")] = None,
    lang: LangOption = Lang.da,
) -> None:
    """Rank and explain vacancies for each candidate: a list for people, or a run with --out."""
    from matcher.encoder import load_encoder
    from matcher.index import Index

    with _reporting_problems(lang.value):
        loaded = Index.load(index)
        request = _request(k, as_of, lang.value, include_broken, include_expired)
        _finish(_suggest(loaded, load_encoder(loaded.encoder), candidates, candidate, request, out))


@app.command()
def whatif(
    candidates: Annotated[Path, typer.Argument(help="Candidates: .jsonl, .json or .csv with a header.")],
    index: Annotated[Path, typer.Option("--index", help="The folder of the index.")],
    include_expired: IncludeExpired = False,
    as_of: AsOf = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write JSON Lines with the ids of all vacancies and print nothing.")
    ] = None,
    candidate: Annotated[str | None, typer.Option("--candidate", help="Only the candidate with this id.")] = None,
    lang: LangOption = Lang.da,
) -> None:
    """Show how many vacancies each limit excludes, and how many a small change would add."""
    from matcher.index import Index

    with _reporting_problems(lang.value):
        request = _request(1, as_of, lang.value, include_broken=False, include_expired=include_expired)
        _finish(_what_if(Index.load(index), candidates, candidate, request, out))


@app.command()
def read(
    vacancies: Vacancies,
    out: Annotated[Path, typer.Option("--out", help="Facts as JSON Lines.")],
    lang: LangOption = Lang.da,
) -> None:
    """Read the facts of vacancies, each with the words behind it."""
    from matcher import feeds, reader, runs

    with _reporting_problems(lang.value):
        reading = _Reading(feeds.vacancies(vacancies), lang.value)
        with _progress(None, "read") as advance, runs.whole(out) as part, part.open("w", encoding="utf-8") as file:
            for vacancy in reading:
                file.write(reader.read(vacancy).model_dump_json() + "\n")
                advance(1)
        _finish(reading.refused)


@app.command()
def statements(
    candidates: Annotated[
        Path,
        typer.Argument(help="Candidates: .jsonl, .json or .csv; or JSON Lines of statements with id, kind and text."),
    ],
    out: Annotated[Path, typer.Option("--out", help="The statements' meanings, as JSON Lines.")],
    lang: LangOption = Lang.da,
) -> None:
    """Read what each statement means: what is wanted, what is not, and which limits it names, with their words."""
    from matcher import runs
    from matcher.statements import understood

    with _reporting_problems(lang.value):
        if not candidates.exists():
            raise Problem("stop.no_file", path=candidates)
        rows, refused = _statements(candidates, lang.value)
        meant = understood([statement for _, _, statement in rows])
        with runs.whole(out, private=True) as part, part.open("w", encoding="utf-8") as file:
            for (name, person, statement), meaning in zip(rows, meant, strict=True):
                fields = meaning.model_dump(mode="json", exclude={"wish", "avoid"})
                row = {"id": name, "candidate_id": person, **statement.model_dump(), **fields}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        _finish(refused)


@app.command()
def kinds(
    candidates: Annotated[Path, typer.Argument(help="Candidates: .jsonl, .json or .csv.")],
    out: Annotated[Path, typer.Option("--out", help="Job titles to propose, as JSON Lines, best first.")],
    n: Annotated[int, typer.Option("-n", min=1, help="Titles for each candidate.")] = 24,
    titles: Annotated[
        Path | None, typer.Option("--titles", help="Titles to choose from, one a line, instead of the shipped ones.")
    ] = None,
    lang: LangOption = Lang.da,
) -> None:
    """Propose job titles to each person: those they would try become goals, those they refuse go into not_work."""
    from matcher import feeds, runs
    from matcher.encoder import load_encoder
    from matcher.meaning import understand
    from matcher.occupations import proposed, titles_of

    with _reporting_problems(lang.value):
        if not candidates.exists():
            raise Problem("stop.no_file", path=candidates)
        names = dict.fromkeys(filter(None, map(str.strip, _lines(titles) if titles else ())))
        reading, encoder = _Reading(feeds.candidates([candidates]), lang.value), load_encoder()
        assert encoder.centre is not None  # noqa: S101 the shipped encoder has one
        bank = titles_of(list(names), encoder) if names else None
        with runs.whole(out, private=True) as part, part.open("w", encoding="utf-8") as file:
            for candidate in reading:
                (meanings,) = understand([candidate], encoder, encoder.centre)
                for title in proposed(candidate, meanings, n, bank):
                    file.write(title.model_dump_json() + "\n")
        _finish(reading.refused)


def _statements(path: Path, language: Language) -> "tuple[list[tuple[str, str | None, Statement]], int]":
    """(id, candidate's id, statement) for a file of candidates or of statements, and the number of refused rows.

    The id of a candidate's statement combines the candidate's id, its kind and its number.
    """
    from matcher import feeds

    if path.suffix in (".jsonl", ".ndjson"):
        with path.open(encoding="utf-8", errors="replace") as file:
            first = next((line for line in file if line.strip()), "")
        if '"text"' in first and '"kind"' in first:
            return _bare_statements(path, language)
    reading = _Reading(feeds.candidates([path]), language)
    rows: list[tuple[str, str | None, Statement]] = []
    for candidate in reading:
        numbers: dict[str, int] = {}
        for statement in candidate.statements:
            number = numbers[statement.kind] = numbers.get(statement.kind, 0) + 1
            rows.append((f"{candidate.id}-{statement.kind}-{number}", candidate.id, statement))
    return rows, reading.refused


def _bare_statements(path: Path, language: Language) -> "tuple[list[tuple[str, str | None, Statement]], int]":
    """Statements on their own: lines with id, kind ("goals" or "goal") and text. Other keys are ignored."""
    from pydantic import ValidationError

    from matcher.feeds import Refusal
    from matcher.schema import NamedStatement, problems

    rows: list[tuple[str, str | None, Statement]] = []
    refused = 0
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if not line.strip():
            continue
        try:
            named = NamedStatement.model_validate_json(line)
            rows.append((named.id, named.candidate, named.statement))
        except ValidationError as error:
            refused += 1
            for field, code, allowed in problems(error):
                messages.print(Refusal(path, number, field, code, allowed).said(language))
    return rows, refused


@app.command()
def score(
    vacancies: Vacancies,
    candidates: Annotated[Path, typer.Option("--candidates", help="Candidates: .jsonl, .json or .csv.")],
    out: RunOut,
    k: KOption = 10,
    include_expired: IncludeExpired = False,
    as_of: AsOf = None,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep",
            help=(
                "A folder for the lists, beside the run and protected like it: unchanged lists are not made again, "
                "and an interrupted run continues."
            ),
        ),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler",
            metavar="tcp://HOST:PORT",
            help="Divide the work among the workers of a Dask scheduler (extra: cluster).",
        ),
    ] = None,
    spread: Annotated[
        int | None,
        typer.Option(
            "--spread",
            min=1,
            help="The most lists that may begin with the same vacancy; a list that is reordered says so.",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and count everything, and write nothing.")] = False,
    encoder: EncoderOption = None,
    lang: LangOption = Lang.da,
) -> None:
    """Match new vacancies with all candidates: a run grouped by candidate."""
    from matcher import feeds, nightly, runs
    from matcher.index import Index

    with _reporting_problems(lang.value):
        runs.check_format(out)
        if not candidates.exists():  # reported before the vacancies are read, not after
            raise Problem("stop.no_file", path=candidates)
        ads, total = _Reading(feeds.vacancies(vacancies), lang.value), _rows_of(candidates)
        people = _Reading(feeds.candidates([candidates]), lang.value)
        if dry_run:
            counts = {"vacancies": sum(1 for _ in ads), "candidates": sum(1 for _ in people)}
            messages.print(say("score.dry", lang.value, **counts))
            _finish(ads.refused + people.refused)
            return
        model, took = _documents(encoder), _Timing()
        with took.part("read"), _progress(None, "read") as advance:
            built = Index.build(ads, model, advance)
        request = dataclasses.replace(_request(k, as_of, lang.value, False, include_expired), elsewhere=False)
        night = nightly.Night(built, encoder or model.name, request)
        with tempfile.TemporaryDirectory() as scratch, nightly.kept_in(keep or Path(scratch), night) as kept:
            with took.part("score"), _progress(total, "score") as advance:
                done = nightly.bring_up_to_date(kept, people, scheduler, advance)
            if not done.candidates:
                raise Problem("stop.no_candidate", path=candidates)
            with took.part("write"):
                shown = _write_lists(kept, candidates, out, spread)
        _tell_of_run(len(built), done, shown, lang.value)
        _tell_of_end(ads.refused + people.refused, took, lang.value)
        _finish(ads.refused + people.refused)


def _write_lists(kept: "Kept", people: Path, out: Path, most: int | None) -> "Shown":
    """Writes the run of the kept lists, each vacancy first on at most ``most`` of them. Returns what the run shows."""
    from matcher import nightly, runs

    shown, lists, request = nightly.Shown(), kept.lists(), kept.night.request
    if most is not None:
        lists = nightly.spread(kept.lists(), lists, most, request.language)
    runs.write(out, (shown.counted(listed) for _, listed in lists), _side_car(kept.night.index, request, people))
    kept.forget_others()
    return shown


def _tell_of_run(vacancies: int, done: "Done", shown: "Shown", language: Language) -> None:
    messages.print(
        say(
            "score.summary",
            language,
            vacancies=vacancies,
            candidates=done.candidates,
            anew=done.anew,
            shown=shown.total,
            without=shown.without,
            unknown=shown.unknown,
            different=len(shown.exposure),
            most=shown.most,
        )
    )


def _tell_of_end(refused: int, took: "_Timing", language: Language) -> None:
    part, seconds = took.slowest()
    label = say(f"part.{part}", language)
    messages.print(say("score.end", language, refused=refused, part=label, seconds=round(seconds, 1)))


def _rows_of(path: Path) -> int | None:
    """The approximate number of candidates in a file, by its lines; None if its lines do not tell."""
    if path.suffix not in (".jsonl", ".csv") or not path.is_file():
        return None
    with path.open("rb") as file:
        return sum(1 for line in file if line.strip())


class _Timing:
    """Seconds for each part of a command."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        begun = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - begun

    def slowest(self) -> tuple[str, float]:
        """The part that took longest, and its seconds."""
        name = max(self.seconds, key=lambda part: self.seconds[part])
        return name, self.seconds[name]


@app.command()
def encode(
    texts: Annotated[Path, typer.Argument(help="One text a line, UTF-8.")],
    out: Annotated[Path, typer.Option("--out", help="A .npy file: (n, d) float32 unit rows.")],
    role: Annotated[
        As, typer.Option("--as", help="Vectors of documents are kept on disk, those of queries are not.")
    ] = As.query,
    encoder: EncoderOption = None,
    lang: LangOption = Lang.da,
) -> None:
    """Encode texts with the encoder that all commands use."""
    import numpy as np

    from matcher import runs

    with _reporting_problems(lang.value):
        model = _documents(encoder)
        lines = _lines(texts)
        encode_block = model.encode_query if role == As.query else model.encode_document
        blocks = [np.empty((0, model.dimension), np.float32)]
        with _progress(len(lines), "encode") as advance:
            for start in range(0, len(lines), 256):
                blocks.append(encode_block(lines[start : start + 256]))
                advance(len(blocks[-1]))
        with runs.whole(out, private=role == As.query) as part, part.open("wb") as file:
            np.save(file, np.concatenate(blocks))


@app.command()
def serve(
    data: Annotated[Path | None, typer.Option("--data", help="The data folder; $IPSMATCH_DATA if not given.")] = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    lang: LangOption = Lang.da,
) -> None:
    """Serve the REST API over a data folder made by `ipsmatch service tenant`. Settings: docs/service/settings.md."""
    # Set before numpy and FAISS are imported. Calls run in parallel, and threads within a call only wait for each other
    # (over 25,000 vacancies at 25 lists a second p95 is 116 ms; with a thread for each core 390 ms).
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from service import commands

    with _reporting_problems(lang.value):
        commands.serve(data, host, port)


@app.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
def service(
    arguments: Annotated[list[str] | None, typer.Argument()] = None,
    lang: LangOption = Lang.da,
) -> None:
    """Maintain the service's data: tenant, upgrade, verify, retain, backup, restore (`ipsmatch service --help`)."""
    from service import commands

    with _reporting_problems(lang.value):
        commands.app(
            ["--lang", lang.value, *(arguments or ["--help"])], prog_name="ipsmatch service", standalone_mode=False
        )


# --- shared by the commands ------------------------------------------------------------------------------------------


@contextmanager
def _reporting_problems(language: Language) -> Iterator[None]:
    """Turns a ``Problem`` into one line and exit status 2, and an error of the system (a full disk) into one line and
    1."""
    try:
        yield
    except Problem as problem:
        messages.print(problem.said(language), style="bold")
        raise typer.Exit(2) from problem
    except OSError as error:
        message = Problem("stop.system", path=error.filename or "-", why=error.strerror or error).said(language)
        messages.print(message, style="bold")
        raise typer.Exit(1) from error


def _finish(refused: int) -> None:
    if refused:
        raise typer.Exit(1)


class _Reading(Generic[T]):
    """The records of a feed, one at a time. Refusals are reported at once and counted."""

    def __init__(self, items: "Iterable[T | Refusal | Notice]", language: Language) -> None:
        self.items, self.language, self.refused = items, language, 0

    def __iter__(self) -> Iterator[T]:
        from matcher.feeds import Notice, Refusal

        for item in self.items:
            if isinstance(item, Refusal):
                self.refused += 1
                messages.print(item.said(self.language))
            elif isinstance(item, Notice):
                messages.print(say("cut.told", self.language, file=item.file, what=item.said(self.language)))
            else:
                yield item


def _stored_ads(index: "Index") -> "Callable[[str], Vacancy | None]":
    """Looks up the ad with an id in an index."""
    ids = set(index.ids())
    return lambda vacancy_id: index.record(index.row(vacancy_id))[0] if vacancy_id in ids else None


def _documents(name: str | None) -> "DocumentCache":
    """The encoder, with vectors of vacancies kept on disk under $IPSMATCH_CACHE or the user's cache folder."""
    import platformdirs

    from matcher.encoder import DocumentCache, load_encoder

    folder = os.environ.get("IPSMATCH_CACHE") or platformdirs.user_cache_dir("ipsmatch")
    return DocumentCache(load_encoder(name), Path(folder))


def _request(
    k: int, as_of: datetime.datetime | None, language: Language, include_broken: bool, include_expired: bool
) -> "Request":
    from matcher.matching import Request

    day = as_of.date() if as_of else datetime.date.today()
    return Request(k, day, include_broken, include_expired, language)


def _suggest(
    index: "Index", encoder: "Encoder", path: Path, only: str | None, request: "Request", out: Path | None
) -> int:
    """Prints the lists for the candidates of a file, or writes them as a run. Returns the number of refusals."""
    from matcher import listing, runs
    from matcher.matching import Matcher

    if out:
        runs.check_format(out)
    chosen, refused = _candidates(path, only, request.language)
    lists = Matcher(index, encoder).suggest(chosen, dataclasses.replace(request, elsewhere=out is None))
    if out:
        with _progress(len(chosen), "suggest") as advance:
            runs.write(out, _counted(lists, advance), _side_car(index, request, path))
    else:
        console = Terminal()
        for candidate, suggestions in zip(chosen, lists, strict=True):
            listing.show(suggestions, candidate.constraints, index, request.language, console)
    return refused


def _candidates(path: Path, only: str | None, language: Language) -> "tuple[list[Candidate], int]":
    """The candidates of a file, or the one with an id, and the number of refusals. Raises Problem if none is left."""
    from matcher import feeds

    reading = _Reading(feeds.candidates([path]), language)
    chosen = [c for c in reading if only in (None, c.id)]
    if not chosen:
        raise Problem("stop.no_candidate", path=path)
    return chosen, reading.refused


def _what_if(index: "Index", path: Path, only: str | None, request: "Request", out: Path | None) -> int:
    """Prints or writes the effect of each change. Returns the number of refused candidates."""
    from matcher import listing, runs
    from matcher.whatif import what_if

    chosen, refused = _candidates(path, only, request.language)
    results = [(c.id, *what_if(c, index, request)) for c in chosen]
    if out:
        rows = (
            {"candidate_id": who, "eligible": now, "change": change.words, "vacancies": change.vacancies}
            for who, now, changes in results
            for change in changes
        )
        with runs.whole(out, private=True) as part:
            part.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    else:
        console = Terminal()
        for who, now, changes in results:
            listing.show_what_if(who, now, changes, index, request.language, console)
    return refused


def _counted(lists: "Iterable[Suggestions]", advance: Callable[[int], None]) -> "Iterator[list[Suggestion]]":
    """The suggestions of each list; moves the progress bar."""
    for suggestions in lists:
        advance(1)
        yield suggestions.suggestions


def _side_car(index: "Index", request: "Request", people: Path) -> Callable[[], dict[str, object]]:
    """A function that describes a finished run: its data, its versions, its command, and its cost."""
    from matcher.facts.columns import rules_version
    from matcher.index import FORMAT, code_version
    from matcher.runs import peak_memory

    def made() -> dict[str, object]:
        return {
            "k": request.k,
            "as_of": request.as_of.isoformat(),
            "include_broken": request.include_broken,
            "include_expired": request.include_expired,
            "language": request.language,
            "encoder": index.encoder,
            "model": index.fingerprint,
            "rules": rules_version(),
            "code": code_version(),
            "index_format": FORMAT,
            "vacancies": len(index),
            "vacancies_data": index.data,
            "candidates_data": hashlib.sha256(people.read_bytes()).hexdigest()[:12],
            "command": " ".join(Path(word).name for word in sys.argv),
            "seconds": round(time.monotonic() - BEGUN, 2),
            "peak_memory_mb": round(peak_memory()),
        }

    return made


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise Problem("stop.no_file", path=path) from error


class _Rate(ProgressColumn):
    """The number of items done a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.0f}/s" if task.speed else "")


@contextmanager
def _progress(total: int | None, label: str) -> Iterator[Callable[[int], None]]:
    """A progress bar on standard error, if that is a terminal."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn()
    with Progress(*columns, console=messages, transient=True, disable=not messages.is_terminal) as bar:
        task = bar.add_task(label, total=total)
        yield lambda n: bar.advance(task, n)
