package org.activationdesk.benchmark;

import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Who takes part. Each has a process and a class path of its own, without the jars of the other engines. */
enum Contender {
    DESK("desk", "operaton|flowable", DeskContestant::new),
    DESK_WITHOUT_PROOF("desk-without-proof", "operaton|flowable", DeskContestant::withoutProof),
    CAMUNDA("camunda-stock", "operaton|flowable", CamundaContestant::new),
    OPERATON("operaton", "camunda/bpm|flowable", OperatonContestant::new),
    FLOWABLE("flowable", "camunda|operaton", FlowableContestant::new),
    FLOOR("floor", "camunda|operaton|flowable", FloorContestant::new);

    private final String label;
    private final Pattern notOnItsClassPath;
    private final Function<Wiring, Contestant> maker;

    Contender(String label, String others, Function<Wiring, Contestant> maker) {
        this.label = label;
        this.notOnItsClassPath = Pattern.compile(".*/(" + others + ")/.*\\.jar");
        this.maker = maker;
    }

    String label() {
        return label;
    }

    String database() {
        return label.replace('-', '_');
    }

    boolean needs(String jar) {
        return !notOnItsClassPath.matcher(jar).matches();
    }

    Contestant start(Wiring wiring) {
        return maker.apply(wiring);
    }

    static Contender of(String label) {
        return Arrays.stream(values())
                .filter(contender -> contender.label.equals(label))
                .findFirst()
                .orElseThrow();
    }
}
