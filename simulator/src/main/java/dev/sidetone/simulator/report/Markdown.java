package dev.sidetone.simulator.report;

import dev.sidetone.bridge.text.ForeignText;
import java.nio.charset.StandardCharsets;

/** Markdown as GitHub reads it, made of text that others wrote, and no longer than is taken. Owned by one thread. */
final class Markdown {
    /** What has a meaning within a line of Markdown, of its tables and its formulas. */
    private static final String SIGNS = "\\`*_[]<>|~$&";

    private final StringBuilder text = new StringBuilder();
    private final long mostBytes;
    private final String rest;
    private long bytes;
    private boolean full;

    /** @param rest the last block, in place of those for which there is no room */
    Markdown(long mostBytes, String rest) {
        this.mostBytes = mostBytes - length(rest);
        this.rest = rest;
    }

    /** Text of somebody's that stays text: no markup, no link to a person or an issue, no second line, no end of a table's cell. */
    static String escaped(String foreign) {
        String line = ForeignText.line(foreign);
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (SIGNS.indexOf(sign) >= 0) {
                escaped.append('\\');
            }
            escaped.append(sign);
            if (sign == '@' || sign == '#') {
                // GitHub links names and numbers after it has read the Markdown, so a backslash does not help.
                escaped.append("<!-- -->");
            }
        }
        return escaped.toString();
    }

    /** Adds a block of whole lines; once one has no room, neither it nor any later one is added. */
    void add(String block) {
        long more = length(block);
        full |= bytes + more > mostBytes;
        if (!full) {
            text.append(block);
            bytes += more;
        }
    }

    private static long length(String block) {
        return block.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return full ? text + rest : text.toString();
    }
}
