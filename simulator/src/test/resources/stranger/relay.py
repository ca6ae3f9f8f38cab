"""A ConversationRelay server as a stranger would write it: Python's standard library and nothing of Sidetone's.

    python3 relay.py PORT [TOKEN]

Its TwiML connects <ConversationRelay> to wss://${Host}/relay, whatever the server's real scheme is. It answers every final prompt token by
token, names keys, and when the caller said goodbye and has heard it said back ends the session with handoffData; the action then hangs up.
With TOKEN it refuses a webhook or a handshake that is not signed with it. Every line on standard output is one JSON object about what came in;
the first one names the port.
"""
import base64
import hashlib
import hmac
import json
import struct
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

PORT, TOKEN = int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
LOG = threading.Lock()
ANSWER = "We are open from nine to five. Is there anything else that I can do for you? I can also book a table or put you through."


def log(**what):
    with LOG:
        print(json.dumps(what), flush=True)


def signature(url, form=()):
    signed = url + "".join(name + value for name, value in sorted(form))
    return base64.b64encode(hmac.new(TOKEN.encode(), signed.encode(), hashlib.sha1).digest()).decode()


class Relay(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def is_signed(self, url, form=()):
        return not TOKEN or hmac.compare_digest(self.headers["x-twilio-signature"] or "", signature(url, form))

    def do_POST(self):
        form = parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode(), keep_blank_values=True)
        if not self.is_signed(f'http://{self.headers["Host"]}{self.path}', form):
            return self.answer(403, "text/plain", "not signed")
        if self.path == "/done":
            log(kind="done", form=dict(form))
            return self.answer(200, "text/xml", "<Response><Hangup/></Response>")
        log(kind="webhook", form=dict(form))
        self.answer(200, "text/xml", f"""<Response><Connect action="/done">
            <ConversationRelay url="wss://{self.headers["Host"]}/relay" welcomeGreeting="Welcome. How can I help you?"
                    dtmfDetection="true" events="speaker-events tokens-played">
                <Parameter name="customer" value="42"/>
            </ConversationRelay>
        </Connect></Response>""")

    def answer(self, status, kind, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if not self.is_signed(f'wss://{self.headers["Host"]}{self.path}'):
            return self.answer(403, "text/plain", "not signed")
        key = self.headers["sec-websocket-key"] + GUID
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
        self.end_headers()
        self.close_connection = True
        self.writing = threading.Lock()
        self.leaving = False
        self.talk()

    def talk(self):
        while True:
            opcode, payload = self.read_frame()
            if opcode == 8:
                log(kind="closed", code=struct.unpack("!H", payload[:2])[0] if payload else None)
                return self.write_frame(8, payload)
            message = json.loads(payload)
            log(kind=message["type"], message=message)
            if message["type"] == "prompt" and message["last"]:
                self.reply(message["voicePrompt"])
            elif message["type"] == "info" and message["name"] == "tokensPlayed" and self.leaving:
                self.say(type="end", handoffData=json.dumps({"reason": "goodbye"}))
            elif message["type"] == "dtmf":
                self.speak(f'You pressed {message["digit"]}.')

    def reply(self, prompt):
        if "goodbye" in prompt.lower():
            self.leaving = True
            self.say(type="text", token="Goodbye.", last=True)
        else:
            self.speak(ANSWER)

    def speak(self, text):
        """Sends a text as a model gives it: word by word, each with the space before it."""
        for number, word in enumerate(text.split(" ")):
            self.say(type="text", token=word if number == 0 else " " + word, last=False)
        self.say(type="text", token="", last=True)

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


server = ThreadingHTTPServer(("127.0.0.1", PORT), Relay)
server.daemon_threads = True
log(kind="listening", port=server.server_address[1])
server.serve_forever()
