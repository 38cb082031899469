"""``ipsmatch serve`` and ``ipsmatch service …``: run the service and look after its data."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:  # heavy imports wait until a command needs them
    from service.settings import Settings
    from service.store import Store

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Look after the service's data; see the README for its settings."
)
DataOption = Annotated[Path | None, typer.Option("--data", help="The data folder; $IPSMATCH_DATA if not given.")]


def serve(data: Path | None, host: str, port: int) -> None:
    """Serve until told to stop; calls under way are answered first. Problem where the database is not up to date."""
    import uvicorn

    from service.upgrade import check_upgraded

    settings, store = _opened(data)
    check_upgraded(store.engine)
    store.close()
    for left in settings.data.glob(".feed-*"):  # of a process that was killed
        left.unlink(missing_ok=True)
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


@app.command("upgrade")
def upgrade_database(data: DataOption = None) -> None:
    """Bring the database up to date with this version of the program. Make a backup first."""
    from service.upgrade import upgrade

    _, store = _opened(data)
    upgrade(store.engine)
    store.close()


def _opened(data: Path | None) -> "tuple[Settings, Store]":
    """The settings, with the data folder that was given in place of theirs, and the database."""
    from service.settings import Settings
    from service.store import Store

    if data is not None:
        os.environ["IPSMATCH_DATA"] = str(data)  # where the processes that serve will look
    settings = Settings()
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    return settings, Store(settings.database_url)
