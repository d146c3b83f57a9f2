"""The official anthropic package against a gateway that asks the service's own Messages path."""

import json

import anthropic
import pytest

WEATHER = {
    "name": "get_weather",
    "description": "Tells the weather of a city.",
    "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
}
SERVICE = {"gateway": {"http": {"endpoints": {"messages": {"upstream": "service"}}}}}


def client(gateway):
    return anthropic.Anthropic(api_key=gateway.token, base_url=gateway.root, max_retries=0)


def ask(text):
    return [{"role": "user", "content": text}]


def paths(gateway):
    return [request["path"] for request in gateway.simulator.requests()]


@pytest.fixture
def relaying(gateway_with):
    return gateway_with(SERVICE)


def test_requests_reach_the_service_as_they_were_written(relaying):
    answer = client(relaying).messages.with_raw_response.create(
        model="qwen/qwen3.5-plus", max_tokens=300, system="Be short.", messages=ask("What is Swift?"), metadata={"user_id": "ada"}
    )
    message = answer.parse()
    assert message.type == "message" and "Swift" in message.content[-1].text
    assert message.usage.input_tokens > 0 and message.usage.output_tokens > 0
    assert answer.headers["x-openclaw-model"] == "qwen/qwen3.5-plus"
    sent = relaying.received()[-1]
    assert sent["model"] == "qwen3.5-plus" and sent["system"] == "Be short." and sent["metadata"] == {"user_id": "ada"}
    assert paths(relaying) == ["/apps/anthropic/v1/messages"]


def test_streams_of_the_service_are_counted(relaying):
    key = relaying.key("reader")
    api = anthropic.Anthropic(api_key=key, base_url=relaying.root, max_retries=0)
    with api.messages.stream(
        model="qwen3.5-plus",
        max_tokens=3000,
        thinking={"type": "enabled", "budget_tokens": 1024},
        messages=ask("What is Swift?"),
    ) as stream:
        text = "".join(stream.text_stream)
        answer = stream.get_final_message()
    assert [block.type for block in answer.content] == ["thinking", "text"] and text == answer.content[1].text
    relaying.wait_for_books(key, {"qwen3.5-plus": 1})
    assert paths(relaying) == ["/apps/anthropic/v1/messages"]


def test_tool_round_trip_at_the_service(relaying):
    options = {"model": "qwen3-max", "max_tokens": 300, "tools": [WEATHER]}
    messages = ask("What is the weather in Paris?")
    api = client(relaying)
    with api.messages.stream(messages=messages, **options) as stream:
        first = stream.get_final_message()
    call = first.content[-1]
    assert first.stop_reason == "tool_use" and call.input == {"city": "Paris"}
    result = {"type": "tool_result", "tool_use_id": call.id, "content": [{"type": "text", "text": "21 degrees"}]}
    messages += [{"role": "assistant", "content": first.content}, {"role": "user", "content": [result]}]
    assert "21 degrees" in api.messages.create(messages=messages, **options).content[-1].text


def test_what_the_service_refuses_there_is_carried_over_chat_completions(relaying):
    relaying.simulator.fault(error="search_unsupported", times=1)
    answer = client(relaying).messages.create(model="qwen3-max", max_tokens=300, messages=ask("What is Swift?"))
    assert "Swift" in answer.content[-1].text
    assert [path.rsplit("/", 1)[1] for path in paths(relaying)] == ["messages", "completions"]


def test_a_cut_stream_of_the_service_is_noticed(relaying):
    relaying.simulator.fault(fault="cut-stream", chunks=3, times=1)
    with pytest.raises(anthropic.APIError):
        with client(relaying).messages.stream(model="qwen3-max", max_tokens=300, messages=ask("Hi")) as stream:
            stream.get_final_message()


def test_what_cannot_be_translated_is_asked_of_the_service(gateway):
    document = {"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": "JVBERi0="}}
    content = [document, {"type": "text", "text": "What is this?"}]
    with pytest.raises(anthropic.BadRequestError):
        client(gateway).messages.create(model="qwen3.5-plus", max_tokens=300, messages=ask(content))
    assert paths(gateway) == ["/apps/anthropic/v1/messages"]
    assert json.loads(gateway.simulator.requests()[-1]["body"])["messages"][0]["content"][0] == document
