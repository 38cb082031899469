"""CSV as Danish spreadsheets write it, of vacancies and of candidates."""

import datetime
import itertools
import tracemalloc

import pytest
from sizes import size

from matcher.feeds import Refusal, candidates, table, vacancies
from matcher.schema import Candidate, Vacancy

HEADER = "id;titel;beskrivelse"


def sheet(*rows, header=HEADER):
    return "\n".join([header, *rows, ""])


@pytest.fixture
def people(file):
    """The candidates and refusals of a table."""
    return lambda content: list(candidates([file(content, "people.csv")]))


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_cells_are_separated_by_semicolon_comma_or_tab(one, separator, end):
    ad = one(end.join([HEADER, "v1;Kok;Vi søger en kok", ""]).replace(";", separator), "ads.csv")
    assert (ad.id, ad.title, ad.description) == ("v1", "Kok", "Vi søger en kok")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_danish_letters_are_read_in_the_encodings_that_spreadsheets_write(one, encoding):
    content = sheet("v1;Køkkenhjælp på Århus Ø – nu;æøå").encode(encoding)
    assert one(content, "ads.csv").title == "Køkkenhjælp på Århus Ø – nu"


@pytest.mark.parametrize("first", ["sep=;\n", "sep=;\r\n", "\ufeffsep=;\n"])
def test_excels_own_word_about_the_separator_is_no_header(read, first):
    [ad, refusal] = read(first + sheet("v1,5;Kok;x", "v2;;y"), "ads.csv")
    assert ad.id == "v1,5"
    assert refusal.row == 4


def test_a_quoted_cell_may_have_separators_line_breaks_and_quotes_in_it(one):
    assert one(sheet('v1;Kok;"Vi søger;\r\nen ""glad"" kok"'), "ads.csv").description == 'Vi søger;\nen "glad" kok'


def test_rows_are_counted_as_a_spreadsheet_counts_them(refused):
    content = sheet('v1;Kok;"en\nto\ntre"', "", ";;", "v2;;x")
    assert refused(content, "ads.csv") == [(5, "titel", "missing")]


@pytest.mark.parametrize(
    "header",
    [
        "id;titel;beskrivelse;frist",
        "ID;Titel;Beskrivelse;Frist",
        " id ; TITEL;beskrivelse ;Ansøgningsfrist",
        "id;title;description;deadline",
        "id;overskrift;tekst;ansoegningsfrist",
        '"id";"titel";"beskrivelse";"frist"',
    ],
)
def test_columns_have_danish_or_english_names(one, header):
    assert one(sheet("v1;Kok;x;2026-12-03", header=header), "ads.csv").deadline == datetime.date(2026, 12, 3)


@pytest.mark.parametrize(
    "written",
    [
        "2026-12-03",
        "3-12-2026",
        "03-12-2026",
        "3.12.2026",
        "03/12/2026",
        "3/12-2026",
        "03-12-2026 12:00",
        "2026-12-03 12:00:00",
    ],
)
def test_a_date_is_iso_or_danish(one, written):
    ad = one(sheet(f"v1;Kok;x;{written}", header=HEADER + ";frist"), "ads.csv")
    assert ad.deadline == datetime.date(2026, 12, 3)


def test_every_column_of_a_vacancy(one):
    header = (
        "nummer;titel;beskrivelse;sprog;arbejdsgiver;postnr;kommune;skiftende arbejdssted;link;kilde;opslået;"
        "frist;timer min;timer_max;fuldtid;tider;ansættelsesform;kørekort"
    )
    row = "v1;Kok;x;da;Kroen;800;Horsens;nej;https://example.org;avis;1.11.2026;3.12.2026;7,5;15;Nej;weekend|Aften;ordinær;B|C"
    assert one(sheet(row, header=header), "ads.csv").model_dump(mode="json", exclude={"corrected"}) == {
        "id": "v1",
        "title": "Kok",
        "description": "x",
        "language": "da",
        "employer": "Kroen",
        "postcode": "0800",
        "municipality": "Horsens",
        "no_fixed_workplace": False,
        "url": "https://example.org",
        "source": "avis",
        "published": "2026-11-01",
        "deadline": "2026-12-03",
        "stated": {
            "weekly_hours_min": 7.5,
            "weekly_hours_max": 15,
            "full_time": False,
            "times": ["weekend", "evening"],
            "employment": "ordinary",
            "licences": ["B", "C"],
        },
    }


def test_every_column_of_a_candidate(people):
    header = (
        "id;interesser;kompetencer;ønsker;nej til;timer min;timer ideal;timer max;timer kan aftales;ikke tider;"
        "postnr;"
        "transport minutter;transport;mødetid tidligst;slutter senest;ikke ugedage;kun ugedage;højst dage;"
        "mindst dage;kan begynde;kørekort;beviser;sprog;ansættelsesformer;ikke arbejdsgivere;undgå;helst;"
        "aldrig"
    )
    row = (
        'k1;"dyr\nplanter";Har passet heste;staldhjælper|gartner;rengøring;6;10,5;12;ja;nat|tidlig morgen;8700;30;'
        "cykel|bus;"
        "9.00;14.30;onsdag|fre;hverdage;3 dage;2;4.1.2027;B;hygiejnebevis;dansk: flydende|en=basic;"
        "ordinær|elev- eller læreplads;Kroen;noise;routine|outdoors;telefon|heights"
    )
    [person] = people(sheet(row, header=header))
    assert person.model_dump(mode="json", exclude_none=True) == {
        "id": "k1",
        "interests": ["dyr", "planter"],
        "competencies": ["Har passet heste"],
        "goals": ["staldhjælper", "gartner"],
        "not_work": ["rengøring"],
        "constraints": {
            "weekly_hours": {"min": 6, "ideal": 10.5, "max": 12, "negotiable": True},
            "not_times": ["night", "early_morning"],
            "postcode": "8700",
            "max_travel_minutes": 30,
            "travel_modes": ["bike", "public"],
            "earliest_start": "09:00",
            "latest_end": "14:30",
            "weekdays": {
                "not": ["wednesday", "friday"],
                "max_days": 3,
                "min_days": 2,
                "only": ["monday", "tuesday", "wednesday", "thursday", "friday"],
            },
            "available_from": "2027-01-04",
            "licences": ["B"],
            "certificates": ["hygiejnebevis"],
            "languages": {"da": "fluent", "en": "basic"},
            "accept_employment": ["ordinary", "apprenticeship"],
            "exclude_employers": ["Kroen"],
            "avoid": ["noise"],
            "wish": ["routine", "outdoors"],
            "never": ["phone", "heights"],
        },
    }


NOT_OF_A_FEED = "corrected."  # what people put right where the ad is read


def fields(model, path=""):
    for name, field in model.model_fields.items():
        kinds = [field.annotation, *getattr(field.annotation, "__args__", ())]
        inner = next((kind for kind in kinds if hasattr(kind, "model_fields")), None)
        written = field.alias or name
        yield from fields(inner, f"{path}{written}.") if inner else [f"{path}{written}"]


@pytest.mark.parametrize(("model", "columns"), [(Vacancy, table.VACANCY), (Candidate, table.CANDIDATE)])
def test_every_field_of_a_record_has_a_column_and_no_name_means_two(model, columns):
    assert set(columns) == {name for name in fields(model) if not name.startswith(NOT_OF_A_FEED)}
    names = [table._plain(name) for _, names in columns.values() for name in names.split()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("mandag", "monday"),
        ("Man. og ons.", "monday wednesday"),
        ("mandage, torsdage", "monday thursday"),
        ("om onsdagen", "wednesday"),
        ("hver fredag", "friday"),
        ("Mon/Tue", "monday tuesday"),
        ("weekend", "saturday sunday"),
        ("weekender|tirs", "saturday sunday tuesday"),
        ("hverdage", "monday tuesday wednesday thursday friday"),
        ("tor-lør", "thursday friday saturday"),
        ("tirsdag til og med torsdag", "tuesday wednesday thursday"),
        ("søn–man", "sunday monday"),
        ("onsdag|onsdag", "wednesday"),
        ("wednesday", "wednesday"),
    ],
)
def test_days_of_the_week_are_read_as_people_write_them(people, cell, days):
    [person] = people(sheet(f"k1;{cell}", header="id;ikke_ugedage"))
    assert person.constraints.weekdays.without == tuple(days.split())


@pytest.mark.parametrize("cell", ["påske", "mandag, påske", "2 dage", "hver anden mandag", "mandag-påske", "to"])
def test_what_is_no_day_of_the_week_is_refused_and_no_limit_is_guessed(people, cell):
    refusals = people(sheet(f"k1;{cell}", header="id;kun_ugedage"))
    assert {(r.row, r.field.partition(".")[0]) for r in refusals} == {(2, "kun_ugedage")}


@pytest.mark.parametrize(
    ("header", "cells", "field", "code"),
    [
        ("postnr", "9999", "postnr", "unknown_postcode"),
        ("mødetid_tidligst;slutter_senest", "14.00;9.00", "slutter_senest", "day_order"),
        ("ikke_ugedage;mindst_dage", "man-ons;5", "ikke_ugedage", "days_left"),
        ("kun_ugedage;mindst_dage", "mandag;2", "kun_ugedage", "days_left"),
        ("ikke_ugedage", "hverdage|weekend", "ikke_ugedage", "days_left"),
        ("højst_dage", "8", "højst_dage", "less_than_equal"),
        ("aldrig", "hekse", "aldrig.0", "literal_error"),
    ],
)
def test_a_limit_that_nothing_can_meet_is_refused_by_its_columns_name(people, header, cells, field, code):
    refusal, person = people(sheet(f"k1;{cells}", "k2", header=f"id;{header}"))
    assert (refusal.row, refusal.field, refusal.code, person.id) == (2, field, code, "k2")


def test_days_that_are_just_enough_are_taken(people):
    header = "id;postnr;ikke ugedage;mindst dage;mødetid tidligst;slutter senest"
    [person] = people(sheet("k1;8700;man-ons;4;9.00;9.30", header=header))
    assert len(person.constraints.weekdays.possible) == 4


def test_an_empty_cell_is_unknown(people):
    [person] = people(sheet("k1;;; ;", header="id;interesser;timer_max;kørekort;mødetid_tidligst"))
    assert person == Candidate(id="k1")


@pytest.mark.parametrize(("cell", "licences"), [("", None), ("ingen", ()), ("None", ()), ("B|BE", ("B", "BE"))])
def test_no_licence_is_said_and_an_empty_cell_says_nothing(people, cell, licences):
    [person] = people(sheet(f"k1;{cell}", header="id;kørekort"))
    assert person.constraints.licences == licences


def test_an_ad_without_an_id_column_gets_an_id_from_its_text(read):
    first, second = read(sheet("Kok;x", "Smed;x", header="titel;beskrivelse"), "ads.csv")
    assert first.id != second.id
    assert read(sheet("Kok;x", header="titel;beskrivelse"), "ads.csv")[0].id == first.id


def test_an_empty_id_cell_is_refused(refused):
    assert refused(sheet(";Kok;x"), "ads.csv") == [(2, "id", "missing")]


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("postnr", "87", "postcode"),
        ("frist", "31-02-2026", "date_from_datetime_parsing"),
        ("frist", "3-12-26", "iso_date"),
        ("timer_min", "mange", "float_type"),
        ("timer_max", "169", "less_than_equal"),
        ("fuldtid", "måske", "bool_type"),
        ("ansættelsesform", "x", "literal_error"),
    ],
)
def test_a_cell_that_is_not_understood_is_refused_by_the_columns_own_name_and_the_rest_is_read(
    read, column, cell, code
):
    refusal, ad = read(sheet(f"v1;Kok;x;{cell}", "v2;Smed;x;", header=f"{HEADER};{column.capitalize()}"), "ads.csv")
    assert (refusal.row, refusal.field, refusal.code) == (2, column.capitalize(), code)
    assert ad.id == "v2"


def test_an_unknown_column_is_named_once_and_no_row_is_read_without_it(read):
    [refusal] = read(sheet("v1;Kok;x;12", "v2;Smed;x;12", header=HEADER + ";timer_maks"), "ads.csv")
    assert (refusal.row, refusal.field, refusal.code) == (1, "timer_maks", "unknown_column")
    assert "timer_max" in refusal.said("da")


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("id;titel;tittel", [(1, "beskrivelse", "missing_column"), (1, "tittel", "unknown_column")]),
        ("id;titel;beskrivelse;Tekst", [(1, "Tekst", "same_column")]),
        ("v1;Kok;Vi søger en kok", [(1, "-", "no_header")]),
        ("{}", [(1, "-", "no_header")]),
    ],
)
def test_a_header_that_is_not_understood(refused, header, told):
    assert refused(sheet("v1;Kok;x", header=header), "ads.csv") == told


def test_a_table_of_people_without_a_header_is_refused_without_repeating_a_word_of_it(people):
    [refusal] = people("k1;hemmeligheden;12\nk2;andet;14\n")
    assert refusal.code == "no_header"
    assert "hemmeligheden" not in repr(refusal) + refusal.said("da")


def test_a_refusal_never_repeats_a_persons_cell(people):
    header = "id;ønsker;timer_max;ikke_tider;postnr;kan_begynde;sprog;transport;mødetid_tidligst;timer_kan_aftales"
    secret = "hemmeligheden 010190-1234"
    rows = [";".join(["k1", *[""] * n, secret, *[""] * (8 - n)]) for n in range(9)]
    refusals = people(sheet(*rows, header=header))
    assert {r.row for r in refusals} == set(range(2, 11))
    for refusal in refusals:
        for said in (repr(refusal), refusal.said("da"), refusal.said("en")):
            assert "hemmelig" not in said
            assert "010190" not in said


@pytest.mark.parametrize("row", ["v1;Kok;Vi søger; en kok", "v1;Kok;Vi søger en kok;"])
def test_a_row_with_more_cells_than_columns_is_refused_and_never_shifted(refused, row):
    assert refused(sheet(row), "ads.csv") == [(2, "-", "more_cells")]


def test_empty_columns_without_a_name_are_no_matter(one):
    assert one(sheet("v1;Kok;x;;", header=HEADER + ";;"), "ads.csv").id == "v1"


def test_a_row_with_fewer_cells_leaves_the_rest_unknown(one):
    assert one(sheet("v1;Kok;x", header=HEADER + ";frist;postnr"), "ads.csv").deadline is None


@pytest.mark.parametrize("cell", ['"Vi søger" en kok', '"Vi søger'])
def test_quotation_marks_that_do_not_fit_are_refused_with_the_lines_they_took(read, cell):
    records = read(sheet("v0;Kok;x", f"v1;Kok;{cell}"), "ads.csv")
    assert records[0].id == "v0"
    assert (records[1].row, records[1].code, records[1].allowed) == (3, "quotes", {"first": 3, "last": 3})


def test_a_broken_quote_does_not_stop_the_rest(read):
    records = read(sheet('v1;Kok;"Vi søger" en kok', "v2;Smed;x"), "ads.csv")
    assert [isinstance(r, Refusal) for r in records] == [True, False]


def test_a_broken_byte_in_a_table_in_utf_8_costs_its_row_and_no_other(read):
    content = sheet("v1;Køkken;x", "v2;K@kken;x", "v3;Ål;x").encode().replace(b"@", b"\xf8")
    records = read(content, "ads.csv")
    assert [r.title for r in records if not isinstance(r, Refusal)] == ["Køkken", "Ål"]
    assert [(r.row, r.field, r.code) for r in records if isinstance(r, Refusal)] == [(3, "titel", "string_unicode")]


def test_the_same_id_twice_is_refused_with_the_row_of_the_first(read):
    [_, refusal] = read(sheet("v1;Kok;x", "v1;Smed;x"), "ads.csv")
    assert refusal.said("da").endswith("række 3: id: samme id som række 2")


@pytest.mark.slow
def test_a_large_table_is_read_row_by_row_in_little_memory(tmp_path):
    path, rows = tmp_path / "large.csv", size(20_000, 60_000)
    ad = "Vi søger en kok til køkkenet. " * 20
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER + ";postnr;frist;timer_min;tider\n")
        file.writelines(f"v{n};Kok;{ad};8700;3.12.2026;7,5;aften\n" for n in range(rows))
    assert path.stat().st_size > 600 * rows
    tracemalloc.start()
    count = sum(1 for _ in itertools.islice(table.rows(path, Vacancy), rows // 2))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == rows // 2
    assert peak < 5_000_000 < 600 * count  # a block of the file and one row
    assert sum(isinstance(r, Vacancy) for r in vacancies([path])) == rows
