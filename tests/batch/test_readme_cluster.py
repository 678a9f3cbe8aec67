"""What README says about clusters: its commands are run, and its Kubernetes objects held against published schemas."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest
import yaml
from tests.batch.dask_cluster import tree

from statedocs.cli.convert import command

Finish = Callable[..., tuple[int, str]]
Make = Callable[..., Path]

README = (Path(__file__).parent.parent.parent / "README.md").read_text("utf-8")
PROGRAMS = Path(sys.executable).parent
RUN_SECONDS = 90


def block(language: str, word: str) -> str:
    """Give the one example of README that has a word in it."""
    [found] = [text for text in re.findall(rf"^```{language}\n(.+?)^```$", README, re.M | re.S) if word in text]
    return str(found)


@contextmanager
def group(line: list[str], folder: Path, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program, and end it with all that it has started."""
    variables = {**os.environ, "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}", **more}
    with (folder / "said").open("ab") as said:
        process = subprocess.Popen(line, cwd=folder, env=variables, stdout=said, stderr=said, start_new_session=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


@pytest.fixture
def expected(make_pages: Make, finish: Finish, tmp_path: Path) -> dict[str, bytes]:
    """What a run without a cluster makes of the pages in `crawl`."""
    make_pages(tmp_path / "run" / "crawl", 20)
    finish(tmp_path / "run" / "crawl", "-o", tmp_path / "expected" / "pages.jsonl", "--workers", 0)
    return tree(tmp_path / "expected")


def made(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder).items() if name.startswith(("pages.", ".pages."))}


def test_the_commands_for_plain_machines_work(expected: dict[str, bytes], tmp_path: Path) -> None:
    """Nothing in them is changed but the host, and the port, which another test may use."""
    folder, own = tmp_path / "run", tmp_path / "run" / "scheduler.json"
    scheduler, worker, run = map(shlex.split, block("sh", "dask scheduler").splitlines())
    assert scheduler[-1] == "8786"
    local = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(own)]
    with group([*scheduler[:-1], "0", *local], folder):
        end = time.monotonic() + RUN_SECONDS
        while not (own.exists() and own.read_text().endswith("}")):
            assert time.monotonic() < end, (folder / "said").read_text()
            time.sleep(0.05)
        address = json.loads(own.read_text())["address"]
        named = [["tcp://HOST:8786", "auto"], [address, "1"]]
        worker, run = ([dict(zip(*named, strict=True)).get(part, part) for part in line] for line in (worker, run))
        with group([*worker, "--host", "127.0.0.1", "--no-dashboard"], folder), group(run, folder) as running:
            assert running.wait(RUN_SECONDS) == 0, (folder / "said").read_text()
    assert made(folder) == expected


def test_the_job_for_slurm_works(expected: dict[str, bytes], tmp_path: Path) -> None:
    """`srun` starts one worker, where Slurm would start one for each task."""
    folder, script = tmp_path / "run", block("bash", "#SBATCH")
    (folder / "bin").mkdir()
    (folder / "bin" / "srun").write_text('#!/bin/sh\nexec "$@" --host 127.0.0.1\n')
    (folder / "bin" / "dask").write_text(
        f'#!/bin/sh\n[ "$1" = scheduler ] && set -- "$@" --host 127.0.0.1\nexec {PROGRAMS / "dask"} "$@"\n'
    )
    for program in (folder / "bin").iterdir():
        program.chmod(0o755)
    (folder / "job").write_text(script)
    bash = shutil.which("bash")
    assert bash
    path = f"{folder / 'bin'}{os.pathsep}{PROGRAMS}{os.pathsep}{os.environ['PATH']}"
    with group([bash, "job"], folder, PATH=path, SLURM_JOB_ID="7") as running:
        assert running.wait(RUN_SECONDS) == 0, (folder / "said").read_text()
    assert made(folder) == expected
    assert not (folder / "scheduler-7.json").exists()
    options = [word for line in re.findall(r"^#SBATCH (.+)$", script, re.M) for word in shlex.split(line)]
    assert all(re.fullmatch(r"--[a-z-]+(=[\w:]+)?", option) for option in options)


OBJECTS: list[dict[str, Any]] = list(yaml.safe_load_all(block("yaml", "kind: DaskCluster")))


def test_the_objects_for_kubernetes_belong_together() -> None:
    cluster, job = OBJECTS
    [run] = job["spec"]["template"]["spec"]["containers"]
    program, name, *arguments = run["args"]
    assert (program, name) == ("statedocs", "convert")
    asked = command.make_context("convert", arguments, resilient_parsing=False).params
    assert asked["cluster"] == f"tcp://{cluster['metadata']['name']}-scheduler:8786"
    pods = [job["spec"]["template"]["spec"], *(cluster["spec"][part]["spec"] for part in ("worker", "scheduler"))]
    for pod in pods:
        [container] = pod["containers"]
        volumes = {volume["name"] for volume in pod.get("volumes", ())}
        assert {mount["name"] for mount in container.get("volumeMounts", ())} == volumes
        assert container["image"] == run["image"]
        assert shutil.which(container["args"][0], path=str(PROGRAMS))
    mounts = {mount["mountPath"] for mount in run["volumeMounts"]}
    assert {"/crawl", str(Path(asked["out"][0]).parent)} == mounts
    assert any(mount["mountPath"] == asked["inputs"][0] for mount in pods[1]["containers"][0]["volumeMounts"])
    ports = {port["name"] for port in pods[2]["containers"][0]["ports"]}
    assert {port["targetPort"] for port in cluster["spec"]["scheduler"]["service"]["ports"]} == ports
    with pytest.raises(click.UsageError):
        command.make_context("convert", [*arguments, "--no-such-option"])


def closed(schema: Any) -> Any:
    """Let no name pass that the schema does not know, as the server warns of them."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, Mapping):
        return schema
    parts = {name: closed(part) for name, part in schema.items()}
    is_open = "properties" not in schema or "additionalProperties" in schema
    return (
        parts if is_open or not isinstance(schema["properties"], Mapping) else {**parts, "additionalProperties": False}
    )


def test_the_objects_for_kubernetes_have_the_published_form() -> None:
    """The operator's package has its own schema, in which that of pods is."""
    package = os.environ.get("STATEDOCS_DASK_KUBERNETES")
    if package is None:
        pytest.skip("STATEDOCS_DASK_KUBERNETES names no package of dask-kubernetes (pip download --no-deps)")
    place = "dask_kubernetes/operator/deployment/helm/dask-kubernetes-operator/crds/daskcluster.yaml"
    with zipfile.ZipFile(package) as wheel:
        definition = yaml.load(wheel.read(place), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    [version] = definition["spec"]["versions"]
    schema = closed(version["schema"]["openAPIV3Schema"])
    cluster, job = OBJECTS
    assert cluster["apiVersion"] == f"{definition['spec']['group']}/{version['name']}"
    jsonschema.validate(cluster["spec"], schema["properties"]["spec"])
    pod = schema["properties"]["spec"]["properties"]["worker"]["properties"]["spec"]
    jsonschema.validate(job["spec"]["template"]["spec"], pod)
    assert {*job["spec"]} <= {"backoffLimit", "template"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**job["spec"]["template"]["spec"], "restartpolicy": "x"}, pod)
