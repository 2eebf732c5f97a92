package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.attachment.Uploads;
import org.fugong.demonstration.DemonstrationTest;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An upload that is cut in the middle, as it comes over the line: nothing of it is kept. */
@DemonstrationTest
class CutUploadTests {

    private static final String FIRM = "91640104DEM000014B";
    private static final byte[] FILE = EvidenceFiles.pdfOfBytes(2 * Uploads.PIECE, 3);

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient jdbc;

    private Connection session;
    private long draft;
    private String here;
    private String token;

    @BeforeEach
    void signedIn() throws IOException {
        session = Jsoup.newSession().timeout(60_000);
        var login = session.newRequest(url("/login")).get().expectForm("form[action=/login]");
        session.newRequest(url("/login")).data("_csrf", login.expectFirst("[name=_csrf]").val()).data("username", FIRM)
                .data("password", "fugong-2020").post();
        draft = jdbc.sql("""
                select filing.id from filing join enterprise on enterprise.id = enterprise_id
                where enterprise.credit_code = :code and state = 'DRAFT'""").param("code", FIRM).query(Long.class).single();
        here = "/my/drafts/" + draft + "/attachments/C01";
        token = session.newRequest(url(here)).get().expectFirst("form[data-upload] [name=_csrf]").val();
    }

    @AfterEach
    void theDraftIsAsItWas() {
        jdbc.sql("delete from attachment where filing_id = :draft and item = 'C01'").param("draft", draft).update();
        jdbc.sql("delete from attachment_upload where filing_id = :draft").param("draft", draft).update();
    }

    @Test
    void ofAFormThatIsCutNothingIsAttachedNotEvenTheFileThatHadCome() throws IOException {
        long before = attached();
        var body = EvidenceFiles.joined(part("_csrf", null, token.getBytes()),
                part("files", "一.png", EvidenceFiles.picture("png", 9, 9, 1)),
                part("files", "二.pdf", FILE), "--cut--\r\n".getBytes());
        assertThat(send("POST " + here, "Content-Type: multipart/form-data; boundary=cut", body, body.length / 2))
                .doesNotContainPattern("HTTP/1.1 [23]");
        assertThat(attached()).isEqualTo(before);
        assertThat(send("POST " + here, "Content-Type: multipart/form-data; boundary=cut", body, body.length)).startsWith("HTTP/1.1 303");
        assertThat(attached()).isEqualTo(before + 2);
    }

    @Test
    void ofAPieceThatIsCutNothingIsKept() throws IOException {
        var begun = session.newRequest(url(here + "/uploads")).data("_csrf", token).data("name", "a.pdf")
                .data("size", String.valueOf(FILE.length)).data("sha256", "0".repeat(64)).method(Connection.Method.POST)
                .ignoreContentType(true).followRedirects(false).execute();
        var headers = "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nX-XSRF-TOKEN: " + token;
        var piece = Arrays.copyOf(FILE, Uploads.PIECE);
        assertThat(send("PATCH " + begun.header("Location"), headers, piece, piece.length / 2)).doesNotContainPattern("HTTP/1.1 [23]");
        assertThat(offset(begun)).isEqualTo("0");
        assertThat(send("PATCH " + begun.header("Location"), headers, piece, piece.length)).startsWith("HTTP/1.1 204");
        assertThat(offset(begun)).isEqualTo(String.valueOf(Uploads.PIECE));
    }

    private String offset(Connection.Response begun) throws IOException {
        return session.newRequest(url(begun.header("Location"))).ignoreContentType(true).execute().header("Upload-Offset");
    }

    /** Sends so many bytes of a body that is announced whole, closes this end of the line, and reads what is answered. */
    private String send(String request, String headers, byte[] body, int sent) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var cookies = session.cookieStore().getCookies().stream().map(one -> one.getName() + "=" + one.getValue())
                    .collect(Collectors.joining("; "));
            var out = socket.getOutputStream();
            out.write("%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: %s\r\n%s\r\nContent-Length: %d\r\n\r\n"
                    .formatted(request, cookies, headers, body.length).getBytes(StandardCharsets.UTF_8));
            out.write(body, 0, sent);
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] part(String name, String file, byte[] content) {
        var head = "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"" + (file == null ? "" : "; filename=\"" + file + "\"")
                + "\r\n\r\n";
        return EvidenceFiles.joined(head.getBytes(StandardCharsets.UTF_8), content, "\r\n".getBytes());
    }

    private long attached() {
        return jdbc.sql("select count(*) from attachment").query(Long.class).single();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
