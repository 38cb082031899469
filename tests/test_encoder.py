"""Text -> unit vectors: the shipped model, any sentence-transformers model, and the cache on disk."""

import subprocess
import sys

import numpy as np
import onnx
import pytest
from toy import WordEncoder

from matcher import encoder as encoder_module
from matcher.encoder import SHIPPED_MODEL, DocumentCache, RecentQueries, ShippedEncoder, centred, load_encoder
from matcher.phrases import Problem

TEXTS = ["opvasker i en kantine", "Vi søger en tømrer med svendebrev.", "Chauffør", "æ" * 4000, "Noget med dyr"]


def test_vectors_are_float32_unit_rows(shipped):
    vectors = shipped.encode_query(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), shipped.dimension)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_text_gives_no_rows(shipped, encoder):
    assert shipped.encode_query([]).shape == (0, shipped.dimension)
    assert encoder.encode_document([]).shape == (0, shipped.dimension)


def test_a_text_has_the_same_vector_whatever_its_neighbours(shipped):
    together = shipped.encode_document(TEXTS)
    alone = np.concatenate([shipped.encode_document([t]) for t in TEXTS])
    np.testing.assert_array_equal(together, alone)


@pytest.fixture(scope="module")
def without_overflow(tmp_path_factory):
    """The shipped file with its integer products computed in float32, which holds such sums on every processor."""
    model, nodes = onnx.load(SHIPPED_MODEL), []
    for node in model.graph.node:
        if node.op_type != "MatMulInteger":
            nodes.append(node)
            continue
        [name], factors = node.output, []
        for side, zero in zip(node.input[:2], node.input[2:], strict=True):
            nodes += [
                onnx.helper.make_node("Cast", [part], [f"{name} {part}"], to=onnx.TensorProto.FLOAT)
                for part in (side, zero)
            ]
            factors.append(f"{name} {side} shifted")
            nodes.append(onnx.helper.make_node("Sub", [f"{name} {side}", f"{name} {zero}"], [factors[-1]]))
        nodes.append(onnx.helper.make_node("MatMul", factors, [f"{name} product"]))
        nodes.append(onnx.helper.make_node("Cast", [f"{name} product"], [name], to=onnx.TensorProto.INT32))
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    path = tmp_path_factory.mktemp("exact") / "encoder.onnx"
    onnx.save(model, path)
    return ShippedEncoder(path)


def test_a_vector_is_that_of_whole_numbers_that_do_not_overflow_on_any_processor(shipped, without_overflow, candidates):
    statements = [statement.text for candidate in candidates for statement in candidate.statements][:40]
    likeness = (shipped.encode_query(statements) * without_overflow.encode_query(statements)).sum(axis=1)
    assert likeness.min() > 0.9999


def test_related_danish_texts_lie_nearer_than_unrelated_ones(shipped):
    wish, kitchen, law = shipped.encode_query(["opvasker", "Hjælp i køkkenet og opvask", "Jurist til skatteret"])
    assert wish @ kitchen > wish @ law


def test_the_shipped_file_is_small_and_has_a_card():
    assert SHIPPED_MODEL.stat().st_size <= 45_000_000
    card = SHIPPED_MODEL.with_name("README.md").read_text(encoding="utf-8")
    assert "4-bit" in card
    assert ShippedEncoder().fingerprint in card


def test_a_document_seen_before_is_not_encoded_again_also_by_another_process(tmp_path):
    first, again = WordEncoder(), WordEncoder()
    one = DocumentCache(first, tmp_path).encode_document(["en kok", "en kok", "en smed"])
    two = DocumentCache(again, tmp_path).encode_document(["en smed", "en kok", "en bager"])
    assert first.asked == ["en kok", "en smed"]
    assert again.asked == ["en bager"]
    np.testing.assert_array_equal(one[[0, 2]], two[[1, 0]])


def test_the_cache_of_one_encoder_is_not_read_by_another(tmp_path):
    other = WordEncoder()
    other.fingerprint = "other"
    DocumentCache(WordEncoder(), tmp_path).encode_document(["en kok"])
    DocumentCache(other, tmp_path).encode_document(["en kok"])
    assert other.asked == ["en kok"]


def test_a_candidates_statement_is_never_written_to_the_cache(tmp_path):
    cache = DocumentCache(WordEncoder(), tmp_path)
    cache.encode_document(["en annonce"])
    before = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
    cache.encode_query(["jeg vil gerne arbejde med heste"])
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == before


class Counting:
    """The shipped encoder, counting the statements that it is given."""

    def __init__(self, shipped):
        self.name, self.fingerprint, self.dimension, self.centre = (
            shipped.name,
            shipped.fingerprint,
            shipped.dimension,
            shipped.centre,
        )
        self.shipped, self.asked = shipped, []
        self.encode_document = shipped.encode_document

    def encode_query(self, texts):
        self.asked += texts
        return self.shipped.encode_query(texts)


def test_a_statement_that_was_asked_for_lately_is_not_encoded_again_and_has_the_same_vector(shipped):
    counting = Counting(shipped)
    recent = RecentQueries(counting)
    first = recent.encode_query(["noget med planter", "gartner"])
    again = recent.encode_query(["gartner", "bager", "gartner", "noget med planter"])
    assert counting.asked == ["noget med planter", "gartner", "bager"]
    assert np.array_equal(again[[3, 0]], first)
    assert np.array_equal(again, shipped.encode_query(["gartner", "bager", "gartner", "noget med planter"]))
    assert recent.encode_query([]).shape == (0, shipped.dimension)


def test_statements_are_forgotten_after_an_hour_and_when_they_are_too_many(shipped, monkeypatch):
    counting = Counting(shipped)
    recent = RecentQueries(counting)
    recent.encode_query(["gartner"])
    clock = encoder_module.time.monotonic() + encoder_module.FORGET_SECONDS + 1
    monkeypatch.setattr(encoder_module.time, "monotonic", lambda: clock)
    recent.encode_query(["gartner"])
    monkeypatch.setattr(encoder_module, "MOST_RECENT", 0)
    recent.encode_query(["gartner"])
    assert counting.asked == ["gartner"] * 3


def test_vectors_unused_for_long_leave_the_cache(tmp_path):
    cache = DocumentCache(WordEncoder(), tmp_path)
    cache._today -= 91
    cache.encode_document(["en gammel annonce"])
    again = WordEncoder()
    DocumentCache(again, tmp_path).encode_document(["en gammel annonce"])
    assert again.asked == ["en gammel annonce"]


def test_centring_takes_away_what_all_share():
    vectors = np.array([[1, 0], [0.6, 0.8]], np.float32)
    none = np.empty((0, 2), np.float32)
    result = centred(vectors, vectors.mean(axis=0), none)
    np.testing.assert_allclose(result[0], -result[1], atol=1e-6)
    assert not centred(vectors[:1], vectors[0], none).any()


def test_an_ad_in_english_is_as_near_as_the_same_ad_in_danish(shipped):
    """What is left of the difference between two languages is small beside the one between two trades."""
    statement = ["Gardening, anything outdoors"]
    ads = ["Gardener wanted for our park", "Gartner søges til vores park", "Bookkeeper wanted for our office"]
    centre = shipped.centre
    statements = centred(shipped.encode_query(statement), centre.queries, centre.languages)
    english, danish, other = centred(shipped.encode_document(ads), centre.passages, centre.languages) @ statements[0]
    assert abs(english - danish) < min(english, danish) - other


def test_an_encoder_that_is_not_there_is_said_so():
    with pytest.raises(Problem, match=r"nowhere\.onnx: no such file"):
        load_encoder("nowhere.onnx")


def test_the_command_line_starts_without_torch_or_transformers():
    code = (
        "import sys, matcher.cli; "
        "print([m for m in ('torch', 'transformers', 'sentence_transformers') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_a_suggestion_is_made_without_torch_or_transformers():
    code = (
        "import sys; from matcher.encoder import ShippedEncoder; ShippedEncoder().encode_query(['opvasker']); "
        "print([m for m in ('torch', 'transformers', 'sentence_transformers') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
