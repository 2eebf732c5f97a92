package org.fugong.attachment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects in a bucket, against a real server that speaks S3. */
class S3ObjectsTests {

    private static S3Server server;

    @BeforeAll
    static void start() {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatIsPutIsReadUntilItIsDeleted() {
        var store = server.store();
        var bytes = new byte[3 * 1024 * 1024];
        bytes[77] = 7;
        store.put("ab/cd", bytes);
        assertThat(store.get("ab/cd")).isEqualTo(bytes);
        store.delete("ab/cd");
        store.delete("ab/cd");
        assertThatThrownBy(() -> store.get("ab/cd")).isInstanceOf(StoreOutOfReach.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            no-such-bucket, fugong,  secret-of-the-tests, there is none of this name
            attachments,    fugong,  another secret,      not with these keys
            attachments,    nobody,  secret-of-the-tests, not with these keys
            """)
    void whatCannotBeUsedIsSaidInALine(String bucket, String key, String secret, String said) {
        try (var store = new S3Objects(new S3Settings(server.settings().endpoint(), bucket, "us-east-1", key, secret))) {
            assertThatThrownBy(store::look).isInstanceOf(UnusableStore.class).hasMessageContaining(said)
                    .hasMessageNotContaining(secret);
        }
    }

    @Test
    void aStoreThatDoesNotAnswerAtTheMomentKeepsNobodyFromStarting() {
        try (var store = new S3Objects(new S3Settings(URI.create("http://127.0.0.1:1"), "attachments", "us-east-1", "a", "b"))) {
            assertThatCode(store::look).doesNotThrowAnyException();
            assertThatThrownBy(() -> store.put("a", new byte[1])).isInstanceOf(StoreOutOfReach.class);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://localhost:9000, attachments, a, b,  true
            ,                      ,            ,  ,   true
            http://localhost:9000, ,            a, b,  false
            http://localhost:9000, attachments, a, ,   false
            ,                      attachments, ,  ,   false
            localhost:9000,        attachments, a, b,  false
            http:///no-host,       attachments, a, b,  false
            """)
    void theSettingsAreAllThereOrNone(URI endpoint, String bucket, String key, String secret, boolean fine) {
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            assertThat(validation.getValidator().validate(new S3Settings(endpoint, bucket, "us-east-1", key, secret)).isEmpty())
                    .isEqualTo(fine);
        }
    }
}
