package dev.sidetone.simulator.line.net;

import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One file, wherever its server sends us for it: each step goes over the network that was given, so that a detour holds for all of
 * them. Begun by one thread, carried on by the network's; {@link #cut} by any.
 */
public final class FileDownload implements Network.Link {
    private static final int MOST_REDIRECTS = 10;

    private final Network network;
    private final Map<String, String> headers;
    private final Consumer<Download> done;
    private Network.Link step = () -> {};
    private boolean cut;

    private FileDownload(Network network, Map<String, String> headers, Consumer<Download> done) {
        this.network = network;
        this.headers = headers;
        this.done = done;
    }

    /** Fetches {@code url}; {@code done} is called once, on any thread, unless it was cut before. */
    public static FileDownload begin(Network network, URI url, Map<String, String> headers, Consumer<Download> done) {
        FileDownload fetch = new FileDownload(network, headers, done);
        fetch.go(url, MOST_REDIRECTS);
        return fetch;
    }

    @Override
    public synchronized void cut() {
        cut = true;
        step.cut();
    }

    private synchronized void go(URI url, int redirectsLeft) {
        if (!cut) {
            step = network.download(url, headers, came -> came(came, redirectsLeft));
        }
    }

    private void came(Download came, int redirectsLeft) {
        if (came instanceof Download.Fetched fetched && fetched.movedTo() != null && redirectsLeft > 0) {
            go(fetched.movedTo(), redirectsLeft - 1);
        } else {
            done.accept(came);
        }
    }
}
