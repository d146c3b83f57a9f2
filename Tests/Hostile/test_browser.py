"""A page of another origin, in a browser that we did not write."""

import http.server
import json
import shutil
import subprocess
import threading

import pytest

PAGE = """<!doctype html><title>wait</title><script>
const url = "%(url)s", seen = {};
async function attempt(name, options, path = "/v1/models") {
  try {
    const answer = await fetch(url + path, options);
    seen[name] = [answer.type, answer.status, (await answer.text()).length];
  } catch (error) { seen[name] = "refused"; }
}
(async () => {
  await attempt("plain", {});
  await attempt("token", {headers: {Authorization: "Bearer %(token)s"}});
  await attempt("opaque", {mode: "no-cors"});
  await attempt("form", {method: "POST", mode: "no-cors", headers: {"Content-Type": "text/plain"},
    body: JSON.stringify({model: "qwen-plus", messages: [{role: "user", content: "spend"}]})}, "/v1/chat/completions");
  await attempt("beacon", {method: "POST", mode: "no-cors", keepalive: true, body: "{}"}, "/v1/chat/completions");
  document.title = "done"; document.body.innerText = JSON.stringify(seen);
})();
</script><body></body>"""


@pytest.fixture
def chromium():
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not path:
        pytest.skip("this machine has no Chromium")
    return path


def test_a_page_of_another_origin_reads_nothing_and_spends_nothing(gateway, simulator, chromium, tmp_path):
    page = (PAGE % {"url": gateway.url, "token": gateway.token}).encode()

    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        done = subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}",
             "--no-proxy-server", "--virtual-time-budget=10000", "--dump-dom",
             f"http://localhost:{server.server_port}/"],
            capture_output=True, text=True, timeout=120)
    finally:
        server.shutdown()
    body = done.stdout[done.stdout.index("<body>") + 6:done.stdout.index("</body>")]
    seen = json.loads(body)
    assert seen["plain"] == "refused" and seen["token"] == "refused"
    for name in ("opaque", "form", "beacon"):
        assert seen[name] == "refused" or seen[name][:2] == ["opaque", 0]
    assert simulator.admin("GET", "/requests") == []
