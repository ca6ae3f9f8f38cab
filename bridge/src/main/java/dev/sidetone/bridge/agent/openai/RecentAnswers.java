package dev.sidetone.bridge.agent.openai;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The audio received of each answer, as line audio; only the last few can still be unheard. On the call's event loop. */
final class RecentAnswers {
    private static final int MOST = 16;

    private final Map<String, Long> bytes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    boolean isNew(String id) {
        return !bytes.containsKey(id);
    }

    void add(String id, int lineBytes) {
        bytes.merge(id, (long) lineBytes, Long::sum);
    }

    /** Takes an answer out: what came of it, in ms. */
    Optional<Long> take(String id) {
        Long known = bytes.remove(id);
        return known == null ? Optional.empty() : Optional.of(known * 1000 / LineFrame.RATE_HZ);
    }
}
