"""Plain HTTP to the gateway, for what no official client would send."""

import http.client
import json
from urllib.parse import urlsplit


def call(gateway, method, path, body=None, fields=None, token=None, timeout=30):
    """Returns status, header fields and body."""
    connection = http.client.HTTPConnection(urlsplit(gateway.root).netloc, timeout=timeout)
    headers = {"Authorization": f"Bearer {token or gateway.token}", **(fields or {})}
    data = None
    if body is not None:
        data = json.dumps(body).encode()
        headers["Content-Type"] = "application/json"
    try:
        connection.request(method, path, data, headers)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()
