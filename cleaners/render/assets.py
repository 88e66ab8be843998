"""What every page carries inside itself: template, style and script, and the policy that allows only these."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

_HERE = files("cleaners.render") / "assets"


@cache
def template(name: str) -> Template:
    """Return a template, compiled once a process; style, script and policy of the page are its globals."""
    style = _read("base.css") + _read(f"{name}.css")
    script = _read(f"{name}.js")
    shell = {"style": Markup(style), "script": Markup(script), "policy": _policy(style, script)}  # noqa: S704  our own files
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_read(f"{name}.html"), globals=shell)


def _policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy: this style and this script by digest, and nothing from anywhere."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _digest(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
