"""Raw sockets: what a client sends that obeys no rules."""

import json
import socket


class Answer:
    def __init__(self, data):
        head, _, self.body = data.partition(b"\r\n\r\n")
        lines = head.split(b"\r\n")
        self.status = int(lines[0].split(b" ")[1]) if lines[0].startswith(b"HTTP/") else None
        self.fields = {}
        for line in lines[1:]:
            name, _, value = line.partition(b":")
            self.fields.setdefault(name.strip().lower().decode(), value.strip().decode())
        self.raw = data

    def json(self):
        return json.loads(self.body)


def connect(gateway, seconds=10):
    return socket.create_connection((gateway.host, gateway.port), timeout=seconds)


def receive(connection, limit=1 << 20):
    """Everything up to the end of the connection, a pause, or a whole answer."""
    data = b""
    while len(data) < limit:
        try:
            piece = connection.recv(65536)
        except (TimeoutError, ConnectionResetError):
            break
        if not piece:
            break
        data += piece
        head, end, body = data.partition(b"\r\n\r\n")
        if end:
            length = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
            if b"transfer-encoding: chunked" in head.lower() and body.endswith(b"0\r\n\r\n"):
                break
            if length and len(body) >= int(length[0].split(b":")[1]):
                break
    return data


def exchange(gateway, data, seconds=10):
    with connect(gateway, seconds) as connection:
        try:
            connection.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass
        received = receive(connection)
    return Answer(received) if received else None


def request(gateway, method="GET", path="/v1/models", fields=(), body=b"", token=True, host=None):
    """The bytes of a well-formed request; `fields` come last, so that they can repeat anything."""
    lines = [f"{method} {path} HTTP/1.1".encode(), f"Host: {host or gateway.authority}".encode()]
    if token:
        lines.append(f"Authorization: Bearer {gateway.token}".encode())
    if body or method == "POST":
        lines.append(b"Content-Type: application/json")
        if not any(field.lower().startswith(("content-length", "transfer-encoding")) for field in fields):
            lines.append(f"Content-Length: {len(body)}".encode())
    lines += [field if isinstance(field, bytes) else field.encode("latin-1") for field in fields]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def chat(text="hello", **members):
    return json.dumps({"model": "qwen-plus", "messages": [{"role": "user", "content": text}], **members}).encode()
