package org.fugong.attachment.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects in a bucket of a store that speaks S3: Amazon's, MinIO, Ceph and others, so only what all of them know is used. */
class S3Objects implements ObjectStore, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(S3Objects.class);

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final Duration ALTOGETHER = Duration.ofSeconds(45);

    private final S3Client client;
    private final S3Settings settings;

    S3Objects(S3Settings settings) {
        this.settings = settings;
        this.client = S3Client.builder().endpointOverride(settings.endpoint()).forcePathStyle(true).region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(TO_CONNECT).socketTimeout(TO_ANSWER))
                // the newer checksums are not known everywhere; what is put carries its MD5, and what is read is compared with its hash
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(ALTOGETHER))
                .build();
    }

    /**
     * Sees whether the bucket may be used; a store that does not answer at the moment is no reason not to start.
     *
     * @throws UnusableStore where there is no such bucket, or not for these keys
     */
    void look() {
        try {
            client.headBucket(request -> request.bucket(settings.bucket()));
        } catch (S3Exception e) {
            if (e.statusCode() >= 500) {
                log.warn("The store of objects at {} does not answer: {}", settings.endpoint(), e.getMessage());
            } else {
                throw new UnusableStore(settings, e.statusCode());
            }
        } catch (SdkException e) {
            log.warn("The store of objects at {} does not answer: {}", settings.endpoint(), e.getMessage());
        }
    }

    @Override
    public void put(String name, byte[] bytes) {
        ask("put", () -> client.putObject(request -> request.bucket(settings.bucket()).key(name).contentMD5(md5(bytes)),
                RequestBody.fromBytes(bytes)));
    }

    @Override
    public byte[] get(String name) {
        return ask("get", () -> client.getObjectAsBytes(request -> request.bucket(settings.bucket()).key(name)).asByteArrayUnsafe());
    }

    @Override
    public void delete(String name) {
        ask("delete", () -> client.deleteObject(request -> request.bucket(settings.bucket()).key(name)));
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> T ask(String what, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (SdkException e) {
            throw new StoreOutOfReach("The store of objects did not " + what + ": " + e.getMessage(), e);
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
