"""Whoever installs ipsmatch may pass it on: each package that comes along has a licence, and none strong copyleft."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LICENCES = runpy.run_path(str(ROOT / ".ci" / "licences.py"))
PACKAGES = LICENCES["needed"]("ipsmatch")
LOCK = dict(re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE))
PINNED = {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in LOCK.items()}


def test_there_are_packages_to_look_at():
    assert {"ipsmatch", "numpy", "psycopg", "distributed", "ir-measures"} <= PACKAGES.keys()
    assert "pytest" not in PACKAGES


def test_every_package_that_is_installed_stands_in_the_lock():
    assert [name for name in PACKAGES if name != "ipsmatch" and name not in PINNED] == []


def test_every_package_has_a_licence_and_none_is_strong_copyleft():
    licences = {name: LICENCES["licence"](package) for name, package in PACKAGES.items()}
    assert [name for name, licence in licences.items() if not licence] == []
    assert [(n, licence) for n, licence in licences.items() if LICENCES["STRONG_COPYLEFT"].search(licence)] == []


@pytest.mark.parametrize(
    ("licence", "strong"),
    [
        ("GPL-3.0-or-later", True),
        ("AGPL-3.0-only", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("GNU Affero General Public License v3", True),
        ("MIT OR GPL-2.0-only", True),  # somebody looks at it
        ("LGPL-3.0-only", False),
        ("GNU Lesser General Public License v3 (LGPLv3)", False),
        ("MPL-2.0 AND MIT", False),
        ("BSD License", False),
    ],
)
def test_strong_copyleft_is_told_from_weak(licence, strong):
    assert (LICENCES["STRONG_COPYLEFT"].search(licence) is not None) == strong
