"""One pasted ad in a text file."""

import pytest

AD = "Opvasker til frokosten\n\nVi søger en opvasker.\n- du rydder af\n\nSkriv til os.\n"


def test_the_first_line_is_the_title_and_the_rest_the_ad(one):
    ad = one(AD, "annonce.txt")
    assert (ad.title, ad.description) == (
        "Opvasker til frokosten", "Vi søger en opvasker.\n- du rydder af\n\nSkriv til os.",
    )  # fmt: skip


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
