"""A run on two processes, to be killed: input folder and output folder are the arguments."""

import sys

from flows.job import run_job
from flows.pool import in_processes
from flows.settings import JobSettings

if __name__ == "__main__":
    job = JobSettings(paths=(sys.argv[1],), output=sys.argv[2], formats=("txt", "json"))
    run_job(job, lambda work, shards: in_processes(work, shards, 2, print), shard_bytes=5000)
