package org.activationdesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.activationdesk.process.task.BeanOfATask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ExpressionGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${currentUser()}",
                "${ currentUserGroups() }",
                "${now()}",
                "${followUpCycle}",
                "${dateTime()}",
                "${dateTime().plusDays(3)}",
                "${dateTime().withTimeAtStartOfDay().minusHours(12)}",
                "plain text",
                "2026-11-22T08:00:00",
                "a # and a $ sign",
                ""
            })
    void letsFiltersAskForPeopleAndDates(String text) {
        assertThat(ExpressionGuard.harmless(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${nosuchbean}",
                "#{now()}",
                "${now()}${nosuchbean}",
                "${dateTime().getClass()}",
                "${dateTime().plusDays(x)}",
                "${now().getClass().forName('java.lang.Runtime')}",
                "text ${x}",
                "text\n${x}",
                "${currentUser().class}",
                "${dateTime().plusDays(currentUser())}",
                "$${x}",
                "${''}",
                "\\${x}",
                "\\\\${x}"
            })
    void refusesEverythingElse(String text) {
        assertThat(ExpressionGuard.harmless(text)).isFalse();
    }

    /** Seen red: the second one ended in a StackOverflowError, from some thousand steps of arithmetic on. */
    @Test
    void noLengthIsTooMuchForIt() {
        assertThat(ExpressionGuard.harmless("text ".repeat(100_000))).isTrue();
        assertThat(ExpressionGuard.harmless("${dateTime()" + ".plusDays(1)".repeat(100_000) + "}"))
                .isFalse();
    }

    @Test
    void modelsCallBeansOfTaskClassesOnly() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean("beanOfATask", BeanOfATask.class);
            context.registerBean("somethingElse", Object.class);
            context.refresh();
            TaskBeans beans = new TaskBeans(context);
            assertThat(beans.get("beanOfATask")).isInstanceOf(BeanOfATask.class);
            assertThat(beans.containsKey("somethingElse")).isFalse();
            assertThat(beans.get("environment")).isNull();
            assertThat(beans.containsKey("nothing")).isFalse();
        }
    }
}
