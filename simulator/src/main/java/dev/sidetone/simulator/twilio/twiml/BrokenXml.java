package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.bridge.text.ForeignText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first place at which a text stops being XML, and describes it for the author of the text. A parser's own message is written for
 * programmers, and in the language of the machine. Used once.
 */
final class BrokenXml {
    private static final int MOST_SHOWN = 20;
    private static final String CURE = "Build TwiML with a library that escapes it.";

    /** Nothing is broken that this finds. */
    static final Problem NONE = new Problem("it is not well-formed", CURE);

    private final String text;
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    private BrokenXml(String text) {
        this.text = text;
    }

    /**
     * What is broken, and its cure.
     *
     * @param what a half-sentence after "it is not XML: "
     */
    record Problem(String what, String cure) {}

    /** The first problem of {@code text}, which a parser refused. */
    static Problem of(String text) {
        Problem found = new BrokenXml(text).scan();
        return found == null ? NONE : found;
    }

    private @Nullable Problem scan() {
        while (at < text.length()) {
            Problem found = text.charAt(at) == '<' ? markup() : character();
            if (found != null) {
                return found;
            }
        }
        return open.isEmpty()
                ? null
                : new Problem(
                        "it ends before <" + open.peek() + "> is closed",
                        "Close every verb: </" + open.peek() + "> is missing; a library that builds XML writes it.");
    }

    private @Nullable Problem markup() {
        if (text.startsWith("<!--", at)) {
            return comment();
        }
        if (text.startsWith("<![CDATA[", at)) {
            return skipTo("]]>", "<![CDATA[");
        }
        if (text.startsWith("<?", at)) {
            return skipTo("?>", "<?");
        }
        if (text.startsWith("</", at)) {
            return endTag();
        }
        return at + 1 < text.length() && isNameStart(text.charAt(at + 1)) ? startTag() : bare('<', "&lt;");
    }

    private @Nullable Problem comment() {
        int end = text.indexOf("--", at + 4);
        if (end < 0) {
            return cut("<!--");
        }
        if (!text.startsWith("-->", end)) {
            return new Problem("line " + line() + ": a comment has -- in it", "Leave -- out of the comment.");
        }
        at = end + 3;
        return null;
    }

    private @Nullable Problem skipTo(String end, String begin) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            return cut(begin);
        }
        at = found + end.length();
        return null;
    }

    private @Nullable Problem endTag() {
        int from = at + 2;
        String name = name(from);
        int end = text.indexOf('>', from);
        if (end < 0) {
            return cut("</" + name);
        }
        String opened = open.peek();
        if (opened == null || !opened.equals(name)) {
            return new Problem(
                    "line " + line() + " closes " + (opened == null ? "nothing" : "<" + opened + ">") + " with </"
                            + name + ">",
                    opened == null ? CURE : "Close it with </" + opened + ">; capitals count.");
        }
        open.pop();
        at = end + 1;
        return null;
    }

    private @Nullable Problem startTag() {
        String name = name(at + 1);
        int begun = at;
        at += 1 + name.length();
        Set<String> attributes = new HashSet<>();
        while (true) {
            int blanks = at;
            skipBlanks();
            if (at >= text.length()) {
                at = begun;
                return cut("<" + name);
            }
            if (text.startsWith("/>", at) || text.charAt(at) == '>') {
                if (text.charAt(at) == '>') {
                    open.push(name);
                }
                at += text.charAt(at) == '>' ? 1 : 2;
                return null;
            }
            Problem found = attribute(name, attributes, blanks == at);
            if (found != null) {
                return found;
            }
        }
    }

    private @Nullable Problem attribute(String element, Set<String> before, boolean joined) {
        String name = name(at);
        if (name.isEmpty()) {
            return new Problem(
                    "line " + line() + ": <" + element + "> has \"" + shown(at) + "\" where an attribute belongs",
                    CURE);
        }
        if (joined) {
            return new Problem(
                    "line " + line() + ": <" + element + "> has no blank before its attribute " + name,
                    "Put a blank between attributes.");
        }
        String which = "line " + line() + ": the attribute " + name + " of <" + element + ">";
        if (!before.add(name)) {
            return new Problem(
                    "line " + line() + ": <" + element + "> has the attribute " + name + " twice",
                    "Write " + name + " once.");
        }
        at += name.length();
        skipBlanks();
        if (at >= text.length() || text.charAt(at) != '=') {
            return new Problem(which + " has no value", "Write " + name + "=\"…\".");
        }
        at++;
        skipBlanks();
        return value(name, which);
    }

    private @Nullable Problem value(String name, String which) {
        char quote = at < text.length() ? text.charAt(at) : ' ';
        if (quote != '"' && quote != '\'') {
            return new Problem(which + " has no quotation marks", "Write " + name + "=\"…\".");
        }
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            return new Problem(which + " has no closing quotation mark", "Write " + name + "=\"…\".");
        }
        at++;
        while (at < end) {
            if (text.charAt(at) == '<') {
                return new Problem(which + " has < where &lt; belongs", "Write &lt; for < there. " + CURE);
            }
            Problem found = character();
            if (found != null) {
                return found;
            }
        }
        at = end + 1;
        return null;
    }

    /** One character, or one reference, of text or of a value. */
    private @Nullable Problem character() {
        int point = text.codePointAt(at);
        if (point == '&') {
            return reference();
        }
        boolean valid = point == '\t' || point == '\n' || point == '\r' || point >= ' ';
        boolean noCharacter = point == 0xFFFE || point == 0xFFFF || (point >= 0xD800 && point <= 0xDFFF);
        if (!valid || noCharacter) {
            return new Problem(
                    "line " + line() + " has a character that XML has not: "
                            + String.format(Locale.ROOT, "U+%04X", point),
                    "Leave control characters out of texts.");
        }
        at += Character.charCount(point);
        return null;
    }

    private @Nullable Problem reference() {
        int end = text.indexOf(';', at);
        String name = end < 0 ? "" : text.substring(at + 1, end);
        if (name.matches("amp|lt|gt|quot|apos|#\\d{1,7}|#x[0-9a-fA-F]{1,6}")) {
            at = end + 1;
            return null;
        }
        if (name.matches("[A-Za-z]{2,8}\\d?")) {
            return new Problem(
                    "line " + line() + " has &" + name + ";, which only HTML knows",
                    name.equals("nbsp") ? "Write &#160;, or a blank." : "Write the character itself, or its number.");
        }
        return bare('&', "&amp;");
    }

    private Problem bare(char sign, String escaped) {
        return new Problem(
                "line " + line() + " has " + sign + " where " + escaped + " belongs: \"" + shown(at) + "\"",
                "Write " + escaped + " for " + sign + " in texts and attributes: a library that builds XML does.");
    }

    private Problem cut(String where) {
        return new Problem("it ends within " + where, "Send the document whole.");
    }

    private String shown(int from) {
        int end = Math.min(text.length(), from + MOST_SHOWN);
        int line = text.indexOf('\n', from);
        int close = text.indexOf('>', from);
        end = line >= 0 ? Math.min(end, line) : end;
        return ForeignText.excerpt(text, from, close >= 0 ? Math.min(end, close + 1) : end)
                .strip();
    }

    private String name(int from) {
        int end = from;
        while (end < text.length() && (isNameStart(text.charAt(end)) || (end > from && isNamePart(text.charAt(end))))) {
            end++;
        }
        return text.substring(from, end);
    }

    private static boolean isNameStart(char sign) {
        return Character.isLetter(sign) || sign == '_' || sign == ':';
    }

    private static boolean isNamePart(char sign) {
        return Character.isDigit(sign) || sign == '-' || sign == '.';
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private long line() {
        return 1 + text.substring(0, at).chars().filter(sign -> sign == '\n').count();
    }
}
