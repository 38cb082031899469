"""Deliveries: a row for each file or paste of ads, which shows whether ads still come in."""

import datetime
import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from matcher.schema import Vacancy as Record
from service import audit
from service.calls import Access, Call
from service.store import Delivery, now

QUIET = datetime.timedelta(days=2)  # ads come every day; after two days without any something is broken
Result = Literal["created", "changed", "unchanged", "refused"]
MOST_REASONS = 10
ROW = re.compile(r"(?<=række )\d+|(?<=row )\d+")
Refusal = tuple[str | None, str | None]  # the field, and what was expected there


def note(access: Access, counts: Counter[Result], refusals: Sequence[Refusal], pasted: bool) -> None:
    """Write a delivery down. No text of an ad is kept: an unknown field is not named."""
    reasons = Counter(_reason(*refusal) for refusal in refusals).most_common(MOST_REASONS)
    with access.writing() as call:
        call.db.add(
            Delivery(
                tenant_id=call.caller.tenant_id,
                by=audit.of_caller(call.caller),
                pasted=pasted,
                created=counts["created"],
                changed=counts["changed"],
                unchanged=counts["unchanged"],
                refused=counts["refused"],
                reasons=json.dumps(reasons, ensure_ascii=False),
            )
        )


def _reason(field: str | None, expected: str | None) -> str:
    """The reason of a refusal, the same for every row with the same fault.

    >>> _reason("title", "må ikke være tom"), _reason("nobody's", "ukendt felt"), _reason("id", "samme id som række 7")
    ('title: må ikke være tom', 'ukendt felt', 'id: samme id som række …')
    """
    name = field if field in Record.model_fields else None
    return ": ".join(filter(None, (name, ROW.sub("…", expected or ""))))


def latest(call: Call, most: int) -> list[Delivery]:
    """The latest deliveries, the newest first."""
    return list(call.db.scalars(call.scope.deliveries().order_by(Delivery.at.desc(), Delivery.id).limit(most)))


def is_quiet(call: Call) -> bool:
    """Whether files have brought ads, but none for ``QUIET``. Pastes do not count."""
    query = call.scope.deliveries().where(Delivery.pasted.is_(False)).order_by(Delivery.at.desc()).limit(1)
    last = call.db.scalars(query).first()
    return last is not None and last.at < now() - QUIET
