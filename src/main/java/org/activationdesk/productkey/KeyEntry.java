package org.activationdesk.productkey;

import java.util.List;

/**
 * What became of a key that was entered. Nothing in it tells more of the key than its misfits.
 *
 * @param length how many letters and digits were read
 * @param misfits in the order of their positions; empty where the outcome has nothing to do with them
 */
public record KeyEntry(Outcome outcome, int length, List<Misfit> misfits) {
    static KeyEntry of(Outcome outcome) {
        return new KeyEntry(outcome, TypedKey.LENGTH, List.of());
    }

    /** The outcomes. */
    public enum Outcome {
        RECORDED,
        /** Nothing that could be read. */
        EMPTY,
        WRONG_LENGTH,
        /** Characters of another alphabet: no key has them. */
        OTHER_ALPHABET,
        /** Characters that product keys are not known to have; whoever enters the key may confirm them. */
        TO_CONFIRM,
        /** The partner says that the key of this order ends otherwise. */
        OTHER_ENDING,
        /** Problem F14. */
        ALREADY_USED,
        /** Too many keys within an hour: this page would tell which ones are known here. */
        TOO_MANY,
        /** The order has ended. */
        CLOSED
    }
}
