package dev.sidetone.ui.notice;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The one thing that a person should read now. On the FX thread. */
public final class NoticeModel {
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final Runnable demo;
    private @Nullable Notice dismissed;

    /** {@code demo} lets the demo caller speak. */
    public NoticeModel(Runnable demo) {
        this.demo = demo;
    }

    /** Shows what stands in the way now; null: nothing does. What was dismissed stays away until something else comes. */
    public void show(@Nullable Notice now) {
        if (now != null && now.equals(dismissed)) {
            return;
        }
        dismissed = null;
        notice.set(now);
    }

    /** Takes it off the screen. */
    public void dismiss() {
        dismissed = notice.get();
        notice.set(null);
    }

    /** Lets the demo caller speak. */
    public void takeDemo() {
        demo.run();
    }

    /** What is shown, or null. */
    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
