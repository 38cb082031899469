"""Puts together everything known about a run, once: as lines of text, as Markdown and as one HTML page."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import jinja2
import pandas as pd

from evaluation import beyond_accuracy as beyond
from evaluation import plots, slices
from evaluation.baselines import runs
from evaluation.figures import COLUMNS, ENGINE, FIGURES, Change
from evaluation.inputs import Inputs
from evaluation.measures import DEPTH, MEASURES, Values, measure
from evaluation.reading import Gains, Ranks, Record, Records, fingerprint, gain, gains, ranks
from evaluation.significance import Difference, Interval, interval, paired

if TYPE_CHECKING:
    from evaluation.columns import Columns

WORST = 10
SHOWN = 5  # vacancies that are shown for each of the worst lists
HEADLINE = "nDCG@10"


class System(NamedTuple):
    """One ranking beside the engine's: its means, and the engine's minus its (None for the engine)."""

    name: str
    means: dict[str, Interval]
    difference: Difference | None


class Findings(NamedTuple):
    """Content of the report. ``extra`` holds results that need candidates, vacancies or a whole run."""

    inputs: Inputs
    gains: Gains
    ranks: Ranks
    values: Values
    systems: list[System]
    candidate_slices: list[slices.Slice]
    ad_slices: list[slices.Slice]
    violations: list[beyond.Case]
    exclusions: tuple[list[beyond.Case], int] | None
    beyond: dict[str, Any]
    worst: list[dict[str, Any]]
    versions: dict[str, object]


def assemble(inputs: Inputs) -> Findings:
    """Measures everything that the given files allow."""
    to_gain, ours = gains(inputs.judgments), ranks(inputs.run)
    values = measure(ours, to_gain)
    return Findings(
        inputs,
        to_gain,
        ours,
        values,
        systems=_systems(inputs, values, to_gain),
        candidate_slices=slices.of_candidates(values, inputs.candidates),
        ad_slices=slices.of_ads(ours, to_gain, inputs.vacancies, inputs.facts),
        violations=_violations(inputs),
        exclusions=beyond.false_exclusions(inputs.whole or inputs.run, inputs.judgments, inputs.facts),
        beyond=_beyond(inputs),
        worst=[_worst(c, inputs, to_gain) for c in sorted(values, key=lambda c: values[c][HEADLINE])[:WORST]],
        versions=_versions(inputs),
    )


def _systems(inputs: Inputs, ours: Values, to_gain: Gains) -> list[System]:
    """The engine, the runs it is compared with, and, if candidates and vacancies are given, the baselines."""
    others = {name: measure(r, to_gain) for name, r in inputs.others.items()}
    if inputs.candidates and inputs.vacancies:
        peers = runs(inputs.candidates, inputs.vacancies, inputs.baselines)
        others |= {name: measure(r, to_gain) for name, r in peers.items()}
    differences = {name: _difference(ours, theirs) for name, theirs in others.items()}
    return [
        System(inputs.name, _means(ours), None),
        *(System(name, _means(theirs), differences[name]) for name, theirs in others.items()),
    ]


def _means(values: Values) -> dict[str, Interval]:
    return {name: interval([v[name] for v in values.values()]) for name in MEASURES}


def _difference(ours: Values, theirs: Values) -> Difference:
    return paired([ours[c][HEADLINE] for c in ours], [theirs[c][HEADLINE] for c in ours])


def _violations(inputs: Inputs) -> list[beyond.Case]:
    """Violations in the run, and in a whole run, if given, beyond the cut."""
    cases = beyond.violations(inputs.run, inputs.judgments)
    known = {(c.candidate, c.vacancy) for c in cases}
    more = beyond.violations(inputs.whole, inputs.judgments)
    return cases + [c for c in more if (c.candidate, c.vacancy) not in known]


def _beyond(inputs: Inputs) -> dict[str, Any]:
    first = beyond.first_ten(inputs.run)
    people = inputs.candidates or inputs.judgments
    collection = inputs.vacancies or {s["vacancy_id"] for s in beyond.suggestions(inputs.run)}
    return {
        "unknowns": beyond.unknowns(first),
        "candidates": len(people),
        "coverage": beyond.coverage(inputs.run, list(people)),
        "variety": beyond.variety(first, inputs.vacancies) if inputs.vacancies else None,
        "exposure": beyond.exposure(first, list(collection)),
        "bands": beyond.bands(inputs.run, inputs.judgments),
    }


def _versions(inputs: Inputs) -> dict[str, object]:
    """How the run was made, and fingerprints of the files it is measured with."""
    return {**inputs.meta, **{path.name: fingerprint(path) for path in inputs.files}}


# --- the ten worst ---------------------------------------------------------------------------------------------------


def _worst(candidate: str, inputs: Inputs, to_gain: Gains) -> dict[str, Any]:
    """The vacancies shown to a candidate, and those that should have been shown, with the places where they are."""
    best = sorted(to_gain[candidate].items(), key=lambda item: (-item[1], item[0]))
    return {
        "candidate": candidate,
        "wish": "; ".join(slices.statements(inputs.candidates.get(candidate, {}), "goals", "interests")[:3]),
        "shown": [_shown(s, inputs) for s in inputs.run.get(candidate, [])[:SHOWN]],
        "should": [_should(candidate, v, inputs) for v, useful in best[:SHOWN] if useful],
    }


def _shown(suggestion: Record, inputs: Inputs) -> dict[str, Any]:
    judged = inputs.judgments.get(suggestion["candidate_id"], {}).get(suggestion["vacancy_id"])
    return {
        "rank": suggestion["rank"],
        "vacancy": suggestion["vacancy_id"],
        "title": title(suggestion["vacancy_id"], inputs.vacancies),
        "band": suggestion.get("band"),
        "useful": gain(judged) if judged else 0,
        "limits": judged.limits if judged else "not useful",
    }


def _should(candidate: str, vacancy: str, inputs: Inputs) -> dict[str, Any]:
    judged = inputs.judgments[candidate][vacancy]
    where = _where(candidate, vacancy, inputs)
    return {"vacancy": vacancy, "title": title(vacancy, inputs.vacancies), "useful": gain(judged), "where": where}


def _where(candidate: str, vacancy: str, inputs: Inputs) -> str:
    """A vacancy's place on the list, or why it is not there."""
    for run in (inputs.run, inputs.whole):
        suggestion = next((s for s in run.get(candidate, []) if s["vacancy_id"] == vacancy), None)
        if suggestion and suggestion.get("band") == "broken":
            return "left out: " + "; ".join(reasons(suggestion.get("checks") or [], "broken"))
        if suggestion:
            return f"place {suggestion['rank']}"
    return "expired, a copy of another, or beyond the cut" if inputs.whole else "not in the run"


def reasons(checks: Iterable[Record], *verdicts: str) -> list[str]:
    """The checks with those verdicts, in words with their quotes."""
    return [
        f"{c['constraint']}: {c['detail']}" + (f" “{c['quote']}”" if c.get("quote") else "")
        for c in checks
        if c["verdict"] in verdicts
    ]


def title(vacancy: str, vacancies: Records) -> str:
    """The title of an ad, if known."""
    return str(vacancies.get(vacancy, {}).get("title", ""))


# --- as text ---------------------------------------------------------------------------------------------------------


def text(findings: Findings) -> list[str]:
    """The short report: each candidate, the mean with its interval, the systems, the slices and the rest."""
    return [
        *_candidate_lines(findings.values),
        *_mean_lines(findings.systems[0].means),
        *_headed("before you believe it", findings.inputs.notes),
        *_system_lines(findings.systems[1:]),
        *_slice_lines(HEADLINE, findings.candidate_slices),
        *_slice_lines("share of each candidate's useful ads that is shown", findings.ad_slices),
        *_beyond_lines(findings),
        *_probe_lines(findings.inputs.probes),
    ]


def _candidate_lines(values: Values) -> list[str]:
    rows = [(c, "  ".join(f"{m} {value:.3f}" for m, value in v.items())) for c, v in values.items()]
    width = _width([*(c for c, _ in rows), f"mean of {len(values)}"])
    return [f"{c:<{width}}  {figures}" for c, figures in rows]


def _mean_lines(means: dict[str, Interval]) -> list[str]:
    n = next(iter(means.values())).n
    label = f"mean of {n}"
    figures = "  ".join(f"{m} {i.mean:.3f}" for m, i in means.items())
    spans = "  ".join(f"{m} {i.low:.3f}-{i.high:.3f}" for m, i in means.items())
    return [f"{label}  {figures}", f"{'95 %':<{len(label)}}  {spans}"]


def _system_lines(systems: Sequence[System]) -> list[str]:
    width = _width([s.name for s in systems])
    return _headed(
        f"{HEADLINE}, and ours minus theirs",
        [f"{s.name:<{width}}  {s.means[HEADLINE].mean:.3f}  {difference(s.difference)}" for s in systems],
    )


def difference(found: Difference | None) -> str:
    """A difference with its interval, p and verdict.

    >>> difference(Difference(0.1234, 0.05, 0.2, 0.0119, 24))
    '+0.123 (95 % +0.050 to +0.200, p 0.012): better'
    """
    if not found:
        return ""
    p = "p < 0.001" if found.p < 0.001 else f"p {found.p:.3f}"
    return f"{found.mean:+.3f} (95 % {found.low:+.3f} to {found.high:+.3f}, {p}): {found.verdict}"


def _slice_lines(head: str, rows: Sequence[slices.Slice]) -> list[str]:
    width = _width([f"{r.by}: {r.value}" for r in rows])
    return _headed(head, [f"{f'{r.by}: {r.value}':<{width}}  {span(r)}" for r in rows])


def span(row: slices.Slice) -> str:
    """A slice's n, mean and interval, with a mark if it is too small for a conclusion."""
    estimate = row.interval
    width = f" (95 % {estimate.low:.3f}-{estimate.high:.3f})" if estimate.n > 1 else ""
    return f"n {estimate.n:>3}  {estimate.mean:.3f}{width}{'' if row.enough else '  too few to say'}"


def _beyond_lines(findings: Findings) -> list[str]:
    results = findings.beyond
    exposure, coverage = results["exposure"], results["coverage"]
    lines = [
        f"limits broken in band fits: {len(findings.violations)}{_names(findings.violations)}",
        f"fitting ads called broken: {_exclusions(findings.exclusions)}",
        f"unknown limits in each suggestion: {results['unknowns']:.2f}",
        f"candidates without suggestions: {len(coverage['none'])} of {results['candidates']}{_list(coverage['none'])}",
        f"with fewer than ten: {len(coverage['fewer than ten'])}",
        f"exposure: Gini {exposure.gini:.2f}, {exposure.never} of {exposure.vacancies} ads shown to nobody",
        *(
            f"{band}: " + ", ".join(f"{limits} {n}" for limits, n in sorted(counts.items()))
            for band, counts in sorted(_labelled(results["bands"]).items())
        ),
    ]
    if results["variety"]:
        lines.append("different in the ten: " + ", ".join(f"{k} {v:.0%}" for k, v in results["variety"].items()))
    return _headed("what relevance does not show", lines)


def _labelled(bands: dict[str, Any]) -> dict[str, Any]:
    return {f"band {band}, the judges say": counts for band, counts in bands.items()}


def _names(cases: Sequence[beyond.Case]) -> str:
    return _list([f"{c.candidate}/{c.vacancy}" for c in cases])


def _list(names: Sequence[str]) -> str:
    return f" ({', '.join(names)})" if names else ""


def _exclusions(found: tuple[list[beyond.Case], int] | None) -> str:
    if found is None:
        return "not measured (give a run made with --include-broken)"
    return f"{len(found[0])} of {found[1]}{_names(found[0])}"


def _probe_lines(probes: Record) -> list[str]:
    if not probes:
        return []
    words, order, faithful = probes["wordings"], probes["order"], probes["faithfulness"]
    other = probes["paraphrase"]
    lines = [
        f"statements that had to be refused and were not: {len(probes['refused']['accepted'])}"
        f" of {probes['refused']['statements']}",
        f"said of him or of her, ranked differently: {len(words['differ'])} of {words['pairs']}",
        f"lists changed by the order of the statements: {len(order['differ'])} of {order['candidates']}",
        f"contribution falls without its quote: {faithful['fell']} of {faithful['cases']}",
    ]
    if other["candidates"]:
        lines.append(f"the list that stays when it is said in other words: {other['common']:.0%}")
    return _headed("probes", lines)


def _headed(head: str, lines: list[str]) -> list[str]:
    return ["", head, *(f"  {line}" for line in lines)] if lines else []


def _width(names: Sequence[str]) -> int:
    return max(map(len, names), default=0)


def golden(findings: Findings) -> list[str]:
    """The short report and the first ten of each list with the judges' ``useful``: small enough to read as a diff."""
    lists = [
        f"{c}  " + " ".join(f"{s['vacancy_id']}={_grade(s, findings)}" for s in findings.inputs.run.get(c, [])[:DEPTH])
        for c in sorted(findings.inputs.candidates or findings.values)
    ]
    return [*text(findings), *_headed("the ten, with what they are worth", lists)]


def _grade(suggestion: Record, findings: Findings) -> int:
    return findings.gains.get(suggestion["candidate_id"], {}).get(suggestion["vacancy_id"], 0)


# --- the columns -----------------------------------------------------------------------------------------------------


class Cell(NamedTuple):
    """A figure in one column: estimate, 95 % interval, units and writers."""

    estimate: float
    low: float
    high: float
    units: int
    writers: int

    def __str__(self) -> str:
        """The estimate with its interval."""
        return f"{self.estimate:.3f} ({self.low:.2f}-{self.high:.2f})"


class Row(NamedTuple):
    """A figure of a system with its value in each column; None where the column has none."""

    figure: str
    what: str
    system: str
    cells: list[Cell | None]


def side_by_side(figures: pd.DataFrame) -> list[Row]:
    """The figures with their columns beside each other, in the order of ``FIGURES``."""
    rows = []
    for (figure, system), group in figures.groupby(["figure", "system"], sort=False):
        by_column = {
            row.column: Cell(row.estimate, row.low, row.high, row.units, row.writers) for row in group.itertuples()
        }
        rows.append(Row(str(figure), FIGURES[str(figure)], str(system), [by_column.get(c) for c in COLUMNS]))
    order = list(FIGURES)
    return sorted(rows, key=lambda row: (order.index(row.figure), row.system != ENGINE))


def column_lines(figures: pd.DataFrame) -> list[str]:
    """The same table as text."""
    rows = side_by_side(figures)
    width = _width([f"{row.figure}, {row.system}" for row in rows])
    return [
        f"{'':<{width}}" + "".join(f"  {column:<19}" for column in COLUMNS),
        *(
            f"{f'{row.figure}, {row.system}':<{width}}" + "".join(f"  {cell or '-'!s:<19}" for cell in row.cells)
            for row in rows
        ),
        f"not measured: {', '.join(not_measured(figures)) or 'nothing'}",
    ]


def not_measured(figures: pd.DataFrame) -> list[str]:
    """Figures that nothing here measures, because the engine does not give them yet or nobody judged them."""
    return [name for name in FIGURES if name not in set(figures.figure)]


# --- as a page -------------------------------------------------------------------------------------------------------


def write(findings: Findings, page: Path, columns: "Columns | None" = None, moved: Sequence[Change] = ()) -> None:
    """Writes the report as one self-contained HTML page, and as Markdown beside it.

    columns: every figure seen, unseen and real. moved: changes since the golden cases.
    """
    page.parent.mkdir(parents=True, exist_ok=True)
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("evaluation"),
        autoescape=jinja2.select_autoescape(["html.j2"]),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {"difference": difference, "span": span, "reasons": reasons}
    environment.globals |= {
        "column_names": COLUMNS,
        "headline": HEADLINE,
        "measures": {name: FIGURES[name].removeprefix("ranking: ") for name in MEASURES},
        "enough": slices.ENOUGH,
    }
    values = {
        "columns": columns,
        "figures": side_by_side(columns.figures) if columns else [],
        "moved": moved,
        "f": findings,
        "title_of": lambda v: title(v, findings.inputs.vacancies),
    }
    drawn = plots.draw(findings)
    for template, path in (("report.html.j2", page), ("report.md.j2", page.with_suffix(".md"))):
        path.write_text(environment.get_template(template).render(values, plots=drawn), encoding="utf-8")
