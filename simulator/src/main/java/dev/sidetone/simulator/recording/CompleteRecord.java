package dev.sidetone.simulator.recording;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a record which was read from a file has everything that a record of its kind always has. Stateless. */
final class CompleteRecord {
    /** Java makes new ones at every call, which costs more than what they are asked for: a call has thousands of facts. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> kind) {
            return kind.getRecordComponents();
        }
    };

    private CompleteRecord() {}

    /** The components of a record's class, not to be changed. */
    static RecordComponent[] components(Class<?> kind) {
        return COMPONENTS.get(kind);
    }

    /** Throws an {@code IOException} that names the first component that is missing, in {@code record} or in one within it. */
    static void check(Record record) throws IOException {
        String kind = record.getClass().getSimpleName();
        for (RecordComponent component : components(record.getClass())) {
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
