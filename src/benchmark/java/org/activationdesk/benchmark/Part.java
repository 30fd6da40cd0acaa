package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** One thing that is measured, with its figures in latest.json and its section of the page. */
interface Part {
    /** As {@code benchmark.parts} says it; also the key of its figures in latest.json. */
    String name();

    /**
     * Takes minutes. Databases that are made in the server are gone when the server is.
     *
     * @return figures by name, {@code plan} among them: how much was measured
     */
    Map<String, Object> measure(Postgres postgres) throws Exception;

    /**
     * The section for people, below its own heading.
     *
     * @param figures as {@link #measure} has found them, perhaps long ago, with {@code measuredOn} and {@code machine}
     */
    String section(JsonNode figures);
}
