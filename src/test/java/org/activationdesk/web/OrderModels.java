package org.activationdesk.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.activationdesk.proof.ProofBlock;

/** What the pages about orders are given, with text of others that wants to be markup. */
final class OrderModels {
    private OrderModels() {}

    static Map<String, Object> order() {
        Map<String, Object> order = new HashMap<>();
        order.put(
                "about",
                new PurchaseSummary("Bakkerij Jansen", "Microsoft 365", 25, "Open License", "Noordzee IT", "NZ-1"));
        order.put("order", "noordzee/NZ-1");
        order.put("status", "Invited");
        order.put("problem", new PendingWords.Open("It says <b>no</b>", "1 May", "Do this"));
        order.put("waits", List.of("We wait"));
        order.put("task", true);
        order.put("handOver", true);
        order.put("timeline", List.of(new OrderWords.Event("1 May", "We mailed", "Piet", "<b>note</b>")));
        order.put(
                "mails", List.of(new OrderWords.Letter("Link", "a@b", "Sent", "1 May", "250 OK", "2 attempts", null)));
        order.put("partner", null);
        return order;
    }

    static Map<String, Object> proof() {
        Map<String, Object> proof = order();
        proof.put(
                "proof",
                List.of(
                        new ProofBlock("heading", "What was done", null, List.of(), List.of()),
                        new ProofBlock("facts", null, null, List.of(), List.of(List.of("By", "<b>Piet</b>"))),
                        new ProofBlock("quote", null, "nl", List.of("Ik accepteer dit"), List.of()),
                        new ProofBlock("table", null, null, List.of("When"), List.of(List.of("1 May"))),
                        new ProofBlock("note", "Not in it", null, List.of(), List.of())));
        return proof;
    }

    static Map<String, Object> outcome(boolean proven) {
        Map<String, Object> outcome = order();
        outcome.put("proven", proven);
        outcome.put("yours", false);
        outcome.put("seen", proven ? new OutcomePages.Reached("31 januari 2028", 25, "<b>bakkerij.example") : null);
        return outcome;
    }

    static Map<String, Object> orders(List<OrderWords.Line> lines, OrderWords.Why why) {
        Map<String, Object> orders = new HashMap<>();
        orders.put("lines", lines);
        orders.put("search", "NZ-\"><img>");
        orders.put("first", false);
        orders.put("next", "2026-11-28T05:00:00Z/noordzee/NZ-1");
        orders.put("staff", true);
        orders.put("why", why);
        return orders;
    }

    static OrderWords.Line line() {
        return new OrderWords.Line(
                "noordzee/NZ-1",
                "NZ-1",
                "Bakkerij Jansen",
                "Microsoft 365",
                25,
                "Noordzee IT",
                "<b>Piet</b>",
                OrderWords.Stage.PROBLEM,
                "Invited",
                "The partner");
    }

    static OrderWords.Why why() {
        return new OrderWords.Why("F1", "Nobody knows", "The partner", "Name one");
    }
}
