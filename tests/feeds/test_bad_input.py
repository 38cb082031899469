"""Whatever a file is, it gives records, refusals or one Problem that names it: never another exception."""

import ast
import json
import os
import subprocess
from pathlib import Path

import pytest
from conftest import FIXTURES
from hypothesis import given, settings
from hypothesis import strategies as st
from places import COMMAND

from matcher import feeds
from matcher.feeds import FORMATS, LONGEST_AD, Refusal, candidates, jsonl, vacancies
from matcher.feeds.rows import MOST_BYTES
from matcher.phrases import PHRASES, Problem
from matcher.schema import Candidate, Vacancy

SUFFIXES = [*FORMATS, "", ".bin"]
GOOD = FIXTURES / "feeds"


def read_all(path):
    """Everything that both readings of a file give, each refusal said in both languages."""
    found = []
    for read, kind in ((vacancies, Vacancy), (candidates, Candidate)):
        for record in read([path]):
            assert isinstance(record, kind | Refusal)
            if isinstance(record, Refusal):
                assert record.file == path
                assert record.row >= 1
                assert record.said("da").isprintable()
                record.said("en").encode()
            found.append(record)
    return found


NOBODY = 65534


@pytest.mark.parametrize("path", sorted(GOOD.iterdir()), ids=lambda p: p.name)
def test_the_fixture_files_are_read_completely(path):
    records = list((candidates if path.name.startswith("candidates") else vacancies)([path]))
    assert records
    assert [r.said("en") for r in records if isinstance(r, Refusal)] == []


def test_all_fixture_files_together_hold_19_ads_with_ids_of_their_own():
    paths = [p for p in sorted(GOOD.iterdir()) if not p.name.startswith("candidates")]
    records = list(vacancies(paths))
    assert len(records) == len({r.id for r in records}) == 19


BAD = {
    "bad-rows.csv": [
        (2, "postnr", "postcode"),
        (3, "frist", "date_from_datetime_parsing"),
        (4, "-", "more_cells"),
        (5, "-", "quotes"),
        (7, "id", "same_id"),
    ],
    "candidates.csv": [
        (2, "timer_max", "float_type"),
        (3, "ikke_tider.0", "literal_error"),
        (4, "ønsker.0", "cpr_number"),
    ],
    "deep.json": [(1, "-", "json_file")],
    "empty.json": [(1, "-", "empty_file")],
    "no-posting.html": [(1, "-", "no_posting")],
    "not-text.txt": [(1, "-", "not_text")],
    "one-line.txt": [(1, "-", "one_line")],
    "trailing-comma.html": [(1, "-", "json_file")],
    "truncated.jsonl": [(2, "-", "json_invalid")],
    "unknown-column.csv": [(1, "timer_maks", "unknown_column")],
}


def test_every_bad_fixture_is_known():
    assert {p.name for p in (FIXTURES / "bad").iterdir()} == set(BAD)


@pytest.mark.parametrize("name", BAD)
def test_what_is_bad_is_refused_by_row_field_and_reason_and_the_good_rows_come(name):
    records = list((candidates if name.startswith("candidates") else vacancies)([FIXTURES / "bad" / name]))
    assert [(r.row, r.field, r.code) for r in records if isinstance(r, Refusal)] == BAD[name]
    good = sum(not isinstance(r, Refusal) for r in records)
    assert good == {"bad-rows.csv": 1, "candidates.csv": 1, "trailing-comma.html": 1, "truncated.jsonl": 1}.get(name, 0)


@pytest.mark.parametrize("suffix", [s for s, read in FORMATS.items() if read is not jsonl.rows])
@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused_unless_it_is_json_lines(file, suffix, content):
    [refusal] = vacancies([file(content, f"empty{suffix}")])
    assert (refusal.row, refusal.code) == (1, "empty_file")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_binary_file_is_refused(file, suffix):
    content = bytes(range(256)) * 100
    assert all(isinstance(r, Refusal) for r in read_all(file(content, f"picture{suffix}")))
    assert list(vacancies([file(content, f"picture{suffix}")]))


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("sign", ["[", '{"a":', '{"@graph":[', "<div>", '"', ";", "("])
def test_deep_nesting_is_refused_or_read_and_never_a_crash(file, suffix, sign):
    assert read_all(file(sign * 10_000, f"deep{suffix}"))


def test_a_page_with_deep_data_in_it_is_refused(file):
    page = '<script type="application/ld+json">' + '{"@type": "JobPosting", "title": ' + "[" * 10_000 + "</script>"
    assert [r.code for r in vacancies([file(page, "deep.html")])] == ["json_file"]


LONG = "Vi søger en kok. " * 300_000
ENDLESS = {
    "ad.txt": f"Kok\n{LONG}",
    "ad.csv": f"titel;beskrivelse\nKok;{LONG}\n",
    "ad.jsonl": json.dumps({"id": "a", "title": "Kok", "description": LONG}),
    "ad.json": json.dumps([{"jobAdId": "a", "title": "Kok", "description": f"<p>{LONG}</p>"}]),
    "ad.jsonld": json.dumps({"@type": "JobPosting", "title": "Kok", "description": LONG}),
    "page.html": '<script type="application/ld+json">'
    + json.dumps({"@type": "JobPosting", "title": "Kok", "description": f"<p>{LONG}{LONG}"})
    + "</script>",
    "comment.json": json.dumps([{"jobAdId": "a", "title": "Kok", "description": "<!--" * 1_250_000}]),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_an_ad_of_five_megabytes_is_refused_with_its_length(file, name):
    [refusal] = vacancies([file(ENDLESS[name], name)])
    assert (refusal.code, refusal.allowed["most"]) == ("too_long", LONGEST_AD)


def test_a_reference_to_a_character_of_5000_digits_is_left_out(file):
    ad = {"jobAdId": "a", "title": "Kok", "description": "Vi søger &#" + "1" * 5000 + "; en kok"}
    [vacancy] = vacancies([file(json.dumps([ad]), "ad.json")])
    assert vacancy.description == "Vi søger en kok"


def test_a_header_of_many_columns_of_one_name_is_refused_column_by_column(file):
    refusals = list(vacancies([file("titel;beskrivelse" + ";titel" * 20_000 + "\n", "ark.csv")]))
    assert len(refusals) == 20_000
    assert {(r.code, r.allowed["other"]) for r in refusals} == {("same_column", "titel")}


def test_a_file_too_large_to_be_held_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert [r.code for r in vacancies([path])] == ["file_size"]


def test_a_file_of_an_unknown_kind_is_refused_with_the_known_ones(file):
    [refusal] = vacancies([file("Hej", "brev.docx")])
    assert ".csv" in refusal.said("da")


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ('{"id": "a", "title": "Kok", "description": "x"}\n{"id": "b", "title": "Kok", "description": "x"}', "Kok"),
        ('[{"id": "a", "title": "Kok", "description": "x"}]', "Kok"),
        ('{\n"jobAdId": "a", "title": "Kok", "description": "x"}', "Kok"),
        (
            '<script type="application/ld+json">{"@type": "JobPosting", "title": "Kok", "description": "x"}</script>',
            "Kok",
        ),
    ],
)
def test_a_file_whose_name_does_not_say_is_known_by_its_content(file, content, title):
    assert next(iter(vacancies([file(content, "feed")]))).title == title


def test_json_lines_under_another_name_are_read_all_the_same(file):
    lines = '{"id": "a", "title": "Kok", "description": "x"}\n{"id": "b", "title": "Kok", "description": "x"}\n'
    assert [r.id for r in vacancies([file(lines, "feed.json")])] == ["a", "b"]


def test_a_text_inside_a_list_is_no_record(file):
    [refusal] = vacancies([file(['{"id": "a", "title": "Kok", "description": "x"}'], "feed.json")])
    assert refusal.code == "model_type"


@pytest.mark.parametrize("name", ["side.html", "annonce.txt"])
def test_candidates_are_not_read_from_pages_or_texts(file, name):
    [refusal] = candidates([file("hemmeligheden\nhemmeligt", name)])
    assert refusal.code == "candidate_format"
    assert "hemmelig" not in refusal.said("da")


def test_candidates_as_a_json_list(file):
    first, refusal, last = candidates([file([{"id": "a"}, {"id": "b", "goal": "kok"}, {"id": "c"}], "people.json")])
    assert (first.id, last.id) == ("a", "c")
    assert (refusal.row, refusal.field, refusal.code) == (2, "goal", "extra_forbidden")


def test_jobnets_ads_are_no_candidates(file):
    assert {r.code for r in candidates([file({"jobAds": [{"jobAdId": "a", "title": "x"}]}, "people.json")])} == {
        "missing",
        "extra_forbidden",
    }


def test_the_same_id_in_two_formats_is_refused_with_the_file_of_the_first(file):
    first = file('{"id": "a", "title": "Kok", "description": "x"}', "first.jsonl")
    second = file("id;titel;beskrivelse\na;Kok;x\n", "second.csv")
    [_, refusal] = vacancies([first, second])
    assert "samme id som række 1 i" in refusal.said("da")
    assert "first.jsonl" in refusal.said("da")


@pytest.mark.parametrize("suffix", ["", ".csv", ".json"])
def test_a_folder_is_a_problem_that_says_so(tmp_path, suffix):
    folder = tmp_path / f"folder{suffix}"
    folder.mkdir()
    with pytest.raises(Problem, match="a folder; expected a file"):
        list(vacancies([folder]))


def test_a_link_to_itself_cannot_be_read(tmp_path):
    loop = tmp_path / "loop.csv"
    loop.symlink_to(loop)
    with pytest.raises(Problem, match=r"loop\.csv: cannot be read"):
        list(vacancies([loop]))


@pytest.mark.parametrize("suffix", [".jsonl", ".json", ".csv", ".html", ".txt"])
def test_a_missing_file_is_a_problem_in_every_format(tmp_path, suffix):
    with pytest.raises(Problem, match="no such file"):
        list(vacancies([tmp_path / f"nowhere{suffix}"]))


@pytest.fixture
def not_root():
    """For root, who may read everything, the test runs as nobody."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    yield
    os.seteuid(0)


def test_a_file_that_may_not_be_read_is_a_problem_that_says_so(file, request):
    path = file("", "closed.csv")
    path.chmod(0)
    request.getfixturevalue("not_root")
    with pytest.raises(Problem, match="you have no permission to read it"):
        list(vacancies([path]))


def test_the_command_line_reads_every_format_at_once_and_refuses_without_a_traceback(tmp_path):
    files = [p for folder in ("feeds", "bad") for p in sorted((FIXTURES / folder).iterdir())]
    files = [str(p) for p in files if not p.name.startswith("candidates")]
    command = [*COMMAND, "read", *files]
    result = subprocess.run([*command, "--out", tmp_path / "facts.jsonl"], capture_output=True, text=True)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert len((tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()) == 19 + 3


def test_every_reason_to_refuse_has_its_words():
    codes = set()
    for path in Path(feeds.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fault" and len(node.args) > 2:
                constants = [n.value for n in ast.walk(node.args[2]) if isinstance(n, ast.Constant)]
                codes.update(c for c in constants if isinstance(c, str))
    assert len(codes) > 12
    assert {f"wrong.{code}" for code in codes} <= set(PHRASES)


# --- properties ------------------------------------------------------------------------------------------------------

names = st.sampled_from(
    [
        "@type",
        "@graph",
        "@context",
        "title",
        "description",
        "identifier",
        "url",
        "jobLocation",
        "address",
        "postalCode",
        "addressCountry",
        "hiringOrganization",
        "name",
        "value",
        "employmentType",
        "workHours",
        "validThrough",
        "datePosted",
        "jobAds",
        "jobAdId",
        "id",
        "body",
        "job",
        "application",
        "employer",
        "type",
        "applicationDeadline",
        "workHourMax",
        "jobAnnouncementTypeName",
        "country",
        "shifts",
        "driversLicenses",
        "JobPositionPosting",
        "ApplicationDetails",
        "WorkHours",
        "HiringOrgName",
        "constraints",
        "goals",
        "stated",
        "\x00",
        "\u2028",
    ]
)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        [
            "JobPosting",
            "2026-12-03",
            "0001-01-01T00:00:00",
            "8700",
            "<p>x</p>",
            "&lt;b&gt;",
            "DK",
            "9999-12-31T23:59:59Z",
            "0001-01-01T00:00:00Z",
            "2026-13-45T99:00:00Z",
            "TELECOMMUTE",
        ]
    ),
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=8), max_leaves=25
)


@given(values, st.sampled_from([".json", ".html", ".jsonl"]))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_whatever_json_a_file_holds_it_gives_records_or_refusals(tmp_path_factory, value, suffix):
    path = tmp_path_factory.mktemp("feed") / f"any{suffix}"
    text = json.dumps(value)
    path.write_text(f'<script type="application/ld+json">{text}</script>' if suffix == ".html" else text)
    read_all(path)


@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(st.sampled_from('id;titel,beskrivelse\t"\n\r|<>{}[]:æ\x00\ufeff1-.'), max_size=80).map(str.encode),
        st.text(max_size=60).map(lambda t: f"id;titel;beskrivelse;timer_max;sprog\n{t}".encode("utf-8", "replace")),
        st.text(max_size=60).map(lambda t: f"id;ønsker;timer_max;sprog\n{t}".encode("utf-16", "replace")[:-1]),
        st.binary(max_size=60).map(lambda b: b"id;titel;beskrivelse;frist\n" + b),
    ),
    st.sampled_from(SUFFIXES),
)
@settings(derandomize=True, deadline=None, max_examples=600)
def test_whatever_bytes_a_file_holds_it_gives_records_or_refusals(tmp_path_factory, content, suffix):
    path = tmp_path_factory.mktemp("feed") / f"any{suffix}"
    path.write_bytes(content)
    read_all(path)
