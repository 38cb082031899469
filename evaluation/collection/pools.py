"""Material for judges and second readers: pools from several systems and at random, packets without labels."""

import json
import random
from collections.abc import Iterable, Mapping, Sequence

from evaluation.collection.files import Ad, Collection
from evaluation.collection.passages import cut
from evaluation.measures import DEPTH as SHOWN
from evaluation.reading import Ranks, Record, Run
from evaluation.slices import statements

DEPTH, AT_RANDOM = 15, 15  # ads from each system, and from those within reach: the plan of the collection
SEED = 21
TRAVEL = "travel"  # the check on travel


def pool(candidate: str, systems: Iterable[Ranks], reachable: Sequence[str]) -> list[str]:
    """The first ``DEPTH`` ads of each system and ``AT_RANDOM`` more of those within reach, by id."""
    chosen: dict[str, None] = {}
    for ranks in systems:
        best = sorted(ranks.get(candidate, {}).items(), key=lambda item: item[1])[:DEPTH]
        chosen |= dict.fromkeys(ad for ad, _ in best)
    rng = random.Random(f"{SEED} {candidate}")  # noqa: S311 a draw for judges
    others = sorted(set(reachable) - chosen.keys())
    chosen |= dict.fromkeys(rng.sample(others, min(AT_RANDOM, len(others))))
    return sorted(chosen)


def within_reach(whole: Run) -> dict[str, list[str]]:
    """candidate -> the ads that are not too far away, from a run that includes broken ads."""
    return {
        candidate: [s["vacancy_id"] for s in suggestions if not any(map(_too_far, s.get("checks") or ()))]
        for candidate, suggestions in whole.items()
    }


def _too_far(check: Record) -> bool:
    return bool(check["constraint"] == TRAVEL and check["verdict"] == "broken")


def packet(people: Sequence[Record], pools: Mapping[str, Sequence[str]], ads: Mapping[str, Ad], judge: str) -> str:
    """One judge's text: each person with the ids of their pool, then every ad once. Judges get different orders."""
    rng = random.Random(f"{SEED} {judge}")  # noqa: S311 the same
    wanted = sorted({ad for person in people for ad in pools[person["id"]]})
    rng.shuffle(wanted)
    lines = [f"# Judge {judge}", "", "## The people", ""]
    for person in people:
        mine = [ad for ad in wanted if ad in set(pools[person["id"]])]
        lines += [json.dumps(person, ensure_ascii=False, indent=1), f"Pool of {person['id']}: {' '.join(mine)}", ""]
    lines += ["## The ads", ""]
    for ad in wanted:
        record = ads[ad].record.model_dump(exclude_none=True, exclude_unset=True, exclude={"id", "language"})
        lines += [f"### {ad}", json.dumps(record, ensure_ascii=False), ads[ad].text, ""]
    return "\n".join(lines)


def first_ten(run: Run, people: Sequence[Record]) -> list[Record]:
    """Material for judges of single statements: for each shown ad and statement the quote beside it, if any."""
    rows = []
    for person in people:
        for suggestion in run.get(person["id"], ())[:SHOWN]:
            quotes = {each["statement"]: each.get("quote") for each in suggestion.get("evidence") or ()}
            rows += [
                {
                    "cand": person["id"],
                    "ad": suggestion["vacancy_id"],
                    "statement": number,
                    "text": text,
                    "quote": quotes.get(text),
                }
                for number, text in enumerate(statements(person), 1)
            ]
    return sorted(rows, key=lambda row: (row["cand"], row["ad"], row["statement"]))


def packets_of(collection: Collection, kind: str, each: int, share: float) -> list[str]:
    """Ads (whole, or cut into numbered passages) or statements without labels: a share of all, ``each`` in a packet."""
    rng = random.Random(f"{SEED} {kind}")  # noqa: S311 a draw for readers
    ids = sorted(collection.statements if kind == "titles" else collection.ads)
    drawn = rng.sample(ids, round(share * len(ids)))
    text_of = {"facts": _whole_ad, "passages": _cut_ad, "titles": _statement}[kind]
    return ["\n".join(text_of(collection, id_) for id_ in drawn[i : i + each]) for i in range(0, len(drawn), each)]


def _whole_ad(collection: Collection, id_: str) -> str:
    ad = collection.ads[id_]
    return f"=== {id_}\n{ad.record.title}\n{ad.text}\n"


def _cut_ad(collection: Collection, id_: str) -> str:
    ad = collection.ads[id_]
    return "\n".join([f"=== {id_}", *(f"{n} {text}" for n, text in enumerate(cut(ad.record.title, ad.text), 1)), ""])


def _statement(collection: Collection, id_: str) -> str:
    statement = collection.statements[id_]
    return json.dumps({"id": id_, "kind": statement.kind, "text": statement.text}, ensure_ascii=False)
