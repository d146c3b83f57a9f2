"""The official dashscope package against the native paths."""

import json
from http import HTTPStatus

import dashscope
import dashscope_chat
import pytest
from dashscope_chat import WEATHER, ask


@pytest.fixture
def site(simulator, monkeypatch):
    site = simulator.site()
    monkeypatch.setattr(dashscope, "base_http_api_url", site.native)
    monkeypatch.setattr(dashscope, "api_key", site.key)
    return site


def test_generation_at_once(site):
    dashscope_chat.answers_at_once()


def test_generation_as_text(site):
    dashscope_chat.answers_as_text()


@pytest.mark.parametrize("incremental", [True, False])
def test_generation_stream(site, incremental):
    counts = [frame.usage.output_tokens for frame in dashscope_chat.streams(incremental)]
    assert counts == sorted(counts)


def test_thinking_stream(site):
    dashscope_chat.thinks()


def test_tools(site):
    dashscope_chat.uses_a_tool("qwen-max")


def test_tools_in_a_stream(site):
    frames = list(
        dashscope.Generation.call(
            model="qwen-max",
            messages=ask("What is the weather in Paris?"),
            tools=[WEATHER],
            result_format="message",
            stream=True,
            incremental_output=True,
        )
    )
    arguments = ""
    for frame in frames:
        for call in frame.output.choices[0].message.get("tool_calls") or []:
            arguments += call["function"].get("arguments") or ""
    assert json.loads(arguments) == {"city": "Paris"}


@pytest.mark.parametrize("stream", [False, True])
def test_multimodal_conversation(site, stream):
    messages = [{"role": "user", "content": [{"image": "https://example.com/a.png"}, {"text": "What is on the sign?"}]}]
    answer = dashscope.MultiModalConversation.call(
        model="qwen3-vl-plus", messages=messages, stream=stream, incremental_output=stream
    )
    answers = list(answer) if stream else [answer]
    assert all(part.status_code == HTTPStatus.OK for part in answers), answers[0]
    text = "".join(item["text"] for part in answers for item in part.output.choices[0].message.content)
    assert "sign" in text
    assert answers[-1].usage.image_tokens > 0


def test_wrong_pairing(site):
    answer = dashscope.Generation.call(model="qwen3.6-plus", messages=ask("Hi"), result_format="message")
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert answer.code == "InvalidParameter" and "url error" in answer.message


def test_errors(simulator, site, monkeypatch):
    monkeypatch.setattr(dashscope, "api_key", "sk-wrong")
    answer = dashscope.Generation.call(model="qwen-plus", messages=ask("Hi"), result_format="message")
    assert (answer.status_code, answer.code) == (HTTPStatus.UNAUTHORIZED, "InvalidApiKey")
    assert answer.request_id
    monkeypatch.setattr(dashscope, "api_key", site.key)
    answer = dashscope.Generation.call(model="no-such-model", messages=ask("Hi"), result_format="message")
    assert (answer.status_code, answer.message) == (HTTPStatus.BAD_REQUEST, "Model not exist.")
    simulator.fault(error="Throttling.RateQuota")
    answer = dashscope.Generation.call(model="qwen-plus", messages=ask("Hi"), result_format="message")
    assert (answer.status_code, answer.code) == (HTTPStatus.TOO_MANY_REQUESTS, "Throttling.RateQuota")


def test_errors_of_a_stream(simulator, site):
    simulator.fault(error="Throttling.RateQuota", times=1)
    first = next(iter(dashscope.Generation.call(model="qwen-plus", messages=ask("Hi"), stream=True)))
    assert first.status_code == HTTPStatus.TOO_MANY_REQUESTS
    simulator.fault(fault="mid-stream-error", error="internal_error", chunks=2, times=1)
    frames = list(dashscope.Generation.call(model="qwen-plus", messages=ask("Hi"), stream=True))
    assert [frame.status_code for frame in frames[:2]] == [HTTPStatus.OK, HTTPStatus.OK]
    # The package reads `status:` lines only and takes an error frame without one for a 400.
    assert frames[-1].status_code != HTTPStatus.OK and frames[-1].code == "InternalError"


def test_embeddings(site):
    answer = dashscope.TextEmbedding.call(model="text-embedding-v4", input=["tea", "coffee"], dimension=128)
    assert answer.status_code == HTTPStatus.OK, answer
    assert [len(entry["embedding"]) for entry in answer.output["embeddings"]] == [128, 128]
    assert [entry["text_index"] for entry in answer.output["embeddings"]] == [0, 1]
    assert answer.usage["total_tokens"] > 0


def test_rerank(site):
    documents = ["The moon is round.", "Green tea has less caffeine than coffee.", "Cars need roads."]
    answer = dashscope.TextReRank.call(
        model="gte-rerank-v2", query="caffeine in tea", documents=documents, top_n=2, return_documents=True
    )
    assert answer.status_code == HTTPStatus.OK, answer
    assert [result.index for result in answer.output.results][0] == 1
    assert answer.output.results[0]["document"]["text"] == documents[1]


def test_models(site):
    answer = dashscope.Models.list(page=1, page_size=5)
    assert answer.status_code == HTTPStatus.OK, answer
    assert len(answer.output["models"]) == 5


def test_tokenizer(site):
    answer = dashscope.Tokenization.call(model="qwen-plus", messages=ask("one two three"))
    assert answer.status_code == HTTPStatus.OK, answer
    assert len(answer.output["token_ids"]) == answer.usage["input_tokens"] == 3
