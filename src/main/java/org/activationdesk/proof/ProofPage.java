package org.activationdesk.proof;

import java.util.ArrayList;
import java.util.List;
import org.activationdesk.document.Writing;

/** The proof as a page: what the paper says, in blocks that a template lays out. */
final class ProofPage implements Writing {
    private final List<ProofBlock> blocks = new ArrayList<>();

    List<ProofBlock> blocks() {
        return List.copyOf(blocks);
    }

    @Override
    public Writing heading(String text) {
        return add(ProofBlock.of("heading", text));
    }

    @Override
    public Writing paragraph(String text) {
        return add(ProofBlock.of("paragraph", text));
    }

    @Override
    public Writing note(String text) {
        return add(ProofBlock.of("note", text));
    }

    @Override
    public Writing quote(String language, List<String> paragraphs) {
        return add(new ProofBlock("quote", null, language, paragraphs, List.of()));
    }

    @Override
    public Writing fact(String label, String value) {
        ProofBlock last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        List<List<String>> facts = new ArrayList<>();
        if (last != null && last.kind().equals("facts")) {
            facts.addAll(last.rows());
            blocks.remove(blocks.size() - 1);
        }
        facts.add(List.of(label, value));
        return add(new ProofBlock("facts", null, null, List.of(), facts));
    }

    @Override
    public Writing digest(String label, String value) {
        return fact(label, value);
    }

    @Override
    public Writing table(List<Column> columns, List<List<String>> rows) {
        return add(new ProofBlock(
                "table", null, null, columns.stream().map(Column::head).toList(), rows));
    }

    private Writing add(ProofBlock block) {
        blocks.add(block);
        return this;
    }
}
