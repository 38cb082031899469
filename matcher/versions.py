"""Digests of code and tables: what other code or other tables made is not taken for one's own."""

import hashlib
from collections.abc import Collection, Iterable
from pathlib import Path
from types import CodeType


def digest(files: Iterable[Path], *more: bytes) -> str:
    """Twelve hex digits for files of code and of data, and for more. Comments, docstrings and layout do not count.

    Another version of Python gives other digits.
    """
    parts = [_code(path) if path.suffix == ".py" else path.read_bytes() for path in files]
    return hashlib.sha256(b"\0".join([*parts, *more])).hexdigest()[:12]


def digest_of_folder(folder: Path, without: Collection[str] = ()) -> str:
    """The same of all code, tables and learned heads in a folder; ``without``: names in it that are left out."""
    files = (path for kind in ("*.py", "*.csv", "*.npz") for path in folder.rglob(kind))
    return digest(sorted(path for path in files if path.relative_to(folder).parts[0] not in without))


def _code(path: Path) -> bytes:
    """What a file of Python does, compiled: six times as fast as its syntax tree written out."""
    return repr(_plain(compile(path.read_bytes(), path.name, "exec", optimize=2, dont_inherit=True))).encode()


def _plain(constant: object) -> object:
    """Compiled code without the places of its lines; a set, which has no order of its own, in order."""
    if isinstance(constant, CodeType):
        consts = tuple(map(_plain, constant.co_consts))
        return constant.co_name, constant.co_code, constant.co_names, constant.co_varnames, consts
    if isinstance(constant, frozenset):
        return tuple(sorted(map(repr, constant)))
    return repr(constant)
