package dev.sidetone.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.sidetone.house.House.in;
import static dev.sidetone.house.House.keeps;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.WallClock;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.ui.app.Launcher;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What holds in every room. */
class HabitsTest {
    private static final Set<String> BANNED = Set.of(
            "Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Abstract", "Base", "Data", "Info", "Common");

    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    @Test
    void theRulesSeeAllModules() {
        assertThat(House.CLASSES.contain(LineFrame.class)).isTrue();
        assertThat(House.CLASSES.contain(Fact.class)).isTrue();
        assertThat(House.CLASSES.contain(Launcher.class)).isTrue();
        assertThat(House.CLASSES.contain(House.class)).isFalse();
    }

    @Test
    void packagesHaveNoCycles() {
        ArchRule rule = slices().matching(House.ROOT + "(**)")
                .should()
                .beFreeOfCycles()
                .because("a room that can be left can be understood alone");
        Offender circle = Offender.in("a", House.ROOT + "b.Offender other;")
                .with("b", "Offender", House.ROOT + "a.Offender other;");
        keeps(rule, circle);
    }

    @Test
    void clocksSleepsAndTimersAreInOneRoom() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(in("bridge.time"))
                .should()
                .accessTargetWhere(named(System.class, "nanoTime", "currentTimeMillis")
                        .or(named(Thread.class, "sleep"))
                        .or(named(TimeUnit.class, "sleep"))
                        .or(named(LockSupport.class, "parkNanos", "parkUntil"))
                        .or(named(Executors.class, "newScheduledThreadPool", "newSingleThreadScheduledExecutor"))
                        .or(named(CompletableFuture.class, "delayedExecutor", "orTimeout", "completeOnTimeout")))
                .orShould()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are timers",
                        type -> type.isEquivalentTo(Timer.class)
                                || type.isAssignableTo(ScheduledExecutorService.class)))
                .because("time comes in as an argument, and so tests own it");
        keeps(
                rule,
                Offender.in("simulator.line", "long now = System.nanoTime();"),
                Offender.in("simulator.line", "java.util.function.LongSupplier clock = System::currentTimeMillis;"),
                Offender.in("bridge.call", "void rest() throws Exception { Thread.sleep(20); }"),
                Offender.in(
                        "bridge.call", "Runnable rest = () -> java.util.concurrent.locks.LockSupport.parkNanos(1);"),
                Offender.in("bridge", "java.util.Timer timer;"),
                Offender.in("bridge", "java.util.concurrent.ScheduledThreadPoolExecutor pool;"),
                Offender.in("ui.call", "Object pool = java.util.concurrent.Executors.newScheduledThreadPool(1);"));
    }

    @Test
    void theTimeOfDayIsReadWhereItIsMarked() {
        DescribedPredicate<JavaAccess<?>> unmarked = DescribedPredicate.describe(
                "have no @WallClock", access -> !access.getOrigin().isAnnotatedWith(WallClock.class));
        ArchRule rule = noClasses()
                .should()
                .accessTargetWhere(unmarked.and(
                        named(Instant.class, "now").or(named(Clock.class, "systemUTC", "systemDefaultZone"))))
                .because("the time of day jumps; it is for people to read and never for measuring");
        keeps(rule, Offender.in("simulator.recording", "Object now() { return java.time.Instant.now(); }"));
        String marked =
                "@dev.sidetone.bridge.time.WallClock(\"read by people\") Object now() { return java.time.Instant.now(); }";
        rule.check(Offender.in("simulator.recording", marked).classes());
    }

    @Test
    void onlyCommandsAndReportsPrint() {
        ArchRule rule = noClasses()
                .that(resideOutsideOfPackage(in("simulator.cli")).and(resideOutsideOfPackage(in("simulator.report"))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessTargetWhere(named("printStackTrace"))
                .because("standard output is the result, and a program reads it");
        keeps(
                rule,
                Offender.in("bridge.call", "{ System.out.println(); }"),
                Offender.in("simulator.line", "{ System.err.println(); }"),
                Offender.in("simulator.line", "void tell(Exception e) { e.printStackTrace(); }"));
    }

    @Test
    void onlyOneRoomHandsWorkToTheFxThread() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(in("ui.fx"))
                .should()
                .accessTargetWhere(named("runLater"))
                .because("the FX thread has one door");
        keeps(
                rule,
                Offender.in("ui.call", "{ javafx.application.Platform.runLater(() -> {}); }"),
                Offender.in(
                        "ui.app",
                        "java.util.function.Consumer<Runnable> later = javafx.application.Platform::runLater;"));
    }

    @Test
    void namesSayTheRoleInTheCall() {
        ArchRule rule = noClasses()
                .should(ArchCondition.from(DescribedPredicate.<JavaClass>describe(
                        "be named after nothing", HabitsTest::isNamedAfterNothing)))
                .because("a name tells what the class does in a call");
        keeps(
                rule,
                Offender.in("a", "").with("a", "AudioManager", ""),
                Offender.in("a", "").with("a", "BaseCall", ""),
                Offender.in("a", "").with("a", "CallImpl", ""),
                Offender.in("a", "").with("a", "ICall", ""),
                Offender.in("a", "static class CallData {}"));
        assertThat(WORDS.split("DatabaseOfMOSInformation")).containsExactly("Database", "Of", "MOS", "Information");
    }

    @Test
    void nullIsSpokenOfInEveryPackage() {
        ArchRule rule = classes()
                .should(ArchCondition.from(DescribedPredicate.<JavaClass>describe(
                        "be in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
                .because("what may be null says so, and the compiler checks it there only");
        keeps(rule, Offender.in("a", ""));
    }

    private static boolean isNamedAfterNothing(JavaClass type) {
        String[] words = WORDS.split(type.getSimpleName());
        return words[0].equals("I") || Stream.of(words).anyMatch(BANNED::contains);
    }

    private static DescribedPredicate<JavaAccess<?>> named(Class<?> owner, String... names) {
        return named(names)
                .and(DescribedPredicate.describe("of " + owner.getSimpleName(), access -> access.getTargetOwner()
                        .isEquivalentTo(owner)));
    }

    private static DescribedPredicate<JavaAccess<?>> named(String... names) {
        Set<String> wanted = Set.of(names);
        return DescribedPredicate.describe("are " + wanted, access -> wanted.contains(access.getName()));
    }
}
