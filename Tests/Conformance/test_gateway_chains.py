"""LangChain and LiteLLM against the gateway. They want other versions of the official packages, so they have an environment of
their own: `requirements-chains.txt`."""

import os

import pytest

pytest.importorskip("langchain_openai")
# LiteLLM would fetch its price list from the network otherwise.
os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"

import litellm
from langchain_core.messages import HumanMessage, ToolMessage
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from langchain_qwq import ChatQwen
from pydantic import BaseModel


@tool
def get_weather(city: str) -> str:
    """Tells the weather of a city."""
    return f"21 degrees in {city}"


class Solution(BaseModel):
    """The answer to a sum."""

    answer: int


@pytest.fixture(params=[ChatOpenAI, ChatQwen])
def model(gateway, request):
    def make(name="qwen-plus", **options):
        return request.param(
            model=name, api_key=gateway.token, base_url=gateway.root + "/v1", max_retries=0, **options
        )

    return make


def test_answer_and_stream(model):
    answer = model().invoke("What is Swift?")
    assert "Swift" in answer.content and answer.usage_metadata["output_tokens"] > 0
    chunks = list(model(stream_usage=True).stream("What is Swift?"))
    whole = chunks[0]
    for chunk in chunks[1:]:
        whole += chunk
    assert "Swift" in whole.content and whole.usage_metadata["input_tokens"] > 0


def test_tools(model):
    bound = model().bind_tools([get_weather])
    messages = [HumanMessage("What is the weather in Paris?")]
    first = bound.invoke(messages)
    assert first.tool_calls[0]["args"] == {"city": "Paris"}
    result = get_weather.invoke(first.tool_calls[0]["args"])
    second = bound.invoke(messages + [first, ToolMessage(result, tool_call_id=first.tool_calls[0]["id"])])
    assert "21 degrees" in second.content


def test_structured_output(model):
    bound = model("qwen3.7-plus", extra_body={"enable_thinking": False})
    # The one puts the schema into the request, the other describes it to the model, or calls a function.
    method = "json_schema" if isinstance(bound, ChatOpenAI) and not isinstance(bound, ChatQwen) else "function_calling"
    assert isinstance(bound.with_structured_output(Solution, method=method).invoke("Solve 8x + 7 = -23"), Solution)


def test_thinking_shows(gateway):
    model = ChatQwen(
        model="qwen-plus", api_key=gateway.token, base_url=gateway.root + "/v1", enable_thinking=True, streaming=True
    )
    chunks = list(model.stream("Why is tea green?"))
    assert "".join(chunk.additional_kwargs.get("reasoning_content") or "" for chunk in chunks)


def test_vectors(gateway):
    vectors = OpenAIEmbeddings(
        model="text-embedding-v4",
        api_key=gateway.token,
        base_url=gateway.root + "/v1",
        dimensions=64,
        check_embedding_ctx_length=False,
    )
    found = vectors.embed_documents([f"text {number}" for number in range(12)])
    assert len(found) == 12 and vectors.embed_query("text 3") == pytest.approx(found[3])


@pytest.mark.parametrize("streamed", [False, True])
def test_litellm(gateway, streamed):
    answer = litellm.completion(
        model="openai/qwen-plus",
        messages=[{"role": "user", "content": "What is Swift?"}],
        api_base=gateway.root + "/v1",
        api_key=gateway.token,
        stream=streamed,
        num_retries=0,
    )
    if streamed:
        text = "".join(chunk.choices[0].delta.content or "" for chunk in answer)
    else:
        text = answer.choices[0].message.content
    assert "Swift" in text


def test_litellm_as_a_client_of_messages(gateway):
    answer = litellm.completion(
        model="anthropic/qwen-plus",
        messages=[{"role": "user", "content": "What is Swift?"}],
        api_base=gateway.root,
        api_key=gateway.token,
        max_tokens=300,
    )
    assert "Swift" in answer.choices[0].message.content


def test_litellm_vectors_and_ranks(gateway):
    options = {"api_base": gateway.root + "/v1", "api_key": gateway.token}
    answer = litellm.embedding(model="openai/text-embedding-v4", input=["a", "b"], **options)
    assert len(answer.data) == 2 and answer.data[0]["embedding"]
    ranked = litellm.rerank(
        model="cohere/qwen3-rerank",
        query="tea",
        documents=["green tea", "sand"],
        top_n=1,
        api_base=gateway.root + "/v1/rerank",
        api_key=gateway.token,
    )
    assert len(ranked.results) == 1


def test_litellm_tells_failures_apart(gateway):
    gateway.simulator.fault(error="data_inspection_failed", times=1)
    with pytest.raises(litellm.BadRequestError):
        litellm.completion(
            model="openai/qwen-plus",
            messages=[{"role": "user", "content": "Hi"}],
            api_base=gateway.root + "/v1",
            api_key=gateway.token,
            num_retries=0,
        )
