"""``ipsmatch serve`` and ``ipsmatch service …``: run the service and look after its data."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.phrases import Language, Problem, say

if TYPE_CHECKING:  # heavy imports wait until a command needs them
    from service.settings import Settings
    from service.store import Store

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Look after the service's data; see the README for its settings."
)
SERVING = "serving"  # the folder whose lock is held while the service runs
DataOption = Annotated[Path | None, typer.Option("--data", help="The data folder; $IPSMATCH_DATA if not given.")]


@app.callback()
def _language(
    context: typer.Context,
    lang: Annotated[str, typer.Option("--lang", help="Language of what is printed: da or en.")] = "da",
) -> None:
    language: Language = "en" if lang == "en" else "da"
    context.obj = language


def serve(data: Path | None, host: str, port: int) -> None:
    """Serve until told to stop; calls under way are answered first. Problem where the database is not up to date."""
    import uvicorn

    from matcher.runs import held

    settings, store = _upgraded(data)
    store.close()
    for left in settings.data.glob(".feed-*"):  # of a process that was killed
        left.unlink(missing_ok=True)
    with held(settings.data / SERVING):
        uvicorn.run(
            "service.app:create", factory=True, host=host, port=port, workers=settings.workers, log_config=None,
            access_log=False, server_header=False, timeout_graceful_shutdown=settings.shutdown_seconds,
        )  # fmt: skip


@app.command()
def tenant(
    name: Annotated[str, typer.Argument(help="The tenant's name, as the OIDC issuer's claim has it.")],
    administrator: Annotated[str, typer.Option("--administrator", help="The name of its first user.")],
    data: DataOption = None,
) -> None:
    """Make a tenant and its administrator, whose first password is printed; makes the database if there is none."""
    from service import tenants
    from service.signin import Passwords
    from service.upgrade import upgrade

    settings, store = _opened(data)
    upgrade(store.engine)
    with store.writing() as db:
        password = tenants.create(db, Passwords(settings), name, administrator)
    store.close()
    typer.echo(password)


@app.command()
def demo(
    vacancies: Annotated[list[Path], typer.Argument(help="Files of vacancies to show.")],
    candidates: Annotated[Path, typer.Option("--candidates", help="A file of invented candidates.")],
    most: Annotated[int, typer.Option("--most", help="How many of them are on the caseload.")] = 8,
    data: DataOption = None,
) -> None:
    """Make a place to try the pages in, and print names and passwords. Only for trying out."""
    from service import demo

    settings, store = _opened(data)
    store.close()
    for person in demo.make(settings, vacancies, candidates, most):
        typer.echo(f"{person.name}  {person.password}")


@app.command("upgrade")
def upgrade_database(data: DataOption = None) -> None:
    """Bring the database up to date with this version of the program. Make a backup first."""
    from service.upgrade import upgrade

    _, store = _opened(data)
    upgrade(store.engine)
    store.close()


@app.command()
def verify(context: typer.Context, data: DataOption = None) -> None:
    """Check that no log was changed, shortened or added to. Keep the heads that are printed outside the database."""
    from sqlalchemy import select

    from service import audit
    from service.store import Chain, Tenant

    _, store = _upgraded(data)
    with store.reading() as db:
        for tenant_id, name in db.execute(select(Tenant.id, Tenant.name).order_by(Tenant.name)).all():
            if broken := audit.verify(db, tenant_id):
                raise Problem("stop.broken_log", tenant=name, seq=broken.seq, why=broken.why)
            chain = db.get_one(Chain, tenant_id)
            typer.echo(say("verify.holds", context.obj, tenant=name, entries=chain.seq, head=chain.digest))
    store.close()


@app.command()
def retain(context: typer.Context, data: DataOption = None) -> None:
    """Delete what is past its retention (the settings IPSMATCH_KEEP_…). Run it every day."""
    from service import retention

    settings, store = _upgraded(data)
    counts = retention.apply(store, settings)
    store.close()
    typer.echo(say("retain.gone", context.obj, **counts))


@app.command()
def backup(out: Annotated[Path, typer.Argument(help="The file to write.")], data: DataOption = None) -> None:
    """Copy the embedded database to a file while the service runs. Guard the file as the database itself."""
    from service.backup import back_up

    settings, store = _upgraded(data)
    store.close()
    back_up(settings, out)


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")], data: DataOption = None) -> None:
    """Put a backup in the place of the embedded database. Stop the service first."""
    from matcher.runs import held
    from service import backup

    settings, store = _opened(data)
    store.close()
    with held(settings.data / SERVING):
        backup.restore(settings, file)


def _upgraded(data: Path | None) -> "tuple[Settings, Store]":
    """The same, where the database is of this version; Problem where it is not."""
    from service.upgrade import check_upgraded

    settings, store = _opened(data)
    check_upgraded(store.engine)
    return settings, store


def _opened(data: Path | None) -> "tuple[Settings, Store]":
    """The settings, with the data folder that was given in place of theirs, and the database."""
    from service.settings import Settings
    from service.store import Store

    if data is not None:
        os.environ["IPSMATCH_DATA"] = str(data)  # where the processes that serve will look
    settings = Settings()
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    return settings, Store(settings.database_url)
