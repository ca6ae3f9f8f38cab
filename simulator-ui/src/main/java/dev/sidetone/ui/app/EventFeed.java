package dev.sidetone.ui.app;

import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.ui.events.EventsModel;
import dev.sidetone.ui.notice.Notice;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Moves the events that calls report into the {@link EventsModel} and keeps each call's latest note. On the FX thread. */
final class EventFeed {
    private final EventsModel events;
    private final Map<WatchedCall, Notice> notes = new WeakHashMap<>();
    private @Nullable WatchedCall inView;

    EventFeed(EventsModel events) {
        this.events = events;
    }

    /** Takes the new events of all {@code calls} and shows those of {@code view}; null shows none. */
    void pull(List<? extends WatchedCall> calls, @Nullable WatchedCall view) {
        inView = view;
        events.show(view);
        for (WatchedCall call : calls) {
            for (EventLine event = call.nextEventLine(); event != null; event = call.nextEventLine()) {
                events.add(call, event);
                if (event.who().equals("note")) {
                    notes.put(call, Notice.ofNote(event.text()));
                }
            }
        }
    }

    /** The call in view, or null. */
    @Nullable
    WatchedCall inView() {
        return inView;
    }

    /** The latest note of the call in view, or null. */
    @Nullable
    Notice note() {
        return inView == null ? null : notes.get(inView);
    }
}
