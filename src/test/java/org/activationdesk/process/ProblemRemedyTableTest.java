package org.activationdesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activationdesk.problem.KnownProblem;
import org.activationdesk.problem.Owner;
import org.activationdesk.problem.Remedy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the table says that ships with the desk; every row has a line here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemRemedyTableTest {
    private final TestedTable table = new TestedTable(ActivationModel.PROBLEM_REMEDY);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // row, problem, reported before, administrator known, owner, advice, minutes, next step
        "NobodyToAsk,       F4,  0, false, PARTNER,       name-administrator, 0,  name-administrator",
        "NobodyToAsk,       F13, 5, false, PARTNER,       name-administrator, 0,  name-administrator",
        "NobodyKnown,       F1,  0, true,  PARTNER,       name-administrator, 0,  name-administrator",
        "AdministratorLeft, F2,  0, true,  PARTNER,       name-another,       0,  name-administrator",
        "Absent,            F3,  0, true,  ADMINISTRATOR, find-deputy,        0,  find-deputy",
        "AbsentStill,       F3,  1, true,  PARTNER,       name-deputy,        0,  name-administrator",
        "MailNotSeen,       F4,  0, true,  ADMINISTRATOR, search-mailbox,     0,  search-mailbox",
        "MailNotDelivered,  F5,  0, true,  PARTNER,       correct-address,    0,  name-administrator",
        "AssignedAlready,   F6,  0, true,  ADMINISTRATOR, check-licences,     0,  check-licences",
        "NotOrderedYet,     F7,  0, true,  PARTNER,       place-order,        0,  place-order",
        "LinkExpired,       F8,  0, true,  DESK,          send-link,          0,  send-link",
        "OldInvitation,     F9,  0, true,  ADMINISTRATOR, use-portal,         0,  use-portal",
        "PersonalAccount,   F10, 0, true,  ADMINISTRATOR, use-work-account,   0,  use-work-account",
        "WrongTenant,       F11, 0, true,  MANAGER,       move-tenant,        0,  support-case",
        "WrongTenant,       F11, 9, false, MANAGER,       move-tenant,        0,  support-case",
        "NoRights,          F12, 0, true,  ADMINISTRATOR, forward-to-rights,  0,  forward-to-rights",
        "KeyNotValid,       F13, 0, true,  ADMINISTRATOR, check-key,          0,  check-key",
        "KeyStillNotValid,  F13, 1, true,  PARTNER,       replace-key,        0,  get-new-key",
        "KeyUsed,           F14, 0, true,  PARTNER,       key-used,           0,  get-new-key",
        "KeyExpired,        F15, 0, true,  PARTNER,       key-expired,        0,  get-new-key",
        "TooManyLicences,   F16, 0, true,  PARTNER,       correct-order,      0,  correct-order",
        "OfferNotAvailable, F17, 0, true,  PARTNER,       another-offer,      0,  another-offer",
        "PortalBusy,        F18, 0, true,  ADMINISTRATOR, try-again,          15, try-again",
        "PortalBusy,        F18, 2, true,  ADMINISTRATOR, try-again,          15, try-again",
        "PortalStillBusy,   F18, 3, true,  MANAGER,       portal-fails,       0,  support-case",
        "WrongEffect,       F19, 0, true,  PARTNER,       wrong-effect,       0,  support-case",
        "NotApproved,       F20, 0, true,  MANAGER,       wait-for-approval,  0,  wait-for-approval",
        "UseLimit,          F21, 0, true,  PARTNER,       remove-old,         0,  remove-old",
        "SignedOut,         F22, 0, true,  NOBODY,        signed-out,         0,  explain",
        "GuideOutdated,     F23, 0, true,  MANAGER,       correct-guide,      0,  correct-guide",
        "WrongCustomer,     F24, 0, true,  PARTNER,       wrong-customer,     0,  support-case",
        "SomethingElse,     OTHER, 0, true, MANAGER,      find-out,           0,  find-out",
        "SomethingElse,     OTHER, 0, false, MANAGER,     find-out,           0,  find-out"
    })
    void every_row_names_owner_advice_waiting_time_and_next_step(
            String row,
            KnownProblem problem,
            int before,
            boolean known,
            Owner owner,
            String advice,
            int minutes,
            String nextStep) {
        Remedy remedy = remedy(problem, before, known);
        assertThat(table.matched()).first().isEqualTo("Rule_" + row);
        assertThat(remedy.owner()).isEqualTo(owner);
        assertThat(remedy.advice()).isEqualTo(advice);
        assertThat(remedy.pause()).hasMinutes(minutes);
        assertThat(remedy.nextStep()).isEqualTo(nextStep);
        table.tested("Rule_" + row);
    }

    @AfterAll
    void every_row_was_tested() {
        table.hasOnlyTestedRows();
    }

    @ParameterizedTest
    @EnumSource
    void no_problem_is_without_a_remedy(KnownProblem problem) {
        for (int before = 0; before < 6; before++) {
            assertThat(remedy(problem, before, true).owner()).isNotNull();
            assertThat(remedy(problem, before, false).owner()).isNotEqualTo(Owner.ADMINISTRATOR);
        }
    }

    @Test
    void every_sentence_is_there_and_none_is_left_over() throws IOException {
        Properties words = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/messages_en.properties")) {
            words.load(in);
        }
        assertThat(keys(words, "advice.")).isEqualTo(outputs("Advice"));
        assertThat(keys(words, "next-step.")).isEqualTo(outputs("NextStep"));
        assertThat(keys(words, "arranging.")).isEqualTo(outputs("NextStep"));
        Set<String> problems = keys(words, "problem.");
        problems.removeIf(key -> key.startsWith("topic."));
        assertThat(problems)
                .isEqualTo(Arrays.stream(KnownProblem.values())
                        .map(KnownProblem::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Set<String> outputs(String column) {
        return table.rows()
                .flatMap(rule -> rule.getOutputEntries().stream())
                .filter(entry -> entry.getId().endsWith("_" + column))
                .map(entry -> entry.getText().getTextContent().replace("\"", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Properties words, String prefix) {
        return words.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_decision_id_is_the_file_name_and_history_has_an_end() {
        table.keepsItsHistoryFor("P2555D");
    }

    @Test
    void an_owner_that_nobody_knows_is_named() {
        assertThat(Stream.of(Owner.values()).map(Owner::code).map(Owner::of)).containsExactly(Owner.values());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Owner.of("janitor"))
                .withMessageContaining("\"janitor\"")
                .withMessageContaining("manager");
    }

    private Remedy remedy(KnownProblem problem, int before, boolean known) {
        return ProblemRemedyTable.remedy(table.evaluate(ProblemRemedyTable.inputs(problem, before, known))
                .getSingleResult());
    }
}
