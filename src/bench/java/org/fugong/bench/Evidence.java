package org.fugong.bench;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Submissions with ten photographs of 1 MB each, beside the same bytes written to the database by themselves. */
final class Evidence {

    private static final int FILES = 10;
    private static final int WARMING_UP = 2;
    private static final int COUNTED = 4;
    private static final int WATCHED = 3;
    private static final int MEGABYTE = 1_000_000;

    private Evidence() {
    }

    static void measure(Map<String, String> settings, Rows rows) throws Exception {
        var photographs = Files.createDirectories(Path.of("target", "bench", "photographs"));
        try (var portal = Portal.start(settings)) {
            Benchmark.atMediumRisk(rows);
            var work = work(portal, rows, photographs);
            Load.together(part(work, 0, WARMING_UP));
            var idle = portal.liveMegabytes();
            var attached = Load.together(part(work, WARMING_UP, WARMING_UP + COUNTED));
            var after = portal.liveMegabytes();
            System.out.printf("submission of a commitment with %d photographs of 1 MB, %d connections: %.2f/s, p95 %.0f ms%n", FILES,
                    Load.CONNECTIONS, attached.perSecond(), attached.p95Millis());
            System.out.printf("live heap, -Xmx512m: idle %.0f MB, at most %.0f MB meanwhile, %.0f MB after it%n", idle,
                    meanwhile(portal, part(work, WARMING_UP + COUNTED, WARMING_UP + COUNTED + WATCHED)), after);
            reference(rows);
        }
    }

    /** The most that lives at a moment while others submit; each look stops the application, so that it is not timed. */
    private static double meanwhile(Portal portal, List<List<Callable<Boolean>>> work) throws Exception {
        try (var load = Executors.newSingleThreadExecutor()) {
            var done = load.submit(() -> Load.together(work));
            var most = 0.0;
            while (!done.isDone()) {
                most = Math.max(most, portal.liveMegabytes());
                TimeUnit.MILLISECONDS.sleep(500);
            }
            done.get();
            return most;
        }
    }

    private static List<List<Callable<Boolean>>> work(Portal portal, Rows rows, Path photographs) throws Exception {
        var work = new ArrayList<List<Callable<Boolean>>>();
        for (int serial = 1; serial <= Load.CONNECTIONS; serial++) {
            var clerk = new Clerk(portal.address(), serial);
            clerk.prepare();
            rows.copyDraft(clerk.code().value(), WARMING_UP + COUNTED + WATCHED);
            var steps = new ArrayList<Callable<Boolean>>();
            for (var draft : Benchmark.drafts(rows, clerk).subList(0, WARMING_UP + COUNTED + WATCHED)) {
                for (int n = 0; n < FILES; n++) {
                    if (!Files.exists(photograph(photographs, draft, n))) {
                        Files.write(photograph(photographs, draft, n), photograph(draft * FILES + n));
                    }
                }
                steps.add(() -> {
                    var files = new LinkedHashMap<String, byte[]>();
                    for (int n = 0; n < FILES; n++) {
                        files.put(n + ".jpg", Files.readAllBytes(photograph(photographs, draft, n)));
                    }
                    clerk.attach(draft, "C01", files);
                    return clerk.submit(draft);
                });
            }
            work.add(steps);
        }
        return work;
    }

    private static Path photograph(Path folder, long draft, int n) {
        return folder.resolve(draft + "-" + n + ".jpg");
    }

    /** A picture of 1,600 × 1,200 like no other, as a phone makes it smaller before it is sent: some 1 MB. */
    private static byte[] photograph(long seed) throws Exception {
        var random = new Random(seed);
        var coarse = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < coarse.getWidth(); x++) {
            for (int y = 0; y < coarse.getHeight(); y++) {
                coarse.setRGB(x, y, random.nextInt() & 0x7F7F7F);
            }
        }
        var picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var drawing = picture.createGraphics();
        drawing.drawImage(coarse, 0, 0, picture.getWidth(), picture.getHeight(), null);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(300, 300, 600, 300);
        drawing.dispose();
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.85f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), quality);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The same number of bytes of as many files in one transaction, by as many connections. */
    private static void reference(Rows rows) throws Exception {
        rows.run("create table reference_content (id bigint generated always as identity, bytes bytea not null)");
        rows.run("alter table reference_content alter column bytes set storage external");
        var bytes = new byte[MEGABYTE];
        new Random(1).nextBytes(bytes);
        var work = IntStream.range(0, Load.CONNECTIONS).mapToObj(i -> IntStream.range(0, COUNTED)
                .mapToObj(n -> (Callable<Boolean>) () -> rows.write("insert into reference_content (bytes) values (?)", bytes, FILES))
                .toList()).toList();
        var written = Load.together(work);
        System.out.printf("ten times 1 MB in one transaction by JDBC, %d connections: %.2f/s, p95 %.0f ms%n", Load.CONNECTIONS,
                written.perSecond(), written.p95Millis());
    }

    private static List<List<Callable<Boolean>>> part(List<List<Callable<Boolean>>> work, int from, int to) {
        return work.stream().map(steps -> steps.subList(from, to)).toList();
    }
}
