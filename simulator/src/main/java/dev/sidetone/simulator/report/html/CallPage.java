package dev.sidetone.simulator.report.html;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.report.CallComparison;
import dev.sidetone.simulator.report.CallReport;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls as one self-contained HTML page: drawn and played by its own script, nothing from the network, every text that others wrote put in
 * as text. The page has at most {@value #MOST_MINUTES} minutes of sound; of what is longer it says what was left out. For one thread.
 */
public final class CallPage {
    /** Of sound, all calls of a page together: 26 MB. */
    public static final int MOST_MINUTES = 20;

    private final String title;
    private final PageJson json = new PageJson();
    private final StringBuilder voices = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private int calls;
    private int leftMs = MOST_MINUTES * 60_000;

    /** A page without a call; with several it begins with a table of them. */
    public CallPage(String title) {
        this.title = ForeignText.line(title);
    }

    /** A page of one call. */
    public static CallPage of(PageCall call) {
        CallPage page = new CallPage(new CallReport(false).title(call.result()));
        page.add(call);
        return page;
    }

    /** A page of two calls side by side, with the differences of their figures. */
    public static CallPage compared(String title, PageCall before, PageCall after) {
        CallPage page = new CallPage(title);
        page.add(before);
        page.add(after);
        page.json.compare(CallComparison.of(before.result(), after.result()));
        return page;
    }

    /** Puts a call onto the page, with as much of its sound as there is still room for. */
    public void add(PageCall call) {
        PageSound sound = call.sound();
        int playedMs = sound == null ? 0 : Math.min(leftMs, sound.lengthMs());
        leftMs -= playedMs;
        json.add(call, playedMs);
        text.append(new CallReport(false).text(call.result()));
        if (sound != null) {
            voice("caller-levels-", sound.levels(true));
            voice("agent-levels-", sound.levels(false));
            voice("caller-", sound.mulaw(true, playedMs));
            voice("agent-", sound.mulaw(false, playedMs));
        }
        calls++;
    }

    /** Base64 in an element of its own: nothing in it is text, so nothing is redacted. */
    private void voice(String id, String base64) {
        voices.append("<script type=\"text/plain\" id=\"")
                .append(id)
                .append(calls)
                .append("\">");
        voices.append(base64).append("</script>\n");
    }

    /** The page's whole text. */
    public String html() {
        Map<String, String> parts = new HashMap<>();
        parts.put("title", PageTemplate.escaped(title));
        parts.put("css", PageTemplate.resource("page.css"));
        parts.put("sound", PageTemplate.resource("sound.js"));
        parts.put("timeline", PageTemplate.resource("timeline.js"));
        parts.put("call", PageTemplate.resource("call.js"));
        parts.put("page", PageTemplate.resource("page.js"));
        parts.put("json", json.of(title));
        parts.put("voices", voices.toString());
        // The report of the terminal, for who reads the page without its script.
        parts.put("text", PageTemplate.escaped(text.toString()));
        return PageTemplate.filled("page.html", parts);
    }
}
