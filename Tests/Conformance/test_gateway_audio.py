"""The official openai package against the gateway: speech and transcripts."""

import base64
import io
import json
import os
import time
import wave

import av
import openai
import pytest
from gateway_http import call


@pytest.fixture
def client(gateway):
    with openai.OpenAI(base_url=gateway.root + "/v1", api_key=gateway.token, max_retries=0) as client:
        yield client


def samples(content):
    """A header that was written before the length was known is read to the end of the file."""
    assert content[:4] == b"RIFF" and content[8:12] == b"WAVE"
    with av.open(io.BytesIO(content)) as container:
        stream = container.streams.audio[0]
        return stream.rate, sum(frame.samples for frame in container.decode(audio=0))


def recording(seconds=2):
    """Never the same twice: the service forgets files between tests, the gateway does not."""
    content = io.BytesIO()
    with wave.open(content, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16000)
        sound.writeframes(os.urandom(16000 * seconds * 2))
    return content.getvalue()


def test_speech_as_wav(gateway, client, tmp_path):
    with client.audio.speech.with_streaming_response.create(
        model="qwen/qwen3-tts-flash", voice="Cherry", input="Good evening, all.", response_format="wav"
    ) as answer:
        assert answer.headers["content-type"] == "audio/wav"
        assert answer.headers["x-openclaw-model"] == "qwen/qwen3-tts-flash"
        pieces = list(answer.iter_bytes())
    rate, count = samples(b"".join(pieces))
    assert rate == 24000 and count > 10000


def test_speech_as_samples(client):
    answer = client.audio.speech.create(
        model="qwen3-tts-flash", voice="alloy", input="Good evening.", response_format="pcm"
    )
    assert len(answer.content) > 20000 and answer.content[:4] != b"RIFF"


def test_speech_without_a_model_is_mp3(client):
    answer = client.audio.speech.create(model="openclaw", voice="alloy", input="Good evening.")
    with av.open(io.BytesIO(answer.content)) as container:
        assert container.streams.audio[0].codec_context.name in ("mp3", "mp3float")


def test_speech_as_events(gateway):
    body = {"model": "qwen3-tts-flash", "input": "Good evening.", "response_format": "wav", "stream_format": "sse"}
    status, fields, answer = call(gateway, "POST", "/v1/audio/speech", body)
    assert status == 200 and fields["content-type"] == "text/event-stream"
    events = [json.loads(line[6:]) for line in answer.decode().split("\n\n") if line]
    assert {event["type"] for event in events[:-1]} == {"speech.audio.delta"}
    assert events[-1]["type"] == "speech.audio.done" and events[-1]["usage"]["total_tokens"] > 0
    assert samples(b"".join(base64.b64decode(event["audio"]) for event in events[:-1]))[1] > 10000


def test_speech_that_is_refused(gateway, client):
    gateway.simulator.fault(error="data_inspection_failed", times=1)
    with pytest.raises(openai.BadRequestError):
        client.audio.speech.create(model="qwen3-tts-flash", voice="Cherry", input="x", response_format="wav")
    with pytest.raises(openai.BadRequestError, match="flac"):
        client.audio.speech.create(model="qwen3-tts-flash", voice="Cherry", input="x", response_format="flac")
    with pytest.raises(openai.BadRequestError, match="voice"):
        client.audio.speech.create(model="qwen3-tts-flash", voice="Nobody", input="x", response_format="wav")


def test_the_next_configured_model_speaks_when_the_first_is_refused(gateway_with):
    chosen = {"primary": "qwen/qwen3-tts-flash", "fallbacks": ["qwen/cosyvoice-v3-flash"]}
    gateway = gateway_with({"agents": {"defaults": {"mediaModels": {"speech": chosen}}}})
    gateway.simulator.fault(error="internal_error", model="qwen3-tts-flash", times=20)
    body = {"model": "openclaw", "input": "Good evening.", "response_format": "wav"}
    status, fields, answer = call(gateway, "POST", "/v1/audio/speech", body)
    assert status == 200 and samples(answer)[1] > 10000
    assert fields["x-openclaw-model"] == "qwen/cosyvoice-v3-flash" and fields["x-openclaw-attempts"] == "2"


def test_the_books_have_what_was_spoken(gateway):
    token = gateway.key("speaker", "--routes", "audio")
    client = openai.OpenAI(base_url=gateway.root + "/v1", api_key=token, max_retries=0)
    client.audio.speech.create(model="qwen3-tts-flash", voice="Cherry", input="Hello.", response_format="wav")
    deadline = time.monotonic() + 10
    while gateway.books(token) != {"qwen3-tts-flash": 1}:
        assert time.monotonic() < deadline, gateway.books(token)
    with pytest.raises(openai.PermissionDeniedError):
        client.images.generate(prompt="x")


def test_a_transcript(gateway, client):
    answer = client.audio.transcriptions.create(model="qwen3-asr-flash", file=("talk.wav", recording()))
    assert answer.text


@pytest.mark.parametrize("form,begins", [("text", ""), ("srt", "1\n00:00:"), ("vtt", "WEBVTT")])
def test_transcripts_as_texts(client, form, begins):
    answer = client.audio.transcriptions.create(model="openclaw", file=("talk.wav", recording()), response_format=form)
    assert str(answer).startswith(begins) and len(str(answer)) > 5


@pytest.mark.parametrize("model", ["qwen/qwen3-asr-flash-realtime", "qwen/fun-asr-realtime"])
def test_a_transcript_that_is_told_on_a_socket(client, model):
    answer = client.audio.transcriptions.create(
        model=model, file=("talk.wav", recording()), response_format="verbose_json")
    assert answer.text.endswith(".") and answer.duration == 2 and answer.segments


def test_speech_in_a_session(client):
    answer = client.audio.speech.create(
        model="qwen/qwen3-tts-flash-realtime", voice="Cherry", input="Good evening, all.", response_format="wav")
    rate, count = samples(answer.content)
    assert rate == 24000 and count > 24000


def test_transcripts_with_times(client):
    answer = client.audio.transcriptions.create(
        model="openclaw",
        file=("talk.wav", recording()),
        response_format="verbose_json",
        timestamp_granularities=["word", "segment"],
    )
    assert answer.text and answer.segments[0].end > answer.segments[0].start and answer.words[0].word
    assert answer.duration > 0


def test_transcripts_as_a_stream(client):
    events = list(
        client.audio.transcriptions.create(model="qwen3-asr-flash", file=("talk.wav", recording()), stream=True)
    )
    assert [event.type for event in events] == ["transcript.text.delta", "transcript.text.done"]
    assert events[0].delta == events[1].text


def test_transcripts_are_jobs_of_their_key(gateway):
    mine, other = gateway.key("mine"), gateway.key("other")
    client = openai.OpenAI(base_url=gateway.root + "/v1", api_key=mine, max_retries=0)
    raw = client.audio.transcriptions.with_raw_response.create(
        model="qwen3-asr-flash", file=("talk.wav", recording())
    )
    path = "/v1/audio/transcriptions/" + raw.headers["x-openclaw-job"]
    status, _, body = call(gateway, "GET", path, token=mine)
    assert status == 200 and json.loads(body)["status"] == "completed"
    assert call(gateway, "GET", path, token=other)[0] == 404
    assert call(gateway, "GET", path.replace("audio/transcriptions", "videos"), token=mine)[0] == 404


@pytest.mark.parametrize("address", ["file:///etc/passwd", "/etc/passwd", "http://169.254.169.254/a.wav"])
def test_recordings_of_this_machine_or_network_are_refused(gateway, address):
    status, _, body = call(gateway, "POST", "/v1/audio/transcriptions", {"model": "qwen3-asr-flash", "url": address})
    assert status == 400 and b"url" in body and not gateway.simulator.requests()


def test_what_is_no_recording_is_refused(client):
    with pytest.raises(openai.BadRequestError, match="file"):
        client.audio.transcriptions.create(model="qwen3-asr-flash", file=("talk.wav", b"#!/bin/sh"))
    with pytest.raises(openai.BadRequestError, match="file"):
        client.audio.transcriptions.create(model="qwen3-asr-flash", file=("a.wav", b"\x89PNG\r\n\x1a\n" + b"\0" * 64))
