package org.fugong.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who is signed in, such as one of the demonstration. */
final class Session {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
    private final String address;

    Session(String address, String login) throws Exception {
        this(address, login, "fugong-2020");
    }

    Session(String address, String login, String password) throws Exception {
        this.address = address;
        var form = "username=" + login + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&_csrf="
                + first("/login", TOKEN).group(1);
        var answer = http.send(HttpRequest.newBuilder(URI.create(address + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                BodyHandlers.discarding());
        if (answer.statusCode() != 303) {
            throw new IOException("/login answered " + answer.statusCode() + " to " + login);
        }
    }

    /** What to send as the header {@code Cookie}. */
    String cookie() {
        return cookies.getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The first address on a page that is of a pattern. */
    String link(String path, String pattern) throws Exception {
        return first(path, Pattern.compile(pattern)).group();
    }

    /** Asks for a page and reads it to its end. */
    void open(String path) throws Exception {
        var answer = http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
    }

    private MatchResult first(String path, Pattern pattern) throws Exception {
        var page = http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString()).body();
        return pattern.matcher(page).results().findFirst().orElseThrow(() -> new IllegalStateException(path + " has no " + pattern));
    }
}
