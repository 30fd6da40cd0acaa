package org.activationdesk.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The process of one contestant: each line "clients seconds" that comes in is answered with a measurement. "open"
 * leaves open tasks behind. */
final class ContestantMain {
    static final String ANSWER = "measured ";
    static final String OPEN = "open";

    private ContestantMain() {}

    public static void main(String[] arguments) throws Exception {
        try {
            run(arguments);
        } catch (Exception failed) {
            failed.printStackTrace();
        } finally {
            // Failed, or whoever asked is gone: the engine's threads would go on for ever.
            Runtime.getRuntime().halt(0);
        }
    }

    private static void run(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        ((Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
        Wiring wiring = Wiring.of(
                arguments[1],
                Integer.parseInt(arguments[2]),
                List.of(arguments).subList(3, arguments.length));
        Contestant contestant = Contender.of(arguments[0]).start(wiring);
        Load load = new Load(contestant, wiring.milestones(), wiring.executions(), wiring.commits());
        answers.println(ANSWER);
        ObjectMapper json = new ObjectMapper();
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            if (line.equals(OPEN)) {
                contestant.open();
                answers.println(ANSWER);
                continue;
            }
            String[] words = line.split(" ");
            Measurement measurement = load.measure(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
            answers.println(ANSWER + json.writeValueAsString(measurement));
        }
    }
}
