"""The official dashscope package against the gateway: nothing but its base URL is changed."""

from http import HTTPStatus

import dashscope
import dashscope_chat
import pytest
from dashscope_chat import ask

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKElEQVR42u3NMQEAAAgDoGn/zprBwwcKkKZsAQAAAAAAAAAAAAAAAHC3vfQBAXpGXmUAAAAASUVORK5CYII="


@pytest.fixture(autouse=True)
def settings(gateway, monkeypatch):
    monkeypatch.setattr(dashscope, "base_http_api_url", gateway.root + "/api/v1")
    monkeypatch.setattr(dashscope, "api_key", gateway.token)


def test_generation_at_once():
    dashscope_chat.answers_at_once()


def test_generation_as_text():
    dashscope_chat.answers_as_text()


@pytest.mark.parametrize("incremental", [True, False])
def test_generation_stream(incremental):
    dashscope_chat.streams(incremental)


def test_thinking_stream(gateway):
    dashscope_chat.thinks(thinking_budget=2000)
    assert gateway.received()[-1]["thinking_budget"] == 2000


@pytest.mark.parametrize("streamed", [False, True])
def test_tool_round_trip(streamed):
    dashscope_chat.uses_a_tool("qwen-plus", streamed)


@pytest.mark.parametrize("streamed", [False, True])
def test_conversation_about_a_picture(gateway, streamed):
    picture = "data:image/png;base64," + PIXEL
    messages = ask([{"image": picture}, {"text": "What is this?"}])
    answer = dashscope.MultiModalConversation.call(model="qwen3-vl-plus", messages=messages, stream=streamed)
    if streamed:
        answer = list(answer)[-1]
    assert answer.status_code == HTTPStatus.OK, answer
    assert answer.output.choices[0].message.content[0]["text"]
    assert gateway.received()[-1]["messages"][0]["content"][0]["image_url"]["url"] == picture


def test_errors_have_their_codes(gateway, monkeypatch):
    gateway.simulator.fault(error="data_inspection_failed", times=1)
    answer = dashscope.Generation.call(model="qwen-plus", messages=ask("Hi"))
    assert answer.status_code == 400 and answer.code == "DataInspectionFailed" and answer.message
    monkeypatch.setattr(dashscope, "api_key", "wrong-0123456789abcdef")
    answer = dashscope.Generation.call(model="qwen-plus", messages=ask("Hi"))
    assert answer.status_code == 401 and answer.code == "InvalidApiKey"


def test_a_cut_stream_ends_with_an_error(gateway):
    gateway.simulator.fault(fault="cut-stream", chunks=3, times=1)
    frames = list(dashscope.Generation.call(model="qwen-plus", messages=ask("What is Swift?"), stream=True))
    assert frames[0].status_code == HTTPStatus.OK and frames[-1].status_code != HTTPStatus.OK
    assert frames[-1].code and frames[-1].message


@pytest.mark.parametrize("protocol,path", [("native", "/api/v1"), ("anthropic", "/apps/anthropic")])
@pytest.mark.parametrize("streamed", [False, True])
def test_second_interface(gateway, protocol, path, streamed):
    options = {"model": "qwen-plus", "messages": ask("What is Swift?"), "max_tokens": 300}
    client = dashscope.Client(
        api_key=gateway.token, base_url=gateway.root + path, protocol=protocol, max_retries=0
    )
    with client as api:
        if streamed:
            chunks = api.chat.completions.create(stream=True, **options)
            text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
        else:
            text = api.chat.completions.create(**options).choices[0].message.content
    assert "Swift" in text
