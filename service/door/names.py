"""Rules for the names of users and tenants, which many people read."""

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from matcher.privacy import forbidden
from matcher.schema import HELD

CONTROLS = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
HEALTH = ("diagnosis", "symptom", "medicine")  # not "treatment": many workplaces are named after it


def _without_health(name: str, info: ValidationInfo) -> str:
    """Refuse a CPR number, or words about health, in a name."""
    findings = [] if info.context == HELD else forbidden(name)
    if any(finding.category == "cpr" for finding in findings):
        raise PydanticCustomError("cpr_number", "a CPR number may not stand here")
    if words := ", ".join(finding.words for finding in findings if finding.category in HEALTH):
        raise PydanticCustomError("health_in_name", "may not stand here: {words}", {"words": words})
    return name


# "|" is for names from the OIDC issuer.
Name = Annotated[
    str, Field(min_length=1, max_length=100, pattern=rf"^[^|{CONTROLS}]+$"), AfterValidator(_without_health)
]
PlaceName = Annotated[str, Field(max_length=60, pattern=rf"^[^{CONTROLS}]*$"), AfterValidator(_without_health)]
