package dev.sidetone.bench.bridges;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.cli.option.TimeConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the bridge with others under the same load, in turn, each on one core: {@code bench/run bridge}. */
@Command(name = "bench/run bridge", mixinStandardHelpOptions = true, sortOptions = false)
public final class BridgesMain implements Callable<Integer> {
    private static final int WARM_CALLS = 200;
    private static final int WARM_STEPS = 3;

    @Option(
            names = "--quick",
            description = "Two and a half minutes, ended by one line of ratios: 200 calls in three pairs, then more.")
    private boolean quick;

    @Option(
            names = "--flavour",
            split = ",",
            defaultValue = "mulaw",
            description = "mulaw (OpenAI's wire), omni8, omni (24 kHz), or several with commas (default mulaw).")
    private List<String> flavours = List.of();

    @Option(
            names = "--peers",
            split = ",",
            defaultValue = "sidetone,node",
            description = "sidetone, node, c, go, or the path of another launcher of Sidetone (default sidetone,node).")
    private List<String> peers = List.of();

    @Option(names = "--calls", split = ",", defaultValue = "50,100,200,300,400", description = "Calls at once.")
    private List<Integer> calls = List.of();

    @Option(
            names = "--pairs",
            defaultValue = "5",
            description = "Turns of every peer at every number of calls (default 5).")
    private int pairs;

    @Option(
            names = "--window",
            defaultValue = "10s",
            converter = TimeConverter.class,
            description = "Length of a turn (default 10s).")
    private Duration window = Duration.ZERO;

    @Option(
            names = "--settle",
            defaultValue = "2s",
            converter = TimeConverter.class,
            description = "Time before it is measured (default 2s).")
    private Duration settle = Duration.ZERO;

    @Option(
            names = "--warm",
            defaultValue = "60s",
            converter = TimeConverter.class,
            description = "Warm-up of each peer (default 60s).")
    private Duration warm = Duration.ZERO;

    @Option(
            names = "--cores",
            defaultValue = "1,0",
            description = "Core of the bridges, core of the load (default 1,0); none leaves them to the system.")
    private String cores = "";

    private final List<RunningBridge> bridges = new ArrayList<>();

    BridgesMain() {}

    /** Exits with 1 when a sample was wrong, with 3 when something did not start. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BridgesMain()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (quick) {
            calls = List.of(200);
            pairs = 3;
            window = Duration.ofSeconds(5);
            settle = Duration.ofSeconds(1);
            warm = Duration.ofSeconds(12);
        }
        boolean good = true;
        for (String flavour : flavours) {
            LoadFlavour one = LoadFlavour.valueOf(flavour.toUpperCase(Locale.ROOT));
            good &= measure(one);
        }
        return good ? 0 : 1;
    }

    private boolean measure(LoadFlavour flavour) throws Exception {
        Path folder = Files.createTempDirectory("sidetone-bridges-");
        Results results = new Results(flavour, peers);
        try (CallLoad load = new CallLoad(NanoClock.system())) {
            pin();
            for (String peer : peers) {
                bridges.add(RunningBridge.start(Contender.of(peer, flavour, load.port(), folder), pinned()));
            }
            LoadSession session = new LoadSession(load, flavour);
            int most = calls.stream().max(Integer::compare).orElse(200);
            for (RunningBridge bridge : bridges) {
                warmUp(session, bridge, Math.min(WARM_CALLS, most));
            }
            for (int level : calls) {
                for (int pair = 0; pair < pairs; pair++) {
                    turn(session, level, pair, results);
                }
            }
            if (quick) {
                new BridgeCapacity(session, results).find(bridges);
            }
        } finally {
            bridges.forEach(RunningBridge::close);
            bridges.clear();
            for (Path file : List.of(folder.resolve(flavour.word() + ".yaml"), folder)) {
                Files.deleteIfExists(file);
            }
        }
        results.print();
        return results.isGood();
    }

    /** With more and more calls: code that has not been compiled carries few. */
    private void warmUp(LoadSession session, RunningBridge bridge, int most) throws Exception {
        for (int part = 1; part <= WARM_STEPS; part++) {
            int few = Math.max(1, most * part * part / (WARM_STEPS * WARM_STEPS));
            System.out.println("warm-up   " + session.measure(bridge, few, Duration.ZERO, warm.dividedBy(WARM_STEPS)));
        }
    }

    /** Every second turn goes the other way round. */
    private void turn(LoadSession session, int level, int pair, Results results) throws Exception {
        for (int i = 0; i < bridges.size(); i++) {
            RunningBridge bridge = bridges.get(pair % 2 == 0 ? i : bridges.size() - 1 - i);
            Measured measured = session.measure(bridge, level, settle, window);
            System.out.println(measured);
            results.add(measured);
        }
    }

    private List<String> pinned() {
        return cores.equals("none") ? List.of() : List.of("taskset", "-c", cores.split(",", -1)[0]);
    }

    private void pin() throws IOException, InterruptedException {
        if (!cores.equals("none")) {
            new ProcessBuilder(
                            "taskset",
                            "-apc",
                            cores.split(",", -1)[1],
                            String.valueOf(ProcessHandle.current().pid()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}
