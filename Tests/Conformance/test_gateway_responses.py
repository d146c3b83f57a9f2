"""The Responses and completions interfaces of the official openai package against the gateway."""

import json

import openai
import pydantic
import pytest

WEATHER = {
    "type": "function",
    "name": "get_weather",
    "description": "Tells the weather of a city.",
    "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
}


@pytest.fixture
def api(gateway):
    return openai.OpenAI(api_key=gateway.token, base_url=gateway.root + "/v1", max_retries=0)


def test_answer_at_once(api, gateway):
    answer = api.responses.create(
        model="qwen/qwen3.5-plus",
        input="What is Swift?",
        instructions="Be short.",
        reasoning={"effort": "medium"},
        metadata={"k": "v"},
    )
    assert "Swift" in answer.output_text
    assert [item.type for item in answer.output] == ["reasoning", "message"]
    assert answer.usage.output_tokens_details.reasoning_tokens > 0
    assert answer.status == "completed" and answer.metadata == {"k": "v"} and answer.model == "qwen/qwen3.5-plus"
    assert gateway.received()[-1]["messages"][0] == {"role": "system", "content": "Be short."}


def test_stream(api):
    with api.responses.stream(model="qwen3.5-plus", input="介绍一下茶 🙂") as stream:
        events = list(stream)
        answer = stream.get_final_response()
    assert [event.sequence_number for event in events] == list(range(len(events)))
    assert events[0].type == "response.created" and events[-1].type == "response.completed"
    text = "".join(event.delta for event in events if event.type == "response.output_text.delta")
    assert "茶" in text and text == answer.output_text


def test_tool_round_trip(api):
    conversation = [{"role": "user", "content": "What is the weather in Paris?"}]
    first = api.responses.create(model="qwen3-max", input=conversation, tools=[WEATHER])
    call = first.output[-1]
    assert call.type == "function_call" and json.loads(call.arguments) == {"city": "Paris"}
    conversation += first.output
    conversation.append({"type": "function_call_output", "call_id": call.call_id, "output": "21 degrees"})
    second = api.responses.create(model="qwen3-max", input=conversation, tools=[WEATHER])
    assert "21 degrees" in second.output_text


def test_tool_call_in_a_stream(api):
    with api.responses.stream(
        model="qwen3-max", input="What is the weather in Paris?", tools=[WEATHER]
    ) as stream:
        names = [event.type for event in stream]
        answer = stream.get_final_response()
    assert json.loads(answer.output[-1].arguments) == {"city": "Paris"}
    assert "response.function_call_arguments.delta" in names and "response.function_call_arguments.done" in names


def test_free_text_tool(api):
    tool = {"type": "custom", "name": "write_note", "description": "Writes a note."}
    answer = api.responses.create(
        model="qwen3-max", input="Call write_note.", tools=[tool], tool_choice={"type": "custom", "name": "write_note"}
    )
    call = answer.output[-1]
    assert call.type == "custom_tool_call" and call.name == "write_note" and isinstance(call.input, str)


def test_structured_output_parses(api):
    class Tea(pydantic.BaseModel):
        name: str
        minutes: int

    answer = api.responses.parse(model="qwen3.7-plus", input="Describe a tea as JSON.", text_format=Tea)
    assert isinstance(answer.output_parsed, Tea)


SEARCH = {"type": "web_search"}


def paths(gateway):
    return [request["path"] for request in gateway.simulator.requests()]


def test_what_is_kept_can_be_continued(api, gateway):
    question = "What is the weather in Paris?"
    first = api.responses.create(model="qwen/qwen3-max", input=question, tools=[WEATHER], store=True)
    call = first.output[-1]
    result = {"type": "function_call_output", "call_id": call.call_id, "output": "21 degrees"}
    second = api.responses.create(
        model="qwen/qwen3-max", input=[result], previous_response_id=first.id, tools=[WEATHER]
    )
    assert "21 degrees" in second.output_text
    assert all(path.endswith("/responses") for path in paths(gateway))


def test_what_one_key_keeps_no_other_continues(api, gateway):
    mine, other = (api.with_options(api_key=gateway.key(name)) for name in ("mine", "other"))
    kept = mine.responses.create(model="qwen3-max", input="My name is Ada.", store=True)
    with pytest.raises(openai.NotFoundError):
        other.responses.create(model="qwen3-max", input="Who am I?", previous_response_id=kept.id)
    assert mine.responses.create(model="qwen3-max", input="Who am I?", previous_response_id=kept.id).output_text
    gateway.wait_for_books(mine.api_key, {"qwen3-max": 2})
    gateway.wait_for_books(other.api_key, {})


@pytest.mark.parametrize("streamed", [False, True])
def test_tools_of_the_service(api, gateway, streamed):
    options = {"model": "qwen3.5-plus", "input": "Search for tea.", "tools": [SEARCH]}
    if streamed:
        with api.responses.stream(**options) as stream:
            events = list(stream)
            answer = stream.get_final_response()
        assert [event.sequence_number for event in events] == list(range(len(events)))
    else:
        answer = api.responses.create(**options)
    assert "web_search_call" in [item.type for item in answer.output] and answer.usage.output_tokens > 0
    assert gateway.received()[-1]["tools"] == [SEARCH]


def test_what_the_service_does_not_keep_is_answered_all_the_same(api, gateway):
    answer = api.responses.with_raw_response.create(model="qwen3-vl-plus", input="What is Swift?", store=True)
    assert "Swift" in answer.parse().output_text
    assert "not-stored" in answer.headers["x-openclaw-adjustments"]
    assert [path.rsplit("/", 1)[1] for path in paths(gateway)] == ["responses", "completions"]


def test_an_earlier_response_that_nobody_knows(api):
    with pytest.raises(openai.BadRequestError, match="resp_1"):
        api.responses.create(model="qwen3-max", input="Hi", previous_response_id="resp_1")


def test_what_a_coding_plan_does_not_keep_is_refused(gateway_of_a_coding_plan):
    gateway = gateway_of_a_coding_plan
    api = openai.OpenAI(api_key=gateway.token, base_url=gateway.root + "/v1", max_retries=0)
    with pytest.raises(openai.BadRequestError, match="nothing is stored"):
        api.responses.create(model="qwen3.5-plus", input="Hi", previous_response_id="resp_1")
    with pytest.raises(openai.BadRequestError, match="built-in tools"):
        api.responses.create(model="qwen3.5-plus", input="Hi", tools=[SEARCH])
    assert "Swift" in api.responses.create(model="qwen3.5-plus", input="What is Swift?", store=True).output_text


def test_a_cut_stream_of_the_service_fails(api, gateway):
    gateway.simulator.fault(fault="cut-stream", chunks=3, times=1)
    with pytest.raises(openai.APIError):
        list(api.responses.create(model="qwen3-max", input="What is Swift?", stream=True, store=True))


def test_a_cut_stream_fails(api, gateway):
    gateway.simulator.fault(fault="cut-stream", chunks=3, times=1)
    events = list(api.responses.create(model="qwen3-max", input="What is Swift?", stream=True))
    assert events[-1].type == "response.failed" and events[-1].response.error.message


def test_errors_become_the_classes_of_the_package(api, gateway):
    gateway.simulator.fault(error="data_inspection_failed", times=1)
    with pytest.raises(openai.BadRequestError):
        api.responses.create(model="qwen3-max", input="Hi")
    with pytest.raises(openai.AuthenticationError):
        api.with_options(api_key="wrong-0123456789abcdef").responses.create(model="qwen3-max", input="Hi")


@pytest.mark.parametrize("streamed", [False, True])
def test_completion(api, streamed):
    options = {"model": "qwen3-max", "prompt": "What is Swift?", "max_tokens": 300}
    if not streamed:
        answer = api.completions.create(**options)
        assert "Swift" in answer.choices[0].text and answer.usage.total_tokens > 0
        return
    chunks = list(api.completions.create(stream=True, stream_options={"include_usage": True}, **options))
    assert "Swift" in "".join(chunk.choices[0].text for chunk in chunks if chunk.choices)
    assert chunks[-1].usage.total_tokens > 0 and chunks[-2].choices[0].finish_reason == "stop"


def test_completion_refuses_what_chat_lacks(api):
    with pytest.raises(openai.BadRequestError, match="'echo'"):
        api.completions.create(model="qwen3-max", prompt="Hi", echo=True)
