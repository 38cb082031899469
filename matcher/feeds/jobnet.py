"""Jobnet's public search JSON: a list of ads or one ad in detail, in today's form and in that of 2021.

Words of Jobnet that have no field in a record (an unknown kind of employment, a start date) become last lines of the
description, "Ansættelsestype: …", so that they are seen, read and quoted like the rest of the ad.
"""

import re
from typing import Any

from matcher import words
from matcher.feeds import places
from matcher.feeds.cleaning import clean
from matcher.feeds.rows import Row
from matcher.feeds.values import day, known, number, postcode, texts, weekly_hours, with_lines
from matcher.schema import Employment, Time

LISTS = ("jobAds", "JobPositionPostings")
FIELDS = {  # Record field: Jobnet's fields, in list and detail, today and in 2021. The first with a value counts.
    "id": ("jobAdId", "id", "ID"),
    "title": ("title", "Title"),
    "description": ("body", "description", "JobPositionInformation/Purpose", "Presentation"),
    "employer": ("hiringOrgName", "employer/name", "HiringOrgName", "HiringOrg/Name"),
    "postcode": ("postalCode", "job/address/postalCode", "WorkPlacePostalCode", "PostalCode"),
    "country": ("country", "job/address/countryCode", "job/address/countryName", "Country"),
    "municipality": ("municipality", "job/address/municipality", "Municipality"),
    "no_fixed_workplace": ("noFixedWorkplace", "job/noFixedWorkplace", "WorkPlaceNotStatic"),
    "url": ("jobAdUrl", "application/url", "Url"),
    "published": ("publicationDate", "publicationDateTime", "PostingCreated", "PublicationStartDate"),
    "deadline": (
        "applicationDeadline",
        "application/deadlineDate",
        "LastDateApplication",
        "ApplicationDetails/ApplicationDeadlineDate",
    ),
    "part_time": ("workHourPartTime", "job/isPartTime", "WorkHours"),
    "stated.weekly_hours_min": ("workHourMin", "job/workHourMin", "ApplicationDetails/WorkHourMin", "WorkHourMin"),
    "stated.weekly_hours_max": ("workHourMax", "job/workHourMax", "ApplicationDetails/WorkHourMax", "WorkHourMax"),
    "weekly_hours": ("JoblogWorkTime/WorkHour",),
    "times": ("job/shifts", "JoblogWorkTime/DailyWorkTime"),
    "licences": ("job/driversLicenses", "DriverLicense", "JobPositionInformation/DriverLicense"),
    "employment": (
        "jobAnnouncementTypeName",
        "job/type",
        "jobAnnouncementType",
        "JobAnnouncementType",
        "WorkConditions",
    ),
    "start": ("job/employmentDate", "JobPositionInformation/EmploymentDate", "AssignmentStartDate"),
}
DAILY: dict[str, Time] = {
    "DailyWorkTimeDay": "day",
    "DailyWorkTimeEvening": "evening",
    "DailyWorkTimeNight": "night",
    "DailyWorkTimeWeekend": "weekend",
}
TIMES: dict[str, Time] = {
    "dag": "day",
    "day": "day",
    "aften": "evening",
    "evening": "evening",
    "nat": "night",
    "night": "night",
    "weekend": "weekend",
    "skiftende": "rotating_shifts",
    "skiftende arbejdstider": "rotating_shifts",
}
TYPES: dict[str, Employment] = {
    "almindelige vilkår": "ordinary",
    "ordinært": "ordinary",
    "ordinaert": "ordinary",
    "normal": "ordinary",
    "fleksjob": "fleksjob",
    "flexjob": "fleksjob",
    "løntilskud": "subsidised",
    "job med løntilskud": "subsidised",
    "ansættelse med løntilskud": "subsidised",
    "wagesubsidy": "subsidised",
    "skånejob": "subsidised",
    "earlyretirement": "subsidised",
    "førtidspension": "subsidised",
    "foertidspension": "subsidised",
    "virksomhedspraktik": "internship",
    "companyinternship": "internship",
    "rotationsjob": "reserved",
    "jobrotation": "reserved",
    "seniorjob": "reserved",
    "efterlønner": "reserved",
    "efterloenner": "reserved",
    "earlyretiree": "reserved",
    "egnet til efterlønnere og seniorer": "mixed",
    "normalandearlyretiree": "mixed",
    "normalandearlyretireewithhotjob": "mixed",
}
PART_TIME = (True, "deltid", "parttime")


def is_ad(item: object) -> bool:
    """Whether a JSON object is a Jobnet ad."""
    if not isinstance(item, dict):
        return False
    detail = "body" in item and not item.keys().isdisjoint(("job", "application", "employer"))
    return detail or not item.keys().isdisjoint(("jobAdId", "JobPositionPosting", "HiringOrgName"))


def row(number_: int, item: dict[str, Any]) -> Row:
    """Converts one Jobnet ad to a record."""
    inner = item.get("JobPositionPosting")
    item = inner if isinstance(inner, dict) else item
    fields = {ours: _first(item, theirs) for ours, theirs in FIELDS.items()}
    names = {ours: theirs for ours, (theirs, _) in fields.items()}
    values = {ours: value for ours, (_, value) in fields.items()}
    kinds, times = employment(texts(values["employment"])), _times(item, values["times"])
    named = texts(values["licences"])
    unknown_times = [t for t in _parts(values["times"]) if t.casefold() not in TIMES]
    lines = (
        ("Ansættelsestype", ", ".join(texts(values["employment"])) if kinds == "unclear" else ""),
        ("Arbejdstid", ", ".join(unknown_times)),
        ("Kørekort", ", ".join(name for name in named if words.licences(name) is None)),
        ("Tiltrædelse", day(values["start"]) or "" if isinstance(values["start"], str) else ""),
    )
    record = {
        "id": _as_text(values["id"]),
        "title": clean(values["title"]) if isinstance(values["title"], str) else values["title"],
        "description": with_lines(_description(values["description"]), [(k, str(v)) for k, v in lines]),
        "employer": values["employer"],
        "postcode": postcode(values["postcode"]) if _is_danish(values["country"]) else None,
        "municipality": values["municipality"],
        "no_fixed_workplace": values["no_fixed_workplace"],
        "url": values["url"],
        "source": "jobnet",
        "published": day(values["published"]),
        "deadline": day(values["deadline"]),
        "stated": _hours(values)
        | {"times": times, "licences": [n for n in named if words.licences(n) is not None], "employment": kinds},
    }
    return Row(number_, record, names)


def employment(types: list[str]) -> Employment | None:
    """The kind of employment for Jobnet's types; "unclear" if one of them is unknown.

    >>> employment(["Almindelige vilkår"]), employment(["NormalAndFlexjob"]), employment(["SpringStone"])
    ('ordinary', 'mixed', 'unclear')
    """
    kinds = [kind for text in types for kind in _kinds(text)]
    if not kinds:
        return None
    if "unclear" in kinds:
        return "unclear"
    return kinds[0] if len(set(kinds)) == 1 else "mixed" if "ordinary" in kinds else "unclear"


def _kinds(text: str) -> list[Employment]:
    """The kinds that one text names: a known type, or several joined: "Almindelige vilkår, Fleksjob"."""
    whole = text.casefold().strip()
    if whole in TYPES:
        return [TYPES[whole]]
    if re.match(r"normaland[a-z]", whole):
        return ["mixed"]
    return [TYPES.get(part.strip(), "unclear") for part in re.split(r"[,;/]| eller | og ", whole)]


def _first(item: dict[str, Any], paths: tuple[str, ...]) -> tuple[str, Any]:
    """The first of Jobnet's fields with a value, and its value; the first field if none has one."""
    for path in paths:
        value: Any = item
        for key in path.split("/"):
            value = value.get(key) if isinstance(value, dict) else None
        if known(value):
            return path, value
    return paths[0], None


def _description(value: object) -> object:
    return clean(value) or None if isinstance(value, str) else value


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _is_danish(country: object) -> bool:
    """Whether a place is in Denmark. Only a country that is named and differs is abroad, because Jobnet is Danish."""
    return country is None or places.is_denmark(country) is True


def _hours(values: dict[str, Any]) -> dict[str, object]:
    """Hours from Jobnet's fields. Full time is not taken as stated, because some senders set it by default."""
    low, high = number(values["stated.weekly_hours_min"]), number(values["stated.weekly_hours_max"])
    if isinstance(values["weekly_hours"], str):
        low, high = weekly_hours(values["weekly_hours"])
    if high == 0 or (high is None and low == 0):
        low = high = None
    part_time = values["part_time"]
    part_time = part_time.casefold() if isinstance(part_time, str) else part_time
    return {"weekly_hours_min": low, "weekly_hours_max": high, "full_time": False if part_time in PART_TIME else None}


def _parts(value: object) -> list[str]:
    return [part.strip() for text in texts(value) for part in text.split(",") if part.strip()]


def _times(item: dict[str, Any], value: object) -> list[Time]:
    """Times of day from a list of shifts, from words, and from the four flags of 2021."""
    inner = item.get("ApplicationDetails")
    flags = item | (inner if isinstance(inner, dict) else {})
    flagged = [time for name, time in DAILY.items() if flags.get(name) is True]
    return list(dict.fromkeys([*(TIMES[t.casefold()] for t in _parts(value) if t.casefold() in TIMES), *flagged]))
