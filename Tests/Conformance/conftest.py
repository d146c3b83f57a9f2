"""Starts the built binary named by OPENCLAW_BINARY: as the simulator in both of its modes, and as a gateway before it."""

import json
import os
import re
import socket
import sqlite3
import subprocess
import threading
import time
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass

import pytest

PROXY_VARIABLES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
CA_VARIABLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")


@dataclass
class Site:
    """One plan and region, as a client in this mode must be set up."""

    key: str
    compatible: str
    native: str
    anthropic: str


class Simulator:
    def __init__(self, banner, through_proxy):
        self.banner = banner
        self.through_proxy = through_proxy

    def endpoint(self, name):
        return next(entry for entry in self.banner["endpoints"] if entry["id"] == name)

    def site(self, name="standard-intl"):
        entry = self.endpoint(name)
        urls = [entry["compatibleURL"], entry.get("nativeURL") or "", entry["anthropicURL"]]
        if self.through_proxy:
            local = f"{self.banner['url']}/{name}"
            urls = [url.replace(local, f"https://{entry['host']}") for url in urls]
        return Site(entry["key"], *urls)

    def admin(self, method, path, body=None):
        from urllib.request import ProxyHandler, Request, build_opener

        data = None if body is None else json.dumps(body).encode()
        request = Request(self.banner["adminURL"] + path, data=data, method=method)
        with build_opener(ProxyHandler({})).open(request) as answer:
            return json.loads(answer.read())

    def fault(self, **values):
        self.admin("POST", "/faults", values)

    def requests(self):
        return self.admin("GET", "/requests")


@pytest.fixture(scope="session")
def banner(tmp_path_factory):
    binary = os.environ.get("OPENCLAW_BINARY")
    if not binary:
        pytest.skip("OPENCLAW_BINARY names no binary")
    authority = tmp_path_factory.mktemp("simulator") / "ca.pem"
    command = [binary, "simulate", "--port", "0", "--task-speed", "200", "--proxy-port", "0", "--ca-file", str(authority), "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.terminate()
        assert process.wait(timeout=10) == 0


@pytest.fixture(params=["base-url", "proxy"])
def simulator(request, banner, monkeypatch):
    for name in PROXY_VARIABLES + CA_VARIABLES + ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    if request.param == "proxy":
        monkeypatch.setenv("HTTPS_PROXY", banner["proxyURL"])
        for name in CA_VARIABLES:
            monkeypatch.setenv(name, banner["caFile"])
    simulator = Simulator(banner, request.param == "proxy")
    simulator.admin("POST", "/reset")
    return simulator


class Gateway:
    """A gateway on loopback whose only service is the simulator under its real host names."""

    token = "conformance-0123456789abcdef0123456789"

    def __init__(self, root, simulator, environment):
        self.root = root
        self.simulator = simulator
        self.environment = environment
        self.names = {}

    def received(self):
        """The bodies that reached the simulator, oldest first."""
        return [json.loads(request["body"]) for request in self.simulator.requests() if request["body"]]

    def books(self, secret):
        """How often the ledger counts each model for a virtual key."""
        path = os.path.join(self.environment["HOME"], ".openclaw", "openclaw-state.sqlite")
        with closing(sqlite3.connect(path)) as database:
            rows = database.execute(
                "SELECT model, count(*) FROM usage WHERE virtual_key = ? GROUP BY model", [self.names[secret]]
            )
            return dict(rows.fetchall())

    def wait_for_books(self, secret, expected):
        """The ledger is written beside the requests."""
        end = time.monotonic() + 10
        while (counted := self.books(secret)) != expected:
            assert time.monotonic() < end, counted
            time.sleep(0.05)

    def wait_for_cost(self, secret, expected):
        """What the ledger says that a virtual key has spent."""
        path = os.path.join(self.environment["HOME"], ".openclaw", "openclaw-state.sqlite")
        query = "SELECT cost FROM usage WHERE virtual_key = ?"
        end, costs = time.monotonic() + 10, None
        while True:
            with closing(sqlite3.connect(path)) as database:
                costs = [row[0] for row in database.execute(query, [self.names[secret]])]
            if costs and "unknown" not in costs and sum(map(float, costs)) == pytest.approx(expected, abs=1e-6):
                return
            assert time.monotonic() < end, costs
            time.sleep(0.05)

    def key(self, name, *options):
        """A virtual key of this name, made anew."""
        name = f"{name}-{os.urandom(4).hex()}"
        command = [os.environ["OPENCLAW_BINARY"], "gateway", "keys", "new", name, *options]
        made = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True)
        secret = made.stdout.strip()
        self.names[secret] = name
        return secret


def address(process):
    """Waits until the gateway says where it listens, and keeps its messages from filling the pipe."""
    seen = []
    for line in process.stderr:
        seen.append(line)
        found = re.search(r"http://[0-9.]+:[0-9]+", line)
        if found and "listens" in line:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found.group()
    raise RuntimeError("the gateway did not start: " + "".join(seen))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serve(banner, home, name, settings=None):
    """Runs a gateway whose one account is of this plan and region."""
    endpoint = next(entry for entry in banner["endpoints"] if entry["id"] == name)
    if name != "standard-intl":
        settings = {"models": {"providers": {"qwen": {"baseUrl": f"https://{endpoint['host']}/v1"}}}}
    if settings:
        (home / ".openclaw").mkdir()
        (home / ".openclaw" / "openclaw.json").write_text(json.dumps(settings))
    environment = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "HTTPS_PROXY": banner["proxyURL"],
        "SSL_CERT_FILE": banner["caFile"],
        "QWEN_API_KEY": endpoint["key"],
        "OPENCLAW_GATEWAY_TOKEN": Gateway.token,
    }
    command = [os.environ["OPENCLAW_BINARY"], "gateway", "run", "--port", str(free_port())]
    process = subprocess.Popen(command, env=environment, cwd=home, stderr=subprocess.PIPE, text=True)
    try:
        yield address(process), environment
    finally:
        process.terminate()
        assert process.wait(timeout=20) == 0


@pytest.fixture(scope="session")
def running_gateway(banner, tmp_path_factory):
    with serve(banner, tmp_path_factory.mktemp("gateway"), "standard-intl") as running:
        yield running


@pytest.fixture
def gateway(banner, running_gateway, monkeypatch):
    for name in PROXY_VARIABLES + CA_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    simulator = Simulator(banner, through_proxy=True)
    simulator.admin("POST", "/reset")
    root, environment = running_gateway
    return Gateway(root, simulator, environment)


@pytest.fixture
def gateway_with(banner, tmp_path, monkeypatch):
    """Runs a gateway with settings of its own."""
    for name in PROXY_VARIABLES + CA_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    simulator = Simulator(banner, through_proxy=True)
    simulator.admin("POST", "/reset")
    with ExitStack() as stack:

        def make(settings):
            root, environment = stack.enter_context(serve(banner, tmp_path, "standard-intl", settings))
            return Gateway(root, simulator, environment)

        yield make


@pytest.fixture
def gateway_of_a_coding_plan(banner, tmp_path, monkeypatch):
    for name in PROXY_VARIABLES + CA_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    simulator = Simulator(banner, through_proxy=True)
    simulator.admin("POST", "/reset")
    with serve(banner, tmp_path, "coding-intl") as (root, environment):
        yield Gateway(root, simulator, environment)
