"""A candidate's list on a terminal: reasons for, every reason against, questions to ask. No scores."""

import textwrap
from collections.abc import Sequence

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from matcher.facts import Facts, Post
from matcher.index import Index
from matcher.limits import travel
from matcher.limits.hours import hours_words
from matcher.matching import Suggestions
from matcher.meaning import SHARES
from matcher.phrases import Language, list_of, say, sentence
from matcher.reasons import deadline_words, reasons_against, reasons_for, town
from matcher.schema import Constraints, Suggestion, Vacancy
from matcher.times_in_words import when
from matcher.whatif import Change

FEW = 2  # statements; with no more a list cannot be trusted
TITLES = 3
REASONS = 3  # reasons for each vacancy on the list; reasons against are all shown
QUOTE_WIDTH = 150
BAND_STYLE = {"fits": "green", "ask": "cyan", "negotiable": "yellow", "broken": "red"}


def show(suggestions: Suggestions, limits: Constraints, index: Index, language: Language, console: Console) -> None:
    """Prints one candidate's list. limits: the candidate's."""
    console.print(Rule(say("list.title", language, candidate=suggestions.candidate_id), align="left"))
    if note := travel.note(limits, language):
        console.print(Text(note, style="italic"))
    _print_sections(suggestions.suggestions, index, language, console)
    if suggestions.suggestions and len(_statements(suggestions.suggestions[0])) <= FEW:
        console.print(Text(say("list.few_words", language), style="italic"))
    if not suggestions.suggestions:
        key = "list.nothing" if not suggestions.eligible else "list.no_statement"
        console.print(say(key, language))
    if suggestions.wonder:
        questions = " ".join(say(f"ask.person.{demand}", language) for demand in suggestions.wonder)
        console.print(Text(say("list.wonder", language, questions=questions), style="italic"))
    for proposal in suggestions.proposals:
        console.print(Text(proposal.said(language), style="italic"))
    if suggestions.elsewhere:
        console.print(Text(say("list.other_work", language) + ":", style="italic"))
        console.print(Padding(Group(*(_line(s, index, language) for s in suggestions.elsewhere)), (0, 0, 1, 3)))
    _print_counts(suggestions, language, console)
    console.print()


def _print_sections(suggestions: Sequence[Suggestion], index: Index, language: Language, console: Console) -> None:
    """Prints the sections: clear matches, possible matches, and one line for each vacancy that is only within the
    limits."""
    section = None
    for suggestion in suggestions:
        if suggestion.points != section:
            section = suggestion.points
            console.print(Text(say(f"points.{section}", language), style="bold"))
        vacancy, facts = index.record(index.row(suggestion.vacancy_id))
        if section == "not":
            band = say(f"band.{suggestion.band}", language)
            line = f"{suggestion.rank}. {vacancy.title.strip()} · {_where(vacancy, facts, language)}  [{band}]"
            console.print(Text(line))
        else:
            copies = [index.record(index.row(other))[0] for other in suggestion.also]
            console.print(_card(suggestion, vacancy, facts, copies, language))


def _print_counts(suggestions: Suggestions, language: Language, console: Console) -> None:
    """Prints how many fit, are a question or a talk, and how many each limit excludes."""
    counts = [say(f"count.{band}", language, n=n) for band, n in suggestions.bands.items()]
    if counts:
        console.print(Text(say("list.counts", language, counts=list_of(counts)), style="dim"))
    left_out = _left_out(suggestions, language)
    if left_out:
        console.print(Text(say("list.left_out", language, counts=left_out), style="dim"))


def _line(suggestion: Suggestion, index: Index, language: Language) -> Text:
    """A vacancy of another kind: its title, and the interest that points to it."""
    vacancy, facts = index.record(index.row(suggestion.vacancy_id))
    interest = next(e.statement for e in suggestion.evidence if e.kind == "interest")
    return Text(f"- {vacancy.title.strip()} · {_where(vacancy, facts, language)}: {interest}")


def _statements(suggestion: Suggestion) -> list[str]:
    """The person's statements. Every suggestion has a contribution for each of them."""
    return [e.statement for e in suggestion.evidence if e.kind in SHARES]


def show_what_if(
    candidate: str, eligible: int, changes: Sequence[Change], index: Index, language: Language, console: Console
) -> None:
    """Prints how many vacancies each change would add, and the first of them by title."""
    table = Table(title=say("whatif.title", language, candidate=candidate, n=eligible), title_justify="left")
    table.add_column(say("whatif.more", language), justify="right")
    table.add_column(say("whatif.change", language))
    table.add_column(say("whatif.which", language))
    for change in changes:
        titles = [index.record(index.row(v))[0].title.strip() for v in change.vacancies[:TITLES]]
        more = " …" if len(change.vacancies) > TITLES else ""
        table.add_row(str(len(change.vacancies)), change.words, "; ".join(titles) + more)
    console.print(table)


def _card(
    suggestion: Suggestion, vacancy: Vacancy, facts: Facts, copies: Sequence[Vacancy], language: Language
) -> Group:
    band = Text(say(f"band.{suggestion.band}", language), style=BAND_STYLE[suggestion.band])
    head = Text.assemble(f"{suggestion.rank}. ", (vacancy.title.strip(), "bold"), "  [", band, "]")
    post = facts.post(suggestion.post)
    lines: list[Text | Padding] = [
        Text(_where(vacancy, facts, language)),
        Text(sentence(_hours(post, language))),
        Text(sentence(when(post.occurs, language))),
    ]
    if copies:
        lines.append(Text(say("list.also", language, titles="; ".join(v.title.strip() for v in copies))))
    for title, items in (
        ("list.why", _reasons(suggestion, post.hours.quote, language)),
        ("list.why_not", _reasons_against(suggestion, language)),
        ("list.ask", list(suggestion.questions)),
    ):
        if items:
            lines.append(Text(say(title, language) + ":", style="italic"))
            lines += [Padding(Text("- " + item), (0, 0, 0, 2)) for item in items]
    return Group(head, Padding(Group(*lines), (0, 0, 1, 3)))


def _where(vacancy: Vacancy, facts: Facts, language: Language) -> str:
    employer = vacancy.employer or say("list.no_employer", language)
    parts = [employer, town(facts, language), deadline_words(facts, language)]
    return " · ".join(part for part in parts if part)


def _hours(post: Post, language: Language) -> str:
    """The hours of the best post, and which post that is."""
    of = f"{say('list.as_post', language, post=post.label)}: " if post.label else ""
    quote = post.hours.quote
    return of + hours_words(post.hours, language) + (f": {_quoted(quote)}" if quote else "")


def _reasons(suggestion: Suggestion, above: str | None, language: Language) -> list[str]:
    """Reasons for. A quote that was shown beside the hours is not repeated."""
    reasons = reasons_for(suggestion, language)[:REASONS]
    lines = [
        f"{r.words} ({r.kind})" + (f": {_quoted(r.quote)}" if r.quote and r.quote != above else "") for r in reasons
    ]
    return lines or [sentence(say("list.no_reason", language))]


def _reasons_against(suggestion: Suggestion, language: Language) -> list[str]:
    reasons = reasons_against(suggestion, language)
    lines = [r.words + (f": {_quoted(r.quote)}" if r.quote else "") for r in reasons]
    return lines or [sentence(say("list.nothing_against", language))]


def _quoted(quote: str) -> str:
    return f"“{textwrap.shorten(quote, QUOTE_WIDTH, placeholder=' …')}”"


def _left_out(suggestions: Suggestions, language: Language) -> str:
    counts = [("left.expired", suggestions.expired), ("left.duplicate", suggestions.duplicates)]
    counts_in_words = [say(key, language, n=n) for key, n in counts if n]
    counts_in_words += [
        say("left.broken", language, n=n, constraint=say(f"constraint.{name}", language))
        for name, n in suggestions.left_out.items()
    ]
    return list_of(counts_in_words)
