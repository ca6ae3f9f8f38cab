package dev.sidetone.simulator.wire;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.CallClock;
import dev.sidetone.simulator.timeline.WireText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row that may still grow. Owned by its {@link WireLog}. */
final class OpenRow {
    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t]+");

    private final long id;
    private final PassedMessage first;
    private final String kind;
    private final String json;
    private long lastNs;
    private long lastNumber;
    private int count;
    private long bytes;
    private @Nullable WireRow shown;

    OpenRow(long id, PassedMessage message) {
        this.id = id;
        this.kind = MessageKind.of(message.text());
        this.json = shown(message.text());
        // Only the first of a run is compared with what follows, and such messages are short.
        this.first = message.bytes() > 0 ? message : message.withoutText();
        this.lastNs = first.lastNs();
        this.lastNumber = first.number();
        this.count = first.count();
        this.bytes = first.bytes();
    }

    long id() {
        return id;
    }

    int chars() {
        return json.length();
    }

    int count() {
        return count;
    }

    /** Whether {@code next} belongs to this run. */
    boolean takes(PassedMessage next) {
        return bytes > 0
                && next.bytes() > 0
                && next.firstNs() - first.firstNs() < WireText.LONGEST_RUN_NS
                && (next.text().equals(first.text()) || kind.equals(MessageKind.of(next.text())));
    }

    void add(PassedMessage next) {
        lastNs = Math.max(lastNs, next.lastNs());
        lastNumber = Math.max(lastNumber, next.number());
        count += next.count();
        bytes += next.bytes();
        shown = null;
    }

    /** The row as it is now; its times once the clock runs. */
    WireRow row(CallClock clock) {
        WireRow known = shown;
        if (known == null || known.fromMs() == null) {
            known = new WireRow(
                    id,
                    clock.atMsOrNull(first.firstNs()),
                    clock.atMsOrNull(lastNs),
                    first.wire(),
                    first.toAgent(),
                    kind,
                    first.number(),
                    lastNumber,
                    count,
                    bytes,
                    json,
                    first.exact());
            shown = known;
        }
        return known;
    }

    /** JSON has line breaks between its fields alone. */
    private static String shown(String text) {
        return ForeignText.line(BREAKS.matcher(text).replaceAll(" "), 2 * WireText.MOST_CHARS);
    }
}
