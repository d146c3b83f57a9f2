"""What a person sees who runs the built binary on a terminal: hidden keys, masked offers, Ctrl-C."""

import os
import pty
import select
import signal
import termios
import time

import pytest

from conftest import Simulator


class Terminal:
    """The binary on a pseudo-terminal of its own."""

    def __init__(self, arguments, environment):
        self.seen = ""
        go, went = os.pipe()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.read(go, 1)
            os.execve(os.environ["OPENCLAW_BINARY"], ["openclaw", *arguments], environment)
        # As the program finds it.
        self.modes = termios.tcgetattr(self.descriptor)
        os.write(went, b"!")
        os.close(go)
        os.close(went)

    def wait_for(self, text, seconds=20):
        end = time.monotonic() + seconds
        while text not in self.seen:
            assert time.monotonic() < end, f"waited for {text!r}, saw: {self.seen}"
            if not self._read(0.1):
                break
        assert text in self.seen, self.seen

    def type(self, text):
        os.write(self.descriptor, text.encode())

    def finish(self, seconds=20):
        end = time.monotonic() + seconds
        while self._read(0.1):
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self, seconds):
        if not select.select([self.descriptor], [], [], seconds)[0]:
            return True
        try:
            piece = os.read(self.descriptor, 65536)
        except OSError:
            return False
        self.seen += piece.decode(errors="replace")
        return bool(piece)


@pytest.fixture
def home(banner, tmp_path):
    return {
        "HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8",
        "HTTPS_PROXY": banner["proxyURL"], "SSL_CERT_FILE": banner["caFile"],
    }


def key_of(banner, endpoint):
    return next(entry["key"] for entry in banner["endpoints"] if entry["id"] == endpoint)


def test_the_key_is_asked_for_and_never_shown(banner, home, tmp_path):
    key = key_of(banner, "coding-intl")
    terminal = Terminal(["onboard", "--auth-choice", "qwen-api-key"], home)
    terminal.wait_for("key")
    time.sleep(0.3)  # the echo is switched off right after the question
    terminal.type(key + "\n")
    assert terminal.finish() == 0, terminal.seen
    assert key not in terminal.seen
    assert "coding-intl.dashscope.aliyuncs.com" in (tmp_path / ".openclaw/openclaw.json").read_text()
    assert key in (tmp_path / ".openclaw/agents/main/agent/auth-profiles.json").read_text()


def test_a_key_in_the_environment_is_offered_masked(banner, home):
    key = key_of(banner, "standard-intl")
    terminal = Terminal(["onboard", "--auth-choice", "qwen-standard-api-key"], home | {"QWEN_API_KEY": key})
    terminal.wait_for("QWEN_API_KEY")
    terminal.wait_for(key[-4:])
    terminal.type("y\n")
    assert terminal.finish() == 0, terminal.seen
    assert key not in terminal.seen


def test_control_c_at_the_question_writes_nothing(home, tmp_path):
    terminal = Terminal(["onboard", "--auth-choice", "qwen-api-key"], home)
    terminal.wait_for("key")
    time.sleep(0.3)
    terminal.type("\x03")
    assert terminal.finish() == 130, terminal.seen
    assert not (tmp_path / ".openclaw/openclaw.json").exists()


def test_reasoning_is_dimmed(banner, home):
    key = key_of(banner, "standard-intl")
    terminal = Terminal(
        ["infer", "model", "run", "why is the sky blue", "--thinking", "high"], home | {"QWEN_API_KEY": key})
    assert terminal.finish() == 0, terminal.seen
    assert "\x1b[2m" in terminal.seen
    assert "cost" in terminal.seen


@pytest.fixture
def spent_plan(banner, home):
    """A plan whose week is used up, beside a key that is paid by use."""
    simulator = Simulator(banner, True)
    simulator.admin("POST", "/reset")
    for choice, endpoint in [("qwen-standard-api-key", "standard-intl"), ("qwen-api-key", "coding-intl")]:
        terminal = Terminal(["onboard", "--auth-choice", choice], home)
        terminal.wait_for("key")
        time.sleep(0.3)
        terminal.type(key_of(banner, endpoint) + "\n")
        assert terminal.finish() == 0, terminal.seen
    simulator.admin("POST", "/reset")
    simulator.fault(error="week_quota", endpoint="coding-intl")
    yield simulator
    simulator.admin("POST", "/reset")


ASK = ["infer", "model", "run", "hello"]


def test_money_is_asked_for_once_and_yes_is_kept(spent_plan, home, tmp_path):
    terminal = Terminal(ASK, home)
    terminal.wait_for("[y/N]")
    assert not spent_plan.admin("GET", "/bill")
    terminal.type("y\n")
    assert terminal.finish() == 0, terminal.seen
    assert '"allow"' in (tmp_path / ".openclaw/openclaw.json").read_text()
    assert [entry["endpoint"] for entry in spent_plan.admin("GET", "/bill")] == ["standard-intl"]
    again = Terminal(ASK, home)
    assert again.finish() == 0, again.seen
    assert "[y/N]" not in again.seen


def test_no_is_the_default_and_is_kept(spent_plan, home, tmp_path):
    terminal = Terminal(ASK, home)
    terminal.wait_for("[y/N]")
    terminal.type("\n")
    assert terminal.finish() == 4, terminal.seen
    assert '"declined"' in (tmp_path / ".openclaw/openclaw.json").read_text()
    again = Terminal(ASK, home)
    assert again.finish() == 4, again.seen
    assert "[y/N]" not in again.seen and "auth.spend allow" in again.seen
    assert not spent_plan.admin("GET", "/bill")


def test_nobody_who_writes_json_is_asked(spent_plan, home):
    terminal = Terminal([*ASK, "--json"], home)
    assert terminal.finish() == 4, terminal.seen
    assert "[y/N]" not in terminal.seen and "auth.spend allow" in terminal.seen
