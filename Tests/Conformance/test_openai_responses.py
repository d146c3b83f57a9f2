"""The Responses interface of the official openai package."""

import json

import openai
import pytest

WEATHER = {
    "type": "function",
    "name": "get_weather",
    "description": "Tells the weather of a city.",
    "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
}


def client(simulator, name="standard-intl"):
    site = simulator.site(name)
    return openai.OpenAI(api_key=site.key, base_url=site.compatible, max_retries=0)


def test_answer_at_once(simulator):
    answer = client(simulator).responses.create(
        model="qwen3.5-plus", input="What is Swift?", instructions="Be short.", reasoning={"effort": "medium"}
    )
    assert "Swift" in answer.output_text
    assert [item.type for item in answer.output] == ["reasoning", "message"]
    assert answer.usage.output_tokens_details.reasoning_tokens > 0


def test_stream(simulator):
    stream = client(simulator).responses.create(model="qwen3.5-plus", input="介绍一下茶 🙂", stream=True)
    events = list(stream)
    assert [event.sequence_number for event in events] == list(range(len(events)))
    text = "".join(event.delta for event in events if event.type == "response.output_text.delta")
    assert "茶" in text and text == events[-1].response.output_text


def test_tool_round_trip(simulator):
    api = client(simulator)
    first = api.responses.create(model="qwen3-max", input="What is the weather in Paris?", tools=[WEATHER])
    call = first.output[-1]
    assert call.type == "function_call" and json.loads(call.arguments) == {"city": "Paris"}
    result = {"type": "function_call_output", "call_id": call.call_id, "output": "21 degrees"}
    second = api.responses.create(
        model="qwen3-max", input=[result], previous_response_id=first.id, tools=[WEATHER]
    )
    assert "21 degrees" in second.output_text


def test_missing_on_the_coding_plan(simulator):
    with pytest.raises(openai.NotFoundError):
        client(simulator, "coding-intl").responses.create(model="qwen3.5-plus", input="Hi")
