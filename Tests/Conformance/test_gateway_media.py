"""The official openai package against the gateway: pictures and videos, and what nobody may get by them."""

import base64
import http.client
import io
import json
import os
import re
import sqlite3
import subprocess
import time
import wave
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import av
import dashscope
import openai
import pytest
from conftest import CA_VARIABLES, PROXY_VARIABLES, Gateway, Simulator, serve
from dashscope import VideoSynthesis
from gateway_http import call
from results import picture

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def client(gateway):
    with openai.OpenAI(base_url=gateway.root + "/v1", api_key=gateway.token, max_retries=0) as client:
        yield client


@pytest.fixture(autouse=True)
def settled(gateway):
    """The gateway drives jobs whether anybody waits or not; the next test begins when it is done."""
    yield
    deadline = time.monotonic() + 30
    while open_jobs := rows(gateway, "SELECT id, state FROM job WHERE removed IS NULL AND state IN " + OPEN):
        assert time.monotonic() < deadline, open_jobs


OPEN = "('prepared', 'submitting', 'waiting', 'running', 'fetching')"


def rows(gateway, query):
    path = os.path.join(gateway.environment["HOME"], ".openclaw", "openclaw-state.sqlite")
    if not os.path.exists(path):
        return []
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def client_of(gateway, key):
    return openai.OpenAI(base_url=gateway.root + "/v1", api_key=key, max_retries=0)


def png(width=640, height=360):
    content = io.BytesIO()
    with av.open(content, "w", format="image2pipe") as container:
        stream = container.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = width, height, "rgb24"
        for packet in stream.encode(av.VideoFrame(width, height, "rgb24")):
            container.mux(packet)
    return content.getvalue()


def picture_size(content):
    with av.open(io.BytesIO(content)) as container:
        frame = next(container.decode(video=0))
        return frame.width, frame.height


def clip(content):
    with av.open(io.BytesIO(content)) as container:
        stream = container.streams.video[0]
        frames = sum(1 for _ in container.decode(video=0))
        return stream.codec_context.name, stream.width, stream.height, round(frames / float(stream.average_rate))


def test_pictures_are_generated(gateway, client):
    answer = client.images.generate(model="qwen/qwen-image-2.0", prompt="a lighthouse", n=2, size="1024x1024")
    assert len(answer.data) == 2
    for entry in answer.data:
        assert picture_size(base64.b64decode(entry.b64_json)) == (1024, 1024)
    assert gateway.received()[-1]["parameters"]["n"] == 2


def test_the_default_model_makes_pictures(gateway, client):
    raw = client.images.with_raw_response.generate(prompt="a lighthouse")
    assert raw.headers["x-openclaw-model"] == "qwen/qwen-image-2.0"
    assert raw.headers["x-openclaw-endpoint"] == "standard-intl"
    assert base64.b64decode(raw.parse().data[0].b64_json).startswith(b"\x89PNG")


def test_a_picture_by_address(gateway, client, monkeypatch):
    answer = client.images.generate(prompt="a lighthouse", response_format="url")
    monkeypatch.setenv("HTTPS_PROXY", gateway.simulator.banner["proxyURL"])
    monkeypatch.setenv("SSL_CERT_FILE", gateway.simulator.banner["caFile"])
    assert answer.data[0].url.startswith("https://") and answer.data[0].b64_json is None
    assert picture(answer.data[0].url)  # no token is needed


def test_a_picture_is_edited(gateway, client):
    answer = client.images.edit(
        model="qwen-image-edit-plus", image=[("a.png", png()), ("b.png", png())], prompt="put a hat on it", n=1
    )
    assert base64.b64decode(answer.data[0].b64_json).startswith(b"\x89PNG")
    content = gateway.received()[-1]["input"]["messages"][0]["content"]
    assert [list(part) for part in content] == [["image"], ["image"], ["text"]]
    assert content[0]["image"].startswith("data:image/png;base64,")


def test_masks_that_a_model_has_not_are_refused(gateway, client):
    with pytest.raises(openai.BadRequestError, match="mask"):
        client.images.edit(model="qwen-image-edit-plus", image=png(), mask=png(), prompt="a hat")
    assert not gateway.simulator.requests()


def test_a_video_is_made_and_fetched(gateway, client, tmp_path):
    video = client.videos.create_and_poll(
        model="qwen/wan2.6-t2v", prompt="a paper crane", seconds="5", size="1280x720", poll_interval_ms=100
    )
    assert (video.status, video.progress, video.seconds, video.size) == ("completed", 100, "5", "1280x720")
    content = client.videos.download_content(video.id)
    content.write_to_file(tmp_path / "crane.mp4")
    assert clip((tmp_path / "crane.mp4").read_bytes()) == ("h264", 1280, 720, 5)
    part = call(gateway, "GET", f"/v1/videos/{video.id}/content", fields={"Range": "bytes=4-11"})
    assert part[0] == 206 and part[2] == (tmp_path / "crane.mp4").read_bytes()[4:12]
    assert part[1]["content-range"].startswith("bytes 4-11/")
    listed = client.videos.list(limit=1)
    assert listed.data[0].id == video.id
    assert client.videos.delete(video.id).deleted
    with pytest.raises(openai.NotFoundError):
        client.videos.retrieve(video.id)


def test_a_picture_begins_a_video(gateway, client):
    video = client.videos.create(prompt="it moves", input_reference=("photo.png", png(), "image/png"), seconds="5")
    assert video.status in ("queued", "in_progress") and video.model == "qwen/wan2.6-i2v"
    assert client.videos.poll(video.id, poll_interval_ms=100).status == "completed"


def test_lists_have_pages(gateway):
    client = client_of(gateway, gateway.key("pages"))
    made = [client.videos.create(prompt=str(number), model="wan2.6-t2v").id for number in range(3)]
    assert [video.id for video in client.videos.list(limit=2)] == made[::-1]
    assert [video.id for video in client.videos.list(order="asc", limit=1)] == made


def test_refusals_of_the_service_are_told_at_once(gateway, client):
    gateway.simulator.fault(error="data_inspection_failed", times=1)
    with pytest.raises(openai.BadRequestError) as refused:
        client.videos.create(model="wan2.6-t2v", prompt="x")
    assert refused.value.body["code"] and refused.value.body["message"]


def test_nobody_sees_the_jobs_of_another_key(gateway):
    mine, other = client_of(gateway, gateway.key("mine")), client_of(gateway, gateway.key("other"))
    video = mine.videos.create(model="wan2.6-t2v", prompt="a kite")
    assert mine.videos.retrieve(video.id).id == video.id
    for ask in (other.videos.retrieve, other.videos.download_content, other.videos.delete):
        with pytest.raises(openai.NotFoundError):
            ask(video.id)
    assert video.id not in [entry.id for entry in other.videos.list()]
    with pytest.raises(openai.NotFoundError):
        mine.videos.retrieve(video.id[:6])


def jobs(gateway):
    command = [os.environ["OPENCLAW_BINARY"], "jobs", "list", "--json"]
    listed = subprocess.run(command, env=gateway.environment, capture_output=True, text=True, check=True)
    return json.loads(listed.stdout)


def test_the_command_line_sees_the_jobs_of_clients(gateway, client):
    video = client.videos.create(model="wan2.6-t2v", prompt="a kite")
    assert video.id in json.dumps(jobs(gateway))


def test_a_client_that_leaves_does_not_stop_what_is_paid(gateway):
    token = gateway.key("leaver")
    gateway.simulator.fault(fault="latency", ms=1500, times=1)
    with pytest.raises(TimeoutError):
        call(gateway, "POST", "/v1/images/generations", {"prompt": "a hill"}, token=token, timeout=0.5)
    deadline = time.monotonic() + 20
    while True:
        status, _, body = call(gateway, "GET", "/v1/images", token=token)
        made = json.loads(body)["data"]
        if made and made[0]["status"] == "completed":
            break
        assert time.monotonic() < deadline, made
        time.sleep(0.1)
    status, _, body = call(gateway, "GET", "/v1/images/" + made[0]["id"], token=token)
    assert status == 200 and base64.b64decode(json.loads(body)["data"][0]["b64_json"]).startswith(b"\x89PNG")
    while gateway.books(token) != {"qwen-image-2.0": 1}:
        assert time.monotonic() < deadline, gateway.books(token)


ADDRESSES = [
    "file:///etc/passwd",
    "/etc/passwd",
    "@/etc/passwd",
    "http://169.254.169.254/latest/meta-data/",
    "http://127.0.0.1:1/a.png",
    "http://[::1]/a.png",
    "http://localhost/a.png",
    "http://2130706433/a.png",
    "https://user:pass@example.com/a.png",
    "oss://somebody/else.png",
    "gopher://example.com/a.png",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_of_this_machine_or_network_is_read(gateway, address):
    body = {"prompt": "x", "input_reference": {"image_url": address}}
    status, _, answer = call(gateway, "POST", "/v1/videos", body)
    assert status == 400 and b"input_reference" in answer, (status, answer)
    status, _, answer = call(gateway, "POST", "/v1/images/edits", {"prompt": "x", "images": [{"image_url": address}]})
    assert status == 400 and b"images" in answer, (status, answer)
    assert not gateway.simulator.requests()


def test_what_things_cost_is_measured(gateway, client):
    def cost():
        _, _, text = call(gateway, "GET", "/metrics")
        found = re.findall(rb'openclaw_cost_total{model="qwen/qwen-image-2.0",.*currency="USD"} ([0-9.]+)', text)
        assert b"openclaw_resting_credentials" in text and b'openclaw_jobs{state="queued"} 0' in text
        key = gateway.simulator.endpoint("standard-intl")["key"].encode()
        assert key not in text and key[-8:] not in text
        return float(found[0]) if found else 0

    before = cost()
    client.images.generate(prompt="a hill")
    assert cost() > before


def form(parts, boundary="x", end=True):
    body = b"".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{extra}\r\n\r\n'.encode() + value + b"\r\n"
        for name, extra, value in parts
    )
    return body + (f"--{boundary}--\r\n".encode() if end else b"")


def post_form(gateway, body, boundary="x", path="/v1/images/edits"):
    connection = http.client.HTTPConnection(urlsplit(gateway.root).netloc, timeout=30)
    fields = {
        "Authorization": f"Bearer {gateway.token}",
        "Content-Type": f"multipart/form-data; boundary={boundary}",
    }
    try:
        connection.request("POST", path, body, fields)
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (BrokenPipeError, ConnectionResetError):
        return connection.getresponse().status, b""
    finally:
        connection.close()


PICTURE = ("image", '; filename="../../x.png"', b"\x89PNG\r\n\x1a\n")
BOMBS = {
    "no end": form([("prompt", "", b"x"), PICTURE], end=False),
    "no name": b'--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--\r\n',
    "too many parts": form([("p", "", b"x")] * 100),
    "too many files": form([PICTURE] * 30),
    "long head": b"--x\r\nA: " + b"a" * 100_000,
    "long text": form([("prompt", "", b"a" * 3_000_000)]),
    "twice": form([("prompt", "", b"a"), ("prompt", "", b"b"), PICTURE]),
    "epilogue": form([("prompt", "", b"a")]) + b"GET / HTTP/1.1\r\n",
    "encoded": b'--x\r\nContent-Disposition: form-data; name="image"; filename="a"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x--\r\n',
    "no picture": form([("prompt", "", b"a"), ("image", '; filename="a.png"', b"#!/bin/sh\n")]),
    "control": form([("prompt", "", b"a"), ("base_url", "", b"http://example.com"), PICTURE]),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_forms_that_are_none_are_refused(gateway, bomb):
    status, body = post_form(gateway, BOMBS[bomb])
    assert status in (400, 413), (status, body)
    assert not gateway.simulator.requests()
    incoming = Path(gateway.environment["HOME"], ".openclaw/media/incoming")
    deadline = time.monotonic() + 5
    while incoming.exists() and list(incoming.iterdir()):
        assert time.monotonic() < deadline, list(incoming.iterdir())


def test_keys_have_their_routes_models_and_budgets(gateway):
    chat = client_of(gateway, gateway.key("chatter", "--routes", "chat"))
    with pytest.raises(openai.PermissionDeniedError):
        chat.images.generate(prompt="x")
    painter = client_of(gateway, gateway.key("painter", "--routes", "images", "--models", "qwen/qwen-image-2.0"))
    assert painter.images.generate(prompt="x").data
    with pytest.raises(openai.PermissionDeniedError):
        painter.images.generate(prompt="x", model="qwen-image-max")
    with pytest.raises(openai.PermissionDeniedError):
        painter.videos.create(prompt="x")
    poor = client_of(gateway, gateway.key("poor", "--budget-per-day", "1USD"))
    assert poor.videos.create(prompt="x", model="wan2.6-t2v", seconds="5").id
    with pytest.raises(openai.APIStatusError) as refused:
        poor.videos.create(prompt="x", model="wan2.6-t2v", seconds="5")
    assert refused.value.status_code == 402 and "open" in refused.value.body["message"]


@pytest.fixture
def two_lives(banner, tmp_path, monkeypatch):
    """Gateways of one installation, one after the other."""
    for name in PROXY_VARIABLES + CA_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    simulator = Simulator(banner, through_proxy=True)
    simulator.admin("POST", "/reset")

    @contextmanager
    def live():
        with serve(banner, tmp_path, "standard-intl") as (root, environment):
            yield Gateway(root, simulator, environment)

    return live


def test_jobs_and_their_owners_outlive_the_gateway(two_lives):
    with two_lives() as gateway:
        mine, other = gateway.key("mine"), gateway.key("other")
        video = client_of(gateway, mine).videos.create(model="wan2.6-t2v", prompt="a kite")
        assert video.status in ("queued", "in_progress")
    with two_lives() as gateway:
        with pytest.raises(openai.NotFoundError):
            client_of(gateway, other).videos.retrieve(video.id)
        client = client_of(gateway, mine)
        assert client.videos.poll(video.id, poll_interval_ms=100).status == "completed"
        assert clip(client.videos.download_content(video.id).read())[0] == "h264"
        assert len(gateway.simulator.admin("GET", "/tasks")) == 1


def test_native_tasks_have_their_owners_after_a_restart(two_lives, monkeypatch):
    with two_lives() as gateway:
        mine, other = gateway.key("mine"), gateway.key("other")
        monkeypatch.setattr(dashscope, "base_http_api_url", gateway.root + "/api/v1")
        monkeypatch.setattr(dashscope, "api_key", mine)
        task = VideoSynthesis.async_call(model="wan2.6-t2v", prompt="A kite", size="1280*720", duration=5)
        assert task.status_code == 200, task
    with two_lives() as gateway:
        monkeypatch.setattr(dashscope, "base_http_api_url", gateway.root + "/api/v1")
        monkeypatch.setattr(dashscope, "api_key", other)
        assert VideoSynthesis.fetch(task).status_code == 404
        monkeypatch.setattr(dashscope, "api_key", mine)
        done = VideoSynthesis.wait(task)
        assert done.output.task_status == "SUCCEEDED", done
        assert VideoSynthesis.fetch(task).status_code == 200
        deadline = time.monotonic() + 10
        while (spent := rows(gateway, "SELECT cost, currency FROM usage")) != [("0.5", "USD")]:
            assert time.monotonic() < deadline, spent


def documented():
    page = Path(__file__, "../../../docs/media.md").resolve().read_text()
    return [line for line in page.splitlines() if line.startswith("curl ")]


@pytest.mark.parametrize("command", documented())
def test_documented_commands_work(gateway, tmp_path, command):
    (tmp_path / "photo.png").write_bytes(png())
    with wave.open(str(tmp_path / "talk.wav"), "wb") as sound:
        sound.setparams((1, 2, 16000, 0, "NONE", ""))
        sound.writeframes(os.urandom(64000))
    command = command.replace("http://127.0.0.1:18789", gateway.root).replace("curl ", "curl -sS --fail-with-body ")
    environment = {"PATH": os.environ["PATH"], "KEY": gateway.token}
    run = subprocess.run(command, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def submissions(gateway):
    asked = [request for request in gateway.simulator.requests() if request["method"] == "POST"]
    return [request["path"] for request in asked if "/services/aigc/" in request["path"]]


def test_what_a_library_asks_again_is_made_once(gateway, client):
    gateway.simulator.fault(fault="latency", ms=2500, path="generation", times=1)
    picture = client.with_options(timeout=1.0, max_retries=4).images.generate(model="qwen-image-2.0", prompt="a kite")
    assert base64.b64decode(picture.data[0].b64_json).startswith(b"\x89PNG")
    assert len(submissions(gateway)) == 1


def test_a_form_that_is_sent_again_is_made_once(gateway, client):
    gateway.simulator.fault(fault="latency", ms=2500, path="generation", times=1)
    again = client.with_options(timeout=1.0, max_retries=4)
    edited = again.images.edit(model="qwen-image-2.0", image=("a.png", png(), "image/png"), prompt="bluer")
    assert edited.data[0].b64_json
    assert len(submissions(gateway)) == 1


def test_a_request_with_a_name_is_made_once(gateway, client):
    named = {"Idempotency-Key": "crane-1"}
    first = client.videos.create(model="wan2.6-t2v", prompt="a crane", extra_headers=named)
    assert client.videos.create(model="wan2.6-t2v", prompt="a crane", extra_headers=named).id == first.id
    assert client.videos.create(model="wan2.6-t2v", prompt="a crane").id != first.id
    other = client_of(gateway, gateway.key("other"))
    assert other.videos.create(model="wan2.6-t2v", prompt="a crane", extra_headers=named).id != first.id
    assert len(submissions(gateway)) == 3


def test_a_request_that_comes_several_times_at_once_is_made_once(gateway, client):
    def make(_):
        named = {"Idempotency-Key": "crane-2"}
        return client.videos.create(model="wan2.6-t2v", prompt="a crane", extra_headers=named).id

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(make, range(8)))) == 1
    assert len(submissions(gateway)) == 1
