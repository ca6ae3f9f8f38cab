package dev.sidetone.simulator;

import java.util.List;

/** Names the loggers of libraries that warn of what is normal in simulated calls, such as a connection that is gone. */
public final class NoisyLoggers {
    public static final List<String> NAMES = List.of(
            "org.java_websocket",
            "io.vertx.core.net.impl.ConnectionBase",
            "io.vertx.core.impl.BlockedThreadChecker",
            "io.netty.util.concurrent.DefaultPromise.rejectedExecution");

    private NoisyLoggers() {}
}
