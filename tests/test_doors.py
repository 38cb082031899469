"""Every name that may be imported from outside is there."""

import importlib
import subprocess
import sys
from importlib.metadata import version
from importlib.resources import files

import pytest

PACKAGES = ("matcher", "service", "evaluation")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_is_there_and_the_package_is_typed_and_has_a_version(package):
    module = importlib.import_module(package)
    assert all(getattr(module, name) is not None for name in module.__all__)
    assert module.__version__ == version("ipsmatch")
    assert files(package).joinpath("py.typed").is_file()


@pytest.mark.parametrize("package", PACKAGES)
def test_a_name_that_is_not_public_is_refused(package):
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        importlib.import_module(package).nothing_of_the_kind  # noqa: B018


def test_a_feed_is_read_without_the_index_or_the_model():
    code = "import sys, matcher.feeds; print(sorted({'numpy', 'faiss', 'onnxruntime'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
