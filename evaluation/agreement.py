"""``python -m evaluation.agreement A B --of PAIRS``: how far two independent judges agree.

Quadratic kappa (Cohen 1968) on ``fit`` and ``useful``: over all pairs, where a pair that neither lists is 0/0, and over
the pairs that either grades above 0, because the many pairs that suit nobody agree too easily.
"""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from sklearn.metrics import cohen_kappa_score

from evaluation.reading import Judgment, Unreadable, text

GRADE_NAMES = ("fit", "useful")
Pass = dict[tuple[str, str], dict[str, Any]]  # (candidate, vacancy) -> judgment


def read_pass(path: Path) -> Pass:
    """One judge's judgments, JSON Lines with ``cand``, ``ad``, ``fit``, ``limits`` and ``useful``."""
    judged: Pass = {}
    for row, line in enumerate(text(path).splitlines(), start=1):
        try:
            judgment = json.loads(line)
            pair = judgment["cand"], judgment["ad"]
            good = all(judgment[name] in range(4) for name in GRADE_NAMES) and bool(judgment["limits"])
        except (ValueError, KeyError, TypeError) as error:
            raise Unreadable(f"{path}: row {row}: expected cand, ad, fit, limits, useful") from error
        if not good or pair in judged:
            raise Unreadable(f"{path}: row {row}: expected fit and useful 0 to 3, and each pair once")
        judged[pair] = judgment
    return judged


def kappa(a: Pass, b: Pass, name: str, pairs: int) -> tuple[float, float, int]:
    """Quadratic kappa over all ``pairs``, over those that either grades above 0, and the number of the latter."""
    listed = sorted(a.keys() | b.keys())
    grades = [(a.get(p, {}).get(name, 0), b.get(p, {}).get(name, 0)) for p in listed]
    above = [grade for grade in grades if any(grade)]
    return _kappa(grades + [(0, 0)] * (pairs - len(listed))), _kappa(above), len(above)


def _kappa(grades: list[tuple[int, int]]) -> float:
    first, second = zip(*grades, strict=True)
    return float(cohen_kappa_score(first, second, weights="quadratic", labels=range(4)))


def both_added(a: Pass, b: Pass) -> dict[tuple[str, str], Judgment]:
    """Each pair that either judge lists, in order: grades added; ``limits`` "disputed" if they differ."""
    sums = {}
    for pair in sorted(a.keys() | b.keys()):
        both = [judged[pair] for judged in (a, b) if pair in judged]
        limits = {judgment["limits"] for judgment in both}
        fit, useful = (sum(judgment[name] for judgment in both) for name in GRADE_NAMES)
        sums[pair] = Judgment(fit, limits.pop() if len(limits) == 1 else "disputed", useful)
    return sums


def added(a: Pass, b: Pass) -> list[str]:
    """Both passes added, as lines of the product's qrels."""
    rows = (("candidate_id", "vacancy_id", *Judgment._fields), *((*p, *j) for p, j in both_added(a, b).items()))
    return ["\t".join(map(str, row)) for row in rows]


def main(
    a: Annotated[Path, typer.Argument(help="One judge's judgments, .jsonl.")],
    b: Annotated[Path, typer.Argument(help="The other's.")],
    of: Annotated[int, typer.Option("--of", help="How many pairs there are: candidates times vacancies.")],
    qrels: Annotated[Path | None, typer.Option("--qrels", help="Write the two added up, as qrels.")] = None,
) -> None:
    """Print the agreement of two judges; with --qrels also add their grades."""
    try:
        one, other = read_pass(a), read_pass(b)
        if of < len(one.keys() | other.keys()):
            raise Unreadable(f"--of {of}: expected at least the {len(one.keys() | other.keys())} pairs that are listed")
    except (Unreadable, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    for name in GRADE_NAMES:
        every, above, n = kappa(one, other, name, of)
        typer.echo(f"{name:<7} quadratic kappa {every:.3f} over {of} pairs, {above:.3f} over the {n} above 0")
    if qrels:
        qrels.write_text("\n".join(added(one, other)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
