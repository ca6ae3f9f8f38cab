package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Somebody who asks for the mirror, over sockets in memory. */
class ProbeStreamTest {
    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();
    private final Looker looker = new Looker();

    @Test
    void aMirrorNamesItsBridgeAndSendsBackWhatItIsTold() {
        look(Map.of());
        looker.say("one");
        looker.say("two");
        call.advanceMs(10);

        assertThat(looker.seen).containsExactly("sidetone " + call.site.instance(), "one", "two");
        assertThat(call.site.activeCalls()).isZero();
        assertThat(call.facts).isEmpty();
    }

    @Test
    void aMirrorIsNoneForThoseWhoSignWrongly() {
        look(Map.of("X-Twilio-Signature", "AAAA"));

        assertThat(looker.seen).containsExactly("failed 403");
    }

    @Test
    void aMirrorIsNotLookedIntoForEver() {
        look(Map.of());
        call.advanceMs(10_100);

        assertThat(looker.seen).last().isEqualTo("closed 1000");
    }

    @Test
    void aMirrorSendsBackFewAndShortTextsOnly() {
        look(Map.of());
        looker.say("x".repeat(101));
        call.advanceMs(10);

        assertThat(looker.seen).last().isEqualTo("closed 1008");

        Looker talker = new Looker();
        call.net.dial(URI.create("ws://bridge/media"), Map.of("X-Sidetone-Mirror", "1"), talker);
        call.advanceMs(10);
        for (int i = 0; i < 20; i++) {
            talker.say("again");
        }
        call.advanceMs(10);

        assertThat(talker.seen).filteredOn("again"::equals).hasSize(16);
        assertThat(talker.seen).last().isEqualTo("closed 1008");
    }

    private void look(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("X-Sidetone-Mirror", "1");
        call.net.dial(URI.create("ws://bridge/media"), all, looker);
        call.advanceMs(10);
    }

    private static final class Looker implements ConnectionListener {
        private final List<String> seen = new ArrayList<>();
        private @Nullable Connection wire;

        void say(String text) {
            if (wire != null) {
                wire.send(text);
            }
        }

        @Override
        public void onOpened(Connection opened, long atNs) {
            wire = opened;
        }

        @Override
        public void onText(String text, long atNs) {
            seen.add(text);
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {
            seen.add("binary");
        }

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            seen.add("closed " + cause.code());
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            seen.add("failed " + httpStatus);
        }
    }
}
