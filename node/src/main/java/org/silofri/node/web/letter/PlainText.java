package org.silofri.node.web.letter;

/** A letter as plain text. */
final class PlainText {

    private PlainText() {}

    static String of(LetterView view) {
        var text = new StringBuilder();
        paragraph(text, view.lead());
        for (LetterView.Section section : view.sections()) {
            text.append(section.title()).append('\n');
            text.append("-".repeat(section.title().length())).append("\n\n");
            for (LetterView.Line line : section.lines()) {
                text.append("* ").append(oneLine(line.title())).append('\n');
                text.append("  ").append(oneLine(line.about())).append('\n');
                text.append("  ").append(line.href()).append("\n\n");
            }
        }
        LetterView.Link more = view.more();
        if (more != null) {
            paragraph(text, more.label() + "\n" + more.href());
        }
        for (LetterView.Link link : view.ending()) {
            paragraph(text, link.label() + "\n" + link.href());
        }
        text.append("--\n");
        view.foot().forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static void paragraph(StringBuilder text, String paragraph) {
        text.append(paragraph).append("\n\n");
    }

    /** A title that was typed with line breaks could look like another line of the letter. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{C}|\\s+", " ").strip();
    }
}
