package dev.sidetone.simulator.doctor;

/** Breaks a sentence into lines of a terminal. Stateless. */
final class Paragraph {
    private static final int COLUMNS = 100;

    private Paragraph() {}

    /** The words of {@code sentence} in lines of at most {@value #COLUMNS} columns, all but the first behind {@code indent} spaces. */
    static String of(String sentence, int indent) {
        StringBuilder text = new StringBuilder();
        int column = indent;
        for (String word : sentence.split(" ", -1)) {
            if (column > indent && column + 1 + word.length() > COLUMNS) {
                text.append('\n').append(" ".repeat(indent));
                column = indent;
            } else if (column > indent) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        return text.toString();
    }
}
