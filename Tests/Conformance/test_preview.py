"""What `--preview` writes to terminals of several kinds, and that it writes nothing anywhere else."""

import base64
import os
import re
import stat
import subprocess

import pytest

from test_terminal import Terminal, home, key_of  # noqa: F401 (home is a fixture)

PROMPT = ["infer", "image", "generate", "--prompt", "a kite", "--output", "kite.png", "--preview"]


@pytest.fixture
def room(banner, home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return home | {"QWEN_API_KEY": key_of(banner, "standard-intl")}


def program(folder, name, text):
    """A program on the path that writes a text, and its arguments into a file."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\necho \"$@\" > {folder}/{name}.said\n{text}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(folder)


def test_kitty_gets_the_png_in_pieces(room, tmp_path):
    terminal = Terminal(PROMPT, room | {"TERM": "xterm-kitty"})
    assert terminal.finish() == 0, terminal.seen
    pieces = re.findall(r"\x1b_G([^;]*);([A-Za-z0-9+/=]*)\x1b\\", terminal.seen)
    assert pieces and pieces[0][0].startswith("a=T,f=100,q=2"), terminal.seen
    assert base64.b64decode("".join(piece for _, piece in pieces)) == (tmp_path / "kite.png").read_bytes()


def test_iterm_gets_the_file(room, tmp_path):
    terminal = Terminal(PROMPT, room | {"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"})
    assert terminal.finish() == 0, terminal.seen
    found = re.search(r"\x1b\]1337;File=inline=1;[^:]*:([A-Za-z0-9+/=]*)\x07", terminal.seen)
    assert found and base64.b64decode(found[1]) == (tmp_path / "kite.png").read_bytes(), terminal.seen


def test_a_terminal_that_says_so_gets_sixels(room, tmp_path):
    path = program(tmp_path / "bin", "img2sixel", "printf '\\033Pq#0~\\033\\\\'")
    terminal = Terminal(PROMPT, room | {"TERM": "xterm-256color", "PATH": f"{path}:/usr/bin:/bin"})
    terminal.wait_for("\x1b[c")
    terminal.type("\x1b[?62;4c")
    assert terminal.finish() == 0, terminal.seen
    assert "\x1bPq#0~\x1b\\" in terminal.seen, terminal.seen
    assert (tmp_path / "bin/img2sixel.said").read_text().endswith("kite.png\n")


def test_a_terminal_that_does_not_answer_is_told(room):
    terminal = Terminal(PROMPT, room | {"TERM": "xterm-256color"})
    assert terminal.finish() == 0, terminal.seen
    assert "no preview: this terminal shows no pictures" in terminal.seen, terminal.seen


def test_the_first_frame_of_a_clip_needs_ffmpeg(room, tmp_path):
    arguments = ["infer", "video", "generate", "--prompt", "a kite", "--output", "kite.mp4", "--preview"]
    nothing = str(tmp_path / "nothing")
    terminal = Terminal(arguments, room | {"TERM": "xterm-kitty", "PATH": nothing})
    assert terminal.finish(60) == 0, terminal.seen
    assert "the first frame of a clip needs ffmpeg" in terminal.seen, terminal.seen
    path = program(tmp_path / "bin", "ffmpeg", "for last; do :; done; printf '\\211PNG' > \"$last\"")
    terminal = Terminal(arguments, room | {"TERM": "xterm-kitty", "PATH": f"{path}:/usr/bin:/bin"})
    assert terminal.finish(60) == 0, terminal.seen
    found = re.search(r"\x1b_Ga=T[^;]*;([A-Za-z0-9+/=]*)\x1b\\", terminal.seen)
    assert found and base64.b64decode(found[1]) == b"\x89PNG", terminal.seen


def test_nothing_is_shown_where_nobody_looks(room):
    run = subprocess.run(
        [os.environ["OPENCLAW_BINARY"], *PROMPT], env=room | {"TERM": "xterm-kitty"}, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert "\x1b" not in run.stdout and "preview" not in run.stderr, run.stderr
