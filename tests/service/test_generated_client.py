"""A consultant's whole day, only through a client that was generated from the OpenAPI document."""

import datetime
import importlib
import json
import subprocess
import sys

import httpx
import pytest
from conftest import lines

pytestmark = pytest.mark.slow

PROFILE = {k: v for k, v in json.loads(lines("candidates.jsonl")[0]).items() if k != "id"}
DAY = datetime.date(2026, 11, 23)


@pytest.fixture(scope="module")
def generated(address, tmp_path_factory):
    """The generated package."""
    folder = tmp_path_factory.mktemp("generated")
    (folder / "openapi.json").write_text(httpx.get(f"{address}/openapi.json").text)
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--path", str(folder / "openapi.json")]
    command += ["--meta", "none", "--output-path", str(folder / "ipsmatch_client"), "--overwrite"]
    subprocess.run(command, check=True, capture_output=True)
    with pytest.MonkeyPatch.context() as path:
        path.syspath_prepend(folder)
        yield importlib.import_module("ipsmatch_client")


def test_a_day(generated, address, place):
    place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(lines("vacancies.jsonl")[:20]))
    place.index_of(20)
    models = importlib.import_module("ipsmatch_client.models")

    def call(tag, name, client, *arguments, **options):
        module = importlib.import_module(f"ipsmatch_client.api.{tag}.{name}")
        answer = module.sync_detailed(*arguments, client=client, **options)
        assert answer.status_code < 300, answer.content
        return answer

    someone = place.consultant
    browser = generated.Client(base_url=address)
    signed_in = call(
        "session", "sign_in", browser, body=models.Credentials(name=someone.name, password=someone.password)
    )
    cookie = signed_in.headers["set-cookie"].partition(";")[0].partition("=")[2]
    me = browser.with_cookies({"ipsmatch": cookie}).with_headers({"X-CSRF-Token": signed_in.parsed.csrf})

    made = call("candidates", "create", me, body=models.Profile.from_dict(PROFILE | {"label": "A.B."})).parsed
    case = made.candidate_id
    assert case in [c.id for c in call("candidates", "candidates", me).parsed.candidates]
    listed = call("suggestions", "candidate_suggestions", me, case, as_of=DAY, k=5).parsed
    first = listed.suggestions[0]
    assert abs(sum(e.contribution for e in first.evidence) - first.score) < 1e-9

    employer = listed.vacancies[first.vacancy_id].employer
    no = models.NewDecision.from_dict(
        {"vacancy_id": first.vacancy_id, "kind": "reject", "reason": "not_this_employer", "whose": "person"}
    )
    decided = call("decisions", "decide", me, case, body=no).parsed
    (waiting,) = call("decisions", "proposals", me, case).parsed.proposals
    assert waiting.id == decided.proposal_id
    assert call("decisions", "confirm", me, case, waiting.id).parsed.version == 2
    again = call("suggestions", "candidate_suggestions", me, case, as_of=DAY, k=5).parsed
    assert employer not in [v.employer for v in again.vacancies.additional_properties.values()]

    exported = call("candidates", "give_out", me, case).parsed
    assert [e.action for e in exported.log][-1] == "candidate.exported"
    call("candidates", "delete", me, case)
    assert case not in [c.id for c in call("candidates", "candidates", me).parsed.candidates]
    call("session", "sign_out", me)
    for client in (browser, me):
        client.get_httpx_client().close()
