package org.fugong.attachment.store;

import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** A bucket in a store that speaks S3, where the bytes of files are kept instead of the database; without an endpoint there is none. */
@Validated
@ConfigurationProperties("fugong.attachment.s3")
record S3Settings(URI endpoint, String bucket, @DefaultValue("us-east-1") String region, String accessKey, String secretKey) {

    @AssertTrue(message = "fugong.attachment.s3 needs endpoint (http:// or https://), bucket, access-key and secret-key, or none of them")
    boolean isComplete() {
        long given = Stream.of(endpoint == null ? "" : endpoint.toString(), bucket, accessKey, secretKey)
                .filter(one -> one != null && !one.isBlank()).count();
        return given == 0 || given == 4 && String.valueOf(endpoint.getScheme()).matches("https?") && endpoint.getHost() != null;
    }

    boolean there() {
        return endpoint != null && !endpoint.toString().isBlank();
    }
}
