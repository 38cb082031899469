"""All files of one evaluation, read and checked against each other. Files that do not belong together are reported."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from evaluation.baselines import BASELINES, Baseline
from evaluation.measures import check_depth
from evaluation.reading import (
    Judgments,
    Ranks,
    Record,
    Records,
    Run,
    Unreadable,
    gains,
    ranks,
    read_judgments,
    read_meta,
    read_records,
    read_suggestions,
    text,
)


class Inputs(NamedTuple):
    """The files, read. Missing ones are empty."""

    run: Run
    judgments: Judgments
    meta: Record = {}
    name: str = "this run"
    candidates: Records = {}
    vacancies: Records = {}
    facts: Records = {}
    whole: Run = {}
    probes: Record = {}
    others: dict[str, Ranks] = {}
    baselines: dict[str, Baseline] = BASELINES
    files: Sequence[Path] = ()

    @property
    def notes(self) -> list[str]:
        """Warnings that a reader needs before trusting the figures."""
        judged = {v for some in self.judgments.values() for v in some}
        return [
            f"judged, but not in the files of {option}, so that no baseline can score on them: {_some(missing)}"
            for option, given, missing in (
                ("--candidates", self.candidates, self.judgments.keys() - self.candidates.keys()),
                ("--vacancies", self.vacancies, judged - self.vacancies.keys()),
            )
            if given and missing
        ]


def read_inputs(
    run: Path,
    qrels: Path,
    against: Sequence[Path] = (),
    candidates: Path | None = None,
    vacancies: Sequence[Path] = (),
    facts: Path | None = None,
    whole: Path | None = None,
    probes: Path | None = None,
    baselines: dict[str, Baseline] = BASELINES,
) -> Inputs:
    """Reads everything. Unreadable if a file has another form or does not belong to the others."""
    inputs = Inputs(
        read_suggestions(run),
        read_judgments(qrels),
        read_meta(run),
        run.stem,
        read_records([candidates]) if candidates else {},
        read_records(vacancies, ("title", "description")),
        read_records([facts]) if facts else {},
        read_suggestions(whole) if whole else {},
        _read_probes(probes) if probes else {},
        {str(path): ranks(read_suggestions(path)) for path in against},
        baselines,
        [qrels, *([candidates] if candidates else []), *vacancies],
    )
    _check_judged(inputs, run, qrels)
    for path in (run, *against):
        to_check = ranks(inputs.run) if path == run else inputs.others[str(path)]
        check_depth(path, to_check, gains(inputs.judgments), read_meta(path))
    return inputs


def _check_judged(inputs: Inputs, run: Path, qrels: Path) -> None:
    """Unreadable if judgments and run belong to different collections."""
    if not gains(inputs.judgments):
        raise Unreadable(f"{qrels}: no candidate with anything useful")
    if inputs.run and not inputs.run.keys() & inputs.judgments.keys():
        raise Unreadable(f"{run}: none of its candidates is judged in {qrels}; expected {_some(inputs.judgments)}")


def _some(names: Iterable[str]) -> str:
    ordered = sorted(names)
    return ", ".join(ordered[:3]) + (f" and {len(ordered) - 3} more" if len(ordered) > 3 else "")


def _read_probes(path: Path) -> Record:
    try:
        probes = json.loads(text(path))
        missing = {"refused", "wordings", "order", "paraphrase", "faithfulness"} - set(probes)
    except (ValueError, TypeError) as error:
        raise Unreadable(f"{path}: expected what python -m evaluation.probes writes") from error
    if missing:
        raise Unreadable(f"{path}: {min(missing)}: expected, as python -m evaluation.probes writes it")
    return dict(probes)
