// One call of the page: its figures, timeline, problems, turns, lines and events. All that others wrote is put in as text.

/** More turns than that are a list of their own height. */
const MOST_TURNS = 20;

/** An element with its class and content; a string becomes text. */
function el(tag, className, ...content) {
    const element = document.createElement(tag);
    element.className = className || "";
    element.append(...content.filter((one) => one !== null));
    return element;
}

function spans(what) {
    return what.map((span) => el("span", span.band || "", span.text));
}

function momentLink(index, atMs, text) {
    if (atMs === null) {
        return el("span", "dim number", text);
    }
    const link = el("a", "number", text);
    link.href = `#call=${index + 1}&t=${(atMs / 1000).toFixed(2)}`;
    link.title = "Play from here";
    return link;
}

function figuresOf(call) {
    const list = el("dl", "figures");
    for (const figure of call.figures) {
        list.append(el("div", "", el("dt", "", figure.label), el("dd", `number ${figure.band || ""}`, figure.value)));
    }
    return list;
}

function barOf(turn, longestMs) {
    const bar = el("div", "bar");
    let atMs = 0;
    for (const part of partsOf(turn)) {
        const span = el("span", partClass(part.name, turn));
        span.style.left = `${100 * atMs / longestMs}%`;
        span.style.width = `${100 * part.ms / longestMs}%`;
        bar.append(span);
        atMs += part.ms;
    }
    for (const limit of page.limitsMs.filter((ms) => ms <= longestMs)) {
        const mark = el("b");
        mark.style.left = `${100 * limit / longestMs}%`;
        bar.append(mark);
    }
    bar.title = turn.parts.map((part) => `${part.name} ${part.text} ms`).join("\n");
    return bar;
}

function saidOf(said) {
    return said.map((words) => el("p", "said", el("span", words.who === "caller" ? "who-caller" : "who-agent", words.who), ` “${words.text}”`));
}

function turnsOf(call, index) {
    const card = el("section", "card turns", el("h3", "", `Turns ${call.turns.length}`));
    const longestMs = call.turns.reduce((most, turn) => Math.max(most, turn.ttfaMs || 0), 1500);
    if (call.before.length) {
        card.append(el("div", "before", ...saidOf(call.before)));
    }
    const list = el("div", call.turns.length > MOST_TURNS ? "long" : "");
    card.append(list);
    for (const turn of call.turns) {
        const timed = turn.ttfaMs !== null;
        const parts = turn.parts.length > 2 ? turn.parts.map((part) => `${part.name} ${part.text}`).join(" · ") : "";
        list.append(el("div", "turn",
            el("span", "dim number", String(turn.turn)),
            timed ? barOf(turn, longestMs) : el("span", "dim", turn.why),
            el("span", `ttfa number ${turn.band || "dim"}`, turn.ttfa + (timed && !turn.judged ? " *" : "")),
            el("div", "more",
                momentLink(index, turn.startMs, `▶ ${turn.spoke}`),
                parts ? el("span", "dim", `  ${parts}`) : null,
                turn.answer ? el("span", "", `  with the tool's result ${turn.answer}`) : null,
                ...saidOf(turn.said))));
    }
    if (!call.turns.length) {
        card.append(el("p", "dim", "The caller said nothing, so there is nothing to time."));
    }
    for (const line of [...call.summary.split("\n"), call.legend].filter((one) => one)) {
        card.append(el("p", "dim", line.trim()));
    }
    return card;
}

function problemsOf(call, index) {
    const card = el("section", "card problems");
    const wrong = call.problems.filter((one) => one.kind !== "held").length;
    card.append(el("h3", "", wrong ? `Problems ${wrong}` : "No problem found"));
    for (const problem of call.problems) {
        const item = el("div", `problem-item ${problem.kind}`);
        const severe = problem.kind === "error" || problem.kind === "failed" ? "red" : problem.kind === "held" ? "green" : "amber";
        const kind = problem.kind === "failed" ? "not held:" : problem.kind === "held" ? "held:" : problem.kind;
        item.append(el("p", "", el("b", severe, `${kind} ${problem.code}`),
            problem.where ? momentLink(index, problem.atMs, problem.where) : null));
        item.append(el("p", "", problem.what));
        if (problem.cure) {
            item.append(el("p", "", el("span", "dim", "Cure: "), problem.cure));
        }
        problem.item = item;
        card.append(item);
    }
    return card;
}

function linesOf(call) {
    const list = el("dl", "lines");
    for (const line of call.lines) {
        list.append(el("dt", "", line.label), el("dd", "", line.text));
    }
    return el("section", "card", el("h3", "", "Figures"), el("p", "dim", call.place), list);
}

function eventsOf(call, index) {
    const list = el("ol", "events");
    for (const event of call.events) {
        const linked = event.atMs !== null && event.atMs >= call.startMs && event.atMs <= call.endMs;
        list.append(el("li", "", momentLink(index, linked ? event.atMs : null, event.clock.trim()),
            el("span", "dim", event.who), el("span", "", ...spans(event.what))));
    }
    const details = el("details", "card", el("summary", "", `Events ${call.events.length}`), list);
    if (call.isFull) {
        details.append(el("p", "dim", "The call has more events than a page shows."));
    }
    return details;
}

function legendOf(call) {
    const legend = el("div", "legend");
    const entry = (className, text) => legend.append(el("span", "", el("i", className), text));
    if (call.turns.some((turn) => turn.parts.length > 2)) {
        entry("endpoint", "endpoint");
        entry("part-agent", "agent");
        entry("rest", "bridge, line, playout, silence");
    } else if (call.turns.some((turn) => turn.ttfaMs !== null)) {
        entry(`whole ${call.turns.find((turn) => turn.band).band}`, "time to first audio");
    }
    if (call.queue) {
        entry("i-queue", "sound queued for the caller");
    }
    if ((call.clears || []).some((clear) => clear.discardedMs > 0)) {
        entry("i-dropped", "discarded");
    }
    if ((call.marks || []).length) {
        entry("i-mark", "marks");
    }
    return legend;
}

/** Builds a call's part of the page; `touched` is called when somebody turns to it. */
function newCall(call, index, heading, touched) {
    const play = el("button", "play", "▶ Play");
    const at = el("span", "number", "");
    const timeline = newTimeline(call, index, (ms) => player.seek(ms));
    const player = newPlayer(index, call, (ms) => {
        timeline.moveTo(ms);
        if (player && player.isPlaying()) {
            timeline.reveal(ms);
        }
        at.textContent = `${clock(ms, 1)} / ${call.length}`;
    }, (playing) => { play.textContent = playing ? "❚❚ Pause" : "▶ Play"; });
    play.disabled = !player.canPlay;
    play.addEventListener("click", () => (player.isPlaying() ? player.pause() : player.play()));

    const zooms = [["−", 0.5, "Zoom out"], ["+", 2, "Zoom in"], ["Fit", 0, "Whole call"]].map(([text, factor, label]) => {
        const button = el("button", "zoom", text);
        button.title = label;
        button.setAttribute("aria-label", label);
        button.addEventListener("click", () => timeline.zoom(factor));
        return button;
    });
    const silent = !call.sound ? "The sound of this call was not kept." : call.sound.leftOut;
    const section = el("section", "call",
        el(page.calls.length > 1 ? "h2" : "h1", "", heading, call.title),
        el("p", "dim", [call.startedAt, call.title.includes(call.name) ? null : call.name].filter((one) => one).join(" · ")),
        ...call.notes.map((note) => el("p", "note", note)),
        figuresOf(call),
        el("section", "card", el("div", "tools", play, at, el("span", "fill"), ...zooms), timeline.element, legendOf(call),
            silent ? el("p", "dim", silent) : null),
        problemsOf(call, index),
        turnsOf(call, index),
        call.lines.length ? linesOf(call) : null,
        call.events && call.events.length ? eventsOf(call, index) : null);
    section.addEventListener("pointerdown", touched);
    section.addEventListener("focusin", touched);
    player.seek(Math.max(0, call.startMs));

    function go(ms) {
        player.seek(ms);
        timeline.reveal(ms);
    }

    /** The next problem that has a moment, or the one before. */
    function toProblem(step) {
        const all = call.problems.filter((one) => one.atMs !== null && one.kind !== "held").sort((a, b) => a.atMs - b.atMs);
        if (!all.length) {
            return;
        }
        const current = all.findIndex((one) => one.item.classList.contains("current"));
        const next = current < 0 ? (step > 0 ? 0 : all.length - 1) : (current + step + all.length) % all.length;
        all.forEach((one, i) => one.item.classList.toggle("current", i === next));
        all[next].item.scrollIntoView({ block: "nearest" });
        go(all[next].atMs);
    }

    return { section, player, go, toProblem };
}
