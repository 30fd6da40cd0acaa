package org.activationdesk.purchase;

import java.util.List;

/** A purchase cannot be taken in; names every bad field at once, so that one correction is enough. */
public class InvalidPurchase extends RuntimeException {
    private final transient List<FieldProblem> problems;

    public InvalidPurchase(List<FieldProblem> problems) {
        super("The purchase has " + problems.size() + " bad field(s)");
        this.problems = List.copyOf(problems);
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
