"""The second interface of the official dashscope package, in its three protocols."""

import dashscope
import pytest

PROTOCOLS = ["native", "openai", "anthropic"]


def client(simulator, protocol, key=None):
    site = simulator.site()
    roots = {"native": site.native, "openai": site.compatible, "anthropic": site.anthropic}
    return dashscope.Client(api_key=key or site.key, base_url=roots[protocol], protocol=protocol, max_retries=0)


def ask(text):
    return [{"role": "user", "content": text}]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_answer_at_once(simulator, protocol):
    with client(simulator, protocol) as api:
        answer = api.chat.completions.create(model="qwen-plus", messages=ask("What is Swift?"), max_tokens=300)
    assert "Swift" in answer.choices[0].message.content
    assert answer.usage.total_tokens > 0


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_stream(simulator, protocol):
    with client(simulator, protocol) as api:
        stream = api.chat.completions.create(
            model="qwen-plus", messages=ask("介绍一下茶 🙂"), max_tokens=300, stream=True
        )
        text = "".join(chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices)
    assert "茶" in text and "\ufffd" not in text


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_errors(simulator, protocol):
    with client(simulator, protocol, key="sk-wrong") as api:
        with pytest.raises(dashscope.v2.errors.AuthenticationError):
            api.chat.completions.create(model="qwen-plus", messages=ask("Hi"), max_tokens=300)
    simulator.fault(error="limit_requests", times=1)
    with client(simulator, protocol) as api:
        with pytest.raises(dashscope.v2.errors.RateLimitError):
            api.chat.completions.create(model="qwen-plus", messages=ask("Hi"), max_tokens=300)


def test_other_resources(simulator):
    with client(simulator, "native") as api:
        assert len(api.embeddings.create(model="text-embedding-v4", input=["tea"]).embeddings) == 1
        listed = api.models.list(page_no=2, page_size=4)
        assert len(listed.models) == 4 and listed.page_no == 2 and listed.total_count > 8
