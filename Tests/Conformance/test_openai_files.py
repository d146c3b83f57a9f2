"""Files, batches, pictures and recordings of the official openai package."""

import json

import openai
import pytest
from results import picture


def client(simulator, name="standard-intl"):
    site = simulator.site(name)
    return openai.OpenAI(api_key=site.key, base_url=site.compatible, max_retries=0)


def test_files(simulator):
    api = client(simulator)
    made = api.files.create(file=("a.txt", b"hello"), purpose="file-extract")
    assert made.id.startswith("file-fe-") and made.bytes == 5
    assert [file.id for file in api.files.list()] == [made.id]
    assert api.files.retrieve(made.id).filename == "a.txt"
    assert api.files.delete(made.id).deleted
    with pytest.raises(openai.BadRequestError):
        api.files.retrieve(made.id)


def test_batch(simulator):
    api = client(simulator)
    body = {"model": "qwen-plus", "messages": [{"role": "user", "content": "What is Swift?"}]}
    lines = [
        json.dumps({"custom_id": str(number), "method": "POST", "url": "/v1/chat/completions", "body": body})
        for number in range(2)
    ]
    made = api.files.create(file=("a.jsonl", "\n".join(lines).encode()), purpose="batch")
    batch = api.batches.create(input_file_id=made.id, endpoint="/v1/chat/completions", completion_window="24h")
    assert batch.status in ("validating", "in_progress")
    simulator.admin("POST", "/clock", {"advance": 100})
    batch = api.batches.retrieve(batch.id)
    assert batch.status == "completed" and batch.request_counts.completed == 2
    answers = [json.loads(line) for line in api.files.content(batch.output_file_id).text.splitlines()]
    assert [answer["custom_id"] for answer in answers] == ["0", "1"]
    assert "Swift" in answers[0]["response"]["body"]["choices"][0]["message"]["content"]


def test_pictures_of_the_newest_models(simulator):
    answer = client(simulator).images.generate(model="qwen-image-3.0", prompt="A fox", n=2, size="1024x1024")
    assert [picture(image.url) for image in answer.data] == [(1024, 1024)] * 2
    with pytest.raises(openai.NotFoundError):
        client(simulator).images.generate(model="qwen-image-2.0", prompt="A fox")


def test_recording_in_a_chat(simulator):
    part = {"type": "input_audio", "input_audio": {"data": "https://example.com/a.wav"}}
    answer = client(simulator).chat.completions.create(
        model="qwen3-asr-flash", messages=[{"role": "user", "content": [part]}]
    )
    assert answer.choices[0].message.content
