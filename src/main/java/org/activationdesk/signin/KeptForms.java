package org.activationdesk.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Forms that were sent too late, with what was filled in, for the hour in which somebody signs in again: in memory, at most
 * 200 of them and 8,000 characters each, the oldest first to go. Who knows a form's random id sees it.
 */
@Component
public class KeptForms {
    private static final String PAGE = "/again/";
    private static final int MOST_FORMS = 200;
    private static final int MOST_CHARACTERS = 8_000;
    private static final int ID_BYTES = 16;

    /** Neither the guard against forged requests, which is a new one then, nor a product key, which is kept nowhere. */
    private static final Set<String> NEVER_KEPT = Set.of("_csrf", "productKey");

    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Clock clock;

    KeptForms(Clock clock) {
        this.clock = clock;
    }

    /** The page where the form can be sent once more; its own page where nothing was filled in that could be lost. */
    String keep(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NEVER_KEPT.contains(name)) {
                fields.put(name, List.of(values));
            }
        });
        if (fields.isEmpty() || fields.toString().length() > MOST_CHARACTERS) {
            return request.getRequestURI() + "?late";
        }
        String id = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(KeyGenerators.secureRandom(ID_BYTES).generateKey());
        add(id, new Form(request.getRequestURI(), fields, clock.instant().plus(StateSeal.LIFE)));
        return PAGE + id;
    }

    private synchronized void add(String id, Form form) {
        forms.values().removeIf(kept -> kept.hasEnded(clock.instant()));
        if (forms.size() >= MOST_FORMS) {
            forms.remove(forms.keySet().iterator().next());
        }
        forms.put(id, form);
    }

    /** What was filled in; empty when it is not kept any more. */
    public synchronized Optional<Form> find(String id) {
        return Optional.ofNullable(forms.get(id)).filter(form -> !form.hasEnded(clock.instant()));
    }

    /** A form as it was sent: to which path of the desk, and each field's values. */
    public record Form(String address, Map<String, List<String>> fields, Instant endsAt) {
        boolean hasEnded(Instant now) {
            return !now.isBefore(endsAt);
        }
    }
}
