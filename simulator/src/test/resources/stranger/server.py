"""A voice server as a stranger would write it: Python's standard library and nothing of Sidetone's.

    python3 server.py PORT PUBLIC_ORIGIN AUTH_TOKEN

It believes that it lives at PUBLIC_ORIGIN (https), hands out wss addresses there and refuses what is not signed for it. With "host" in
its place it checks nothing and hands out wss addresses of the host that a request names, as most public servers do. A call whose
webhook says Wish=transfer or Wish=hang-up gets that by Twilio's REST API, at TWILIO_API_URL, once the greeting was heard. Every line on
standard output is one JSON object about what came in; the first one names the port.
"""
import base64
import hashlib
import hmac
import json
import math
import os
import struct
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.parse import parse_qsl, urlencode
from urllib.request import Request, urlopen

PORT, ORIGIN, TOKEN = int(sys.argv[1]), sys.argv[2], sys.argv[3]
CHECKS = ORIGIN != "host"
API = os.environ.get("TWILIO_API_URL", "https://api.twilio.com")
WISHES = {
    "transfer": {"Twiml": f'<Response><Dial action="{ORIGIN}/after-dial" timeLimit="1">+15550123</Dial></Response>'},
    "hang-up": {"Status": "completed"},
}
GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
LOG = threading.Lock()


def log(**what):
    with LOG:
        print(json.dumps(what), flush=True)


def signature(url, form=()):
    text = url + "".join(name + value for name, value in sorted(form))
    return base64.b64encode(hmac.new(TOKEN.encode(), text.encode(), hashlib.sha1).digest()).decode()


def mulaw(sample):
    sign = 0x80 if sample < 0 else 0
    magnitude = min(abs(sample), 32635) + 132
    exponent = magnitude.bit_length() - 8
    return ~(sign | exponent << 4 | (magnitude >> exponent + 3) & 0x0F) & 0xFF


def tone(seconds):
    return bytes(mulaw(int(8000 * math.sin(2 * math.pi * 440 * n / 8000))) for n in range(int(8000 * seconds)))


def update_call(account, call, fields):
    """What Twilio's SDK does for client.calls(call).update(...)."""
    url = f"{API}/2010-04-01/Accounts/{account}/Calls/{call}.json"
    login = base64.b64encode(f"{account}:{TOKEN}".encode()).decode()
    try:
        with urlopen(Request(url, urlencode(fields).encode(), {"Authorization": "Basic " + login}), timeout=60) as answer:
            log(kind="rest", status=answer.status, call=json.load(answer)["status"])
    except HTTPError as refused:
        log(kind="rest", status=refused.code, error=json.load(refused))


class Stranger(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    leaving = False
    wish = None

    def log_message(self, *_):
        pass

    @property
    def origin(self):
        return ORIGIN if CHECKS else "https://" + self.headers["Host"]

    @property
    def sockets(self):
        return self.origin.replace("https://", "wss://")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = parse_qsl(body, keep_blank_values=True)
        good = hmac.compare_digest(self.headers.get("X-Twilio-Signature", ""), signature(self.origin + self.path, form))
        log(kind="webhook", path=self.path, signed=good, host=self.headers["Host"], form=dict(form),
            proto=self.headers.get("X-Forwarded-Proto"), cookie=self.headers.get("Cookie"))
        if not good and CHECKS:
            return self.answer(403, "text/plain", "wrong signature")
        if self.path == "/voice":
            wish = dict(form).get("Wish")
            sockets = self.sockets.rsplit(":", 1)[0] if wish == "no-port" else self.sockets
            status = f' statusCallback="{self.origin}/stream-status"' if CHECKS else ""
            stream = f'<Stream url="{sockets}/media?ignored=1"{status}>' \
                     '<Parameter name="who" value="stranger &amp; friend"/>' \
                     + (f'<Parameter name="wish" value="{wish}"/>' if wish in WISHES else "") + '</Stream>'
            return self.answer(200, "text/xml", f'<Response><Connect action="/after">{stream}</Connect></Response>')
        if self.path == "/after":
            return self.answer(200, "text/xml", '<Response><Say>Goodbye.</Say><Pause length="1"/><Hangup/></Response>')
        if self.path == "/after-dial":
            return self.answer(200, "text/xml", '<Response><Say>Welcome back.</Say><Hangup/></Response>')
        self.answer(204, None, "")

    def answer(self, status, kind, text):
        body = text.encode()
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
            self.send_header("Set-Cookie", "visit=first; Path=/")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        good = hmac.compare_digest(self.headers.get("x-twilio-signature", ""), signature(self.sockets + self.path))
        log(kind="upgrade", path=self.path, signed=good, headers=self.headers.items())
        if not good and CHECKS:
            return self.answer(403, "text/plain", "wrong signature")
        key = self.headers["sec-websocket-key"] + GUID
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
        self.end_headers()
        self.close_connection = True
        self.talk()

    def talk(self):
        frames = 0
        while True:
            opcode, payload = self.read_frame()
            if opcode == 8:
                log(kind="closed", frames=frames)
                return None if self.leaving else self.write_frame(8, payload)
            message = json.loads(payload)
            event = message["event"]
            if event == "media":
                frames += 1
            else:
                log(kind=event, message=message, frames=frames)
                self.react(event, message)

    def react(self, event, message):
        if event == "start":
            self.stream, self.start = message["streamSid"], message["start"]
            self.wish = WISHES.get(self.start["customParameters"].get("wish"))
            self.play(0.2, "beep")
        elif event == "mark" and message["mark"]["name"] == "beep":
            self.play(20, "never heard")
            if self.wish:
                update_call(self.start["accountSid"], self.start["callSid"], self.wish)
        elif event == "dtmf" and message["dtmf"]["digit"] == "9":
            self.say(event="clear", streamSid=self.stream)
        elif event == "dtmf":
            self.leaving = True
            self.write_frame(8, struct.pack("!H", 1000))

    def play(self, seconds, name):
        sound = tone(seconds)
        for start in range(0, len(sound), 800):
            payload = base64.b64encode(sound[start:start + 800]).decode()
            self.say(event="media", streamSid=self.stream, media={"payload": payload})
        self.say(event="mark", streamSid=self.stream, mark={"name": name})

    def say(self, **message):
        self.write_frame(1, json.dumps(message).encode())

    def write_frame(self, opcode, payload):
        size = len(payload)
        length = struct.pack("!B", size) if size < 126 else struct.pack("!BH", 126, size)
        self.wfile.write(struct.pack("!B", 0x80 | opcode) + length + payload)

    def read_frame(self):
        first, second = self.rfile.read(2)
        size = second & 0x7F
        size = struct.unpack("!H", self.rfile.read(2))[0] if size == 126 else size
        mask, masked = self.rfile.read(4), self.rfile.read(size)
        return first & 0x0F, bytes(byte ^ mask[n % 4] for n, byte in enumerate(masked))


server = ThreadingHTTPServer(("127.0.0.1", PORT), Stranger)
server.daemon_threads = True
log(kind="listening", port=server.server_address[1])
server.serve_forever()
