package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.tools.ToolClient;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A tool's server in manual time, which fails for a while when it is told to. */
final class ManualTool implements ToolClient {
    private static final long USUAL_NS = 120_000_000L;

    private final NanoClock clock;
    private TimedFault.@Nullable Kind fault;
    private long faultyUntilNs;

    ManualTool(NanoClock clock) {
        this.clock = clock;
    }

    /** Has {@code kind} of fault for {@code ns} from now on. */
    void fail(TimedFault.Kind kind, long ns) {
        fault = kind;
        faultyUntilNs = clock.nowNs() + ns;
    }

    @Override
    public Runnable post(URI url, String arguments, Timers loop, Consumer<ToolResponse> done) {
        ToolResponse response = response();
        if (response == null) {
            return () -> {};
        }
        return loop.after(USUAL_NS, () -> done.accept(response))::cancel;
    }

    private @Nullable ToolResponse response() {
        if (fault == null || clock.nowNs() >= faultyUntilNs) {
            return new ToolResponse(false, "{\"table\":7}");
        }
        return switch (fault) {
            case TOOL_SILENT -> null;
            case TOOL_NO_JSON -> new ToolResponse(false, "{\"table\":");
            default -> new ToolResponse(true, "it answered with HTTP 500");
        };
    }
}
