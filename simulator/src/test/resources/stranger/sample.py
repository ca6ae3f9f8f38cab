"""A voice server in the shape of Twilio's samples, as a stranger would write it: Python's standard library and nothing of Sidetone's.

    python3 sample.py PORT MANNER

Its TwiML says something, pauses, says something and connects the stream to wss://${Host}/media-stream, whatever the server's real scheme is.
Over the stream it greets, answers half a second after the caller's end and clears when it is spoken over. MANNER is talk, or what it does
instead: silent (it never speaks), mute (it greets and answers nothing), one-way (<Start><Stream> and a <Say>), deaf (the same and nothing is
heard), say (no stream), refuse (the upgrade is answered with 403), echo (it sends the caller's voice back), or close=CODE@MS (it closes the
stream then; code 1005 is none). Every line on standard output is one JSON object about what came in; the first one names the port.
"""
import base64
import hashlib
import json
import math
import struct
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PORT, MANNER = int(sys.argv[1]), sys.argv[2]
GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
WELCOME = "Please wait while we connect your call to the A. I. voice assistant."
READY = "O.K. you can start talking!"
FRAME, VOICED, QUIET, ANSWER_S = 160, 4, 25, 2.5
LOUD = 60
LOG = threading.Lock()


def log(**what):
    with LOG:
        print(json.dumps(what), flush=True)


def mulaw(sample):
    sign = 0x80 if sample < 0 else 0
    magnitude = min(abs(sample), 32635) + 132
    exponent = magnitude.bit_length() - 8
    return ~(sign | exponent << 4 | (magnitude >> exponent + 3) & 0x0F) & 0xFF


def tone(seconds):
    return bytes(mulaw(int(8000 * math.sin(2 * math.pi * 440 * n / 8000))) for n in range(int(8000 * seconds)))


def loudness(code):
    code = ~code & 0xFF
    return (((code & 0x0F) << 3) + 132 << (code >> 4 & 7)) - 132


def is_voice(frame):
    return sum(loudness(code) for code in frame) / len(frame) > LOUD


class Sample(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        stream = f'<Stream url="wss://{self.headers["Host"]}/media-stream"/>'
        verbs = f'<Say>{WELCOME}</Say><Pause length="1"/><Say>{READY}</Say><Connect>{stream}</Connect>'
        if MANNER == "one-way":
            verbs = f'<Start>{stream}</Start><Say>{WELCOME}</Say><Pause length="2"/>'
        elif MANNER == "deaf":
            verbs = f'<Start>{stream}</Start><Pause length="3"/>'
        elif MANNER == "say":
            verbs = f"<Say>{WELCOME}</Say>"
        self.answer(200, "text/xml", f"<Response>{verbs}</Response>")

    def answer(self, status, kind, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if MANNER == "refuse":
            return self.answer(403, "text/plain", "no")
        key = self.headers["sec-websocket-key"] + GUID
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
        self.end_headers()
        self.close_connection = True
        self.writing = threading.Lock()
        self.talk()

    def talk(self):
        self.frames = self.voiced = self.quiet = 0
        self.speaking = self.closing = False
        self.heard_until = 0.0
        while True:
            opcode, payload = self.read_frame()
            if opcode == 8:
                log(kind="closed", frames=self.frames)
                return None if self.closing else self.write_frame(8, payload)
            message = json.loads(payload)
            if message["event"] == "media":
                self.frames += 1
                self.hear(message["media"]["payload"])
            elif message["event"] == "start":
                self.stream = message["streamSid"]
                self.begin()

    def begin(self):
        if MANNER.startswith("close="):
            code, after_ms = MANNER[6:].split("@")
            threading.Timer(int(after_ms) / 1000, self.close, [int(code)]).start()
        if MANNER in ("talk", "mute") or MANNER.startswith("close=") and int(MANNER.split("@")[1]) > 1000:
            self.speak(1)

    def close(self, code):
        self.closing = True
        self.write_frame(8, b"" if code == 1005 else struct.pack("!H", code))

    def hear(self, payload):
        if MANNER == "echo":
            return self.say(event="media", streamSid=self.stream, media={"payload": payload})
        voice = is_voice(base64.b64decode(payload))
        self.voiced = self.voiced + 1 if voice else 0
        self.quiet = 0 if voice else self.quiet + 1
        if not self.speaking and self.voiced == VOICED:
            self.speaking = True
            if time.monotonic() < self.heard_until:
                self.heard_until = 0.0
                self.say(event="clear", streamSid=self.stream)
        elif self.speaking and self.quiet == QUIET:
            self.speaking = False
            if MANNER == "talk" or MANNER.startswith("close="):
                self.speak(ANSWER_S)

    def speak(self, seconds):
        sound = tone(seconds)
        self.heard_until = time.monotonic() + seconds
        for start in range(0, len(sound), 10 * FRAME):
            payload = base64.b64encode(sound[start:start + 10 * FRAME]).decode()
            self.say(event="media", streamSid=self.stream, media={"payload": payload})

    def say(self, **message):
        self.write_frame(1, json.dumps(message).encode())

    def write_frame(self, opcode, payload):
        size = len(payload)
        length = struct.pack("!B", size) if size < 126 else struct.pack("!BH", 126, size)
        with self.writing:
            self.wfile.write(struct.pack("!B", 0x80 | opcode) + length + payload)

    def read_frame(self):
        first, second = self.rfile.read(2)
        size = second & 0x7F
        size = struct.unpack("!H", self.rfile.read(2))[0] if size == 126 else size
        mask, masked = self.rfile.read(4), self.rfile.read(size)
        return first & 0x0F, bytes(byte ^ mask[n % 4] for n, byte in enumerate(masked))


server = ThreadingHTTPServer(("127.0.0.1", PORT), Sample)
server.daemon_threads = True
log(kind="listening", port=server.server_address[1])
server.serve_forever()
