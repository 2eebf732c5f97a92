package org.fugong.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fugong.enterprise.CreditCode;

/** A firm at its browser, with a session of its own: it registers, fills in one commitment, and submits whichever it is told. */
final class Clerk {

    static final String PASSWORD = "the bench has a password";
    static final String COUNTY = "640104";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern PROMISE = Pattern
            .compile("type=\"(?:radio|checkbox)\"[^>]*name=\"([A-Z]\\d\\d)\"[^>]*value=\"([0-9a-f]{16})\"");
    private static final Pattern HIDDEN = Pattern
            .compile("<input type=\"hidden\"\\s+name=\"((?:seen\\.|_|lock)[^\"]*)\"\\s+value=\"([^\"]*)\"");
    private static final Pattern SITE = Pattern.compile("/my/filings/new\\?site=(\\d+)");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
    private final String address;
    private final CreditCode code;
    private String token;

    Clerk(String address, int serial) {
        this.address = address;
        this.code = CreditCode.synthetic(COUNTY, "BEN%05d".formatted(serial));
    }

    CreditCode code() {
        return code;
    }

    void register() throws Exception {
        token = first(TOKEN, page("/register"));
        post("/register", Map.of("creditCode", code.value(), "name", "压测企业（虚构）" + code, "legalRepresentative", "王某", "contact", "李某",
                "phone", "0951-1234567", "password", PASSWORD));
    }

    /** Signs in once more; after how many seconds it is to be tried again, none where it was done. */
    int signIn() throws Exception {
        var answer = send("/login", Map.of("username", code.value(), "password", PASSWORD));
        if (answer.statusCode() == 503) {
            return Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow());
        }
        if (answer.statusCode() != 303) {
            throw new IOException("/login answered " + answer.statusCode());
        }
        return 0;
    }

    /** The first draft, filled in. */
    void prepare() throws Exception {
        register();
        token = first(TOKEN, page("/my/enterprise"));
        post("/my/enterprise", Map.of("name", "压测企业（虚构）" + code, "legalRepresentative", "王某", "contact", "李某", "phone", "0951-1234567",
                "registeredAddress", "演示路 1 号", "industry", "34", "staff", "320", "revenue", "9600", "assets", "", "keyClass", "GENERAL"));
        post("/my/enterprise/sites/new", Map.of("name", "总厂", "address", "演示路 1 号", "county", COUNTY, "township", "", "park", ""));
        var draft = post("/my/drafts", Map.of("site", first(SITE, page("/my")), "kind", "COMMITMENT")).headers().firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "").replaceFirst("(/my/drafts/\\d+).*", "$1");
        save(draft + "/plan",
                Map.of("start", LocalDate.now().plusDays(7).toString(), "plannedStaff", "100", "totalStaff", "320", "fromOutside", "12",
                        "fromHighRisk", "0", "responsible", "李某", "phone", "0951-1234567"));
        var facts = new LinkedHashMap<>(Map.of("entrances", "2", "roster_count", "100", "roster_declared", "100"));
        for (var fact : new String[]{"has_canteen", "has_dormitory", "has_shuttle", "has_central_air", "hazardous", "discharges",
                "venue_operator",
                "restricted_venue"}) {
            facts.put(fact, "false");
        }
        save(draft + "/facts", facts);
        var promises = new LinkedHashMap<>(Map.of("signedName", "王某", "signedRole", "法定代表人"));
        for (var promise = PROMISE.matcher(page(draft + "/commitment")); promise.find();) {
            promises.putIfAbsent(promise.group(1), promise.group(2));
        }
        save(draft + "/commitment", promises);
    }

    /** Attaches files to a condition of a draft, all in one form. */
    void attach(long draft, String item, Map<String, byte[]> files) throws Exception {
        var boundary = "----" + code;
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n").getBytes());
        for (var file : files.entrySet()) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + file.getKey()
                    + "\"\r\nContent-Type: image/jpeg\r\n\r\n").getBytes());
            body.writeBytes(file.getValue());
            body.writeBytes("\r\n".getBytes());
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes());
        answered(send("/my/drafts/" + draft + "/attachments/" + item, "multipart/form-data; boundary=" + boundary, body.toByteArray()));
    }

    /** Whether a draft became a filing. */
    boolean submit(long draft) throws Exception {
        return post("/my/drafts/" + draft + "/submission", Map.of()).headers().firstValue("Location")
                .filter(location -> location.contains("/my/filings/")).isPresent();
    }

    boolean looksAt(String path) throws Exception {
        return !page(path).isEmpty();
    }

    private String page(String path) throws Exception {
        var answer = http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Opens the page of a form and sends it with what it had shown. */
    private void save(String path, Map<String, String> form) throws Exception {
        var fields = new LinkedHashMap<String, String>();
        for (var hidden = HIDDEN.matcher(page(path)); hidden.find();) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        fields.putAll(form);
        post(path, fields);
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        return answered(send(path, form));
    }

    private static HttpResponse<String> answered(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 3) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": " + answer
                    .body().replaceAll("(?s).*<main(.*)</main>.*", "$1"));
        }
        return answer;
    }

    private HttpResponse<String> send(String path, Map<String, String> form) throws Exception {
        var fields = new LinkedHashMap<>(form);
        fields.put("_csrf", token);
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(String path, String type, byte[] body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }

    private static String first(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(match -> match.group(1)).findFirst()
                .orElseThrow(() -> new IllegalStateException("The page has no " + pattern));
    }
}
