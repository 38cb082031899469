"""``ipsmatch`` as a process: what it may write is read back from files, as anybody else's would be."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from evaluation.reading import Record, Run, read_suggestions

EVERYTHING = 1_000_000  # a k that no collection here reaches

# Any feed to our JSON Lines. ``ipsmatch`` has no command for it, and the baselines and probes need the ads' texts.
# A pasted ad has no id of its own and is called as its file, so that judgments can name it.
CONVERT = """
import sys; from pathlib import Path; from matcher import feeds
for path in map(Path, sys.argv[1:]):
    for vacancy in feeds.vacancies([path]):
        if isinstance(vacancy, feeds.Refusal):
            sys.exit(vacancy.said("en"))
        if isinstance(vacancy, feeds.Notice):
            continue
        named = vacancy.model_copy(update={"id": path.stem}) if path.suffix == ".txt" else vacancy
        print(named.model_dump_json(exclude_none=True))
"""


# What is refused as a statement: of each text of a list, what it is about and the words.
GUARD = """
import json, sys; from matcher.privacy import forbidden
json.dump([forbidden(text) for text in json.load(open(sys.argv[1], encoding="utf-8"))], sys.stdout)
"""


class Failed(Exception):
    """``ipsmatch`` did not do what was asked; the message is its own."""


def ipsmatch(*arguments: object, may_refuse: bool = False) -> str:
    """Run ``ipsmatch`` and give what it says on standard error; with ``may_refuse`` rows may be refused (status 1)."""
    return _run(["-c", "from matcher.cli import app; app()", *map(str, arguments)], (0, 1) if may_refuse else (0,))[1]


def convert(vacancies: Iterable[Path], out: Path) -> Path:
    """Vacancies of any feed as our JSON Lines."""
    out.write_text(_run(["-c", CONVERT, *map(str, vacancies)], (0,))[0], encoding="utf-8")
    return out


def forbidden(texts: list[str]) -> list[list[tuple[str, str]]]:
    """What may not stand in each text: (category, words)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(texts), encoding="utf-8")
        found = json.loads(_run(["-c", GUARD, str(path)], (0,))[0])
    return [[(category, words) for category, words in findings] for findings in found]


def suggest(candidates: Path, index: Path, out: Path, *options: object) -> Run:
    """A run for the candidates of a file; those who are refused are not in it."""
    ipsmatch("suggest", candidates, "--index", index, "--out", out, "--lang", "en", *options, may_refuse=True)
    return read_suggestions(out)


def write_records(path: Path, records: Iterable[Record]) -> Path:
    """Records as JSON Lines."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def _run(arguments: list[str], good: tuple[int, ...]) -> tuple[str, str]:
    done = subprocess.run([sys.executable, "-X", "utf8", *arguments], capture_output=True, encoding="utf-8")  # noqa: S603 our own program
    if done.returncode not in good:
        raise Failed(f"ipsmatch {' '.join(arguments[2:4])}: status {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout, done.stderr
