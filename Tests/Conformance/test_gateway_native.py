"""The official dashscope package against the gateway: pictures, video, speech, vectors, files and tasks are relayed."""

import base64
import hashlib
import io
import json
import time
import wave
from http import HTTPStatus

import dashscope
import pytest
from dashscope import ImageSynthesis, VideoSynthesis
from dashscope.aigc.image_generation import ImageGeneration
from dashscope.api_entities.dashscope_response import Message
from dashscope.audio.asr import Transcription
from gateway_http import call
from results import fetch, picture, video


@pytest.fixture(autouse=True)
def settings(gateway, monkeypatch):
    monkeypatch.setattr(dashscope, "base_http_api_url", gateway.root + "/api/v1")
    monkeypatch.setattr(dashscope, "api_key", gateway.token)


@pytest.fixture
def services(banner, monkeypatch):
    """Results lie on the service's own storage, which the gateway has nothing to do with."""
    monkeypatch.setenv("HTTPS_PROXY", banner["proxyURL"])
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"):
        monkeypatch.setenv(name, banner["caFile"])
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def photo(tmp_path):
    import av

    path = tmp_path / "photo.png"
    with av.open(str(path), "w", format="image2") as container:
        stream = container.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = 640, 360, "rgb24"
        for packet in stream.encode(av.VideoFrame(640, 360, "rgb24")):
            container.mux(packet)
    return path


def only_the_services_key(gateway):
    """Nothing of the client's own credentials or names has left."""
    key = gateway.simulator.endpoint("standard-intl")["key"]
    sent = [request for request in gateway.simulator.requests() if request["endpoint"] != "storage"]
    assert sent
    for request in sent:
        fields = {header["name"].lower(): header["value"] for header in request["headers"]}
        assert gateway.token not in json.dumps(request)
        assert request["keyFingerprint"] == hashlib.sha256(key.encode()).hexdigest()
        assert fields["user-agent"].startswith("openclaw/") and "x-dashscope-useragent" not in fields


def test_text_embedding(gateway):
    answer = dashscope.TextEmbedding.call(model="text-embedding-v4", input=["one", "two", "three"], dimension=256)
    assert answer.status_code == HTTPStatus.OK, answer
    rows = answer.output["embeddings"]
    assert [row["text_index"] for row in rows] == [0, 1, 2] and len(rows[0]["embedding"]) == 256
    assert answer.usage["total_tokens"] > 0


def test_text_rerank(gateway):
    answer = dashscope.TextReRank.call(
        model="qwen3-rerank", query="tea", documents=["green tea", "a red bike"], top_n=2, return_documents=True
    )
    assert answer.status_code == HTTPStatus.OK, answer
    assert sorted(row["index"] for row in answer.output["results"]) == [0, 1]


def test_multimodal_embedding():
    answer = dashscope.MultiModalEmbedding.call(
        model="tongyi-embedding-vision-plus", input=[{"text": "red bike"}, {"image": "https://example.com/a.png"}]
    )
    assert answer.status_code == HTTPStatus.OK, answer
    assert [len(entry["embedding"]) for entry in answer.output["embeddings"]] == [1152, 1152]


def test_video_is_begun_and_waited_for(gateway, services):
    task = VideoSynthesis.async_call(model="wan2.6-t2v", prompt="A paper crane", size="1280*720", duration=5)
    assert task.status_code == HTTPStatus.OK and task.output.task_status == "PENDING", task
    done = VideoSynthesis.wait(task)
    assert done.output.task_status == "SUCCEEDED", done
    assert video(done.output.video_url)["seconds"] == 5
    assert len(gateway.simulator.admin("GET", "/tasks")) == 1


def test_a_model_with_its_provider_is_spelled_as_the_service_does(gateway):
    task = VideoSynthesis.async_call(model="qwen/wan2.6-t2v", prompt="Rain", size="1280*720", duration=5)
    assert task.status_code == HTTPStatus.OK, task
    assert gateway.received()[-1]["model"] == "wan2.6-t2v"


def test_a_local_picture_becomes_a_video(gateway, services, photo):
    answer = VideoSynthesis.call(model="wan2.6-i2v", prompt="It moves", img_url=f"file://{photo}", resolution="720P")
    assert answer.output.task_status == "SUCCEEDED", answer
    upload = gateway.simulator.admin("GET", "/uploads")[-1]
    assert upload["model"] == "wan2.6-i2v"


def test_tasks_are_listed_and_cancelled(gateway):
    gateway.simulator.fault(fault="task-stuck", times=5)
    tasks = [VideoSynthesis.async_call(model="wan2.6-t2v", prompt=str(number)) for number in range(6)]
    assert VideoSynthesis.list(page_size=4).status_code == HTTPStatus.OK
    assert VideoSynthesis.fetch(tasks[-1]).output.task_status == "PENDING"
    assert VideoSynthesis.cancel(tasks[-1]).status_code == HTTPStatus.OK
    assert VideoSynthesis.fetch(tasks[-1]).output.task_status == "CANCELED"
    refused = VideoSynthesis.cancel(tasks[-1])
    assert (refused.status_code, refused.code) == (HTTPStatus.BAD_REQUEST, "UnsupportedOperation")


def test_a_lost_answer_makes_no_second_job(gateway):
    gateway.simulator.fault(fault="lost-answer", times=1)
    status, _, body = call(
        gateway,
        "POST",
        "/api/v1/services/aigc/video-generation/video-synthesis",
        {"model": "wan2.6-t2v", "input": {"prompt": "x"}},
        {"X-DashScope-Async": "enable"},
    )
    assert status >= 500 and b"may have begun" in body, (status, body)
    assert len(gateway.simulator.admin("GET", "/tasks")) == 1


def test_old_pictures_are_tasks(services):
    answer = ImageSynthesis.call(model="wan2.2-t2i-flash", prompt="A fox", n=2, size="1024*768")
    assert answer.status_code == HTTPStatus.OK, answer
    assert [picture(result.url) for result in answer.output.results] == [(1024, 768)] * 2


def test_pictures_at_once(services):
    messages = [Message(role="user", content=[{"text": "A fox"}])]
    answer = ImageGeneration.call(model="wan2.6-t2i", messages=messages, n=1, size="1280*1280")
    assert answer.status_code == HTTPStatus.OK, answer
    assert picture(answer.output.choices[0].message.content[0]["image"]) == (1280, 1280)


def test_pictures_of_a_conversation(gateway, services, photo):
    messages = [{"role": "user", "content": [{"image": f"file://{photo}"}, {"text": "Put a hat on it"}]}]
    answer = dashscope.MultiModalConversation.call(model="qwen-image-edit-plus", messages=messages, n=2)
    assert answer.status_code == HTTPStatus.OK, answer
    assert len([picture(part["image"]) for part in answer.output.choices[0].message.content]) == 2


def test_speech_into_a_file(gateway, services):
    answer = dashscope.MultiModalConversation.call(model="qwen3-tts-flash", text="Good evening, all.", voice="Cherry")
    assert answer.status_code == HTTPStatus.OK, answer
    status, _, content = fetch(answer.output.audio["url"])
    assert status == 200
    with wave.open(io.BytesIO(content)) as sound:
        assert sound.getnframes() > 20000
    only_the_services_key(gateway)


def test_speech_as_a_stream(services):
    parts = list(
        dashscope.MultiModalConversation.call(
            model="qwen3-tts-flash", text="Good evening, all.", voice="Cherry", stream=True
        )
    )
    samples = b"".join(base64.b64decode(part.output.audio["data"]) for part in parts)
    _, _, content = fetch(parts[-1].output.audio["url"])
    assert content[44:] == samples
    assert parts[0].output.finish_reason == "null" and parts[-1].output.finish_reason == "stop"


def test_a_short_recording():
    messages = [{"role": "user", "content": [{"audio": "https://example.com/a.wav"}]}]
    answer = dashscope.MultiModalConversation.call(model="qwen3-asr-flash", messages=messages)
    assert answer.status_code == HTTPStatus.OK, answer
    assert answer.output.choices[0].message.content[0]["text"]


def test_a_long_recording(services):
    answer = Transcription.call(model="fun-asr", file_urls=["https://example.com/a.wav"])
    assert answer.output.task_status == "SUCCEEDED", answer
    _, _, content = fetch(answer.output.results[0]["transcription_url"])
    assert json.loads(content)["transcripts"][0]["sentences"]


def test_files(tmp_path):
    path = tmp_path / "data.jsonl"
    path.write_text('{"messages": []}\n')
    answer = dashscope.Files.upload(str(path), purpose="inference", description="lines")
    assert answer.status_code == HTTPStatus.OK, answer
    identifier = answer.output["uploaded_files"][0]["file_id"]
    assert dashscope.Files.get(identifier).output["name"] == "data.jsonl"
    assert dashscope.Files.list().output["total"] == 1
    assert dashscope.Files.delete(identifier).status_code == HTTPStatus.OK
    assert dashscope.Files.get(identifier).status_code == HTTPStatus.BAD_REQUEST


def test_refusals_keep_their_codes(gateway):
    answer = VideoSynthesis.async_call(model="wan2.6-t2v", prompt="x", size="832*480")
    assert (answer.status_code, answer.code) == (HTTPStatus.BAD_REQUEST, "InvalidParameter")
    assert "size" in answer.message


def test_nobody_sees_what_another_key_made(gateway):
    path = "/api/v1/services/aigc/video-generation/video-synthesis"
    body = {"model": "wan2.6-t2v", "input": {"prompt": "Rain"}}
    mine, other = gateway.key("painter"), gateway.key("stranger")
    status, _, answer = call(gateway, "POST", path, body, {"X-DashScope-Async": "enable"}, token=mine)
    assert status == 200, answer
    task = "/api/v1/tasks/" + json.loads(answer)["output"]["task_id"]
    assert call(gateway, "GET", task, token=mine)[0] == 200
    assert call(gateway, "GET", task)[0] == 200, "the owner sees everything"
    for token, place in [(other, task), (mine, "/api/v1/tasks/made-up")]:
        status, _, answer = call(gateway, "GET", place, token=token)
        assert status == 404 and json.loads(answer)["code"] == "NotFound"
    assert call(gateway, "POST", task + "/cancel", {}, token=other)[0] == 404
    assert call(gateway, "GET", "/api/v1/tasks", token=mine)[0] == 403


@pytest.mark.parametrize("path", ["/api/v1/tasks/../models", "/api/v1/tasks/%2e%2e", "/api/v1/services/aigc/x/y/z"])
def test_other_paths_are_not_there(gateway, path):
    method = "POST" if "services" in path else "GET"
    status, _, body = call(gateway, method, path, {"model": "wan2.6-t2v"} if method == "POST" else None)
    assert status == 404 and json.loads(body)["message"]
    assert not gateway.simulator.requests()


def test_a_body_that_chooses_where_it_goes_is_refused(gateway):
    status, _, body = call(
        gateway,
        "POST",
        "/api/v1/services/aigc/text2image/image-synthesis",
        {"model": "wan2.2-t2i-flash", "input": {"prompt": "x"}, "base_url": "https://example.com"},
    )
    assert status == 400 and b"base_url" in body and not gateway.simulator.requests()


def test_a_coding_plan_has_chat_only(gateway_of_a_coding_plan):
    gateway = gateway_of_a_coding_plan
    places = [
        ("/api/v1/services/aigc/video-generation/video-synthesis", {"model": "wan2.6-t2v", "input": {"prompt": "x"}}),
        ("/api/v1/services/aigc/multimodal-generation/generation", {"model": "qwen3-tts-flash", "input": {"text": "x"}}),
        ("/api/v1/tokenizer", {"model": "qwen3-coder-plus", "input": {"prompt": "x"}}),
        ("/v1/embeddings", {"model": "text-embedding-v4", "input": "x"}),
    ]
    for path, body in places:
        status, _, answer = call(gateway, "POST", path, body)
        assert status in (400, 403) and b"openclaw " in answer, (path, status, answer)
    assert not gateway.simulator.requests()
    body = {"model": "qwen3-coder-plus", "input": {"messages": [{"role": "user", "content": "Hi"}]}}
    assert call(gateway, "POST", "/api/v1/services/aigc/text-generation/generation", body)[0] == 200


def test_the_books_have_what_was_relayed(gateway):
    token = gateway.key("bookkeeper")
    speech = {"model": "qwen3-tts-flash", "input": {"text": "Good evening.", "voice": "Cherry"}}
    vectors = {"model": "text-embedding-v4", "input": [str(number) for number in range(12)]}
    assert call(gateway, "POST", "/api/v1/services/aigc/multimodal-generation/generation", speech, token=token)[0] == 200
    assert call(gateway, "POST", "/v1/embeddings", vectors, token=token)[0] == 200
    assert call(gateway, "GET", "/api/v1/models", token=token)[0] == 200
    gateway.wait_for_books(token, {"qwen3-tts-flash": 1, "text-embedding-v4": 2})


@pytest.mark.parametrize(
    "asked",
    [
        {"model": "qwen3-tts-flash", "text": "Good evening, all.", "voice": "Cherry"},
        {"model": "qwen3-tts-flash", "text": "Good evening, all.", "voice": "Cherry", "stream": True},
        {"model": "qwen3-asr-flash", "messages": [{"role": "user", "content": [{"audio": "https://example.com/a.wav"}]}]},
    ],
)
def test_what_is_spoken_and_heard_is_paid(gateway, asked):
    token = gateway.key("speaker")
    dashscope.api_key = token
    answer = dashscope.MultiModalConversation.call(**asked)
    if "stream" in asked:
        list(answer)
    charged = gateway.simulator.admin("GET", "/charges")["charges"][-1]
    gateway.wait_for_cost(token, float(charged["amount"]))


def test_a_client_that_leaves_takes_its_request_along(gateway):
    gateway.simulator.fault(fault="silence", chunks=1, times=1)
    with pytest.raises(TimeoutError):
        call(
            gateway,
            "POST",
            "/api/v1/services/aigc/multimodal-generation/generation",
            {"model": "qwen3-tts-flash", "input": {"text": "Good evening.", "voice": "Cherry"}},
            {"X-DashScope-SSE": "enable"},
            timeout=1,
        )
    deadline = time.monotonic() + 10
    while "closedByClientAfterMilliseconds" not in gateway.simulator.requests()[-1]:
        assert time.monotonic() < deadline
