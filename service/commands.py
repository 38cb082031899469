"""``ipsmatch serve`` and ``ipsmatch service …``: run the service and look after its data."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.phrases import Language, say

if TYPE_CHECKING:  # heavy imports wait until a command needs them
    from service.erasing import Eraser
    from service.settings import Settings
    from service.store import Store

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Look after the service's data; see docs/service/settings.md for its settings.",
)
SERVING = "serving"  # the folder whose lock a running service has
RESTORING = "restoring"  # a file that exists from the beginning of a restore to the end of its replay
DataOption = Annotated[Path | None, typer.Option("--data", help="The data folder; $IPSMATCH_DATA if not given.")]


@app.callback()
def _language(
    context: typer.Context,
    lang: Annotated[str, typer.Option("--lang", help="Language of what is printed: da or en.")] = "da",
) -> None:
    language: Language = "en" if lang == "en" else "da"
    context.obj = language


def serve(data: Path | None, host: str, port: int) -> None:
    """Serve until stopped; calls under way are answered first. Problem if the database is of another version.

    In an empty folder the pages say how to begin.
    """
    import uvicorn

    from matcher.runs import held
    from service.connection import Connection
    from service.phrases import Problem
    from service.upgrade import begin

    settings, store = _opened(data)
    begin(store.engine)
    store.close()
    with held(settings.data / SERVING):
        if (settings.data / RESTORING).exists():
            raise Problem("stop.restoring", path=settings.data)
        for left in settings.data.glob(".feed-*"):  # of a killed process
            left.unlink(missing_ok=True)
        uvicorn.run(
            "service.app:create",
            factory=True,
            host=host,
            port=port,
            workers=settings.workers,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=settings.shutdown_seconds,
            http=Connection,
            ws="none",
        )


@app.command()
def tenant(
    name: Annotated[str, typer.Argument(help="The tenant's name, as the OIDC issuer's claim has it.")],
    administrator: Annotated[str, typer.Option("--administrator", help="The name of its first user.")],
    data: DataOption = None,
) -> None:
    """Make a tenant and its administrator, and print the first password. Makes the database if there is none."""
    from service.door import tenants
    from service.door.passwords import Passwords
    from service.upgrade import upgrade

    settings, store = _opened(data)
    upgrade(store.engine)
    password = tenants.create(store, Passwords(settings), settings, name, administrator)
    store.close()
    typer.echo(password)


@app.command()
def administrator(
    tenant: Annotated[str, typer.Argument(help="The tenant.")],
    name: Annotated[str, typer.Argument(help="The name of an existing or a new user.")],
    data: DataOption = None,
) -> None:
    """Make a user an administrator, and print a first password. A tenant should have two administrators."""
    from service.door import tenants
    from service.door.passwords import Passwords
    from service.removals import Removals

    settings, store = _upgraded(data)
    removals = Removals(settings.removals_file)
    password = tenants.administrator(store, Passwords(settings), settings, removals, tenant, name)
    store.close()
    typer.echo(password)


@app.command()
def approvals(data: DataOption = None) -> None:
    """List the acts that one administrator asked for and another must approve."""
    from sqlalchemy import select

    from service.store import Approval, Tenant, User

    _, store = _upgraded(data)
    query = select(Approval, Tenant.name, User.name).join(Tenant, Tenant.id == Approval.tenant_id)
    query = query.outerjoin(User, User.id == Approval.user_id).where(Approval.answer.is_(None)).order_by(Approval.at)
    with store.reading() as db:
        for waiting, tenant, user in db.execute(query).all():
            typer.echo(f"{waiting.id}  {tenant}  {waiting.at:%Y-%m-%d}  {waiting.act}  {user or ''}  {waiting.change}")
    store.close()


@app.command()
def approve(
    id: Annotated[str, typer.Argument(help="The act's id, as `approvals` lists it.")], data: DataOption = None
) -> None:
    """Approve an act for a tenant that has one administrator only; prints its first password or key, if any."""
    from service.door.accounts import Accounts
    from service.door.passwords import Passwords
    from service.door.rates import Rates
    from service.phrases import Problem
    from service.problems import Refused
    from service.removals import Removals

    settings, store = _upgraded(data)
    passwords = Passwords(settings)
    accounts = Accounts(store, passwords, Rates(settings), settings, Removals(settings.removals_file))
    try:
        done = accounts.approve(id, None)
    except Refused as refusal:
        raise Problem("stop.no_approval", id=id) from refusal
    store.close()
    if secret := done.password or done.key:
        typer.echo(secret)


@app.command("remove-user")
def remove_user(
    tenant: Annotated[str, typer.Argument(help="The tenant.")],
    name: Annotated[str, typer.Argument(help="The user's name.")],
    data: DataOption = None,
) -> None:
    """Delete a user for good. Hand over or delete the candidates on the caseload first."""
    from service.door import tenants
    from service.erasing import Eraser
    from service.removals import Removals

    settings, store = _upgraded(data)
    with store.writing() as db:
        entry, user_id = tenants.remove_user(db, tenant, name)
        Removals(settings.removals_file).note(entry, "account", user_id)
    _erase(Eraser(store))
    store.close()


@app.command("remove-tenant")
def remove_tenant(
    name: Annotated[str, typer.Argument(help="The tenant.")],
    really: Annotated[str, typer.Option("--really", help="The tenant's name once more.")] = "",
    data: DataOption = None,
) -> None:
    """Delete a tenant for good: users, candidates, vacancies, log and index. Stop the service first."""
    import shutil

    from matcher.runs import held
    from service.door import tenants
    from service.erasing import Eraser
    from service.phrases import Problem
    from service.removals import Removals

    settings, store = _upgraded(data)
    if really != name:
        raise Problem("stop.not_repeated", name=name)
    with held(settings.data / SERVING), store.writing() as db:
        tenant_id = tenants.remove_tenant(db, name)
        Removals(settings.removals_file).note_tenant(tenant_id)
    for folder in (settings.indexes, settings.leads):
        shutil.rmtree(folder / tenant_id, ignore_errors=True)
    _erase(Eraser(store))
    store.close()


@app.command()
def demo(
    vacancies: Annotated[list[Path], typer.Argument(help="Files of vacancies to show.")],
    candidates: Annotated[Path, typer.Option("--candidates", help="A file of invented candidates.")],
    most: Annotated[int, typer.Option("--most", help="How many candidates to put on the caseload.")] = 8,
    data: DataOption = None,
) -> None:
    """Make a tenant with invented people to try the pages, and print names and passwords. Not for real data."""
    from service import demo

    settings, store = _opened(data)
    store.close()
    for person in demo.make(settings, vacancies, candidates, most):
        typer.echo(f"{person.name}  {person.password}")


@app.command()
def quarter(
    out: Annotated[Path, typer.Option("--out", help="The folder to write CSV files to.")],
    people: Annotated[int, typer.Option("--people", min=1, max=999, help="How many people.")] = 200,
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same people.")] = 1,
    quarter: Annotated[str, typer.Option("--quarter", help="As 2026-Q4; this one if not given.")] = "",
    data: Annotated[
        Path | None, typer.Option("--data", help="A new data folder to put them in too; prints names and passwords.")
    ] = None,
) -> None:
    """Write a quarter of invented people, to try the figures with."""
    import datetime

    from service import quarter as invented
    from service.cases.outcomes import Quarter
    from service.phrases import Problem
    from service.problems import Refused

    try:
        chosen = Quarter.written(quarter) if quarter else Quarter.of(datetime.date.today())
    except Refused as refusal:
        raise Problem("stop.quarter", text=quarter) from refusal
    invented.write(out, people, seed, chosen)
    if data is not None:
        settings, store = _opened(data)
        store.close()
        for person in invented.fill(settings, out):
            typer.echo(f"{person.name}  {person.password}")


@app.command("upgrade")
def upgrade_database(data: DataOption = None) -> None:
    """Bring the database up to date with this version of the program. Make a backup first."""
    from service.upgrade import upgrade

    _, store = _opened(data)
    upgrade(store.engine)
    store.close()


@app.command()
def verify(
    context: typer.Context,
    heads: Annotated[
        list[str] | None, typer.Option("--head", help="A head printed earlier, to look for: TENANT=NO:HEAD.")
    ] = None,
    data: DataOption = None,
) -> None:
    """Check that no log was changed, shortened or added to. Keep the printed heads outside the database."""
    from sqlalchemy import select

    from service import audit
    from service.phrases import Problem
    from service.store import Chain, Tenant

    _, store = _upgraded(data)
    with store.reading() as db:  # one state of the whole database, while others write
        tenants = {name: id_ for id_, name in db.execute(select(Tenant.id, Tenant.name).order_by(Tenant.name)).all()}
        for name, tenant_id in tenants.items():
            if broken := audit.verify(db, tenant_id):
                raise Problem("stop.broken_log", tenant=name, seq=broken.seq, why=broken.why)
            chain = db.get_one(Chain, tenant_id)
            typer.echo(say("verify.holds", context.obj, tenant=name, entries=chain.seq, head=chain.digest))
        for tenant, seq, digest in map(_head, heads or ()):
            if tenant not in tenants:
                raise Problem("stop.no_tenant", name=tenant)
            holds = audit.holds_head(db, tenants[tenant], seq, digest)
            if holds is False:
                raise Problem("stop.head", tenant=tenant, seq=seq, head=digest)
            typer.echo(say("verify.has_head" if holds else "verify.head_gone", context.obj, tenant=tenant, seq=seq))
    store.close()


def _head(text: str) -> tuple[str, int, str]:
    """The tenant, number and digest of a head as ``verify`` prints it; Problem if it has another form."""
    from service.phrases import Problem

    tenant, equals, rest = text.rpartition("=")
    seq, colon, digest = rest.partition(":")
    if not (equals and colon and seq.isdecimal()):
        raise Problem("stop.head_form", head=text)
    return tenant, int(seq), digest


@app.command()
def retain(
    context: typer.Context,
    clock_is_right: Annotated[
        bool, typer.Option("--clock-is-right", help="Delete even if nothing was logged for three months.")
    ] = False,
    data: DataOption = None,
) -> None:
    """Delete what is past its retention (the settings IPSMATCH_KEEP_…). Run it every day."""
    from service import retention
    from service.erasing import Eraser

    settings, store = _upgraded(data)
    if not clock_is_right:
        retention.check_clock(store)
    counts = retention.apply(store, settings)
    done = Eraser(store).done
    store.close()
    typer.echo(say("retain.gone", context.obj, **counts))
    if not done:
        typer.echo(say("erase.left", context.obj), err=True)


@app.command()
def backup(out: Annotated[Path, typer.Argument(help="The file to write.")], data: DataOption = None) -> None:
    """Copy the embedded database, of any version, to a file; the service may run. Guard it like the database."""
    from service.backup import back_up

    settings, store = _opened(data)
    store.close()
    back_up(settings, out)


@app.command()
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")],
    data: DataOption = None,
) -> None:
    """Replace the embedded database by a backup, and repeat the deletions and revocations made since.

    Stop the service first. Everybody is signed out.
    """
    from matcher.runs import held
    from service import backup

    settings, store = _opened(data)
    store.close()
    with held(settings.data / SERVING):
        backup.restore(settings, file, begun=settings.data / RESTORING)
        _replay(context)


@app.command()
def replay(context: typer.Context, data: DataOption = None) -> None:
    """Repeat the deletions and revocations made since a backup, after PostgreSQL's own restore of it.

    Stop the service first. Everybody is signed out.
    """
    from matcher.runs import held

    settings, store = _opened(data)
    store.close()
    with held(settings.data / SERVING):
        _replay(context)


def _replay(context: typer.Context) -> None:
    from service import backup
    from service.erasing import Eraser
    from service.removals import Removals
    from service.upgrade import upgrade

    settings, store = _opened(None)
    upgrade(store.engine)
    acts = backup.replay(store, Removals(settings.removals_file))
    _erase(Eraser(store))
    store.close()
    (settings.data / RESTORING).unlink(missing_ok=True)
    typer.echo(say("restore.again", context.obj, acts=acts))


def _erase(eraser: "Eraser") -> None:
    """Remove deleted data from the files; a running service does the rest later."""
    from service.retention import ERASE_SECONDS

    eraser.deleted()
    eraser.erase(ERASE_SECONDS)


def _upgraded(data: Path | None) -> "tuple[Settings, Store]":
    """Like ``_opened``; Problem unless the database is of this version."""
    from service.upgrade import check_upgraded

    settings, store = _opened(data)
    check_upgraded(store.engine)
    return settings, store


def _opened(data: Path | None) -> "tuple[Settings, Store]":
    """The settings and the database. data: a folder in place of the one in the settings."""
    from service.settings import Settings
    from service.store import Store

    if data is not None:
        os.environ["IPSMATCH_DATA"] = str(data)  # read by the processes that serve
    settings = Settings()
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.umask(0o077)  # only the account that runs the service may read new files, also in an existing folder
    return settings, Store(settings.database_url)
