"""What the service and the machine may do to the gateway, and what its clients then see."""

import json
import os
import shutil
import signal
import socket
import subprocess
import threading
import time

import pytest
from conftest import stop
from wire import chat, connect, exchange, receive, request

POST = "/v1/chat/completions"


def ask(gateway, text="hello", **members):
    return exchange(gateway, request(gateway, "POST", POST, body=chat(text, **members)), seconds=60)


def rows(simulator):
    return simulator.admin("GET", "/errors")


def test_each_error_of_the_service_keeps_its_meaning(make_gateway, simulator):
    gateway, wrong = make_gateway(), []
    for row in rows(simulator):
        if row["status"] < 400:
            continue
        simulator.admin("POST", "/reset")
        if row["status"] in (401, 402, 403, 429):
            gateway.forget_rests()
        simulator.admin("POST", "/faults", {"error": row["id"], "times": 50})
        answer = ask(gateway)
        if answer.status not in {400, 401, 402, 403, 404, 408, 413, 429, 500, 502, 503, 504}:
            wrong.append((row["id"], row["status"], answer.status))
            continue
        error = answer.json()["error"]
        if not (error["message"] and error["type"] and "code" in error):
            wrong.append((row["id"], error))
    assert not wrong


def stream(gateway, **members):
    """The data of each event of a streamed answer."""
    answer = ask(gateway, stream=True, **members)
    body = answer.body
    if answer.fields.get("transfer-encoding") == "chunked":
        body, rest = b"", answer.body
        while rest:
            size, _, rest = rest.partition(b"\r\n")
            body, rest = body + rest[:int(size or b"0", 16)], rest[int(size or b"0", 16) + 2:]
    return [line[6:] for line in body.decode().splitlines() if line.startswith("data: ")], body


@pytest.mark.parametrize("fault", [
    {"fault": "cut-stream", "chunks": 3}, {"fault": "rst", "chunks": 3}, {"fault": "mid-stream-error", "chunks": 3}])
def test_a_stream_that_breaks_ends_with_an_error_and_without_done(gateway, simulator, fault):
    simulator.admin("POST", "/faults", dict(fault, times=1))
    events, body = stream(gateway)
    assert "[DONE]" not in events, body
    assert any("error" in json.loads(event) for event in events), body


@pytest.mark.parametrize("fault", ["html-502", "empty-404", "empty-stream", "error-200", "sse-framed-error"])
def test_an_answer_that_is_none_is_no_success(gateway, simulator, fault):
    simulator.admin("POST", "/faults", {"fault": fault, "times": 20})
    answer = ask(gateway, stream=True)
    assert answer.status >= 400 and answer.json()["error"]["message"]


@pytest.mark.parametrize("fault", ["no-done", "bom", "crlf", "keep-alive", "no-usage"])
def test_an_odd_but_whole_answer_is_a_strict_one_here(gateway, simulator, fault):
    simulator.admin("POST", "/faults", {"fault": fault, "times": 1})
    events, body = stream(gateway)
    assert events[-1] == "[DONE]", body
    for event in events[:-1]:
        assert json.loads(event)["object"] == "chat.completion.chunk"


def test_silence_is_filled_with_pings_and_ends(make_gateway, simulator):
    gateway = make_gateway({"models.providers.qwen.timeoutSeconds": 5})
    simulator.admin("POST", "/reset")
    simulator.admin("POST", "/faults", {"fault": "silence", "chunks": 2, "times": 1})
    begin = time.monotonic()
    events, body = stream(gateway)
    assert time.monotonic() - begin < 30
    assert "[DONE]" not in events


def test_a_service_that_restarts_is_found_again(binary, make_gateway, tmp_path):
    command = [binary, "simulate", "--json", "--accept-any-key", "--port"]

    def serve(port):
        process = subprocess.Popen([*command, str(port)], stdout=subprocess.PIPE, text=True)
        return process, json.loads(process.stdout.readline())

    service, banner = serve(0)
    try:
        port = int(banner["url"].rsplit(":", 1)[1])
        base = next(e["compatibleURL"] for e in banner["endpoints"] if e["id"] == "standard-intl")
        gateway = make_gateway({"models.providers.qwen.baseUrl": base})
        assert ask(gateway).status == 200
        service.kill()
        service.wait()
        assert ask(gateway).status in (502, 503)
        service, _ = serve(port)
        assert ask(gateway).status == 200
    finally:
        service.kill()
        service.wait()


def can_have_names_of_its_own():
    """Whether a program can be run with another list of hosts than the machine's."""
    command = ["unshare", "--mount", "--map-root-user", "true"]
    return bool(shutil.which("unshare")) and subprocess.run(command, capture_output=True).returncode == 0


@pytest.mark.skipif(not can_have_names_of_its_own(), reason="programs cannot have names of their own here")
def test_names_that_are_lost_and_found_again(make_gateway, simulator, tmp_path):
    gateway, hosts = make_gateway(), tmp_path / "hosts"
    stop(gateway.process)
    proxy = simulator.banner["proxyURL"]
    gateway.environment["HTTPS_PROXY"] = proxy.replace("127.0.0.1", "proxy.test")
    hosts.write_text("127.0.0.1 localhost\n")
    mount = f'mount --bind "{hosts}" /etc/hosts && exec "$@"'
    gateway.run(inside=["unshare", "--mount", "--map-root-user", "sh", "-c", mount, "sh"])
    simulator.admin("POST", "/reset")
    begin, lost = time.monotonic(), ask(gateway)
    assert lost.status in (502, 503) and time.monotonic() - begin < 30
    assert "proxy.test" in lost.json()["error"]["message"]
    assert not simulator.admin("GET", "/requests")
    hosts.write_text("127.0.0.1 localhost proxy.test\n")
    assert ask(gateway).status == 200
    hosts.write_text("127.0.0.1 localhost\n")
    assert ask(gateway).status == 200, "the connection that is open needs no name"


def usage(gateway):
    return json.loads(gateway.command("usage", "--json"))


def test_killed_and_started_again_under_load(make_gateway, simulator):
    gateway = make_gateway()
    simulator.admin("POST", "/reset")
    good, running = [], True

    def client():
        while running:
            try:
                answer = ask(gateway)
                if answer is not None and answer.status == 200:
                    assert answer.json()["choices"][0]["message"]["content"]
                    good.append(1)
            except OSError:
                time.sleep(0.02)

    clients = [threading.Thread(target=client) for _ in range(8)]
    for thread in clients:
        thread.start()
    try:
        for _ in range(3):
            time.sleep(1)
            gateway.process.send_signal(signal.SIGKILL)
            gateway.process.wait()
            gateway.run()
        time.sleep(1)
    finally:
        running = False
        for thread in clients:
            thread.join()
    assert len(good) > 20
    assert ask(gateway).status == 200
    assert json.loads(gateway.command("doctor", "--json", check=False))


def test_it_drains_before_it_ends(make_gateway, simulator):
    gateway = make_gateway()
    simulator.admin("POST", "/reset")
    simulator.admin("POST", "/faults", {"fault": "slow", "ms": 100, "times": 1})
    with connect(gateway, 60) as connection:
        connection.sendall(request(gateway, "POST", POST, body=chat(stream=True)))
        data = connection.recv(4096)
        gateway.process.send_signal(signal.SIGTERM)
        while piece := connection.recv(65536):
            data += piece
    assert b"[DONE]" in data
    assert gateway.process.wait(timeout=20) == 0
    with pytest.raises(OSError):
        socket.create_connection((gateway.host, gateway.port), timeout=2).close()


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="a small disk is made by root")
def test_a_full_disk_stops_no_answer(make_gateway, tmp_path):
    gateway = make_gateway()
    state = gateway.home / ".openclaw"
    stop = gateway.process
    stop.terminate()
    stop.wait(timeout=20)
    copy = tmp_path / "copy"
    shutil.copytree(state, copy, ignore=lambda folder, names: [n for n in names if (state / n).is_socket()])
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(state)], check=True)
    try:
        shutil.copytree(copy, state, dirs_exist_ok=True)
        gateway.run()
        with open(state / "filler", "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"x" * 4096)
            except OSError:
                pass
        for _ in range(20):
            assert ask(gateway).status == 200
        gateway.process.terminate()
        gateway.process.wait(timeout=20)
    finally:
        subprocess.run(["umount", "-l", str(state)], check=True)


def test_the_ledger_holds_what_the_service_counted(make_gateway, simulator):
    gateway = make_gateway()
    simulator.admin("POST", "/reset")
    threads = [threading.Thread(target=lambda: [ask(gateway) for _ in range(25)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(simulator.admin("GET", "/requests")) == 200
    deadline = time.monotonic() + 5
    while (total := usage(gateway)["total"]["requests"]) != 200 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert total == 200
