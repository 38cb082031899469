"""Lines and sentences at which an ad begins each of its posts.

"Stilling 1 ..., Stilling 2 ..."; "1) Daghold, 37 timer" and "2) Aftenhold, 12 timer"; headings with hours under each;
"Frokostholdet ..., Aftenholdet ...". A list is a list of posts if every line has a fact of its own (hours, a shift, a
town, a form of employment) and the ad speaks of a choice, or if every line names a job and its hours.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from matcher.reader.patterns import number
from matcher.reader.pieces import Piece
from matcher.reader.post_words import (
    ACTING,
    AMOUNT,
    ANNOUNCED,
    AS,
    CAPTION,
    CHOOSE,
    CLOCK,
    DAYS,
    DEADLINE,
    EVERYDAY,
    FORM,
    HEADING,
    JOB,
    LABEL,
    LINE,
    LINE_NAME,
    NAME,
    NAMED,
    NO_NAME,
    NO_POST,
    ONE_AND_OTHER,
    OR,
    ORDINAL,
    PART_OF_DAY,
    SEVERAL,
    TEAM,
    TERMS,
    WHICH,
)
from matcher.reader.times import STRONG
from matcher.reader.towns import towns

AND = re.compile(r"\b(?:og|samt|and|plus)\b|[/&]")
ROTATING = next(way for time, way in STRONG if time == "rotating_shifts")
MOST_WORDS = 4  # words of a label that names no job
LEAST_HOURS = 9  # hours a week; fewer belong to a shift or a talk
MOST_POSTS = 8  # posts of one list; longer lists are tasks
LONGEST_BODY = 6  # pieces under a numbered line


class Head(NamedTuple):
    """The start of a post: its piece, and its label from ``start`` to ``end`` in the piece's sentence."""

    at: int
    start: int
    end: int


Rule = Callable[[Sequence[Piece], str], Sequence[Head]]


def heads(ad: Sequence[Piece], title: str) -> Sequence[Head]:
    """The starts of all posts in the ad's order; empty if the ad has no separate posts. ``title``: folded."""
    rules: tuple[Rule, ...] = (_labelled, _listed, _by_name, _lines, _headings, _captions, _acting, _whole_ads)
    return next((places[:MOST_POSTS] for rule in rules if len(places := rule(ad, title)) > 1), ())


def signs(piece_text: str, original: str) -> frozenset[str]:
    """Kinds of facts in a text that could belong to one post."""
    patterns = {"hours": AMOUNT, "clock": CLOCK, "days": DAYS, "shift": PART_OF_DAY, "form": FORM}
    kinds = {kind for kind, pattern in patterns.items() if pattern.search(piece_text)}
    return frozenset(kinds | {"town"} if next(towns(original), None) else kinds)


def _labelled(ad: Sequence[Piece], _: str) -> Sequence[Head]:
    """ "Stilling 1 ...", "Stilling 2 ..."; "Den ene er en kok", "Den anden er en opvasker"."""
    for pattern in (LABEL, ORDINAL, ONE_AND_OTHER, AS, NAMED):
        named = [
            (m["which"], _head(at, m, pattern))
            for at, p in enumerate(ad)
            if (m := pattern.regex.match(p.sentence.text))
        ]
        if len(places := _apart(named)) > 1:
            return places
    return ()


def _head(at: int, match: re.Match[str], pattern: object = None) -> Head:
    """The head for a match. Its label is the group "name", the whole match of "Stilling 1", or a group by its name."""
    group = "which" if pattern in (AS, NAMED) else "label" if "label" in match.re.groupindex else 0
    return Head(at, *match.span(group))


def _apart(named: Sequence[tuple[str, Head]]) -> list[Head]:
    """The first head of each name."""
    kept: dict[str, Head] = {}
    for name, place in named:
        if len(kept) < MOST_POSTS and not any(_same(name, other) for other in kept):
            kept[name] = place
    return list(kept.values())


def _same(one: str, other: str) -> bool:
    one, other = one.strip(), other.strip()
    return one == other or (min(len(one), len(other)) > 2 and (one in other or other in one))


# ---- lines below each other


def _listed(ad: Sequence[Piece], title: str) -> Sequence[Head]:
    """The first run of lines with the same kind of mark in which every line is a post."""
    chosen, rotates = _speaks_of_choice(ad, title), _rotates(ad, title)
    for run in sorted(filter(None, _runs(ad)), key=lambda run: run[0].at):
        alike = [] if ad[run[0].at].mark else _of_one_kind(ad, run)
        is_list_of_posts = chosen or all(_strong(ad, head.at) >= {"clock", "town"} for head in alike)
        if 1 < len(alike) <= MOST_POSTS and is_list_of_posts and not (rotates and _only_clocks(ad, alike)):
            return alike
        if 1 < len(run) <= MOST_POSTS and _are_posts(ad, run, chosen, rotates):
            return run
    return ()


def _speaks_of_choice(ad: Sequence[Piece], title: str) -> bool:
    has_choice = any(pattern.search(piece.sentence.text) for piece in ad for pattern in (CHOOSE, SEVERAL, WHICH))
    return has_choice or OR.search(title) is not None or CHOOSE.search(title) is not None


def _runs(ad: Sequence[Piece]) -> Iterator[list[Head]]:
    """Runs of lines with one kind of mark. Numbered lines may have text between them."""
    for mark, gap in (("count", LONGEST_BODY), ("bullet", 0), ("", 0)):
        run: list[Head] = []
        for at in (at for at, piece in enumerate(ad) if piece.opens):
            head = _item(ad, at) if ad[at].mark == mark else None
            if run and _ends_run(ad, run[-1].at, at, gap, is_head=head is not None):
                yield run
                run = []
            run += [head] if head else []
        yield run


def _item(ad: Sequence[Piece], at: int) -> Head | None:
    """The head that a line would be. A line without a mark needs a short name and facts of its own."""
    piece = ad[at]
    name = (NAME if piece.mark else LINE_NAME).regex.match(piece.sentence.text, piece.body)
    if name is None or (not piece.mark and (_is_no_name(name["label"]) or not _strong(ad, at))):
        return None
    if NO_NAME.regex.fullmatch(name["label"].strip()):
        return None
    return _head(at, name)


def _is_short(label: str) -> bool:
    """Whether a label is short enough to name a post in a list that is announced as a choice."""
    return len(label.split()) <= MOST_WORDS // 2 and not EVERYDAY.regex.fullmatch(label)


def _is_no_name(label: str) -> bool:
    return len(label.split()) > MOST_WORDS or NO_POST.regex.fullmatch(label) is not None


def _strong(ad: Sequence[Piece], at: int) -> frozenset[str]:
    """Facts of a line that tell one post from another."""
    text = _text_of_head(ad, at, at + 1)
    return signs(text.lower(), text) & {"hours", "clock", "town", "form"}


def _ends_run(ad: Sequence[Piece], last: int, at: int, gap: int, *, is_head: bool) -> bool:
    """Whether the line at ``at`` cannot continue the run whose last head is at ``last``."""
    lines = ad[at].line - ad[last].line
    under = ad[last].paragraph == ad[at].paragraph and (last == 0 or ad[last - 1].paragraph < ad[last].paragraph)
    return lines > (gap if not is_head else gap + 1) and not (under and not is_head)


def _are_posts(ad: Sequence[Piece], run: Sequence[Head], chosen: bool, rotates: bool) -> bool:
    ends = [*(head.at for head in run[1:]), run[-1].at + 1]
    texts = [_text_of_head(ad, head.at, end) for head, end in zip(run, ends, strict=True)]
    own = [signs(text.lower(), text) & {"hours", "clock", "town", "form"} for text in texts]
    labels = [ad[h.at].sentence.text[h.start : h.end] for h in run]
    if len(set(labels)) < len(labels):
        return False
    before = ad[run[0].at - 1].sentence.text if run[0].at else ""
    if CHOOSE.search(before) or (SEVERAL.search(before) and before.endswith(":")):
        return 2 * sum(map(bool, own)) >= len(own) or (not any(own) and all(map(_is_short, labels)))
    if not chosen:
        return False
    if rotates and _only_clocks(ad, run):
        return False
    if ad[run[0].at].mark:
        return all(own)
    return "hours" in frozenset.intersection(*own) and not any(EVERYDAY.regex.fullmatch(label) for label in labels)


def _rotates(ad: Sequence[Piece], title: str) -> bool:
    """Whether one job rotates through several shifts. Lines with a shift each are then no posts."""
    return any(ROTATING.search(text) for text in (title, *(piece.sentence.text for piece in ad)))


def _only_clocks(ad: Sequence[Piece], run: Sequence[Head]) -> bool:
    return all(_strong(ad, head.at) == {"clock"} for head in run)


def _of_one_kind(ad: Sequence[Piece], run: Sequence[Head]) -> list[Head]:
    """The heads of a run without marks if all its names are shifts, towns, forms of employment, or jobs."""
    names = [ad[head.at].sentence.original[head.start : head.end] for head in run]
    for pattern in (PART_OF_DAY, FORM, JOB):
        alike = [head for head, name in zip(run, names, strict=True) if pattern.search(name.lower())]
        if len(alike) > 1:
            return alike
    return [head for head, name in zip(run, names, strict=True) if next(towns(name), None)]


def _text_of_head(ad: Sequence[Piece], at: int, end: int) -> str:
    """The original text of a head's pieces, at least to the end of its line."""
    stop = at + 1
    while stop < len(ad) and (stop < end or not ad[stop].opens) and stop - at <= LONGEST_BODY:
        stop += 1
    return " ".join(piece.sentence.original for piece in ad[at:stop])


def _by_name(ad: Sequence[Piece], title: str) -> Sequence[Head]:
    """ "Frokostholdet ...", "Aftenholdet ...": sentences that begin with names of the same ending, each with facts."""
    chosen = _speaks_of_choice(ad, title)
    by_team: dict[str, list[tuple[str, Head]]] = {}
    for at, piece in enumerate(ad):
        name = TEAM.regex.match(piece.text)
        if name and chosen and _strong(ad, at) - {"form"}:
            start, end = name.span()
            named = (name["stem"], Head(at, piece.body + start, piece.body + end))
            by_team.setdefault(name["team"], []).append(named)
    return next((places for named in by_team.values() if len(places := _apart(named)) > 1), ())


# ---- names with hours


def _lines(ad: Sequence[Piece], _: str) -> Sequence[Head]:
    """ "Natportør – 37 timer", "Køkkenhjælp – 12 timer": lines with a name and its hours."""
    named: list[tuple[str, Head]] = []
    other: list[tuple[str, Head]] = []
    terms: set[str] = set()
    for at, piece in enumerate(ad):
        text = piece.sentence.text
        line = LINE.regex.match(text)
        amount = AMOUNT.search(text) if line else None
        if not line or not amount or NO_POST.regex.fullmatch(line["label"]):
            continue
        label, place = line["label"], _head(at, line)
        if JOB.search(label):
            named.append((label, place))
        is_a_week = amount["time"] or number(amount["hours"]) >= LEAST_HOURS
        only_hours = AMOUNT.regex.fullmatch(label) and not TERMS.search(text)
        if len(label.split()) <= MOST_WORDS and is_a_week and not only_hours:
            other.append((label, place))
            terms.add(text[line.end() :])
    jobs = _apart(named)
    return jobs if len(jobs) > 1 or len(terms) < 2 else _apart(other)


def _headings(ad: Sequence[Piece], title: str) -> Sequence[Head]:
    """Headings "Opvasker" and "Tjener" with hours under each or after "Ledige job"."""
    announced = ANNOUNCED.search(title) or any(ANNOUNCED.search(piece.sentence.text) for piece in ad)
    headings = [(at, match) for at, piece in enumerate(ad) if (match := HEADING.regex.match(piece.sentence.text))]
    with_hours = [
        (match["label"], _head(at, match))
        for (at, match), (end, _) in pairwise([*headings, (len(ad), None)])
        if match and (any(AMOUNT.search(p.sentence.text) for p in ad[at + 1 : end]) or (announced and end > at + 1))
    ]
    return _apart(with_hours)


def _captions(ad: Sequence[Piece], title: str) -> Sequence[Head]:
    """ "FAST AFTENHOLD" and "AFLØSERE": short lines of their own above hours or clock times, if there is a choice."""
    if not (_speaks_of_choice(ad, title) or AND.search(title)):
        return ()
    places = [at for at, piece in enumerate(ad) if piece.opens and CAPTION.regex.fullmatch(piece.text.strip(" *#:"))]
    with_hours = [
        (ad[at].text, Head(at, ad[at].body, len(ad[at].sentence.text)))
        for at, end in pairwise([*places, len(ad)])
        if any(pattern.search(piece.sentence.text) for piece in ad[at + 1 : end] for pattern in (AMOUNT, CLOCK))
    ]
    return _apart(with_hours)


def _acting(ad: Sequence[Piece], title: str) -> Sequence[Head]:
    """ "Kokken arbejder 37 timer", "Tjeneren har 10 timer", after "Vi har to ledige job"."""
    if not (ANNOUNCED.search(title) or any(ANNOUNCED.search(piece.sentence.text) for piece in ad)):
        return ()
    hours = [(at, p.sentence.text) for at, p in enumerate(ad) if AMOUNT.search(p.sentence.text)]
    return _apart([(m["label"], _head(at, m)) for at, text in hours if (m := ACTING.regex.match(text))])


def _whole_ads(ad: Sequence[Piece], _: str) -> Sequence[Head]:
    """Two whole ads with a rule between them, each with its own hours and deadline."""
    rules = [at for at, piece in enumerate(ad) if piece.is_rule and 0 < at < len(ad) - 1]
    for sign in (AMOUNT, DEADLINE) if rules else ():
        places = [at for at, piece in enumerate(ad) if sign.search(piece.sentence.text)]
        rules = [rule for rule in rules if places and places[0] < rule < places[-1]]
    return [Head(at, 0, len(ad[at].sentence.text)) for at in (0, rules[0] + 1)] if rules else ()
