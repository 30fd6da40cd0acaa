package org.activationdesk.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much may be asked of the database at a time by people who look around: two calls of one account, and a part of the pool's
 * connections by all of them together. What is left is for intake, activation links and the desk's own work. A browser sends
 * more calls than two at once, so some wait for their turn; who sends far more than a browser does is refused.
 */
class ConcurrencyLimit extends OncePerRequestFilter {
    static final int OF_ONE_ACCOUNT = 2;
    /** Those that wait included. Browsers open six connections to a desk. */
    static final int WAITING = 16;

    /** Longer than a statement may take, so that whoever waits behind a slow one gets a turn. */
    private static final int PATIENCE_IN_SECONDS = 15;

    private static final Refusal BUSY =
            new Refusal(HttpStatus.TOO_MANY_REQUESTS, "Too much is asked at once. Try again in some seconds.");

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Semaphore all;

    /** @param pool connections to the database, of which two fifths are for those who look around */
    ConcurrencyLimit(int pool) {
        all = new Semaphore(Math.max(1, pool * 2 / 5), true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRemoteUser() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = request.getRemoteUser();
        Account account = accounts.compute(name, (id, known) -> Account.joined(known));
        try {
            if (account.calls().get() > WAITING || !inTurn(account.turns(), request, response, chain)) {
                BUSY.answer(request, response);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            BUSY.answer(request, response);
        } finally {
            accounts.compute(name, (id, known) -> Account.left(known));
        }
    }

    private boolean inTurn(Semaphore own, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws InterruptedException, ServletException, IOException {
        if (!own.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
            return false;
        }
        try {
            if (!all.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                return false;
            }
            try {
                chain.doFilter(request, response);
                return true;
            } finally {
                all.release();
            }
        } finally {
            own.release();
        }
    }

    /** Kept only while calls of it are here. */
    private record Account(AtomicInteger calls, Semaphore turns) {
        static Account joined(Account known) {
            Account account =
                    known == null ? new Account(new AtomicInteger(), new Semaphore(OF_ONE_ACCOUNT, true)) : known;
            account.calls.incrementAndGet();
            return account;
        }

        static Account left(Account known) {
            return known.calls.decrementAndGet() == 0 ? null : known;
        }
    }
}
