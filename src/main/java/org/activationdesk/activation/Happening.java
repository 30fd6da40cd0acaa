package org.activationdesk.activation;

import org.activationdesk.purchase.OrderKey;

/** Something has been written into the timeline of an activation: published to whoever listens, in the same transaction. */
public record Happening(OrderKey order, TimelineEvent event) {}
