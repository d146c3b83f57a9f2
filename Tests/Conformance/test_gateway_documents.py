"""Vectors, ranks, schemas and tools of the official openai package, and curl, against the gateway."""

import base64
import json
import shutil
import struct
import subprocess

import openai
import pytest
from gateway_http import call
from pydantic import BaseModel

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tells the weather of a city.",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}


@pytest.fixture(params=["/v1", "/compatible-mode/v1"])
def anywhere(gateway, request):
    return openai.OpenAI(api_key=gateway.token, base_url=gateway.root + request.param, max_retries=0)


@pytest.fixture
def api(gateway):
    return openai.OpenAI(api_key=gateway.token, base_url=gateway.root + "/v1", max_retries=0)


def ask(text):
    return [{"role": "user", "content": text}]


def test_every_base_answers(anywhere):
    assert anywhere.chat.completions.create(model="qwen-plus", messages=ask("Hi")).choices[0].message.content
    assert anywhere.embeddings.create(model="text-embedding-v4", input="tea").data[0].embedding


def test_a_schema_is_kept_to(api):
    class Solution(BaseModel):
        answer: int
        note: str | None

    answer = api.chat.completions.parse(
        model="qwen3.7-plus",
        messages=ask("Solve 8x + 7 = -23"),
        response_format=Solution,
        extra_body={"enable_thinking": False},
    )
    assert isinstance(answer.choices[0].message.parsed, Solution)


def test_tool_round_trip(api):
    messages = ask("What is the weather in Paris?")
    options = {"model": "qwen-plus", "tools": [WEATHER]}
    first = api.chat.completions.create(messages=messages, **options)
    assert first.choices[0].finish_reason == "tool_calls"
    tool = first.choices[0].message.tool_calls[0]
    messages += [first.choices[0].message, {"role": "tool", "tool_call_id": tool.id, "content": "21 degrees"}]
    second = api.chat.completions.create(messages=messages, **options)
    assert "21 degrees" in second.choices[0].message.content


def test_any_number_of_texts_keeps_its_order(gateway, api):
    texts = [f"text {number}" for number in range(25)]
    raw = api.embeddings.with_raw_response.create(model="text-embedding-v4", input=texts, dimensions=64)
    answer = raw.parse()
    assert [row.index for row in answer.data] == list(range(25))
    assert {len(row.embedding) for row in answer.data} == {64}
    assert raw.headers["x-openclaw-calls"] == "3" and raw.headers["x-openclaw-model"] == "qwen/text-embedding-v4"
    sent = gateway.received()
    assert [len(body["input"]) for body in sent] == [10, 10, 5]
    assert [text for body in sent for text in body["input"]] == texts
    alone = api.embeddings.create(model="text-embedding-v4", input="text 17", dimensions=64)
    assert alone.data[0].embedding == pytest.approx(answer.data[17].embedding)
    assert answer.usage.prompt_tokens > 10 * alone.usage.prompt_tokens


def test_vectors_as_numbers_and_in_base64(gateway):
    body = {"model": "text-embedding-v4", "input": "tea", "dimensions": 64}
    rows = []
    for name in ("float", "base64"):
        status, _, answer = call(gateway, "POST", "/v1/embeddings", {**body, "encoding_format": name})
        assert status == 200, answer
        rows.append(json.loads(answer)["data"][0]["embedding"])
    assert list(struct.unpack("<64f", base64.b64decode(rows[1]))) == pytest.approx(rows[0])


@pytest.mark.parametrize("path", ["/v1/rerank", "/compatible-api/v1/reranks"])
def test_rerank(gateway, path):
    body = {"model": "qwen3-rerank", "query": "tea", "documents": ["a red bike", "green tea", "sand"], "top_n": 2}
    status, _, answer = call(gateway, "POST", path, {**body, "return_documents": True})
    assert status == 200, answer
    rows = json.loads(answer)["results"]
    assert len(rows) == 2 and rows[0]["relevance_score"] >= rows[1]["relevance_score"]
    assert all(row["document"]["text"] == body["documents"][row["index"]] for row in rows)


def test_vectors_are_asked_for_again_after_a_failure(gateway, api):
    gateway.simulator.fault(error="internal_error", times=1)
    assert api.embeddings.create(model="text-embedding-v4", input="tea").data


def test_other_models_and_other_inputs_are_refused(api):
    with pytest.raises(openai.APIStatusError) as failure:
        api.embeddings.create(model="qwen-plus", input="tea")
    assert failure.value.status_code in (400, 404) and "qwen-plus" in failure.value.message
    with pytest.raises(openai.BadRequestError) as failure:
        api.embeddings.create(model="text-embedding-v4", input=[[1, 2, 3]])
    assert failure.value.param == "input"


def test_a_key_asks_for_its_models_on_its_routes_only(gateway):
    token = gateway.key("embedder", "--routes", "embeddings", "--models", "*embedding*")
    api = openai.OpenAI(api_key=token, base_url=gateway.root + "/v1", max_retries=0)
    assert api.embeddings.create(model="text-embedding-v4", input="tea").data
    with pytest.raises(openai.PermissionDeniedError):
        api.chat.completions.create(model="qwen-plus", messages=ask("Hi"))
    body = {"model": "qwen3-rerank", "query": "a", "documents": ["b"]}
    status, _, answer = call(gateway, "POST", "/v1/rerank", body, token=token)
    assert status == 403, answer


@pytest.mark.parametrize("member", ["max_tokens", "seed", "n", "temperature"])
def test_numbers_that_nothing_can_hold_are_refused(gateway, api, member):
    value = 10**400 if member == "temperature" else 99999999999999999999999
    with pytest.raises(openai.BadRequestError) as failure:
        api.chat.completions.create(model="qwen-plus", messages=ask("Hi"), extra_body={member: value})
    assert failure.value.param == member and not gateway.simulator.requests()


@pytest.mark.parametrize(
    "path,body,member",
    [
        ("/v1/responses", {"input": "Hi", "max_output_tokens": 10**30}, "max_output_tokens"),
        ("/v1/messages", {"messages": ask("Hi"), "max_tokens": 10**30}, "max_tokens"),
        (
            "/v1/messages",
            {"messages": ask("Hi"), "max_tokens": 9, "thinking": {"type": "enabled", "budget_tokens": 10**30}},
            "thinking.budget_tokens",
        ),
        ("/v1/completions", {"prompt": "Hi", "max_tokens": 1.5}, "max_tokens"),
        (
            "/api/v1/services/aigc/text-generation/generation",
            {"input": {"prompt": "Hi"}, "parameters": {"max_tokens": 10**30}},
            "max_tokens",
        ),
        ("/v1/embeddings", {"input": "Hi", "dimensions": 10**30}, "dimensions"),
    ],
)
def test_every_protocol_names_its_own_member(gateway, path, body, member):
    status, _, answer = call(gateway, "POST", path, {"model": "qwen-plus", **body})
    assert status == 400 and f"'{member}'".encode() in answer, answer
    assert not gateway.simulator.requests()


def test_a_body_that_is_too_large_is_refused(gateway):
    fields = {"Content-Length": str(33 << 20), "Content-Type": "application/json"}
    status, _, answer = call(gateway, "POST", "/api/v1/files", fields=fields)
    assert status == 413 and json.loads(answer)["message"]


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
def test_curl(gateway):
    body = {"model": "qwen-plus", "messages": ask("What is Swift?"), "stream": True}
    command = ["curl", "-sSN", "--fail-with-body", "-H", f"Authorization: Bearer {gateway.token}"]
    command += ["-H", "Content-Type: application/json", "-d", json.dumps(body), gateway.root + "/v1/chat/completions"]
    events = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n\n")
    assert events[-2:] == ["data: [DONE]", ""]
    chunks = [json.loads(event.removeprefix("data: ")) for event in events[:-2] if event.startswith("data: ")]
    text = "".join(choice["delta"].get("content") or "" for chunk in chunks for choice in chunk["choices"])
    assert "Swift" in text
