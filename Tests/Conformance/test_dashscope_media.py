"""The official dashscope package against tasks, video, images and uploads."""

import hashlib
from http import HTTPStatus

import dashscope
import pytest
from dashscope import ImageSynthesis, VideoSynthesis
from dashscope.aigc.image_generation import ImageGeneration
from dashscope.api_entities.dashscope_response import Message
from results import fetch, picture, video


@pytest.fixture
def site(simulator, monkeypatch):
    site = simulator.site()
    monkeypatch.setattr(dashscope, "base_http_api_url", site.native)
    monkeypatch.setattr(dashscope, "api_key", site.key)
    return site


@pytest.fixture
def photo(tmp_path):
    """A small PNG, made without a library of ours."""
    import av

    path = tmp_path / "photo.png"
    with av.open(str(path), "w", format="image2") as container:
        stream = container.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = 640, 360, "rgb24"
        frame = av.VideoFrame(640, 360, "rgb24")
        for packet in stream.encode(frame):
            container.mux(packet)
    return path


def test_text_to_video(simulator, site):
    answer = VideoSynthesis.call(
        model="wan2.6-t2v", prompt="A paper crane unfolds into a kite", size="1280*720", duration=6
    )
    assert answer.status_code == HTTPStatus.OK, answer
    assert answer.output.task_status == "SUCCEEDED"
    assert answer.usage["duration"] == 6 and answer.usage["video_count"] == 1
    facts = video(answer.output.video_url)
    assert facts == {"codec": "h264", "width": 1280, "height": 720, "seconds": 6, "sound": True}
    charges = simulator.admin("GET", "/charges")
    assert charges["total"] == pytest.approx(6 * 0.7339)


def test_submit_fetch_and_wait(site):
    task = VideoSynthesis.async_call(model="wan2.5-t2v-preview", prompt="Rain", size="832*480")
    assert task.status_code == HTTPStatus.OK and task.output.task_status == "PENDING"
    assert VideoSynthesis.fetch(task).output.task_id == task.output.task_id
    done = VideoSynthesis.wait(task)
    assert done.output.task_status == "SUCCEEDED" and video(done.output.video_url)["height"] == 480
    assert done.usage.video_ratio == "832*480" and done.usage.video_duration == 5


def test_local_picture_becomes_a_video(simulator, site, photo):
    answer = VideoSynthesis.call(model="wan2.6-i2v", prompt="It moves", img_url=f"file://{photo}", resolution="720P")
    assert answer.output.task_status == "SUCCEEDED", answer
    assert video(answer.output.video_url)["width"] == 1280
    upload = simulator.admin("GET", "/uploads")[-1]
    assert upload["model"] == "wan2.6-i2v"
    assert upload["sha256"] == hashlib.sha256(photo.read_bytes()).hexdigest()


def test_first_and_last_frame(simulator, monkeypatch):
    site = simulator.site("standard-cn")
    monkeypatch.setattr(dashscope, "base_http_api_url", site.native)
    monkeypatch.setattr(dashscope, "api_key", site.key)
    answer = VideoSynthesis.call(
        model="wan2.2-kf2v-flash",
        prompt="From one to the other",
        first_frame_url="https://example.com/a.png",
        last_frame_url="https://example.com/b.png",
        resolution="480P",
    )
    assert answer.output.task_status == "SUCCEEDED", answer
    assert simulator.requests()[0]["path"].startswith("/api/v1/services/aigc/image2video/")


def test_media_list_of_the_newer_generation(site):
    answer = VideoSynthesis.call(
        model="wan2.7-r2v",
        prompt="Image 1 waves",
        media=[{"type": "reference_image", "url": "https://example.com/a.png"}],
        resolution="720P",
        ratio="9:16",
        duration=8,
    )
    assert answer.output.task_status == "SUCCEEDED", answer
    facts = video(answer.output.video_url)
    assert (facts["width"], facts["height"], facts["seconds"]) == (720, 1280, 8)


def test_the_wrong_generation_fails_late(site):
    answer = VideoSynthesis.call(model="wan2.7-i2v", prompt="x", img_url="https://example.com/a.png")
    assert answer.output.task_status == "FAILED"
    assert (answer.output.code, answer.output.message) == ("InvalidParameter", "Field required: input.media")


def test_refused_at_once(site):
    answer = VideoSynthesis.async_call(model="wan2.6-t2v", prompt="x", size="832*480")
    assert (answer.status_code, answer.code) == (HTTPStatus.BAD_REQUEST, "InvalidParameter")
    assert "size" in answer.message


def test_list_and_cancel(simulator, site):
    simulator.fault(fault="task-stuck", times=5)
    tasks = [VideoSynthesis.async_call(model="wan2.6-t2v", prompt=str(number)) for number in range(6)]
    listed = VideoSynthesis.list(page_size=4)
    assert listed.status_code == HTTPStatus.OK
    raw = [VideoSynthesis.fetch(task).output.task_status for task in tasks]
    assert raw[-1] == "PENDING"
    assert VideoSynthesis.cancel(tasks[-1]).status_code == HTTPStatus.OK
    assert VideoSynthesis.fetch(tasks[-1]).output.task_status == "CANCELED"
    refused = VideoSynthesis.cancel(tasks[-1])
    assert (refused.status_code, refused.code) == (HTTPStatus.BAD_REQUEST, "UnsupportedOperation")


def test_forgotten_and_expired(simulator, site):
    answer = VideoSynthesis.call(model="wan2.6-t2v", prompt="x")
    url = answer.output.video_url
    status, headers, part = fetch(url, {"Range": "bytes=4-7"})
    assert status == 206 and part == b"ftyp" and headers["content-range"].startswith("bytes 4-7/")
    assert fetch(url, {"Authorization": f"Bearer {site.key}"})[0] == 400
    simulator.admin("POST", "/clock", {"advance": 86_500})
    assert VideoSynthesis.fetch(answer).output.task_status == "UNKNOWN"
    status, headers, body = fetch(url)
    assert status == 403 and b"<Code>AccessDenied</Code>" in body and b"Request has expired" in body


def test_old_pictures_are_tasks(site):
    answer = ImageSynthesis.call(model="wan2.2-t2i-flash", prompt="A fox", n=2, size="1024*768")
    assert answer.status_code == HTTPStatus.OK, answer
    assert [picture(result.url) for result in answer.output.results] == [(1024, 768)] * 2
    assert answer.usage.image_count == 2


def test_pictures_at_once(site):
    messages = [Message(role="user", content=[{"text": "A fox"}])]
    answer = ImageGeneration.call(model="wan2.6-t2i", messages=messages, n=1, size="1280*1280")
    assert answer.status_code == HTTPStatus.OK, answer
    assert picture(answer.output.choices[0].message.content[0]["image"]) == (1280, 1280)


def test_pictures_as_a_task(site):
    messages = [Message(role="user", content=[{"text": "A fox"}])]
    task = ImageGeneration.async_call(model="wan2.7-image", messages=messages, n=2, size="1K")
    done = ImageGeneration.wait(task)
    assert done.output.task_status == "SUCCEEDED", done
    assert [picture(choice.message.content[0]["image"]) for choice in done.output.choices] == [(1024, 1024)] * 2


def test_pictures_of_a_conversation(site, photo):
    messages = [{"role": "user", "content": [{"image": f"file://{photo}"}, {"text": "Put a hat on it"}]}]
    answer = dashscope.MultiModalConversation.call(model="qwen-image-edit-plus", messages=messages, n=2)
    assert answer.status_code == HTTPStatus.OK, answer
    pictures = [picture(part["image"]) for part in answer.output.choices[0].message.content]
    assert len(pictures) == 2
    assert answer.usage["image_count"] == 2


def test_a_lost_answer_still_makes_a_job(simulator, site):
    simulator.fault(fault="lost-answer", times=1)
    answer = VideoSynthesis.async_call(model="wan2.6-t2v", prompt="x")
    tasks = simulator.admin("GET", "/tasks")
    # The package repeats the call blindly, so that there are two jobs and one is lost and paid.
    assert len(tasks) == 2 and tasks[1]["task_id"] == answer.output.task_id
