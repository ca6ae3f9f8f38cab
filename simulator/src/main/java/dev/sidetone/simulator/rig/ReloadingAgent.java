package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.AgentSource;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.simulator.WrongSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent whose file of settings is read anew for every call, when the call is expected, on {@code reading}'s one thread. A file that
 * cannot be read is reported once, and the last good settings stay.
 */
final class ReloadingAgent implements AgentSource {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadingAgent.class);

    private final Path file;
    private final AgentChoice.Reader reader;
    private final @Nullable ServedAgent served;
    private final Executor reading;
    private final String name;
    private byte[] lastRead = {};
    private volatile BridgeConfig.Agent lastGood;

    /**
     * @param first what was read at the start
     * @param served the fake, where it runs in this process
     * @param reading does one thing at a time
     */
    ReloadingAgent(
            Path file, AgentChoice first, AgentChoice.Reader reader, @Nullable ServedAgent served, Executor reading) {
        this.file = file;
        this.reader = reader;
        this.served = served;
        this.reading = reading;
        this.name = first.name();
        this.lastGood = first.target(served);
    }

    @Override
    public void callExpected(Runnable found) {
        reading.execute(() -> {
            try {
                look();
            } finally {
                found.run();
            }
        });
    }

    @Override
    public BridgeConfig.Agent get() {
        return lastGood;
    }

    private void look() {
        try {
            byte[] now = RegularFile.read(file, YamlFile.MOST_BYTES);
            if (!Arrays.equals(now, lastRead)) {
                lastRead = now;
                lastGood = read();
            }
        } catch (IOException e) {
            if (lastRead.length > 0) {
                lastRead = new byte[0];
                LOG.warn("--agent-config {} cannot be read; the settings of the last call stay", file);
            }
        } catch (WrongSetting e) {
            LOG.warn("{}; the settings of the last call stay", e.getMessage());
        }
    }

    private BridgeConfig.Agent read() throws WrongSetting {
        AgentChoice choice = reader.read();
        if (!choice.name().equals(name)) {
            throw new WrongSetting("--agent-config " + file + " is for " + choice.name() + " now, not for " + name
                    + ": that needs a new start");
        }
        return choice.target(served);
    }
}
