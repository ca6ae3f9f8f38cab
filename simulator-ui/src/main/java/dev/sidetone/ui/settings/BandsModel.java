package dev.sidetone.ui.settings;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.report.TtfaBands;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The times at which a figure changes its colour, as typed; used and remembered as soon as they can be. On the FX thread. */
public final class BandsModel {
    private static final String KEY = "ttfa-bands";

    private final WindowPreferences remembered;
    private final StringProperty good = new SimpleStringProperty();
    private final StringProperty target = new SimpleStringProperty();
    private final StringProperty limit = new SimpleStringProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    public BandsModel(WindowPreferences remembered) {
        this.remembered = remembered;
        show(read(remembered.get(KEY, "")));
        List.of(good, target, limit).forEach(field -> field.addListener(changed -> take()));
        take();
    }

    private static TtfaBands read(String kept) {
        String[] parts = kept.split(" ", -1);
        try {
            return parts.length == 3 ? TtfaBands.of(parts[0], parts[1], parts[2]) : TtfaBands.USUAL;
        } catch (WrongSetting e) {
            return TtfaBands.USUAL;
        }
    }

    private void show(TtfaBands bands) {
        good.set(String.valueOf(bands.goodMs()));
        target.set(String.valueOf(bands.targetMs()));
        limit.set(String.valueOf(bands.limitMs()));
    }

    private void take() {
        try {
            TtfaBands bands = TtfaBands.of(good.get(), target.get(), limit.get());
            QualityBand.use(bands);
            remembered.put(KEY, bands.goodMs() + " " + bands.targetMs() + " " + bands.limitMs());
            problem.set("");
        } catch (WrongSetting e) {
            String words = String.valueOf(e.getMessage());
            problem.set(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
        }
    }

    /** Goes back to the thresholds by which calls are judged. */
    void reset() {
        show(TtfaBands.USUAL);
    }

    StringProperty goodProperty() {
        return good;
    }

    StringProperty targetProperty() {
        return target;
    }

    StringProperty limitProperty() {
        return limit;
    }

    /** What is wrong with what is typed, which is not used then; else empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
