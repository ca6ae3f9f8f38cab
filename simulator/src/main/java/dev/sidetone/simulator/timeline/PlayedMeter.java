package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult.Played;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures by marks when Twilio had played the first piece of each answer, and when the last. An answer begins where the embedded bridge
 * reports one. Owned by {@link CallFold}.
 */
final class PlayedMeter {
    private final CallClock origin;
    private final List<SentAnswer> answers = new ArrayList<>();
    private final PendingMarks pending = new PendingMarks();
    private boolean begins;

    PlayedMeter(CallClock origin) {
        this.origin = origin;
    }

    /** An answer whose first audio was sent. */
    private static final class SentAnswer {
        final long sentNs;
        final int firstBytes;
        final boolean inSilence;
        final long firstMark;

        @Nullable
        Long firstNs;

        @Nullable
        Long lastNs;

        boolean cut;

        SentAnswer(Fact.MediaArrived media, boolean inSilence, long firstMark) {
            this.sentNs = media.atNs();
            this.firstBytes = media.bytes();
            this.inSilence = inSilence;
            this.firstMark = firstMark;
        }

        void returned(long mark, Fact.MarkEchoed echoed) {
            if (!echoed.heard()) {
                cut = true;
                return;
            }
            if (mark == firstMark) {
                firstNs = echoed.atNs();
            }
            lastNs = echoed.atNs();
        }
    }

    void fold(Fact fact) {
        if (fact instanceof Fact.AnswerBegan) {
            begins = true;
        } else if (fact instanceof Fact.MediaArrived media && begins) {
            begins = false;
            answers.add(new SentAnswer(media, pending.isEmpty(), pending.nextNumber()));
        } else if (fact instanceof Fact.MarkArrived mark) {
            pending.add(mark.name());
        } else if (fact instanceof Fact.MarkEchoed echoed) {
            returned(echoed);
        }
    }

    private void returned(Fact.MarkEchoed echoed) {
        Long mark = pending.remove(echoed.name());
        for (int i = answers.size() - 1; mark != null && i >= 0; i--) {
            SentAnswer answer = answers.get(i);
            if (answer.firstMark <= mark) {
                answer.returned(mark, echoed);
                return;
            }
        }
    }

    List<Played> played() {
        return answers.stream().map(this::of).toList();
    }

    private Played of(SentAnswer answer) {
        Long firstNs = answer.firstNs;
        Double playoutMs = firstNs == null || !answer.inSilence
                ? null
                : (Double) CallClock.ms(firstNs - answer.sentNs - answer.firstBytes * LineFrame.SAMPLE_NS);
        return new Played(
                origin.atMs(answer.sentNs),
                origin.atMsOrNull(firstNs),
                origin.atMsOrNull(answer.lastNs),
                playoutMs,
                answer.cut);
    }
}
