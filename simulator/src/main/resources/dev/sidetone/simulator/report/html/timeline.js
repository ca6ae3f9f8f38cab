// A call along its time: both voices, what lies between them, and the queue. Only what is in sight is drawn.

const SVG = "http://www.w3.org/2000/svg";
const GUTTER = 58;
const LABELS = { y: 4, row: 17, rows: 2 };
const CALLER = { y: 42, height: 72 };
const SPLIT = { y: 118, height: 24 };
const AGENT = { y: 146, height: 72 };
const QUEUE = { y: 224, height: 40 };
const FEWEST_PX_PER_S = 28;
const MOST_PX_PER_S = 800;
const ruler = document.createElement("canvas").getContext("2d");

function textWidth(text) {
    ruler.font = `12px ${getComputedStyle(document.body).fontFamily}`;
    return ruler.measureText(text).width;
}

function clock(ms, decimals) {
    const sign = ms < 0 ? "-" : "";
    const seconds = Math.abs(ms) / 1000;
    const minutes = Math.floor(seconds / 60);
    const rest = (seconds - 60 * minutes).toFixed(decimals).padStart(decimals ? 3 + decimals : 2, "0");
    return `${sign}${String(minutes).padStart(2, "0")}:${rest}`;
}

/** The parts of a turn's wait, or the whole of it where they are not known. */
function partsOf(turn) {
    return turn.parts.length > 2 ? turn.parts : [{ name: "whole", ms: turn.ttfaMs, text: "" }];
}

function partClass(name, turn) {
    return name === "whole" ? `whole ${turn.band}` : name === "endpoint" ? "endpoint" : name === "agent" ? "part-agent" : "rest";
}

function newTimeline(call, index, seek) {
    const scroll = document.createElement("div");
    const wide = document.createElement("div");
    const svg = document.createElementNS(SVG, "svg");
    const bottom = call.queue ? QUEUE.y + QUEUE.height : AGENT.y + AGENT.height;
    const height = bottom + 22;
    const levels = { caller: bytesOf(`caller-levels-${index}`), agent: bytesOf(`agent-levels-${index}`) };
    const longMs = Math.max(1000, call.endMs - call.startMs);
    let pxPerMs = 0;
    let nowMs = 0;
    let now = null;
    let due = false;

    scroll.className = "scroll";
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "img");
    scroll.setAttribute("aria-label", `Timeline of the call: ${call.turns.length} turns, ${call.problems.length} problems`);
    svg.setAttribute("height", height);
    scroll.append(wide);
    wide.append(svg);

    const inner = () => Math.max(60, scroll.clientWidth - GUTTER);
    const fit = () => (inner() - 8) / longMs;
    const viewMs = () => call.startMs + scroll.scrollLeft / pxPerMs;
    const x = (ms) => GUTTER + (ms - viewMs()) * pxPerMs;

    function add(to, tag, attributes, text, tip) {
        const element = document.createElementNS(SVG, tag);
        for (const [name, value] of Object.entries(attributes)) {
            element.setAttribute(name, value);
        }
        if (text !== undefined) {
            element.textContent = text;
        }
        if (tip) {
            const title = document.createElementNS(SVG, "title");
            title.textContent = tip;
            element.append(title);
        }
        to.append(element);
        return element;
    }

    function inSight(fromMs, toMs) {
        return x(toMs) > GUTTER - 2 && x(fromMs) < scroll.clientWidth + 2;
    }

    function band(to, fromMs, toMs, y, tall, className, tip) {
        if (inSight(fromMs, toMs)) {
            const left = Math.max(GUTTER, x(fromMs));
            const right = Math.min(scroll.clientWidth, x(toMs));
            add(to, "rect", { x: left, y, width: Math.max(1, right - left), height: tall, class: className }, undefined, tip);
        }
    }

    function voice(to, who, lane) {
        const middle = lane.y + lane.height / 2;
        add(to, "line", { x1: GUTTER, x2: scroll.clientWidth, y1: middle, y2: middle, class: "grid" });
        if (!call.sound) {
            call.turns.forEach((turn) => who === "caller" && band(to, turn.startMs, turn.endMs, middle - 5, 10, "caller"));
            return;
        }
        const loudest = levels[who].reduce((most, level) => Math.max(most, level), 24);
        const scale = lane.height / 2 / loudest;
        const bars = [];
        for (let px = GUTTER; px < scroll.clientWidth; px++) {
            const fromMs = viewMs() + (px - GUTTER) / pxPerMs - call.sound.startMs;
            const from = Math.max(0, Math.floor(fromMs / call.sound.stepMs));
            const to_ = Math.min(levels[who].length, Math.ceil((fromMs + 1 / pxPerMs) / call.sound.stepMs));
            let level = 0;
            for (let i = from; i < to_; i++) {
                level = Math.max(level, levels[who][i]);
            }
            if (level > 0) {
                const half = Math.max(0.5, level * scale);
                bars.push(`M${px + 0.5} ${(middle - half).toFixed(1)}v${(2 * half).toFixed(1)}`);
            }
        }
        add(to, "path", { d: bars.join(""), class: who, fill: "none" });
    }

    function queue(to) {
        const base = QUEUE.y + QUEUE.height;
        const points = call.queue.ms;
        const deepest = points.reduce((most, ms) => Math.max(most, ms), 1);
        const first = Math.max(0, Math.floor((viewMs() - call.queue.startMs) / call.queue.stepMs) - 1);
        const last = Math.min(points.length, Math.ceil((viewMs() + inner() / pxPerMs - call.queue.startMs) / call.queue.stepMs) + 2);
        const path = [];
        for (let i = first; i < last; i++) {
            const atX = x(call.queue.startMs + i * call.queue.stepMs);
            path.push(`${path.length ? "L" : `M${atX.toFixed(1)} ${base}L`}${atX.toFixed(1)} ${(base - points[i] / deepest * QUEUE.height).toFixed(1)}`);
        }
        if (path.length) {
            add(to, "path", { d: `${path.join("")}L${x(call.queue.startMs + (last - 1) * call.queue.stepMs).toFixed(1)} ${base}Z`, class: "queue" });
        }
    }

    /** A turn's wait, in its parts, from the caller's last sound to the agent's first; its figure where there is room for it. */
    function splits(to) {
        const turns = call.turns.filter((turn) => turn.ttfaMs !== null);
        turns.forEach((turn, i) => {
            const tip = `turn ${turn.turn}: ${turn.ttfa}${turn.parts.map((part) => `\n${part.name} ${part.text} ms`).join("")}`;
            for (const [ms, lane, end] of [[turn.endMs, CALLER.y, SPLIT.y + SPLIT.height], [turn.heardMs, SPLIT.y, AGENT.y + AGENT.height]]) {
                if (inSight(ms, ms)) {
                    add(to, "line", { x1: x(ms), x2: x(ms), y1: lane, y2: end, class: ms === turn.endMs ? "caller" : "agent" });
                }
            }
            let atMs = turn.endMs;
            for (const part of partsOf(turn)) {
                band(to, atMs, atMs + part.ms, SPLIT.y + 7, 10, partClass(part.name, turn), tip);
                atMs += part.ms;
            }
            const nextX = i + 1 < turns.length ? x(turns[i + 1].endMs) : Infinity;
            const left = x(turn.heardMs) + 5;
            const right = left + textWidth(turn.ttfa);
            if (left >= GUTTER && right < Math.min(nextX - 4, scroll.clientWidth)) {
                add(to, "text", { x: left, y: SPLIT.y + 16, class: turn.band || "" }, turn.ttfa, tip);
            }
        });
    }

    function interruptions(to) {
        for (const clear of call.clears || []) {
            band(to, clear.atMs, clear.atMs + clear.discardedMs, AGENT.y, AGENT.height, "dropped", clear.text);
        }
        for (const barge of call.bargeIns) {
            band(to, barge.atMs, barge.atMs + (barge.silenceMs === null ? 2000 : barge.silenceMs), AGENT.y, AGENT.height, "cut", `interrupted, ${barge.text}`);
            if (inSight(barge.atMs, barge.atMs)) {
                for (const lane of [CALLER, AGENT]) {
                    add(to, "line", { x1: x(barge.atMs), x2: x(barge.atMs), y1: lane.y, y2: lane.y + lane.height, class: "barge" });
                }
            }
        }
        for (const mark of call.marks || []) {
            if (inSight(mark.atMs, mark.atMs)) {
                const tip = `mark ${mark.name}, ${mark.heard ? "played" : "returned by a clear"} at ${clock(mark.atMs, 1)}`;
                add(to, "line", { x1: x(mark.atMs), x2: x(mark.atMs), y1: AGENT.y + AGENT.height - 8, y2: AGENT.y + AGENT.height, class: `mark${mark.heard ? "" : " lost"}` }, undefined, tip);
            }
        }
    }

    /** Words above the caller, in rows; what has no room has its line alone. */
    function labels(to) {
        const all = [
            ...call.problems.filter((one) => one.atMs !== null && one.kind !== "held").map((one) => ({ atMs: one.atMs, text: one.code, band: one.kind === "error" || one.kind === "failed" ? "red" : "amber", problem: one })),
            ...call.bargeIns.map((one) => ({ atMs: one.atMs, text: `interrupts${one.text ? `, ${one.text}` : ""}`, band: one.band || "barge" })),
            ...call.keys.map((one) => ({ atMs: one.atMs, text: `key ${one.digit}`, band: "barge" })),
        ].sort((a, b) => a.atMs - b.atMs);
        const taken = Array(LABELS.rows).fill(-Infinity);
        for (const label of all) {
            const text = label.text.length > 40 ? `${label.text.slice(0, 39)}…` : label.text;
            const left = x(label.atMs);
            const wide = textWidth(text) + 14;
            const row = taken.findIndex((until) => until <= left);
            if (!inSight(label.atMs, label.atMs)) {
                continue;
            }
            const tall = LABELS.y + (row < 0 ? LABELS.rows : row) * LABELS.row;
            add(to, "line", { x1: left, x2: left, y1: Math.min(tall, CALLER.y), y2: CALLER.y + CALLER.height, class: "grid" });
            if (label.problem) {
                add(to, "path", { d: `M${left - 5} ${CALLER.y}h10l-5 8z`, class: `problem ${label.band}` }, undefined, label.problem.what);
            }
            if (row >= 0 && left + wide < scroll.clientWidth) {
                taken[row] = left + wide;
                add(to, "text", { x: left + 4, y: tall + 12, class: label.band }, text, label.problem && label.problem.what);
            }
        }
    }

    function axis(to) {
        const stepMs = [100, 200, 500, 1000, 2000, 5000, 10000, 15000, 30000, 60000, 120000, 300000, 600000, 1800000, 3600000].find((step) => step * pxPerMs >= 70) || 7200000;
        const lastMs = Math.min(call.endMs, viewMs() + inner() / pxPerMs);
        for (let ms = Math.ceil(viewMs() / stepMs) * stepMs; ms <= lastMs; ms += stepMs) {
            const text = clock(ms, stepMs < 1000 ? 1 : 0);
            const half = textWidth(text) / 2;
            if (x(ms) - half >= GUTTER && x(ms) + half <= scroll.clientWidth) {
                add(to, "line", { x1: x(ms), x2: x(ms), y1: CALLER.y, y2: bottom + 4, class: "grid" });
                add(to, "text", { x: x(ms), y: bottom + 16, "text-anchor": "middle" }, text);
            }
        }
    }

    function draw() {
        due = false;
        if (!scroll.clientWidth) {
            return;
        }
        pxPerMs = pxPerMs || Math.max(fit(), FEWEST_PX_PER_S / 1000);
        pxPerMs = Math.min(MOST_PX_PER_S / 1000, Math.max(fit(), pxPerMs));
        wide.style.width = `${Math.floor(GUTTER + longMs * pxPerMs)}px`;
        svg.setAttribute("width", scroll.clientWidth);
        svg.replaceChildren();
        const hatch = add(add(svg, "defs", {}), "pattern", { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
        add(hatch, "path", { d: "M0 0V6" });
        axis(svg);
        interruptions(svg);
        voice(svg, "caller", CALLER);
        voice(svg, "agent", AGENT);
        if (call.queue) {
            queue(svg);
        }
        splits(svg);
        labels(svg);
        add(svg, "text", { x: 6, y: CALLER.y + CALLER.height / 2 + 4, class: "caller" }, "Caller");
        add(svg, "text", { x: 6, y: AGENT.y + AGENT.height / 2 + 4, class: "agent" }, "Agent");
        if (call.queue) {
            add(svg, "text", { x: 6, y: QUEUE.y + QUEUE.height - 4, class: "queue" }, "Queue");
        }
        now = add(svg, "line", { y1: LABELS.y, y2: bottom, class: "now" });
        moveTo(nowMs);
    }

    function drawSoon() {
        if (!due) {
            due = true;
            requestAnimationFrame(draw);
        }
    }

    function moveTo(ms) {
        nowMs = ms;
        if (now) {
            now.setAttribute("x1", x(ms));
            now.setAttribute("x2", x(ms));
            now.setAttribute("visibility", inSight(ms, ms) ? "visible" : "hidden");
        }
    }

    function zoom(factor) {
        const anchorMs = inSight(nowMs, nowMs) ? nowMs : viewMs() + inner() / pxPerMs / 2;
        const anchorX = x(anchorMs);
        pxPerMs = factor === 0 ? fit() : pxPerMs * factor;
        draw();
        scroll.scrollLeft = (anchorMs - call.startMs) * pxPerMs - (anchorX - GUTTER);
        draw();
    }

    scroll.addEventListener("scroll", drawSoon);
    svg.addEventListener("click", (event) => {
        const atX = event.clientX - svg.getBoundingClientRect().left;
        if (atX >= GUTTER) {
            seek(viewMs() + (atX - GUTTER) / pxPerMs);
        }
    });
    new ResizeObserver(drawSoon).observe(scroll);
    return {
        element: scroll,
        moveTo,
        zoom,
        /** Brings a moment into sight, a fifth from the left. */
        reveal(ms) {
            if (pxPerMs && (x(ms) < GUTTER || x(ms) > scroll.clientWidth - 24)) {
                scroll.scrollLeft = (ms - call.startMs) * pxPerMs - inner() / 5;
            }
        },
    };
}
