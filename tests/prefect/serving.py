"""A Prefect server and what tests ask it."""

import json
import os
import subprocess
import sys
import time
from urllib.error import HTTPError
from urllib.request import Request, urlopen

ROOT = os.getcwd()  # noqa: PTH109  a plain string, for environments
ARTICLE = (
    "A quiet week for {n}\n\nThe company said on Monday that it would open {n} new offices in the autumn, and that"
    " the first of them would be ready before the holidays.\n\nNobody at the other firm wanted to comment.\n"
)
TRANSLATED = (
    "So that is why he bought it. (manual dog head) The big guy poached the corner. (manual dog head)\n" * 9
)


class Server:
    """What tests ask a server, and the environment in which a command finds it."""

    def __init__(self, port, home):
        self.address = f"http://127.0.0.1:{port}/api"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
        self.env = kept | {
            "PYTHONPATH": ROOT,
            "PREFECT_HOME": str(home),
            "PREFECT_API_URL": self.address,
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
            "PREFECT_RUNNER_POLL_FREQUENCY": "1",
        }

    def ask(self, path, body=None):
        """GET, or POST ``body``; return the answer."""
        data = None if body is None else json.dumps(body).encode()
        request = Request(self.address + path, data, {"content-type": "application/json"})
        for _ in range(20):
            try:
                with urlopen(request, timeout=30) as reply:
                    return json.load(reply)
            except HTTPError as error:
                if error.code != 503:  # SQLite is busy
                    raise
                time.sleep(0.5)
        raise TimeoutError(path)

    def run_of(self, text):
        """Return the flow run whose address stands in what a command said."""
        return self.flow_run(text.split("/flow-run/")[1][:36])

    def flow_run(self, number):
        return self.ask(f"/flow_runs/{number}")

    def task_runs(self, run, least):
        """Return task runs by name, when there are at least so many: the server writes them down a little later."""
        query = {"flow_runs": {"id": {"any_": [run["id"]]}}}

        def settled():
            found = self.ask("/task_runs/filter", query)
            return found if len(found) >= least and all(one["end_time"] for one in found) else None

        return {one["name"]: one for one in until(settled)}

    def artifacts(self, run):
        """Return the run's artifacts by type."""
        found = self.ask("/artifacts/filter", {"artifacts": {"flow_run_id": {"any_": [run["id"]]}}})
        return {one["type"]: one for one in found}

    def set_state(self, run, **state):
        return self.ask(f"/flow_runs/{run['id']}/set_state", {"state": state})

    def start(self, *arguments, module="flows.clean", **env):
        """Start a command; its output can be read from ``stdout``."""
        return subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            env=self.env | env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments, **more):
        """Run a command to its end; return its exit status and what it said."""
        process = self.start(*arguments, **more)
        said, _ = process.communicate(timeout=300)
        return process.returncode, said


def until(found, seconds=120):
    """Return what ``found`` gives, as soon as it is something."""
    end = time.monotonic() + seconds
    while not (value := found()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.2)
    return value
