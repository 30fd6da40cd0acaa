package org.activationdesk.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets people claim a task for themselves only. The engine lets whoever may work on a task claim it in any name, which would
 * be a way to hand it to others; so the name that the call carries is replaced by the one of who is signed in.
 */
class OwnClaims extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !request.getRequestURI().matches(".*/task/[^/]+/claim");
    }

    /** Ids of accounts have no character that JSON would have to escape. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String claim = "{\"userId\":\"" + request.getRemoteUser() + "\"}";
        chain.doFilter(new ReadRequest(request, claim.getBytes(StandardCharsets.UTF_8)), response);
    }
}
