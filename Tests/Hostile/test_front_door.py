"""Who is let in, and what is decided before a byte of the body is read."""

import json
import time

import pytest
from wire import chat, connect, exchange, receive, request


def test_every_route_but_the_health_check_wants_a_token(gateway):
    for path in ("/v1/models", "/v1/models/qwen-plus", "/metrics", "/nowhere", "/v1/chat/completions", "/admin"):
        answer = exchange(gateway, request(gateway, path=path, token=False))
        assert answer.status == 401, path
    answer = exchange(gateway, request(gateway, path="/healthz", token=False))
    assert answer.status == 200
    assert b"openclaw" not in answer.body and len(answer.body) < 64


def test_a_token_in_the_query_is_none(gateway):
    path = f"/v1/models?token={gateway.token}&key={gateway.token}&access_token={gateway.token}"
    assert exchange(gateway, request(gateway, path=path, token=False)).status == 401


@pytest.mark.parametrize("field", ["Authorization: Bearer {}", "x-api-key: {}", "authorization: bearer {}"])
def test_both_ways_to_send_the_token_are_taken(gateway, field):
    answer = exchange(gateway, request(gateway, token=False, fields=[field.format(gateway.token)]))
    assert answer.status == 200


@pytest.mark.parametrize("field", [
    "Authorization: Basic {}", "Authorization: {}", "Authorization: Bearer {}x", "Authorization: Bearer",
    "Cookie: token={}", "Proxy-Authorization: Bearer {}", "X-Forwarded-User: admin"])
def test_nothing_else_is_a_token(gateway, field):
    answer = exchange(gateway, request(gateway, token=False, fields=[field.format(gateway.token)]))
    assert answer.status == 401


def test_who_is_unknown_is_refused_before_the_body(gateway):
    head = request(
        gateway, "POST", "/v1/chat/completions", token=False, fields=["Content-Length: 40000000"])
    with connect(gateway) as connection:
        connection.sendall(head)
        assert receive(connection).startswith(b"HTTP/1.1 401")


@pytest.mark.parametrize("host", [
    "attacker.example", "attacker.example:{port}", "127.0.0.1.attacker.example:{port}",
    "127.0.0.1:{port}@attacker.example", "0.0.0.0:{port}", "169.254.169.254", "localhost.:{port}x", ""])
def test_a_name_that_was_rebound_is_refused(gateway, host):
    answer = exchange(gateway, request(gateway, host=host.format(port=gateway.port) or " "))
    assert answer.status in (400, 421), host


@pytest.mark.parametrize("host", ["localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}", "LOCALHOST:{port}"])
def test_the_names_of_this_machine_are_taken(gateway, host):
    assert exchange(gateway, request(gateway, host=host.format(port=gateway.port))).status == 200


@pytest.mark.parametrize("field", [
    "Origin: https://attacker.example", "Origin: null", "Origin: http://0.0.0.0:{port}", "Sec-Fetch-Site: cross-site",
    "Origin: http://127.0.0.1.attacker.example:{port}"])
def test_pages_of_other_origins_are_refused(gateway, field):
    answer = exchange(gateway, request(gateway, fields=[field.format(port=gateway.port)]))
    assert answer.status == 403
    assert "access-control-allow-origin" not in answer.fields


@pytest.mark.parametrize("origin", ["http://{host}", "HTTP://{host}", "https://{host}"])
def test_its_own_origin_is_no_other_one(gateway, origin):
    field = "Origin: " + origin.format(host=gateway.authority)
    assert exchange(gateway, request(gateway, fields=[field])).status == 200
    assert exchange(gateway, request(gateway, fields=[field], token=False)).status == 401
    assert exchange(gateway, request(gateway, fields=[field + "0"])).status == 403


def test_a_preflight_gets_no_permission(gateway):
    fields = ["Origin: https://attacker.example", "Access-Control-Request-Method: POST"]
    answer = exchange(gateway, request(gateway, "OPTIONS", "/v1/chat/completions", fields=fields, token=False))
    assert answer.status in (401, 403, 404, 405)
    assert not [name for name in answer.fields if name.startswith("access-control")]


@pytest.mark.parametrize("member", [
    {"api_base": "http://127.0.0.1:1"}, {"base_url": "http://127.0.0.1:1"}, {"api_key": "sk-other"},
    {"extra_headers": {"Authorization": "Bearer x"}}])
def test_no_request_chooses_where_it_goes(gateway, simulator, member):
    answer = exchange(gateway, request(gateway, "POST", "/v1/chat/completions", body=chat(**member)))
    assert answer.status == 400
    assert next(iter(member)) in answer.json()["error"]["message"]
    assert simulator.admin("GET", "/requests") == []


def test_the_clients_credentials_and_own_fields_never_reach_the_service(gateway, simulator):
    fields = [
        "X-DashScope-WorkSpace: stolen", "Cookie: a=b", "X-Openclaw-Endpoint: elsewhere", "X-Forwarded-For: 10.0.0.1"]
    answer = exchange(gateway, request(gateway, "POST", "/v1/chat/completions", fields=fields, body=chat()))
    assert answer.status == 200
    received = json.dumps(simulator.admin("GET", "/requests"))
    for secret in (gateway.token, "stolen", "a=b", "elsewhere", "10.0.0.1"):
        assert secret not in received


def test_guessing_is_slowed_down_also_on_this_machine(make_gateway):
    gateway = make_gateway()
    statuses = []
    for number in range(60):
        fields = [f"Authorization: Bearer guess-{number}", f"X-Forwarded-For: 10.0.0.{number}"]
        answer = exchange(gateway, request(gateway, token=False, fields=fields))
        statuses.append(answer.status)
    assert statuses[0] == 401
    assert statuses[-1] == 429 and statuses.index(429) <= 20
    assert "retry-after" in answer.fields


def test_a_revoked_key_fails_on_the_next_request(gateway):
    made = json.loads(gateway.command("gateway", "keys", "new", "guest", "--json"))
    secret = made.get("key") or made.get("secret")
    mine = [f"Authorization: Bearer {secret}"]
    assert exchange(gateway, request(gateway, token=False, fields=mine)).status == 200
    gateway.command("gateway", "keys", "revoke", "guest")
    time.sleep(0.05)
    assert exchange(gateway, request(gateway, token=False, fields=mine)).status == 401


def test_a_key_may_only_what_it_was_made_for(gateway):
    made = json.loads(gateway.command(
        "gateway", "keys", "new", "narrow", "--models", "qwen3.5-plus", "--routes", "chat", "--json"))
    mine = [f"Authorization: Bearer {made.get('key') or made.get('secret')}"]

    def status(path, body):
        return exchange(gateway, request(gateway, "POST", path, token=False, fields=mine, body=body)).status

    allowed = json.dumps({"model": "qwen3.5-plus", "messages": [{"role": "user", "content": "hi"}]}).encode()
    assert status("/v1/chat/completions", allowed) == 200
    assert status("/v1/chat/completions", chat()) == 403
    assert status("/v1/embeddings", b'{"model":"text-embedding-v4","input":"a"}') == 403


def test_one_key_cannot_take_all_places(make_gateway, simulator, eventually):
    gateway = make_gateway({"gateway.limits.requestsPerKey": 2})
    made = json.loads(gateway.command("gateway", "keys", "new", "greedy", "--json"))
    mine = [f"Authorization: Bearer {made.get('key') or made.get('secret')}"]
    simulator.admin("POST", "/reset")
    simulator.admin("POST", "/faults", {"fault": "silence", "chunks": 2, "times": 2})

    def ask(fields, token=False):
        body = chat("hello", stream=True)
        return request(gateway, "POST", "/v1/chat/completions", token=token, fields=fields, body=body)

    held = [connect(gateway) for _ in range(2)]
    for connection in held:
        connection.sendall(ask(mine))
    eventually(lambda: len(simulator.admin("GET", "/requests")) == 2)
    refused = exchange(gateway, ask(mine))
    assert refused.status == 429 and "retry-after" in refused.fields
    assert exchange(gateway, ask([], token=True)).status == 200
    for connection in held:
        connection.close()
    eventually(lambda: exchange(gateway, ask(mine)).status == 200)


def test_one_path_may_take_less_than_others(make_gateway):
    gateway = make_gateway({"gateway.http.endpoints.chatCompletions.maxBodyBytes": 1000})
    large = chat("x" * 2000, max_tokens=10)
    assert exchange(gateway, request(gateway, "POST", "/v1/chat/completions", body=large)).status == 413
    assert exchange(gateway, request(gateway, "POST", "/v1/messages", body=large)).status == 200
