package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.line.net.StreamOrigin;
import dev.sidetone.simulator.rig.ServerChoice;
import dev.sidetone.simulator.twilio.plan.CallbackEvent;
import dev.sidetone.simulator.twilio.plan.NumberSetup;
import dev.sidetone.simulator.twilio.plan.SignatureQuirk;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options about the server under test. */
public final class ServerOptions {
    @Option(
            names = "--to",
            paramLabel = "URL",
            converter = WebhookUrlConverter.class,
            description = "Webhook of the server under test. Left out: the embedded bridge.")
    private List<URI> to = List.of();

    @Option(
            names = "--as",
            paramLabel = "https://HOST",
            converter = PublicOriginConverter.class,
            description =
                    "The public origin that the server believes it has: requests are signed for it and carry its name, but go"
                            + " to --to.")
    private @Nullable URI as;

    @Option(
            names = "--stream-origin",
            paramLabel = "WHERE",
            converter = StreamOriginConverter.class,
            description =
                    "The origin to connect streams to in place of the one in <Stream url>: auto (default), off, or ws://HOST:PORT."
                            + " With --to on this machine, auto takes --to's origin for a Stream that is elsewhere, or is wss at"
                            + " --to's own host while --to is plain http.",
            defaultValue = "auto")
    private StreamOrigin streams = StreamOrigin.AUTO;

    @Mixin
    private AuthorityOption authorities = new AuthorityOption();

    @Option(
            names = "--method",
            paramLabel = "VERB",
            description = "The HTTP method of webhook requests: POST (default) or GET.",
            defaultValue = "POST")
    private String method = "";

    @Option(
            names = "--fallback",
            paramLabel = "URL",
            converter = WebhookUrlConverter.class,
            description = "The number's fallback URL, requested when the webhook fails.")
    private @Nullable URI fallback;

    @Option(
            names = "--status-callback",
            paramLabel = "URL",
            converter = WebhookUrlConverter.class,
            description = "The number's status callback, requested when the call is over.")
    private @Nullable URI statusCallback;

    @Option(
            names = "--signature-quirk",
            paramLabel = "NAME",
            description =
                    "Sign requests in a variant that Twilio may use too, repeatable: stream-slash, stream-without-port,"
                            + " callback-without-port.")
    private Set<String> quirks = Set.of();

    /** The server that the options choose. */
    public ServerChoice choice() throws WrongSetting {
        if (to.size() > 1) {
            throw new WrongSetting("--to stands once here: one call reaches one server (sidetone run plays several)");
        }
        return choice(to.isEmpty() ? null : to.get(0));
    }

    /** The servers that the options choose, in the order in which they were typed; the one at {@code otherwise} if they name none. */
    List<ServerChoice> choices(@Nullable URI otherwise) throws WrongSetting {
        List<ServerChoice> all = new ArrayList<>();
        for (URI each : to) {
            all.add(choice(each));
        }
        return all.isEmpty() ? List.of(choice(otherwise)) : all;
    }

    private ServerChoice choice(@Nullable URI webhook) throws WrongSetting {
        if (webhook == null && as != null) {
            throw new WrongSetting("--as needs --to: say where the server with that public origin really is");
        }
        String verb = method.toUpperCase(Locale.ROOT);
        if (!verb.equals("GET") && !verb.equals("POST")) {
            throw new WrongSetting("--method " + method + " is no method that Twilio uses: write GET or POST");
        }
        NumberSetup setup = NumberSetup.PLAIN
                .asking(verb)
                .fallingBackTo(fallback)
                .withCallback(statusCallback, "POST", Set.of(CallbackEvent.COMPLETED));
        return new ServerChoice(webhook, as, streams, authorities.file(), setup, quirks());
    }

    private Set<SignatureQuirk> quirks() throws WrongSetting {
        Set<SignatureQuirk> chosen = EnumSet.noneOf(SignatureQuirk.class);
        for (String name : quirks) {
            try {
                chosen.add(SignatureQuirk.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException e) {
                throw new WrongSetting(
                        "--signature-quirk " + name
                                + " is not known; there are: stream-slash, stream-without-port, callback-without-port",
                        e);
            }
        }
        return chosen;
    }
}
