"""Sounds and subtitles of the built binary, read by programs that are not ours: wave, file and a parser of subtitles."""

import json
import os
import re
import subprocess
import wave

import pytest

SENTENCE = "The team meets again on Monday, and everybody is welcome to ask questions. "


@pytest.fixture
def openclaw(banner, tmp_path):
    key = next(entry["key"] for entry in banner["endpoints"] if entry["id"] == "standard-intl")
    environment = {
        "HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HTTPS_PROXY": banner["proxyURL"],
        "SSL_CERT_FILE": banner["caFile"], "QWEN_API_KEY": key,
    }

    def run(*arguments, stdin=None):
        done = subprocess.run(
            [os.environ["OPENCLAW_BINARY"], "infer", *arguments], env=environment, cwd=tmp_path, input=stdin,
            capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run.home = tmp_path
    return run


def kind(path):
    return subprocess.run(["file", "--brief", str(path)], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("options", [[], ["--no-stream"], ["--model", "qwen/cosyvoice-v3-flash"]])
def test_samples_in_pieces_become_one_wave_file(openclaw, options):
    text = SENTENCE * 20
    made = json.loads(openclaw("tts", "convert", "--output", "talk.wav", "--json", *options, stdin=text))
    path = openclaw.home / "talk.wav"
    with wave.open(str(path)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 24000)
        frames = sound.getnframes()
        assert len(sound.readframes(frames)) == frames * 2 == path.stat().st_size - 44
    assert frames / 24000 == pytest.approx(made["outputs"][0]["durationSeconds"])
    assert frames / 24000 > 60
    assert "WAVE audio, Microsoft PCM, 16 bit, mono 24000 Hz" in kind(path)


def test_a_rate_of_the_users_own_is_in_the_header(openclaw):
    openclaw("tts", "convert", "Good evening.", "--output", "a.wav", "--sample-rate", "48000", "--model",
             "qwen/cosyvoice-v3-flash")
    with wave.open(str(openclaw.home / "a.wav")) as sound:
        assert sound.getframerate() == 48000


@pytest.mark.parametrize("name, mark", [("a.mp3", "MPEG ADTS, layer III"), ("a.ogg", "Opus audio")])
def test_other_formats_are_what_they_say(openclaw, name, mark):
    openclaw("tts", "convert", SENTENCE, "--output", name)
    assert mark in kind(openclaw.home / name)


def seconds(text):
    hours, minutes, rest = text.replace(",", ".").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


@pytest.mark.parametrize("ending", ["srt", "vtt"])
def test_subtitles_are_in_order_and_readable(openclaw, ending):
    openclaw("tts", "convert", SENTENCE * 8, "--output", "talk.wav")
    openclaw("audio", "transcribe", "talk.wav", "--output", f"talk.{ending}")
    text = (openclaw.home / f"talk.{ending}").read_text()
    assert text.startswith("WEBVTT\n\n") == (ending == "vtt")
    cues = re.findall(r"(\d\d:\d\d:\d\d[,.]\d{3}) --> (\d\d:\d\d:\d\d[,.]\d{3})\n((?:.+\n)+)", text)
    assert len(cues) > 3
    with wave.open(str(openclaw.home / "talk.wav")) as sound:
        length = sound.getnframes() / sound.getframerate()
    last = 0.0
    for begin, end, lines in cues:
        assert last <= seconds(begin) < seconds(end) <= length + 0.5
        assert seconds(end) - seconds(begin) <= 7
        assert len(lines.splitlines()) <= 2 and all(len(line) <= 42 for line in lines.splitlines())
        last = seconds(end)
    if ending == "srt":
        numbers = [int(line) for line in re.findall(r"^(\d+)$", text, re.MULTILINE)]
        assert numbers == list(range(1, len(cues) + 1))


def test_a_transcript_for_programs_has_words_with_times(openclaw):
    openclaw("tts", "convert", SENTENCE * 3, "--output", "talk.wav")
    document = json.loads(openclaw("audio", "transcribe", "talk.wav", "--format", "json", "--words"))
    assert document["text"] and document["segments"]
    for segment in document["segments"]:
        assert segment["start"] < segment["end"]
        assert " ".join(word["word"] for word in segment["words"]).lower() == segment["text"].lower()
