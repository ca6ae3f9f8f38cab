package dev.sidetone.ui.fx;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows the items of a list that cannot be typed into by their titles. */
public final class TitleConverter<T> extends StringConverter<T> {
    private final Function<T, String> title;

    public TitleConverter(Function<T, String> title) {
        this.title = title;
    }

    @Override
    public String toString(@Nullable T item) {
        return item == null ? "" : title.apply(item);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("this list cannot be typed into");
    }
}
