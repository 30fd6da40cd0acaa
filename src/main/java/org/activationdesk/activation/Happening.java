package org.activationdesk.activation;

import org.activationdesk.purchase.OrderKey;

/**
 * Something has been written into the timeline of an activation: published to whoever listens, in the same transaction.
 *
 * @param problemIsOpen whether the order had an unresolved problem at that moment
 */
public record Happening(OrderKey order, TimelineEvent event, boolean problemIsOpen) {}
