package org.activationdesk.crawl;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.AGENT_ZUIDERLICHT;
import static org.activationdesk.tryout.signin.Accounts.ENGINEER;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.activationdesk.signin.Visitor;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every address of desk and try-out, for every order, mail, task, agreement and guide of the demo data, as everybody who can
 * sign in and as nobody, in both languages: none fails, each page has its files, and each link is right for its reader.
 */
@DeskTest
@Import(DemoCourse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryAddressTest {
    private static final List<Account> PEOPLE =
            List.of(MANAGER, ENGINEER, AGENT_NOORDZEE, AGENT_ZUIDERLICHT, ADMIN_BAKKERIJ, ADMIN_FOUNDRY);

    private final Map<String, Integer> files = new HashMap<>();

    @Autowired
    private DemoCourse course;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> pages;

    @Autowired
    private RouterFunctionMapping tryOut;

    private Leads leads;
    private List<String> addresses;

    @BeforeAll
    void the_demo_orders_take_their_course() {
        leads = course.run();
        addresses = new Addresses(pages, tryOut).filled(leads.examples());
    }

    static Stream<Arguments> readers() {
        return Stream.concat(PEOPLE.stream().map(Optional::of), Stream.of(Optional.<Account>empty()))
                .flatMap(account -> Stream.of("en", "nl")
                        .map(language ->
                                Arguments.of(account.map(Account::username).orElse("nobody"), language, account)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("readers")
    void every_page_opens_and_leads_on(String name, String language, Optional<Account> account) {
        Visitor visitor = course.visitor();
        account.ifPresent(person -> visitor.signIn("/orders", person));
        Reader reader = new Reader(visitor, account.isPresent(), language, course.desk(), files);
        account.ifPresent(person -> reader.follow("mails to " + name, leads.linksMailedTo(person)));
        account.ifPresent(person -> reader.follow("forms of " + name, leads.linksOfForms(visitor)));
        assertThat(reader.complaintsAbout(addresses)).isEmpty();
    }
}
