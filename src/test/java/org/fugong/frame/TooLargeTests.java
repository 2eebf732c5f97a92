package org.fugong.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.fugong.demonstration.DemonstrationTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form of a megabyte, sent to the server as it runs: it is answered before anything reads it, whosever form it is. */
@DemonstrationTest
class TooLargeTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/my/enterprise", "/my/enterprise/sites/1", "/my/drafts/1/plan", "/my/drafts/1/facts",
            "/my/drafts/1/conditions/C",
            "/desk/verifications/1/results", "/admin/accounts/1/assignment", "/admin/holidays/2031", "/admin/lists/1/items/C01",
            "/admin/requests/640000-00001/answer", "/requests", "/login"})
    void isToldAndReachesNoForm(String path) throws Exception {
        var form = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=" + "x".repeat(1_000_000))).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(form, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("填写的内容太多").doesNotContain("xxxxxxxxxx").hasSizeLessThan(20_000);
        }
    }
}
