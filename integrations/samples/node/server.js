// A voice server for Twilio's Media Streams, in plain Node: it greets with a tone, answers with one half a second after the caller's end,
// and stops when it is spoken over. Put your agent where the tones are.
//
//   node server.js 3000
"use strict";
const http = require("node:http");
const crypto = require("node:crypto");

const FRAME = 160; // bytes: 20 ms
const VOICED = 4; // frames of voice in a row are speech
const QUIET = 25; // frames of silence in a row are its end
const LOUD = 60;
const MOST_BYTES = 1 << 20; // of one message

const server = http.createServer((request, response) => {
  request.resume().on("end", () => {
    response.setHeader("Content-Type", "text/xml");
    response.end(`<Response><Connect><Stream url="wss://${request.headers.host}/media"/></Connect></Response>`);
  });
});

server.on("upgrade", (request, socket) => {
  const key = request.headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  const accept = crypto.createHash("sha1").update(key).digest("base64");
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  const call = new Call((message) => socket.write(frame(1, Buffer.from(JSON.stringify(message)))));
  let buffered = Buffer.alloc(0);
  socket.on("data", (bytes) => {
    buffered = Buffer.concat([buffered, bytes]);
    for (let next = parsed(buffered); next; next = parsed(buffered)) {
      buffered = buffered.subarray(next.length);
      if (next.opcode === 1) call.receive(JSON.parse(next.payload.toString()));
      else if (next.opcode === 9) socket.write(frame(10, next.payload));
      else if (next.opcode === 8) socket.end(frame(8, next.payload));
    }
    if (buffered.length > MOST_BYTES) socket.destroy();
  });
});

/** One call: what the caller says, and what is said to them. */
class Call {
  constructor(send) {
    this.send = send;
    this.voiced = this.quiet = 0;
    this.speaking = false;
    this.heardUntil = 0;
  }

  receive(message) {
    if (message.event === "start") {
      this.streamSid = message.streamSid;
      this.say(1);
    } else if (message.event === "media") {
      this.hear(Buffer.from(message.media.payload, "base64"));
    }
  }

  hear(mulaw) {
    const voice = mulaw.reduce((sum, code) => sum + magnitude(code), 0) / mulaw.length > LOUD;
    this.voiced = voice ? this.voiced + 1 : 0;
    this.quiet = voice ? 0 : this.quiet + 1;
    if (!this.speaking && this.voiced === VOICED) {
      this.speaking = true;
      if (performance.now() < this.heardUntil) this.stop();
    } else if (this.speaking && this.quiet === QUIET) {
      this.speaking = false;
      this.say(2.5);
    }
  }

  say(seconds) {
    this.heardUntil = performance.now() + 1000 * seconds;
    const sound = tone(seconds);
    for (let at = 0; at < sound.length; at += 10 * FRAME) {
      const payload = sound.subarray(at, at + 10 * FRAME).toString("base64");
      this.send({ event: "media", streamSid: this.streamSid, media: { payload } });
    }
  }

  stop() {
    this.heardUntil = 0;
    this.send({ event: "clear", streamSid: this.streamSid });
  }
}

function magnitude(mulaw) {
  const code = ~mulaw & 0xff;
  return ((((code & 0x0f) << 3) + 132) << ((code >> 4) & 7)) - 132;
}

function encoded(sample) {
  const biased = Math.min(Math.abs(sample), 32635) + 132;
  const exponent = 24 - Math.clz32(biased);
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | ((biased >> (exponent + 3)) & 0x0f)) & 0xff;
}

function tone(seconds) {
  return Buffer.from({ length: 8000 * seconds }, (_, n) => encoded(Math.trunc(8000 * Math.sin((2 * Math.PI * 440 * n) / 8000))));
}

function frame(opcode, payload) {
  const long = payload.length > 125;
  const head = Buffer.alloc(long ? 4 : 2);
  head[0] = 0x80 | opcode;
  head[1] = long ? 126 : payload.length;
  if (long) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

/** The first frame of what a client sent, or undefined while it is not whole. */
function parsed(bytes) {
  if (bytes.length < 6) return undefined;
  const short = bytes[1] & 0x7f;
  const head = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < head + 4) return undefined;
  const size = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
  const length = head + 4 + size;
  if (bytes.length < length) return undefined;
  const mask = bytes.subarray(head, head + 4);
  const payload = Buffer.from(bytes.subarray(head + 4, length).map((byte, n) => byte ^ mask[n % 4]));
  return { opcode: bytes[0] & 0x0f, payload, length };
}

server.listen(Number(process.argv[2] ?? 3000), "127.0.0.1", () => console.log(`listening on port ${server.address().port}`));
