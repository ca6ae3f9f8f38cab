package dev.sidetone.ui.sound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/**
 * Keeps a person's choice of a device while devices come and go: one that was pulled out gives way to the machine's default and is chosen again
 * when it is back, unless another was chosen since. In a call it stays chosen, for the call takes it up again. On the FX thread.
 */
final class WantedDevice {
    private final ObservableList<String> list;
    private final StringProperty chosen;
    private String missed = SoundModel.DEFAULT;
    private boolean listing;

    WantedDevice(ObservableList<String> list, StringProperty chosen) {
        this.list = list;
        this.chosen = chosen;
        chosen.addListener((property, before, now) -> {
            if (!listing) {
                missed = SoundModel.DEFAULT;
            }
        });
    }

    /** Lists the devices that are there, the machine's default first. */
    void list(List<String> names, boolean inCall) {
        String before = chosen.get();
        boolean back = !missed.isEmpty() && names.contains(missed);
        String now = back ? missed : before;
        boolean kept = now.equals(SoundModel.DEFAULT) || names.contains(now) || inCall;
        List<String> shown = new ArrayList<>(names);
        shown.add(0, SoundModel.DEFAULT);
        if (kept && !shown.contains(now)) {
            shown.add(now);
        }
        listing = true;
        shown.stream().filter(name -> !list.contains(name)).forEach(list::add);
        chosen.set(kept ? now : SoundModel.DEFAULT);
        list.retainAll(shown);
        if (!list.equals(shown)) {
            list.sort(Comparator.comparingInt(shown::indexOf));
        }
        missed = kept ? (back ? SoundModel.DEFAULT : missed) : now;
        listing = false;
    }
}
