package dev.sidetone.simulator.report;

/** Colours text for a terminal, or leaves it plain. {@code on} is false for {@code --no-color} and where the output is no terminal. */
record TerminalColours(boolean on) {
    private static final String RESET = "\u001b[0m";

    String in(QualityBand band, String text) {
        return switch (band) {
            case GREEN -> wrap("\u001b[32m", text);
            case AMBER -> wrap("\u001b[33m", text);
            case ORANGE -> wrap("\u001b[38;5;208m", text);
            case RED -> wrap("\u001b[1;31m", text);
        };
    }

    String bold(String text) {
        return wrap("\u001b[1m", text);
    }

    String dim(String text) {
        return wrap("\u001b[2m", text);
    }

    private String wrap(String code, String text) {
        return on ? code + text + RESET : text;
    }
}
