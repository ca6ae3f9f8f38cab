package dev.sidetone.ui.app;

import dev.sidetone.simulator.WatchedCall;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.ui.events.EventsModel;
import dev.sidetone.ui.notice.Notice;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The calls that are followed: what each of them tells is kept for its turn in view. On the FX thread. */
final class EventFeed {
    private final EventsModel events;
    private final Map<WatchedCall, Notice> notes = new WeakHashMap<>();
    private @Nullable WatchedCall inView;

    EventFeed(EventsModel events) {
        this.events = events;
    }

    /** Takes over what {@code calls} tell, and puts one of them in view; null: there is none. */
    void pull(List<? extends WatchedCall> calls, @Nullable WatchedCall view) {
        inView = view;
        events.show(view);
        for (WatchedCall call : calls) {
            for (EventLine told = call.nextTold(); told != null; told = call.nextTold()) {
                events.add(call, told);
                if (told.who().equals("note")) {
                    notes.put(call, Notices.ofNote(told.text()));
                }
            }
        }
    }

    /** The call in view, or null. */
    @Nullable
    WatchedCall inView() {
        return inView;
    }

    /** What was noted last of the call in view, or null. */
    @Nullable
    Notice note() {
        return inView == null ? null : notes.get(inView);
    }
}
