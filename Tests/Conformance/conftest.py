"""Starts the built binary named by OPENCLAW_BINARY and offers its banner in both of its modes."""

import json
import os
import subprocess
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
