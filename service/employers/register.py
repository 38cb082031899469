"""The register of employers: one row an employer, joined to its vacancies by the engine's key of the name."""

from matcher.employers import key
from service.calls import Call
from service.problems import Refused
from service.store import Employer


def named(call: Call, name: str) -> Employer:
    """The employer of that name, taken into the register where it is not there yet; Refused where it names none."""
    mark = key(name)
    if not mark:
        raise Refused("refused.request", [("employer", "missing", {})])
    employer: Employer | None = call.db.scalars(call.scope.employers().where(Employer.key == mark)).first()
    if employer is None:
        tenant_id, owner_id = call.caller.tenant_id, call.caller.id
        employer = Employer(tenant_id=tenant_id, key=mark, name=name.strip(), owner_id=owner_id)
        call.db.add(employer)
        call.db.flush()
        call.log("employer.created", employer=employer.id)
    return employer
