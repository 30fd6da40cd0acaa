package org.activationdesk.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final Pattern ROOM = Pattern.compile("(?m)^([a-z.]+) {2,}[^`>]+?(?:-> ([a-z., ]+))?$");

    /** Each room, and the rooms that it may import, as the table in the document has them. */
    private static final Map<String, List<String>> ROOMS = rooms();

    private static Map<String, List<String>> rooms() {
        try {
            String table = Files.readString(Path.of("docs/architecture.md")).split("```")[1];
            return ROOM.matcher(table)
                    .results()
                    .collect(Collectors.toMap(
                            room -> room.group(1),
                            room -> room.group(2) == null
                                    ? List.of()
                                    : List.of(room.group(2).split(", ")),
                            (first, second) -> first,
                            LinkedHashMap::new));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_arrow_is_used() {
        return ROOMS.entrySet().stream().flatMap(room -> room.getValue().stream()
                .map(below -> DynamicTest.dynamicTest(
                        room.getKey() + " -> " + below,
                        () -> assertThat(importsOf(room.getKey())).contains(HOUSE + below))));
    }

    private static Set<String> importsOf(String room) {
        return CLASSES.stream()
                .filter(code -> code.getPackageName().equals(HOUSE + room))
                .flatMap(code -> code.getDirectDependenciesFromSelf().stream())
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getPackageName())
                .collect(Collectors.toSet());
    }

    @Test
    void the_table_names_every_room() {
        assertThat(ROOMS.keySet())
                .containsExactlyInAnyOrderElementsOf(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(HOUSE))
                        .map(name -> name.substring(HOUSE.length()))
                        .collect(Collectors.toSet()));
    }

    /** Arrows point down only. Each room must exist: a misspelt one fails here, as layers may not be empty. */
    static final ArchRule ARROWS_POINT_DOWN = arrows();

    private static ArchRule arrows() {
        var rooms = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.activationdesk..");
        for (String room : ROOMS.keySet()) {
            rooms = rooms.layer(room).definedBy(HOUSE + room);
        }
        for (Map.Entry<String, List<String>> room : ROOMS.entrySet()) {
            String[] below = room.getValue().toArray(String[]::new);
            rooms = below.length == 0
                    ? rooms.whereLayer(room.getKey()).mayNotAccessAnyLayer()
                    : rooms.whereLayer(room.getKey()).mayOnlyAccessLayers(below);
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
