package org.activationdesk.signin;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What the web apps answer to a call that fails. The engine takes what callers do wrong for faults of its own, as soon as
 * something is wrapped around it, and writes a stack trace for each; here the causes are asked, and the log gets one line. Only a
 * fault of the desk has its trace there.
 *
 * <p>Takes the place of the engine's own mappers, one for each of their types, as the nearest type wins: see
 * {@link EngineErrorsDiscovery}.
 */
abstract class EngineErrors<T extends Throwable> implements ExceptionMapper<T> {
    private static final Logger LOG = LoggerFactory.getLogger(EngineErrors.class);
    /** Where what was sent is read, and where commands that make no sense are refused; queries refuse by themselves. */
    private static final List<String> READERS = List.of(
            "org.camunda.bpm.engine.rest.",
            "org.camunda.bpm.engine.variable.",
            "org.camunda.bpm.engine.impl.cmd.CommandLogger",
            "org.glassfish.jersey.message.");
    /** The engine asks for the rights on a task, and for the type of a field, before it looks whether there is one. */
    private static final Set<String> NOT_LOOKING =
            Set.of(AuthorizationCommandChecker.class.getName(), FormFieldImpl.class.getName());
    /** PostgreSQL, appendix A: the statement took longer than it may. */
    private static final String QUERY_CANCELED = "57014";
    /** PostgreSQL, appendix A: the class of values that cannot be. */
    private static final String DATA_EXCEPTION = "22";

    @Override
    public Response toResponse(T failure) {
        HttpServletRequest call =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        HttpStatus status = status(failure, call);
        if (status.is5xxServerError()) {
            return ofDesk(status, failure, call);
        }
        new Refusal(status, root(failure).getClass().getSimpleName()).log(call);
        return Response.status(status.value())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ExceptionHandlerHelper.getInstance().fromException(failure))
                .build();
    }

    /** What statement failed is nobody's business but the log's. */
    private static Response ofDesk(HttpStatus status, Throwable failure, HttpServletRequest call) {
        Refusal refusal = status == HttpStatus.SERVICE_UNAVAILABLE
                ? new Refusal(status, "This takes too long. Ask for less, or try again in some seconds.")
                : new Refusal(status, "Something went wrong, and the log of the desk says what.");
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            refusal.log(call);
        } else {
            LOG.error("{} {} failed", call.getMethod(), call.getRequestURI(), failure);
        }
        Response.ResponseBuilder answer = Response.status(status.value()).entity(refusal.body());
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    private static HttpStatus status(Throwable failure, HttpServletRequest call) {
        Response.Status engines = ExceptionHandlerHelper.getInstance().getStatus(failure);
        if (engines != null && engines.getStatusCode() < 500) {
            return HttpStatus.valueOf(engines.getStatusCode());
        }
        return causes(failure)
                .map(cause -> ofCause(cause, call))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> ofPlace(cameFrom(root(failure))));
    }

    private static Optional<HttpStatus> ofCause(Throwable cause, HttpServletRequest call) {
        if (cause instanceof AuthorizationException) {
            return Optional.of(HttpStatus.FORBIDDEN);
        }
        if (lostARace(cause, call)) {
            return Optional.of(HttpStatus.CONFLICT);
        }
        if (cause instanceof SQLTransientConnectionException || isState(cause, QUERY_CANCELED)) {
            return Optional.of(HttpStatus.SERVICE_UNAVAILABLE);
        }
        boolean callers = cause instanceof BadUserRequestException
                || cause instanceof JsonProcessingException
                || cause instanceof NullValueException
                || isState(cause, DATA_EXCEPTION)
                || isOfAnExpressionInAQuery(cause);
        return callers ? Optional.of(HttpStatus.BAD_REQUEST) : Optional.empty();
    }

    /** A task that somebody else has completed meanwhile is no longer there. */
    private static boolean lostARace(Throwable cause, HttpServletRequest call) {
        return cause instanceof OptimisticLockingException
                || cause instanceof TaskAlreadyClaimedException
                || cause instanceof NullValueException && WebappCalls.isWork(call);
    }

    private static boolean isState(Throwable cause, String state) {
        return cause instanceof SQLException failed
                && failed.getSQLState() != null
                && failed.getSQLState().startsWith(state);
    }

    private static boolean isOfAnExpressionInAQuery(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .anyMatch(call -> call.getClassName().equals(AbstractQuery.class.getName())
                        && call.getMethodName().equals("evaluateExpressions"));
    }

    private static HttpStatus ofPlace(String place) {
        if (NOT_LOOKING.contains(place)) {
            return HttpStatus.NOT_FOUND;
        }
        return place.endsWith("QueryImpl") || READERS.stream().anyMatch(place::startsWith)
                ? HttpStatus.BAD_REQUEST
                : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    /** The class that could do nothing with what it was given, or empty. */
    private static String cameFrom(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                .findFirst()
                .orElse("");
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    static final class OfEngine extends EngineErrors<ProcessEngineException> {}

    static final class OfCall extends EngineErrors<RestException> {}

    static final class OfSyntax extends EngineErrors<JsonParseException> {}

    static final class OfFields extends EngineErrors<JsonMappingException> {}

    static final class OfAnythingElse extends EngineErrors<Throwable> {}
}
