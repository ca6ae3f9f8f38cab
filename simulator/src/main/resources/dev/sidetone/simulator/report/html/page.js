// The page: its calls, which of them is shown, the moment that its address names, and the keys.

const page = JSON.parse(document.getElementById("json").textContent);
const root = document.getElementById("page");
const compared = Boolean(page.comparison);
const built = [];
const place = el("div", compared ? "two" : "");
let active = 0;

function callAt(index) {
    if (!built[index]) {
        const heading = compared ? ["Before: ", "Now: "][index] : null;
        built[index] = newCall(page.calls[index], index, heading, () => choose(index));
    }
    return built[index];
}

/** Turns to a call: of several only that one is shown, of two that are compared it gets the keys. */
function choose(index) {
    if (index !== active && built[active]) {
        built[active].player.pause();
    }
    active = index;
    const call = callAt(index);
    if (!compared && place.firstChild !== call.section) {
        place.replaceChildren(call.section);
    }
    built.forEach((one, i) => one.section.classList.toggle("active", i === index));
    document.querySelectorAll("tr[data-call]").forEach((row) => row.classList.toggle("chosen", Number(row.dataset.call) === index));
    return call;
}

function cell(tag, text, className) {
    return el(tag, className || "", text);
}

function tableOfCalls() {
    const table = el("table");
    table.append(el("tr", "", ...["call", "problems", "turns", "TTFA p50", "p95", "barge-ins"].map((text) => cell("th", text))));
    page.calls.forEach((call, index) => {
        const folder = `${page.title}/`;
        const link = el("a", "", call.name.startsWith(folder) ? call.name.slice(folder.length) : call.name);
        link.href = `#call=${index + 1}`;
        const row = el("tr", "", el("td", "", link), cell("td", call.row.problems, call.passed ? "" : "red"), cell("td", call.row.turns, "number"), cell("td", call.row.p50, `number ${call.row.band || ""}`),
            cell("td", call.row.p95, "number"), cell("td", call.row.bargeIns, "number"));
        row.dataset.call = index;
        table.append(row);
    });
    const all = page.all;
    table.append(el("tr", "", el("td", "", el("b", "", "all")), el("td"), cell("td", String(all.n), "number"), cell("td", all.p50, `number ${all.band || ""}`), cell("td", all.p95, "number"), el("td")));
    return el("section", "card scrolled", table);
}

function tableOfDifferences() {
    const table = el("table", "differences");
    table.append(el("tr", "", ...["", "before", "now", "change"].map((text) => cell("th", text))));
    for (const row of page.comparison) {
        const band = row.better === null ? "" : row.better ? "green" : "red";
        const figure = (text) => cell("td", text, /^[\d–]/.test(text) ? "number" : "codes");
        table.append(el("tr", "", cell("td", row.figure), figure(row.before), figure(row.after), cell("td", row.change, `number ${band}`)));
    }
    return el("section", "card scrolled", table);
}

function moment() {
    const words = new URLSearchParams(location.hash.slice(1));
    const call = Number(words.get("call") || 1) - 1;
    const seconds = words.has("t") ? Number(words.get("t")) : NaN;
    return { call: page.calls[call] ? call : 0, ms: Number.isFinite(seconds) ? seconds * 1000 : null };
}

function follow() {
    const { call, ms } = moment();
    const shown = choose(call);
    if (ms !== null) {
        shown.go(ms);
        shown.player.play();
    }
}

function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    const call = callAt(active);
    const onControl = event.target.closest && event.target.closest("button, summary");
    const step = event.shiftKey ? 5000 : 1000;
    if (event.key === " " && !onControl) {
        call.player.isPlaying() ? call.player.pause() : call.player.play();
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        call.go(call.player.atMs() + (event.key === "ArrowLeft" ? -step : step));
    } else if (event.key === "n" || event.key === "N") {
        call.toProblem(1);
    } else if (event.key === "p" || event.key === "P") {
        call.toProblem(-1);
    } else {
        return;
    }
    event.preventDefault();
}

function keysLine() {
    const line = el("footer");
    const key = (name) => el("kbd", "", name);
    line.append(key("Space"), " plays · ", key("←"), " ", key("→"), " one second, with Shift five · ", key("N"), " ", key("P"), " next and previous problem");
    line.append(el("p", "", `Made by Sidetone ${page.version}. All of it is in this file.`));
    return line;
}

if (page.calls.length > 1) {
    root.append(el("h1", "", page.title), compared ? tableOfDifferences() : tableOfCalls());
}
root.append(place, keysLine());
if (compared) {
    page.calls.forEach((_, index) => place.append(callAt(index).section));
}
document.addEventListener("keydown", press);
document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.getAttribute("href") === location.hash) {
        follow();
    }
    if (event.detail > 0 && event.target.closest("button")) {
        event.target.closest("button").blur();
    }
});
window.addEventListener("hashchange", follow);
follow();
