"""The official dashscope package over WebSocket: speech and recognition."""

import io
import os

import av
import dashscope
import pytest
from dashscope.audio.asr import Recognition
from dashscope.audio.tts_v2 import AudioFormat, ResultCallback, SpeechSynthesizer


@pytest.fixture
def site(simulator, monkeypatch):
    site = simulator.site()
    url = site.native.replace("http", "ws", 1).replace("/api/v1", "/api-ws/v1/inference")
    monkeypatch.setattr(dashscope, "base_websocket_api_url", url)
    monkeypatch.setattr(dashscope, "api_key", site.key)
    if simulator.through_proxy:
        monkeypatch.setenv("WEBSOCKET_CLIENT_CA_BUNDLE", os.environ["SSL_CERT_FILE"])
    return site


class Listener(ResultCallback):
    def __init__(self):
        self.audio, self.events, self.errors, self.complete = b"", [], [], False

    def on_data(self, data):
        self.audio += data

    def on_event(self, message):
        self.events.append(message)

    def on_error(self, message):
        self.errors.append(message)

    def on_complete(self):
        self.complete = True


def test_speech_at_once(simulator, site):
    synthesizer = SpeechSynthesizer(model="cosyvoice-v3-flash", voice="longanyang")
    content = synthesizer.call("Good evening. The train is late.")
    with av.open(io.BytesIO(content)) as container:
        frames = list(container.decode(audio=0))
    assert sum(frame.samples for frame in frames) / frames[0].sample_rate > 1.5
    assert simulator.admin("GET", "/charges")["charges"][-1]["quantity"] == 32


def test_speech_in_pieces(site):
    listener = Listener()
    synthesizer = SpeechSynthesizer(
        model="cosyvoice-v3-flash",
        voice="longanyang",
        format=AudioFormat.PCM_24000HZ_MONO_16BIT,
        callback=listener,
    )
    for text in ["Good eve", "ning. The train", " is late"]:
        synthesizer.streaming_call(text)
    synthesizer.streaming_complete()
    assert listener.complete and not listener.errors
    assert len(listener.audio) > 80000
    assert any("sentence-end" in event for event in listener.events)


def test_a_wrong_voice_fails(site):
    synthesizer = SpeechSynthesizer(model="cosyvoice-v9", voice="longanyang")
    with pytest.raises(Exception):
        synthesizer.call("Good evening.")


def test_a_fault_fails_the_task(simulator, site):
    simulator.fault(error="Throttling.RateQuota", path="api-ws", times=1)
    synthesizer = SpeechSynthesizer(model="cosyvoice-v3-flash", voice="longanyang")
    with pytest.raises(Exception):
        synthesizer.call("Good evening.")


def test_recognition_of_a_file(simulator, site, tmp_path):
    if simulator.through_proxy:
        pytest.skip("this part of the package knows no proxy")
    path = tmp_path / "a.pcm"
    path.write_bytes(bytes(16000 * 2 * 3))
    answer = Recognition(model="fun-asr-realtime", format="pcm", sample_rate=16000, callback=None).call(str(path))
    assert answer.status_code == 200, answer
    sentences = answer.get_sentence()
    assert sentences and sentences[0]["text"] and sentences[0]["words"]
