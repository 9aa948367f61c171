"""Forks, servers, very many clients, and the end of the interpreter."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from conftest import HELD, PATIENCE, PROGRAMS, Service, wait_until

EXITS = int(os.environ.get("UPLOADCARE_EXITS", "10"))


@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize("use", ["sync", "async", "pool"])
def test_parent_and_child_go_on_after_a_fork(service: Service, use: str, told: bool) -> None:
    service.seed(7)
    service.run("forked.py", use, *["told"] * told)


@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize("use", ["calling", "within"])
def test_a_fork_in_the_middle_of_calls(service: Service, use: str, told: bool) -> None:
    service.fault(times=2 if use == "calling" else 1, delay_ms=HELD)
    service.run("forked.py", use, *["told"] * told)


@pytest.mark.parametrize("use", ["stepping", "stepping async"])
def test_a_list_that_another_thread_was_reading_goes_on_after_a_fork(
    service: Service, use: str
) -> None:
    service.seed(7)
    service.fault(route="/files/", skip=1, delay_ms=HELD)
    service.run("forked.py", *use.split())


def test_spawned_processes(service: Service) -> None:
    service.seed(5)
    assert service.run("spawned.py") == "5\n"


@pytest.mark.parametrize("threads", [1, 2])
def test_a_server_that_loads_the_application_before_it_forks(
    service: Service, threads: int
) -> None:
    service.seed(5)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port, number = listener.getsockname()[1], listener.fileno()
        command = ["-m", "gunicorn", "--preload", "--workers", "2", "--threads", str(threads)]
        server = subprocess.Popen(
            [sys.executable, *command, "--bind", f"fd://{number}", "served:application"],
            cwd=PROGRAMS,
            env=service.environment(),
            pass_fds=[number],
            stderr=subprocess.PIPE,
            text=True,
        )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    workers: set[int] = set()

    def ask() -> bool:
        with opener.open(f"http://127.0.0.1:{port}/", timeout=30) as answer:
            facts = json.load(answer)
        assert facts["loaded_by"] not in workers | {facts["pid"]}
        assert facts["files"] == 5
        assert facts["signed"] == facts["async"] == service.project.public_key
        workers.add(facts["pid"])
        return len(workers) == 2

    try:
        wait_until(ask, "both workers answer")
        server.send_signal(signal.SIGTERM)
        _, errors = server.communicate(timeout=2 * PATIENCE)
    finally:
        server.kill()
    assert server.returncode == 0, errors
    assert "Traceback" not in errors
    assert "Error" not in errors


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="counts threads as Linux does")
def test_very_many_clients_share_their_threads(service: Service) -> None:
    connections, threads = service.run("many.py").split()
    assert int(connections) < 5
    # The main one, two that carry out calls, and a few that wait for the interpreter.
    assert int(threads) < 12


@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize("way", ["await", "tasks", "loops", "threads", "lists"])
def test_the_interpreter_exits_cleanly(service: Service, way: str, told: bool) -> None:
    service.seed(8)
    for _ in range(EXITS):
        service.run("ending.py", way, *["told"] * told)


@pytest.mark.parametrize("way", ["coroutines", "stuck"])
def test_the_interpreter_exits_while_signers_are_at_work(service: Service, way: str) -> None:
    for _ in range(EXITS):
        service.run("ending.py", way)
