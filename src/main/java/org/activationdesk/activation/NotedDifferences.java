package org.activationdesk.activation;

import org.activationdesk.purchase.OrderKey;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Keeps a difference in the timeline, where nobody else sees to it. */
@Component
@Fallback
class NotedDifferences implements Differences {
    private final Activations activations;

    NotedDifferences(Activations activations) {
        this.activations = activations;
    }

    @Override
    public void found(OrderKey order, String problem, String detail, String who) {
        activations.note(order, TimelineEvent.DIFFERENCE_FOUND, who, problem + ": " + detail);
    }
}
