"""``python -m matcher.bulk_benchmark INDEX VACANCIES CANDIDATES``: a night's run beside the encoding that it needs.

The vacancies are those of the index, grown as in ``matcher.benchmark``; the candidates are the given ones under new
ids. What encoding costs is measured on some of the ads (whole and by passages, as an index needs them) and on the
candidates' statements, and multiplied up; everything else is done.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from matcher import reader
from matcher.benchmark import Given, grown
from matcher.bulk import Night, bring_up_to_date, kept_in
from matcher.encoder import load_encoder
from matcher.index import Index
from matcher.matching import Matcher, Request
from matcher.schema import Candidate, Vacancy

SAMPLE = 48  # ads that are encoded
CHANGED = 100  # one vacancy in so many


def main(
    index: Annotated[Path, typer.Argument(help="The folder of an index.")],
    ads: Annotated[Path, typer.Argument(help="Vacancies as JSON Lines, some of which are encoded.")],
    candidates: Annotated[Path, typer.Argument(help="Candidates as JSON Lines.")],
    vacancies: Annotated[int, typer.Option(help="How many vacancies.")] = 2_000,
    people: Annotated[int, typer.Option(help="How many candidates.")] = 1_000,
) -> None:
    """Seconds of a full run, of one on which nothing changed, and of one on which one vacancy in a hundred did."""
    texts = [Vacancy.model_validate_json(line) for line in ads.read_bytes().splitlines()[:SAMPLE]]
    few = [Candidate.model_validate_json(line) for line in candidates.read_bytes().splitlines()]
    small = Index.load(index)
    encoder = load_encoder(small.encoder)
    passages = [[v.text, *reader.passages(v)] for v in texts]
    for_ads = seconds(lambda: encoder.encode_document([p for some in passages for p in some])) / len(texts) * vacancies
    for_people = seconds(lambda: Given(encoder, few)) / len(few) * people
    encoding = for_ads + for_people
    given, request = Given(encoder, few), Request(include_expired=True, elsewhere=False)
    new = vacancies // CHANGED
    all_of_them = grown(small, vacancies + new)
    before, after = (all_of_them._take(np.arange(start, start + vacancies)) for start in (0, new))
    asked = [few[n % len(few)].model_copy(update={"id": f"c{n:07}"}) for n in range(people)]

    def night(of: Index, folder: Path) -> int:
        tonight = Night(of, small.encoder, request)
        vars(tonight)["matcher"] = Matcher(of, given)  # statements' vectors are given
        with kept_in(folder, tonight) as kept:
            return bring_up_to_date(kept, asked)

    typer.echo(f"{vacancies} vacancies, {people} candidates; encoding them takes {encoding:.0f} s ({for_ads:.0f} + "
               f"{for_people:.0f}, from {len(texts)} ads and {len(few)} candidates)")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        whole = None
        for name, of in (("everything", before), ("nothing changed", before), (f"1 in {CHANGED} changed", after)):
            anew: list[int] = []
            took = seconds(lambda of=of, anew=anew: anew.append(night(of, Path(folder))))  # type: ignore[misc]
            whole = whole or encoding + took
            typer.echo(f"{name}: {took:.2f} s, {anew[0]} lists anew; {took / encoding:.3f} of the encoding, "
                       f"{took / whole:.3f} of a full run")  # fmt: skip


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    typer.run(main)
