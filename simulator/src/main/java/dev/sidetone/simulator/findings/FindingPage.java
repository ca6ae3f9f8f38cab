package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.MeasuredAt;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page that explains a finding's code, and the usual cause. Immutable.
 *
 * @param cause the usual cause, a phrase without Markdown; empty where none is more usual than others, and of a code that this version does not know
 * @param name what a link to the page is called
 * @param address the page: of Twilio's error catalogue on the web, else of the project's documents
 * @param onTheWeb whether {@code address} is a URL
 */
public record FindingPage(String cause, String name, String address, boolean onTheWeb) {
    private static final String CATALOGUE = "https://www.twilio.com/docs/api/errors/";
    private static final String DOCUMENT = "docs/findings.md";

    /** The headings of the tables, as they are linked to. */
    private static final Map<Class<?>, String> HEADINGS = Map.of(
            WebhookCode.class, "webhook-and-twiml",
            ConnectionCode.class, "the-streams-connection",
            StreamCode.class, "what-goes-over-the-stream",
            RelayCode.class, "conversationrelay",
            AgentCode.class, "bridge-and-agent",
            RecordingCode.class, "recordings");

    /** The page of {@code code}. */
    public static FindingPage of(String code) {
        FindingCode known = known(code);
        String cause = known == null ? "" : known.entry().cause().replace("`", "");
        if (!code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new FindingPage(cause, "Twilio on " + code, CATALOGUE + code, true);
        }
        String heading = known == null ? "" : "#" + Objects.requireNonNull(HEADINGS.get(known.getClass()));
        return new FindingPage(cause, DOCUMENT, DOCUMENT + heading, false);
    }

    private static @Nullable FindingCode known(String code) {
        return FindingCode.all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** How many kinds of problems are looked for by a check in a call that is measured at {@code place}. */
    public static long checksAt(MeasuredAt place) {
        return FindingCode.all().stream()
                .map(FindingCode::entry)
                .filter(entry -> entry.check() != null && entry.judged().contains(place))
                .count();
    }
}
