"""Hypothesis profiles: `dev` by default, `ci` derandomised, `fuzz` long."""

import os

from hypothesis import HealthCheck, settings

_QUIET = (HealthCheck.too_slow,)  # drawing articles is slow on a busy machine, and no defect
settings.register_profile("dev", max_examples=40, deadline=None, suppress_health_check=_QUIET)
settings.register_profile(
    "ci",
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=_QUIET,
)
settings.register_profile("fuzz", max_examples=5_000, deadline=None, suppress_health_check=_QUIET)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))
