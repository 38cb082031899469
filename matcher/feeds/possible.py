"""What cannot be among the limits of a candidate whose fields are right, each by itself.

Looked at where limits come in: files, the API and the form. What is held already is read as it is.
"""

from collections.abc import Iterator

from matcher.schema import Constraints


def faults(limits: Constraints) -> Iterator[tuple[str, str]]:
    """(field, code) of a home that is nowhere, of a day that ends before it begins, and of too few days.

    >>> list(faults(Constraints(postcode="9999")))
    [('constraints.postcode', 'unknown_postcode')]
    """
    from matcher.geography import places  # here, because numpy takes 15 MB and a table of vacancies has no use for it

    if limits.postcode is not None and limits.postcode not in places():
        yield "constraints.postcode", "unknown_postcode"
    if limits.earliest_start and limits.latest_end and limits.latest_end <= limits.earliest_start:
        yield "constraints.latest_end", "day_order"
    if (week := limits.weekdays) is not None and len(week.possible) < (week.min_days or 1):
        yield f"constraints.weekdays.{'not' if week.without else 'only'}", "days_left"
