"""Receives webhooks with FastAPI: 200 for what is genuine, 403 for all else.

`python receive_webhooks_fastapi.py`, with `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY` of a
project whose service reaches this machine, such as the emulator's.
"""

from __future__ import annotations

import threading
import time

import uvicorn
from fastapi import FastAPI, Request, Response
from uploadcare_sdk import InvalidSignatureError, WebhookReceiver
from webhook_demo import SECRET, came, demonstrate

app = FastAPI()
receiver = WebhookReceiver(SECRET)


@app.post("/hook")
async def receive(request: Request) -> Response:
    # The bytes as they came: a model of the body, or `request.json()`, would have lost them.
    body = await request.body()
    signature = request.headers.get(receiver.SIGNATURE_HEADER)
    try:
        delivery = receiver.receive(body, signature)
    except InvalidSignatureError as error:
        print("refused:", error.message)
        return Response(status_code=403)
    name = delivery.data.original_filename if delivery.data else delivery.file
    print("genuine:", delivery.hook.event, name)
    came.put((body, signature))
    return Response(status_code=200)


def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        demonstrate(f"http://127.0.0.1:{port}/hook")
    finally:
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
