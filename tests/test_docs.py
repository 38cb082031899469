"""The README and docs/: commands and programs run, links lead somewhere, what follows from the code is current."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from places import Served, run
from test_cli import ipsmatch

from matcher import reference
from matcher.schema import Candidate, Constraints, Vacancy
from service.pages.words import LOCALE
from service.phrases import TABLE

ROOT = Path(__file__).parents[1]
PAGES = {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in reference.pages(ROOT)}
DOCS = {str(path).removeprefix("docs/"): text for path, text in PAGES.items()}
PHONY = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
TARGETS = {target for line in PHONY for target in line.split()}
ELSEWHERE = re.compile(r" [A-Z]{4,}\b")  # data that do not come with the project
DAY = "service/api.md"
LONGEST_README = 6000  # bytes


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)


def headings(page):
    """The anchors of a page, as they are made of its headings."""
    told = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```$", "", page, flags=re.DOTALL | re.MULTILINE), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in told}


COMMANDS = [line for page in PAGES.values() for block in blocks(page, "sh") for line in block.splitlines()]
OURS = [line for line in dict.fromkeys(COMMANDS) if line.startswith(("ipsmatch ", "python -m "))]
DEMO = next(line for line in OURS if line.startswith("ipsmatch service demo"))
# A server, what would change docs/, and minutes of evaluation, which test_papers makes among the thorough tests.
NOT_HERE = (
    DEMO,
    "ipsmatch serve --data build/service",
    "python -m matcher.reference",
    "python -m service.papers --rerun",
)
RUNNABLE = [c for c in OURS if not c.startswith(NOT_HERE) and not ELSEWHERE.search(c)]
LINKS = [(path, link) for path, page in PAGES.items() for link in re.findall(r"\]\(([^)\s]+)\)", page)]
OWN = [(path, *link.partition("#")[::2]) for path, link in LINKS if "://" not in link]


# --- commands and programs ---


@pytest.fixture(scope="module")
def build(tmp_path_factory, index):  # noqa: ARG001 the ads are encoded once, into the cache
    return tmp_path_factory.mktemp("docs")


@pytest.mark.slow
def test_every_command_runs_one_page_after_another(build, monkeypatch):
    """Ours in this process, where what takes long to load is there."""
    assert len(RUNNABLE) > 20
    monkeypatch.chdir(ROOT)
    for command in RUNNABLE:
        words = shlex.split(command.replace("build/", f"{build}/"), comments=True)
        if words[0] == "ipsmatch":
            result = ipsmatch(*words[1:])
        else:
            result = subprocess.run([sys.executable, *words[1:]], capture_output=True, text=True)
        assert result.returncode == 0, f"{command}\n{result.stderr}"


@pytest.mark.slow
@pytest.mark.parametrize(("page", "lines"), [("README.md", 32), ("reference/python.md", 10)])
def test_the_programs_of_a_page_run_one_after_another(page, lines, build, index):
    index.save(build / "index")
    program = "\n".join(blocks(DOCS[page].replace("build/", f"{build}/"), "python"))
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert len(result.stdout.splitlines()) >= lines


def test_every_line_of_a_command_block_is_run_or_is_a_target_of_make():
    others = [
        line
        for line in COMMANDS
        if line not in OURS and not line.startswith("IPSMATCH_SECURE_COOKIE=false ipsmatch serve")
    ]
    assert [line for line in others if line.split()[:1] != ["make"] or line.split()[1] not in TARGETS] == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
def test_the_day_with_curl_runs_against_a_real_server(environment, tmp_path):
    (tmp_path / "data").symlink_to(ROOT / "data")
    environment["IPSMATCH_DATA"] = str(tmp_path / "served")
    made = run(environment, *shlex.split(DEMO.replace("build/api", environment["IPSMATCH_DATA"]))[1:])
    passwords = dict(line.split() for line in made.stdout.splitlines())
    served = Served(environment)
    variables = {
        "ADDRESS": f"http://127.0.0.1:{served.port}",
        "CONSULTANT": passwords["konsulent"],
        "ADMINISTRATOR": passwords["administrator"],
    }
    day = "set -eu\n" + "\n".join(blocks(DOCS[DAY], "bash"))
    result = subprocess.run(
        ["bash", "-c", day], cwd=tmp_path, env=environment | variables, capture_output=True, text=True
    )
    served.stopped()
    assert (result.returncode, result.stderr) == (0, "")
    assert '"created":' in result.stdout


# --- links ---


def leads_somewhere(path, link, anchor):
    target = (ROOT / path).parent / link if link else ROOT / path
    return target.exists() and (not anchor or anchor in headings(target.read_text(encoding="utf-8")))


def test_every_link_leads_to_a_file_and_to_a_heading_of_it():
    assert len(OWN) > 100
    assert [f"{path}: {link}#{anchor}" for path, link, anchor in OWN if not leads_somewhere(path, link, anchor)] == []


def test_every_page_can_be_reached_from_the_readme():
    reached, following = set(), {Path("README.md")}
    while following:
        reached |= following
        targets = {
            ((ROOT / p).parent / link).resolve() for p, link, _ in OWN if p in following and link.endswith(".md")
        }
        following = {target.relative_to(ROOT.resolve()) for target in targets if target.is_relative_to(ROOT.resolve())}
        following = (following & set(PAGES)) - reached
    assert set(PAGES) - reached == set()


# --- what follows from the code ---


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_what_follows_from_the_code_is_as_the_code_is(path):
    assert reference.renewed(PAGES[path]) == PAGES[path], "run: python -m matcher.reference"


def test_a_part_that_was_changed_by_hand_is_found_and_one_that_nothing_makes_is_refused():
    page = PAGES[Path("docs/service/settings.md")]
    assert reference.renewed(page.replace("`IPSMATCH_KEY_DAYS` | `365`", "`IPSMATCH_KEY_DAYS` | `90`")) == page
    with pytest.raises(KeyError, match="nothing"):
        reference.renewed("<!-- made: nothing -->\n<!-- end -->")


def test_a_right_without_words_is_named(monkeypatch):
    monkeypatch.delitem(reference.RIGHTS, "push")
    with pytest.raises(KeyError, match="RIGHTS what is opened by push"):
        reference.roles()


def test_every_part_that_can_be_made_stands_on_a_page():
    made = {name for page in PAGES.values() for _, name, _ in reference.PART.findall(page)}
    assert made == set(reference.PARTS)


@pytest.mark.parametrize(
    ("page", "model"),
    [("guide/candidates.md", Candidate), ("guide/limits.md", Constraints), ("reference/formats.md", Vacancy)],
)
def test_every_field_is_explained(page, model):
    assert [name for name in model.model_fields if f"`{name}`" not in DOCS[page]] == []


def test_every_room_has_its_line():
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    layers = [layer for contract in tool["importlinter"]["contracts"] for layer in contract.get("layers", ())]
    rooms = {room.replace(".", "/") for layer in layers for room in re.split(r" [|:] ", layer) if "." in room}
    assert [
        r for r in sorted(rooms) if not {f"`{r}.py`", f"`{r}/`"} & set(re.findall("`[^`]+`", DOCS["architecture.md"]))
    ] == []


def test_every_dependency_earns_a_line():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = {re.split(r"[><=~\[]", dependency)[0] for dependency in asked} - {project["name"]}
    assert [name for name in sorted(names) if f"`{name}`" not in DOCS["architecture.md"]] == []


def test_every_make_target_is_told():
    assert [target for target in sorted(TARGETS) if f"make {target}" not in DOCS["contribute.md"]] == []


# --- the readme, and what it says of itself ---


def test_the_readme_is_short():
    assert (ROOT / "README.md").stat().st_size <= LONGEST_README


def test_the_figures_of_the_readme_are_those_of_the_evaluation():
    def rows(page):
        lines = (line.replace("**", "").strip("|").split("|") for line in page.splitlines() if line[:2] == "| ")
        return {first.strip(): [cell.strip() for cell in rest] for first, *rest in lines}

    told = rows(DOCS["README.md"].partition("| | seen | unseen")[2].partition("\n\n")[0])
    measured = rows(DOCS["explain/evaluation.md"].partition("| | fixtures (seen) | training")[2].partition("\n\n")[0])
    assert len(told) == 6
    for name, (seen, unseen, real) in told.items():
        assert [seen, unseen, real] == [cell for n, cell in enumerate(measured[name]) if n != 1], name


def test_the_words_in_bold_of_the_danish_guide_stand_on_the_pages():
    with (LOCALE / "en" / "LC_MESSAGES" / "pages.po").open("rb") as file:
        said = {m.id for m in read_po(file) if isinstance(m.id, str)} | {danish for danish, _ in TABLE.values()}
    bold = {" ".join(words.split()) for words in re.findall(r"\*\*(.+?)\*\*", DOCS["da/vejledning.md"], re.DOTALL)}
    assert len(bold) > 20
    assert sorted(bold - said) == []
