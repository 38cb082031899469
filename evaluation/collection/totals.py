"""Totals of the test writers, measured on labels opened for the purpose. Prints totals only."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from evaluation.collection.files import SPLITS, Collection
from evaluation.columns import AS_OF, measure, signs_of, work_of
from evaluation.figures import cases, table
from evaluation.reading import Ranks


def test_totals(collection: Collection, kept_runs: Mapping[str, Ranks]) -> Iterator[str]:
    """One line for each figure. Test candidates see the ads of all writers, as people would. No file remains."""
    all_cases = []
    for work in (work_of(collection, SPLITS, "test", kept_runs), signs_of(collection, SPLITS)):
        only = work._replace(
            candidates={id_: c for id_, c in work.candidates.items() if collection.split_of(id_) == "test"},
            parts=[part for part in work.parts if part.column == "test"],
        )
        with tempfile.TemporaryDirectory() as folder:
            all_cases += measure(only, Path(folder), "--as-of", AS_OF)
    for row in table(cases(all_cases)).itertuples():
        yield (
            f"{row.figure:<18} {row.system:<28} {row.estimate:.3f} ({row.low:.3f}-{row.high:.3f})"
            f"  {row.units} units, {row.writers} writers"
        )
