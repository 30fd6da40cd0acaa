package org.activationdesk.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The plan of the house; every rule was seen red on a class that broke it before it was committed. */
class ArchitectureTest {
    private static final String HOUSE = "org.activationdesk.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.activationdesk");

    @TestFactory
    Stream<DynamicTest> the_house_keeps_its_plan() {
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field ->
                        DynamicTest.dynamicTest(field.getName(), () -> ((ArchRule) field.get(null)).check(CLASSES)));
    }

    /** Each room, and the rooms that it may import; the same table as in {@code docs/architecture.md}. */
    private static final String[][] ROOMS = {
        {
            "web",
            "signin",
            "productkey",
            "agreement",
            "proof",
            "problem",
            "activation",
            "guide",
            "document",
            "partner",
            "mail",
            "purchase",
            "language"
        },
        {"bounce", "activation", "mail", "purchase"},
        {"signin", "process", "partner", "language"},
        {"process.task", "process", "followup", "problem", "activation", "mail", "purchase"},
        {"process", "followup", "problem", "activation", "partner", "mail", "purchase", "ledger", "language"},
        {"followup", "problem", "activation", "calendar", "mail", "purchase", "language"},
        {"problem", "productkey", "activation", "calendar", "mail", "purchase", "language"},
        {"productkey", "activation", "purchase"},
        {"agreement", "activation", "partner", "mail", "purchase", "language"},
        {"proof", "activation", "document", "mail", "purchase", "ledger", "language"},
        {"activation", "guide", "partner", "mail", "purchase", "ledger", "language"},
        {"partner", "language"},
        {"mail", "purchase", "ledger", "language"},
        {"purchase", "language"},
        {"guide", "document", "language"},
        {"document", "language"},
        {"calendar"},
        {"ledger"},
        {"language"},
    };

    /** Arrows point down only. Each room must exist: a misspelt one fails here, as layers may not be empty. */
    static final ArchRule ARROWS_POINT_DOWN = arrows();

    private static ArchRule arrows() {
        var rooms = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.activationdesk..");
        for (String[] room : ROOMS) {
            rooms = rooms.layer(room[0]).definedBy(HOUSE + room[0]);
        }
        for (String[] room : ROOMS) {
            String[] below = Arrays.copyOfRange(room, 1, room.length);
            rooms = below.length == 0
                    ? rooms.whereLayer(room[0]).mayNotAccessAnyLayer()
                    : rooms.whereLayer(room[0]).mayOnlyAccessLayers(below);
        }
        return rooms;
    }

    static final ArchRule ONLY_THREE_ROOMS_KNOW_THE_ENGINE = noClasses()
            .that(resideInAPackage("org.activationdesk..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAnyPackage(HOUSE + "process..", HOUSE + "signin"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    static final ArchRule NOTHING_IS_INJECTED_INTO_A_FIELD =
            noFields().should().beAnnotatedWith(Autowired.class).because("a constructor says what a class needs");

    static final ArchRule NOTHING_IS_PRINTED = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that(com.tngtech.archunit.base.DescribedPredicate.not(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName("DeskClock")))
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    static final ArchRule TASKS_ARE_PACKAGE_PRIVATE =
            noClasses().that().resideInAPackage(HOUSE + "process.task").should().bePublic();

    static final ArchRule NO_TASK_OPENS_A_TRANSACTION = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(HOUSE + "process.task")
            .should()
            .notBeAnnotatedWith(org.springframework.transaction.annotation.Transactional.class)
            .because("the engine's transaction is the only one");

    /** What is known in memory would be wrong otherwise, and what waits in the ledger would be passed by. */
    @Test
    void activations_and_the_timeline_are_written_in_one_place_and_mails_in_one_room() throws IOException {
        assertThat(writersOf("activation|timeline")).containsExactly("ActivationEntries.java");
        assertThat(writersOf("mail")).containsExactlyInAnyOrder("MailEntries.java", "Mails.java", "Outbox.java");
    }

    private static Set<String> writersOf(String tables) throws IOException {
        Pattern writing = Pattern.compile("(insert\\s+into|update|delete\\s+from)\\s+(" + tables + ")\\b");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(source -> source.toString().endsWith(".java"))
                    .filter(source -> writing.matcher(text(source)).find())
                    .map(source -> source.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
