package org.activationdesk.activation;

import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.Base64;
import org.activationdesk.language.Language;
import org.activationdesk.purchase.OrderKey;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the desk is reached and what its links are made of.
 *
 * @param publicUrl the base of every link in a mail; never taken from a request, whose Host header anybody can write
 * @param link see {@link Link}
 * @param portal the licensing portal, the second way to activate
 * @param longestAbsence how far ahead an administrator can name the end of an absence
 * @param changeVisibleWithin how long after the renewal it is normal that the admin center does not show it
 */
@ConfigurationProperties("activation")
public record DeskSettings(
        URI publicUrl, Link link, Portal portal, Period longestAbsence, Duration changeVisibleWithin) {

    /**
     * How activation links are made.
     *
     * @param key Base64 of at least 32 random bytes
     * @param life how long a link lives
     */
    public record Link(String key, Period life) {
        byte[] secret() {
            byte[] secret = Base64.getDecoder().decode(key);
            if (secret.length < 32) {
                throw new IllegalArgumentException("activation.link.key must be Base64 of at least 32 bytes; "
                        + "make one with: openssl rand -base64 32");
            }
            return secret;
        }
    }

    /** The licensing portal by the name that people know it by. */
    public record Portal(String label, URI url) {}

    public String activationLink(String token) {
        return publicUrl.resolve("/activate/" + token).toString();
    }

    /** The way to the task that the reader can work on now; asks for sign-in first. */
    public String taskLink(OrderKey order) {
        return publicUrl.resolve("/go/" + order).toString();
    }

    /** Where the administrator names a deputy or an absence; asks for sign-in first. */
    public String handOver(OrderKey order) {
        return publicUrl.resolve("/orders/" + order + "/hand-over").toString();
    }

    /** The page that says how an order stands; asks for sign-in first. */
    public String orderPage(OrderKey order) {
        return publicUrl.resolve("/orders/" + order).toString();
    }

    /** The page of the proof, where its files are; asks for sign-in first. */
    public String proof(OrderKey order) {
        return publicUrl.resolve("/orders/" + order + "/proof").toString();
    }

    /** Where the administrator enters the product key of an order; asks for sign-in first. */
    public String productKeyPage(OrderKey order) {
        return publicUrl.resolve("/orders/" + order + "/product-key").toString();
    }

    /** Where a contact of an agreement says whether it still is one. */
    public String contactLink(String token) {
        return publicUrl.resolve("/contact/" + token).toString();
    }

    /** Where a partner sees its agreements and their contacts; asks for sign-in first. */
    public String agreementsPage() {
        return publicUrl.resolve("/agreements").toString();
    }

    /** Where people who are signed in report a problem with an order. */
    public String problemPage(OrderKey order) {
        return publicUrl.resolve("/orders/" + order + "/problem").toString();
    }

    /** Where managers get what Microsoft's support asks for, without the ending that says in which form. */
    public String dossier(OrderKey order) {
        return publicUrl.resolve("/orders/" + order + "/dossier").toString();
    }

    public String guide(String name, Language language) {
        return publicUrl.resolve("/guides/" + name + "/" + language.code()).toString();
    }
}
