"""Runs ``ipsmatch`` as a process. Its output is read back from files, like any other program's."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from evaluation.reading import Record, Run, read_suggestions

EVERYTHING = 1_000_000  # a k above the size of every collection here

# Any feed to the product's JSON Lines. ``ipsmatch`` has no command for it, and the baselines and probes need the ads'
# texts. A pasted ad has no id of its own and gets its file's name, so that judgments can name it.
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


# Findings for each text in a list: category and words.
GUARD = """
import json, sys; from matcher.privacy import forbidden
json.dump([forbidden(text) for text in json.load(open(sys.argv[1], encoding="utf-8"))], sys.stdout)
"""


class Failed(Exception):
    """``ipsmatch`` failed. The message is its own."""


def ipsmatch(*arguments: object, may_refuse: bool = False) -> str:
    """Runs ``ipsmatch`` and returns its standard error. With ``may_refuse`` refused rows (status 1) are no failure."""
    return _run(["-c", "from matcher.cli import app; app()", *map(str, arguments)], (0, 1) if may_refuse else (0,))[1]


def convert(vacancies: Iterable[Path], out: Path) -> Path:
    """Converts vacancies of any feed to the product's JSON Lines."""
    out.write_text(_run(["-c", CONVERT, *map(str, vacancies)], (0,))[0], encoding="utf-8")
    return out


def forbidden(texts: list[str]) -> list[list[tuple[str, str]]]:
    """Forbidden content of each text: (category, words)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(texts), encoding="utf-8")
        found = json.loads(_run(["-c", GUARD, str(path)], (0,))[0])
    return [[(category, words) for category, words in findings] for findings in found]


def suggest(candidates: Path, index: Path, out: Path, *options: object) -> Run:
    """A run for the candidates of a file. Refused candidates are not in it."""
    ipsmatch("suggest", candidates, "--index", index, "--out", out, "--lang", "en", *options, may_refuse=True)
    return read_suggestions(out)


def write_records(path: Path, records: Iterable[Record]) -> Path:
    """Writes records as JSON Lines."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def _run(arguments: list[str], good: tuple[int, ...]) -> tuple[str, str]:
    done = subprocess.run([sys.executable, "-X", "utf8", *arguments], capture_output=True, encoding="utf-8")  # noqa: S603 our own program
    if done.returncode not in good:
        raise Failed(f"ipsmatch {' '.join(arguments[2:4])}: status {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout, done.stderr
