package org.activationdesk.web;

import org.activationdesk.activation.Withdrawals;
import org.activationdesk.purchase.DifferentPurchase;
import org.activationdesk.purchase.InvalidPurchase;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What partners' systems are told when a call fails: problem details of RFC 9457 that say what to do next. */
@RestControllerAdvice(assignableTypes = PurchaseApi.class)
class ApiErrors extends ResponseEntityExceptionHandler {
    @ExceptionHandler
    ProblemDetail invalid(InvalidPurchase invalid) {
        ProblemDetail problem =
                problem(HttpStatus.BAD_REQUEST, "Bad fields", "Correct the fields named in errors and send it again.");
        problem.setProperty("errors", invalid.problems());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail different(DifferentPurchase different) {
        return problem(HttpStatus.CONFLICT, "Different purchase", different.getMessage());
    }

    @ExceptionHandler
    ProblemDetail alreadyActive(Withdrawals.AlreadyActive active) {
        return problem(HttpStatus.CONFLICT, "Already redeemed", active.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(PurchaseApi.UnknownPurchase unknown) {
        return problem(HttpStatus.NOT_FOUND, "No such purchase", unknown.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(ConcurrencyFailureException collision) {
        return later("Something else is changing this activation", "1");
    }

    @ExceptionHandler({QueryTimeoutException.class, DataAccessResourceFailureException.class})
    ResponseEntity<ProblemDetail> overloaded(DataAccessException failure) {
        logger.warn("A call took too long: " + failure.getClass().getSimpleName());
        return later("The database takes too long", "5");
    }

    private static ResponseEntity<ProblemDetail> later(String title, String seconds) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE, title, "Nothing was changed. Send the same request again."));
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}
