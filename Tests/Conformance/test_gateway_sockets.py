"""The official dashscope package over WebSocket through the gateway."""

import io
import json
import json
import threading

import av
import dashscope
import pytest
import websocket
from dashscope.audio.asr import Recognition
from dashscope.audio.tts_v2 import AudioFormat, SpeechSynthesizer, VoiceEnrollmentService
from gateway_http import call
from realtime_sdk import hear, speak


@pytest.fixture
def site(gateway, monkeypatch):
    url = gateway.root.replace("http", "ws", 1) + "/api-ws/v1/inference"
    monkeypatch.setattr(dashscope, "base_websocket_api_url", url)
    monkeypatch.setattr(dashscope, "api_key", gateway.token)
    return url


def test_speech(gateway, site):
    secret = gateway.key("speaker")
    dashscope.api_key = secret
    content = SpeechSynthesizer(model="cosyvoice-v3-flash", voice="longanyang").call("Good evening. The train is late.")
    with av.open(io.BytesIO(content)) as container:
        frames = list(container.decode(audio=0))
    assert sum(frame.samples for frame in frames) / frames[0].sample_rate > 1.5
    assert gateway.simulator.admin("GET", "/charges")["charges"][-1]["quantity"] == 32
    assert sum(gateway.books(secret).values()) == 1


def test_recognition(site, tmp_path):
    pcm = SpeechSynthesizer(
        model="cosyvoice-v3-flash", voice="longanyang", format=AudioFormat.PCM_16000HZ_MONO_16BIT
    ).call("Good evening. The train is late.")
    path = tmp_path / "speech.pcm"
    path.write_bytes(pcm)
    result = Recognition(model="fun-asr-realtime", format="pcm", sample_rate=16000, callback=None).call(str(path))
    assert result.status_code == 200 and result.get_sentence()


def test_who_is_unknown_gets_no_socket(site):
    with pytest.raises(websocket.WebSocketBadStatusException) as refusal:
        websocket.create_connection(site, header=["Authorization: Bearer wrong-0123456789abcdef"])
    assert refusal.value.status_code == 401


def test_a_page_of_another_origin_gets_no_socket(gateway, site):
    with pytest.raises(websocket.WebSocketBadStatusException) as refusal:
        websocket.create_connection(
            site, header=[f"Authorization: Bearer {gateway.token}"], origin="http://evil.example"
        )
    assert refusal.value.status_code == 403


def test_nothing_else_than_sockets_is_there(gateway):
    assert call(gateway, "GET", "/api-ws/v1/inference")[0] == 426
    assert call(gateway, "GET", "/api-ws/v1/other")[0] in (404, 426)


def test_many_sockets_at_a_time(gateway, site):
    done = []

    def speak():
        done.append(SpeechSynthesizer(model="cosyvoice-v3-flash", voice="longanyang").call("Good evening."))

    threads = [threading.Thread(target=speak) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 16 and len(set(map(len, done))) == 1 and done[0]


def test_a_client_that_leaves_takes_its_socket_along(gateway, site):
    connection = websocket.create_connection(site, header=[f"Authorization: Bearer {gateway.token}"])
    connection.sock.close()
    assert call(gateway, "GET", "/healthz")[0] == 200


def test_a_coding_plan_has_no_sockets(gateway_of_a_coding_plan):
    gateway = gateway_of_a_coding_plan
    url = gateway.root.replace("http", "ws", 1) + "/api-ws/v1/inference"
    with pytest.raises(websocket.WebSocketBadStatusException) as refusal:
        websocket.create_connection(url, header=[f"Authorization: Bearer {gateway.token}"])
    assert refusal.value.status_code == 400


@pytest.fixture
def realtime(gateway, monkeypatch):
    monkeypatch.setattr(dashscope, "api_key", gateway.token)
    return gateway.root.replace("http", "ws", 1) + "/api-ws/v1/realtime"


def test_speech_in_a_session(gateway, realtime):
    secret = gateway.key("speaker")
    dashscope.api_key = secret
    spoken = speak(realtime, ["Good evening. ", "The train is late."])
    assert spoken.kinds()[-1] == "session.finished" and len(spoken.audio) > 48000
    charged = gateway.simulator.admin("GET", "/charges")["charges"][-1]
    assert charged["quantity"] == 32
    gateway.wait_for_cost(secret, float(charged["amount"]))


def test_recognition_in_a_session(realtime):
    heard = hear(realtime, bytes(16000 * 2 * 4))
    assert heard.texts() and heard.kinds()[-1] == "session.finished"


def test_a_key_without_the_model_gets_no_session(gateway, realtime):
    secret = gateway.key("narrow", "--models", "qwen/qwen3-tts-flash")
    with pytest.raises(websocket.WebSocketBadStatusException) as refusal:
        websocket.create_connection(
            realtime + "?model=qwen3-tts-flash-realtime", header=[f"Authorization: Bearer {secret}"])
    assert refusal.value.status_code == 403


def test_what_is_spoken_is_paid_by_the_key(gateway, site):
    secret = gateway.key("payer")
    dashscope.api_key = secret
    SpeechSynthesizer(model="cosyvoice-v3-flash", voice="longanyang").call("Good evening. The train is late.")
    charged = gateway.simulator.admin("GET", "/charges")["charges"][-1]
    gateway.wait_for_cost(secret, float(charged["amount"]))


def task(action, **payload):
    header = {"action": action, "task_id": "t1", "streaming": "duplex"}
    return json.dumps({"header": header, "payload": {"input": {}, **payload}})


def begin(model):
    parameters = {"text_type": "PlainText", "voice": "longanyang"}
    return task(
        "run-task", task_group="audio", task="tts", function="SpeechSynthesizer", model=model, parameters=parameters
    )


def ended(connection):
    """Why the other side ended it."""
    while True:
        kind, data = connection.recv_data()
        if kind == websocket.ABNF.OPCODE_CLOSE:
            return data[2:].decode()


def test_a_key_without_money_speaks_no_more(gateway, site):
    secret = gateway.key("poor", "--budget-per-day", "0.0001CNY")
    header = [f"Authorization: Bearer {secret}"]
    connection = websocket.create_connection(site, header=header, timeout=20)
    connection.send(begin("cosyvoice-v3-flash"))
    connection.send(task("continue-task", input={"text": "Good evening. " * 20}))
    connection.send(task("finish-task"))
    assert "may spend today" in ended(connection)
    with pytest.raises(websocket.WebSocketBadStatusException) as refusal:
        websocket.create_connection(site, header=header)
    assert refusal.value.status_code == 402


def test_a_key_of_other_models_starts_no_task(gateway, site):
    secret = gateway.key("reader", "--models", "cosyvoice-v3-plus")
    connection = websocket.create_connection(site, header=[f"Authorization: Bearer {secret}"], timeout=20)
    connection.send(begin("cosyvoice-v3-flash"))
    assert "may not use the model 'cosyvoice-v3-flash'" in ended(connection)


def test_what_only_a_lenient_reader_takes_for_json_is_not_handed_on(gateway, site):
    secret = gateway.key("reader", "--models", "cosyvoice-v3-plus")
    connection = websocket.create_connection(site, header=[f"Authorization: Bearer {secret}"], timeout=20)
    connection.send(begin("cosyvoice-v3-flash").replace('"', "'"))
    assert "no JSON" in ended(connection)


def test_a_voice_is_made_and_speaks(gateway, realtime, monkeypatch):
    monkeypatch.setattr(dashscope, "base_http_api_url", gateway.root + "/api/v1")
    target = "qwen3-tts-vd-realtime-2026-01-15"
    status, _, body = call(gateway, "POST", "/api/v1/services/audio/tts/customization", {
        "model": "qwen-voice-design",
        "input": {
            "action": "create", "target_model": target, "preferred_name": "narrator",
            "voice_prompt": "A calm, deep voice.", "preview_text": "Good evening.",
        },
    })
    assert status == 200, body
    voice = json.loads(body)["output"]["voice"]
    assert speak(realtime, ["Good evening."], model=target, voice=voice).audio
    service = VoiceEnrollmentService()
    other = service.create_voice("cosyvoice-v3-flash", "anna", "https://example.com/anna.wav")
    assert [entry["voice_id"] for entry in service.list_voices()] == [other]
    service.delete_voice(other)
