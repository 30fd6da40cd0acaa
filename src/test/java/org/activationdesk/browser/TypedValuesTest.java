package org.activationdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_BAKKERIJ;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Days and numbers in forms: typed key by key, as people do, and either taken as they stand or refused. */
class TypedValuesTest extends BrowserStory {
    private static final String END_DATE = "Einddatum in het beheercentrum";
    private static final String SEATS = "Aantal licenties in het beheercentrum";
    private static final String DOMAIN = "Domein van de organisatie in het beheercentrum";

    @Test
    void what_was_typed_stands_as_it_is_until_the_desk_says_back_what_it_took() {
        String order = purchase(noordzee(), KNOWN, HandOverTest::ofBakkerij);
        Person administrator = browsers.person(ADMIN_BAKKERIJ);
        administrator.goTo(link(ADMIN_BAKKERIJ.username(), order));
        administrator.press("Aanmelden met uw werk- of schoolaccount");
        administrator.signIn();
        administrator.tick("Ik heb deze tekst gelezen en accepteer die namens de organisatie");
        administrator.press("Taak afronden");
        administrator.tick("Verlengen: nieuwe einddatum, zelfde aantal licenties");
        administrator.tick("Via de link van Microsoft, in de licentiemail");
        renews(administrator, "2028-01-31", "25,5", "“25,5” kunnen wij niet als aantal licenties lezen");
        renews(administrator, "31 januari 2028", "1e3", "“1e3” kunnen wij niet als aantal licenties lezen");
        renews(administrator, "30-02-2028", "25", "“30-02-2028” kunnen wij niet als één datum lezen");
        administrator.station("09-renew-refused");
        assertThat(record(order).path("renewed_at").isNull()).isTrue();

        renews(administrator, "31 december 2027", "40", "U vulde in: einddatum 31 december 2027, licenties: 40.");
        administrator.sees("Nog niet ingevuld: het domein.");
        assertThat(record(order).path("seen_end_date").asText()).isEqualTo("2027-12-31");
        assertThat(record(order).path("seen_seats").asInt()).isEqualTo(40);

        administrator.tick("Ja, ik zie het abonnement");
        stands(administrator, "31 december 2027", "40");
        keepsItsPlace(administrator);
        administrator.typesByHand(DOMAIN, "bakkerij.example");
        administrator.press("Taak afronden");
        waitFor(order, "ACTIVE");
        administrator.goTo(desk + "/orders/" + order);
        administrator.station("68-order-after-the-check");
    }

    private static void renews(Person administrator, String endDate, String seats, String answer) {
        administrator.tick("Ik heb verlengd");
        administrator.typesByHand(END_DATE, endDate);
        administrator.typesByHand(SEATS, seats);
        stands(administrator, endDate, seats);
        administrator.press("Taak afronden");
        administrator.sees(answer);
        if (answer.contains("lezen")) {
            stands(administrator, endDate, seats);
        }
    }

    private static void stands(Person administrator, String endDate, String seats) {
        assertThat(administrator.page().getByLabel(END_DATE)).hasValue(endDate);
        assertThat(administrator.page().getByLabel(SEATS)).hasValue(seats);
    }

    /** A message below a field moves nothing, and a form is on the screen in a narrow window, too. */
    private static void keepsItsPlace(Person administrator) {
        Locator domain = administrator.page().getByLabel(DOMAIN);
        Locator button = administrator.button("Taak afronden");
        // To click there is to scroll there.
        domain.click();
        double before = button.boundingBox().y;
        domain.fill("x");
        domain.fill("");
        domain.blur();
        administrator.sees("Vul dit veld in.");
        administrator.station("64-check-invalid");
        assertThat(button.boundingBox().y).isEqualTo(before);

        administrator.page().setViewportSize(390, 844);
        administrator.station("64-check-narrow");
        domain.scrollIntoViewIfNeeded();
        assertThat(domain.boundingBox().x).isBetween(0.0, 60.0);
        assertThat(domain.boundingBox().x + domain.boundingBox().width).isLessThanOrEqualTo(390);
        administrator.station("64-check-narrow-field");
        administrator.page().setViewportSize(1280, 1000);
    }
}
