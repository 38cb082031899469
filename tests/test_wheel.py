"""The wheel: all that it needs is in it, and it runs in an environment that holds nothing else."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PACKAGES = ("matcher", "service", "evaluation")
ONLY_EVALUATION = ("bm25s", "ir_measures", "matplotlib", "pandas")  # extra evaluation
README = (ROOT / "README.md").read_text(encoding="utf-8")


def run(*command, cwd=ROOT, **environment):
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture
def elsewhere(tmp_path, index):
    """A folder that has nothing of the repository but an index and the candidates, where the README has them."""
    index.save(tmp_path / "build" / "index")
    people = Path("data/fixtures/candidates.jsonl")
    (tmp_path / people).parent.mkdir(parents=True)
    (tmp_path / people).write_bytes((ROOT / people).read_bytes())
    return tmp_path


def program():
    """The Python of the README."""
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    return code


def test_the_wheel_holds_every_file_of_the_packages_and_nothing_else(wheel):
    kept = set(run("git", "ls-files", *PACKAGES).split("\n")) - {""}
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert inside == kept


def test_engine_and_service_need_nothing_that_only_the_evaluation_does(elsewhere):
    """What the extra brings is hidden, as where it was not installed."""
    hidden = f"import sys; sys.modules.update(dict.fromkeys({ONLY_EVALUATION}))\n"
    told = run(
        sys.executable, "-c", f"{hidden}import matcher.cli, service.commands, service.app\n{program()}", cwd=elsewhere
    )
    assert len(told.splitlines()) == 32


def test_the_evaluation_without_its_extra_says_what_to_install(elsewhere):
    hidden = f"import sys; sys.modules.update(dict.fromkeys({ONLY_EVALUATION}))\n"
    ended = subprocess.run([sys.executable, "-c", f"{hidden}import evaluation"], cwd=elsewhere, capture_output=True)
    needed = "evaluation needs bm25s, ir_measures, matplotlib, pandas; run: pip install 'ipsmatch[evaluation]'"
    assert ended.stderr.decode().splitlines()[-1] == f"ImportError: {needed}"


@pytest.mark.thorough
def test_the_wheel_alone_runs_the_python_of_the_readme(wheel, elsewhere):
    """All that is installed comes with the wheel, in the versions of the lock."""
    environment = elsewhere / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", environment)
    into = [sys.executable, "-m", "pip", "--python", environment, "install", "--quiet"]
    run(*into, "--constraint", ROOT / "constraints.txt", wheel)
    python = environment / "bin" / "python"
    told = run(python, "-c", program(), cwd=elsewhere, env={})
    assert len(told.splitlines()) == 32
    assert "serve" in run(environment / "bin" / "ipsmatch", "--help", cwd=elsewhere, env={})
    found = f"from importlib.util import find_spec; print([n for n in {ONLY_EVALUATION} if find_spec(n)])"
    assert run(python, "-c", found, cwd=elsewhere, env={}) == "[]\n"
