package dev.sidetone.ui;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.sidetone.architecture.Architecture.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.sidetone.architecture.Architecture;
import dev.sidetone.architecture.CodingRules;
import dev.sidetone.architecture.Violation;
import dev.sidetone.ui.app.Launcher;
import org.junit.jupiter.api.Test;

/** The packages of the window and which others each of them must not use; and the coding rules of every module. */
class WindowArchitectureTest extends CodingRules {
    private static final JavaClasses READ = Architecture.ofTheModuleOf(Launcher.class);

    WindowArchitectureTest() {
        super(Launcher.class, READ);
    }

    @Test
    void featuresOfTheWindowDoNotUseEachOther() {
        ArchRule rule = slices().matching(Architecture.ROOT + "ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(in("ui.app")), alwaysTrue())
                .ignoreDependency(alwaysTrue(), resideInAPackage(in("ui.fx")))
                .ignoreDependency(alwaysTrue(), resideInAPackage(in("ui.selection")))
                .because("the app alone wires them, so a feature can be removed");
        holds(rule, Violation.uses("ui.latency", "ui.keypad"));
    }

    @Test
    void onlyOnePackageHandsWorkToTheFxThread() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(in("ui.fx"))
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "are Platform.runLater", access -> access.getName().equals("runLater")))
                .because("work reaches the FX thread through ui.fx alone");
        holds(
                rule,
                Violation.in("ui.call", "{ javafx.application.Platform.runLater(() -> {}); }"),
                Violation.in(
                        "ui.app",
                        "java.util.function.Consumer<Runnable> later = javafx.application.Platform::runLater;"));
    }
}
