package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.KeptCall;
import dev.sidetone.simulator.report.html.CallPage;
import dev.sidetone.simulator.report.html.PageCall;
import dev.sidetone.simulator.rig.PracticeAgentSounds;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.timeline.CallResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the HTML page of a run from the recordings of its calls, which are made for it where nobody keeps them. By one thread. */
final class RunPage implements AutoCloseable {
    private final @Nullable Path temporary;

    private RunPage(@Nullable Path temporary) {
        this.temporary = temporary;
    }

    /** With a temporary folder for the recordings if they are {@code wanted}, and nobody keeps them. */
    static RunPage begin(boolean wanted) throws CannotRun {
        try {
            return new RunPage(wanted ? Files.createTempDirectory("sidetone-run-") : null);
        } catch (IOException e) {
            throw new CannotRun(
                    "there is no room for temporary recordings, which --html needs: name a folder with --record", e);
        }
    }

    /** The temporary folder, or null where none is needed. */
    @Nullable
    Path folder() {
        return temporary;
    }

    /** The run for every report but the page: a recording that was made for the page alone is gone when somebody looks for it. */
    List<PlayedScenario> withoutTemporary(List<PlayedScenario> run) {
        return temporary == null
                ? run
                : run.stream().map(RunPage::withoutRecordings).toList();
    }

    private static PlayedScenario withoutRecordings(PlayedScenario played) {
        List<PlayedCall> calls = played.calls().stream()
                .map(call -> new PlayedCall(withoutRecording(call.result()), call.checked()))
                .toList();
        return new PlayedScenario(played.scenario(), played.against(), calls, played.whole(), played.verdict());
    }

    private static CallResult withoutRecording(CallResult call) {
        return call.recording() == null
                ? call
                : call.withRecording(
                        new CallResult.Kept(false, null, "it was for the HTML page alone: --record DIR keeps it"));
    }

    /** The page of all calls that were made; {@code notes} takes a line for one that is not on it. */
    static CallPage of(List<PlayedScenario> run, Consumer<String> notes) {
        long calls = run.stream().mapToLong(played -> played.calls().size()).sum();
        CallPage page = new CallPage(Figures.count(run.size(), "scenario") + ", " + Figures.count(calls, "call"));
        for (PlayedScenario played : run) {
            for (int i = 0; i < played.calls().size(); i++) {
                String number = played.calls().size() == 1 ? "" : " · call " + (i + 1);
                String name = played.scenario().name() + " · " + played.against() + number;
                try {
                    page.add(call(name, played.calls().get(i)));
                } catch (WrongSetting e) {
                    notes.accept(name + " is not on the page: " + e.getMessage());
                }
            }
        }
        return page;
    }

    private static PageCall call(String name, PlayedCall played) throws WrongSetting {
        CallResult.Kept kept = played.result().recording();
        if (kept == null || kept.folder() == null) {
            throw new WrongSetting("it was not recorded");
        }
        KeptCall call = KeptCall.recorded(Path.of(kept.folder()), () -> Checks.forOneCall(PracticeAgentSounds.known()));
        boolean passed = played.checked().stream().noneMatch(each -> Boolean.FALSE.equals(each.held()));
        return PageCall.of(call, passed).named(name).expecting(played.checked());
    }

    @Override
    public void close() {
        if (temporary == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(temporary)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException leftBehind) {
            // The system tidies its folder of temporary files.
        }
    }
}
