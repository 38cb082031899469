"""What an ad, a candidate or a file name holds reaches the terminal as text: it steers, hides and colours nothing."""

import io
import json
import os
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Group
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from test_cli import CANDIDATES, in_its_own_process, ipsmatch

from matcher.cli import Terminal

pytestmark = pytest.mark.slow

# What terminals obey: copy to the clipboard (OSC 52), clear the screen, a link, a title, C1's CSI and OSC, hidden text,
# DEL, carriage return, backspace, bell, and so on. Then what turns text round or hides it.
OBEYED = (
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1b[2J\x1b[H",
    "\x1b]8;;http://evil.example\x1b\\",
    "\x1b]0;titel\x07",
    "\x9b2J",
    "\x9d52;c;cm0=\x9c",
    "\x1b[8m",
    "\x7f",
    "\r",
    "\b\b\b",
    "\a",
    "\x00",
    "\x0b\x0c",
    "\x1bc",
    "\x1b(0",
)
TURNED = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u00ad\ufeff\u2028\u2029\U000e0041"
MARKUP = "[link=http://evil.example]her[/link] [blink]nu[/blink] [/] [red"
HOSTILE = "".join(OBEYED) + TURNED
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def steering(printed: str) -> list[str]:
    """The characters of what was printed that a terminal would obey, or that hide or turn text."""
    return [c for c in printed if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c not in "\n\t"]


def hostile(text: str) -> str:
    """Text with something to obey before, in and after every word."""
    return HOSTILE + HOSTILE.join(text.split(" ")) + f" {MARKUP}{HOSTILE}"


@pytest.fixture(scope="module")
def people(tmp_path_factory):
    """A candidate who wants to be a cook, and whose id looks like markup."""
    path = tmp_path_factory.mktemp("people") / "people.jsonl"
    person = {"id": f"p1 {MARKUP}", "goals": ["kok"], "constraints": {"weekly_hours": {"min": 10, "max": 15}}}
    path.write_text(json.dumps(person) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An index of three hostile ads by one employer."""
    folder = tmp_path_factory.mktemp("hostile")
    ads = [
        {
            "id": f"v{n}",
            "title": hostile(title),
            "employer": hostile("Kroen i Nordby"),
            "postcode": "8700",
            "description": hostile(f"Vi søger en kok til {hours} timer om ugen. Du laver mad til gæster hver aften."),
            "source": hostile("avis"),
            "url": "https://example.org",
        }
        for n, (title, hours) in enumerate([("Kok til køkkenet", 12), ("Kok til festen", 30), ("Afløser kok", 14)])
    ]
    path = folder / "ads.jsonl"
    path.write_text("".join(json.dumps(ad) + "\n" for ad in ads), encoding="utf-8")
    result = ipsmatch("index", path, "--out", folder / "index")
    assert result.returncode == 0, result.stderr
    return folder / "index"


@pytest.mark.parametrize("command", ["suggest", "whatif"])
@pytest.mark.parametrize("terminal", [True, False])
def test_an_ad_and_a_candidate_full_of_commands_are_printed_as_text(command, terminal, folder, people):
    colours = {"FORCE_COLOR": "1", "TERM": "xterm-256color"} if terminal else {}
    result = in_its_own_process(command, people, "--index", folder, "--as-of", "2026-11-23", env=os.environ | colours)
    assert result.returncode == 0, result.stderr
    assert steering(COLOURS.sub("", result.stdout)) == []
    assert "\x1b[8m" not in result.stdout  # hidden text is a colour too
    assert "\x1b[5m" not in result.stdout
    assert "[link=http://evil.example]her[/link]" in " ".join(result.stdout.split())
    assert bool(COLOURS.search(result.stdout)) == terminal


@pytest.mark.slow
def test_refusals_and_errors_with_hostile_ids_fields_and_names_are_printed_as_text(folder, tmp_path):
    ads = tmp_path / f"ads\x1b[2J\u202e{MARKUP.replace('/', '')}.jsonl"
    rows = [
        {"id": "a" + HOSTILE, "title": "Kok", "description": "Vi søger en kok.", "felt" + HOSTILE: 1},
        {"id": "b", "title": "Kok", "description": 7},
        {"id": "c", "title": "Kok", "description": "Kok.", "workplace": HOSTILE, "published": HOSTILE},
    ]
    ads.write_text("".join(json.dumps(row) + "\n" for row in rows) + HOSTILE + "\n", encoding="utf-8")
    people = tmp_path / "people.jsonl"
    people.write_text(
        json.dumps({"id": HOSTILE, "goals": [hostile("kok, jeg har ADHD")], HOSTILE: 1}), encoding="utf-8"
    )
    gone = tmp_path / ("\x1b]52;c;cm0=\x07" + TURNED)
    for arguments in (
        ("index", ads, "--out", tmp_path / "i"),
        ("score", ads, "--candidates", CANDIDATES, "--out", tmp_path / "r.jsonl", "--dry-run"),
        ("suggest", people, "--index", folder),
        ("whatif", people, "--index", folder),
        ("suggest", gone, "--index", folder),
        ("suggest", people, "--index", gone),
        ("index", CANDIDATES, "--out", gone / "i"),
    ):
        result = ipsmatch(*arguments)
        assert result.returncode in (1, 2)
        assert "Traceback" not in result.stderr
        assert result.stderr
        assert steering(result.stdout + result.stderr) == []


def test_a_file_name_that_is_no_utf_8_is_told_and_no_crash(tmp_path, folder):
    result = in_its_own_process("suggest", os.fsdecode(b"\xff\xfe.jsonl"), "--index", folder, cwd=tmp_path)
    assert result.returncode == 2
    assert ".jsonl: filen findes ikke" in result.stderr
    assert "Traceback" not in result.stderr


def printed(*what: object, **options: object) -> str:
    file = io.StringIO()
    Terminal(file=file, width=100, **options).print(*what)
    return file.getvalue()


@given(st.text(alphabet=st.characters() | st.sampled_from([*HOSTILE, *MARKUP]), max_size=60))
def test_nothing_steers_however_it_is_printed(text):
    table = Table(title=text)
    table.add_column(text)
    table.add_row(text)
    everything = printed(text, Text(text), Rule(text), Panel(text, title=text, subtitle=text), table)
    assert steering(everything) == []


@pytest.mark.parametrize("kept", ["Kok\tmed ben", "smørrebrød “ude” – 12½ t. €", "nbsp\xa0her", "👩‍💻", "می‌روم"])
def test_tabs_accents_emoji_and_persian_stay(kept):
    assert printed(kept).strip("\n") == kept.expandtabs()


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\v", "\x85", "\u2028", "\u2029"])
def test_a_line_break_in_an_ad_begins_no_line_that_looks_like_one_of_ours(line_break):
    title = f"Kok{line_break}2. Direktør  [passer]"
    table = Table()
    table.add_row(title)
    for thing in (title, Text(title), Text.assemble("1. ", (title, "bold")), Rule(title), table, Group(Text(title))):
        assert [line for line in printed(thing).splitlines() if "Direktør" in line and "Kok" not in line] == []


def test_line_breaks_of_our_own_stay():
    assert printed(Group(Text("Kok"), Text("Smed"))).splitlines() == ["Kok", "Smed"]


def test_colours_of_our_own_stay():
    file = io.StringIO()
    terminal = Terminal(file=file, force_terminal=True, color_system="standard")
    terminal.print(Text("passer\x1b[2J", style="green"))
    assert file.getvalue() == "\x1b[32mpasser[2J\x1b[0m\n"


def test_square_brackets_of_an_ad_are_no_markup():
    assert printed(MARKUP).strip() == MARKUP
    assert printed(Rule("[/] :smile: Kok [bold]")).strip("─ \n") == "[/] :smile: Kok [bold]"
