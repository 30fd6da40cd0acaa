package org.activationdesk.tryout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole desk with real parts: a database of its own in a PostgreSQL that all tests share, a mail server
 * and a clock of its own, the sign-in provider of the try-out. All are on free ports: the desk's own is the address in
 * {@code activation.public-url}. Inject {@link Inbox}, {@link MovableClock} or {@link TimeTravel} to watch and to move
 * the desk. The clock is back at the world's time before and after each test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        // The desk must know its address before it starts, so DeskTestSettings picks the free port.
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = DeskTestSettings.WANTED + "=true")
@Import(TryOutParts.class)
@ExtendWith({ClockReset.class, OwnEngine.class})
public @interface DeskTest {}
