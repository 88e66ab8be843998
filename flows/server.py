"""Where Prefect's server is, if there is one, found out without importing Prefect: that costs seconds."""

# ruff: noqa: PLC0415  an HTTP client is loaded only when something answers
import os
import socket
import tomllib
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

DEFAULT = "http://127.0.0.1:4200/api"


class Server(NamedTuple):
    """An API address, whether somebody configured it, and whether a Prefect server answers there."""

    address: str
    configured: bool
    answers: bool


def find_server() -> Server:
    """Return the configured server, or else the one at Prefect's default address."""
    address = _configured()
    return Server(address or DEFAULT, configured=address is not None, answers=_answers(address or DEFAULT))


def _configured() -> str | None:
    return os.environ.get("PREFECT_API_URL") or _from_profile()


def _from_profile() -> str | None:
    """Return the address in the active profile, read as Prefect reads it."""
    home = Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser()
    path = Path(os.environ.get("PREFECT_PROFILES_PATH") or home / "profiles.toml").expanduser()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None  # Prefect itself will say what is wrong with it
    profile = data.get("profiles", {}).get(os.environ.get("PREFECT_PROFILE") or data.get("active"), {})
    address = profile.get("PREFECT_API_URL")
    return str(address) if address else None


def _answers(address: str, seconds: float = 1.0) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        socket.create_connection((parts.hostname or "", port), seconds).close()
        from urllib.request import urlopen

        with urlopen(f"{address.rstrip('/')}/health", timeout=2 * seconds) as reply:  # noqa: S310  the person's own
            return bool(reply.status == 200)
    except (OSError, ValueError):
        return False
