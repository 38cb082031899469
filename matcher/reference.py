"""The parts of ``docs/`` that follow from the code: settings, roles, calls, commands, fields, words.

A page marks such a part with its name; the rest of the page is written by hand. ``python -m matcher.reference`` makes
every part anew, and ``tests/test_docs.py`` fails if one differs from the code.

>>> print(renewed("<!-- made: times -->\\nold\\n<!-- end -->").splitlines()[-2])
| `on_call_duty` | tilkaldevagt | on-call duty |
"""

import inspect
import re
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import typer
from fastapi.routing import APIRoute
from pydantic import BaseModel

from matcher import cli, schema
from matcher.feeds import table
from matcher.phrases import PHRASES
from service import app, commands
from service.phrases import PHRASES as SERVICE
from service.scope import MAY, Right
from service.settings import Settings

PAGES = ("README.md", "docs")
PART = re.compile(r"(<!-- made: (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)

RIGHTS: dict[Right, str] = {
    "cases": "candidates, their lists, decisions and log: a consultant's own, a supervisor's team's",
    "assign": "hand a candidate over to somebody else of the team",
    "suggest": "a list for a candidate who comes in the call and is not kept",
    "vacancies": "read vacancies and their facts",
    "push": "put vacancies in and withdraw them; a consultant pastes an ad",
    "employers": "the register of employers, contacts with them, and leads for a candidate within reach",
    "figures": "a team's figures of a quarter, and the cases behind each",
    "start": "start and cancel bulk runs",
    "results": "read the lists of bulk runs, for the candidates within reach",
    "users": "users, passwords, keys and what a second administrator approves; no candidates",
    "log": "the tenant's log; no candidates",
    "self": "one's own sessions and password",
}

# Type of a field -> its values in words. The links lead to parts of docs/reference/formats.md.
FORMS: tuple[tuple[Any, str], ...] = (
    (schema.Postcode, "four digits, as `8700`"),
    (schema.Clock, "a time, as `08:30`"),
    (schema.Date, "a date, as `2026-11-20`"),
    (schema.Deadline, "a date, as `2026-11-20`, or `rolling`"),
    (schema.Start, "a date, as `2026-11-20`, or `asap`, `by_agreement`"),
    (schema.Hours, "hours, 0 to 168"),
    (schema.Minutes, "minutes, 1 to 1440"),
    (schema.Days, "days, 1 to 7"),
    (schema.Time, "[times of day](formats.md#times-of-day)"),
    (schema.DemandKind, "[demands](formats.md#demands)"),
    (schema.Employment, "[kinds of employment](formats.md#kinds-of-employment)"),
    (schema.Weekday, "[days of the week](formats.md#days-of-the-week)"),
)


def renewed(page: str) -> str:
    """A page with each marked part made anew. KeyError names a part that nothing makes."""
    return PART.sub(lambda part: f"{part[1]}{PARTS[part[2]]()}\n{part[3]}", page)


def pages(root: Path) -> Iterator[Path]:
    """Every page of the documentation: the README and all of ``docs/``."""
    for name in PAGES:
        yield from sorted((root / name).rglob("*.md")) if (root / name).is_dir() else [root / name]


def tabled(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown.

    >>> print(tabled(["code", "words"], [["`a`", "one | two"]]))
    | code | words |
    |---|---|
    | `a` | one \\| two |
    """
    lines = [list(heads), *(list(row) for row in rows)]
    told = ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]
    return "\n".join([told[0], "|---" * len(lines[0]) + "|", *told[1:]])


def settings() -> str:
    """The settings of the service, with their defaults."""
    rows = (
        (f"`IPSMATCH_{name.upper()}`", _default(name, field.default), field.description or "")
        for name, field in Settings.model_fields.items()
    )
    return tabled(("setting", "default", "what it is"), rows)


def _default(name: str, value: object) -> str:
    if name == "data":
        return "the user's data folder"
    if value is None or str(value) in ("", "**********"):
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def roles() -> str:
    """Each right with its purpose and the roles that have it. KeyError if ``RIGHTS`` lacks one."""
    if lacking := [right for right in MAY if right not in RIGHTS]:
        raise KeyError(f"matcher/reference.py: say in RIGHTS what is opened by {', '.join(lacking)}")
    rows = ((f"`{right}`", RIGHTS[right], ", ".join(roles)) for right, roles in MAY.items())
    return tabled(("right", "what", "roles"), rows)


def calls() -> str:
    """Every call of the API, with the right that it needs and its effect."""
    routes = (route for router in app.ROUTERS for route in router.routes if isinstance(route, APIRoute))
    rows = (
        (
            f"`{method} {route.path_format}`",
            f"`{right}`" if (right := _right(route.dependant)) else "",
            _sentence(route),
        )
        for route in routes
        for method in sorted(route.methods or ())
    )
    return tabled(("call", "right", "what it does"), rows)


def _right(dependant: Any) -> str:
    """The right that a call's dependencies require; empty if it needs none."""
    for dependency in dependant.dependencies:
        if right := inspect.getclosurevars(dependency.call).nonlocals.get("right") or _right(dependency):
            return str(right)
    return ""


def _sentence(route: APIRoute) -> str:
    """The first sentence of a call's docstring."""
    return plain(route.description.partition("\n\n")[0]).partition(". ")[0].rstrip(".") + "."


def plain(docstring: str) -> str:
    """A docstring as one line of Markdown.

    >>> plain("Takes ``k`` of\\n    them.")
    'Takes `k` of them.'
    """
    return " ".join(docstring.replace("``", "`").split())


def command_line() -> str:
    """Every command with its arguments and options."""
    programs = (("ipsmatch", cli.app), ("ipsmatch service", commands.app))
    return "\n\n".join(
        _command(f"{program} {name}", command)
        for program, commands_ in programs
        for name, command in typer.main.get_command(commands_).commands.items()  # type: ignore[attr-defined]
        if (program, name) != ("ipsmatch", "service")
    )


def _command(name: str, command: Any) -> str:
    rows = [(_written(p), plain(p.help or ""), _stated(p)) for p in command.params if p.name != "arguments"]
    told = [f"### {name}", plain(command.help)]
    return "\n\n".join([*told, tabled(("", "what", "default"), rows)] if rows else told)


def _written(parameter: Any) -> str:
    """A parameter as typed on the command line."""
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar or parameter.name.upper()}`"
    return f"`{', '.join(parameter.opts)}`"


def _stated(parameter: Any) -> str:
    """The default of a parameter; "needed" if it has none."""
    if parameter.required:
        return "needed"
    default = parameter.default
    return "" if default in (None, False, "") else f"`{getattr(default, 'value', default)}`"


def fields(*models: type[BaseModel], columns: Mapping[str, tuple[Any, str]] | None = None) -> str:
    """The fields of records: their values, and the column names that a CSV file may use for them."""
    told = []
    for model in models:
        hints = typing.get_type_hints(model, include_extras=True)
        named = [(field.alias or name, holds(hints[name])) for name, field in model.model_fields.items()]
        heads = ["field", "what it holds"]
        rows = [[f"`{name}`", held] for name, held in named]
        if columns is not None:
            heads.append("column in CSV")
            place = PLACES.get(model, "")
            rows = [[*row, _columns(columns, place + name)] for row, (name, _) in zip(rows, named, strict=True)]
        told.append(f"### {model.__name__}\n\n{plain(inspect.getdoc(model) or '')}\n\n{tabled(heads, rows)}")
    return "\n\n".join(told)


PLACES: dict[type[BaseModel], str] = {  # a nested record -> the prefix of its fields in ``table``
    schema.Constraints: "constraints.",
    schema.WeeklyHours: "constraints.weekly_hours.",
    schema.Weekdays: "constraints.weekdays.",
    schema.Stated: "stated.",
}


def _columns(columns: Mapping[str, tuple[Any, str]], field: str) -> str:
    return ", ".join(f"`{name}`" for name in columns[field][1].split()) if field in columns else ""


def holds(kind: Any) -> str:
    """The values of a field of a type, in words.

    >>> holds(tuple[str, ...]), holds(bool | None), holds(Literal["yes", "no"])
    ('list of text', 'true or false', '`yes`, `no`')
    """
    for form, words in FORMS:
        if kind == form:
            return words
    origin, inner = get_origin(kind), [arg for arg in get_args(kind) if arg not in (type(None), Ellipsis)]
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    if origin is tuple:
        return f"list of {holds(inner[0])}"
    if origin is dict:
        return f"{holds(inner[0])} → {holds(inner[1])}"
    if origin in (Annotated, Union, types.UnionType):
        return holds(inner[0])
    if issubclass(kind, BaseModel):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    return SIMPLE[kind]


SIMPLE = {str: "text", bool: "true or false", int: "whole number", float: "number"}


def coded(group: str, kind: Any) -> str:
    """The codes of a type with their words in both languages."""
    rows = ((f"`{code}`", *PHRASES[f"{group}.{code}"]) for code in get_args(kind))
    return tabled(("code", "Danish", "English"), rows)


def figures() -> str:
    """The figures of a quarter in both languages, with their definitions."""
    names = [key.removesuffix(".means") for key in SERVICE if key.endswith(".means")]
    return tabled(("Danish", "English", "what it is"), ((*SERVICE[n], SERVICE[f"{n}.means"][1]) for n in names))


def left_out() -> str:
    """The reasons why a figure leaves something out, in both languages."""
    return tabled(("Danish", "English"), (words for key, words in SERVICE.items() if key.startswith("blank.")))


PARTS: dict[str, Callable[[], str]] = {
    "settings": settings,
    "roles": roles,
    "calls": calls,
    "commands": command_line,
    "candidate": lambda: fields(
        schema.Candidate, schema.Constraints, schema.WeeklyHours, schema.Weekdays, columns=table.CANDIDATE
    ),
    "vacancy": lambda: fields(schema.Vacancy, schema.Stated, columns=table.VACANCY),
    "correction": lambda: fields(schema.Correction, schema.HoursFact, schema.Required),
    "reading": lambda: fields(schema.Reading, schema.PostReading, schema.Schedule, schema.Requirement, schema.Demand),
    "suggestion": lambda: fields(schema.Suggestion, schema.Evidence, schema.Check),
    "times": lambda: coded("time", schema.Time),
    "demands": lambda: coded("demand", schema.DemandKind),
    "employment": lambda: coded("employment", schema.Employment),
    "weekdays": lambda: coded("weekday", schema.Weekday),
    "modes": lambda: coded("mode", schema.TravelMode),
    "bands": lambda: coded("band", schema.Band),
    "points": lambda: coded("points", schema.Points),
    "figures": figures,
    "left_out": left_out,
}


def main() -> None:
    """Renews every page, and names those that changed."""
    root = Path(__file__).parents[1]
    if not (root / "docs").is_dir():
        raise SystemExit(f"{root}: no docs/ here; run this in a clone of the repository")
    for path in pages(root):
        page = path.read_text(encoding="utf-8")
        if (made := renewed(page)) != page:
            path.write_text(made, encoding="utf-8")
            print(path.relative_to(root))


if __name__ == "__main__":
    main()
