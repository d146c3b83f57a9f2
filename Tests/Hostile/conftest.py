"""One simulator and one gateway in front of it, each the built binary, in an empty home."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

TOKEN = "0123456789abcdef" * 4


def start(command, environment, pattern, log):
    """Starts a program and waits for the text that tells where it listens."""
    begin = log.tell()
    process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=environment)
    end = time.monotonic() + 30
    while time.monotonic() < end:
        text = Path(log.name).read_text()[begin:]
        found = re.search(pattern, text)
        if found:
            log.seek(0, os.SEEK_END)
            return process, found
        if process.poll() is not None:
            break
        time.sleep(0.02)
    process.kill()
    raise AssertionError(f"{command} told not where it listens: {text}")


def stop(process):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    return process.wait(timeout=20)


class Simulator:
    def __init__(self, banner):
        self.banner = banner

    def admin(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.banner["adminURL"] + path, data=data, method=method)
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as answer:
            return json.loads(answer.read())

    def key(self, endpoint="standard-intl"):
        return next(entry["key"] for entry in self.banner["endpoints"] if entry["id"] == endpoint)


class Gateway:
    """A running gateway; `home` is its user's."""

    def __init__(self, binary, home, environment, log):
        self.binary, self.home, self.environment, self.log = binary, home, environment, log
        self.token, self.host = TOKEN, "127.0.0.1"
        self.process, self.port = None, 0

    @property
    def authority(self):
        return f"{self.host}:{self.port}"

    @property
    def url(self):
        return f"http://{self.authority}"

    def run(self, inside=()):
        """Starts it; `inside` is a command that runs it in an environment of its own."""
        command = [*inside, self.binary, "gateway", "run", "--port", str(self.port)]
        self.process, found = start(command, self.environment, r"127\.0\.0\.1:(\d+)", self.log)
        self.port = int(found.group(1))
        return self

    def forget_rests(self):
        """Forgets which credentials rest. Other processes see the change at once."""
        for file in Path(self.home).rglob("openclaw-state.sqlite"):
            with closing(sqlite3.connect(file, timeout=10)) as database:
                database.execute("DELETE FROM health")
                database.commit()
        time.sleep(0.06)

    def command(self, *arguments, check=True):
        done = subprocess.run(
            [self.binary, *arguments], env=self.environment, capture_output=True, text=True, timeout=60)
        assert not check or done.returncode == 0, done.stderr
        return done.stdout

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def sockets(self):
        folder, count = f"/proc/{self.process.pid}/fd", 0
        for name in os.listdir(folder):
            try:
                count += os.readlink(f"{folder}/{name}").startswith("socket:")
            except OSError:
                pass  # closed meanwhile
        return count

    def memory(self):
        """Resident bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) * 1024

    def logs(self):
        files = Path(self.home).rglob("logs/*")
        return "".join(file.read_text(errors="replace") for file in files if file.is_file())


@pytest.fixture(scope="session")
def binary():
    path = os.environ.get("OPENCLAW_BINARY")
    if not path:
        pytest.skip("OPENCLAW_BINARY names no binary")
    return os.path.abspath(path)


@pytest.fixture(scope="session")
def simulator(binary, tmp_path_factory):
    folder = tmp_path_factory.mktemp("simulator")
    with open(folder / "log", "w") as log:
        command = [
            binary, "simulate", "--port", "0", "--proxy-port", "0", "--ca-file", str(folder / "ca.pem"), "--json"]
        process, found = start(command, dict(os.environ), r"(?m)^{.*}$", log)
        try:
            yield Simulator(json.loads(found.group(0)))
        finally:
            stop(process)


@pytest.fixture(scope="session")
def make_gateway(binary, simulator, tmp_path_factory):
    """Makes gateways with homes of their own, whose user has onboarded with a Standard key."""
    running = []

    def make(settings=None):
        home = tmp_path_factory.mktemp("home")
        environment = {
            "HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "OPENCLAW_GATEWAY_TOKEN": TOKEN,
            "HTTPS_PROXY": simulator.banner["proxyURL"], "SSL_CERT_FILE": simulator.banner["caFile"],
        }
        log = open(home / "output.log", "w")
        gateway = Gateway(binary, home, environment, log)
        onboard = [binary, "onboard", "--non-interactive", "--auth-choice", "qwen-standard-api-key", "--key-stdin"]
        subprocess.run(
            onboard, input=simulator.key(), env=environment, check=True, capture_output=True, text=True, timeout=60)
        for name, value in (settings or {}).items():
            gateway.command("config", "set", name, json.dumps(value))
        running.append(gateway)
        return gateway.run()

    yield make
    for gateway in running:
        stop(gateway.process)
        gateway.log.close()


@pytest.fixture(scope="session")
def shared_gateway(make_gateway):
    return make_gateway()


@pytest.fixture
def gateway(shared_gateway, simulator):
    """The gateway of the session, proven alive before and after every attack."""
    simulator.admin("POST", "/reset")
    assert shared_gateway.process.poll() is None
    yield shared_gateway
    assert shared_gateway.process.poll() is None, "the gateway died"
    with urllib.request.urlopen(shared_gateway.url + "/healthz", timeout=10) as answer:
        assert answer.status == 200


@pytest.fixture
def eventually():
    def wait(condition, seconds=10):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "it never came true"
            time.sleep(0.05)

    return wait
