package dev.sidetone.bench.soak;

import dev.sidetone.bench.process.Footprint;
import dev.sidetone.bench.process.ObservedProcess;
import dev.sidetone.bench.process.SidetoneCommand;
import dev.sidetone.bench.process.Until;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.cli.option.TimeConverter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes many calls at once, again and again, to a bridge and a fake agent as processes, and shows that neither grows: {@code bench/run
 * soak}. Writes a table (CSV) and a picture (SVG).
 */
@Command(name = "bench/run soak", mixinStandardHelpOptions = true, sortOptions = false)
public final class SoakMain implements Callable<Integer> {
    private static final NanoClock CLOCK = NanoClock.system();
    private static final double MOST_GROWTH = 0.05;
    private static final double MOST_FAILED = 0.01;
    private static final Duration LAST_CALLS = Duration.ofSeconds(90);

    @Option(names = "--calls", defaultValue = "100", description = "Calls at once (default 100).")
    private int calls;

    @Option(
            names = "--for",
            defaultValue = "2h",
            converter = Hours.class,
            description = "How long, as in 2h or 15m (default 2h).")
    private Duration length = Duration.ZERO;

    @Option(
            names = "--every",
            defaultValue = "15s",
            converter = TimeConverter.class,
            description = "The time between two samples (default 15s).")
    private Duration every = Duration.ZERO;

    @Option(names = "--agent", defaultValue = "openai", description = "The fake agent's wire (default openai).")
    private String wire = "";

    @Option(
            names = "--out",
            defaultValue = "target/soak",
            description = "Files to write, without their endings .csv and .svg (default target/soak).")
    private Path out = Path.of("");

    private final List<SoakSample> samples = new ArrayList<>();

    SoakMain() {}

    /** Exits with 0 when all was flat, with 1 when something grew or calls failed. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new SoakMain()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("sidetone-soak-");
        try (ObservedProcess agent = ObservedProcess.start(SidetoneCommand.of("agent", wire), folder)) {
            String url = agent.await("agent: ws").split(" ")[1];
            SidetoneCommand command = SidetoneCommand.of("bridge", "--port", "0", "--agent", wire, "--agent-url", url);
            for (String key : List.of("OPENAI_API_KEY", "ASSEMBLYAI_API_KEY", "INWORLD_API_KEY", "PYAI_API_KEY")) {
                command = command.with(key, "any");
            }
            try (ObservedProcess bridge = ObservedProcess.start(command, folder)) {
                soak(bridge, agent);
            }
        } finally {
            Files.deleteIfExists(folder);
        }
        return verdict();
    }

    private void soak(ObservedProcess bridge, ObservedProcess agent) throws Exception {
        URI webhook = URI.create(bridge.await("bridge: http").split(" ")[1]);
        Files.createDirectories(out.toAbsolutePath().getParent());
        Files.writeString(csv(), SoakSample.HEADER + "\n");
        try (SoakCalls load = new SoakCalls(webhook)) {
            long startNs = CLOCK.nowNs();
            for (int i = 0; i < calls; i++) {
                load.begin();
                Until.passes(Duration.ofMillis(100));
            }
            while (CLOCK.nowNs() - startNs < length.toNanos()) {
                Until.passes(every);
                sample(load, bridge, agent, (CLOCK.nowNs() - startNs) / 1e9);
            }
            load.finish();
            Until.holds(LAST_CALLS, () -> load.running() == 0);
        }
    }

    private void sample(SoakCalls load, ObservedProcess bridge, ObservedProcess agent, double atS)
            throws IOException, InterruptedException {
        SoakSample sample = new SoakSample(
                atS, load.running(), load.ended(), load.failed(), Footprint.of(bridge), Footprint.of(agent));
        samples.add(sample);
        Files.writeString(csv(), sample.csv() + "\n", StandardOpenOption.APPEND);
        System.out.printf(
                Locale.ROOT,
                "%6.0f s  %d calls, %d ended, %d failed  bridge: %s  agent: %s%n",
                atS,
                sample.running(),
                sample.ended(),
                sample.failed(),
                sample.bridge(),
                sample.agent());
    }

    private Path csv() {
        return Path.of(out + ".csv");
    }

    private int verdict() throws IOException {
        SoakSample last = samples.get(samples.size() - 1);
        String title = String.format(
                Locale.ROOT,
                "%.0f minutes, %d calls at once, %d calls in all (%d failed), fake agent: %s",
                last.atS() / 60,
                calls,
                last.ended(),
                last.failed(),
                wire);
        Files.writeString(Path.of(out + ".svg"), SoakGraph.svg(title, samples));
        System.out.println(title);
        boolean flat = judge("bridge", SoakSample::bridge) & judge("agent", SoakSample::agent);
        boolean answered = last.failed() <= last.ended() * MOST_FAILED;
        System.out.println((flat && answered ? "flat" : "NOT flat, or calls failed") + "; see " + csv());
        return flat && answered ? 0 : 1;
    }

    private boolean judge(String side, Function<SoakSample, Footprint> of) {
        boolean flat = true;
        for (SoakQuantity quantity : SoakQuantity.values()) {
            double growth = quantity.growth(samples.stream().map(of).toList());
            boolean good = growth <= MOST_GROWTH;
            flat &= good || !quantity.judged;
            System.out.printf(
                    Locale.ROOT,
                    "%-7s %-34s %+6.1f %% from the first quarter to the last%s%n",
                    side,
                    quantity.words,
                    100 * growth,
                    good ? "" : quantity.judged ? ", too much" : ", not judged");
        }
        return flat;
    }

    /** Reads hours besides the units that every command knows. */
    static final class Hours implements CommandLine.ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return text.matches("\\d{1,3}h")
                    ? Duration.ofHours(Long.parseLong(text.substring(0, text.length() - 1)))
                    : new TimeConverter().convert(text);
        }
    }
}
