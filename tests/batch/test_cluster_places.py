"""Workers of a cluster that read the pages where they lie and leave their results in a folder, or in a store."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import boto3
import fsspec
import pytest
from moto.server import ThreadedMotoServer
from tests.batch.dask_cluster import Dask, tree

from statedocs.batch import Limits, RunOptions, run
from statedocs.batch.cluster import Cluster, Made, convert_chunk
from statedocs.batch.fingerprint import program_digest
from statedocs.batch.own import parts_place
from statedocs.batch.parts import Part, Parts, Place
from statedocs.batch.reference import Reference, referred
from statedocs.batch.task import Chunk, Instructions, Task, Unmade
from statedocs.errors import SinkError, StatedocsError
from statedocs.sinks import Outcome
from statedocs.snapshot import Snapshot
from statedocs.sources import read

Finish = Callable[..., tuple[int, str]]
Make = Callable[..., Path]
Undisturbed = Callable[[Path, object], None]
SIDE_CAR = json.dumps({"url": "http://www.state.gov/1.txt", "captured_at": "2017-03-04T05:06:07Z"})


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Made, int]]:
    """What workers give back, and how many pages they were sent."""
    met: list[tuple[Made, int]] = []
    take = Cluster._take

    def noted(self: Cluster, made: Made, chunk: Chunk) -> None:
        met.append((made, len(chunk)))
        take(self, made, chunk)

    monkeypatch.setattr(Cluster, "_take", noted)
    return met


def chunk_of(folder: Path) -> Chunk:
    items = [item for item in read(folder) if isinstance(item, Snapshot)]
    return [Task(number, item) for number, item in enumerate(items)]


def test_workers_read_a_shared_folder_and_leave_parts_beside_out(
    dask: Dask,
    make_pages: Make,
    undisturbed: Undisturbed,
    made: list[tuple[Made, int]],
    tmp_path: Path,
) -> None:
    """The input is named from the folder that the user is in, which is not the workers'."""
    pages = make_pages(tmp_path / "in", 40)
    (pages / "00001.txt.source.json").write_text(SIDE_CAR)
    leftover = tmp_path / "got" / ".out.parts"
    leftover.mkdir(parents=True)
    (leftover / "killed.part").write_bytes(b"x")
    dask.worker()
    relative = os.path.relpath(pages)
    run([relative], tmp_path / "got" / "out", RunOptions(cluster=dask.address))
    assert made
    assert all(answer.part and not answer.answers and not answer.missing for answer, _ in made)
    undisturbed(pages, tmp_path / "expected" / "out")
    assert tree(tmp_path / "got") == tree(tmp_path / "expected")
    assert not leftover.exists()
    assert b"2017-03-04T05:06:07Z" in (tmp_path / "got" / "out" / "00001.txt.json").read_bytes()


def test_a_run_that_is_killed_goes_on_and_clears_away_what_it_left(
    dask: Dask,
    make_pages: Make,
    start: Callable[..., subprocess.Popen[bytes]],
    undisturbed: Undisturbed,
    tmp_path: Path,
) -> None:
    """OUT lies in the input, and so do the parts beside it; none of it is a page."""
    slow = dict.fromkeys(range(80), "FAULT-SLOW")
    pages = make_pages(tmp_path / "got", 80, slow)
    asked = (pages, "-o", pages / "out", "--cluster", dask.address)
    dask.worker()
    parts = pages / ".out.parts"
    with start(*asked) as running:
        end = time.monotonic() + 60
        while len(list((pages / "out").glob("*.json"))) < 10:
            assert time.monotonic() < end, "nothing is converted"
            assert running.poll() is None
            time.sleep(0.02)
        running.kill()
    assert (parts / "run").exists()
    assert len(list((pages / "out").glob("0*.json"))) < 80
    again = RunOptions(cluster=dask.address)
    run([pages], pages / "out", again)
    assert not parts.exists()
    parts.mkdir()
    (parts / "late.part").write_bytes(b"x")
    run([pages], pages / "out", again)  # has nothing to convert
    assert not parts.exists()
    expected = make_pages(tmp_path / "expected", 80, slow)
    undisturbed(expected, expected / "out")
    assert tree(pages) == tree(expected)


def test_what_workers_do_not_see_goes_through_the_scheduler(
    make_pages: Make,
    undisturbed: Undisturbed,
    made: list[tuple[Made, int]],
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
) -> None:
    pages = make_pages(tmp_path / "mine" / "in", 90)
    (tmp_path / "dask").mkdir()
    asked = str(tmp_path / "mine" / "parts")
    with ExitStack() as opened:
        dask = Dask(tmp_path / "dask", opened)
        dask.add_worker(FAULT_BLIND=str(tmp_path / "mine"))
        run([pages], tmp_path / "mine" / "out", RunOptions(cluster=dask.address, cluster_parts=asked))
    unmade = [a for answer, _ in made for a in answer.answers if a.result is Unmade.NOT_HERE]
    assert unmade
    assert sum(len(answer.answers) for answer, _ in made) - len(unmade) == 90
    assert not any(answer.part for answer, _ in made)
    undisturbed(pages, tmp_path / "expected" / "out")
    assert tree(tmp_path / "mine" / "out") == tree(tmp_path / "expected" / "out")
    assert not list((tmp_path / "mine" / "parts").iterdir())
    assert made[-1][0].answers[-1].result is not Unmade.NOT_HERE
    told = [record.getMessage() for record in caplog.records if record.name == "statedocs"]
    assert [message.partition(" is not seen by a worker")[0].startswith(asked) for message in told] == [True]


@pytest.fixture
def store() -> Iterator[tuple[Any, str]]:
    """An object store with a bucket, and what processes must be told of it."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    address = "http://{}:{}".format(*server.get_host_and_port())
    known = {"endpoint_url": address, "region_name": "us-east-1"}
    told = {"key": "statedocs", "secret": "statedocs", "client_kwargs": known}
    fsspec.config.conf["s3"] = told
    client = boto3.client("s3", aws_access_key_id="statedocs", aws_secret_access_key="statedocs", **known)
    client.create_bucket(Bucket="pages")
    yield client, json.dumps(told)
    del fsspec.config.conf["s3"]
    server.stop()


def test_a_bucket_is_read_by_the_workers_one_of_which_is_killed(
    make_pages: Make,
    undisturbed: Undisturbed,
    made: list[tuple[Made, int]],
    store: tuple[Any, str],
    tmp_path: Path,
) -> None:
    client, told = store
    pages = make_pages(tmp_path / "in", 80, dict.fromkeys(range(80), "FAULT-SLOW"))
    (pages / "00001.txt.source.json").write_text(SIDE_CAR)
    for path in pages.iterdir():
        client.put_object(Bucket="pages", Key=f"in/{path.name}", Body=path.read_bytes())
    (tmp_path / "dask").mkdir()
    seen: list[Outcome] = []
    with ExitStack() as opened:
        dask = Dask(tmp_path / "dask", opened)
        first, _ = dask.add_worker(FSSPEC_S3=told), dask.add_worker(FSSPEC_S3=told)

        def watch(outcome: Outcome) -> None:
            seen.append(outcome)
            if len(seen) == 20:
                first.send_signal(signal.SIGKILL)

        options = RunOptions(cluster=dask.address, cluster_parts="s3://pages/parts")
        run(["s3://pages/in"], tmp_path / "got" / "out", options, watch)
        first.wait(10)
    assert first.returncode == -signal.SIGKILL
    assert all(answer.part and not answer.missing for answer, _ in made)
    undisturbed(pages, tmp_path / "expected" / "out")
    assert tree(tmp_path / "got") == tree(tmp_path / "expected")
    assert len(seen) == 80
    listed = client.list_objects_v2(Bucket="pages", Prefix="parts/")
    assert "Contents" not in listed


def test_bytes_that_changed_or_went_are_not_converted_by_reference(make_pages: Make, tmp_path: Path) -> None:
    """What a worker does, in this process."""
    chunk = chunk_of(make_pages(tmp_path / "in", 3))
    sent = [referred(task) for task in chunk]
    for one in sent:
        assert isinstance(one, Reference)
        assert isinstance(one.task.page, Snapshot)
        assert not one.task.page.data
    (tmp_path / "in" / "00000.txt").write_text("something else")
    (tmp_path / "in" / "00001.txt").unlink()
    parts = Parts(str(tmp_path / "parts"), is_asked=False)
    for place in (parts.place, Place(str(tmp_path / "parts"), "another"), Place(str(tmp_path / "gone"), "x")):
        made = convert_chunk([*sent, *chunk[:0]], Instructions(), Limits(), program_digest(), place)
        assert made.missing == [0, 1]
        assert made.is_unwritten == (place != parts.place)
        answers = parts.take(made.part) if made.part else made.answers
        assert answers == convert_chunk(chunk[2:], Instructions(), Limits(), program_digest(), None).answers
    nothing = convert_chunk(sent[:2], Instructions(), Limits(), program_digest(), parts.place)
    assert nothing == Made([], None, is_unwritten=False, missing=[0, 1])
    parts.close(is_own=True)
    assert not (tmp_path / "parts").exists()


def test_a_page_out_of_an_archive_has_no_place(tmp_path: Path) -> None:
    chunk = [Task(0, Snapshot("a.zip#b.htm", b"<p>Peru"))]
    assert referred(chunk[0]) is chunk[0]


def test_a_part_that_is_gone_or_damaged_is_made_again(
    make_pages: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chunk = chunk_of(make_pages(tmp_path / "in", 2))
    cluster = Cluster("tcp://127.0.0.1:1", Instructions(), Limits(), str(tmp_path / "parts"))
    again: list[tuple[Chunk, bool]] = []
    monkeypatch.setattr(cluster, "submit", lambda chunk, by_value: again.append((chunk, by_value)))
    assert cluster._parts
    assert cluster._parts.place
    made = convert_chunk(chunk, Instructions(), Limits(), program_digest(), cluster._parts.place)
    assert made.part
    cluster._take(Made([], Part("gone.part", ""), is_unwritten=False, missing=[]), chunk)
    (tmp_path / "parts" / made.part.name).write_bytes(b"damaged")
    cluster._take(made, chunk)
    assert again == [(chunk, True)] * 2
    assert cluster.answer(0.0) is None


def test_what_cannot_be_understood_ends_the_run(make_pages: Make, tmp_path: Path) -> None:
    class Strange:
        key, status = "x", "finished"

        def result(self) -> object:
            return None

    cluster = Cluster("tcp://127.0.0.1:1", Instructions(), Limits())
    cluster._out["x"] = (None, chunk_of(make_pages(tmp_path / "in", 1)))
    cluster._done(Strange())
    cluster._done(Strange())
    with pytest.raises(StatedocsError, match="cannot be understood"):
        cluster.answer(0.0)
    assert cluster.answer(0.0) is None


def test_a_folder_for_parts_that_cannot_be_made_is_said_if_it_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert Parts(str(tmp_path / "file"), is_asked=False).place is None
    with pytest.raises(SinkError, match="cannot be written, for the results of workers"):
        _ = Parts(str(tmp_path / "file"), is_asked=True).place


def test_parts_have_a_place_of_their_own_for_each_out(tmp_path: Path) -> None:
    inside = str(tmp_path / "in" / "parts")
    for asked, given in ((inside, tmp_path / "in"), ("s3://a/b/", "s3://a"), ("s3://a/b", "s3://a/b/")):
        with pytest.raises(SinkError, match="lies in an input"):
            parts_place(asked, ["out"], [given])
    assert parts_place("s3://a/b", ["out"], ["s3://a/bc"]) != parts_place("s3://a/b", ["x"], [])
    assert parts_place(None, ["-", "postgresql://x", tmp_path / "x.jsonl"], []) == str(tmp_path / ".x.jsonl.parts")
    assert parts_place(None, ["-", os.devnull], []) is None


def test_parts_are_for_a_cluster(make_pages: Make, finish: Finish, tmp_path: Path) -> None:
    code, said = finish(make_pages(tmp_path / "in", 1), "-o", tmp_path / "out", "--cluster-parts", "x")
    assert code == 2
    assert "--cluster-parts is for --cluster ADDRESS" in said
