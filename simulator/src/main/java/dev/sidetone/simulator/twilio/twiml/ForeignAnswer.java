package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.findings.Finding;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names what came in place of TwiML, with its cure. Stateless. */
final class ForeignAnswer {
    private static final int MOST_SHOWN = 100;
    private static final int MOST_TITLE = 80;

    private static final Pattern PHP = Pattern.compile(
            "(?:<b>)?((?:PHP )?(?:Notice|Warning|Deprecated|Parse error|Fatal error|Strict Standards))(?:</b>)?:\\s.{0,400}?"
                    + " on line (?:<b>)?\\d+(?:</b>)?",
            Pattern.DOTALL);
    private static final Pattern BEGIN = Pattern.compile("<\\?xml|<Response\\b");
    private static final Pattern END = Pattern.compile("</Response\\s*>|<Response\\s*/>");
    private static final Pattern TITLE = Pattern.compile("(?is)<title>(.{1,400}?)</title>");
    private static final Pattern PAGE =
            Pattern.compile("(?is)<(!doctype html|html|head|body|title|h[1-6]|p|div|pre|center|meta|br)\\b.*");

    private ForeignAnswer() {}

    /** The finding about {@code body}, which is no XML. */
    static Finding of(URI url, String body) {
        String text = body.strip();
        Matcher begin = BEGIN.matcher(body);
        boolean twiml = begin.find();
        Matcher php = PHP.matcher(body);
        if (text.isEmpty()) {
            return TwimlFindings.empty(url);
        }
        if (php.find()) {
            String place = !twiml ? "in place of" : php.start() < begin.start() ? "before" : "behind";
            return TwimlFindings.phpMessage(url, place, plain(php.group()));
        }
        if (text.startsWith("\"") && text.contains("<Response")) {
            return TwimlFindings.jsonString(url);
        }
        if (text.matches("(?s)\\{.*}|\\[\\s*[\\[{\"\\d].*]|\".*\"")) {
            return TwimlFindings.json(url);
        }
        return twiml ? around(url, body, begin) : instead(url, text);
    }

    /** The finding about {@code body}, which is XML of another {@code root} than TwiML's. */
    static Finding ofRoot(URI url, String body, String root) {
        String text = body.strip();
        return PAGE.matcher(text).matches() ? page(url, text) : TwimlFindings.notTwiml(url, root);
    }

    /** The finding about an answer that holds TwiML, and something besides or something broken. */
    private static Finding around(URI url, String body, Matcher begin) {
        String before = body.substring(0, begin.start());
        String what = begin.group().equals("<?xml") ? "<?xml" : "<Response>";
        if (before.isBlank() && !before.isEmpty() && what.equals("<?xml")) {
            return TwimlFindings.blankBefore(url, before.indexOf('\n') >= 0);
        }
        if (!before.isBlank() && !before.contains("<")) {
            return TwimlFindings.besides(url, shown(before), "before " + what);
        }
        if (before.toLowerCase(Locale.ROOT).contains("<!doctype") || body.contains("<!DOCTYPE")) {
            return TwimlFindings.documentType(url);
        }
        Matcher end = END.matcher(body);
        String behind = end.find() ? body.substring(end.end()).strip() : "";
        BrokenXml.Problem inside = BrokenXml.of(end.hitEnd() || behind.isEmpty() ? body : body.substring(0, end.end()));
        if (behind.isEmpty() || !inside.equals(BrokenXml.NONE)) {
            return TwimlFindings.notXml(url, inside);
        }
        return behind.startsWith("<")
                ? TwimlFindings.secondRoot(url, shown(behind.replaceFirst("(?s)>.*", ">")))
                : TwimlFindings.besides(url, shown(behind), "behind </Response>");
    }

    private static Finding instead(URI url, String text) {
        if (text.contains("&lt;Response")) {
            return TwimlFindings.escaped(url);
        }
        if (PAGE.matcher(text).matches()) {
            return page(url, text);
        }
        if (text.toLowerCase(Locale.ROOT).contains("<!doctype")) {
            return TwimlFindings.documentType(url);
        }
        return text.contains("<")
                ? TwimlFindings.notXml(url, BrokenXml.of(text))
                : TwimlFindings.plainText(url, shown(text));
    }

    private static Finding page(URI url, String text) {
        Matcher title = TITLE.matcher(text);
        String words = title.find() ? title.group(1).strip() : "";
        return TwimlFindings.page(url, words.length() <= MOST_TITLE ? shown(words) : "");
    }

    private static String plain(String message) {
        return shown(message.replaceAll("<[^>]*>", ""));
    }

    private static String shown(String text) {
        return ForeignText.redacted(text.strip().replaceAll("\\s+", " "), MOST_SHOWN);
    }
}
