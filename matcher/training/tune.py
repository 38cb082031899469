"""First stage of tuning: the upper layers of the base weights, trained on pairs of one meaning, learn about work.

In-batch negatives (InfoNCE over both sides; Henderson et al. 2017, arXiv:1705.00652; van den Oord et al. 2018,
arXiv:1807.03748), drawn from neighbouring ISCO groups. Equal texts and texts of one meaning are never negatives. Every
text is also held near its vector under the base weights, so that the base's knowledge of spelling and of other Danish
stays. The lower layers do not change: their output for each text is computed once and kept.

A checkpoint is written during training, and the same command continues from it. The same recipe, data and machine give
the same weights.
"""

import copy
import csv
import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from matcher.index import Progress
from matcher.runs import whole
from matcher.training.pairs import Pair, Pairs

EVERY = 25  # steps between checkpoints


@dataclass(frozen=True)
class Recipe:
    """The recipe measured last. The model card has its results, and what else was tried.

    layers: number of upper layers that learn. pairs: in one step. rate: highest learning rate; it rises for ``rise``
    steps and falls to 0. temperature: of the softmax over cosines. anchor: weight of staying near the base. pieces:
    longest text. mix: how often each kind of pair is drawn.
    """

    steps: int = 800
    layers: int = 6
    pairs: int = 128
    rate: float = 1e-4
    rise: int = 20
    temperature: float = 0.02
    anchor: float = 1.0
    pieces: int = 48
    seed: int = 0
    mix: dict[str, int] = field(
        default_factory=lambda: {
            "danish": 5,
            "across": 6,
            "english": 1,
            "description": 1,
            "skill": 1,
            "statement": 3,
            "passage": 3,
        }
    )


def tune(source: Path, out: Path, pairs: Pairs, recipe: Recipe, progress: Progress = lambda _: None) -> None:
    """Trains ``source``, a sentence-transformers folder of a BERT, into ``out``, with ``loss.csv`` beside the weights.

    ``progress`` is called with the number of steps done. ValueError if ``out`` holds a checkpoint of another recipe.
    """
    from sentence_transformers import SentenceTransformer

    torch.manual_seed(recipe.seed)
    model = SentenceTransformer(str(source))
    bert, tokenizer, device = model[0].auto_model.eval(), model.tokenizer, model.device
    upper = bert.encoder.layer[len(bert.encoder.layer) - recipe.layers :]
    states = States(bert, tokenizer, model.prompts["query"], pairs.texts(list(recipe.mix)), recipe)
    trained = _Training(upper, states, recipe, out, device)
    for step in range(trained.begin(), recipe.steps):
        draw = random.Random(f"{recipe.seed} {step}")  # noqa: S311 a step's own, so that a resumed run draws the same
        kind = draw.choices(list(recipe.mix), list(recipe.mix.values()))[0]
        trained.step(step, kind, pairs.kinds[kind](draw, recipe.pairs))
        progress(step + 1)
    out.mkdir(parents=True, exist_ok=True)
    model.save(str(out))
    _curve(trained.losses, out)
    trained.checkpoint.unlink(missing_ok=True)


class States:
    """The lower layers' output for each text: (pieces, d) float16 each, computed once."""

    def __init__(self, bert, tokenizer, prefix: str, texts: Sequence[str], recipe: Recipe) -> None:
        self.of = {text: place for place, text in enumerate(texts)}
        prefixed = [prefix + text for text in texts]
        ids = tokenizer(prefixed, truncation=True, max_length=recipe.pieces)["input_ids"]
        lower = bert.encoder.layer[: len(bert.encoder.layer) - recipe.layers]
        self._states: list[Tensor] = [torch.empty(0)] * len(texts)
        order = sorted(range(len(texts)), key=lambda i: len(ids[i]))
        with torch.inference_mode():
            for block in (order[i : i + 256] for i in range(0, len(order), 256)):
                pieces = nn.utils.rnn.pad_sequence([torch.tensor(ids[i]) for i in block], batch_first=True)
                mask = nn.utils.rnn.pad_sequence([torch.ones(len(ids[i])) for i in block], batch_first=True)
                hidden = bert.embeddings(input_ids=pieces.to(bert.device))
                hidden = through(lower, hidden, mask.to(bert.device)).to("cpu", torch.float16)
                for row, i in enumerate(block):
                    self._states[i] = hidden[row, : len(ids[i])].clone()

    def batch(self, texts: Sequence[str], device: torch.device) -> tuple[Tensor, Tensor]:
        """(n, longest, d) states, and (n, longest) whether each is a piece and not padding."""
        some = [self._states[self.of[text]] for text in texts]
        mask = [torch.ones(len(s)) for s in some]
        states, masks = (nn.utils.rnn.pad_sequence(x, batch_first=True).to(device, torch.float32) for x in (some, mask))
        return states, masks


class _Training:
    """The layers that learn, a fixed copy, the optimiser, and the losses so far."""

    def __init__(self, layers: nn.ModuleList, states: States, recipe: Recipe, out: Path, device: torch.device) -> None:
        self.layers, self.states, self.recipe, self.device = layers, states, recipe, device
        self.base = copy.deepcopy(layers).eval()
        self._anchors: dict[str, Tensor] = {}
        for module in layers.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0  # no dropout: a text's two vectors must not differ by chance in so few steps
        layers.train()
        self.optimiser = torch.optim.AdamW(layers.parameters(), lr=recipe.rate)
        self.losses: list[tuple[int, str, float, float]] = []
        self.checkpoint = out / "checkpoint.pt"

    def begin(self) -> int:
        """The first step: 0, or the one after the last checkpoint."""
        if not self.checkpoint.exists():
            return 0
        kept = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
        if kept["recipe"] != json.dumps(asdict(self.recipe)):
            raise ValueError(f"{self.checkpoint}: of another recipe; remove it, or write to another folder")
        self.layers.load_state_dict(kept["layers"])
        self.optimiser.load_state_dict(kept["optimiser"])
        self.losses = [tuple(row) for row in kept["losses"]]
        return kept["step"]

    def step(self, step: int, kind: str, pairs: Sequence[Pair]) -> None:
        """One batch: vectors, loss, and one step of the optimiser."""
        recipe = self.recipe
        for group in self.optimiser.param_groups:
            group["lr"] = recipe.rate * min(1.0, (step + 1) / recipe.rise) * (1 - step / recipe.steps)
        one, away_one = self._vectors([p.one for p in pairs])
        other, away_other = self._vectors([p.other for p in pairs])
        apart = contrast(one, other, held_apart(pairs).to(self.device), recipe.temperature)
        away = away_one + away_other
        (apart + recipe.anchor * away).backward()
        nn.utils.clip_grad_norm_(self.layers.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.losses.append((step, kind, apart.item(), away.item()))
        if (step + 1) % EVERY == 0:
            self._keep(step + 1)

    def _vectors(self, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        """(n, d) unit rows, and their mean distance from those of the base: 1 - cosine."""
        states, mask = self.states.batch(texts, self.device)
        vectors = pooled(through(self.layers, states, mask), mask)
        new = [n for n, text in enumerate(texts) if text not in self._anchors]
        if new:
            with torch.no_grad():
                anchors = pooled(through(self.base, states[new], mask[new]), mask[new])
            self._anchors.update(zip((texts[n] for n in new), anchors, strict=True))
        anchors = torch.stack([self._anchors[text] for text in texts])
        return vectors, (1 - (vectors * anchors).sum(dim=1)).mean()

    def _keep(self, step: int) -> None:
        kept = {
            "recipe": json.dumps(asdict(self.recipe)),
            "step": step,
            "layers": self.layers.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "losses": self.losses,
        }
        with whole(self.checkpoint) as part:
            torch.save(kept, part)


def through(layers: Sequence[nn.Module], hidden: Tensor, mask: Tensor) -> Tensor:
    """(n, pieces, d) output of some BERT layers. Padding is masked."""
    hide = (1 - mask)[:, None, None, :] * torch.finfo(hidden.dtype).min
    for layer in layers:
        output = layer(hidden, attention_mask=hide)
        hidden = output[0] if isinstance(output, tuple) else output
    return hidden


def pooled(hidden: Tensor, mask: Tensor) -> Tensor:
    """The mean over the pieces, as a unit vector."""
    return functional.normalize((hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True), dim=-1)


def held_apart(pairs: Sequence[Pair]) -> Tensor:
    """(n, n) whether the texts of two pairs are known to differ in meaning."""
    n = len(pairs)
    texts = [{p.one.casefold(), p.other.casefold()} for p in pairs]
    return torch.tensor(
        [[pairs[i].meaning != pairs[j].meaning and not texts[i] & texts[j] for j in range(n)] for i in range(n)]
    )


def contrast(one: Tensor, other: Tensor, apart: Tensor, temperature: float) -> Tensor:
    """InfoNCE of (n, d) unit rows over both sides. A row's negatives are the rows marked in ``apart``.

    >>> rows = torch.eye(3)
    >>> float(contrast(rows, rows, ~torch.eye(3, dtype=torch.bool), 0.02)) < 1e-6
    True
    """
    right = torch.arange(len(one), device=one.device)
    hidden = ~(apart | torch.eye(len(one), dtype=torch.bool, device=one.device))
    scores = (one @ other.T / temperature).masked_fill(hidden, -torch.inf)
    return (functional.cross_entropy(scores, right) + functional.cross_entropy(scores.T, right)) / 2


def _curve(losses: Sequence[tuple[int, str, float, float]], out: Path) -> None:
    """``loss.csv``, and ``loss.svg``: each kind's loss over the steps."""
    from matplotlib.figure import Figure

    with (out / "loss.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("step", "kind", "contrast", "away from base"), *losses])
    axes = Figure(figsize=(8, 4)).subplots()
    for kind in dict.fromkeys(kind for _, kind, _, _ in losses):
        steps, values = zip(*((step, loss) for step, of, loss, _ in losses if of == kind), strict=True)
        width = max(1, len(values) // 20)
        smooth = np.convolve(values, np.ones(width) / width, "valid")
        axes.plot(steps[len(steps) - len(smooth) :], smooth, label=kind)
    axes.set(xlabel="step", ylabel="contrast, mean of a twentieth")
    axes.legend()
    axes.figure.savefig(out / "loss.svg")
