"""Twilio's REST API as a stranger would write it: Python's standard library and nothing of Sidetone's. Strict: what Twilio does not
document is refused.

    python3 cloud.py PORT ACCOUNT_SID AUTH_TOKEN AUTHORITY.pem

Standard input takes one JSON object a line, and each is confirmed by {"kind": "done"}:

    {"do": "answer", "on": "POST .*/Calls.json", "status": 503, "type": "text/html", "body": "<html>…", "times": 2}
    {"do": "hang", "on": "…"}            no answer at all to such requests
    {"do": "heal"}                       neither of the two any more
    {"do": "refuse"}, {"do": "listen"}   nobody listens at the port; somebody does again
    {"do": "set", "number": "+1…", "fields": {"voice_url": "…"}}, {"do": "remove", "number": "+1…"}
    {"do": "ring", "from": "+1…", "to": "+1…", "callback": true}   somebody calls; the webhook goes to the number's voice URL
    {"do": "pick-up", "call": "CA…"}

Every line on standard output is one JSON object about what came in or went out; the first one names the port.
"""
import base64
import datetime
import hashlib
import hmac
import json
import re
import socket
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

ACCOUNT, TOKEN, AUTHORITY = sys.argv[2:5]
BASE = f"/2010-04-01/Accounts/{ACCOUNT}"
LOGIN = "Basic " + base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
LOG, STATE, GONE = threading.Lock(), threading.RLock(), threading.Event()
SETTINGS = ["friendly_name", "voice_url", "voice_method", "voice_fallback_url", "voice_fallback_method", "status_callback",
            "status_callback_method", "voice_application_sid", "trunk_sid", "sms_url"]
CALL = {"To", "From", "Url", "Method", "StatusCallback", "StatusCallbackMethod", "StatusCallbackEvent", "Timeout", "TimeLimit"}
OPEN = {"queued", "ringing", "in-progress"}


class NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


WEB = build_opener(HTTPSHandler(context=ssl.create_default_context(cafile=AUTHORITY)), NoRedirects())


def log(**what):
    with LOG:
        print(json.dumps(what), flush=True)


def camel(name):
    return "".join(word.capitalize() for word in name.split("_"))


def sid(kind, number):
    return f"{kind}{number:032x}"


def own(number, **fields):
    return dict({name: "" for name in SETTINGS}, voice_method="POST", voice_fallback_method="POST",
                status_callback_method="POST", friendly_name=number, phone_number=number) | fields


NUMBERS = {
    sid("PN", 0xabc1): own("+15550301", friendly_name="Reception", voice_url="https://owner.example/voice?flow={main}|1",
                           voice_method="GET", voice_fallback_url="https://owner.example/fallback",
                           status_callback="https://owner.example/status"),
    sid("PN", 0xabc2): own("+15550302"),
    sid("PN", 0xabc3): own("+15550304", trunk_sid=sid("TK", 7)),
}
CALLS, ALERTS, FAULTS = {}, [], []


class Refused(Exception):
    def __init__(self, status, code, message):
        self.status, self.code, self.message = status, code, message


def found(table, key, what):
    if key not in table:
        raise Refused(404, 20404, f"The requested resource {what}/{key} was not found")
    return table[key]


def listed(number_sid):
    number = NUMBERS[number_sid]
    unset = {name: number[name] or None for name in ("voice_application_sid", "trunk_sid")}
    return number | unset | {"sid": number_sid, "account_sid": ACCOUNT,
                             "capabilities": {"voice": True, "sms": True, "mms": False, "fax": False}}


def change(number, form):
    names = {camel(name): name for name in SETTINGS}
    for name, value in form:
        if name not in names:
            raise Refused(400, 20001, f"Unknown parameter {name}")
        if name.endswith("Method") and value not in ("GET", "POST"):
            raise Refused(400, 21403, f"{name} is not GET or POST: {value}")
        if (name.endswith("Url") or name == "StatusCallback") and value and not re.match(r"https?://[^/\s]+\S*$", value):
            raise Refused(400, 21402, f"{name} is not a URL: {value}")
    number.update((names[name], value) for name, value in form)


def place(form):
    given = dict(form)
    if set(given) - CALL:
        raise Refused(400, 20001, f"Unknown parameter {sorted(set(given) - CALL)[0]}")
    if given.get("From") not in [number["phone_number"] for number in NUMBERS.values()]:
        raise Refused(400, 21210, "The source phone number provided is not yet verified for your account")
    if not re.fullmatch(r"\+[1-9]\d{6,14}", given.get("To", "")):
        raise Refused(400, 21211, f"Invalid 'To' Phone Number: {given.get('To')}")
    if not given.get("Url", "").startswith("https://"):
        raise Refused(400, 21205, f"Url is not a valid URL: {given.get('Url')}")
    call = {"sid": sid("CA", 0xca0 + len(CALLS)), "account_sid": ACCOUNT, "from": given["From"], "to": given["To"],
            "status": "queued", "direction": "outbound-api", "url": given["Url"], "callback": given.get("StatusCallback"),
            "events": [value for name, value in form if name == "StatusCallbackEvent"]}
    CALLS[call["sid"]] = call
    threading.Thread(target=ring_out, args=(call,), daemon=True).start()
    return public(call)


def ring_out(call):
    told(call, "initiated", "initiated")
    with STATE:
        if call["status"] == "queued":
            call["status"] = "ringing"
    if call["status"] == "ringing":
        told(call, "ringing", "ringing")


def told(call, event, status):
    if event in call["events"] and call["callback"]:
        webhook(call["callback"], call, CallStatus=status, CallbackSource="call-progress-events")


def public(call):
    return {name: call[name] for name in ("sid", "account_sid", "from", "to", "status", "direction")}


def update(call, form):
    given = dict(form)
    if set(given) - {"Status", "Twiml"} or given.get("Status", "completed") not in ("canceled", "completed"):
        raise Refused(400, 20001, f"Not a change of a call: {given}")
    fits = ("queued", "ringing") if given.get("Status") == "canceled" else ("in-progress",)
    if call["status"] not in fits:
        raise Refused(400, 21220, "Call is not in-progress. Cannot redirect.")
    if "Status" in given:
        call["status"] = given["Status"]
        threading.Thread(target=told, args=(call, "completed", given["Status"]), daemon=True).start()
    return public(call)


def webhook(url, call, **fields):
    """What Twilio sends, signed; returns status and body, or None where nobody answered."""
    form = {"CallSid": call["sid"], "AccountSid": ACCOUNT, "From": call["from"], "To": call["to"],
            "Direction": call["direction"], "ApiVersion": "2010-04-01"} | fields
    text = url + "".join(name + form[name] for name in sorted(form))
    signature = base64.b64encode(hmac.new(TOKEN.encode(), text.encode(), hashlib.sha1).digest()).decode()
    try:
        with WEB.open(Request(url, urlencode(form).encode(), {"X-Twilio-Signature": signature}), timeout=15) as answer:
            came = answer.status, answer.read().decode()
    except HTTPError as error:
        came = error.code, error.read().decode(errors="replace")
    except OSError as error:
        log(kind="webhook", url=url, form=form, error=str(error))
        return None
    log(kind="webhook", url=url, form=form, status=came[0], body=came[1])
    return came


def ring(caller, number, callback):
    settings = next(each for each in NUMBERS.values() if each["phone_number"] == number)
    call = {"sid": sid("CA", 0xca0 + len(CALLS)), "from": caller, "to": number, "direction": "inbound", "status": "ringing"}
    CALLS[call["sid"]] = call
    url = settings["voice_url"]
    came = webhook(url, call, CallStatus="ringing")
    if came is None:
        alert("11205", "HTTP connection failure", url, call)
    elif came[0] != 200:
        alert("11200", f"HTTP retrieval failure; {came[0]}", url, call)
    elif "<Response" not in came[1]:
        alert("12100", "Document parse failure", url, call)
    call["status"] = "completed"
    if callback and settings["status_callback"]:
        webhook(settings["status_callback"], call, CallStatus="completed", CallDuration="0")


def alert(code, text, url, call):
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    ALERTS.append({"sid": sid("NO", len(ALERTS) + 1), "account_sid": ACCOUNT, "error_code": code, "log_level": "error",
                   "alert_text": text, "resource_sid": call["sid"], "request_url": url, "request_method": "POST",
                   "more_info": f"https://www.twilio.com/docs/errors/{code}", "date_created": now, "date_generated": now,
                   "date_updated": now, "service_sid": None, "api_version": "2010-04-01",
                   "url": f"https://monitor.twilio.com/v1/Alerts/{sid('NO', len(ALERTS) + 1)}"})


class Cloud(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.serve("")

    def do_POST(self):
        self.serve(self.rfile.read(int(self.headers["content-length"])).decode())

    def serve(self, body):
        form = parse_qsl(body, keep_blank_values=True)
        fault = self.fault()
        log(kind="request", method=self.command, path=self.path, form=dict(form), fault=fault and fault["do"])
        if fault and fault["do"] == "hang":
            GONE.wait()
            return
        if fault:
            return self.say(fault["status"], fault["type"], fault["body"])
        try:
            with STATE:
                self.say(*self.answer(form))
        except Refused as why:
            self.say(why.status, "application/json", json.dumps(
                {"code": why.code, "message": why.message, "status": why.status,
                 "more_info": f"https://www.twilio.com/docs/errors/{why.code}"}))

    def fault(self):
        with STATE:
            for fault in FAULTS:
                if fault.get("times", 1) and re.search(fault["on"], f"{self.command} {self.path}"):
                    if "times" in fault:
                        fault["times"] -= 1
                    return fault
        return None

    def answer(self, form):
        if not hmac.compare_digest(self.headers.get("authorization", ""), LOGIN):
            raise Refused(401, 20003, "Authenticate")
        if self.command == "POST" and "form-urlencoded" not in self.headers.get("content-type", ""):
            raise Refused(415, 20415, "Unsupported Media Type")
        path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        one = re.fullmatch(re.escape(BASE) + r"/(IncomingPhoneNumbers|Calls)/(\w+)\.json", path)
        if one and one[1] == "IncomingPhoneNumbers":
            number = found(NUMBERS, one[2], "/IncomingPhoneNumbers")
            if self.command == "POST":
                change(number, form)
            return 200, "application/json", json.dumps(listed(one[2]))
        if one:
            call = found(CALLS, one[2], "/Calls")
            return 200, "application/json", json.dumps(update(call, form) if self.command == "POST" else public(call))
        if path == BASE + "/IncomingPhoneNumbers.json" and self.command == "GET":
            if set(query) - {"PageSize", "Page", "PageToken"}:
                raise Refused(400, 20001, f"Unknown parameter in {self.path}")
            page = {"incoming_phone_numbers": [listed(each) for each in NUMBERS], "next_page_uri": None, "page": 0,
                    "page_size": int(query["PageSize"][0])}
            return 200, "application/json", json.dumps(page)
        if path == BASE + "/Calls.json" and self.command == "POST":
            return 201, "application/json", json.dumps(place(form))
        if path == "/v1/Alerts" and self.command == "GET":
            meta = {"key": "alerts", "next_page_url": None, "url": "https://monitor.twilio.com" + self.path, "page": 0,
                    "page_size": 50, "first_page_url": "", "previous_page_url": None}
            return 200, "application/json", json.dumps({"alerts": ALERTS[::-1], "meta": meta})
        raise Refused(404, 20404, f"The requested resource {path} was not found")

    def say(self, status, kind, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Listening(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port):
        self.open = set()
        super().__init__(("127.0.0.1", port), Cloud)
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def get_request(self):
        came = super().get_request()
        self.open.add(came[0])
        return came

    def refuse(self):
        self.shutdown()
        self.server_close()
        for each in self.open:
            try:
                each.shutdown(2)
            except OSError:
                pass


def obey(order):
    global server
    match order["do"]:
        case "answer" | "hang":
            FAULTS.insert(0, order)
        case "heal":
            FAULTS.clear()
        case "refuse":
            server.refuse()
        case "listen":
            server = Listening(server.server_address[1])
        case "set":
            next(each for each in NUMBERS.values() if each["phone_number"] == order["number"]).update(order["fields"])
        case "remove":
            del NUMBERS[next(each for each in NUMBERS if NUMBERS[each]["phone_number"] == order["number"])]
        case "ring":
            ring(order["from"], order["to"], order["callback"])
        case "pick-up":
            CALLS[order["call"]]["status"] = "in-progress"
        case "show":
            return {"numbers": NUMBERS, "calls": CALLS}
    return {}


# Keeps the port while nobody listens there, where the system lets a server share one that is bound.
held = socket.socket()
held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
held.bind(("127.0.0.1", int(sys.argv[1])))
port = held.getsockname()[1]
if sys.platform != "linux":
    held.close()
server = Listening(port)
log(kind="listening", port=server.server_address[1])
for line in sys.stdin:
    log(kind="done", **obey(json.loads(line)))
GONE.set()
