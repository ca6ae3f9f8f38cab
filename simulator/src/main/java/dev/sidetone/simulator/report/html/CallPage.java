package dev.sidetone.simulator.report.html;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.report.CallComparison;
import dev.sidetone.simulator.report.CallReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls as one self-contained HTML page: drawn and played by its own script, nothing from the network, every text that others wrote put in
 * as text. The page has at most {@value #MOST_MINUTES} minutes of sound; of what is longer it says what was left out. For one thread.
 */
public final class CallPage {
    /** Of sound, all calls of a page together: 26 MB. */
    public static final int MOST_MINUTES = 20;

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

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
        parts.put("title", escaped(title));
        parts.put("css", resource("page.css"));
        parts.put("sound", resource("sound.js"));
        parts.put("timeline", resource("timeline.js"));
        parts.put("call", resource("call.js"));
        parts.put("page", resource("page.js"));
        parts.put("json", json.of(title));
        parts.put("voices", voices.toString());
        // The report of the terminal, for who reads the page without its script.
        parts.put("text", escaped(text.toString()));
        return filled(resource("page.html"), parts);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Fills the template once: what is put in is not looked at again. */
    private static String filled(String template, Map<String, String> parts) {
        StringBuilder page = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            page.append(template, from, place.start()).append(parts.getOrDefault(place.group(1), ""));
            from = place.end();
        }
        return page.append(template, from, template.length()).toString();
    }

    private static String resource(String name) {
        try (InputStream in = CallPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
