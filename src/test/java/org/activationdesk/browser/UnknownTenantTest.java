package org.activationdesk.browser;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_STRANGER;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.assertj.core.api.Assertions.assertThat;

import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.Test;

/** An order whose agreement names no tenant: somebody has to say whether the account is the customer's. */
class UnknownTenantTest extends BrowserStory {
    private static final String ACCEPT = "I have read this text and accept it on behalf of the organisation";

    @Test
    void an_account_of_the_contacts_domain_is_confirmed_by_its_owner() {
        String order = withoutTenant();
        Person administrator = follows(ADMIN_FOUNDRY, order);
        administrator.readsTitle("Is this the right organisation?");
        administrator.sees("foundry.example");
        administrator.station("30-confirm-organisation");
        assertThat(record(order).path("account_id").isNull()).isTrue();

        administrator.press("Yes, this is Northgate Foundry");
        administrator.sees(ACCEPT);
        assertThat(record(order).path("organisation_confirmed").asBoolean()).isTrue();
    }

    @Test
    void an_account_of_another_domain_waits_until_the_partner_has_confirmed_it() {
        String order = withoutTenant();
        Person administrator = follows(ADMIN_STRANGER, order);
        administrator.readsTitle("Is this the right organisation?");
        administrator.press("Yes, this is Northgate Foundry");
        administrator.readsTitle("We have asked Noordzee IT to confirm");
        administrator.station("31-partner-asked");
        assertThat(record(order).path("organisation_confirmed").asBoolean()).isFalse();
        administrator.goTo(desk + "/go/" + order).readsTitle("Nothing to do for the moment");

        answers(order, "Ja, dit account hoort bij de organisatie hierboven");

        waitFor(order, "SIGNED_IN");
        var goAhead = mail(ADMIN_FOUNDRY.username(), order, "Go on with");
        administrator.goTo(link(goAhead));
        administrator.station("33-landing-page-go-ahead");
        administrator.press("Sign in with your work or school account");
        administrator.press("Continue as Victor Novak");
        administrator.sees(ACCEPT);
        assertThat(record(order).path("organisation_confirmed").asBoolean()).isTrue();
    }

    @Test
    void an_account_that_the_partner_does_not_know_is_let_go() {
        String order = withoutTenant();
        Person administrator = follows(ADMIN_STRANGER, order);
        administrator.press("Yes, this is Northgate Foundry");
        administrator.readsTitle("We have asked Noordzee IT to confirm");

        answers(order, "Nee, dit account hoort bij iemand anders");

        waitFor(order, "INVITED");
        assertThat(record(order).path("account_id").isNull()).isTrue();
        follows(ADMIN_FOUNDRY, order).readsTitle("Is this the right organisation?");
    }

    private void answers(String order, String answer) {
        Person partner = browsers.person(AGENT_NOORDZEE);
        partner.goTo(desk + "/go/" + order).signIn();
        partner.claims();
        partner.sees("stranger.example");
        partner.tick(answer);
        partner.station("32-partner-confirms");
        partner.press("Taak afronden");
    }

    private String withoutTenant() {
        return purchase(noordzee(), KNOWN, document -> document.remove("tenant"));
    }

    private Person follows(Account account, String order) {
        Person person = browsers.person(account);
        person.goTo(link(ADMIN_FOUNDRY.username(), order));
        person.press("Sign in with your work or school account");
        return person.signIn();
    }
}
