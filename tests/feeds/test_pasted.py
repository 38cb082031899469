"""One pasted ad in a text file."""

import pytest

from matcher import feeds

AD = "Opvasker til frokosten\n\nVi søger en opvasker.\n- du rydder af\n\nSkriv til os.\n"


def test_the_first_line_is_the_title_and_the_rest_the_ad(one):
    ad = one(AD, "annonce.txt")
    assert (ad.title, ad.description) == (
        "Opvasker til frokosten",
        "Vi søger en opvasker.\n- du rydder af\n\nSkriv til os.",
    )


@pytest.mark.parametrize("changed", ["\n\n  " + AD, AD.replace("\n", "\r\n"), AD.replace("\n", "\r"), "\ufeff" + AD])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_same_ad_has_the_same_id_whatever_wrote_the_file(one, changed, encoding):
    assert one(changed.encode(encoding), "annonce.txt") == one(AD, "annonce.txt")


def test_another_ad_has_another_id(one):
    assert one(AD + "Ring!", "annonce.txt").id != one(AD, "annonce.txt").id


def test_an_older_windows_program_may_have_written_it(one):
    assert one(AD.encode("cp1252"), "annonce.txt") == one(AD, "annonce.txt")


def test_signs_that_a_word_processor_leaves_are_taken_out(one):
    assert one(AD.replace("frokosten", "fro\x1fkosten"), "annonce.txt") == one(AD, "annonce.txt")


def test_one_line_is_refused_with_what_was_expected(refused):
    assert refused("Vi søger en kok.", "annonce.txt") == [(1, "-", "one_line")]


@pytest.mark.parametrize("content", ["æ@".encode().replace(b"@", b"\xf8") + b"\nx", "Kok\nx".encode("utf-16-le")])
def test_a_text_in_no_encoding_is_refused(refused, content):
    assert refused(content, "annonce.txt")[0][2] in ("encoding", "not_text")


# --- copied with what stands around it -------------------------------------------------------------------------------

TITLE = "Lagermedarbejder til Havnens Byggemarked"
BODY = """Vi søger en lagermedarbejder på 20 timer om ugen til vores lager på havnen.
Du arbejder mandag til torsdag kl. 8-13.
Ansøgningsfrist: 12. december 2026."""
WHOLE = f"{TITLE}\n{BODY}"
NEIGHBOUR = "Nattevagt, Hotel Strand\n37 timer · aften og weekend · kørekort C er et krav"
AROUND = {
    "a mail in Danish": [
        "Fra: Ea Test <ea@kommune.example>",
        "Sendt: 20. november 2026",
        "Til: Ib Prøve",
        "Emne: VS: Job",
        "",
        "Hej Ib.",
        "",
        WHOLE,
    ],
    "a mail in English": [
        "From: Ea <ea@work.example>",
        "Date: Fri, 20 Nov 2026",
        "To: Ib",
        "Subject: Fwd: A job",
        "",
        "Hi Ib,",
        WHOLE,
        "",
        "Sent from my iPhone",
    ],
    "a forwarded mail": [
        "Hej Ib, se her.",
        "",
        "---------- Forwarded message ---------",
        "Fra: Bo <bo@b.example>",
        "Dato: fre. 20. nov. 2026",
        "Emne: Job",
        "",
        WHOLE,
    ],
    "a quoted mail": [
        "Fra: Ea",
        "Emne: SV: Job",
        "",
        "Her er det.",
        "",
        "> " + WHOLE.replace("\n", "\n> "),
        "",
        "Hilsen Ea",
    ],
    "a portal": [
        "Gå til hovedindhold",
        "Jobbørsen",
        "For arbejdsgivere",
        "Log ind",
        TITLE,
        "Gem job",
        "Del",
        BODY,
        "Lignende job",
        NEIGHBOUR,
    ],
    "a portal in English": [
        "Skip to main content",
        "Sign in",
        TITLE,
        "Save job",
        "Apply now",
        BODY,
        "Similar jobs",
        NEIGHBOUR,
    ],
    "with cookies": [
        "Vi bruger cookies for at give dig en bedre oplevelse på hjemmesiden.",
        "Nødvendige",
        "Statistik",
        "Accepter alle",
        WHOLE,
    ],
    "with crumbs": ["Forside > Job > Lager og logistik > Aalborg", WHOLE, "© 2026 Jobbørsen", "Cookiepolitik"],
    "others have also seen": ["Menu", WHOLE, "Andre har også set", NEIGHBOUR, "Vi bruger cookies"],
    "a menu on one line": [
        "Forside | Find job | Log ind",
        "Del dette job",
        TITLE,
        BODY,
        "Andre, der så dette job, så også",
        NEIGHBOUR,
    ],
    "see our others": [WHOLE, "Se også vores andre ledige stillinger:", NEIGHBOUR],
    "below the last button": [
        "Forside | Find job | Log ind",
        "Vi bruger cookies for at måle trafikken. Sig ja.",
        "Hjem > Job > Lager",
        WHOLE,
        "Ansøg nu",
        "Kok, fuldtid 37 timer (Vejle)",
        "Natchauffør (Fredericia)",
        "© 2026 Jobbørsen",
    ],
    "more by the same": ["Tilbage til søgeresultater", WHOLE, "Flere ledige job hos Havnens Byggemarked:", NEIGHBOUR],
}


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_an_ad_is_cut_and_told(read, around):
    *notices, ad = read("\n".join(AROUND[around]), "a.txt")
    assert (ad.title, ad.description) == (TITLE, BODY)
    assert notices
    assert all(isinstance(notice, feeds.Notice) for notice in notices)


def test_the_head_of_a_mail_is_told_without_the_people_in_it(read):
    items = read("\n".join(AROUND["a mail in Danish"]), "a.txt")
    assert [item.said("da") for item in items if isinstance(item, feeds.Notice)] == [
        "mailens hoved (4 linjer)",
        "tekst omkring den videresendte annonce: Hej Ib.",
    ]


def test_a_mail_whose_ad_has_no_title_is_called_by_its_subject(one):
    ad = one(f"Fra: Ea\nSendt: i dag\nEmne: VS: SV: Lagermedarbejder, 20 timer\n\nHej.\n\n{BODY}", "a.txt")
    assert (ad.title, ad.description) == ("Lagermedarbejder, 20 timer", BODY)


def test_a_label_before_the_title_is_no_part_of_it(one):
    assert one(f"Stilling: {TITLE}\n{BODY}", "a.txt").title == TITLE


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\nDu står i vores menu-bar og deler mad ud.\nDu kan spise med.\n{BODY}",
        f"{TITLE}\nVi bager cookies og boller fra kl. 5.\n{BODY}",
        f"{TITLE}\n{BODY}\nFra: mandag\nLøn efter overenskomst.",
        f"{TITLE}\n{BODY}\nAndre job i kommunen finder du på kommunens side.",
        f"{TITLE}\nTil: dig, der kan lide orden\n{BODY}",
        f"{TITLE}\n{BODY}\nMed venlig hilsen\nHavnens Byggemarked",
        f"{TITLE}\n{BODY}\nVi tilbyder\n- frokost\n- faste hverdage",
        f"{TITLE}\n{BODY}\nVi søger både en til dag og en til aften.",
        f"Lignende job har du måske haft før\n{BODY}",
    ],
)
def test_an_ad_with_such_words_is_left_as_it_is(read, text):
    [ad] = read(text, "a.txt")
    assert f"{ad.title}\n{ad.description}" == text


@pytest.mark.parametrize(
    "rest",
    ["- frokost\n- faste hverdage", "Spørg Ole på ole@lager.example.", "Med venlig hilsen\nHavnens Byggemarked"],
)
def test_what_is_of_the_ad_itself_stays_below_the_button_to_apply(one, rest):
    assert one(f"{TITLE}\n{BODY}\nAnsøg nu\n{rest}", "a.txt").description == f"{BODY}\n{rest}"


def test_an_ad_that_stands_below_other_jobs_is_not_lost(one):
    ad = one(f"Seneste job\nKok, Kroen\n{WHOLE}", "a.txt")
    assert BODY in ad.description
