"""A shell that has sourced the script completes commands, options, choices and files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
eval "$(statedocs completion bash)"
compopt() {{ [ "$1 $2" = "-o default" ] && echo files; }}
COMP_WORDS=({words}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
_statedocs_completion statedocs "${{COMP_WORDS[-1]}}" "${{COMP_WORDS[-2]}}"
echo "${{COMPREPLY[@]}}"
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("statedocs con", "convert"),
        ("statedocs convert --wo", "--workers"),
        ("statedocs check --fail-on ''", "info warning error never"),
        ("statedocs completion ''", "bash zsh fish"),
        ("statedocs convert ra", "files"),
        ("statedocs convert raw -o pa", "files"),
        ("statedocs diff raw/a ra", "files"),
        ("statedocs inspect ra", "files"),
        ("statedocs load ra", "files"),
    ],
)
def test_bash_completes(tmp_path: Path, words: str, offered: str) -> None:
    program = tmp_path / "statedocs"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m statedocs "$@"\n')
    program.chmod(0o755)
    script = SCRIPT.format(words=words)
    told = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    run = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=told, check=False)
    assert offered in run.stdout, run.stderr
