"""The report's plots, each a string of SVG inside the page. Text stays text, so that screen readers can read it."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from evaluation.significance import Interval

if TYPE_CHECKING:
    from evaluation.report import Findings

mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "ipsmatch", "font.family": "sans-serif", "font.size": 10})

INK, OURS, THEIRS, FAINT = "#333333", "#0b5fa5", "#8a8a8a", "#c9c9c9"
LIMITS = {"ok": "#2e7d32", "negotiable": "#9bbf5a", "unknown": FAINT, "disputed": "#e6a23c", "broken": "#c0392b"}


def draw(findings: "Findings") -> dict[str, str]:
    """All plots by name."""
    return {
        "systems": _systems(findings),
        "candidates": _candidates(findings),
        "candidate_slices": _slices(findings.candidate_slices),
        "ad_slices": _slices(findings.ad_slices),
        "bands": _bands(findings.beyond["bands"]),
        "exposure": _exposure(findings.beyond["exposure"].counts),
    }


def _systems(findings: "Findings") -> str:
    rows = [(s.name, s.means["nDCG@10"]) for s in findings.systems]
    figure, axes = _figure(len(rows))
    _dots(axes, rows, [OURS, *[THEIRS] * (len(rows) - 1)])
    return _svg(figure)


def _slices(rows: Sequence[Any]) -> str:
    """One small panel for each kind of slice, all on the same scale."""
    groups: dict[str, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.by, []).append(row)
    if not groups:
        return ""
    heights = [len(group) + 1.2 for group in groups.values()]
    figure = Figure(figsize=(7.4, 0.27 * sum(heights)), layout="constrained")
    panels = figure.subplots(len(groups), 1, sharex=True, squeeze=False, height_ratios=heights)
    for axes, (by, group) in zip(panels[:, 0], groups.items(), strict=True):
        named = [(f"{r.value} (n {r.interval.n})", r.interval) for r in group]
        _dots(axes, named, [OURS if r.enough else FAINT for r in group])
        axes.set_title(by, loc="left", fontsize=10, fontweight="bold")
    return _svg(figure)


def _dots(axes: Axes, rows: Sequence[tuple[str, Interval]], colours: Sequence[str]) -> None:
    """A dot for each mean and a line for its interval, from 0 to 1, the first row on top."""
    for y, ((_, interval), colour) in enumerate(zip(rows, colours, strict=True)):
        axes.plot([interval.low, interval.high], [y, y], color=colour, linewidth=2.5, solid_capstyle="round")
        axes.plot([interval.mean], [y], "o", color=colour, markersize=7, clip_on=False, zorder=3)
    axes.set_yticks(range(len(rows)), [name for name, _ in rows])
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xlim(0, 1)
    _plain(axes)


def _candidates(findings: "Findings") -> str:
    values = sorted(findings.values.items(), key=lambda item: item[1]["nDCG@10"])
    figure = Figure(figsize=(7.4, 2.4), layout="constrained")
    axes = figure.subplots()
    axes.bar([c for c, _ in values], [v["nDCG@10"] for _, v in values], color=OURS, width=0.75)
    axes.set_ylim(0, 1)
    axes.set_ylabel("nDCG@10")
    axes.tick_params(axis="x", labelrotation=90 if len(values) > 12 else 0)
    _plain(axes)
    axes.grid(axis="x", visible=False)
    return _svg(figure)


def _bands(bands: dict[str, Any]) -> str:
    """For each band, the judges' verdicts on the limits of its suggestions."""
    names = [band for band in ("fits", "ask", "negotiable", "broken", "none") if band in bands]
    if not names:
        return ""
    figure, axes = _figure(len(names))
    left = np.zeros(len(names))
    for limits, colour in LIMITS.items():
        counts = [bands[band][limits] for band in names]
        axes.barh(names, counts, left=left, color=colour, label=limits, height=0.6)
        left += counts
    axes.invert_yaxis()
    axes.set_xlabel("judged suggestions")
    axes.legend(ncols=5, loc="lower center", bbox_to_anchor=(0.4, 1.0), frameon=False, fontsize=9)
    _plain(axes)
    return _svg(figure)


def _exposure(counts: Sequence[int]) -> str:
    """Lorenz curve: the share of ads, least shown first, against their share of all places on the lists."""
    total = sum(counts)
    if not total:
        return ""
    shares = np.concatenate([[0], np.cumsum(sorted(counts)) / total])
    figure = Figure(figsize=(3.6, 3.2), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color=FAINT)
    axes.plot(np.linspace(0, 1, len(shares)), shares, color=OURS, linewidth=2.5)
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="share of the ads, least shown first", ylabel="share of the places")
    _plain(axes)
    return _svg(figure)


def _figure(rows: int) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(7.4, 0.6 + 0.36 * rows), layout="constrained")
    return figure, figure.subplots()


def _plain(axes: Axes) -> None:
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(length=0, colors=INK)
    axes.grid(color="#eeeeee")
    axes.set_axisbelow(True)


def _svg(figure: Figure) -> str:
    """The figure as an SVG element without a date, so that the same data give the same page."""
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None}, transparent=True)
    drawn = out.getvalue()
    return drawn[drawn.index("<svg") :]
