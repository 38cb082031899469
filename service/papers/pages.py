"""The papers as Markdown: templates in both languages, filled from the code and the figures."""

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import jinja2
from babel.numbers import format_decimal

from evaluation.figures import COLUMNS
from evaluation.slices import ENOUGH
from service.papers import release
from service.papers.figures import OF_GROUPS, Figure, Figures
from service.papers.risks import risks
from service.phrases import Language

PAPERS = ("technical-file", "rights-assessment", "instructions", "data-sheets", "risks")
LANGUAGES: tuple[Language, ...] = ("da", "en")
DEPLOYER = {"da": "For den, der tager systemet i brug", "en": "For the deployer"}
# The figures in the papers, in words; for some of them less is better, and their words say so.
MEASURES: dict[str, tuple[str, str]] = {
    "nDCG@10": (
        "rækkefølgen af de første ti mod den bedst mulige",
        "the order of the first ten against the best possible",
    ),
    "clearly is useful": (
        "andel af det, der „peger tydeligt“, som er noget",
        "share of what “points clearly” that is useful",
    ),
    "perhaps is useful": (
        "andel af det, der måske er værd at tale om, som er noget",
        "share of what may be worth talking about that is useful",
    ),
    "refused": ("personer, der ingen liste får (lavt er godt)", "people who get no list (low is good)"),
    "left out": ("passende annoncer, der blev udeladt (lavt er godt)", "fitting ads that were left out (low is good)"),
    "broken shown": (
        "annoncer mærket „passer“, som bryder en grænse (lavt er godt)",
        "ads marked “fits” that break a limit (low is good)",
    ),
    "quote supports": ("citater, der støtter det, de står ved", "quotes that support what they stand beside"),
    "signs": (
        "af to annoncer står den uden det, personen ikke vil have, først",
        "of two ads the one without what the person does not want stands first",
    ),
    "hours exact": ("annoncer, hvor timerne er læst rigtigt", "ads whose hours are read rightly"),
    "false hours": (
        "timer, hvor annoncen ingen har (lavt er godt)",
        "hours where the ad has none (low is good)",
    ),
    "times F1": ("tider på dagen, der er læst rigtigt", "times of day that are read rightly"),
    "required F1": ("krav, der er læst rigtigt", "requirements that are read rightly"),
    "demands recall": ("det om dagen på arbejdet, der er fundet", "what is said of the day at work that is found"),
    "employment": ("ansættelsesform læst rigtigt", "kind of employment read rightly"),
}
# Groups of people, by their names in the evaluation, in words.
GROUPS: dict[str, tuple[str, str]] = {
    "statements: sparse: up to 2": ("har sagt lidt: højst 2 ting", "have said little: at most 2 things"),
    "statements: 3-6": ("har sagt 3-6 ting", "have said 3-6 things"),
    "statements: rich: 7 or more": ("har sagt meget: 7 ting eller flere", "have said much: 7 things or more"),
    "hours a week, at most: up to 15 hours": ("højst 15 timer om ugen", "at most 15 hours a week"),
    "hours a week, at most: 16-25 hours": ("højst 16-25 timer", "at most 16-25 hours"),
    "hours a week, at most: 26 hours or more": ("højst 26 timer eller flere", "at most 26 hours or more"),
    "hours a week, at most: no highest number": ("intet højeste timetal", "no highest number of hours"),
    "times of day ruled out: none": ("kan på alle tider", "can at all times"),
    "times of day ruled out: one or two times": ("ikke på en eller to tider", "not at one or two times of day"),
    "times of day ruled out: three or more times": ("ikke på tre tider eller flere", "not at three times or more"),
    "longest journey: up to 30 minutes": ("højst 30 minutter på vej", "at most 30 minutes on the way"),
    "longest journey: more than 30 minutes": ("mere end 30 minutter på vej", "more than 30 minutes on the way"),
    "longest journey: none": ("ingen grænse for vejen", "no limit on the way"),
    "language of the candidate: Danish": ("siger det på dansk", "say it in Danish"),
    "language of the candidate: English": ("siger det på engelsk", "say it in English"),
}


class Row(NamedTuple):
    """A figure in words, and its value in each column; a dash if it is not measured."""

    name: str
    words: str
    cells: list[str]


def pages(root: Path, figures: Figures) -> dict[str, str]:
    """File name -> text of every paper in both languages."""
    return {f"{paper}.{lang}.md": render(paper, lang, root, figures) for paper in PAPERS for lang in LANGUAGES}


def render(paper: str, language: Language, root: Path, figures: Figures) -> str:
    """One paper in one language."""
    environment = jinja2.Environment(  # Markdown: nothing to escape, and no user's text in it
        autoescape=jinja2.select_autoescape(["html"]),
        loader=jinja2.PackageLoader("service.papers"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    values = {
        "language": language,
        "figure": functools.partial(written_figure, figures, language),
        "deployer": lambda question: f"**{DEPLOYER[language]}:** {question}",
        "columns": measured_columns(figures),
        "measures": list(measures(figures, language)),
        "groups": list(groups(figures, language)),
        "project": release.project(root),
        "rights": release.rights(language),
        "logged": release.logged(language),
        "administration": release.administration(language),
        "events": release.events(),
        "risks": risks(),
    }
    return environment.get_template(f"{paper}.{language}.md.j2").render(values)


def written_figure(figures: Figures, language: Language, name: str) -> str:
    """A figure as the language writes it; KeyError if there is none of that name."""
    return written(figures[name].value, language)


def _with_interval(figure: Figure, language: Language) -> str:
    value = written(figure.value, language)
    if figure.low is None or figure.high is None:
        return value
    return f"{value} ({written(figure.low, language)}–{written(figure.high, language)})"


def written(value: float | int | str, language: Language) -> str:
    """A number as the language writes it: counts as whole numbers, measures with two decimals."""
    if isinstance(value, str):
        return value
    return str(format_decimal(value, "#,##0" if isinstance(value, int) else "0.00", locale=language))


def measured_columns(figures: Figures) -> list[str]:
    """The columns with any measured figure, in the order of ``COLUMNS``."""
    return [column for column in COLUMNS if any(name.startswith(f"{column} ") for name in figures)]


def measures(figures: Figures, language: Language) -> Iterator[Row]:
    """The measured figures with their intervals, in the measured columns."""
    for name, (danish, english) in MEASURES.items():
        cells = [figures.get(f"{column} {name}") for column in measured_columns(figures)]
        words = danish if language == "da" else english
        yield Row(name, words, [_with_interval(cell, language) if cell else "–" for cell in cells])


def groups(figures: Figures, language: Language) -> Iterator[Row]:
    """Groups of the fixtures' people, with their size and figures; marked if too small."""
    for name, (danish, english) in GROUPS.items():
        group_figures = [figures.get(f"seen {figure} of {name}") for figure in OF_GROUPS]
        people = next((figure.writers for figure in group_figures if figure), None) or 0
        mark = "" if people >= ENOUGH else {"da": ", for få til at sige noget", "en": ", too few to say"}[language]
        cells = [_with_interval(figure, language) if figure else "–" for figure in group_figures]
        yield Row(danish if language == "da" else english, f"{people}{mark}", cells)
