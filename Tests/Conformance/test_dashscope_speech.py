"""The official dashscope package against speech, transcription, embeddings of media and files."""

import base64
import gzip
import io
import json
import wave
from http import HTTPStatus

import av
import dashscope
import pytest
from dashscope.audio.asr import Transcription
from dashscope.audio.http_tts import HttpSpeechSynthesizer
from dashscope.audio.qwen_asr import QwenTranscription
from results import fetch


@pytest.fixture
def site(simulator, monkeypatch):
    return use(simulator, monkeypatch, "standard-intl")


def use(simulator, monkeypatch, name):
    site = simulator.site(name)
    monkeypatch.setattr(dashscope, "base_http_api_url", site.native)
    monkeypatch.setattr(dashscope, "api_key", site.key)
    return site


def seconds(content):
    with av.open(io.BytesIO(content)) as container:
        frames = list(container.decode(audio=0))
        return sum(frame.samples for frame in frames) / frames[0].sample_rate


def test_speech_into_a_file(site):
    answer = dashscope.MultiModalConversation.call(model="qwen3-tts-flash", text="Good evening, all.", voice="Cherry")
    assert answer.status_code == HTTPStatus.OK, answer
    status, headers, content = fetch(answer.output.audio["url"])
    assert status == 200 and headers["content-type"] == "audio/wav"
    with wave.open(io.BytesIO(content)) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (24000, 1, 2)
        assert sound.getnframes() > 20000
    assert answer.usage["characters"] == 18


def test_speech_as_a_stream(site):
    parts = list(
        dashscope.MultiModalConversation.call(
            model="qwen3-tts-flash", text="Good evening, all.", voice="Cherry", stream=True
        )
    )
    samples = b"".join(base64.b64decode(part.output.audio["data"]) for part in parts)
    _, _, content = fetch(parts[-1].output.audio["url"])
    assert content[44:] == samples
    assert parts[0].output.finish_reason == "null" and parts[-1].output.finish_reason == "stop"


@pytest.mark.parametrize("name", ["wav", "mp3", "opus"])
def test_synthesizer(simulator, monkeypatch, name):
    use(simulator, monkeypatch, "standard-cn")
    result = HttpSpeechSynthesizer.call(
        model="cosyvoice-v3-flash", text="Good evening to all of you.", voice="longanyang", audio_format=name
    )
    status, _, content = fetch(result.audio_url)
    assert status == 200 and seconds(content) == pytest.approx(1.8, abs=0.1)


def test_synthesizer_as_a_stream(simulator, monkeypatch):
    use(simulator, monkeypatch, "standard-cn")
    parts = list(
        HttpSpeechSynthesizer.call(
            model="cosyvoice-v3-flash", text="Good evening.", voice="longanyang", audio_format="pcm", stream=True
        )
    )
    assert len(parts[-1].audio_data) == sum(len(part.audio_data) for part in parts[:-1]) > 10000


def test_short_recording(site):
    messages = [{"role": "user", "content": [{"audio": "https://example.com/a.wav"}]}]
    answer = dashscope.MultiModalConversation.call(model="qwen3-asr-flash", messages=messages)
    assert answer.status_code == HTTPStatus.OK, answer
    assert answer.output.choices[0].message.content[0]["text"]


def test_transcription(site):
    answer = Transcription.call(
        model="fun-asr", file_urls=["https://example.com/a.wav"], diarization_enabled=True, speaker_count=2
    )
    assert answer.output.task_status == "SUCCEEDED", answer
    _, _, content = fetch(answer.output.results[0]["transcription_url"])
    sentences = json.loads(content)["transcripts"][0]["sentences"]
    assert {sentence["speaker_id"] for sentence in sentences} == {0, 1}


def test_transcription_of_one_file(site):
    answer = QwenTranscription.call(model="qwen3-asr-flash-filetrans", file_url="https://example.com/a.wav")
    assert answer.output.task_status == "SUCCEEDED", answer
    _, _, content = fetch(answer.output.result["transcription_url"])
    assert json.loads(content)["transcripts"][0]["text"]


def test_multimodal_embedding(site):
    answer = dashscope.MultiModalEmbedding.call(
        model="tongyi-embedding-vision-plus", input=[{"text": "red bike"}, {"image": "https://example.com/a.png"}]
    )
    assert answer.status_code == HTTPStatus.OK, answer
    assert [len(entry["embedding"]) for entry in answer.output["embeddings"]] == [1152, 1152]


def test_embeddings_of_a_file(site):
    answer = dashscope.BatchTextEmbedding.call(model="text-embedding-async-v2", url="https://example.com/a.txt")
    assert answer.output.task_status == "SUCCEEDED", answer
    _, _, content = fetch(answer.output.url)
    lines = gzip.decompress(content).decode().splitlines()
    assert len(json.loads(lines[0])["output"]["embedding"]) == 1536


def test_files(site, tmp_path):
    path = tmp_path / "data.jsonl"
    path.write_text('{"messages": []}\n')
    answer = dashscope.Files.upload(str(path), purpose="inference", description="lines")
    assert answer.status_code == HTTPStatus.OK, answer
    identifier = answer.output["uploaded_files"][0]["file_id"]
    assert dashscope.Files.get(identifier).output["name"] == "data.jsonl"
    assert dashscope.Files.list().output["total"] == 1
    assert dashscope.Files.delete(identifier).status_code == HTTPStatus.OK
    assert dashscope.Files.get(identifier).status_code == HTTPStatus.BAD_REQUEST
