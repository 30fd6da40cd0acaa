package org.activationdesk.signin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a call of the web apps may carry: one JSON object. The engine makes a join of each criterion, and with hundreds of them
 * PostgreSQL plans one query for minutes; so who is not staff may send ten of each kind, in all parts of a query together, and
 * little else.
 */
class CallLimits extends OncePerRequestFilter {
    static final int OF_EACH_KIND = 10;
    static final int BYTES = 32 * 1024;
    private static final int BYTES_OF_STAFF = 1024 * 1024;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = WebappCalls.isStaff() ? BYTES_OF_STAFF : BYTES;
        byte[] body = request.getInputStream().readNBytes(most + 1);
        Optional<Refusal> refusal = refusal(request, body, most);
        if (refusal.isPresent()) {
            refusal.get().answer(request, response);
        } else {
            chain.doFilter(new ReadRequest(request, body), response);
        }
    }

    private static Optional<Refusal> refusal(HttpServletRequest request, byte[] body, int most) throws IOException {
        if (body.length > most) {
            return refusal(HttpStatus.PAYLOAD_TOO_LARGE, "At most " + most + " bytes can be sent.");
        }
        if ((body.length > 0 || isCall(request)) && !isJson(request)) {
            return refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Only JSON can be sent.");
        }
        Map<String, Integer> kinds = listed(request);
        if (body.length > 0) {
            Optional<JsonNode> sent = object(body);
            if (sent.isEmpty()) {
                return refusal(HttpStatus.BAD_REQUEST, "One JSON object is wanted.");
            }
            count("", sent.get(), kinds);
        }
        return WebappCalls.isStaff() || kinds.values().stream().allMatch(times -> times <= OF_EACH_KIND)
                ? Optional.empty()
                : refusal(HttpStatus.BAD_REQUEST, "At most " + OF_EACH_KIND + " criteria of each kind can be sent.");
    }

    private static Optional<Refusal> refusal(HttpStatus status, String message) {
        return Optional.of(new Refusal(status, message));
    }

    /** Pages and files are asked for by browsers, which may keep a header of the request that led to them. */
    private static boolean isCall(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/");
    }

    /** Whoever sends nothing need not say what it is. */
    private static boolean isJson(HttpServletRequest request) {
        try {
            return request.getContentType() == null
                    || MediaType.APPLICATION_JSON.equalsTypeAndSubtype(
                            MediaType.parseMediaType(request.getContentType()));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    /** Lists in an address have commas. */
    private static Map<String, Integer> listed(HttpServletRequest request) {
        Map<String, Integer> kinds = new HashMap<>();
        request.getParameterMap()
                .forEach((name, values) ->
                        kinds.put(name, String.join(",", values).split(",").length));
        return kinds;
    }

    private static Optional<JsonNode> object(byte[] body) throws IOException {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    private static void count(String kind, JsonNode node, Map<String, Integer> kinds) {
        if (node.isArray()) {
            kinds.merge(kind, node.size(), Integer::sum);
            node.forEach(part -> count(kind, part, kinds));
        } else {
            node.properties().forEach(field -> count(field.getKey(), field.getValue(), kinds));
        }
    }
}
