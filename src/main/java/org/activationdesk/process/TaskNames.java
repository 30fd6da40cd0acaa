package org.activationdesk.process;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.process.ActivationModel.UserTask;
import org.springframework.stereotype.Component;

/**
 * What tasks are called. The engine keeps one name of a task, in the language of whoever got it; Tasklist shows it to
 * others in theirs, by these patterns.
 */
@Component
public class TaskNames {
    private static final Object[] PLACES = {"{0}", "{1}", "{2}", "{3}"};

    private final Texts texts;

    TaskNames(Texts texts) {
        this.texts = texts;
    }

    /** Pairs of a name in the other language and in this one, as in <code>Accept: {0}</code>, and of descriptions. */
    public List<List<String>> in(Language language) {
        Language other = language == Language.EN ? Language.NL : Language.EN;
        return Arrays.stream(UserTask.values())
                .flatMap(task -> Stream.of("name", "description").map(part -> "task." + task.form() + "." + part))
                .map(key -> List.of(texts.get(other, key, PLACES), texts.get(language, key, PLACES)))
                .toList();
    }
}
