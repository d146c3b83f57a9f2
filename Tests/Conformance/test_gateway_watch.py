"""Watching a gateway with the built binary: what explain tells of a request, and the live view on a terminal."""

import fcntl
import json
import os
import struct
import subprocess
import termios
import time
import urllib.request

import pytest

from test_terminal import Terminal

PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


@pytest.fixture
def environment(gateway):
    return {"HOME": gateway.environment["HOME"], "PATH": "/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8"}


def ask(gateway, **fields):
    body = {"model": "qwen3.5-plus", "messages": [{"role": "user", "content": "a prompt that nobody keeps"}]}
    request = urllib.request.Request(
        gateway.root + "/v1/chat/completions", data=json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {gateway.token}", "Content-Type": "application/json", **fields})
    with urllib.request.urlopen(request, timeout=20) as answer:
        answer.read()
        return answer.headers


def run(environment, *arguments):
    return subprocess.run(
        [os.environ["OPENCLAW_BINARY"], *arguments], env=environment, capture_output=True, text=True, timeout=30)


def test_explain_tells_what_was_done(gateway, environment):
    headers = ask(gateway, traceparent=PARENT)
    story, end = {"calls": []}, time.monotonic() + 5
    while not story["calls"] and time.monotonic() < end:  # the ledger is written beside the requests
        told = run(environment, "explain", headers["x-openclaw-request-id"], "--json")
        assert told.returncode == 0, told.stderr
        story = json.loads(told.stdout)
    assert story["gateway"]["model"] == headers["x-openclaw-model"]
    assert story["gateway"]["endpoint"] == headers["x-openclaw-endpoint"]
    assert story["gateway"]["requested"] == "qwen3.5-plus"
    assert story["gateway"]["traceparent"] == PARENT
    assert len(story["calls"]) == int(headers["x-openclaw-attempts"])
    call = story["calls"][0]
    assert call["outcome"] == "ok" and call["inputTokens"] > 0 and call["cost"]
    assert "nobody keeps" not in told.stdout
    text = run(environment, "explain", PARENT.split("-")[1])
    assert headers["x-openclaw-request-id"] in text.stdout, text
    sent = gateway.simulator.requests()[-1]
    span = story["gateway"]["span"]
    assert f"00-4bf92f3577b34da6a3ce929d0e0e4736-{span}-01" in json.dumps(sent)


def test_unknown_request_is_told(gateway, environment):
    told = run(environment, "explain", "0123456789abcde")
    assert told.returncode != 0
    assert "no request '0123456789abcde'" in told.stderr


def test_top_prints_once_where_nobody_watches(gateway, environment):
    ask(gateway)
    seen = json.loads(run(environment, "gateway", "top", "--json").stdout)
    assert seen["requests"] >= 1 and any(row["outputTokens"] > 0 for row in seen["models"])
    assert seen["latest"][0]["outcome"] == "ok"
    assert float(seen["costToday"]["USD"]) > 0
    text = run(environment, "gateway", "top").stdout
    assert "requests/s" in text and "\x1b" not in text


@pytest.mark.parametrize("key", ["q", "\x03"])
def test_top_gives_the_terminal_back(gateway, environment, key):
    terminal = Terminal(["gateway", "top"], environment)
    fcntl.ioctl(terminal.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 20, 60, 0, 0))
    terminal.wait_for("requests/s")
    fcntl.ioctl(terminal.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    headers = ask(gateway)
    terminal.wait_for(headers["x-openclaw-request-id"])
    terminal.wait_for("/v1/chat/completions")  # in 60 columns it is cut
    terminal.type(key)
    terminal.wait_for("\x1b[?1049l")
    assert terminal.finish() == 0, terminal.seen
    assert "\x1b[?25h" in terminal.seen
    assert termios.tcgetattr(terminal.descriptor)[3] == terminal.modes[3]
