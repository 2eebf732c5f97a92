package org.fugong.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Papers, made once and kept by what they are made from. Whoever asks for one shows the page that it is to show, and so has to
 * be able to see that; a paper is found by nothing else.
 */
@Component
public class Documents {

    /** A paper takes some ten megabytes while it is made: those beyond so many wait for their turn. */
    private static final int AT_ONCE = 2;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Semaphore making = new Semaphore(AT_ONCE, true);

    Documents(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The PDF of a page about a record, such as {@code filing:12}. */
    public byte[] pdf(String about, String html, Locale locale) {
        return kept(about, hash(Paper.source(html)), () -> inTurn(() -> Paper.pdf(html, locale)));
    }

    /** The first page of the same as a picture, PNG. */
    public byte[] png(String about, String html, Locale locale) {
        return kept(about, hash("png " + PaperPicture.RESOLUTION + '\n' + Paper.source(html)),
                () -> {
                    var pdf = pdf(about, html, locale);
                    return inTurn(() -> PaperPicture.png(pdf));
                });
    }

    private byte[] inTurn(Supplier<byte[]> paper) {
        making.acquireUninterruptibly();
        try {
            return paper.get();
        } finally {
            making.release();
        }
    }

    /** No connection of the database is held while a paper is made; of two who make it at once the first one's stays. */
    private byte[] kept(String about, String source, Supplier<byte[]> paper) {
        var found = find(source);
        if (found != null) {
            return found;
        }
        var made = paper.get();
        jdbc.update("insert into document (source, about, content, made_at) values (?, ?, ?, ?) on conflict do nothing", source, about,
                made, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        return find(source);
    }

    private byte[] find(String source) {
        return jdbc.query("select content from document where source = ?", (row, n) -> row.getBytes(1), source).stream().findFirst()
                .orElse(null);
    }

    private static String hash(String source) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
