"""``python -m service.papers``: write the papers that the law requires, or name those in the repository that are old.

Writes every paper in Danish and English, ``papers.json`` (each figure with its file, digest and command) and
``release.json`` (commit, digests of code and rules, installed versions: what changes with every commit). With
``--check`` it writes nothing: status 1, naming each figure and page that differs from the committed one. With
``--rerun`` it also makes the figures of the fixtures anew, which takes about four minutes on two busy cores.
"""

import json
from pathlib import Path
from typing import Annotated

import typer

from service.papers import figures, release
from service.papers.check import check, rerun
from service.papers.pages import pages

MANIFEST, RELEASE = "papers.json", "release.json"
COMMITTED = Path("docs/papers")


def committed_files(root: Path) -> dict[str, str]:
    """File name -> text of every committed file: the papers and the manifest."""
    collected = figures.collect(root)
    return pages(root, collected) | {MANIFEST: figures.manifest(collected)}


def write(folder: Path, files: dict[str, str]) -> None:
    """Write the files to a folder, which it makes if missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def main(
    root: Annotated[Path, typer.Option(help="The clone that the papers are made from.")] = Path(),
    out: Annotated[Path, typer.Option(help="The folder for the papers and the release.")] = Path("build/papers"),
    only_check: Annotated[
        bool, typer.Option("--check", help="Write nothing; status 1 where docs/papers is not what is there now.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--rerun", help="Make the fixtures' figures anew, and tell which are no longer true.")
    ] = False,
) -> None:
    """Make the papers that the law requires from a clone, or check them."""
    files = committed_files(root)
    failed = check(root, root / COMMITTED, files) if only_check else []
    if again:
        failed += rerun(root, out / "rerun", typer.echo)
    if not only_check:
        write(out, files | {RELEASE: json.dumps(release.described(root), ensure_ascii=False, indent=1) + "\n"})
        typer.echo(f"{out}: {len(files)} files; to keep them: cp {out}/*.md {out}/{MANIFEST} {root / COMMITTED}")
    for reason in failed:
        typer.echo(f"FAILS: {reason}", err=True)
    if failed:
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
