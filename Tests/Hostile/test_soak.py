"""Many streams for a while, some cut off: memory and descriptors stay where they are."""

import os
import random
import socket
import threading
import time

from wire import chat, connect, request

LONG = os.environ.get("OPENCLAW_SOAK_SECONDS") or (300 if os.environ.get("OPENCLAW_SOAK") else 15)
STREAMS, CUT = 200, 0.05


def test_soak(make_gateway, simulator, eventually):
    gateway = make_gateway()
    simulator.admin("POST", "/reset")
    end, done, failed = time.monotonic() + float(LONG), [], []

    def client(number):
        chance = random.Random(number)
        while time.monotonic() < end:
            try:
                with connect(gateway, 60) as connection:
                    body = chat("tell me a story", stream=True)
                    connection.sendall(request(gateway, "POST", "/v1/chat/completions", body=body))
                    data, cut = b"", chance.random() < CUT
                    while b"[DONE]" not in data:
                        piece = connection.recv(4096)
                        if not piece:
                            failed.append(data)
                            break
                        data += piece
                        if not data.startswith(b"HTTP/1.1 200"[:len(data)]):
                            failed.append(data)
                            break
                        if cut:
                            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
                            break
                    done.append(1)
            except OSError as error:
                failed.append(error)
            time.sleep(chance.random() / 2)

    idle, sockets = gateway.descriptors(), gateway.sockets()
    clients = [threading.Thread(target=client, args=(number,)) for number in range(STREAMS)]
    for thread in clients:
        thread.start()
    samples = []
    while time.monotonic() < end:
        time.sleep(float(LONG) / 10)
        samples.append(gateway.memory())
    for thread in clients:
        thread.join()
    assert not failed, failed[:3]
    assert len(done) > STREAMS
    assert samples[-1] < 1.25 * samples[2] + (8 << 20), samples
    # Idle connections to the service are kept for half a minute.
    eventually(lambda: gateway.sockets() <= sockets + 2, 45)
    # Databases are opened when they are first needed, with three descriptors each.
    assert gateway.descriptors() <= idle + 12
