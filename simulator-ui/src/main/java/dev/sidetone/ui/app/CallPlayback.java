package dev.sidetone.ui.app;

import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.playback.PlayableCall;
import dev.sidetone.simulator.playback.RecordingPlayer;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.simulator.rig.PracticeAgentSounds;
import dev.sidetone.simulator.timeline.CallOutline;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.ui.notice.Notice;
import dev.sidetone.ui.player.ExportModel;
import dev.sidetone.ui.player.PlayerModel;
import dev.sidetone.ui.selection.SelectionModel;
import dev.sidetone.ui.sound.SoundModel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Has the recording of the call in view played and exported. On the FX thread; {@link #pull} runs at every pulse. */
final class CallPlayback {
    private static final double FRAME_MS = 20;
    private static final String ONCE_OVER = "A call can be played once it is over.";

    private final RecordingPlayer device;
    private final PlayerModel player;
    private final ExportModel export = new ExportModel(() -> Checks.forOneCall(PracticeAgentSounds.known()));

    CallPlayback(Softphone phone, SoundModel sound, SelectionModel selection) {
        device = new RecordingPlayer(phone::openStereo);
        player = new PlayerModel(
                device, selection, sound.speakerProperty().map(name -> SoundModel.DEFAULT.equals(name) ? null : name));
    }

    /** Has the recording of {@code call}; {@code running} is true while any call is made, whose sound would be mixed up with it. */
    void pull(@Nullable WatchedCall call, boolean running) {
        Path folder = call == null || !call.isOver() ? null : folder(call);
        PlayableCall played = call == null || folder == null || running ? null : played(call, folder);
        player.show(played, whyNot(call, running));
        player.pull();
        export.folderProperty().set(folder);
    }

    /** Where the call was recorded; null where nothing was kept. */
    private static @Nullable Path folder(WatchedCall call) {
        CallResult.Kept kept = call.result().recording();
        String folder = kept == null ? null : kept.folder();
        return folder == null ? null : Path.of(folder);
    }

    /** A tick's frame is what was said before it. */
    private static @Nullable PlayableCall played(WatchedCall call, Path folder) {
        CallOutline.Zero zero = call.timeline().sketch().zero();
        return zero == null ? null : new PlayableCall(folder, zero.firstTickAtMs() - FRAME_MS);
    }

    private static String whyNot(@Nullable WatchedCall call, boolean running) {
        if (call == null) {
            return running ? ONCE_OVER : "Make a call to play it here.";
        }
        return running || !call.isOver()
                ? ONCE_OVER
                : "This call was not kept: switch on “Record calls” before the next one.";
    }

    /** What went wrong with playing or exporting, or null. */
    @Nullable
    Notice notice() {
        String trouble = player.trouble() == null ? export.trouble() : player.trouble();
        return trouble == null ? null : Notice.ofNote(trouble);
    }

    PlayerModel player() {
        return player;
    }

    ExportModel export() {
        return export;
    }

    /** Stops the playing for good. */
    void close() {
        device.close();
    }
}
