package org.activationdesk.document;

import java.util.List;

/** What is written from top to bottom, whatever it is written on. Text of others is data and stays text. */
public interface Writing {
    /** @param width on paper, in millimetres; those of all columns are 166 */
    record Column(String head, double width) {}

    Writing heading(String text);

    Writing paragraph(String text);

    /** A paragraph in small letters. */
    Writing note(String text);

    /** What somebody said, in its own language. */
    Writing quote(String language, List<String> paragraphs);

    /** A label and what is to be said of it. Facts that follow each other belong together. */
    Writing fact(String label, String value);

    /** A fact as long as a SHA-256. */
    Writing digest(String label, String value);

    Writing table(List<Column> columns, List<List<String>> rows);
}
