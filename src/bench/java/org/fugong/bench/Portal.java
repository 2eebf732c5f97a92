package org.fugong.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The application in a process of its own. */
final class Portal implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final String address;
    private final long startMillis;

    private Portal(Process process, String address, long begun) throws Exception {
        this.process = process;
        this.address = address;
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The application ended, see target/bench/portal.log");
            }
            Thread.sleep(10);
        }
        this.startMillis = (System.nanoTime() - begun) / 1_000_000;
    }

    static Portal start(Map<String, String> settings) throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = line(settings);
        command.add("--server.port=" + port);
        var log = Files.createDirectories(Path.of("target", "bench")).resolve("portal.log").toFile();
        var begun = System.nanoTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        return new Portal(process, "http://localhost:" + port, begun);
    }

    /** Starts it for a command and waits for its end: its lines but for the log. */
    static String command(Map<String, String> settings) throws Exception {
        var process = new ProcessBuilder(line(settings)).start();
        var printed = process.inputReader().lines().filter(line -> !line.contains(" --- [")).collect(Collectors.joining("\n"));
        return printed + ", exit " + process.waitFor();
    }

    private static List<String> line(Map<String, String> settings) {
        var line = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "org.fugong.FugongApplication"));
        settings.forEach((name, value) -> line.add("--" + name + "=" + value));
        return line;
    }

    String address() {
        return address;
    }

    /** From the start of the process to the first page that was answered. */
    long startMillis() {
        return startMillis;
    }

    /** What the process holds of the machine's memory, without the database server. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
    }

    /** The time of processors that the process has taken, without the database server. */
    long cpuMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** What lives on the heap of the process after a full collection, in MB. */
    double liveMegabytes() throws Exception {
        var counted = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + process.pid(),
                "GC.class_histogram").start();
        var total = counted.inputReader().lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
        counted.waitFor();
        return Long.parseLong(total.trim().split(" +")[2]) / 1e6;
    }

    private boolean answers() throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address + "/")).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
    }
}
