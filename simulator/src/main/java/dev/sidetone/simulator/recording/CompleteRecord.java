package dev.sidetone.simulator.recording;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a record which was read from a file has everything that a record of its kind always has. Stateless. */
final class CompleteRecord {
    private CompleteRecord() {}

    /** Throws an {@code IOException} that names the first component that is missing, in {@code record} or in one within it. */
    static void check(Record record) throws IOException {
        String kind = record.getClass().getSimpleName();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(component, record);
            if (value == null && !isOptional(component)) {
                throw new IOException("its " + kind + " has no " + component.getName());
            }
            if (value instanceof Record inner) {
                check(inner);
            } else if (value instanceof List<?> list) {
                checkAll(list, kind, component);
            }
        }
    }

    private static void checkAll(List<?> list, String kind, RecordComponent component) throws IOException {
        for (Object each : list) {
            if (each == null) {
                throw new IOException("one of the " + component.getName() + " of its " + kind + " is null");
            }
            if (each instanceof Record inner) {
                check(inner);
            }
        }
    }

    /** Returns whether a record may be without {@code component}. */
    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object value(RecordComponent component, Record record) throws IOException {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IOException("its " + component.getName() + " cannot be read", e);
        }
    }
}
