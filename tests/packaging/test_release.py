"""The list for a release and the workflow name what is there, and leave nothing out."""

import re
import subprocess

import pytest
import yaml
from installers.about import PACKAGING, ROOT

WORKFLOW = (ROOT / ".ci" / "release.yml").read_text(encoding="utf-8")
JOBS = yaml.safe_load(WORKFLOW)["jobs"]
LIST = (PACKAGING / "RELEASE.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"(?m)^([a-z-]+):.*## ", MAKEFILE))
NOT_A_CHECK = {"help", "run", "speech", "lint", "check", "installers", "lock", "clean"}
STEPS = [step for job in JOBS.values() for step in job["steps"]]


def test_every_long_check_is_on_the_list():
    named = set(re.findall(r"`make ([a-z-]+)", LIST))
    assert named - {"lock"} == TARGETS - NOT_A_CHECK


def test_the_workflow_makes_what_can_be_made():
    made = set(re.findall(r"\bmake ([a-z/-]+)", WORKFLOW)) - {"sure"}
    assert made <= TARGETS | {"build/venv/ready"}


def test_every_secret_and_variable_is_explained():
    named = set(re.findall(r"(?:secrets|vars)\.(\w+)", WORKFLOW))
    assert len(named) > 8
    assert named <= set(re.findall(r"`([A-Z_]+)`", LIST))


def test_every_key_that_our_scripts_read_is_handed_to_them():
    files = [*PACKAGING.glob("*.sh"), *PACKAGING.glob("macos/*"), *PACKAGING.glob("windows/*.py")]
    read = {
        name
        for file in files
        for name in re.findall(r"RLS_(?:MAC|SIGN|SUMS)_\w+", file.read_text())
    }
    given = {name for job in JOBS.values() for name in job.get("env", {})}
    given |= {name for step in STEPS for name in step.get("env", {})}
    # A token is at a desk, not on a runner.
    assert read - {"RLS_SIGN_MODULE"} <= given


@pytest.mark.parametrize("step", [s for s in STEPS if "run" in s], ids=lambda s: s["run"][:40])
def test_what_it_runs_is_shell_and_names_files_that_are_there(step):
    words = re.sub(r"\$\{\{.*?\}\}", "x", step["run"])
    assert subprocess.run(["bash", "-n"], input=words, text=True, check=False).returncode == 0
    for path in re.findall(r"(?<![\w/$}\"])(?:packaging|\.ci)/[\w./-]+", words):
        assert (ROOT / path).exists(), path


def test_no_secret_is_put_into_a_command():
    for step in STEPS:
        assert "secrets." not in step.get("run", "")


def test_only_what_publishes_may_write():
    assert yaml.safe_load(WORKFLOW)["permissions"] == {"contents": "read"}
    allowed = {name: job["permissions"] for name, job in JOBS.items() if "permissions" in job}
    assert allowed == {"publish": {"contents": "write"}}
    keys = {name: job.get("environment") for name, job in JOBS.items()}
    assert keys == {
        "may-be-released": None,
        "linux-and-windows": "signing",
        "macos": "signing",
        "publish": "publishing",
    }


def test_every_job_but_the_first_waits_until_it_may_be_released():
    assert all("needs" in job for name, job in JOBS.items() if name != "may-be-released")


def test_every_file_that_the_list_names_is_there():
    named = set(re.findall(r"`((?:windows|linux|macos|installers|packaging)/[\w./-]+)`", LIST))
    assert len(named) > 4
    assert [name for name in named if not (PACKAGING / name).exists()] == []
