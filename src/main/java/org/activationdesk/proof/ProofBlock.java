package org.activationdesk.proof;

import java.util.List;

/**
 * A part of the page of a proof.
 *
 * @param kind {@code heading}, {@code paragraph}, {@code note}, {@code quote}, {@code facts} or {@code table}
 * @param text of headings, paragraphs and notes
 * @param language that a quote is written in
 * @param lines the paragraphs of a quote, or the heads of a table's columns
 * @param rows the cells of a table, or label and value of each fact
 */
public record ProofBlock(String kind, String text, String language, List<String> lines, List<List<String>> rows) {
    static ProofBlock of(String kind, String text) {
        return new ProofBlock(kind, text, null, List.of(), List.of());
    }
}
