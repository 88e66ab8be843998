"""A real Prefect server for the whole session, on a free port of loopback, with a home of its own."""

import os
import signal
import socket
import subprocess
import sys
from urllib.error import URLError

import pytest
from serving import ARTICLE, Server, until


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    home = tmp_path_factory.mktemp("prefect")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Server(port, home)
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)],
            env=server.env,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )

    def answers():
        assert process.poll() is None, (home / "server.log").read_text()
        try:
            return server.ask("/health")
        except (URLError, OSError):
            return False

    try:
        until(answers, 120)
        yield server
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def corpus(tmp_path):
    """Give the folder tmp_path/in with files of these names and texts, or numbered articles."""

    def make(files=None, *, articles=0, repeat=1):
        folder = tmp_path / "in"
        folder.mkdir()
        for name, text in (files or {}).items():
            (folder / name).write_text(text)
        for n in range(articles):
            (folder / f"{n:03}.txt").write_text(
                "".join(ARTICLE.format(n=n * 1000 + m) for m in range(repeat))
            )
        return folder

    return make
