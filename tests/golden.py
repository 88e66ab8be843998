"""`python -m tests.golden` renews the expected outputs of the five seeds; read the difference before committing."""

import shutil
import tempfile
from pathlib import Path

from flows.job import run_job
from flows.settings import JobSettings

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"


def build(folder: Path) -> dict[str, bytes]:
    """Run the job on the seeds into ``folder`` and return what it wrote, by relative path, dotted files aside."""
    run_job(JobSettings(paths=(str(ROOT / "seeds"),), output=str(folder), workers=1))
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    relative = {p.relative_to(folder): p for p in files}
    return {
        str(r): p.read_bytes() for r, p in relative.items() if not any(x.startswith(".") for x in r.parts)
    }


def main() -> None:
    """Write GOLDEN anew."""
    with tempfile.TemporaryDirectory() as temporary:
        outputs = build(Path(temporary))
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, content in outputs.items():
        path = GOLDEN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
