"""Coverage-guided fuzzing of every feed and of the reader behind it: whatever a file holds, nothing is raised but what
is said in words to whoever gave it.

    make fuzz                 ten minutes
    make fuzz SECONDS=60

It begins with the fixtures in each format, and stops at the first input that raises something else, which it writes to
``build/fuzz/``.
"""

import contextlib
import os
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["matcher.feeds", "matcher.reader", "matcher.letters"]):
    from matcher import feeds, reader
    from matcher.phrases import Problem
    from matcher.schema import Vacancy

ROOT = Path(__file__).parents[2]
CORPUS, CRASHES = ROOT / "build" / "fuzz" / "corpus", ROOT / "build" / "fuzz"
SEED_BYTES = 6_000  # of each file; a short input is changed more often
READ = 500  # characters of an ad that is also read: feeds are what is tried, and reading takes longer
SUFFIXES = (*feeds.FORMATS, "")  # the last: by its content
SCRATCH = Path("/dev/shm" if Path("/dev/shm").is_dir() else "/tmp") / f"fuzz-{os.getpid()}"


def one_input(data: bytes) -> None:
    """The first byte chooses the format, the rest is the file."""
    if not data:
        return
    path = SCRATCH / f"feed{SUFFIXES[data[0] % len(SUFFIXES)]}"
    path.write_bytes(data[1:])
    with contextlib.suppress(Problem):
        for item in feeds.vacancies([path]):
            if isinstance(item, Vacancy) and len(item.description) <= READ:
                reader.read(item)
            elif not isinstance(item, Vacancy):
                item.said("da")
        for refusal in feeds.candidates([path]):
            if isinstance(refusal, feeds.Refusal):
                refusal.said("en")


def seeds() -> None:
    """Fixtures, and the ads of the tests, once in each format."""
    CORPUS.mkdir(parents=True, exist_ok=True)
    fixtures = ROOT / "data" / "fixtures"
    for path in (
        *fixtures.glob("*.jsonl"),
        *(fixtures / "night").iterdir(),
        *(fixtures / "collection").glob("ads/*.txt"),
    ):
        content = path.read_bytes()[:SEED_BYTES]
        for number, suffix in enumerate(SUFFIXES):
            if suffix in (path.suffix, ""):
                (CORPUS / f"{path.stem}{suffix or '.none'}").write_bytes(bytes([number]) + content)


if __name__ == "__main__":
    SCRATCH.mkdir(exist_ok=True)
    seeds()
    atheris.Setup([sys.argv[0], f"-artifact_prefix={CRASHES}/", *sys.argv[1:], str(CORPUS)], one_input)
    atheris.Fuzz()
