"""Clients that are slow on purpose, many, or gone."""

import json
import socket
import statistics
import time
from pathlib import Path

import pytest
from wire import chat, connect, exchange, receive, request

POST = "/v1/chat/completions"


def latencies(gateway, count):
    times = []
    for _ in range(count):
        begin = time.perf_counter()
        assert exchange(gateway, request(gateway, path="/v1/models")).status == 200
        times.append(time.perf_counter() - begin)
    return statistics.quantiles(times, n=100)[98]


def test_a_thousand_half_open_connections_slow_nobody_down(gateway, eventually):
    before = gateway.descriptors()
    baseline = min(latencies(gateway, 200) for _ in range(2))
    half_open = []
    try:
        for number in range(1000):
            connection = connect(gateway)
            connection.sendall(b"GET /v1/models HTTP/1.1\r\nX-Slow: " + b"a" * (number % 50))
            half_open.append(connection)
        slowed = min(latencies(gateway, 200) for _ in range(3))
    finally:
        for connection in half_open:
            connection.close()
    assert slowed < max(2 * baseline, 0.25)
    eventually(lambda: gateway.descriptors() <= before + 5)


def test_a_head_that_never_ends_is_dropped(gateway):
    with connect(gateway, 40) as connection:
        connection.sendall(b"GET /v1/models HTTP/1.1\r\n")
        begin = time.monotonic()
        data = receive(connection)
        assert time.monotonic() - begin < 35
        assert not data or b" 408 " in data


def upstream_connections(simulator):
    """Established connections to the simulator's proxy, as the kernel lists them."""
    port = int(simulator.banner["proxyURL"].rsplit(":", 1)[1])
    rows = [row.split() for row in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(1 for row in rows if int(row[2].split(":")[1], 16) == port and row[3] == "01")


def test_a_client_that_leaves_stops_the_service(gateway, simulator, eventually):
    simulator.admin("POST", "/faults", {"fault": "slow", "ms": 500})
    connection = connect(gateway)
    connection.sendall(request(gateway, "POST", POST, body=chat("count to a thousand", stream=True)))
    assert b"200" in connection.recv(4096)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    busy = upstream_connections(simulator)
    connection.close()
    eventually(lambda: upstream_connections(simulator) < busy, 3)


def test_two_hundred_aborted_clients_leave_nothing_behind(gateway, eventually):
    before, memory = gateway.descriptors(), gateway.memory()
    for number in range(200):
        connection = connect(gateway)
        connection.sendall(request(gateway, "POST", POST, body=chat("a long story", stream=True)))
        if number % 2:
            connection.recv(100)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        connection.close()
    eventually(lambda: gateway.descriptors() <= before + 20, 10)
    assert gateway.memory() - memory < 30 << 20
    assert exchange(gateway, request(gateway, "POST", POST, body=chat())).status == 200


def test_pipelined_requests_are_answered_in_order(gateway):
    first = request(gateway, path="/v1/models/qwen-plus")
    second = request(gateway, path="/healthz")
    with connect(gateway, 3) as connection:
        connection.sendall(first + second)
        data = b""
        while data.count(b"HTTP/1.1 ") < 2:
            piece = connection.recv(65536)
            assert piece, data
            data += piece
    assert data.index(b"qwen-plus") < data.rindex(b"HTTP/1.1 ")


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_a_request_in_small_pieces_is_whole_in_the_end(gateway, size):
    data = request(gateway, "POST", POST, body=chat("x" * 3000))
    with connect(gateway) as connection:
        for start in range(0, len(data), size):
            connection.sendall(data[start:start + size])
        answer = receive(connection)
    assert answer.startswith(b"HTTP/1.1 200")
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["choices"]


def form(gateway, size):
    """The head and the beginning of a form whose picture has this size, and its end."""
    begin = (
        b'--b\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
        + b"\0" * size
    )
    end = b"\r\n--b--\r\n"
    lines = [
        "POST /v1/images/edits HTTP/1.1", f"Host: {gateway.authority}", f"Authorization: Bearer {gateway.token}",
        "Content-Type: multipart/form-data; boundary=b", f"Content-Length: {len(begin) + len(end)}", "", "",
    ]
    return "\r\n".join(lines).encode() + begin, end


def test_forms_do_not_fill_the_disk(make_gateway, eventually):
    gateway = make_gateway({"gateway.limits.bodyBytes": 1 << 20, "gateway.limits.uploadBytes": 3 << 20,
                            "gateway.limits.uploadsTotalBytes": 3 << 20})  # fmt: skip
    folder = gateway.home / ".openclaw" / "media" / "incoming"
    begin, end = form(gateway, 2 << 20)
    with connect(gateway, 30) as slow:
        slow.sendall(begin)
        eventually(lambda: sum(file.stat().st_size for file in folder.glob("*")) > 1 << 20)
        refused = exchange(gateway, begin + end)
        assert refused.status == 503 and refused.fields["retry-after"] == "30"
        assert "uploadsTotalBytes" in json.dumps(refused.json())
    eventually(lambda: not list(folder.glob("*")))
    assert exchange(gateway, begin + end).status == 400
