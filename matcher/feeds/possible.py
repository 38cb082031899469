"""Checks a candidate's limits against each other, when each field is valid alone.

Used where limits come in: files, the API and the form. Stored candidates are not checked again.
"""

from collections.abc import Iterator

from matcher.schema import Constraints


def faults(limits: Constraints) -> Iterator[tuple[str, str]]:
    """(field, code) for a postcode that does not exist, a day that ends before it starts, and too few days.

    >>> list(faults(Constraints(postcode="9999")))
    [('constraints.postcode', 'unknown_postcode')]
    """
    # Imported here, because numpy takes 15 MB and a table of vacancies does not use it.
    from matcher.geography import places

    if limits.postcode is not None and limits.postcode not in places():
        yield "constraints.postcode", "unknown_postcode"
    if limits.earliest_start and limits.latest_end and limits.latest_end <= limits.earliest_start:
        yield "constraints.latest_end", "day_order"
    if (week := limits.weekdays) is not None and len(week.possible) < (week.min_days or 1):
        yield f"constraints.weekdays.{'not' if week.without else 'only'}", "days_left"
