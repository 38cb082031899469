"""Files to records: the good rows come, the bad ones are listed with file, row and field, and never repeated."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.feeds import Refusal, candidates, vacancies
from matcher.phrases import Problem
from matcher.schema import Candidate, Vacancy

GOOD = '{"id": "c1", "goals": ["opvasker"]}'
SECRET = "hemmeligheden"


@pytest.fixture
def file(tmp_path):
    """A file with that content, text or bytes."""

    def make(content, name="candidates.jsonl"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


def ids(records):
    return [r.id for r in records if not isinstance(r, Refusal)]


def refusals(records):
    return [(r.row, r.field, r.code) for r in records if isinstance(r, Refusal)]


def test_candidates_and_vacancies_are_read_row_by_row_in_order(file):
    people = file('{"id": "c2"}\n{"id": "c1"}\n')
    ads = file('{"id": "v1", "title": "Opvasker", "description": "Vi vasker op"}\n', "ads.jsonl")
    assert list(candidates([people])) == [Candidate(id="c2"), Candidate(id="c1")]
    assert list(vacancies([ads])) == [Vacancy(id="v1", title="Opvasker", description="Vi vasker op")]


def test_a_bad_row_is_listed_with_file_row_and_field_and_the_good_rows_still_come(file):
    path = file(f'{GOOD}\n{{"id": "c2", "constraints": {{"weekly_hour": {{"max": 12}}}}}}\n{{"id": "c3"}}\n')
    records = list(candidates([path]))
    assert ids(records) == ["c1", "c3"]
    [refusal] = [r for r in records if isinstance(r, Refusal)]
    assert (refusal.file, refusal.row, refusal.field) == (path, 2, "constraints.weekly_hour")
    assert refusal.said("da") == f"{path}: række 2: constraints.weekly_hour: ukendt felt"
    assert refusal.said("en") == f"{path}: row 2: constraints.weekly_hour: unknown field"


def test_everything_wrong_with_a_row_is_listed_at_once(file):
    path = file('{"goal": ["x"], "interests": "x", "constraints": {"postcode": 8700}}')
    assert refusals(candidates([path])) == [
        (1, "id", "missing"),
        (1, "interests", "tuple_type"),
        (1, "constraints.postcode", "string_type"),
        (1, "goal", "extra_forbidden"),
    ]


@pytest.mark.parametrize(
    ("line", "field", "code"),
    [
        ("[]", "-", "model_type"),
        ('[{"id": "c1"}]', "-", "model_type"),
        ("3", "-", "model_type"),
        ('"c1"', "-", "model_type"),
        ("null", "-", "model_type"),
        ("{", "-", "json_invalid"),
        ('{"id": "c1"', "-", "json_invalid"),
        ('{"id": "c1",}', "-", "json_invalid"),
        ("{'id': 'c1'}", "-", "json_invalid"),
        ('{"id": "c1"} {"id": "c2"}', "-", "json_invalid"),
        ("id,goals", "-", "json_invalid"),
        ("[" * 10_000, "-", "json_invalid"),
        ('{"id": "c1", "goals": ["\\ud800"]}', "-", "json_invalid"),
        ("\0", "-", "json_invalid"),
        ("{}", "id", "missing"),
        ('{"id": 1}', "id", "string_type"),
        ('{"id": ""}', "id", "string_too_short"),
        ('{"id": null}', "id", "missing"),
        ('{"id": "c", "constraints": {"weekly_hours": {"max": NaN}}}', "constraints.weekly_hours.max", "finite_number"),
        (
            f'{{"id": "c", "constraints": {{"max_travel_minutes": {"9" * 400}}}}}',
            "constraints.max_travel_minutes",
            "less_than_equal",
        ),
    ],
)
def test_whatever_stands_on_a_row_it_is_refused_and_the_next_row_is_read(file, line, field, code):
    records = list(candidates([file(f"{line}\n{GOOD}\n")]))
    assert refusals(records) == [(1, field, code)]
    assert ids(records) == ["c1"]


def test_a_byte_order_mark_first_in_the_file_is_no_part_of_the_row(file):
    assert ids(candidates([file(b"\xef\xbb\xbf" + GOOD.encode())])) == ["c1"]


def test_a_byte_order_mark_first_in_each_of_two_files_is_no_part_of_the_row(file):
    paths = [file(b'\xef\xbb\xbf{"id": "c%d"}' % n, f"{n}.jsonl") for n in (1, 2)]
    assert ids(candidates(paths)) == ["c1", "c2"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_rows_may_end_as_on_any_machine(file, end):
    assert ids(candidates([file(end.join([GOOD, '{"id": "c2"}', ""]))])) == ["c1", "c2"]


def test_the_last_row_needs_no_end(file):
    assert ids(candidates([file(f'{GOOD}\n{{"id": "c2"}}')])) == ["c1", "c2"]


def test_empty_lines_hold_nothing_but_count_as_rows(file):
    records = list(candidates([file(f"\n{GOOD}\n\n   \r\n\t\n{{}}\n")]))
    assert ids(records) == ["c1"]
    assert refusals(records) == [(6, "id", "missing")]


@pytest.mark.parametrize("content", ["", "\n\n", "   ", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_a_file_with_nothing_in_it_gives_nothing(file, content):
    assert list(candidates([file(content)])) == []


def test_a_row_that_is_not_utf_8_is_refused_as_such_and_the_next_is_read(file):
    bad = '{"id": "c0", "goals": ["køkken"]}'.encode("latin-1")
    records = list(candidates([file(bad + b"\n" + GOOD.encode())]))
    assert ids(records) == ["c1"]
    [refusal] = [r for r in records if isinstance(r, Refusal)]
    assert (refusal.row, refusal.said("da")) == (1, f"{refusal.file}: række 1: -: ikke UTF-8")


def test_a_file_in_another_encoding_gives_refusals_and_no_crash(file):
    records = list(candidates([file(f"{GOOD}\n{GOOD}\n".encode("utf-16"))]))
    assert ids(records) == []
    assert refusals(records)


def test_danish_letters_and_line_separators_inside_a_text_are_kept(file):
    text = "rødgrød\u2028med\u0085fløde\x0b\x1c."
    path = file(json.dumps({"id": "c1", "goals": [text]}, ensure_ascii=False) + "\n")
    [record] = candidates([path])
    assert record.goals == (text,)


def test_an_id_that_was_seen_is_refused_and_the_first_is_kept(file):
    path = file(f'{GOOD}\n{{"id": "c2"}}\n{{"id": "c1", "goals": ["gartner"]}}\n')
    records = list(candidates([path]))
    assert [r for r in records if isinstance(r, Candidate)] == [
        Candidate(id="c1", goals=("opvasker",)),
        Candidate(id="c2"),
    ]
    [refusal] = [r for r in records if isinstance(r, Refusal)]
    assert refusal.said("en") == f"{path}: row 3: id: same id as row 1"


def test_an_id_that_was_refused_is_not_seen(file):
    path = file(f'{{"id": "c1", "nope": 1}}\n{GOOD}\n')
    assert ids(candidates([path])) == ["c1"]


def test_an_id_that_was_seen_in_another_file_is_refused_with_that_files_name(file):
    first, second = file(f"\n\n{GOOD}", "first.jsonl"), file(GOOD, "second.jsonl")
    records = list(candidates([first, second]))
    assert ids(records) == ["c1"]
    [refusal] = [r for r in records if isinstance(r, Refusal)]
    assert (refusal.file, refusal.row) == (second, 1)
    assert "first.jsonl" in refusal.said("en")


def test_a_missing_file_is_a_problem_that_names_it(tmp_path):
    with pytest.raises(Problem) as caught:
        list(candidates([tmp_path / "nope.jsonl"]))
    assert caught.value.said("en") == f"{tmp_path / 'nope.jsonl'}: no such file"


def test_a_folder_is_a_problem_that_names_it(tmp_path):
    with pytest.raises(Problem) as caught:
        list(vacancies([tmp_path]))
    assert str(tmp_path) in caught.value.said("da")


def test_no_files_give_no_records():
    assert list(vacancies([])) == []


def test_a_file_is_read_one_row_at_a_time(file):
    """A caller that stops early has not paid for the rest."""
    records = candidates([file(f"{GOOD}\n" + "{}\n" * 1000)])
    assert next(records).id == "c1"
    records.close()


@pytest.mark.parametrize(
    "line",
    [
        f'{{"id": "c1", "goals": "{SECRET}"}}',
        f'{{"id": "c1", "goals": [["{SECRET}"]]}}',
        f'{{"id": "c1", "goals": ["{SECRET}',
        f'{{"id": "c1", "goals": ["{SECRET} 010203-1234"]}}',
        f'{{"id": "c1", "constraints": "{SECRET}"}}',
        f'{{"id": "c1", "constraints": {{"not_times": ["{SECRET}"], "postcode": "{SECRET}"}}}}',
        f'{{"id": "c1", "constraints": {{"languages": {{"da": "{SECRET}"}}}}}}',
        f'{{"id": "c1", "constraints": {{"available_from": "{SECRET}", "earliest_start": "{SECRET}"}}}}',
        f'{{"id": "c1", "constraints": {{"weekly_hours": {{"max": "{SECRET}"}}}}}}',
        f"{SECRET}",
        f'"{SECRET}"',
        f'{{"{SECRET}',
    ],
)
def test_a_refusal_never_repeats_the_row(file, line):
    found = [r for r in candidates([file(line)]) if isinstance(r, Refusal)]
    assert found
    for refusal in found:
        assert SECRET not in repr(refusal)
        assert SECRET not in refusal.said("da") + refusal.said("en")
        assert "010203" not in refusal.said("da")


def test_a_cpr_number_is_refused_without_being_repeated(file):
    lines = [
        '{"id": "c1", "interests": ["dyr", "mit nummer er 010203-1234"]}',
        '{"id": "010203-1234"}',
        '{"id": "c3", "010203-1234": 1}',
        '{"id": "c4", "constraints": {"languages": {"010203-1234": "good"}}}',
    ]
    records = list(candidates([file("\n".join(lines))]))
    assert ids(records) == []
    assert [r.row for r in records] == [1, 2, 3, 4]
    assert records[0].said("da").endswith("interests.1: et CPR-nummer må ikke stå her; fjern det")
    assert not any("010203" in r.said(language) for r in records for language in ("da", "en"))


def test_a_field_that_is_wrong_in_kind_is_told_once(file):
    """One slip gives one line: a list whose only entry is refused is not also called too short."""
    path = file('{"id": "c1", "constraints": {"accept_employment": ["job"]}}')
    assert refusals(candidates([path])) == [(1, "constraints.accept_employment.0", "literal_error")]


@given(st.lists(st.binary(max_size=40), max_size=5))
@settings(derandomize=True, deadline=None)
def test_whatever_bytes_a_file_holds_every_row_is_read_or_refused(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("feed") / "any.jsonl"
    path.write_bytes(b"\n".join([GOOD.encode(), *lines]))
    records = list(candidates([path]))
    assert records[0] == Candidate(id="c1", goals=("opvasker",))
    rows = path.read_bytes().split(b"\n")
    told = {r.row for r in records if isinstance(r, Refusal)}
    assert told == {n for n, row in enumerate(rows, start=1) if n > 1 and row.strip()}
    for refusal in records[1:]:
        assert refusal.said("da")
        assert refusal.said("en")
