"""The official dashscope package's realtime classes: speech and recognition in sessions."""

import json

import dashscope
import pytest
import websocket
from dashscope.audio.asr import TranslationRecognizerRealtime
from dashscope.audio.asr.translation_recognizer import TranslationRecognizerCallback
from realtime_sdk import hear, speak


@pytest.fixture
def url(simulator, monkeypatch):
    if simulator.through_proxy:
        pytest.skip("these classes of the package know no proxy with an authority of its own")
    site = simulator.site()
    monkeypatch.setattr(dashscope, "api_key", site.key)
    return site.native.replace("http", "ws", 1).replace("/api/v1", "/api-ws/v1/realtime")


def test_speech(simulator, url):
    spoken = speak(url, ["Good eve", "ning. The train", " is late"])
    kinds = spoken.kinds()
    assert kinds[:2] == ["session.created", "session.updated"] and kinds[-1] == "session.finished"
    assert len(spoken.audio) > 48000 and len(spoken.audio) % 2 == 0
    done = [event for event in spoken.events if event["type"] == "response.done"]
    assert sum(event["response"]["usage"]["characters"] for event in done) == 31
    assert simulator.admin("GET", "/charges")["charges"][-1]["quantity"] == 31


def test_speech_that_is_committed(url):
    assert "input_text_buffer.committed" in speak(url, ["Good evening. ", "It is late."], commits=True).kinds()


def test_an_empty_buffer_is_not_committed(url):
    assert "error" in speak(url, [], commits=True).kinds()


@pytest.mark.parametrize("change", [{"voice": "Nobody"}, {"speech_rate": 3.0}, {"sample_rate": 11025}])
def test_a_wrong_session_is_refused(url, change):
    assert "error" in speak(url, ["Good evening."], **change).kinds()


def test_an_unknown_model_is_refused(url):
    connection = websocket.create_connection(
        url + "?model=qwen3-tts-flash", header=[f"Authorization: Bearer {dashscope.api_key}"])
    assert json.loads(connection.recv())["error"]["code"] == "ModelNotFound"


def test_other_formats(url):
    spoken = speak(url, ["Good evening."], audio_format="mp3")
    assert spoken.audio[0] == 0xFF


@pytest.mark.parametrize("manual", [False, True])
def test_recognition(simulator, url, manual):
    heard = hear(url, bytes(16000 * 2 * 4), manual=manual)
    assert heard.kinds()[:2] == ["session.created", "session.updated"] and heard.kinds()[-1] == "session.finished"
    assert heard.texts() and all(text.endswith(".") for text in heard.texts())
    assert ("input_audio_buffer.speech_started" in heard.kinds()) == (not manual)
    assert simulator.admin("GET", "/charges")["charges"][-1]["quantity"] == 4


def test_a_session_without_speech_just_ends(url):
    assert hear(url, b"").kinds() == ["session.created", "session.updated", "session.finished"]


def test_recognition_by_the_older_models(simulator, monkeypatch, tmp_path):
    if simulator.through_proxy:
        pytest.skip("this part of the package knows no proxy")
    site = simulator.site("standard-cn")
    monkeypatch.setattr(dashscope, "api_key", site.key)
    monkeypatch.setattr(
        dashscope, "base_websocket_api_url",
        site.native.replace("http", "ws", 1).replace("/api/v1", "/api-ws/v1/inference"))
    path = tmp_path / "a.pcm"
    path.write_bytes(bytes(16000 * 2 * 3))
    recognizer = TranslationRecognizerRealtime(
        model="gummy-realtime-v1", format="pcm", sample_rate=16000, transcription_enabled=True,
        callback=TranslationRecognizerCallback())
    answer = recognizer.call(str(path))
    assert not answer.error_message and answer.transcription_result_list[0].text
