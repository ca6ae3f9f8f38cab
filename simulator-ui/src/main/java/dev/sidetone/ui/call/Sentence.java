package dev.sidetone.ui.call;

/** Turns the command line's half-sentences into sentences for people who see no options. Stateless. */
final class Sentence {
    private Sentence() {}

    /** {@code words} without the option that they begin with, with a capital letter and a full stop. */
    static String of(String words) {
        String rest = words.replaceFirst("^--[a-z-]+:? (?=\\S)", "");
        String begun = rest.isEmpty() ? rest : Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
        return begun.isEmpty() || begun.endsWith(".") ? begun : begun + ".";
    }
}
