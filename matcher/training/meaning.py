"""Second stage of tuning, on labelled texts: from weights that know work to weights that know what people mean.

A statement is drawn towards the titles it points to and towards ads of its kinds of work (``tune.contrast``). Linear
heads, discarded afterwards, predict kinds of work, what is not wanted, vagueness and demands from the vector alone.
ESCO's labels stay in the training, and every text is held near its vector under the source weights, so that the first
stage is not forgotten. Of the collection only training writers are used. The same recipe, data and machine give the
same weights.
"""

import copy
import csv
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from matcher import work
from matcher.index import Progress
from matcher.privacy.pronouns import neutralise_pronouns
from matcher.training.pairs import Occupation, OccupationTexts, Pair
from matcher.training.shipped_heads import (
    DEMANDS,
    kinds_of_group,
    labelled,
    shares,
    statement_targets,
    written_ads,
)
from matcher.training.tune import States, contrast, held_apart, pooled, through

SAID_BY_KINDS = 0.0  # weight of whether a statement points to work, which its kinds already tell


@dataclass(frozen=True)
class Recipe:
    """Recipe of the shipped weights.

    Measured on writers left out, with a linear head over the frozen vectors: the first predicted kind of work of a
    statement is right for 0.648 before this stage and 0.712 after 200 steps; 0.595 and 0.658 of a statement's kinds are
    among the first six.

    layers: number of upper layers that learn. rate: their highest learning rate; head_rate: that of the heads; both
    rise for ``rise`` steps and fall to 0. decay: weight decay. temperature: of the softmax over cosines;
    label_temperature: of the one over ESCO's labels. anchor: weight of staying near the source. kind, not_wanted,
    vague, demand, ruled_out: weights of the heads' losses, the last two for each demand and kind. pieces: longest text.
    mix: how often each kind of batch is drawn (``Batches``). size: texts or pairs in a batch, and the number of
    statements without a title beside those with one.
    """

    steps: int = 400
    layers: int = 3
    rate: float = 1.5e-4
    head_rate: float = 3e-2
    rise: int = 20
    decay: float = 0.01
    temperature: float = 0.05
    label_temperature: float = 0.03
    anchor: float = 0.3
    kind: float = 0.7
    not_wanted: float = 1.0
    vague: float = 0.5
    demand: float = 0.3
    ruled_out: float = 0.3
    pieces: int = 96
    seed: int = 0
    mix: dict[str, float] = field(
        default_factory=lambda: {
            "statement": 6,
            "fitting ad": 3,
            "everyday": 0.7,
            "label": 0.8,
            "ad": 2,
            "danish": 0.5,
            "across": 0.5,
        }
    )
    size: dict[str, int] = field(
        default_factory=lambda: {
            "statement": 64,
            "without title": 32,
            "fitting ad": 32,
            "everyday": 64,
            "label": 96,
            "ad": 20,
            "danish": 64,
            "across": 64,
        }
    )


class Text(NamedTuple):
    """A text as the encoder gets it, with its labels.

    titles: jobs that it points to, the likeliest first. kinds: (kinds,) shares of kinds of work, zeros if unknown.
    signs: (3 + 2 demands + kinds,) not wanted, vague, points to work, demands wished for and not wanted, kinds ruled
    out; None if not labelled.
    """

    text: str
    kinds: np.ndarray
    titles: tuple[str, ...] = ()
    signs: np.ndarray | None = None


class Texts(NamedTuple):
    """Training texts. ads: whole ads, each with its title. occupations: ESCO's, for pairs of their labels."""

    statements: list[Text]
    everyday: list[Text]
    labels: list[Text]
    ads: list[tuple[Text, Text]]
    passages: list[Text]
    occupations: list[Occupation]


def read(
    collection: Path, found: Sequence[Occupation], said: Sequence[OccupationTexts], titled: Path | None = None
) -> Texts:
    """Reads the training writers' statements and ads, and ESCO's labels with the statements about its occupations.

    titled: more statements with ``titles`` and no other label, in JSON Lines.
    """
    rows = list(labelled(collection, "training"))
    targets = np.hstack(
        [statement_targets(rows), [[k.code in row["kinds_avoid"] for k in work.kinds()] for row in rows]]
    )
    statements = [
        Text(neutralise_pronouns(row["text"]), shares(row["kinds"]), tuple(row["titles"]), signs)
        for row, signs in zip(rows, targets, strict=True)
    ]
    if titled:
        more = map(json.loads, titled.read_text(encoding="utf-8").splitlines())
        statements += [Text(neutralise_pronouns(row["text"]), shares([]), tuple(row["titles"])) for row in more]
    kinds = {group: shares(kinds_of_group(collection, group)) for group in {o.group for o in found}}
    known = [t for t in said if kinds[t.occupation.group].any()]
    return Texts(
        statements,
        [
            Text(neutralise_pronouns(s), kinds[t.occupation.group], t.occupation.danish[:3])
            for t in known
            for s in t.statements
        ],
        [Text(label, kinds[o.group]) for o in found if kinds[o.group].any() for label in o.danish],
        [
            (Text(f"{title}\n{text}", shares([kind])), Text(title, shares([kind])))
            for title, text, kind in written_ads(collection)
        ],
        [Text(passage, kinds[t.occupation.group]) for t in known for passage in t.passages],
        list(found),
    )


class Batch(NamedTuple):
    """sides: texts. apart: the first two sides are pairs, and it tells which others may be their negatives."""

    kind: str
    sides: list[list[Text]]
    apart: Tensor | None = None


class Batches:
    """Batches of each kind, drawn by a given random generator. The same seed draws the same batches.

    statement: with a title it points to, and statements without any. fitting ad: a statement with an ad of one of its
    kinds. everyday: a written statement with a label of its occupation. label: ESCO's. ad: whole, by its title, and
    passages. danish, across: two labels of one occupation in Danish, or in Danish and English.
    """

    def __init__(self, texts: Texts, size: dict[str, int]) -> None:
        self._texts, self._size = texts, size
        self._titled = [s for s in texts.statements if s.titles and (s.kinds.any() or s.signs is None)]
        self._untitled = [s for s in texts.statements if not s.titles]
        self._ads_of = defaultdict(list)
        for ad, _ in texts.ads:
            self._ads_of[int(ad.kinds.argmax())].append(ad)
        self._fitted = [s for s in self._titled if s.kinds.any()]
        self._danish = [o for o in texts.occupations if len(o.danish) > 1]
        self._both = [o for o in texts.occupations if o.danish and o.english]

    def draw(self, kind: str, r: random.Random) -> Batch:
        """Draws a batch of that kind."""
        n = self._size[kind]
        if kind == "statement":
            one, other, apart = self._with_titles(self._titled, n, r)
            return Batch(kind, [one, other, r.sample(self._untitled, self._size["without title"])], apart)
        if kind == "everyday":
            one, other, apart = self._with_titles(self._texts.everyday, n, r)
            return Batch(kind, [one, other], apart)
        if kind == "fitting ad":
            one, other = self._with_ads(n, r)
            return Batch(kind, [one, other], unrelated(one, other))
        if kind == "label":
            return Batch(kind, [r.sample(self._texts.labels, n)])
        if kind == "ad":
            ads, titles = zip(*r.sample(self._texts.ads, n), strict=True)
            return Batch(kind, [list(ads), [*titles, *r.sample(self._texts.passages, n)]])
        return self._of_labels(kind, n, r)

    def _with_titles(self, some: Sequence[Text], n: int, r: random.Random) -> tuple[list[Text], list[Text], Tensor]:
        """Statements, each with one of its titles, usually one of the first."""
        one = r.sample(some, n)
        other = [s._replace(text=s.titles[min(int(r.expovariate(0.5)), len(s.titles) - 1)]) for s in one]
        return one, other, unrelated(one, other)

    def _with_ads(self, n: int, r: random.Random) -> tuple[list[Text], list[Text]]:
        one: list[Text] = []
        other: list[Text] = []
        while len(one) < n:
            statement = r.choice(self._fitted)
            kind = r.choices(range(len(statement.kinds)), statement.kinds)[0]
            if ads := self._ads_of[kind]:
                one.append(statement)
                other.append(r.choice(ads))
        return one, other

    def _of_labels(self, kind: str, n: int, r: random.Random) -> Batch:
        if kind == "danish":
            pairs = [Pair(*r.sample(o.danish, 2), o.uri) for o in r.sample(self._danish, n)]
        else:
            pairs = [Pair(r.choice(o.danish), r.choice(o.english), o.uri) for o in r.sample(self._both, n)]
        unknown = shares([])
        sides = [[Text(p.one, unknown) for p in pairs], [Text(p.other, unknown) for p in pairs]]
        return Batch(kind, sides, held_apart(pairs))


def unrelated(one: Sequence[Text], other: Sequence[Text]) -> Tensor:
    """(n, n) whether rows of the two sides of pairs have no kind of work and no title in common."""
    shared = np.array([text.kinds for text in one]) @ np.array([text.kinds for text in other]).T > 0
    left, right = ([{title.casefold() for title in text.titles} for text in side] for side in (one, other))
    named = np.array([[bool(a & b) for b in right] for a in left])
    return torch.tensor(~(shared | shared.T | named))


def tune(source: Path, out: Path, texts: Texts, recipe: Recipe, progress: Progress = lambda _: None) -> None:
    """Trains ``source``, a sentence-transformers folder of a BERT, into ``out``, with ``loss.csv`` beside the weights.

    ``progress`` is called with the number of steps done.
    """
    from sentence_transformers import SentenceTransformer

    torch.manual_seed(recipe.seed)
    draw, batches = random.Random(recipe.seed), Batches(texts, recipe.size)  # noqa: S311 the same seed draws the same
    drawn = [
        batches.draw(kind, draw) for kind in draw.choices(list(recipe.mix), list(recipe.mix.values()), k=recipe.steps)
    ]
    model = SentenceTransformer(str(source))
    bert = model[0].auto_model.eval()
    used = list(dict.fromkeys(text.text for batch in drawn for side in batch.sides for text in side))
    states = States(bert, model.tokenizer, model.prompts["query"], used, recipe)
    training = _Training(bert, states, recipe)
    losses = []
    for step, batch in enumerate(drawn):
        losses.append((step, batch.kind, *training.step(step, batch)))
        progress(step + 1)
    out.mkdir(parents=True, exist_ok=True)
    with (out / "loss.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("step", "kind", "loss", "away from source"), *losses])
    model.save(str(out))


class _Training:
    """The layers that learn, a fixed copy, the heads, and the optimiser."""

    def __init__(self, bert: nn.Module, states: States, recipe: Recipe) -> None:
        self.states, self.recipe, self.device = states, recipe, bert.device
        self.layers = bert.encoder.layer[len(bert.encoder.layer) - recipe.layers :]
        for module in self.layers.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0  # as in the first stage
        self.source = copy.deepcopy(self.layers).eval()
        self.layers.train()
        kinds, width = len(work.kinds()), bert.config.hidden_size
        self.weights = torch.tensor(
            [
                recipe.not_wanted,
                recipe.vague,
                SAID_BY_KINDS,
                *[recipe.demand] * 2 * len(DEMANDS),
                *[recipe.ruled_out] * kinds,
            ],
            device=self.device,
        )
        self.of_statement, self.of_ad, self.of_signs = (
            nn.Linear(width, k).to(self.device) for k in (kinds, kinds, len(self.weights))
        )
        heads = [p for head in (self.of_statement, self.of_ad, self.of_signs) for p in head.parameters()]
        groups = [
            {"params": list(self.layers.parameters()), "highest": recipe.rate},
            {"params": heads, "highest": recipe.head_rate},
        ]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=recipe.decay)

    def step(self, step: int, batch: Batch) -> tuple[float, float]:
        """Takes one step. Returns the loss, and the texts' mean distance from where they began."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["highest"] * min(1.0, (step + 1) / self.recipe.rise) * (1 - step / self.recipe.steps)
        vectors, away = zip(*map(self._vectors, batch.sides), strict=True)
        loss = self._loss(batch, vectors)
        strayed = sum(share * part for share, part in zip((1, 1, 0.5), away, strict=False))
        (loss + self.recipe.anchor * strayed).backward()
        nn.utils.clip_grad_norm_(self.layers.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        return loss.item(), strayed.item()

    def _vectors(self, side: Sequence[Text]) -> tuple[Tensor, Tensor]:
        """(n, d) unit rows, and their mean distance from those of the source: 1 - cosine."""
        states, mask = self.states.batch([text.text for text in side], self.device)
        vectors = pooled(through(self.layers, states, mask), mask)
        with torch.no_grad():
            anchors = pooled(through(self.source, states, mask), mask)
        return vectors, (1 - (vectors * anchors).sum(dim=1)).mean()

    def _loss(self, batch: Batch, vectors: Sequence[Tensor]) -> Tensor:
        recipe, loss = self.recipe, torch.zeros((), device=self.device)
        if batch.apart is not None:
            temperature = recipe.label_temperature if batch.kind in ("danish", "across") else recipe.temperature
            loss = loss + contrast(vectors[0], vectors[1], batch.apart.to(self.device), temperature)
        if batch.kind in ("statement", "everyday"):
            loss = loss + recipe.kind * self._kinds(self.of_statement(vectors[0]), batch.sides[0])
        if batch.kind == "statement":
            loss = loss + self._signs(torch.cat([vectors[0], vectors[2]]), [*batch.sides[0], *batch.sides[2]])
        if batch.kind in ("label", "ad"):
            loss = loss + self._kinds(self.of_ad(torch.cat(vectors)), [text for side in batch.sides for text in side])
        return loss

    def _kinds(self, logits: Tensor, texts: Iterable[Text]) -> Tensor:
        """Cross entropy with the shares of kinds: mean over the texts with known kinds."""
        shares = torch.tensor(np.array([text.kinds for text in texts]), dtype=torch.float32, device=self.device)
        return -(shares * functional.log_softmax(logits, dim=1)).sum() / shares.sum().clamp(min=1)

    def _signs(self, vectors: Tensor, texts: Sequence[Text]) -> Tensor:
        """Weighted sum of each sign's cross entropy over the texts with known signs."""
        labelled = [n for n, text in enumerate(texts) if text.signs is not None]
        signs = torch.tensor(np.array([texts[n].signs for n in labelled]), dtype=torch.float32, device=self.device)
        lost = functional.binary_cross_entropy_with_logits(self.of_signs(vectors[labelled]), signs, reduction="none")
        return (lost.mean(dim=0) * self.weights).sum()
