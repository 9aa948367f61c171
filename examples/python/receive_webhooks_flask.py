"""Receives webhooks with Flask: 200 for what is genuine, 403 for all else.

`python receive_webhooks_flask.py`, with `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY` of a
project whose service reaches this machine, such as the emulator's.
"""

from __future__ import annotations

import logging
import threading

from flask import Flask, Response, request
from uploadcare_sdk import InvalidSignatureError, WebhookReceiver
from webhook_demo import SECRET, came, demonstrate
from werkzeug.serving import make_server

app = Flask(__name__)
receiver = WebhookReceiver(SECRET)


@app.post("/hook")
def receive() -> Response:
    # The bytes as they came: `request.json` would have lost them.
    body = request.get_data()
    signature = request.headers.get(receiver.SIGNATURE_HEADER)
    try:
        delivery = receiver.receive(body, signature)
    except InvalidSignatureError as error:
        print("refused:", error.message)
        return Response(status=403)
    name = delivery.data.original_filename if delivery.data else delivery.file
    print("genuine:", delivery.hook.event, name)
    came.put((body, signature))
    return Response(status=200)


def main() -> None:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        demonstrate(f"http://127.0.0.1:{server.server_port}/hook")
    finally:
        server.shutdown()
        thread.join()


if __name__ == "__main__":
    main()
