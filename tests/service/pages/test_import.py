"""The caseload from a spreadsheet: every row is seen before anything is saved, and what is wrong is told."""

import pytest
from lxml import html
from places import NUMBERS
from sqlalchemy import select

from service.store import Candidate

pytestmark = pytest.mark.slow

HEAD = "kaldenavn;ønsker;timer_max;postnr;ikke_tider"


def send(site, file=None, who="consultant", **fields):
    """What a browser gets that sends the form, with a file or without."""
    someone = getattr(site, who)
    files = {"file": ("kandidater.csv", file, "text/csv")} if file else None
    return someone.client.post(
        "/candidates/import",
        data={"csrf": someone.headers["X-CSRF-Token"]} | fields,
        files=files,
        headers={"Accept": "text/html"},
        follow_redirects=False,
    )


def cells(answer):
    """The rows of the tables of a page, as one reads them."""
    rows = html.fromstring(answer.text).xpath("//tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def labels(site):
    """What all candidates are called."""
    with site.app.state.service.store.reading() as db:
        return [label or "" for label in db.scalars(select(Candidate.label))]


def table(*rows):
    return "\r\n".join([HEAD, *rows])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_file_of_a_spreadsheet_is_shown_before_anything_is_saved(site, encoding):
    label = f"Å{next(NUMBERS)}"
    answer = send(site, table(f"{label};køkkenhjælp | opvasker;7,5;8700 Horsens;aften").encode(encoding))
    ((row, name, content),) = cells(answer)
    assert (row, name) == ("2", label)
    assert (
        content
        == ("Ønsker: køkkenhjælp; opvasker Højst timer om ugen: 7,5 Ikke på disse tider: aften Postnummer: 8700")
        or "køkkenhjælp; opvasker" in content
    )
    assert label not in labels(site)
    (text,) = html.fromstring(answer.text).xpath("//input[@name='text']/@value")
    saved = send(site, text=text, do="save")
    assert saved.headers["location"] == "/?told=imported"
    assert labels(site).count(label) == 1


def test_a_row_that_is_wrong_says_where_and_what_to_do_and_the_others_can_be_saved(site):
    label = f"R{next(NUMBERS)}"
    text = table(
        f"{label};kok;12;8700;", "X1;har ADHD;;;", "Mette Jensen;kok;;;", "X2;kok;99;;", "X3;kok;;9999;", ";kok;;;"
    )
    answer = send(site, text=text)
    wrong = cells(answer)
    assert [row[:2] for row in wrong[:5]] == [
        ["3 (X1)", "ønsker"],
        ["4", "Kaldenavn"],
        ["5 (X2)", "Højst timer om ugen"],
        ["6 (X3)", "postnr"],
        ["7", "kaldenavn"],
    ]
    assert "Vi gemmer ikke noget om helbred" in wrong[0][2]
    assert "Brug initialer eller et sagsnummer" in wrong[1][2]
    assert wrong[5][1] == label
    saved = send(site, text=text, do="save")
    assert saved.headers["location"] == "/?told=imported_some"
    assert label in labels(site)
    assert not {"X1", "X2", "X3", "Mette Jensen"} & set(labels(site))


def test_a_label_in_use_or_twice_is_saved_only_where_one_says_that_it_is_somebody_else(site):
    label = f"D{next(NUMBERS)}"
    text = table(f"{label};kok;;;", f"{label.lower()};gartner;;;")
    answer = send(site, text=text)
    assert html.fromstring(answer.text).xpath("//input[@name='sure']/@value") == ["3"]
    send(site, text=text, do="save")
    assert [name for name in labels(site) if name.casefold() == label.casefold()] == [label]
    again = send(site, text=text, do="save")
    assert (again.status_code, "Ingen rækker er valgt, så intet er gemt" in again.text) == (422, True)
    send(site, text=text, do="save", sure="3")
    assert label.lower() in labels(site)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (b"PK\x03\x04" + b"xl/workbook.xml" + bytes(40), "gem det som CSV"),
        (b"a;b\x00c", "ikke en tekstfil"),
        (b"navn;telefon\r\nx;y", "skal være kolonnernes navne"),
        ((HEAD + ";mor\r\nX;kok;;;;y").encode(), "ukendt kolonne"),
        (table(*[f"T{n};kok;;;" for n in range(61)]).encode(), "højst 60 rækker"),
        (table("T;" + "k" * 20_001).encode(), "højst 60 rækker"),
    ],
)
def test_what_is_no_table_of_candidates_says_what_to_do(site, file, words):
    before = len(labels(site))
    answer = send(site, file)
    assert words.casefold() in html.fromstring(answer.text).text_content().casefold()
    assert "Gem kandidaterne" not in answer.text
    assert len(labels(site)) == before


def test_nothing_chosen_is_said_at_the_field(site):
    assert "Vælg en fil, eller sæt rækkerne ind i feltet." in send(site, text=" ").text


def test_a_full_table_of_the_largest_size_is_a_small_page(site):
    answer = send(site, text=table(*[f"T{n};{'gartner i en planteskole | ' * 10};12;8700;aften" for n in range(60)]))
    assert len(cells(answer)) == 60
    assert len(answer.content) < 100_000


def test_the_empty_sheet_has_every_column_and_is_read_back(site):
    answer = site.consultant.get("/candidates/import/template.csv")
    assert answer.headers["content-disposition"].startswith("attachment")
    label = f"E{next(NUMBERS)}"
    (head,) = answer.content.decode("utf-8-sig").splitlines()
    shown = send(site, (answer.content.decode("utf-8-sig") + label + ";" * head.count(";")).encode("utf-8-sig"))
    assert cells(shown) == [["2", label, ""]]


def test_a_caseload_is_brought_in_by_clicking(visitor, site):
    label = f"B{next(NUMBERS)}"
    me = visitor()
    me.go("/candidates/new")
    me.click("Har du dine kandidater i et regneark? Hent dem ind på én gang.", role="link")
    file = {"name": "k.csv", "mimeType": "text/csv", "buffer": table(f"{label};kok;;;").encode("cp1252")}
    me.page.get_by_label("Fil", exact=True).set_input_files(file)
    me.click("Vis, hvad der kommer ind")
    me.click("Gem kandidaterne")
    assert "Kandidaterne er oprettet." in me.page.locator("main").inner_text()
    assert label in labels(site)


def test_how_a_case_began_comes_in_with_the_table_and_is_not_known_without(site):
    labels_ = [f"B{next(NUMBERS)}" for _ in range(3)]
    head = "kaldenavn;ønsker;henvist;indskrevet;i_arbejde"
    rows = [f"{labels_[0]};kok;1.9.2026;2026-10-05;nej", f"{labels_[1]};kok;;;", f"{labels_[2]};kok;;2027-01-01;"]
    text = "\n".join([head, *rows])
    assert "en dag, der har været" in send(site, text=text, do="show").text
    assert send(site, text=text, do="save").status_code == 303
    with site.app.state.service.store.reading() as db:
        found = {row.label: row for row in db.scalars(select(Candidate).where(Candidate.label.in_(labels_)))}
    begun = [(str(row.referred), str(row.enrolled), row.in_work) for _, row in sorted(found.items())]
    assert begun == [("2026-09-01", "2026-10-05", False), ("None", "None", None)]
