"""Sounds and subtitles of the built binary, read by programs that are not ours: wave, file and a parser of subtitles."""

import json
import os
import re
import subprocess
import wave
from urllib.request import urlopen

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


REALTIME = ["--model", "qwen/qwen3-tts-flash-realtime"]


@pytest.mark.parametrize("options", [[], ["--no-stream"], ["--model", "qwen/cosyvoice-v3-flash"], REALTIME])
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


@pytest.mark.parametrize("model", ["cosyvoice-v3-flash", "qwen3-tts-flash-realtime"])
@pytest.mark.parametrize("name, mark", [("a.mp3", "MPEG ADTS, layer III"), ("a.ogg", "Opus audio")])
def test_other_formats_are_what_they_say(openclaw, name, mark, model):
    openclaw("tts", "convert", SENTENCE, "--output", name, "--model", f"qwen/{model}")
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


def stereo(path, rate, seconds):
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(2)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(bytes(4 * rate * seconds))


@pytest.mark.parametrize("model", ["qwen3-asr-flash-realtime", "fun-asr-realtime"])
@pytest.mark.parametrize("rate", [8000, 16000, 44100])
def test_what_is_told_on_a_socket_has_the_length_of_the_file(openclaw, banner, model, rate):
    stereo(openclaw.home / "talk.wav", rate, 3)
    made = json.loads(openclaw(
        "audio", "transcribe", "talk.wav", "--model", f"qwen/{model}", "--output", "talk.srt", "--json"))
    assert made["outputs"][0]["text"].endswith(".") and made["outputs"][0]["durationSeconds"] == 3
    assert (openclaw.home / "talk.srt").read_text().startswith("1\n00:00:00,000 --> 00:00:0")
    with urlopen(banner["adminURL"] + "/charges") as answer:
        charge = json.loads(answer.read())["charges"][-1]
    assert (charge["model"], charge["quantity"]) == (model, 3)
