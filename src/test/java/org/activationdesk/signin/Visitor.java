package org.activationdesk.signin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activationdesk.tryout.signin.Account;
import org.activationdesk.tryout.signin.Accounts;

/** A browser: keeps cookies, follows redirects when told, and sends the web apps' token against forged requests. */
public class Visitor {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient following;
    private final HttpClient plain;
    private final String desk;

    public Visitor(String desk) {
        this.desk = desk;
        following = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        plain = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** Opens a page that asks for sign-in and signs in with this account, whoever is signed in at the provider already. */
    public HttpResponse<String> signIn(String path, Account person) {
        URI question = open(path).uri();
        HttpResponse<String> form = page(URI.create(question + "&another=yes"));
        String fields =
                "username=" + encoded(person.username()) + "&password=" + Accounts.PASSWORD + hidden(form.body());
        return send(
                following,
                HttpRequest.newBuilder(question.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(fields)));
    }

    HttpResponse<String> open(String path) {
        HttpResponse<String> answer = page(URI.create(desk).resolve(path));
        // Java's client gives up after five redirects, one less than sign-in with a refusal behind it needs.
        return answer.headers()
                .firstValue("Location")
                .map(next -> page(answer.uri().resolve(next)))
                .orElse(answer);
    }

    private HttpResponse<String> page(URI address) {
        return send(following, HttpRequest.newBuilder(address).header("Accept", "text/html"));
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk + path));
        return send(plain, headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<byte[]> download(String path) {
        return send(plain, HttpRequest.newBuilder(URI.create(desk + path)), BodyHandlers.ofByteArray());
    }

    /**
     * Presses the button of the first form of a page that leads to such an address (a regular expression).
     *
     * @param more further fields, each with an ampersand before it
     */
    public HttpResponse<String> press(String path, String action, String more) {
        Matcher form = Pattern.compile("(?s)<form[^>]*action=\"(" + action + ")\".*?</form>")
                .matcher(get(path).body());
        if (!form.find()) {
            throw new IllegalStateException("No form on " + path + " leads to " + action);
        }
        return send(
                plain,
                HttpRequest.newBuilder(URI.create(desk + form.group(1)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(hidden(form.group()).substring(1) + more)));
    }

    private static String hidden(String form) {
        return HIDDEN.matcher(form)
                .results()
                .map(field ->
                        "&" + field.group(1) + "=" + encoded(field.group(2).replace("&amp;", "&")))
                .collect(Collectors.joining());
    }

    public HttpResponse<String> call(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(plain, request);
    }

    /** Sends a form; the answer is not followed. */
    HttpResponse<String> post(String path, String fields, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(fields));
        return send(plain, headers.length == 0 ? request : request.headers(headers));
    }

    /**
     * Sends address and headers as they are written, which Java's own client would not do with every one.
     *
     * @param headers whole lines, in the place of those that a browser would send
     */
    int raw(String method, String path, String body, String... headers) {
        String cookieHeader = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ", "Cookie: ", ""));
        String lines = Stream.concat(
                        Stream.of(headers),
                        Stream.of(
                                        "Host: localhost",
                                        "Connection: close",
                                        "Content-Type: application/json",
                                        "Content-Length: " + body.length(),
                                        "X-XSRF-TOKEN: " + cookie("XSRF-TOKEN").orElse("none"),
                                        cookieHeader)
                                .filter(line -> Stream.of(headers)
                                        .noneMatch(
                                                given -> given.startsWith(line.substring(0, line.indexOf(':') + 1)))))
                .collect(Collectors.joining("\r\n"));
        String head = method + " " + path + " HTTP/1.1\r\n" + lines + "\r\n\r\n";
        return Integer.parseInt(sent(head + body).split(" ")[1]);
    }

    private String sent(String request) {
        try (Socket socket = new Socket("localhost", URI.create(desk).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where an answer leads, to a request with these header lines, which Java's own client would not send. */
    String location(String path, String... headers) {
        String head = "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
        return sent(head).replaceFirst("(?s).*\r\nLocation: ([^\r]*).*", "$1");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie ->
                        cookie.getName().equals(name) && !cookie.getValue().isEmpty())
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** As somebody does who clears this cookie. */
    public void forget(String name) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        return send(client, request, BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(
            HttpClient client, HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
