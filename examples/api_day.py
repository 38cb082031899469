"""A consultant's day with the API, as ``make serve`` offers it: python examples/api_day.py ADDRESS NAME PASSWORD."""

import json
import sys
from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, Request, build_opener

address, name, password = sys.argv[1:]
session = build_opener(HTTPCookieProcessor(CookieJar()))
headers = {"Content-Type": "application/json"}


def call(method: str, path: str, body: dict | None = None) -> dict:
    request = Request(f"{address}/v1{path}", json.dumps(body).encode() if body else None, headers, method=method)
    with session.open(request) as answer:
        return json.loads(answer.read() or "{}")


headers["X-CSRF-Token"] = call("POST", "/session", {"name": name, "password": password})["csrf"]
profile = {"goals": ["gartner"], "constraints": {"weekly_hours": {"max": 25, "negotiable": True}}}
case = f"/candidates/{call('POST', '/candidates', profile)['candidate_id']}"
first = call("GET", f"{case}/suggestions?as_of=2026-11-23")["suggestions"][0]
print(first["vacancy_id"], first["band"], [evidence["quote"] for evidence in first["evidence"]])
no = {"vacancy_id": first["vacancy_id"], "kind": "reject", "reason": "wrong_work", "whose": "person"}
call("POST", f"{case}/decisions", no)
again = call("GET", f"{case}/suggestions?as_of=2026-11-23")["suggestions"]
print("not again:", first["vacancy_id"] not in [suggestion["vacancy_id"] for suggestion in again])
call("DELETE", case)
call("DELETE", "/session")
