"""The official openai package against the compatible paths."""

import json

import openai
import pytest
from pydantic import BaseModel

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tells the weather of a city.",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}, "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]}},
            "required": ["city"],
        },
    },
}


def client(simulator, name="standard-intl", **options):
    site = simulator.site(name)
    return openai.OpenAI(api_key=options.pop("key", site.key), base_url=site.compatible, max_retries=0, **options)


def ask(text):
    return [{"role": "user", "content": text}]


def test_models_are_listed(simulator):
    ids = [model.id for model in client(simulator).models.list()]
    assert "qwen3.6-plus" in ids and "text-embedding-v4" in ids


def test_answer_at_once(simulator):
    answer = client(simulator).chat.completions.create(model="qwen-plus", messages=ask("What is Swift?"))
    assert answer.object == "chat.completion"
    assert answer.choices[0].finish_reason == "stop"
    assert "Swift" in answer.choices[0].message.content
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens


@pytest.mark.parametrize("prompt", ["Tell me about tea.", "介绍一下北京的天气 🙂", "東京について教えてください"])
def test_stream_with_thinking(simulator, prompt):
    stream = client(simulator).chat.completions.create(
        model="qwen3.6-plus", messages=ask(prompt), stream=True, stream_options={"include_usage": True}
    )
    chunks = list(stream)
    assert len({chunk.id for chunk in chunks}) == 1
    assert chunks[0].choices[0].delta.role == "assistant"
    deltas = [chunk.choices[0].delta for chunk in chunks if chunk.choices]
    assert "".join(getattr(delta, "reasoning_content", None) or "" for delta in deltas)
    text = "".join(delta.content or "" for delta in deltas)
    assert text and "\ufffd" not in text
    assert chunks[-1].choices == [] and chunks[-1].usage.completion_tokens_details.reasoning_tokens > 0
    assert all(chunk.usage is None for chunk in chunks[:-1])


def test_tool_round_trip(simulator):
    api = client(simulator)
    messages = ask("What is the weather in Paris?")
    first = api.chat.completions.create(model="qwen3-max", messages=messages, tools=[WEATHER])
    assert first.choices[0].finish_reason == "tool_calls"
    call = first.choices[0].message.tool_calls[0]
    assert json.loads(call.function.arguments)["city"] == "Paris"
    messages += [first.choices[0].message, {"role": "tool", "tool_call_id": call.id, "content": "21 degrees, sunny"}]
    second = api.chat.completions.create(model="qwen3-max", messages=messages, tools=[WEATHER])
    assert "21 degrees, sunny" in second.choices[0].message.content


@pytest.mark.parametrize("model", ["qwen3-max", "qwen3.6-plus"])
@pytest.mark.parametrize("tool_stream", [False, True])
def test_parallel_tool_calls_in_a_stream(simulator, model, tool_stream):
    stream = client(simulator).chat.completions.create(
        model=model,
        messages=ask("What is the weather in Paris and London?"),
        tools=[WEATHER],
        parallel_tool_calls=True,
        stream=True,
        extra_body={"tool_stream": tool_stream},
    )
    calls = {}
    for chunk in stream:
        for part in (chunk.choices[0].delta.tool_calls or []) if chunk.choices else []:
            call = calls.setdefault(part.index, {"id": "", "name": "", "arguments": ""})
            call["id"] = part.id or call["id"]
            call["name"] = part.function.name or call["name"]
            call["arguments"] += part.function.arguments or ""
    assert [json.loads(call["arguments"])["city"] for call in calls.values()] == ["Paris", "London"]
    assert len({call["id"] for call in calls.values()}) == 2


def test_forced_tool(simulator):
    choice = {"type": "function", "function": {"name": "get_weather"}}
    answer = client(simulator).chat.completions.create(
        model="qwen-plus", messages=ask("Hello"), tools=[WEATHER], tool_choice=choice
    )
    assert answer.choices[0].message.tool_calls[0].function.name == "get_weather"


def test_structured_output_parses(simulator):
    class Step(BaseModel):
        explanation: str
        output: float

    class Solution(BaseModel):
        steps: list[Step]
        answer: int
        note: str | None

    answer = client(simulator).chat.completions.parse(
        model="qwen3.7-plus",
        messages=ask("Solve 8x + 7 = -23"),
        response_format=Solution,
        extra_body={"enable_thinking": False},
    )
    assert isinstance(answer.choices[0].message.parsed, Solution)


def test_json_object(simulator):
    answer = client(simulator).chat.completions.create(
        model="qwen-plus",
        messages=ask("Return a JSON object with the keys name and age"),
        response_format={"type": "json_object"},
    )
    assert set(json.loads(answer.choices[0].message.content)) >= {"name", "age"}


def test_embeddings(simulator):
    answer = client(simulator).embeddings.create(model="text-embedding-v4", input=["tea", "coffee"], dimensions=256)
    assert [len(entry.embedding) for entry in answer.data] == [256, 256]
    packed = client(simulator).embeddings.create(model="text-embedding-v4", input="tea", encoding_format="base64")
    assert packed.data[0].embedding
    with pytest.raises(openai.BadRequestError, match="batch size is invalid"):
        client(simulator).embeddings.create(model="text-embedding-v4", input=["x"] * 11)


def test_fill_in_the_middle_in_china_only(simulator):
    arguments = {"model": "qwen-coder-turbo", "prompt": "<|fim_prefix|>def f(value):<|fim_suffix|>"}
    assert client(simulator, "standard-cn").completions.create(**arguments).choices[0].text
    with pytest.raises(openai.NotFoundError):
        client(simulator).completions.create(**arguments)


def test_errors_become_the_classes_of_the_package(simulator):
    with pytest.raises(openai.AuthenticationError) as wrong:
        client(simulator, key="sk-wrong").chat.completions.create(model="qwen-plus", messages=ask("Hi"))
    assert wrong.value.code == "invalid_api_key" and wrong.value.request_id
    with pytest.raises(openai.NotFoundError, match="does not exist or you do not have access"):
        client(simulator).chat.completions.create(model="no-such-model", messages=ask("Hi"))
    with pytest.raises(openai.BadRequestError, match="developer is not one of"):
        client(simulator).chat.completions.create(
            model="qwen-plus", messages=[{"role": "developer", "content": "x"}] + ask("Hi")
        )
    simulator.fault(error="limit_requests", times=1)
    with pytest.raises(openai.RateLimitError) as limited:
        client(simulator).chat.completions.create(model="qwen-plus", messages=ask("Hi"))
    assert limited.value.code == "limit_requests"
    simulator.fault(error="internal_server_error", times=1)
    with pytest.raises(openai.InternalServerError):
        client(simulator).chat.completions.create(model="qwen-plus", messages=ask("Hi"))
    assert client(simulator).chat.completions.create(model="qwen-plus", messages=ask("Hi")).choices


def test_a_cut_stream_is_noticed(simulator):
    simulator.fault(fault="cut-stream", chunks=3, times=1)
    stream = client(simulator).chat.completions.create(model="qwen-plus", messages=ask("Hi"), stream=True)
    with pytest.raises(Exception):
        list(stream)


@pytest.mark.parametrize("fault", [{"fault": "crlf"}, {"fault": "keep-alive"}, {"fault": "slow", "ms": 1, "bytes": 40}])
def test_harmless_faults_are_harmless(simulator, fault):
    simulator.fault(**fault, times=1)
    stream = client(simulator).chat.completions.create(model="qwen-plus", messages=ask("Hi"), stream=True)
    assert list(stream)[-1].choices[0].finish_reason == "stop"


def test_keys_work_at_home_only(simulator):
    coding = simulator.site("coding-intl")
    api = openai.OpenAI(api_key=coding.key, base_url=coding.compatible, max_retries=0)
    assert api.chat.completions.create(model="qwen3.5-plus", messages=ask("Hi"), stream=True)
    with pytest.raises(openai.AuthenticationError, match="Incorrect API key provided"):
        client(simulator, key=coding.key).chat.completions.create(model="qwen-plus", messages=ask("Hi"))
    with pytest.raises(openai.AuthenticationError, match="invalid access token or token expired"):
        client(simulator, "coding-cn", key=coding.key).chat.completions.create(model="glm-5", messages=ask("Hi"))
    with pytest.raises(openai.BadRequestError, match="model 'qwen-plus' is not supported"):
        api.chat.completions.create(model="qwen-plus", messages=ask("Hi"))


def test_requests_are_recorded_without_keys(simulator):
    api = client(simulator)
    api.chat.completions.create(model="qwen-plus", messages=ask("Remember me"))
    record = simulator.requests()[-1]
    assert record["endpoint"] == "standard-intl" and record["keyOwner"] == "standard-intl"
    assert record["status"] == 200 and record["model"] == "qwen-plus" and "Remember me" in record["body"]
    assert simulator.site().key not in json.dumps(record)


def test_async_client(simulator):
    import asyncio

    async def run():
        site = simulator.site()
        async with openai.AsyncOpenAI(api_key=site.key, base_url=site.compatible, max_retries=0) as api:
            stream = await api.chat.completions.create(model="qwen-plus", messages=ask("Hi"), stream=True)
            return [chunk async for chunk in stream]

    assert asyncio.run(run())[-1].choices[0].finish_reason == "stop"
