package org.activationdesk.productkey;

import org.activationdesk.purchase.OrderKey;

/**
 * Told to whoever listens, within the transaction: a key was entered for an order that belongs to another one (problem F14).
 *
 * @param order the order for which it was entered; the other one is nobody's business
 * @param who the account that entered it
 */
public record KeyAlreadyUsed(OrderKey order, String who) {}
