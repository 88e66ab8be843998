"""Where Prefect's server is, told without Prefect."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from flows.server import DEFAULT, Server, find_server


class Health(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/api/health" else 404)
        self.end_headers()
        self.wfile.write(b"true")

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with HTTPServer(("127.0.0.1", 0), Health) as http:
        threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}/api"
        http.shutdown()


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    for name in ("PREFECT_API_URL", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path))
    return tmp_path


def test_an_address_in_the_environment(server, monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", server)
    assert find_server() == Server(server, configured=True, answers=True)


def test_an_address_in_the_active_profile(server, home, monkeypatch):
    (home / "profiles.toml").write_text(
        f'active = "desk"\n[profiles.desk]\nPREFECT_API_URL = "{server}"\n[profiles.local]\n'
    )
    assert find_server() == Server(server, configured=True, answers=True)
    monkeypatch.setenv("PREFECT_PROFILE", "local")
    assert not find_server().configured


def test_a_server_that_does_not_answer(monkeypatch, server):
    for address in ("http://127.0.0.1:9/api", server.replace("/api", "/other"), "nonsense", "http://[bad"):
        monkeypatch.setenv("PREFECT_API_URL", address)
        assert find_server() == Server(address, configured=True, answers=False)


def test_without_any_the_default_address_is_asked(monkeypatch):
    asked = []
    monkeypatch.setattr("flows.server._answers", lambda address: asked.append(address) or False)
    assert find_server() == Server(DEFAULT, configured=False, answers=False)
    assert asked == [DEFAULT]
