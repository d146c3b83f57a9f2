"""The official package's realtime classes, driven to their end."""

import base64
import threading

from dashscope.audio.qwen_omni import MultiModality, OmniRealtimeCallback, OmniRealtimeConversation
from dashscope.audio.qwen_omni.omni_realtime import TranscriptionParams
from dashscope.audio.qwen_tts_realtime import AudioFormat, QwenTtsRealtime, QwenTtsRealtimeCallback


class Speaking(QwenTtsRealtimeCallback):
    def __init__(self):
        self.events, self.audio = [], b""
        self.done = threading.Event()

    def on_event(self, event):
        self.events.append(event)
        if event["type"] == "response.audio.delta":
            self.audio += base64.b64decode(event["delta"])
        if event["type"] in ("session.finished", "error"):
            self.done.set()

    def on_close(self, code, text):
        self.done.set()

    def kinds(self):
        return [event["type"] for event in self.events]


class Hearing(Speaking, OmniRealtimeCallback):
    def texts(self):
        return [event["transcript"] for event in self.events if event["type"].endswith("transcription.completed")]


def speak(url, texts, model="qwen3-tts-flash-realtime", commits=False, **session):
    listener = Speaking()
    client = QwenTtsRealtime(model=model, callback=listener, url=url)
    client.connect()
    settings = {"voice": "Cherry", "response_format": AudioFormat.PCM_24000HZ_MONO_16BIT}
    settings["mode"] = "commit" if commits else "server_commit"
    client.update_session(**{**settings, **session})
    for text in texts:
        client.append_text(text)
    if commits:
        client.commit()
    client.finish()
    assert listener.done.wait(20)
    assert client.get_session_id() == listener.events[0].get("session", {}).get("id")
    return listener


def hear(url, samples, model="qwen3-asr-flash-realtime", manual=False, language="en"):
    listener = Hearing()
    client = OmniRealtimeConversation(model=model, callback=listener, url=url)
    client.connect()
    client.update_session(
        output_modalities=[MultiModality.TEXT], enable_turn_detection=not manual, turn_detection_threshold=0.0,
        turn_detection_silence_duration_ms=400,
        transcription_params=TranscriptionParams(language=language, sample_rate=16000, input_audio_format="pcm"))
    for start in range(0, len(samples), 3200):
        client.append_audio(base64.b64encode(samples[start:start + 3200]).decode())
    if manual:
        client.commit()
    client.end_session(20)
    client.close()
    return listener
