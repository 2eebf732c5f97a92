package org.fugong.attachment.store;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A store that speaks S3 in a process of its own, with a bucket; it may be stopped, and started again with what it holds. */
public final class S3Server implements AutoCloseable {

    static final String BUCKET = "attachments";
    static final String KEY = "fugong";
    static final String SECRET = "secret-of-the-tests";

    private static final Path PROGRAM = Path.of("target", "s3proxy.jar");

    private final Path folder;
    private final int port;
    private final S3Objects store;
    private Process process;

    private S3Server(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.store = new S3Objects(settings());
    }

    /** Starts one that holds nothing but its bucket. */
    public static S3Server start() {
        try (var free = new ServerSocket(0)) {
            var folder = Files.createDirectories(Path.of("target", "test-data", "s3-" + System.nanoTime(), "objects")).getParent();
            var server = new S3Server(folder, free.getLocalPort());
            free.close();
            server.resume();
            try (var client = S3Client.builder().endpointOverride(server.settings().endpoint()).forcePathStyle(true)
                    .region(Region.US_EAST_1).httpClient(UrlConnectionHttpClient.create())
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET))).build()) {
                client.createBucket(request -> request.bucket(BUCKET));
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ObjectStore store() {
        return store;
    }

    S3Settings settings() {
        return new S3Settings(URI.create("http://127.0.0.1:" + port), BUCKET, "us-east-1", KEY, SECRET);
    }

    /** Ends it at once, whatever it is at. */
    public void stop() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again. */
    public void resume() {
        try {
            var settings = Files.writeString(folder.resolve("s3proxy.conf"), """
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.authorization=aws-v2-or-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=filesystem-nio2
                    jclouds.identity=none
                    jclouds.credential=none
                    jclouds.filesystem.basedir=%s
                    """.formatted(port, KEY, SECRET, folder.resolve("objects").toAbsolutePath()));
            process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx128m", "-XX:TieredStopAtLevel=1",
                    "-jar", PROGRAM.toString(), "--properties", settings.toString()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("s3proxy.log").toFile())).start();
            var started = process;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(50)).failFast(() -> !started.isAlive())
                    .until(this::answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        store.close();
        stop();
    }

    private boolean answers() {
        try (var connection = new Socket("127.0.0.1", port)) {
            return connection.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
