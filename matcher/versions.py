"""Digests of code and tables, so that results of other code or other tables are not reused."""

import hashlib
from collections.abc import Collection, Iterable
from pathlib import Path
from types import CodeType


def digest(files: Iterable[Path], *more: bytes) -> str:
    """Twelve hex digits for files of code and data, and for ``more`` bytes. Comments, docstrings and layout do not
    count.

    Another version of Python gives other digits.
    """
    parts = [_code(path) if path.suffix == ".py" else path.read_bytes() for path in files]
    return hashlib.sha256(b"\0".join([*parts, *more])).hexdigest()[:12]


def digest_of_folder(folder: Path, without: Collection[str] = ()) -> str:
    """Digest of all code, tables and learned heads in a folder. ``without``: names in it to leave out."""
    files = (path for kind in ("*.py", "*.csv", "*.npz") for path in folder.rglob(kind))
    return digest(sorted(path for path in files if path.relative_to(folder).parts[0] not in without))


def _code(path: Path) -> bytes:
    """Compiled code of a Python file. Six times as fast as writing out its syntax tree."""
    return repr(_plain(compile(path.read_bytes(), path.name, "exec", optimize=2, dont_inherit=True))).encode()


def _plain(constant: object) -> object:
    """Compiled code without line numbers. A set, which has no order, is sorted."""
    if isinstance(constant, CodeType):
        consts = tuple(map(_plain, constant.co_consts))
        return constant.co_name, constant.co_code, constant.co_names, constant.co_varnames, consts
    if isinstance(constant, frozenset):
        return tuple(sorted(map(repr, constant)))
    return repr(constant)
