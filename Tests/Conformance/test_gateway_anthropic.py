"""The official anthropic package against the gateway."""

import anthropic
import pytest

WEATHER = {
    "name": "get_weather",
    "description": "Tells the weather of a city.",
    "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
}
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKElEQVR42u3NMQEAAAgDoGn/zprBwwcKkKZsAQAAAAAAAAAAAAAAAHC3vfQBAXpGXmUAAAAASUVORK5CYII="


@pytest.fixture
def api(gateway):
    return anthropic.Anthropic(api_key=gateway.token, base_url=gateway.root, max_retries=0)


def ask(text):
    return [{"role": "user", "content": text}]


def test_answer_at_once(api, gateway):
    answer = api.messages.create(
        model="qwen/qwen3.5-plus", max_tokens=300, system="Be short.", messages=ask("What is Swift?")
    )
    assert [block.type for block in answer.content] == ["text"] and "Swift" in answer.content[0].text
    assert answer.model == "qwen/qwen3.5-plus" and answer.stop_reason == "end_turn"
    assert answer.usage.input_tokens > 0 and answer.usage.output_tokens > 0
    assert gateway.received()[-1]["enable_thinking"] is False


def test_stream_with_thinking(api, gateway):
    with api.messages.stream(
        model="qwen3.5-plus",
        max_tokens=3000,
        thinking={"type": "enabled", "budget_tokens": 1024},
        messages=ask("介绍一下茶 🙂"),
    ) as stream:
        text = "".join(stream.text_stream)
        answer = stream.get_final_message()
    assert [block.type for block in answer.content] == ["thinking", "text"]
    assert answer.content[0].thinking and answer.content[0].signature
    assert "茶" in text and text == answer.content[1].text
    assert answer.usage.input_tokens > 0 and answer.usage.output_tokens > 0
    assert gateway.received()[-1]["thinking_budget"] == 1024


@pytest.mark.parametrize("streamed", [False, True])
def test_tool_round_trip(api, streamed):
    options = {"model": "qwen3-max", "max_tokens": 300, "tools": [WEATHER]}
    messages = ask("What is the weather in Paris?")
    if streamed:
        with api.messages.stream(messages=messages, **options) as stream:
            first = stream.get_final_message()
    else:
        first = api.messages.create(messages=messages, **options)
    call = first.content[-1]
    assert first.stop_reason == "tool_use" and call.type == "tool_use"
    assert call.name == "get_weather" and call.input == {"city": "Paris"}
    result = {"type": "tool_result", "tool_use_id": call.id, "content": [{"type": "text", "text": "21 degrees"}]}
    messages += [{"role": "assistant", "content": first.content}, {"role": "user", "content": [result]}]
    second = api.messages.create(messages=messages, **options)
    assert "21 degrees" in second.content[-1].text


def test_thoughts_come_back_within_a_tool_loop(api, gateway):
    options = {
        "model": "qwen3.5-plus",
        "max_tokens": 3000,
        "tools": [WEATHER],
        "thinking": {"type": "enabled", "budget_tokens": 1024},
    }
    messages = ask("What is the weather in Paris?")
    first = api.messages.create(messages=messages, **options)
    assert [block.type for block in first.content][0] == "thinking"
    result = {"type": "tool_result", "tool_use_id": first.content[-1].id, "content": "21 degrees"}
    messages += [{"role": "assistant", "content": first.content}, {"role": "user", "content": [result]}]
    api.messages.create(messages=messages, **options)
    assert gateway.received()[-1]["messages"][1]["reasoning_content"] == first.content[0].thinking


def test_forced_tool(api):
    answer = api.messages.create(
        model="qwen3-max",
        max_tokens=300,
        tools=[WEATHER],
        tool_choice={"type": "tool", "name": "get_weather"},
        messages=ask("Hello"),
    )
    assert answer.content[-1].type == "tool_use"


def test_picture(api, gateway):
    source = {"type": "base64", "media_type": "image/png", "data": PIXEL}
    content = [{"type": "image", "source": source}, {"type": "text", "text": "What is this?"}]
    answer = api.messages.create(model="qwen3.5-plus", max_tokens=300, messages=ask(content))
    assert answer.content[-1].text
    part = gateway.received()[-1]["messages"][0]["content"][0]
    assert part["image_url"]["url"] == "data:image/png;base64," + PIXEL


def test_cache_marks_are_kept_and_counted(api):
    system = [{"type": "text", "text": "Rule. " * 3000, "cache_control": {"type": "ephemeral"}}]
    options = {"model": "qwen3.5-plus", "max_tokens": 300, "system": system, "messages": ask("What is Swift?")}
    first = api.messages.create(**options)
    second = api.messages.create(**options)
    assert first.usage.cache_creation_input_tokens > 1000
    assert second.usage.cache_read_input_tokens == first.usage.cache_creation_input_tokens
    assert second.usage.input_tokens < 1000


def test_structured_output(api, gateway):
    schema = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
    api.messages.create(
        model="qwen3.7-plus",
        max_tokens=300,
        output_config={"format": {"type": "json_schema", "schema": schema}},
        messages=ask("Name a tea as JSON."),
    )
    assert gateway.received()[-1]["response_format"]["json_schema"]["schema"] == schema


def test_count_tokens(api, gateway):
    answer = api.messages.with_raw_response.count_tokens(model="qwen3.5-plus", messages=ask("What is Swift? " * 100))
    assert 200 < answer.parse().input_tokens < 800
    assert answer.headers["x-openclaw-token-count"] == "estimated"
    assert gateway.received() == []


def test_errors_become_the_classes_of_the_package(api, gateway):
    with pytest.raises(anthropic.AuthenticationError):
        stranger = anthropic.Anthropic(api_key="wrong-0123456789abcdef", base_url=gateway.root, max_retries=0)
        stranger.messages.create(model="qwen3.5-plus", max_tokens=30, messages=ask("Hi"))
    with pytest.raises(anthropic.BadRequestError) as caught:
        api.messages.create(model="qwen3.5-plus", max_tokens=30, messages=[{"role": "robot", "content": "Hi"}])
    assert caught.value.body["error"]["type"] == "invalid_request_error"
    gateway.simulator.fault(error="data_inspection_failed", times=1)
    with pytest.raises(anthropic.BadRequestError):
        api.messages.create(model="qwen3.5-plus", max_tokens=30, messages=ask("Hi"))


def test_a_cut_stream_is_noticed(api, gateway):
    gateway.simulator.fault(fault="cut-stream", chunks=3, times=1)
    with pytest.raises(anthropic.APIError):
        with api.messages.stream(model="qwen3-max", max_tokens=300, messages=ask("What is Swift?")) as stream:
            stream.get_final_message()


def test_both_habits_of_naming_a_base(gateway):
    import json
    from urllib.request import ProxyHandler, Request, build_opener

    body = json.dumps({"model": "qwen3-max", "max_tokens": 30, "messages": ask("Hi")}).encode()
    for path in ["/v1/messages", "/messages", "/apps/anthropic/v1/messages"]:
        headers = {"x-api-key": gateway.token, "content-type": "application/json"}
        with build_opener(ProxyHandler({})).open(Request(gateway.root + path, body, headers)) as answer:
            assert json.loads(answer.read())["type"] == "message"
