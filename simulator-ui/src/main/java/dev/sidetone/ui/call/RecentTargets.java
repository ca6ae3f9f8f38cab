package dev.sidetone.ui.call;

import dev.sidetone.simulator.line.net.UrlCredentials;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The webhooks that were called, the latest first. One with a secret in it is not among them, for they are remembered. On the FX thread. */
public final class RecentTargets {
    private static final int MOST = 8;

    private final ObservableList<String> all = FXCollections.observableArrayList();

    /** Whether an address can be kept in a plain file: it holds no credentials. */
    public static boolean isPlain(String webhook) {
        return UrlCredentials.brief(webhook).equals(webhook);
    }

    /** Puts a webhook that was called in front. */
    void add(String webhook) {
        String target = webhook.strip();
        if (isPlain(target) && !target.isEmpty()) {
            all.remove(target);
            all.add(0, target);
            if (all.size() > MOST) {
                all.remove(MOST, all.size());
            }
        }
    }

    /** Takes those of an earlier run. */
    public void restore(List<String> webhooks) {
        all.setAll(webhooks.stream()
                .filter(each -> !each.isBlank() && isPlain(each))
                .limit(MOST)
                .toList());
    }

    /** The webhooks, the latest first. */
    public ObservableList<String> all() {
        return all;
    }
}
