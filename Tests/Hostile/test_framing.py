"""Requests that two readers could understand differently, and bombs."""

import json
import time

import pytest
from wire import chat, connect, exchange, receive, request

POST = "/v1/chat/completions"


def refused(answer):
    """Answered with a refusal, or cut off."""
    return answer is None or answer.status is None or 400 <= answer.status < 500 or answer.status in (501, 505)


@pytest.mark.parametrize("fields", [
    ["Content-Length: 5", "Transfer-Encoding: chunked"], ["Content-Length: 5", "Content-Length: 6"],
    ["Content-Length: 5, 6"], ["Content-Length: +5"], ["Content-Length: 5 5"], ["Content-Length: 0x5"],
    ["Content-Length: -1"], ["Content-Length: 99999999999999999999"], ["Transfer-Encoding: xchunked"],
    ["Transfer-Encoding: chunked, identity"], ["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"],
    ["Transfer-Encoding : chunked"], ["Content-Length : 5"], ["Transfer-Encoding: \x0bchunked"],
    ["X-Folded: a\r\n  b", "Content-Length: 0"], ["Content-Length: 5\nX: y"], ["X-Nul: a\x00b", "Content-Length: 0"],
    ["Bad Name: x", "Content-Length: 0"], [": x", "Content-Length: 0"], ["Content-Length: 0", "Host: other"]])
def test_two_readings_are_none(gateway, simulator, fields):
    smuggled = request(gateway, "POST", POST, fields=fields) + b"0\r\n\r\nGET /v1/models HTTP/1.1\r\nHost: x\r\n\r\n"
    answer = exchange(gateway, smuggled, seconds=3)
    assert refused(answer), answer.raw[:200]
    assert answer is None or answer.raw.count(b"HTTP/1.1 ") <= 1, "a second request was smuggled"
    assert simulator.admin("GET", "/requests") == []


@pytest.mark.parametrize("line", [
    b"GET  /v1/models HTTP/1.1", b"GET /v1/models", b"GET /v1/models HTTP/2.0", b"GET /v1/models HTTP/1.1 x",
    b"GET http://attacker.example/v1/models HTTP/1.1", b"GE\x00T /v1/models HTTP/1.1", b"CONNECT a:1 HTTP/1.1",
    b"GET /v1/mod\x7fels HTTP/1.1", b"PRI * HTTP/2.0", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"])
def test_odd_request_lines_are_refused(gateway, line):
    fields = f"\r\nHost: {gateway.authority}\r\nAuthorization: Bearer {gateway.token}\r\n\r\n".encode()
    assert refused(exchange(gateway, line + fields, seconds=3))


@pytest.mark.parametrize("body", [
    b"5\r\nhello\r\n-1\r\n", b"FFFFFFFFFFFFFFFFF\r\n", b"5;" + b"x" * 100_000, b"zz\r\n", b"5\r\nhelloXX0\r\n\r\n",
    b"5\nhello\n0\n\n", b" 5\r\nhello\r\n0\r\n\r\n"])
def test_broken_chunks_are_refused(gateway, body):
    head = request(gateway, "POST", POST, fields=["Transfer-Encoding: chunked"])
    assert refused(exchange(gateway, head + body, seconds=3))


def test_chunks_of_a_decent_client_are_read(gateway):
    body = chat()
    pieces = b"".join(b"%x\r\n%s\r\n" % (1, body[i:i + 1]) for i in range(len(body))) + b"0\r\n\r\n"
    head = request(gateway, "POST", POST, fields=["Transfer-Encoding: chunked"])
    assert exchange(gateway, head + pieces).status == 200


@pytest.mark.parametrize("fields", [
    ["X-Long: " + "a" * 70_000], [f"X-{number}: a" for number in range(1000)], ["X-" + "n" * 70_000 + ": a"]])
def test_large_heads_are_refused(gateway, fields):
    answer = exchange(gateway, request(gateway, fields=fields))
    assert refused(answer) and (answer is None or answer.status in (400, 431))


def test_a_long_request_line_is_refused(gateway):
    answer = exchange(gateway, request(gateway, path="/" + "a" * 70_000))
    assert answer is None or answer.status in (400, 414, 431)


def test_a_body_over_the_limit_is_refused_before_it_comes(gateway):
    head = request(gateway, "POST", POST, fields=["Content-Length: 1000000000"])
    with connect(gateway) as connection:
        connection.sendall(head)
        assert receive(connection).startswith(b"HTTP/1.1 413")


def test_a_chunked_body_over_the_limit_is_cut(gateway):
    before, cut = gateway.memory(), False
    head = request(gateway, "POST", POST, fields=["Transfer-Encoding: chunked"])
    piece = b"100000\r\n" + b" " * 0x100000 + b"\r\n"
    with connect(gateway, 30) as connection:
        connection.sendall(head)
        end = time.monotonic() + 20
        try:
            while time.monotonic() < end:
                connection.sendall(piece)
        except (BrokenPipeError, ConnectionResetError):
            cut = True
    assert cut, "a body without an end was taken for 20 s"
    assert gateway.memory() - before < 250 << 20


@pytest.mark.parametrize("body", [
    b"[" * 100_000, b'{"a":' * 100_000, b'{"messages":' + b"[" * 100_000, b"{", b"", b"null", b"[]", b'"x"', b"\xff\xfe",
    b'{"model":"qwen-plus"}', b'{"model":1,"messages":[]}', b'{"model":"qwen-plus","messages":{}}',
    b'{"messages":[{"role":"user","content":"\\ud800"}],"model":"qwen-plus","max_tokens":-5}',
    b'{"model":"qwen-plus","messages":[{"role":"user","content":"x"}],"max_tokens":1e999}',
    b'{"model":"qwen-plus","messages":[{"role":"user","content":"x"}],"max_tokens":99999999999999999999999}',
    b'{"model":"qwen-plus","messages":[{"role":"user","content":"x"}],"n":-1}'])
def test_odd_documents_are_answered_with_400(gateway, body):
    answer = exchange(gateway, request(gateway, "POST", POST, body=body))
    assert answer.status in (400, 404), answer.raw[:300]
    assert answer.json()["error"]["message"]


def test_a_million_members_cost_little(gateway):
    members = ",".join(f'"m{number}":0' for number in range(1_000_000))
    body = f'{{"model":"qwen-plus","messages":[{{"role":"user","content":"x"}}],{members}}}'.encode()
    answer = exchange(gateway, request(gateway, "POST", POST, body=body), seconds=90)
    assert answer.status in (200, 400, 413)


def test_control_characters_in_a_model_name_break_nothing(gateway):
    body = json.dumps({"model": "x\r\nX-Evil: 1\u001b[31m", "messages": [{"role": "user", "content": "x"}]}).encode()
    answer = exchange(gateway, request(gateway, "POST", POST, body=body))
    assert "x-evil" not in answer.fields
    head = answer.raw.partition(b"\r\n\r\n")[0]
    assert b"\x1b" not in head


def test_nothing_sent_forges_a_line_of_the_log(gateway):
    fields = [b"User-Agent: x\x1b[31m" + b"y" * 20_000, "X-Request-Id: a\tb", "traceparent: 00-\x01"]
    exchange(gateway, request(gateway, path="/v1/models?a=%0A%0Dforged", fields=fields))
    exchange(gateway, request(gateway, path="/v1/models/%0A%22forged%22"))
    for line in gateway.logs().splitlines():
        assert not line.startswith("forged") and "\x1b" not in line and len(line) < 9_000
        if line.startswith("{"):
            json.loads(line)


def test_the_key_and_the_token_are_in_no_log_and_no_answer(gateway, simulator):
    simulator.admin("POST", "/faults", {"error": "invalid_api_key", "times": 1})
    answer = exchange(gateway, request(gateway, "POST", POST, body=chat()))
    seen = gateway.logs() + answer.raw.decode(errors="replace") + open(gateway.log.name).read()
    assert simulator.key() not in seen and gateway.token not in seen
