"""The official openai package against the gateway."""

import json
import http.client
from urllib.parse import urlsplit

import openai
import pytest
from pydantic import BaseModel

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tells the weather of a city.",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}
FORCED = {"type": "function", "function": {"name": "get_weather"}}


@pytest.fixture
def api(gateway):
    return openai.OpenAI(api_key=gateway.token, base_url=gateway.root + "/v1", max_retries=0)


def ask(text):
    return [{"role": "user", "content": text}]


def test_models(api):
    ids = [model.id for model in api.models.list()]
    assert ids[:2] == ["openclaw", "openclaw/default"] and "qwen/qwen3.5-plus" in ids
    assert api.models.retrieve("qwen/qwen3.5-plus").id == "qwen/qwen3.5-plus"
    assert api.models.retrieve("qwen3.5-plus").owned_by == "qwen"
    with pytest.raises(openai.NotFoundError):
        api.models.retrieve("no/such")


@pytest.mark.parametrize("model", ["qwen-plus", "qwen/qwen-plus", "openclaw", "openclaw/default"])
def test_answer_at_once(api, model):
    raw = api.chat.completions.with_raw_response.create(model=model, messages=ask("What is Swift?"))
    answer = raw.parse()
    assert answer.object == "chat.completion" and "Swift" in answer.choices[0].message.content
    assert answer.choices[0].finish_reason == "stop" and answer.usage.total_tokens > 0
    assert raw.headers["x-openclaw-model"].startswith("qwen/") and raw.headers["x-openclaw-attempts"] == "1"


@pytest.mark.parametrize("counts", [False, True])
def test_stream(api, counts):
    options = {"stream_options": {"include_usage": True}} if counts else {}
    chunks = list(api.chat.completions.create(model="qwen-plus", messages=ask("What is Swift?"), stream=True, **options))
    assert len({chunk.id for chunk in chunks}) == 1
    assert chunks[0].choices[0].delta.role == "assistant"
    assert "Swift" in "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    assert [chunk.usage is not None for chunk in chunks].count(True) == int(counts)


def test_the_opening_of_a_stream_comes_at_once(api, gateway):
    gateway.simulator.fault(fault="silence", chunks=1, times=1)
    with api.chat.completions.create(model="qwen-plus", messages=ask("Hi"), stream=True, timeout=5) as stream:
        assert next(iter(stream)).choices[0].delta.role == "assistant"


def test_another_try_goes_on_with_an_opened_stream(api, gateway):
    gateway.simulator.fault(fault="cut-stream", chunks=1, times=1)
    with api.chat.completions.stream(model="qwen-plus", messages=ask("What is Swift?")) as stream:
        chunks = [event.chunk for event in stream if event.type == "chunk"]
        answer = stream.get_final_completion()
    assert len({chunk.id for chunk in chunks}) == 1
    assert [chunk.choices[0].delta.role for chunk in chunks if chunk.choices].count("assistant") == 1
    assert answer.choices[0].message.role == "assistant" and "Swift" in answer.choices[0].message.content
    assert len(gateway.received()) == 2


def test_an_opened_stream_that_nobody_goes_on_with_breaks_off(api, gateway):
    gateway.simulator.fault(fault="cut-stream", chunks=1, times=20)
    with pytest.raises(openai.APIError) as caught:
        list(api.chat.completions.create(model="qwen-plus", messages=ask("Hi"), stream=True))
    assert caught.value.code


def test_tools_at_once_and_streamed(api):
    options = {"model": "qwen-plus", "messages": ask("Weather in Paris?"), "tools": [WEATHER], "tool_choice": FORCED}
    [call] = api.chat.completions.create(**options).choices[0].message.tool_calls
    assert call.id and call.function.name == "get_weather" and json.loads(call.function.arguments)
    with api.chat.completions.stream(**options) as stream:
        for _ in stream:
            pass
        [call] = stream.get_final_completion().choices[0].message.tool_calls
    assert call.id and json.loads(call.function.arguments)


def test_structured_answer(api):
    class Answer(BaseModel):
        answer: str

    answer = api.chat.completions.parse(model="qwen-plus", messages=ask("answer in json"), response_format=Answer)
    assert answer.choices[0].message.parsed.answer


def test_refusals_keep_their_kind(api, gateway):
    with pytest.raises(openai.AuthenticationError):
        openai.OpenAI(api_key="wrong-wrong-wrong-wrong", base_url=gateway.root + "/v1", max_retries=0).models.list()
    with pytest.raises(openai.NotFoundError):
        api.chat.completions.create(model="nobody/knows", messages=ask("hi"))
    with pytest.raises(openai.BadRequestError) as refused:
        api.chat.completions.create(model="qwen-plus", messages="hi")
    assert refused.value.param == "messages"
    with pytest.raises(openai.BadRequestError):
        api.chat.completions.create(model="qwen-plus", messages=ask("hi"), extra_body={"api_base": "http://evil"})


def test_a_cut_stream_ends_in_an_error(api, gateway):
    gateway.simulator.fault(fault="cut-stream", chunks=3, times=9)
    with pytest.raises(openai.APIError):
        list(api.chat.completions.create(model="qwen-plus", messages=ask("What is Swift?"), stream=True))


def test_pages_of_other_sites_stay_out(gateway):
    target = urlsplit(gateway.root)
    for fields in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        connection = http.client.HTTPConnection(target.hostname, target.port)
        connection.request("GET", "/v1/models", headers={"Authorization": "Bearer " + gateway.token, **fields})
        assert connection.getresponse().status in (403, 421)
        connection.close()
