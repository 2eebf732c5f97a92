package org.fugong.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL of the demonstration and the tests: a real server whose data stay in one folder. */
final class EmbeddedDatabase {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Map<Path, CompletableFuture<EmbeddedDatabase>> running = new ConcurrentHashMap<>();

    private final EmbeddedPostgres server;
    /** Held until the process ends: two applications in one folder would ruin each other's data. */
    private final FileChannel lock;

    private EmbeddedDatabase(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.lock = lock(folder);
        var data = folder.resolve("postgresql");
        stopOrphan(data);
        this.server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .start();
    }

    /** Starts the server of a folder in the background; a second call for the same folder does nothing. */
    static void startAhead(String folder) {
        of(folder);
    }

    /** The address of the server of a folder, waiting until it is up; it names no role. */
    static String jdbcUrl(String folder) {
        return "jdbc:postgresql://localhost:" + of(folder).join().server.getPort() + "/postgres";
    }

    private static CompletableFuture<EmbeddedDatabase> of(String folder) {
        return running.computeIfAbsent(Path.of(folder).toAbsolutePath().normalize(),
                path -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return new EmbeddedDatabase(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException held) {
            log.debug("The folder is held by this process", held);
        }
        channel.close();
        DatabaseChoice.stop("The data folder " + folder + " is in use by another running Fugong.");
        throw new IOException("in use: " + folder);
    }

    /** After a killed application its server lives on and holds the folder; nobody else can be using it, so it ends. */
    private static void stopOrphan(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var orphan = ProcessHandle.of(pid).filter(process -> process.info().command().orElse("").contains("postgres"));
        if (orphan.isPresent()) {
            log.info("Stopping the database server that an earlier run left behind");
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IOException("The database server " + pid + " of an earlier run does not stop", e);
            }
        }
        Files.deleteIfExists(pidFile);
    }
}
