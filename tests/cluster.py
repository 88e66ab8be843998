"""A Dask cluster of its own for tests: a scheduler and workers on loopback."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

from distributed import Client


@contextmanager
def cluster_in(folder, env, workers=2):
    """Start a scheduler and workers; give the scheduler's address, and kill all of them at the end."""
    file = folder / "scheduler.json"
    options = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(file)]

    def start(name, *more):
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{name}", *options, *more],
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    processes = [
        start("dask_scheduler", "--port", "0"),
        start("dask_worker", "--nworkers", str(workers), "--nthreads", "1"),
    ]
    try:
        while not file.exists():
            assert processes[0].poll() is None
            time.sleep(0.05)
        with Client(scheduler_file=str(file), timeout="60s", set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)
            yield client.scheduler.address
    finally:
        for process in reversed(processes):
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
