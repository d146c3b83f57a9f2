"""What the official dashscope package must get from a chat, whoever stands behind the base URL."""

import json
from http import HTTPStatus

import dashscope

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tells the weather of a city.",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}


def ask(content):
    return [{"role": "user", "content": content}]


def answers_at_once():
    answer = dashscope.Generation.call(model="qwen-plus", messages=ask("What is Swift?"), result_format="message")
    assert answer.status_code == HTTPStatus.OK, answer
    assert "Swift" in answer.output.choices[0].message.content
    assert answer.output.choices[0].finish_reason == "stop"
    assert answer.usage.input_tokens > 0 and answer.request_id


def answers_as_text():
    answer = dashscope.Generation.call(model="qwen-plus", prompt="What is Swift?")
    assert "Swift" in (answer.output.text or answer.output.choices[0].message.content)


def streams(incremental):
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
    return frames


def thinks(**options):
    frames = list(
        dashscope.Generation.call(
            model="qwen-plus",
            messages=ask("Why is tea green?"),
            result_format="message",
            enable_thinking=True,
            stream=True,
            incremental_output=True,
            **options,
        )
    )
    messages = [frame.output.choices[0].message for frame in frames]
    assert "".join(message.get("reasoning_content") or "" for message in messages)
    assert "".join(message.content or "" for message in messages)


def uses_a_tool(model, streamed=False):
    options = {"model": model, "tools": [WEATHER], "result_format": "message"}
    messages = ask("What is the weather in Paris?")
    if streamed:
        first = list(dashscope.Generation.call(messages=messages, stream=True, **options))[-1]
    else:
        first = dashscope.Generation.call(messages=messages, **options)
    message = first.output.choices[0].message
    assert first.output.choices[0].finish_reason == "tool_calls"
    call = message.tool_calls[0]
    assert json.loads(call["function"]["arguments"]) == {"city": "Paris"}
    messages += [message, {"role": "tool", "tool_call_id": call["id"], "content": "21 degrees"}]
    second = dashscope.Generation.call(messages=messages, **options)
    assert "21 degrees" in second.output.choices[0].message.content
