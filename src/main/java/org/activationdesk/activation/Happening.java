package org.activationdesk.activation;

import java.util.function.BooleanSupplier;
import org.activationdesk.purchase.OrderKey;

/**
 * Something happens to an activation that belongs into its timeline: published to whoever listens, in the same transaction.
 *
 * @param who an account, {@code link}, a partner's system, or the desk itself
 * @param problem whether the order had an unresolved problem when it was written down; where that is still to come, asking
 *     has it written
 */
public record Happening(OrderKey order, TimelineEvent event, String who, BooleanSupplier problem) {}
