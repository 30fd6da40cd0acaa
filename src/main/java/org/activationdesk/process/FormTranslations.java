package org.activationdesk.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.activationdesk.language.Language;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Makes the Dutch twin of each form. The files in the folder {@code forms} are English, and what people read in them stands in
 * {@code forms_nl.properties} in Dutch, by form and component, or by component alone where several forms say the same.
 */
final class FormTranslations {
    /** What people read of a component; the labels of its options besides. */
    static final List<String> WORDS = List.of("text", "label", "description", "placeholder");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Properties dutch;

    FormTranslations() {
        try {
            dutch = PropertiesLoaderUtils.loadProperties(
                    new EncodedResource(new ClassPathResource("forms_nl.properties"), "UTF-8"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /**
     * A form in one language, under the id by which its task asks for it: that of the file and the language.
     *
     * @param english what the file says
     * @throws IllegalStateException where something that people read has no Dutch; it names the missing key
     */
    String in(Language language, String english) {
        try {
            ObjectNode form = (ObjectNode) JSON.readTree(english);
            String name = form.path("id").asText();
            if (language == Language.NL) {
                translate(form, name);
            }
            form.put("id", name + "-" + language.code());
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(form);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void translate(JsonNode parent, String form) {
        for (JsonNode component : parent.path("components")) {
            String id = component.path("id").asText();
            WORDS.forEach(words -> translate(component, words, form, id + "." + words));
            component
                    .path("values")
                    .forEach(option -> translate(
                            option,
                            "label",
                            form,
                            id + "." + option.path("value").asText()));
            translate(component, form);
        }
    }

    private void translate(JsonNode said, String words, String form, String key) {
        if (!said.path(words).asText().isBlank()) {
            ((ObjectNode) said).put(words, dutch(form, key));
        }
    }

    private String dutch(String form, String key) {
        String words = dutch.getProperty(form + "." + key, dutch.getProperty(key));
        if (words == null) {
            throw new IllegalStateException("forms_nl.properties lacks " + form + "." + key);
        }
        return words;
    }
}
