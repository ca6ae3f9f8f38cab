// The voices of a call: base64 of mu-law in the page, played as a WAV of 16 bits, which every browser knows.

const RATE = 8000;
const HEADER_BYTES = 44;

const MULAW = Int16Array.from({ length: 256 }, (_, code) => {
    const bits = ~code & 0xff;
    const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
    return bits & 0x80 ? -magnitude : magnitude;
});

function bytesOf(id) {
    const element = document.getElementById(id);
    const text = element ? atob(element.textContent) : "";
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
        bytes[i] = text.charCodeAt(i);
    }
    return bytes;
}

/** Left what the caller said, right what the caller heard. */
function wavOf(index) {
    const caller = bytesOf(`caller-${index}`);
    const agent = bytesOf(`agent-${index}`);
    const view = new DataView(new ArrayBuffer(HEADER_BYTES + 4 * caller.length));
    const text = (at, word) => [...word].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
    text(0, "RIFF");
    view.setUint32(4, view.byteLength - 8, true);
    text(8, "WAVEfmt ");
    view.setUint32(16, 16, true);
    view.setUint16(20, 1, true);
    view.setUint16(22, 2, true);
    view.setUint32(24, RATE, true);
    view.setUint32(28, RATE * 4, true);
    view.setUint16(32, 4, true);
    view.setUint16(34, 16, true);
    text(36, "data");
    view.setUint32(40, 4 * caller.length, true);
    for (let i = 0; i < caller.length; i++) {
        view.setInt16(HEADER_BYTES + 4 * i, MULAW[caller[i]], true);
        view.setInt16(HEADER_BYTES + 4 * i + 2, MULAW[agent[i]], true);
    }
    return new Blob([view.buffer], { type: "audio/wav" });
}

/** Plays one call; `moved` is called with the position in ms on the call's clock whenever that changes, `turned` when it starts or stops. */
function newPlayer(index, call, moved, turned) {
    const startMs = call.sound ? call.sound.startMs : call.startMs;
    const audio = new Audio();
    let atMs = Math.max(0, call.startMs);

    function follow() {
        atMs = startMs + audio.currentTime * 1000;
        moved(atMs);
        if (!audio.paused) {
            requestAnimationFrame(follow);
        }
    }

    function prepare() {
        if (!audio.src) {
            audio.src = URL.createObjectURL(wavOf(index));
            audio.currentTime = (atMs - startMs) / 1000;
        }
    }

    audio.addEventListener("play", () => { turned(true); follow(); });
    audio.addEventListener("pause", () => turned(false));
    return {
        canPlay: Boolean(call.sound && call.sound.playedMs > 0),
        atMs: () => atMs,
        isPlaying: () => !audio.paused,
        pause: () => audio.pause(),
        /** A browser may refuse to play what nobody clicked: the position stays, and the button plays. */
        play() {
            if (this.canPlay) {
                prepare();
                audio.play().catch(() => turned(false));
            }
        },
        seek(ms) {
            atMs = Math.min(call.endMs, Math.max(call.startMs, ms));
            if (audio.src) {
                audio.currentTime = Math.max(0, atMs - startMs) / 1000;
            }
            moved(atMs);
        },
    };
}
