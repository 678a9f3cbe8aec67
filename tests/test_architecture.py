"""The house stands as it was drawn."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "statedocs"
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST_MODULE = 300
LONGEST_FUNCTION = 45


def _id(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def _imports(tree: ast.Module) -> list[tuple[str, str]]:
    """Give (module, name) of every `from module import name`."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return [(str(node.module), alias.name) for node in nodes for alias in node.names]


def test_imports_keep_to_the_contracts(root: Path) -> None:
    lint = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert lint, "import-linter comes with the extra `dev`"
    checked = subprocess.run([lint, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("path", [path for path in FILES if path.parent != SOURCE], ids=_id)
def test_no_module_imports_its_own_rooms_door(path: Path) -> None:
    door = "statedocs." + ".".join(path.parent.relative_to(SOURCE).parts)
    through = [name for module, name in _imports(ast.parse(path.read_text("utf-8"))) if module == door]
    if path.name != "__init__.py":
        assert [name for name in through if not (path.parent / f"{name}.py").exists()] == []


@pytest.mark.parametrize("path", FILES, ids=_id)
def test_modules_and_functions_can_be_read_in_a_sitting(path: Path) -> None:
    text = path.read_text("utf-8")
    if path != SOURCE / "record.py":  # one list of models, read by looking a name up
        assert text.count("\n") <= LONGEST_MODULE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    long = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", FILES, ids=_id)
def test_nothing_is_imported_inside_a_function(path: Path) -> None:
    functions = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    inside = [
        node.name for node in functions for part in ast.walk(node) if isinstance(part, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_there_is_no_room_for_odds_and_ends() -> None:
    names = {path.stem for path in FILES} | {path.parent.name for path in FILES}
    assert not names & {"utils", "util", "helpers", "misc", "common"}
