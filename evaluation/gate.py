"""``python -m evaluation.gate``: from candidates, vacancies and judgments to the report, and what may not land.

Runs ``ipsmatch`` and the probes as processes, writes ``report.html``, ``report.md`` and ``evaluation.txt``, and holds
them against the golden text. Status 1, with the reasons, on

- a limit broken in band ``fits``,
- a broken invariance: a statement accepted that must be refused, a list that depends on him or her or on the order,
- a fall of nDCG@10 against the golden text that is more than chance,
- any other difference from the golden text: whoever changes a ranking reads what changed, and then renews the text.
"""

import difflib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from evaluation import report
from evaluation.inputs import read_inputs
from evaluation.probes import probe
from evaluation.process import EVERYTHING, Failed, convert, ipsmatch, suggest
from evaluation.reading import Record, Unreadable, read_judgments, read_records, text
from evaluation.report import HEADLINE, Findings
from evaluation.significance import paired

TEXT = "evaluation.txt"
LINE = re.compile(rf"^(\S+) +{re.escape(HEADLINE)} ([\d.]+)  ", re.MULTILINE)


def evaluate(candidates: Path, qrels: Path, vacancies: Sequence[Path], folder: Path, as_of: str) -> Findings:
    """Index, suggest, read and probe with the matcher as it is, and measure; all files go to ``folder``."""
    people, _ = read_records([candidates]), read_judgments(qrels)  # what is missing is told before the long work
    folder.mkdir(parents=True, exist_ok=True)
    ads, index, day = convert(vacancies, folder / "vacancies.jsonl"), folder / "index", ("--as-of", as_of)
    ipsmatch("index", ads, "--out", index)
    ipsmatch("read", ads, "--out", folder / "facts.jsonl")
    suggest(candidates, index, folder / "ipsmatch.jsonl", *day)
    suggest(candidates, index, folder / "whole.jsonl", *day, "-k", EVERYTHING, "--include-broken")
    found = probe(people, read_records([ads]), index, folder / "probes", day)
    (folder / "probes.json").write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    return report.assemble(read_inputs(
        folder / "ipsmatch.jsonl", qrels, candidates=candidates, vacancies=[ads], facts=folder / "facts.jsonl",
        whole=folder / "whole.jsonl", probes=folder / "probes.json",
    ))  # fmt: skip


def failures(findings: Findings, golden: str) -> list[str]:
    """Why a change may not land, in words; none where it may."""
    return [
        *(f"{c.candidate} is told that {c.vacancy} fits, and both judges found a limit broken"
          for c in findings.violations),
        *unlike(findings.inputs.probes),
        *fall(findings, golden),
    ]  # fmt: skip


def unlike(probes: Record) -> list[str]:
    """The invariances that do not hold."""
    if not probes:
        return []
    return [
        *(f"accepted, and may not be held of a person: “{said}”" for said in probes["refused"]["accepted"]),
        *(f"ranks differently: “{one}” and “{other}”" for one, other in probes["wordings"]["differ"]),
        *(f"{candidate}: another list when the statements stand in another order"
          for candidate in probes["order"]["differ"]),
    ]  # fmt: skip


def fall(findings: Findings, golden: str) -> list[str]:
    """A fall of nDCG@10 below the golden text's whose whole interval lies below 0, over the candidates of both."""
    before = {candidate: float(value) for candidate, value in LINE.findall(golden)}
    both = sorted(before.keys() & findings.values.keys())
    if not both:
        return []
    found = paired([round(findings.values[c][HEADLINE], 3) for c in both], [before[c] for c in both])
    return [f"{HEADLINE} falls: {report.difference(found)}"] if found.high < 0 else []


def changed(now: str, golden: str) -> str:
    """What differs from the golden text, as a diff to be read; empty where nothing does."""
    return "\n".join(difflib.unified_diff(golden.splitlines(), now.splitlines(), "golden", "now", lineterm="", n=0))


def renewal(now: Path, golden: Path) -> str:
    """How to accept a change that is meant."""
    return (
        "If the change is meant, renew the golden text and say in CHANGELOG.md what ranks differently:\n"
        f"  make evaluate; cp {now} {golden}"
    )


def main(
    candidates: Annotated[Path, typer.Argument(help="Candidates, .jsonl.")],
    qrels: Annotated[Path, typer.Argument(help="Judgments.")],
    vacancies: Annotated[list[Path], typer.Argument(help="Vacancies in any format that ipsmatch reads.")],
    as_of: Annotated[str, typer.Option("--as-of", help="The day that decides what has expired.")],
    out: Annotated[Path, typer.Option("--out", help="The folder for the report and all it is made of.")],
    golden: Annotated[Path, typer.Option("--golden", help="The text to hold it against.")],
) -> None:
    """Evaluate the matcher as it is, write the report, and say what may not land."""
    try:
        findings = evaluate(candidates, qrels, vacancies, out, as_of)
        before = text(golden) if golden.exists() else ""
    except (Unreadable, Failed, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    now = "\n".join(report.golden(findings)) + "\n"
    (out / TEXT).write_text(now, encoding="utf-8")
    report.write(findings, out / "report.html")
    typer.echo(f"{now}\n{out / 'report.html'}\n{out / 'report.md'}")
    _judge(failures(findings, before), changed(now, before), renewal(out / TEXT, golden))


def _judge(failed: list[str], difference: str, how: str) -> None:
    """Status 1 with the reasons where something may not land or has changed."""
    for reason in failed:
        typer.echo(f"FAILS: {reason}", err=True)
    if difference:
        typer.echo(f"\nThe golden text says otherwise:\n{difference}\n\n{how}", err=True)
    if failed or difference:
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
