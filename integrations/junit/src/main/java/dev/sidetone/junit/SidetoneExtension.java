package dev.sidetone.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * Resolves parameters of type {@link Phone}: of a test and of what runs before and after each, whose calls are the test's own; of a
 * constructor and of {@code @BeforeAll}, whose calls the tests of the class share. Keeps the recordings of tests that fail, in
 * {@code target/sidetone/CLASS.TEST} or below the folder that the configuration parameter or system property {@value #RECORDINGS} names, and
 * names them in the failure's message. Without state of its own: tests may run at the same time.
 */
public final class SidetoneExtension
        implements ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback, AfterAllCallback, TestWatcher {
    /** The configuration parameter, or system property, that names the folder of all recordings. */
    public static final String RECORDINGS = "sidetone.recordings";

    private static final String CALLS = "calls";

    /** Makes an extension; usually JUnit does, for {@link PhoneTest}. */
    public SidetoneExtension() {
        QuietLogs.begin();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Phone.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ClosedWithTest calls = store(context)
                .getOrComputeIfAbsent(CALLS, key -> new ClosedWithTest(context, calls(context)), ClosedWithTest.class);
        return new Phone(calls.calls());
    }

    private static TestCalls calls(ExtensionContext context) {
        Path folder = RecordingFolder.of(context, context.getConfigurationParameter(RECORDINGS));
        return new TestCalls(folder, keep(context));
    }

    private static Keep keep(ExtensionContext innermost) {
        for (Optional<ExtensionContext> at = Optional.of(innermost);
                at.isPresent();
                at = at.get().getParent()) {
            Optional<PhoneTest> setting =
                    AnnotationSupport.findAnnotation(at.get().getElement(), PhoneTest.class);
            if (setting.isPresent()) {
                return setting.get().keep();
            }
        }
        return Keep.FAILED;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof TestAbortedException) {
            throw failure;
        }
        throw RecordedFailure.naming(recordings(context), failure);
    }

    /** The recordings of the nearest calls: the test's own, else those that it shares. */
    private static List<Path> recordings(ExtensionContext context) {
        TestCalls calls = known(context);
        if (calls != null && !calls.recordings().isEmpty()) {
            return calls.recordings();
        }
        return context.getParent().map(SidetoneExtension::recordings).orElse(List.of());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        checkAllMade(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        checkAllMade(context);
    }

    /** A call that was only written down tests nothing, and the test would pass. */
    private static void checkAllMade(ExtensionContext context) {
        TestCalls calls = known(context);
        if (calls != null
                && context.getExecutionException().isEmpty()
                && !calls.unmade().isEmpty()) {
            throw new IllegalStateException(calls.unmade().get(0)
                    + " was begun, but the call was never made: end it with hangUp(), or stayOn() to wait until the other side"
                    + " hangs up");
        }
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        forEachOutwards(context, TestCalls::fail);
    }

    private static void forEachOutwards(ExtensionContext context, Consumer<TestCalls> action) {
        TestCalls calls = known(context);
        if (calls != null) {
            action.accept(calls);
        }
        context.getParent().ifPresent(outer -> forEachOutwards(outer, action));
    }

    private static @Nullable TestCalls known(ExtensionContext context) {
        ClosedWithTest kept = store(context).get(CALLS, ClosedWithTest.class);
        return kept == null ? null : kept.calls();
    }

    /** Each test's and each class's own: a store would show its parents' content too. */
    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(Namespace.create(SidetoneExtension.class, context.getUniqueId()));
    }

    /** Calls in JUnit's store, which closes them with their test or class. */
    @SuppressWarnings("deprecation") // Versions before 5.13 close this kind alone, later ones the other.
    private record ClosedWithTest(ExtensionContext context, TestCalls calls)
            implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() throws IOException {
            if (context.getExecutionException()
                    .filter(failure -> !(failure instanceof TestAbortedException))
                    .isPresent()) {
                calls.fail();
            }
            calls.close();
        }
    }
}
