"""The REST service over the same ``Matcher`` as the command line.

``create_app(Settings(...))`` makes the ASGI application for your own server; ``ipsmatch serve`` runs it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str
    from service.app import create_app
    from service.settings import Settings

__all__ = ["Settings", "create_app"]
ROOMS = {"create_app": "app", "Settings": "settings"}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version("ipsmatch")
    if name not in ROOMS:
        raise AttributeError(f"module 'service' has no attribute {name!r}")
    return getattr(import_module(f"service.{ROOMS[name]}"), name)
