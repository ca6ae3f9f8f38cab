package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.AgentServices;
import dev.sidetone.bridge.AgentSource;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.AgentConfig;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The agent that the embedded bridge connects to, chosen by name. A choice never falls back to another agent.
 *
 * @param name as in {@code --agent}
 * @param fake the fake that runs in this process
 * @param settings the settings of the fake, or null for the defaults of its service
 * @param real the real service to dial, or null for the fake
 * @param terms the terms that are the same whichever agent it is
 */
public record AgentChoice(
        String name,
        FakeService fake,
        @Nullable AgentSettings settings,
        BridgeConfig.@Nullable Agent real,
        Terms terms) {
    private static final String PRACTICE = "practice";
    private static final String FAKE = "fake-";
    private static final long IDLE_S = 5;

    /** The names there are. */
    public static final List<String> NAMES = Stream.of(
                    Stream.of(PRACTICE),
                    FakeServices.all().stream().map(fake -> FAKE + fake.name()),
                    AgentServices.all().stream().map(AgentService::name))
            .flatMap(names -> names)
            .toList();

    /** Reads a choice again, from the same file and the same options. */
    @FunctionalInterface
    interface Reader {
        AgentChoice read() throws WrongSetting;
    }

    /**
     * The terms that are the same whichever agent it is.
     *
     * @param fake the behaviour of the fake
     * @param humanNumber the number that callers are put through to, or null
     * @param config the file of settings, or null
     * @param again reads the choice anew
     */
    record Terms(FakeBehaviour fake, @Nullable String humanNumber, @Nullable Path config, @Nullable Reader again) {
        static final Terms NONE = new Terms(FakeBehaviour.USUAL, null, null, null);
    }

    /** A choice with the usual fake. */
    public AgentChoice(String name, BridgeConfig.@Nullable Agent real) {
        this(name, FakeOpenAi.REALTIME, null, real, Terms.NONE);
    }

    /** The same with a fake that behaves so. */
    public AgentChoice behaving(FakeBehaviour behaviour) throws WrongSetting {
        if (real != null && !behaviour.equals(FakeBehaviour.USUAL)) {
            throw new WrongSetting(
                    "--script and the faults of agents are for the agents that run inside Sidetone, not for " + name
                            + ": choose fake-" + name);
        }
        Terms others = new Terms(behaviour, terms.humanNumber(), terms.config(), terms.again());
        return new AgentChoice(name, fake, settings, real, others);
    }

    /** The behaviour of the fake. */
    public FakeBehaviour behaviour() {
        return terms.fake();
    }

    /** The number that callers are put through to when the agent names none, or null. */
    public @Nullable String humanNumber() {
        return terms.humanNumber();
    }

    /** Whether the agent is a fake that runs in this process, which has to be served. */
    public boolean runsHere() {
        return real == null;
    }

    /**
     * The agent as a bridge's setting, with its file of settings read anew for every call.
     *
     * @param served the fake, where it {@link #runsHere}
     */
    public AgentSource targets(@Nullable ServedAgent served) {
        Path config = terms.config();
        Reader again = terms.again();
        if (config == null || again == null) {
            BridgeConfig.Agent always = target(served);
            return () -> always;
        }
        return new ReloadingAgent(config, this, again, served, oneThread());
    }

    /** A thread that is there while there is something to do. */
    private static Executor oneThread() {
        return new ThreadPoolExecutor(0, 1, IDLE_S, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "agent-config");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The agent as a bridge's setting: the real one, or the fake that {@code served} is. */
    public BridgeConfig.Agent target(@Nullable ServedAgent served) {
        if (real != null) {
            return real;
        }
        ServedAgent here = Objects.requireNonNull(served, "it runs here");
        return settings == null ? here.target(name) : here.target(name, settings);
    }

    /** The agent that needs nothing. */
    public static AgentChoice practice() {
        return new AgentChoice(PRACTICE, null);
    }

    /** Reads a choice without a file of settings. */
    public static AgentChoice of(String name, @Nullable String url, Settings settings) throws WrongSetting {
        return of(name, url, null, settings);
    }

    /**
     * Reads a choice.
     *
     * @param name the practice agent's gives way to the one that {@code config} names
     * @param url origin and path in place of the vendor's own, or null
     * @param config the agent's settings in YAML, or null
     * @throws WrongSetting naming an unknown agent, a missing key, an address that cannot be, or the file and line of a mistake
     */
    public static AgentChoice of(String name, @Nullable String url, @Nullable Path config, Settings settings)
            throws WrongSetting {
        try {
            YamlNode file = config == null ? null : YamlFile.read(config);
            Optional<String> named = file == null ? Optional.empty() : AgentConfig.agentOf(file);
            AgentChoice chosen = choose(name.equals(PRACTICE) ? named.orElse(name) : name, url, file, settings);
            Terms terms = new Terms(
                    FakeBehaviour.USUAL,
                    settings.get("HUMAN_NUMBER").orElse(null),
                    config,
                    () -> of(name, url, config, settings));
            return new AgentChoice(chosen.name(), chosen.fake(), chosen.settings(), chosen.real(), terms);
        } catch (InvalidSettingsException e) {
            throw new WrongSetting("--agent-config " + e.getMessage(), e);
        }
    }

    private static AgentChoice choose(String name, @Nullable String url, @Nullable YamlNode file, Settings settings)
            throws WrongSetting, InvalidSettingsException {
        FakeService fake = name.equals(PRACTICE) ? FakeOpenAi.REALTIME : fake(name);
        if (fake != null) {
            if (url != null) {
                throw new WrongSetting("--agent-url is for a real agent; " + name + " runs inside Sidetone");
            }
            AgentSettings wanted =
                    file == null ? null : read(file, fake.original(), settings).settings();
            return new AgentChoice(name, fake, wanted, null, Terms.NONE);
        }
        AgentService service = AgentServices.named(name)
                .orElseThrow(() -> new WrongSetting("no agent " + name + "; there are: " + String.join(", ", NAMES)));
        AgentConfig config =
                file == null ? new AgentConfig(null, null, service.defaults()) : read(file, service, settings);
        URI endpoint = AgentAddress.of(service, url, config.url(), file);
        String modelVariable = service.access().modelVariable();
        AgentSettings wanted = modelVariable != null
                        && config.settings().model().isEmpty()
                ? config.settings().withModel(settings.get(modelVariable).orElse(""))
                : config.settings();
        return new AgentChoice(
                name,
                FakeOpenAi.REALTIME,
                null,
                new BridgeConfig.Agent(name, service, endpoint, key(service, settings), wanted),
                Terms.NONE);
    }

    private static @Nullable FakeService fake(String name) {
        return name.startsWith(FAKE)
                ? FakeServices.named(name.substring(FAKE.length())).orElse(null)
                : null;
    }

    private static AgentConfig read(YamlNode file, AgentService service, Settings settings)
            throws InvalidSettingsException {
        return AgentConfig.of(file, service, settings::get);
    }

    private static String key(AgentService service, Settings settings) throws WrongSetting {
        String variable = service.access().keyVariable();
        if (variable == null) {
            return "";
        }
        return settings.get(variable)
                .orElseThrow(() -> new WrongSetting("--agent " + service.name() + " needs a key: set " + variable
                        + " in the environment or in .env"));
    }
}
