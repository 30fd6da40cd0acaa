package org.activationdesk.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A signed-in person's browser, as far as the calls of Tasklist need one. */
final class Browser {
    static final String ENGINE = "/camunda/api/engine/engine/default/";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String desk;

    private Browser(String desk) {
        this.desk = desk;
    }

    static Browser of(String desk, Person person) {
        Browser browser = new Browser(desk);
        browser.get(BackDoor.PATH + "?account=" + person.account() + "&groups=" + String.join(",", person.groups()));
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    String get(String path) {
        return send(path, "GET", "");
    }

    String post(String path, String body) {
        return send(path, "POST", body);
    }

    private String send(String path, String method, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk + path))
                .header("Accept", path.startsWith(ENGINE) ? "application/hal+json, application/json; q=0.5" : "text/html")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.header("X-XSRF-TOKEN", token));
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
