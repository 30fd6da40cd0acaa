package org.activationdesk.activation;

import java.util.ArrayList;
import java.util.List;
import org.activationdesk.mail.MailSettings;
import org.activationdesk.purchase.Contact;
import org.activationdesk.purchase.EmailAddress;
import org.activationdesk.purchase.FieldProblem;
import org.activationdesk.purchase.InvalidPurchase;
import org.springframework.stereotype.Component;

/** Which addresses can be those of a customer's people: any but the desk's own, which would answer itself. */
@Component
class ContactAddresses {
    private final MailSettings desk;

    ContactAddresses(MailSettings desk) {
        this.desk = desk;
    }

    /** The address that was typed into a form. */
    String read(String typed) {
        String address = EmailAddress.of(typed)
                .map(EmailAddress::value)
                .orElseThrow(() -> new AnswerRefused(
                        typed.chars().allMatch(letter -> letter < 128) ? "email-invalid" : "email-not-ascii", typed));
        if (desk.owns(address)) {
            throw new AnswerRefused("email-of-desk", address);
        }
        return address;
    }

    /**
     * Refuses a purchase that names the desk itself as a contact.
     *
     * @throws InvalidPurchase naming each such contact
     */
    void mustBeOthers(List<Contact> contacts) {
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < contacts.size(); i++) {
            if (desk.owns(contacts.get(i).email())) {
                problems.add(new FieldProblem(
                        "contacts[" + i + "].email",
                        "is an address of the desk itself; name somebody of the customer's"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidPurchase(problems);
        }
    }
}
