"""The action and the hook: valid by the schemas of those who read them, and run as they run them, without a network."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

BIN = Path(sys.executable).parent
Check = Callable[..., tuple[int, str]]


def run(*command: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **variables}
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def action() -> dict[str, Any]:
    value: dict[str, Any] = yaml.safe_load((Path(__file__).parents[2] / "action.yml").read_text("utf-8"))
    return value


def test_the_action_is_valid_by_githubs_schema(root: Path) -> None:
    checked = run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml", cwd=root)
    assert checked.returncode == 0, checked.stdout


class Runner:
    """Runs the steps of a composite action as GitHub's runner does: expressions in `env` filled in, then bash."""

    def __init__(self, action: dict[str, Any], home: Path, root: Path) -> None:
        self._action = action
        self._home = home
        self._root = root
        self.files = {name: home / name for name in ("GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")}
        for path in self.files.values():
            path.write_text("")

    def step(self, number: int, inputs: dict[str, str], **variables: str) -> subprocess.CompletedProcess[str]:
        step = self._action["runs"]["steps"][number]
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "an expression in a script is a way in for whoever writes the input"
        given = {name: about.get("default", "") for name, about in self._action["inputs"].items()} | inputs
        assert set(inputs) <= set(self._action["inputs"])
        environment = {name: self._filled(text, given) for name, text in step["env"].items()}
        script = self._home / "step.sh"
        script.write_text(step["run"])
        github = {name: str(path) for name, path in self.files.items()}
        github |= {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(self._home), "RUNNER_TEMP": str(self._home)}
        bash = ("bash", "--noprofile", "--norc", "-eo", "pipefail", script)
        return run(*bash, cwd=self._home, **{**github, **environment, **variables})

    def _filled(self, text: str, given: dict[str, str]) -> str:
        text = text.replace("${{ github.action_path }}", str(self._root))
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], text)

    def outputs(self) -> dict[str, str]:
        pairs = (line.partition("=") for line in self.files["GITHUB_OUTPUT"].read_text().splitlines())
        return {name: value for name, _, value in pairs}


@pytest.fixture
def runner(action: dict[str, Any], tmp_path: Path, root: Path) -> Runner:
    return Runner(action, tmp_path, root)


def test_the_action_uses_the_program_that_is_installed(runner: Runner) -> None:
    installed = runner.step(0, {"inputs": "pages"})
    assert installed.returncode == 0, installed.stderr
    assert installed.stdout.startswith("statedocs is installed: statedocs, version ")
    assert runner.files["GITHUB_PATH"].read_text() == ""


def test_the_action_installs_the_program_where_there_is_none(runner: Runner, tmp_path: Path, root: Path) -> None:
    """pip is played by a script: no network. What it is asked for is what matters."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("bash", "cat", "mkdir", "chmod"):
        (tools / name).symlink_to(str(shutil.which(name)))
    python = tools / "python3"
    python.write_text(
        '#!/bin/sh\nmkdir -p "$3/bin"\ncat > "$3/bin/python" <<END\n#!/bin/sh\necho "\\$@"\nEND\n'
        'chmod +x "$3/bin/python"\n'
    )
    python.chmod(0o755)
    installed = runner.step(0, {"inputs": "pages"}, PATH=str(tools))
    assert installed.returncode == 0, installed.stderr
    asked = installed.stdout.split()
    assert asked[:3] == ["-m", "pip", "install"]
    assert asked[-1] == f"{root}[archives,checks]"
    assert runner.files["GITHUB_PATH"].read_text() == f"{tmp_path}/statedocs-venv/bin\n"


def test_the_action_checks_and_tells(runner: Runner, pages: Path, tmp_path: Path, check: Check) -> None:
    check(pages, "--expected", tmp_path / "expected", "--accept")
    inputs = {
        "inputs": "pages\n",
        "expected": "expected",
        "junit": "out/junit.xml",
        "sarif": "out/s.sarif",
        "options": "--exclude\n*.md\n",
    }
    done = runner.step(1, inputs)
    assert done.returncode == 0, done.stdout + done.stderr
    assert runner.outputs()["exit-code"] == "0"
    assert runner.outputs()["reason"].startswith("OK: ")
    assert (tmp_path / "out" / "junit.xml").exists()
    assert (tmp_path / "out" / "s.sarif").exists()
    (pages / "-gone.html").write_bytes(b"%PDF-1.4")
    done = runner.step(1, {**inputs, "inputs": "pages\n", "fail-on": "never"})
    assert done.returncode == 1
    assert "::error file=pages/-gone.html,line=1,title=statedocs%3A page-failed::" in done.stdout
    assert runner.outputs()["reason"].startswith("FAILED: 1 of ")
    assert "### statedocs check: failed" in runner.files["GITHUB_STEP_SUMMARY"].read_text("utf-8")


@pytest.mark.parametrize("inputs", ["", "nothing", "--help\n$(touch hacked)"])
def test_the_action_says_that_it_could_not_run(runner: Runner, tmp_path: Path, inputs: str) -> None:
    done = runner.step(1, {"inputs": inputs})
    assert done.returncode == 2
    assert runner.outputs()["exit-code"] == "2"
    assert not (tmp_path / "hacked").exists()


def test_the_action_checks_records_against_their_pages(runner: Runner, pages: Path, tmp_path: Path) -> None:
    assert run(BIN / "statedocs", "convert", pages, "-q", "-o", "out", cwd=tmp_path).returncode == 0
    assert runner.step(1, {"inputs": "out", "records-of": "pages"}).returncode == 0
    next(pages.rglob("*.html")).unlink()
    done = runner.step(1, {"inputs": "out", "records-of": "pages"})
    assert done.returncode == 1
    assert "input-gone" in done.stdout


@pytest.fixture
def repository(pages: Path, tmp_path: Path, root: Path, check: Check) -> Path:
    """A repository with pages and expected records that has the hook, and one that is the hook's."""
    check(pages, "--expected", tmp_path / "expected", "--accept")
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    shutil.copy(root / ".pre-commit-hooks.yaml", hooks)
    for folder in (hooks, tmp_path):
        for command in (["init", "-q"], ["add", "--", ".pre-commit-hooks.yaml" if folder == hooks else "pages"]):
            assert git(folder, *command).returncode == 0
    assert git(hooks, "commit", "-qm", "hooks").returncode == 0
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {git(hooks, 'rev-parse', 'HEAD').stdout.strip()}\n"
        "  hooks:\n  - id: statedocs-check\n    args: [--root, pages, --expected, expected]\n"
    )
    git(tmp_path, "add", ".pre-commit-config.yaml")
    return tmp_path


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = {f"GIT_{role}_{what}": "tests@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return run("git", *arguments, cwd=folder, **who, **alone)


def test_the_hook_is_valid(root: Path) -> None:
    checked = run(BIN / "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml", cwd=root)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_hook_judges_the_pages_that_are_to_be_committed(repository: Path) -> None:
    def hook() -> subprocess.CompletedProcess[str]:
        home = {"PRE_COMMIT_HOME": str(repository / ".cache"), "GITHUB_ACTIONS": ""}
        return run(BIN / "pre-commit", "run", "--color", "never", cwd=repository, **home)

    done = hook()
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"statedocs check\.+Passed", done.stdout)
    page = repository / "pages" / "peru-2013.txt"
    (repository / "pages" / "peru-2013.txt.source.json").unlink()
    page.write_text(page.read_text("utf-8").replace("Peru", "Chile"), "utf-8")
    git(repository, "add", "-A", "pages")
    done = hook()
    assert done.returncode == 1
    assert "pages/peru-2013.txt: record-differs: differs from the expected record in " in done.stdout
