// What of the page's text is clipped, out of sight or written over other text: a list of sentences, empty when all is well.
(() => {
    const wrong = [];
    const boxes = [];
    const scrolls = (element) => element.closest(".scrolled, .events");
    const walker = document.createTreeWalker(document.getElementById("page"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const owner = node.parentElement;
        if (!node.data.trim() || owner.tagName === "title") {
            continue;
        }
        const range = document.createRange();
        range.selectNodeContents(node);
        const rects = owner.namespaceURI.endsWith("svg") ? [owner.getBoundingClientRect()] : [...range.getClientRects()];
        for (const rect of rects.filter((one) => one.width > 0 && one.height > 0)) {
            const box = { text: node.data.trim().slice(0, 40), left: rect.left, right: rect.right, top: rect.top + scrollY, bottom: rect.bottom + scrollY };
            if (scrolls(owner)) {
                continue;
            }
            boxes.push(box);
            if (box.left < -0.5 || box.right > innerWidth + 0.5) {
                wrong.push(`out of sight: ${box.text}`);
            }
            const picture = owner.closest("svg");
            const frame = picture && picture.getBoundingClientRect();
            if (frame && (rect.left < frame.left - 0.5 || rect.right > frame.right + 0.5 || rect.top < frame.top - 1 || rect.bottom > frame.bottom + 1)) {
                wrong.push(`clipped: ${box.text}`);
            }
        }
    }
    for (let i = 0; i < boxes.length; i++) {
        for (let j = i + 1; j < boxes.length; j++) {
            const wide = Math.min(boxes[i].right, boxes[j].right) - Math.max(boxes[i].left, boxes[j].left);
            const tall = Math.min(boxes[i].bottom, boxes[j].bottom) - Math.max(boxes[i].top, boxes[j].top);
            if (wide > 1 && tall > 2) {
                wrong.push(`over each other: ${boxes[i].text} / ${boxes[j].text}`);
            }
        }
    }
    if (document.documentElement.scrollWidth > innerWidth) {
        wrong.push(`the page is ${document.documentElement.scrollWidth} wide`);
    }
    if (boxes.length < 20) {
        wrong.push(`only ${boxes.length} texts`);
    }
    return wrong;
})();
