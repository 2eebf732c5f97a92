package org.fugong;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The application in a process of its own, as it is run, with an empty installation. */
final class Node {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern TOKEN = Pattern.compile("enter the token (\\S+)");

    private final Process process;
    private final Path log;
    private final int port;

    private Node(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts one and waits until it answers; its database connections carry its name. */
    static Node start(String name, Path folder, String... settings) throws IOException {
        Files.createDirectories(folder);
        var log = folder.resolve(name + ".log");
        int port = freePort();
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx384m",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", classes(), "org.fugong.FugongApplication", "--server.port=" + port, "--fugong.demonstration=false",
                "--fugong.job.run=true", "--spring.datasource.hikari.data-source-properties.ApplicationName=" + name));
        command.addAll(List.of(settings));
        var node = new Node(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start(), log, port);
        node.until(node::answers);
        return node;
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** The token that lets the first admin in. */
    String token() throws IOException {
        until(() -> TOKEN.matcher(Files.readString(log)).find());
        return TOKEN.matcher(Files.readString(log)).results().findFirst().orElseThrow().group(1);
    }

    /** Waits for something that this node, while it lives, has to bring about. */
    void until(Callable<Boolean> condition) {
        await().alias("see " + log).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20))
                .failFast(() -> !process.isAlive()).until(condition);
    }

    /** Without any chance to finish what it is at. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private boolean answers() {
        try (var connection = new Socket("localhost", port)) {
            return connection.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static String classes() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
    }
}
