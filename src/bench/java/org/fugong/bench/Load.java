package org.fugong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** The three ways load is put on: wrk for a page, pgbench for the database alone, and clerks who submit. */
final class Load {

    static final int CONNECTIONS = 16;

    private Load() {
    }

    static Rates wrk(String url, int seconds) throws Exception {
        return wrk(url, seconds, null);
    }

    /** The same by somebody who is signed in. */
    static Rates wrk(String url, int seconds, Session session) throws Exception {
        var command = new ArrayList<>(
                List.of("wrk", "-t2", "-c" + CONNECTIONS, "-d" + seconds + "s", "-s", "src/bench/percentiles.lua", url));
        if (session != null) {
            command.addAll(List.of("-H", "Cookie: " + session.cookie()));
        }
        var said = run(command.toArray(String[]::new));
        if (said.contains("Non-2xx")) {
            throw new IOException(said);
        }
        return new Rates(figure(said, "Requests/sec: *([\\d.]+)"), figure(said, "p95 ms: ([\\d.]+)"), figure(said, "p99 ms: ([\\d.]+)"));
    }

    /** Each client writes its own rows: {@code per} from {@code first + client_id * per} on. */
    static Rates pgbench(int port, Path script, long first, int per) throws Exception {
        var logs = Path.of("target", "bench", "pgbench");
        try (var old = Files.newDirectoryStream(logs.getParent(), "pgbench.*")) {
            for (var log : old) {
                Files.delete(log);
            }
        }
        var said = run("pgbench", "-h", "localhost", "-p", "" + port, "-U", "postgres", "-n", "-M", "prepared", "-c", "" + CONNECTIONS,
                "-j", "2",
                "-t", "" + per, "-D", "first=" + first, "-D", "per=" + per, "-D", "n=-1", "-l", "--log-prefix=" + logs, "-f",
                script.toString(), "postgres");
        var micros = new ArrayList<Long>();
        try (var written = Files.newDirectoryStream(logs.getParent(), "pgbench.*")) {
            for (var log : written) {
                Files.readAllLines(log).forEach(line -> micros.add(Long.parseLong(line.split(" ")[2])));
            }
        }
        return Rates.of(figure(said, "tps = ([\\d.]+)"), micros.stream().mapToDouble(micro -> micro / 1e3).toArray());
    }

    /** Everybody at once, each one thing after the other; what fails ends it. */
    static Rates together(List<? extends List<Callable<Boolean>>> work) throws Exception {
        try (var people = Executors.newFixedThreadPool(work.size())) {
            var begun = System.nanoTime();
            var tasks = work.stream().map(steps -> people.submit(() -> nanos(steps))).toList();
            var taken = new ArrayList<long[]>();
            for (var task : tasks) {
                taken.add(task.get());
            }
            var all = taken.stream().flatMapToLong(Arrays::stream).toArray();
            return Rates.of(all.length / ((System.nanoTime() - begun) / 1e9), Arrays.stream(all).mapToDouble(nano -> nano / 1e6).toArray());
        }
    }

    private static long[] nanos(List<Callable<Boolean>> steps) throws Exception {
        var taken = new long[steps.size()];
        for (int at = 0; at < taken.length; at++) {
            var begun = System.nanoTime();
            if (!steps.get(at).call()) {
                throw new IllegalStateException("Not done");
            }
            taken[at] = System.nanoTime() - begun;
        }
        return taken;
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ":\n" + said);
        }
        return said;
    }

    private static double figure(String text, String pattern) throws IOException {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IOException(text);
        }
        return Double.parseDouble(found.group(1));
    }
}
