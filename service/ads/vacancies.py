"""Work on vacancies: put in by a feed or a paste, correct, withdraw, and take back a paste.

A change of vacancies locks the tenant first, then the vacancy, then the log. One order for all prevents deadlocks.
"""

import functools
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel
from sqlalchemy import update

from matcher import feeds
from matcher.employers import key
from matcher.facts.known import put_right
from matcher.feeds.ids import possible, settled
from matcher.schema import Corrected, Correction
from matcher.schema import Vacancy as Record
from service.ads import deliveries
from service.ads.deliveries import Result
from service.calls import Access, Call, check_version
from service.keeper import as_json, digest, readable
from service.phrases import Language, wrong
from service.problems import Refused
from service.store import Tenant, Vacancy, now

BLOCK = 500  # vacancies written in one transaction, for which other writers wait
LONGEST_ID = 200
MOST_OF_MINE = 50  # own ads on the page for pasting
MOST_REFUSALS = 1000  # shown row by row; the rest are only counted, so that an answer has a bound
Item = Record | feeds.Refusal | feeds.Notice


class Row(BaseModel):
    """The result of one vacancy of a feed. A refused one has its row, the field and what was expected there."""

    result: Result
    id: str | None = None
    row: int | None = None
    field: str | None = None
    expected: str | None = None


class Pushed(BaseModel):
    """The result of a feed. rows: every vacancy taken in, and the first 1,000 refusals; the counts are of all.

    warnings: what was cut from a pasted ad, because it looked like the head of a mail, a menu or other jobs.
    """

    created: int
    changed: int
    unchanged: int
    refused: int
    rows: list[Row]
    warnings: list[str] = []


def push(access: Access, path: Path, *, pasted: bool = False) -> Pushed:
    """Put the vacancies of a file in; one with a known id replaces the old one. Repeating it changes nothing.

    pasted: the caller pasted the ad, and may take it back.
    """
    rows: list[Row] = []
    counts: Counter[Result] = Counter()
    warnings: list[str] = []
    taken: set[str] = set()
    for block in _blocks(feeds.vacancies([path])):
        results = [_refused(item, access.language) for item in block if isinstance(item, feeds.Refusal)]
        records = [item for item in block if isinstance(item, Record)]
        warnings += [item.said(access.language) for item in block if isinstance(item, feeds.Notice)]
        if records:
            with access.writing() as call:
                results += _upsert(call, records, taken, pasted=pasted)
        room = max(0, MOST_REFUSALS - counts["refused"])
        counts.update(row.result for row in results)
        refusals = (row for row in results if row.result == "refused")
        rows += [*itertools.islice(refusals, room), *(row for row in results if row.result != "refused")]
    access.service.keeper.changed()
    deliveries.note(access, counts, [(row.field, row.expected) for row in rows if row.result == "refused"], pasted)
    return Pushed(
        rows=rows,
        created=counts["created"],
        changed=counts["changed"],
        unchanged=counts["unchanged"],
        refused=counts["refused"],
        warnings=warnings,
    )


def _blocks(items: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(items)
    while block := list(itertools.islice(left, BLOCK)):
        yield block


def _refused(refusal: feeds.Refusal, language: Language) -> Row:
    expected = wrong(refusal.code, refusal.allowed, language)
    return Row(result="refused", row=refusal.row, field=refusal.field, expected=expected)


def _upsert(call: Call, records: list[Record], taken: set[str], *, pasted: bool) -> list[Row]:
    """Write a block. taken: the ids that came earlier in this feed."""
    changing(call)
    ids = {name for record in records for name in possible(record)}
    rows_by_id = {v.id: v for v in call.db.scalars(call.scope.vacancies().where(Vacancy.id.in_(ids)))}
    stored = functools.cache(lambda name: readable(rows_by_id[name].record) if name in rows_by_id else None)
    rows = []
    for record in (settled(vacancy, stored) for vacancy in records):
        if record.id in taken:
            expected = wrong("same_ad", {}, call.language)
            rows.append(Row(result="refused", id=record.id, field="id", expected=expected))
            continue
        taken.add(record.id)
        rows.append(_upsert_one(call, record, rows_by_id.get(record.id), pasted=pasted))
    counts = Counter(row.result for row in rows)
    call.log("vacancies.pushed", **{result: counts[result] for result in ("created", "changed", "unchanged")})
    return rows


def changing(call: Call) -> None:
    """Lock the tenant's vacancies until the transaction ends, and count the change, which indexes follow."""
    tenant = Tenant.id == call.caller.tenant_id
    call.db.execute(update(Tenant).where(tenant).values(vacancies_changed=Tenant.vacancies_changed + 1))


def _upsert_one(call: Call, record: Record, stored: Vacancy | None, *, pasted: bool) -> Row:
    if len(record.id) > LONGEST_ID or "\0" in record.id:
        expected = wrong("string_too_long", {"max_length": LONGEST_ID}, call.language)
        return Row(result="refused", field="id", expected=expected)
    record = record.model_copy(update={"corrected": _kept(record, stored)})
    text = as_json(record)
    mark, employer = digest(text), employer_of(record)
    if stored is None:
        by, tenant_id = call.caller.id if pasted else None, call.caller.tenant_id
        row = Vacancy(tenant_id=tenant_id, id=record.id, record=text, digest=mark, pasted_by=by, employer=employer)
        call.db.add(row)
        return Row(result="created", id=record.id)
    if not pasted:
        stored.pasted_by = None  # it is a feed's from now on
    if stored.digest == mark and stored.withdrawn is None:
        return Row(result="unchanged", id=record.id)
    stored.record, stored.digest, stored.version, stored.employer = text, mark, stored.version + 1, employer
    stored.changed, stored.withdrawn = now(), None
    return Row(result="changed", id=record.id)


def employer_of(record: Record) -> str | None:
    """The key of the name of a vacancy's employer, put right where it was corrected; None where it names none."""
    return key(put_right(record).employer or "") or None


def _kept(record: Record, stored: Vacancy | None) -> Corrected:
    """The corrections to keep: the stored ones while the ad's text is the same. No feed brings corrections."""
    before = readable(stored.record) if stored else None
    return before.corrected if before and before.text == record.text else Corrected()


def correct(call: Call, vacancy_id: str, correction: Correction, if_match: str | None) -> Vacancy:
    """Replace what was read by a person's correction, in a new version. Refused if the record is damaged."""
    changing(call)
    row: Vacancy = call.found(call.scope.vacancies().where(Vacancy.id == vacancy_id).with_for_update())
    check_version(if_match, row.version)
    values = correction.model_dump(exclude_defaults=True, exclude={"hours": {"quote"}})
    signed = values | {"by": call.caller.id, "at": now().isoformat(timespec="seconds")} if values else {}
    before = readable(row.record)
    if before is None:
        raise Refused("refused.damaged")
    after = before.model_copy(update={"corrected": Corrected.model_validate(signed)})
    row.record, row.employer = as_json(after), employer_of(after)
    row.digest, row.version, row.changed = digest(row.record), row.version + 1, now()
    call.log("vacancy.corrected", vacancy=row.id, vacancy_version=row.version, fields=sorted(values))
    return row


def withdraw(call: Call, vacancy_id: str) -> None:
    """Withdraw a vacancy from all lists. Decisions about it stay."""
    changing(call)
    row: Vacancy = call.found(call.scope.vacancies().where(Vacancy.id == vacancy_id).with_for_update())
    if row.withdrawn is None:
        row.withdrawn = now()
        call.log("vacancy.withdrawn", vacancy=row.id, vacancy_version=row.version)


def take_back(access: Access, vacancy_id: str) -> None:
    """Delete an ad that the caller pasted, with its text. Refused for the ads of others and of feeds."""
    with access.writing() as call:
        changing(call)
        query = call.scope.vacancies().where(Vacancy.id == vacancy_id, Vacancy.pasted_by == call.caller.id)
        row: Vacancy = call.found(query.with_for_update())
        call.db.delete(row)
        entry = call.log("vacancy.taken_back", vacancy=row.id)
        call.service.removals.note(entry, "paste", row.id)
    access.service.eraser.deleted()
    access.service.keeper.changed()


def pasted_by_me(call: Call) -> list[Vacancy]:
    """The ads that the caller pasted and may take back, the newest first."""
    query = call.scope.vacancies().where(Vacancy.pasted_by == call.caller.id, Vacancy.withdrawn.is_(None))
    return list(call.db.scalars(query.order_by(Vacancy.changed.desc()).limit(MOST_OF_MINE)))


def by_id(call: Call, vacancy_id: str) -> Vacancy:
    """A vacancy of the tenant, withdrawn or not; Refused if there is none."""
    row: Vacancy = call.found(call.scope.vacancies().where(Vacancy.id == vacancy_id))
    return row
