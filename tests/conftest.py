"""No telemetry leaves a test, whatever starts Prefect; and one worker has all tests that need its server."""

import os
import signal

import pytest

os.environ["DO_NOT_TRACK"] = "1"
os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
# A shell that runs the suite in the background has it ignore Ctrl-C, and with it all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Send the tests of a folder to one worker. xdist 3.8 has marks for that, which pytest 9 does not see."""
    from xdist.scheduler import LoadScopeScheduling  # noqa: PLC0415  only under xdist

    class OneServer(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return "server" if nodeid.startswith("tests/prefect/") else nodeid

    return OneServer(config, log)
