"""The official dashscope package's voice enrolment, and voices that work with their model only."""

import base64

import dashscope
import pytest
import requests
from dashscope.audio.tts_v2 import SpeechSynthesizer, VoiceEnrollmentException, VoiceEnrollmentService
from realtime_sdk import speak

URL = "https://example.com/anna.wav"


@pytest.fixture
def site(simulator, monkeypatch):
    site = simulator.site()
    monkeypatch.setattr(dashscope, "base_http_api_url", site.native)
    monkeypatch.setattr(
        dashscope, "base_websocket_api_url",
        site.native.replace("http", "ws", 1).replace("/api/v1", "/api-ws/v1/inference"))
    monkeypatch.setattr(dashscope, "api_key", site.key)
    return site


def direct(site, model, **values):
    parameters = values.pop("parameters", None)
    body = {"model": model, "input": values, **({"parameters": parameters} if parameters else {})}
    return requests.post(
        site.native + "/services/audio/tts/customization", json=body, headers={"Authorization": f"Bearer {site.key}"})


def test_a_voice_is_made_listed_and_removed(simulator, site):
    service = VoiceEnrollmentService()
    voice = service.create_voice("cosyvoice-v3-flash", "anna", URL, language_hints=["en"])
    assert voice.startswith("cosyvoice-v3-flash-anna-")
    assert [entry["voice_id"] for entry in service.list_voices(prefix="anna")] == [voice]
    assert service.list_voices(prefix="nobody") == []
    assert service.query_voice(voice)["status"] == "OK"
    service.update_voice(voice, URL + "?again")
    assert service.query_voice(voice)["resource_link"].endswith("?again")
    if not simulator.through_proxy:
        assert SpeechSynthesizer(model="cosyvoice-v3-flash", voice=voice).call("Good evening.")
        with pytest.raises(Exception):
            SpeechSynthesizer(model="cosyvoice-v3-plus", voice=voice).call("Good evening.")
    service.delete_voice(voice)
    assert service.list_voices() == []
    with pytest.raises(VoiceEnrollmentException):
        service.query_voice(voice)


@pytest.mark.parametrize("change", [
    {"prefix": "far too long a name"}, {"target_model": "qwen3-tts-flash"}, {"url": "/anna.wav"}])
def test_a_wrong_wish_is_refused(site, change):
    wish = {"target_model": "cosyvoice-v3-flash", "prefix": "anna", "url": URL, **change}
    with pytest.raises(VoiceEnrollmentException):
        VoiceEnrollmentService().create_voice(**wish)


def test_a_copied_voice_works_with_its_model_only(simulator, site):
    target = "qwen3-tts-vc-realtime-2026-01-15"
    made = direct(
        site, "qwen-voice-enrollment", action="create", target_model=target, preferred_name="anna",
        audio={"data": URL}).json()["output"]
    assert made["target_model"] == target and made["fallback_mode"] is False
    listed = direct(site, "qwen-voice-enrollment", action="list", page_size=10, page_index=0).json()["output"]
    assert listed["total_count"] == 1 and listed["voice_list"][0]["target_model"] == target
    if not simulator.through_proxy:
        url = site.native.replace("http", "ws", 1).replace("/api/v1", "/api-ws/v1/realtime")
        assert speak(url, ["Good evening."], model=target, voice=made["voice"]).audio
        wrong = speak(url, ["Good evening."], model="qwen3-tts-vd-realtime-2026-01-15", voice=made["voice"])
        assert "error" in wrong.kinds()
    assert direct(site, "qwen-voice-enrollment", action="delete", voice=made["voice"]).status_code == 200
    assert direct(site, "qwen-voice-enrollment", action="query", voice=made["voice"]).status_code == 400


def test_a_designed_voice_comes_with_a_sound(simulator, site):
    made = direct(
        site, "qwen-voice-design", action="create", target_model="qwen3-tts-vd-2026-01-26", preferred_name="narrator",
        voice_prompt="A calm, deep voice.", preview_text="Good evening.", language="en",
        parameters={"sample_rate": 24000, "response_format": "wav"}).json()["output"]
    assert base64.b64decode(made["preview_audio"]["data"]).startswith(b"RIFF")
    found = direct(site, "qwen-voice-design", action="query", voice=made["voice"]).json()["output"]
    assert found["voice"] == made["voice"]
    charge = simulator.admin("GET", "/charges")["charges"][-1]
    assert (charge["unit"], charge["amount"]) == ("voice", 0.2)
