"""A voice server for Twilio's Media Streams, in Python's standard library: it greets with a tone, answers with one half a second after the
caller's end, and stops when it is spoken over. Put your agent where the tones are.

    python3 server.py 3000
"""
import base64
import hashlib
import json
import math
import struct
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FRAME = 160  # bytes: 20 ms
VOICED = 4  # frames of voice in a row are speech
QUIET = 25  # frames of silence in a row are its end
LOUD = 60
MOST_BYTES = 1 << 20  # of one message


def magnitude(mulaw):
    code = ~mulaw & 0xFF
    return (((code & 0x0F) << 3) + 132 << (code >> 4 & 7)) - 132


def encoded(sample):
    biased = min(abs(sample), 32635) + 132
    exponent = biased.bit_length() - 8
    return ~((0x80 if sample < 0 else 0) | exponent << 4 | (biased >> exponent + 3) & 0x0F) & 0xFF


def tone(seconds):
    return bytes(encoded(int(8000 * math.sin(2 * math.pi * 440 * n / 8000))) for n in range(int(8000 * seconds)))


GREETING, ANSWER = tone(1), tone(2.5)


class Call:
    """One call: what the caller says, and what is said to them."""

    def __init__(self, send):
        self.send = send
        self.voiced = self.quiet = 0
        self.speaking = False
        self.heard_until = 0.0

    def receive(self, message):
        if message["event"] == "start":
            self.stream = message["streamSid"]
            self.say(GREETING)
        elif message["event"] == "media":
            self.hear(base64.b64decode(message["media"]["payload"]))

    def hear(self, mulaw):
        voice = sum(map(magnitude, mulaw)) / len(mulaw) > LOUD
        self.voiced = self.voiced + 1 if voice else 0
        self.quiet = 0 if voice else self.quiet + 1
        if not self.speaking and self.voiced == VOICED:
            self.speaking = True
            if time.monotonic() < self.heard_until:
                self.stop()
        elif self.speaking and self.quiet == QUIET:
            self.speaking = False
            self.say(ANSWER)

    def say(self, sound):
        self.heard_until = time.monotonic() + len(sound) / 8000
        for start in range(0, len(sound), 10 * FRAME):
            payload = base64.b64encode(sound[start:start + 10 * FRAME]).decode()
            self.send({"event": "media", "streamSid": self.stream, "media": {"payload": payload}})

    def stop(self):
        self.heard_until = 0.0
        self.send({"event": "clear", "streamSid": self.stream})


class Server(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        stream = f'<Stream url="wss://{self.headers["Host"]}/media"/>'
        body = f"<Response><Connect>{stream}</Connect></Response>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if "Sec-WebSocket-Key" not in self.headers:
            return self.send_error(404)
        key = self.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
        self.end_headers()
        self.close_connection = True
        call = Call(lambda message: self.write_frame(1, json.dumps(message).encode()))
        while True:
            opcode, payload = self.read_frame()
            if opcode == 1:
                call.receive(json.loads(payload))
            elif opcode == 9:
                self.write_frame(10, payload)
            else:
                return self.write_frame(8, payload)

    def write_frame(self, opcode, payload):
        size = len(payload)
        length = struct.pack("!B", size) if size < 126 else struct.pack("!BH", 126, size)
        self.wfile.write(struct.pack("!B", 0x80 | opcode) + length + payload)

    def read_frame(self):
        """The next frame; a client that has gone or writes too much has closed."""
        head = self.rfile.read(2)
        if len(head) < 2:
            return 8, b""
        size = head[1] & 0x7F
        if size > 125:
            size = int.from_bytes(self.rfile.read(2 if size == 126 else 8), "big")
        if size > MOST_BYTES:
            return 8, b""
        mask, masked = self.rfile.read(4), self.rfile.read(size)
        return head[0] & 0x0F, bytes(byte ^ mask[n % 4] for n, byte in enumerate(masked))


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 3000), Server)
    server.daemon_threads = True
    print(f"listening on port {server.server_address[1]}", flush=True)
    server.serve_forever()
