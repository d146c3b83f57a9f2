"""The official dashscope package against the gateway: nothing but its base URL is changed."""

import json
from http import HTTPStatus

import dashscope
import pytest

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tells the weather of a city.",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKElEQVR42u3NMQEAAAgDoGn/zprBwwcKkKZsAQAAAAAAAAAAAAAAAHC3vfQBAXpGXmUAAAAASUVORK5CYII="


@pytest.fixture(autouse=True)
def settings(gateway, monkeypatch):
    monkeypatch.setattr(dashscope, "base_http_api_url", gateway.root + "/api/v1")
    monkeypatch.setattr(dashscope, "api_key", gateway.token)


def ask(content):
    return [{"role": "user", "content": content}]


def test_generation_at_once():
    answer = dashscope.Generation.call(model="qwen-plus", messages=ask("What is Swift?"), result_format="message")
    assert answer.status_code == HTTPStatus.OK, answer
    assert "Swift" in answer.output.choices[0].message.content
    assert answer.output.choices[0].finish_reason == "stop"
    assert answer.usage.input_tokens > 0 and answer.request_id


def test_generation_as_text():
    answer = dashscope.Generation.call(model="qwen-plus", prompt="What is Swift?")
    assert "Swift" in answer.output.text


@pytest.mark.parametrize("incremental", [True, False])
def test_generation_stream(incremental):
    frames = list(
        dashscope.Generation.call(
            model="qwen-plus",
            messages=ask("介绍一下茶 🙂"),
            result_format="message",
            stream=True,
            incremental_output=incremental,
        )
    )
    assert all(frame.status_code == HTTPStatus.OK for frame in frames)
    texts = [frame.output.choices[0].message.content for frame in frames]
    assert frames[0].output.choices[0].finish_reason == "null"
    assert frames[-1].output.choices[0].finish_reason == "stop" and frames[-1].usage.output_tokens > 0
    whole = "".join(texts) if incremental else texts[-1]
    assert "茶" in whole and "\ufffd" not in whole
    if not incremental:
        assert all(later.startswith(earlier) for earlier, later in zip(texts, texts[1:]))


def test_thinking_stream(gateway):
    frames = list(
        dashscope.Generation.call(
            model="qwen-plus",
            messages=ask("Why is tea green?"),
            result_format="message",
            enable_thinking=True,
            thinking_budget=2000,
            stream=True,
            incremental_output=True,
        )
    )
    messages = [frame.output.choices[0].message for frame in frames]
    assert "".join(message.get("reasoning_content") or "" for message in messages)
    assert "".join(message.content or "" for message in messages)
    assert gateway.received()[-1]["thinking_budget"] == 2000


@pytest.mark.parametrize("streamed", [False, True])
def test_tool_round_trip(streamed):
    options = {"model": "qwen-plus", "tools": [WEATHER], "result_format": "message"}
    messages = ask("What is the weather in Paris?")
    if streamed:
        first = list(dashscope.Generation.call(messages=messages, stream=True, **options))[-1]
    else:
        first = dashscope.Generation.call(messages=messages, **options)
    message = first.output.choices[0].message
    call = message.tool_calls[0]
    assert json.loads(call["function"]["arguments"]) == {"city": "Paris"}
    messages += [message, {"role": "tool", "tool_call_id": call["id"], "content": "21 degrees"}]
    second = dashscope.Generation.call(messages=messages, **options)
    assert "21 degrees" in second.output.choices[0].message.content


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
