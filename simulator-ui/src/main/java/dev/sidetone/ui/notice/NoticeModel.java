package dev.sidetone.ui.notice;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The current notice to the user. On the FX thread. */
public final class NoticeModel {
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final Consumer<Remedy> remedies;
    private @Nullable Notice dismissed;

    /** {@code remedies} carries out what is clicked. */
    public NoticeModel(Consumer<Remedy> remedies) {
        this.remedies = remedies;
    }

    /** Shows a notice; null shows none. A dismissed notice stays hidden until a different one comes. */
    public void show(@Nullable Notice now) {
        if (now != null && now.equals(dismissed)) {
            return;
        }
        dismissed = null;
        notice.set(now);
    }

    /** Hides the current notice. */
    public void dismiss() {
        dismissed = notice.get();
        notice.set(null);
    }

    /** Carries out a remedy. */
    public void carryOut(Remedy remedy) {
        remedies.accept(remedy);
    }

    /** The notice shown, or null. */
    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
