package dev.sidetone.bench.faults;

import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs rows of the registry, each against running processes with a new call and a look for leaks after it: {@code bench/run faults [NAME…]}.
 * {@code --list} prints the names, {@code --write} writes docs/faults.md anew, {@code --check} says whether it is up to date.
 */
public final class FaultsMain {
    private static final NanoClock CLOCK = NanoClock.system();
    private static final Path PAGE = Path.of("docs/faults.md");
    private static final Path KEPT = Path.of("target/faults");

    private FaultsMain() {}

    /** Exits with 1 when a row failed, with 2 for a name that is none, with 3 where this is not Linux. */
    public static void main(String[] args) throws Exception {
        String first = args.length == 0 ? "" : args[0];
        System.exit(
                switch (first) {
                    case "--list" -> list();
                    case "--write" -> write();
                    case "--check" -> check();
                    default -> run(Arrays.asList(args));
                });
    }

    private static int list() {
        FaultRows.all().forEach(row -> System.out.println(row.name() + ": " + row.fault()));
        return 0;
    }

    private static int write() throws IOException {
        Files.writeString(PAGE, FaultsPage.generated(Files.readString(PAGE)));
        return 0;
    }

    private static int check() throws IOException {
        String page = Files.readString(PAGE);
        if (page.equals(FaultsPage.generated(page))) {
            return 0;
        }
        System.err.println(PAGE + " does not say what the registry says; this writes it anew: " + FaultsPage.COMMAND);
        return 1;
    }

    private static int run(List<String> names) throws Exception {
        List<FaultRow> chosen = FaultRows.all().stream()
                .filter(row -> names.isEmpty() || names.contains(row.name()))
                .toList();
        List<String> unknown = new ArrayList<>(names);
        chosen.forEach(row -> unknown.remove(row.name()));
        if (!unknown.isEmpty()) {
            System.err.println("there is no fault " + unknown + "; bench/run faults --list shows all");
            return 2;
        }
        if (!Files.exists(Path.of("/proc/self/fd"))) {
            System.err.println("bench/run faults looks at processes through /proc: it needs Linux");
            return 3;
        }
        return run(chosen.toArray(FaultRow[]::new));
    }

    private static int run(FaultRow... rows) throws Exception {
        int failed = 0;
        int skipped = 0;
        for (FaultRow row : rows) {
            System.out.printf("%-28s", row.name());
            System.out.flush();
            Optional<Need> lacking = lacking(row);
            if (lacking.isPresent()) {
                skipped++;
                System.out.println("   SKIP  needs " + lacking.get().words);
                continue;
            }
            long startNs = CLOCK.nowNs();
            @Nullable String failure = failureOf(row);
            failed += failure == null ? 0 : 1;
            String seconds = String.format(Locale.ROOT, "%5.1f s", (CLOCK.nowNs() - startNs) / 1e9);
            System.out.println(seconds + (failure == null ? "  PASS" : "  FAIL  " + failure));
        }
        System.out.println(rows.length - failed - skipped + " of " + rows.length + " shown, " + failed + " failed, "
                + skipped + " left out" + (failed == 0 ? "" : "; what the processes printed is in " + KEPT));
        return failed == 0 ? 0 : 1;
    }

    private static Optional<Need> lacking(FaultRow row) throws IOException {
        for (Need need : row.needs()) {
            if (!need.isMet()) {
                return Optional.of(need);
            }
        }
        return Optional.empty();
    }

    /** The reason why {@code row} failed, or null. */
    private static @Nullable String failureOf(FaultRow row) throws Exception {
        try (FaultScene scene = new FaultScene()) {
            try {
                row.run().run(scene);
                scene.after();
                return null;
            } catch (NotShown e) {
                keep(row, scene);
                return "not so: " + e.getMessage();
            } catch (IOException | RuntimeException e) {
                keep(row, scene);
                return e.toString();
            }
        }
    }

    private static void keep(FaultRow row, FaultScene scene) throws IOException {
        Files.write(Files.createDirectories(KEPT).resolve(row.name() + ".log"), scene.printed());
    }
}
