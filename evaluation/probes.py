"""``python -m evaluation.probes``: tests explanations, equal treatment and stability on altered input.

- faithfulness: without the quoted passage in the ad, the contribution behind it must fall.
- invariance: forbidden texts about a person are refused; the same statement about him or her ranks identically.
- stability: the order of the statements changes nothing, and other words for the same change little.
"""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from evaluation.measures import DEPTH
from evaluation.process import EVERYTHING, Failed, ipsmatch, suggest, write_records
from evaluation.reading import Record, Records, Run, Unreadable, read_records
from evaluation.slices import language, statements

KINDS = ("goals", "interests", "competencies")
CASES = 2  # suggestions of each candidate whose quote is removed
GONE = "…"
STATEMENTS = tomllib.loads((Path(__file__).parent / "statements.toml").read_text(encoding="utf-8"))


def probe(candidates: Records, vacancies: Records, index: Path, folder: Path, options: tuple[object, ...]) -> Record:
    """Runs all probes, with an index of those vacancies. ``options`` go to ``ipsmatch suggest``. Files go to
    ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    altered = [*candidates.values(), *_reordered(candidates), *_paraphrased(candidates), *_one_statement_each()]
    run = suggest(write_records(folder / "candidates.jsonl", altered), index, folder / "run.jsonl", *options)
    return {
        "refused": refused(run),
        "wordings": wordings(run),
        "order": order(run, candidates),
        "paraphrase": paraphrase(run, candidates),
        "faithfulness": faithfulness(run, candidates, vacancies, folder, options),
    }


# --- altered candidates ----------------------------------------------------------------------------------------------


def _reordered(candidates: Records) -> Iterator[Record]:
    for candidate in candidates.values():
        turned = {kind: list(reversed(candidate[kind])) for kind in KINDS if candidate.get(kind)}
        yield {**candidate, **turned, "id": f"{candidate['id']}/order"}


def _paraphrased(candidates: Records) -> Iterator[Record]:
    for candidate in candidates.values():
        frames = STATEMENTS["paraphrase"][language(statements(candidate))]
        reworded = {kind: [frames[kind].format(s) for s in candidate[kind]] for kind in KINDS if candidate.get(kind)}
        yield {**candidate, **reworded, "id": f"{candidate['id']}/paraphrase"}


def _one_statement_each() -> Iterator[Record]:
    """Candidates without limits, each with one statement of ``statements.toml``."""
    for n, statement in enumerate(STATEMENTS["refused"]):
        yield {"id": f"refused/{n}", "interests": [statement["text"]]}
    for n, wording in enumerate(STATEMENTS["wordings"]):
        for side, text in zip("ab", wording["texts"], strict=True):
            yield {"id": f"wording/{n}/{side}", "competencies": [text]}


# --- results ---------------------------------------------------------------------------------------------------------


def refused(run: Run) -> Record:
    """The number of statements that must be refused, and those that were accepted."""
    texts = STATEMENTS["refused"]
    accepted = [s["text"] for n, s in enumerate(texts) if f"refused/{n}" in run]
    return {"statements": len(texts), "accepted": accepted}


def wordings(run: Run) -> Record:
    """The number of pairs of wordings, and those that do not rank identically (two refusals are equal)."""
    pairs = [w["texts"] for w in STATEMENTS["wordings"]]
    differ = [p for n, p in enumerate(pairs) if shown(run, f"wording/{n}/a") != shown(run, f"wording/{n}/b")]
    return {"pairs": len(pairs), "differ": differ}


def order(run: Run, candidates: Records) -> Record:
    """Candidates whose list changes with the order of the statements."""
    differ = [c for c in candidates if shown(run, c) != shown(run, f"{c}/order")]
    return {"candidates": len(candidates), "differ": differ}


def paraphrase(run: Run, candidates: Records) -> Record:
    """The share of the list that stays when statements are in other words: the mean, and the least."""
    shares = {c: _common(shown(run, c), shown(run, f"{c}/paraphrase")) for c in candidates if c in run}
    if not shares:
        return {"candidates": 0, "common": None, "least": None}
    least = min(shares, key=lambda c: shares[c])
    return {"candidates": len(shares), "common": float(np.mean(list(shares.values()))), "least": [least, shares[least]]}


def shown(run: Run, candidate: str) -> list[str]:
    """The first ten vacancies of a list, in order."""
    return [s["vacancy_id"] for s in run.get(candidate, [])[:DEPTH]]


def _common(one: list[str], other: list[str]) -> float:
    return len(set(one) & set(other)) / max(len(one), len(other))


# --- faithfulness ----------------------------------------------------------------------------------------------------


def faithfulness(
    run: Run, candidates: Records, vacancies: Records, folder: Path, options: tuple[object, ...]
) -> Record:
    """The share of strongest reasons in the first suggestions whose contribution falls without the quote.

    The altered ads are indexed together with all others, so that both are centred alike. An ad without the quote is
    compared with the same ad with it.
    """
    cases = list(_cases({c: run[c] for c in candidates if c in run}, vacancies))
    altered = [{**without(vacancies[v], quote), "id": f"{v}/{n}"} for n, (_, v, _, quote) in enumerate(cases)]
    ads = write_records(folder / "ads.jsonl", [*vacancies.values(), *altered])
    ipsmatch("index", ads, "--out", folder / "index")
    people = write_records(folder / "asked.jsonl", candidates.values())
    wide = (*options, "-k", EVERYTHING, "--include-broken", "--include-expired")
    parts = _parts(suggest(people, folder / "index", folder / "without.jsonl", *wide))
    falls = [
        (parts[c, v, statement] - parts[c, f"{v}/{n}", statement], (c, v, statement, quote))
        for n, (c, v, statement, quote) in enumerate(cases)
        if (c, v, statement) in parts and (c, f"{v}/{n}", statement) in parts
    ]
    unmoved = [case for fall, case in falls if fall <= 0]
    return {"cases": len(falls), "fell": len(falls) - len(unmoved), "held": unmoved}


def _cases(run: Run, vacancies: Records) -> Iterator[tuple[str, str, str, str]]:
    """Candidate, vacancy, statement and quote of the strongest reason in each list's first suggestions."""
    for candidate, suggestions in run.items():
        for suggestion in suggestions[:CASES]:
            reason: dict[str, Any] = max(suggestion.get("evidence") or [{}], key=lambda e: e.get("contribution", 0))
            if reason.get("quote") and suggestion["vacancy_id"] in vacancies:
                yield candidate, suggestion["vacancy_id"], reason["statement"], reason["quote"]


def without(vacancy: Record, quote: str) -> Record:
    """The vacancy without the quoted passage in title and description.

    >>> without({"title": "Cook", "description": "We need a cook. Ring us."}, "We need a cook.")
    {'title': 'Cook', 'description': '… Ring us.'}
    """
    return {**vacancy, **{part: vacancy[part].replace(quote, GONE) for part in ("title", "description")}}


def _parts(run: Run) -> dict[tuple[str, str, str], float]:
    """Candidate, vacancy and statement -> contribution."""
    return {
        (candidate, suggestion["vacancy_id"], e["statement"]): e["contribution"]
        for candidate, suggestions in run.items()
        for suggestion in suggestions
        for e in suggestion["evidence"]
    }


# --- the command -----------------------------------------------------------------------------------------------------


def main(
    candidates: Annotated[Path, typer.Argument(help="Candidates: .jsonl.")],
    vacancies: Annotated[list[Path], typer.Argument(help="Vacancies: .jsonl of our own.")],
    out: Annotated[Path, typer.Option("--out", help="What was found, as JSON.")],
    as_of: Annotated[str | None, typer.Option("--as-of", help="The day that decides what has expired.")] = None,
    include_expired: Annotated[bool, typer.Option("--include-expired", help="Also expired vacancies.")] = False,
) -> None:
    """Give the matcher altered input, and write what changed."""
    options = (*(("--as-of", as_of) if as_of else ()), *(("--include-expired",) if include_expired else ()))
    folder = out.parent / f"{out.stem}-files"
    try:
        people, ads = read_records([candidates]), read_records(vacancies, ("title", "description"))
        ipsmatch("index", *vacancies, "--out", folder / "plain")
        results = probe(people, ads, folder / "plain", folder, options)
    except (Unreadable, Failed, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    out.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
