// The texts whose colour is too near to what is behind them, below 4.5 to 1: a list, empty when all can be read.
(() => {
    const numbers = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
        .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = (element) => {
        for (let one = element; one; one = one.parentElement) {
            const colour = getComputedStyle(one).backgroundColor;
            if (colour.startsWith("rgb(")) {
                return colour;
            }
        }
        return "rgb(255, 255, 255)";
    };
    const faint = new Set();
    const walker = document.createTreeWalker(document.getElementById("page"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const owner = node.parentElement;
        if (!node.data.trim() || owner.tagName === "title" || owner.disabled) {
            continue;
        }
        const style = getComputedStyle(owner);
        const ink = owner.namespaceURI.endsWith("svg") ? style.fill : style.color;
        const [high, low] = [light(numbers(ink)), light(numbers(behind(owner)))].sort((a, b) => b - a);
        if ((high + 0.05) / (low + 0.05) < 4.5) {
            faint.add(`${node.data.trim().slice(0, 30)}: ${ink} on ${behind(owner)}`);
        }
    }
    return [...faint];
})();
