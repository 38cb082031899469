"""The collection: its files are checked, its test labels shut away; readers and judges get packets without labels."""

import json
import re
import shutil

import pytest
from conftest import FIXTURES
from typer.testing import CliRunner

from evaluation.collection import archive
from evaluation.collection.__main__ import app
from evaluation.collection.agreement import of_collection
from evaluation.collection.files import (
    faults_of_ads,
    faults_of_pairs,
    faults_of_sketches,
    faults_of_statements,
    kinds_of_work,
    load,
    read_splits,
    writer_of,
)
from evaluation.collection.passages import cut
from evaluation.collection.pools import AT_RANDOM, DEPTH, first_ten, packet, packets_of, pool, within_reach
from evaluation.columns import part_of, work_of
from evaluation.reading import Unreadable

HANDS = FIXTURES / "collection"
LABELS = {"kind": "kitchen_help", "isco": "9412", "occupation": "opvasker", "work": "opvask i en kantine"}
TEXT = (
    "Du vasker op 10 timer om ugen.\nKokken arbejder 37 timer.\n"
    "Du behøver ikke kørekort for at være med hos os i vores køkken."
)
STATEMENT = {
    "kind": "goals",
    "text": "noget med gryder, højst 10 timer",
    "wants": ["gryder"],
    "titles": list("abcde"),
    "kinds": ["kitchen_help"],
    "limits": [{"field": "weekly_hours.max", "value": 10, "quote": "højst 10 timer"}],
}


def ad(id_, labels=LABELS, **more):
    record = {"id": id_, "title": "Opvasker", "published": "2026-11-12", "postcode": "8700"} | more
    told = f"=== {json.dumps(record)}\n{TEXT}\n"
    return told + (f"--- {json.dumps(labels)}\n" if labels else "")


@pytest.fixture
def folder(tmp_path):
    """A small collection: writers w1 and s1 of the training, w2 and s2 of the test."""
    hands = tmp_path / "hands"
    for name in ("ads", "statements", "candidates", "signs", "judgments", "passages"):
        (hands / name).mkdir(parents=True)
    shutil.copy(HANDS / "kinds.csv", hands)
    (hands / "splits.csv").write_text("writer,split\nw1,training\nw2,test\ns1,training\ns2,test\ng2,test\n")
    hours = {"hours": {"min": 10, "max": 10, "basis": "stated", "quote": "10 timer om ugen"}}
    (hands / "ads" / "w1.txt").write_text(ad("w1-01", LABELS | hours) + ad("w1-02") + ad("w1-03"), encoding="utf-8")
    (hands / "ads" / "w2.txt").write_text(ad("w2-01", LABELS | hours), encoding="utf-8")
    for writer in ("s1", "s2"):
        statement = json.dumps(STATEMENT | {"id": f"{writer}-001", "candidate": f"{writer}-p1"}, ensure_ascii=False)
        (hands / "statements" / f"{writer}.jsonl").write_text(statement + "\n", encoding="utf-8")
        person = {"id": f"{writer}-p1", "goals": [STATEMENT["text"]], "about": "Hopes for a kitchen."}
        (hands / "candidates" / f"{writer}.jsonl").write_text(json.dumps(person) + "\n", encoding="utf-8")
    pair = {
        "id": "g2-01",
        "dislike": "phone",
        "candidate": {"id": "g2-01", "goals": ["kontor", "ikke telefon"]},
        "better": {"id": "g2-01a", "title": "Kontor", "description": "Arkiv og post."},
        "worse": {"id": "g2-01b", "title": "Kontor", "description": "Telefon og post."},
    }
    (hands / "signs" / "g2.jsonl").write_text(json.dumps(pair) + "\n", encoding="utf-8")
    judged = [
        {
            "cand": c,
            "ad": a,
            "fit": grade,
            "limits": limits,
            "useful": grade,
            "limits_there": limits,
            "useful_there": grade,
        }
        for c, a, grade, limits in [
            ("s1-p1", "w1-01", 3, "ok"),
            ("s1-p1", "w1-03", 1, "unknown"),
            ("s2-p1", "w2-01", 3, "ok"),
        ]
    ]
    for judge in "ab":
        (hands / "judgments" / f"{judge}.jsonl").write_text("".join(json.dumps(j) + "\n" for j in judged))
    pooled = [
        {"cand": "s1-p1", "ad": "w1-01"},
        {"cand": "s1-p1", "ad": "w1-02"},
        {"cand": "s1-p1", "ad": "w1-03"},
        {"cand": "s2-p1", "ad": "w2-01"},
    ]
    (hands / "judgments" / "pools.jsonl").write_text("".join(json.dumps(p) + "\n" for p in pooled))
    return hands


def faults(folder, labels=LABELS, **record):
    (folder / "ads" / "w1.txt").write_text(ad(record.pop("id_", "w1-01"), labels, **record), encoding="utf-8")
    return [fault.text for fault in faults_of_ads(folder / "ads" / "w1.txt", kinds_of_work(folder))[1]]


# --- files are checked -----------------------------------------------------------------------------------------------


def test_a_good_ad_has_no_fault(folder):
    assert faults(folder) == []


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ({"hours": {"min": 10, "max": 10, "basis": "stated", "quote": "11 timer"}}, "hours.quote: the quote is no"),
        ({"denials": ["kørekort", "bil"]}, "denials 2: the quote is no exact piece"),
        ({"demands": [["noise", "larm"]]}, "demands 1: the quote is no exact piece"),
        ({"requirements": [{"kind": "skill", "strength": "required", "what": "x", "quote": "nej"}]}, "ments 1.quote"),
        ({"schedule": {"night": "yes"}}, "schedule: night needs both an answer and a quote"),
        ({"hours": {"min": 12, "max": 10, "basis": "stated", "quote": "10 timer"}}, "hours: min is greater than max"),
        (
            {"hours": {"min": 30, "max": 37, "basis": "fulltime_word", "quote": "10 timer"}},
            "hours: fulltime_word is 37",
        ),
        ({"contract": "permanent"}, "contract has no quote"),
        ({"employment": "fleksjob"}, "employment has no quote"),
        ({"deadline": "1. december", "deadline_quote": "10 timer"}, "deadline: a date or one of"),
        ({"posts": [{"label": "a", "quote": "Du vasker op"}]}, "posts: two or more, or none"),
        (
            {
                "hours": {"min": 10, "max": 10, "basis": "stated", "quote": "10 timer"},
                "posts": [
                    {"label": n, "quote": "Du", "hours": {"min": h, "max": h, "basis": "stated", "quote": "10 timer"}}
                    for n, h in (("a", 8), ("b", 12))
                ],
            },
            "hours: min does not span the posts",
        ),
        ({"kind": "dishes"}, "kind: 'dishes' is not in kinds.csv"),
        ({"colour": "red"}, "colour: Extra inputs are not permitted"),
    ],
)
def test_what_is_wrong_in_an_ads_labels_is_told(folder, labels, told):
    assert told in " | ".join(faults(folder, LABELS | labels))


def test_what_is_wrong_in_an_ads_record_is_told(folder):
    assert faults(folder, id_="w7-01") == ["w7-01: id: unique, and begins with w1-"]
    assert "postcode: String should match" in faults(folder, postcode="87")[0]
    assert faults(folder, labels=None) == ["w1-01: the line '--- {labels}' is missing"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"limits": [{"field": "weekly_hours.max", "value": 10, "quote": "11 timer"}]}, "limits: '11 timer' is no"),
        ({"limits": [{"field": "not_times", "value": "evening", "quote": "gryder"}]}, "limits not_times: a list of"),
        ({"limits": [{"field": "weekly_hours.max", "value": "ti", "quote": "gryder"}]}, "weekly_hours.max: a number"),
        ({"titles": ["opvasker"]}, "titles: five to eight, or none; these are 1"),
        ({"titles": []}, "kinds: those of the titles"),
        ({"vague": True}, "titles: none of a vague statement"),
        ({"kinds": ["dishes"]}, "kinds: 'dishes' is not in kinds.csv"),
        ({"id": "s7-001"}, "id: begins with s1-"),
        ({"demands_wish": ["sunshine"]}, "demands_wish.0"),
    ],
)
def test_what_is_wrong_in_a_statement_is_told(folder, change, told):
    file = folder / "statements" / "s1.jsonl"
    file.write_text(json.dumps({"id": "s1-001", **STATEMENT, **change}) + "\n", encoding="utf-8")
    assert told in " | ".join(fault.text for fault in faults_of_statements(file, kinds_of_work(folder))[1])


def test_a_statement_twice_is_told_with_its_line(folder):
    file = folder / "statements" / "s1.jsonl"
    file.write_text((json.dumps({"id": "s1-001", **STATEMENT}) + "\n") * 2, encoding="utf-8")
    _, [fault] = faults_of_statements(file, kinds_of_work(folder))
    assert str(fault).startswith(f"{file}:2: s1-001: the id or the text stands in the file already")


def test_a_pair_whose_ads_differ_in_length_gives_the_answer_away(folder):
    file = folder / "signs" / "g2.jsonl"
    pair = json.loads(file.read_text())
    pair["worse"]["description"] = "Telefon " * 40
    file.write_text(json.dumps(pair) + "\n")
    assert "about as long" in faults_of_pairs(file)[1][0].text


def test_the_collection_that_comes_with_the_project_has_no_fault_but_shut_labels():
    """Every file of every writer, as the command checks it; the test writers' ads stand without labels."""
    kinds, collection = kinds_of_work(HANDS), load(HANDS)
    for file in sorted((HANDS / "ads").glob("*.txt")):
        shut = collection.splits[file.stem] == "test"
        found = {fault.text.split(": ", 1)[1] for fault in faults_of_ads(file, kinds)[1]}
        assert found == ({"the line '--- {labels}' is missing"} if shut else set()), file
    for file in sorted((HANDS / "statements").glob("*.jsonl")):
        assert faults_of_statements(file, kinds)[1] == [], file
    for file in sorted((HANDS / "signs").glob("*.jsonl")):
        assert faults_of_pairs(file)[1] == [], file
    for file in sorted((HANDS / "sketches").glob("*.jsonl")):
        assert faults_of_sketches(file, kinds)[1] == [], file


def test_a_sketch_with_words_that_are_not_in_it_is_told(folder):
    sketch = {
        "id": "k1-001",
        "kind": "cleaning",
        "isco": "9112",
        "title": "Hjælper",
        "text": "Du løfter kasser.",
        "demands": [["heavy_lifting", "Du løfter sække"]],
        "others": [],
        "open": True,
    }
    file = folder / "sketches" / "k1.jsonl"
    file.parent.mkdir()
    file.write_text(json.dumps(sketch) + "\n", encoding="utf-8")
    assert "Du løfter sække" in faults_of_sketches(file, {"cleaning"})[1][0].text


def test_a_writer_without_a_split_is_told(folder):
    (folder / "ads" / "w9.txt").write_text(ad("w9-01"), encoding="utf-8")
    with pytest.raises(Unreadable, match="w9 has no split"):
        load(folder)


def test_a_misspelt_split_would_leave_labels_open_and_is_refused(folder):
    (folder / "splits.csv").write_text("writer,split\nw1,tset\n")
    for step in (load, archive.shut):
        with pytest.raises(Unreadable, match="w1: expected one of training, validation, test, not 'tset'"):
            step(folder)


def test_one_judge_is_not_two(folder):
    (folder / "judgments" / "b.jsonl").unlink()
    with pytest.raises(Unreadable, match="two judges"):
        load(folder)


def test_what_a_judge_says_twice_of_a_pair_is_refused(folder):
    file = folder / "judgments" / "a.jsonl"
    file.write_text(file.read_text() * 2)
    with pytest.raises(Unreadable, match="twice"):
        load(folder)


def test_a_new_writer_is_a_file_and_a_line(folder):
    (folder / "ads" / "w9.txt").write_text(ad("w9-01"), encoding="utf-8")
    with (folder / "splits.csv").open("a") as file:
        file.write("w9,training\n")
    assert "w9-01" in part_of(load(folder), "training").facts


# --- the test labels are shut away -----------------------------------------------------------------------------------


def everything(folder):
    return {
        str(p.relative_to(folder)): p.read_text(encoding="utf-8")
        for p in folder.rglob("*")
        if p.suffix in (".txt", ".jsonl")
    }


def test_no_label_of_a_test_writer_lies_open_once_it_is_shut(folder):
    archive.shut(folder)
    left = everything(folder)
    assert "kitchen_help" in left["ads/w1.txt"]
    assert "--- {" not in left["ads/w2.txt"]
    assert "Du vasker op 10 timer" in left["ads/w2.txt"]
    assert json.loads(left["statements/s2.jsonl"]).keys() == {"id", "candidate", "kind", "text"}
    assert "signs/g2.jsonl" not in left
    assert ("about" in left["candidates/s1.jsonl"], "about" in left["candidates/s2.jsonl"]) == (True, False)
    assert "s2-p1" not in left["judgments/a.jsonl"] + left["judgments/b.jsonl"]


def test_what_is_shut_comes_back_whole_for_as_long_as_it_is_open_and_is_written_down(folder):
    before = everything(folder)
    archive.shut(folder)
    with archive.opened(folder, "to see that it comes back") as whole:
        assert {name: sorted(text.splitlines()) for name, text in everything(whole).items()} == {
            name: sorted(text.splitlines()) for name, text in before.items()
        }
    assert not whole.exists()
    log = (folder / archive.OPENINGS).read_text().splitlines()
    assert log[0] == "opened,reason"
    assert log[1].endswith(",to see that it comes back")
    assert len(log) == 2


def test_shutting_again_loses_nothing(folder):
    archive.shut(folder)
    first = everything(folder)
    archive.shut(folder)
    assert everything(folder) == first
    with archive.opened(folder, "again") as whole:
        assert len(load(whole).pairs) == 1


def test_a_pair_of_an_open_person_and_a_test_writers_ad_is_shut_away_too(folder):
    for judge in "ab":
        with (folder / "judgments" / f"{judge}.jsonl").open("a") as file:
            file.write(
                json.dumps(
                    {
                        "cand": "s1-p1",
                        "ad": "w2-01",
                        "fit": 1,
                        "limits": "ok",
                        "useful": 1,
                        "limits_there": "ok",
                        "useful_there": 1,
                    }
                )
                + "\n"
            )
    archive.shut(folder)
    assert "w2-01" not in (folder / "judgments" / "a.jsonl").read_text()


def test_no_label_of_a_test_writer_lies_in_the_collection_that_comes_with_the_project():
    test = {writer for writer, split in read_splits(HANDS).items() if split == "test"}
    assert not any(
        line.startswith("--- ")
        for w in test
        for f in [HANDS / "ads" / f"{w}.txt"]
        if f.exists()
        for line in f.read_text(encoding="utf-8").splitlines()
    )
    for file in [*HANDS.glob("passages/*"), *HANDS.glob("readings/*/*"), *HANDS.glob("judgments/*")]:
        if file.name == "pools.jsonl":
            continue
        records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        assert not {writer_of(r.get("cand") or r["id"]) for r in records} & test, file
    for writer in test:
        for line in (
            (HANDS / "statements" / f"{writer}.jsonl").read_text("utf-8").splitlines() if writer[0] == "s" else ()
        ):
            assert json.loads(line).keys() == {"id", "candidate", "kind", "text"}
        assert not (HANDS / "signs" / f"{writer}.jsonl").exists()
        people = HANDS / "candidates" / f"{writer}.jsonl"
        assert not people.exists() or '"about"' not in people.read_text("utf-8")


@pytest.mark.slow
def test_the_totals_of_the_test_name_nobody(folder):
    archive.shut(folder)
    told = CliRunner().invoke(app, ["test", str(folder), "--reason", "a try"])
    assert told.exit_code == 0, told.output
    assert "nDCG@10" in told.output
    assert not re.search(r"[swg]\d-", told.output)


def test_training_and_validation_never_see_what_a_test_writer_wrote(folder):
    work = work_of(load(folder), ("training", "validation"), "open", {})
    assert work.vacancies.keys() == {"w1-01", "w1-02", "w1-03"}
    assert work.candidates.keys() == {"s1-p1"}
    assert "about" not in work.candidates["s1-p1"]


# --- judges and second readers ---------------------------------------------------------------------------------------


def test_a_pair_that_no_judge_lists_is_judged_as_nothing(folder):
    judged = part_of(load(folder), "training").judgments["s1-p1"]
    assert (judged["w1-01"].useful, judged["w1-02"].useful) == (6, 0)


def test_two_judges_who_say_the_same_agree_fully(folder):
    found = {(line.what, line.measure): line.value for line in of_collection(load(folder), folder)}
    assert found["useful", "quadratic kappa, all pairs"] == 1


def test_a_pool_holds_the_first_of_every_system_and_some_at_random():
    ranks = {"c": {f"a{n:02}": n for n in range(1, 41)}}
    backwards = {"c": {f"a{n:02}": 41 - n for n in range(1, 41)}}
    chosen = pool("c", [ranks, backwards], [f"z{n:02}" for n in range(40)])
    assert {f"a{n:02}" for n in range(1, DEPTH + 1)} <= set(chosen)
    assert {f"a{n:02}" for n in range(41 - DEPTH, 41)} <= set(chosen)
    assert sum(ad.startswith("z") for ad in chosen) == AT_RANDOM
    assert pool("c", [ranks, backwards], [f"z{n:02}" for n in range(40)]) == chosen


def test_what_is_too_far_away_is_not_drawn():
    far, near = (
        {"vacancy_id": v, "checks": [{"constraint": "travel", "verdict": verdict}]}
        for v, verdict in (("far", "broken"), ("near", "negotiable"))
    )
    assert within_reach({"c": [far, near]}) == {"c": ["near"]}


def test_a_packet_holds_no_label_and_another_order_for_another_judge(folder):
    collection = load(folder)
    people, pools = [collection.candidates["s1-p1"]], {"s1-p1": ["w1-01", "w1-02"]}
    told = {judge: packet(people, pools, collection.ads, judge) for judge in ("a1", "a2", "b1", "b2", "b3")}
    assert all("kitchen_help" not in text and TEXT in text for text in told.values())
    assert len({text.split("\n", 1)[1] for text in told.values()}) > 1


@pytest.mark.parametrize("kind", ["facts", "passages", "titles"])
def test_second_readers_get_a_share_without_labels(folder, kind):
    [text] = packets_of(load(folder), kind, 10, 1.0)
    assert "kitchen_help" not in text
    assert "højst 10 timer" in text if kind == "titles" else "Du vasker op 10 timer om ugen." in text


def test_a_judge_of_statements_sees_every_statement_of_the_first_ten_with_its_quote():
    person = {"id": "c", "goals": ["opvasker"], "interests": ["ro"]}
    run = {
        "c": [{"vacancy_id": f"v{n:02}", "evidence": [{"statement": "opvasker", "quote": f"q{n}"}]} for n in range(12)]
    }
    rows = first_ten(run, [person])
    assert len(rows) == 20
    assert {row["quote"] for row in rows if row["statement"] == 2} == {None}
    assert {row["quote"] for row in rows if row["statement"] == 1} == {f"q{n}" for n in range(10)}


def test_an_ad_is_cut_without_losing_a_word():
    for id_, whole in list(load(HANDS).ads.items())[::25]:
        assert " ".join(cut(whole.record.title, whole.text)).split() == whole.whole.split(), id_


# --- the commands ----------------------------------------------------------------------------------------------------


def test_check_tells_counts_and_faults_and_their_status(folder):
    good, bad = folder / "ads" / "w1.txt", folder / "ads" / "w2.txt"
    assert CliRunner().invoke(app, ["check", str(good)]).exit_code == 0
    bad.write_text(ad("w2-01", None), encoding="utf-8")
    told = CliRunner().invoke(app, ["check", str(good), str(bad)])
    assert told.exit_code == 1
    assert "w1.txt: 3 ads: 1 with 20 hours or fewer" in told.output
    assert "w2-01: the line '--- {labels}' is missing" in told.output


def test_packets_and_agreement_are_commands(folder, tmp_path):
    told = CliRunner().invoke(
        app, ["packets", str(folder), "facts", "--out", str(tmp_path / "p"), "--each", "2", "--share", "1"]
    )
    assert told.exit_code == 0, told.output
    assert sorted(p.name for p in (tmp_path / "p").iterdir()) == ["facts01.txt", "facts02.txt"]
    run = tmp_path / "run.jsonl"
    lines = [
        {"candidate_id": "s1-p1", "vacancy_id": f"w1-0{n}", "rank": n, "band": "ask", "evidence": []} for n in (1, 2)
    ]
    run.write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = CliRunner().invoke(
        app, ["judging", str(folder), str(run), "--whole", str(run), "--out", str(tmp_path / "j")]
    )
    assert done.exit_code == 0, done.output
    assert sorted(p.name for p in (tmp_path / "j").iterdir()) == ["a01.txt", "b01.txt", "pools.jsonl", "shown.jsonl"]
    assert "judgments   useful" in CliRunner().invoke(app, ["agreement", str(folder)]).output


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["check", "{gone}/ads/w1.txt"], "expected the folder of a collection"),
        (["packets", "{gone}", "facts", "--out", "{gone}/p", "--each", "2", "--share", "1"], "expected the folder"),
        (["agreement", "{gone}"], "expected the folder of a collection"),
        (["shut", "{gone}"], "expected the folder"),
        (["test", "{gone}", "--reason", "a try"], "expected the folder"),
        (["test", "{here}", "--reason", " "], "expected why"),
        (["packets", "{here}", "facts", "--out", "{gone}/p", "--each", "0", "--share", "1"], "--each"),
        (["packets", "{here}", "facts", "--out", "{gone}/p", "--each", "2", "--share", "2"], "--share"),
        (["check", "{here}/ads/w9.txt"], "w9 has no split"),
    ],
)
def test_wrong_use_is_told_in_words_and_leaves_nothing(folder, tmp_path, command, told):
    (folder / "ads" / "w9.txt").write_text(ad("w9-01"), encoding="utf-8")
    words = [word.format(here=folder, gone=tmp_path / "gone") for word in command]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 2
    assert told in done.output + done.stderr
    assert not (tmp_path / "gone").exists()
    assert not (folder / archive.OPENINGS).exists()


def test_an_empty_file_of_ads_is_a_fault_and_one_that_is_no_text_is_told(folder):
    file = folder / "ads" / "w1.txt"
    file.write_text("")
    assert "begins with a line" in CliRunner().invoke(app, ["check", str(file)]).output
    file.write_bytes(b"=== \xff")
    assert "not UTF-8" in CliRunner().invoke(app, ["check", str(file)]).stderr


def test_a_writer_with_two_splits_has_none(folder):
    with (folder / "splits.csv").open("a") as table:
        table.write("w1,test\n")
    with pytest.raises(Unreadable, match="w1 stands there twice"):
        load(folder)
