"""What a file of figures says about itself: day, commit, interpreter, machine and its load."""

import json
import os
import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"


def _git(*words: str) -> str:
    try:
        done = subprocess.run(("git", *words), cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):  # no git, or no repository
        return ""
    return done.stdout.strip()


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def about() -> dict[str, Any]:
    """Describe this run. `changed` tells that the sources differ from the commit."""
    sources = ("src", "plugins", "seeds", "benchmarks/*.py")
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "commit": _git("rev-parse", "--short", "HEAD") or None,
        "changed": bool(_git("status", "--porcelain", "--", *sources)),
        "python": platform.python_version(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def rounded(value: Any) -> Any:
    """Give JSON data with six figures to a number, which is more than any measurement bears."""
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, Mapping):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(each) for each in value]
    return value


def write(path: Path, figures: Any, **more: Any) -> None:
    """Write figures with what is known about the run as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = {"about": {**about(), **more}, "figures": rounded(figures)}
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
