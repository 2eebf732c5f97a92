package org.fugong.attachment;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.fugong.account.Actor;
import org.fugong.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that come a piece at a time, so that after a break it goes on where it stopped: on any node, also after the page was left.
 * Each is the sender's alone, is not a file of anything yet, and is shown to nobody.
 */
@Component
public class Uploads {

    /** The bytes of a piece at most: on a slow line some seconds. */
    public static final int PIECE = 512 * 1024;
    /** The bytes of a file at most. */
    public static final int LARGEST = Limits.FILE_MB * Limits.MB;
    /** Of an account; for one more, the one that was left longest goes. */
    static final int AT_ONCE = 5;

    private static final int LONGEST_NAME = 300;

    private final JdbcClient jdbc;
    private final DraftFiles files;
    private final Clock clock;

    Uploads(JdbcClient jdbc, DraftFiles files, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.clock = clock;
    }

    /** Whether these are a size and a hash that a file may have. */
    public static boolean announced(int size, String sha256) {
        return size > 0 && size <= LARGEST && sha256.matches("[0-9a-f]{64}");
    }

    /**
     * Begins to take a file, or goes on with the one that was begun.
     *
     * @param size of the file in bytes, up to {@link #LARGEST}
     * @param sha256 of the file, in 64 lower-case hexadecimal digits
     * @throws NotFound where it is neither a draft of the firm nor an item that it owes
     * @throws IllegalArgumentException where size or hash is none
     */
    @Transactional
    public Upload begin(Actor actor, long filing, String item, String name, int size, String sha256) {
        if (!announced(size, sha256)) {
            throw new IllegalArgumentException();
        }
        files.require(actor, filing, item);
        var begun = jdbc.sql("""
                insert into attachment_upload (account_id, filing_id, item, name, size, sha256, touched_at)
                values (:account, :filing, :item, :name, :size, :sha256, :now)
                on conflict (account_id, filing_id, item, sha256, size) do update set touched_at = excluded.touched_at
                returning id, name, size, sha256, received""")
                .param("account", actor.accountId()).param("filing", filing).param("item", item).param("name", cut(name))
                .param("size", size).param("sha256", sha256).param("now", now()).query(Uploads::upload).single();
        jdbc.sql("""
                delete from attachment_upload where account_id = :account and id <> :begun and id not in (select id from attachment_upload
                    where account_id = :account and id <> :begun order by touched_at desc, id limit :others)""")
                .param("account", actor.accountId()).param("begun", begun.id()).param("others", AT_ONCE - 1).update();
        return begun;
    }

    /** The one with this id, if the sender has begun it for this item. */
    @Transactional(readOnly = true)
    public Optional<Upload> find(Actor actor, long filing, String item, UUID id) {
        return find(actor, filing, item, id, "");
    }

    /**
     * Takes a piece; one that does not begin where the last one ended, or goes beyond the size that was said, is not taken.
     *
     * @return how it stands then
     * @throws NotFound where there is none, or none any more
     */
    @Transactional
    public Upload append(Actor actor, long filing, String item, UUID id, int at, byte[] piece) {
        var upload = find(actor, filing, item, id, " for update").orElseThrow(NotFound::new);
        if (at != upload.received() || piece.length == 0 || piece.length > upload.size() - at) {
            return upload;
        }
        jdbc.sql("insert into attachment_upload_piece (upload_id, starts, bytes) values (:id, :at, :bytes)")
                .param("id", id).param("at", at).param("bytes", piece).update();
        return jdbc.sql("""
                update attachment_upload set received = received + :more, touched_at = :now where id = :id
                returning id, name, size, sha256, received""")
                .param("more", piece.length).param("now", now()).param("id", id).query(Uploads::upload).single();
    }

    /**
     * The bytes of one that has come whole.
     *
     * @throws FileRefused where they are not those that were announced; it is given up then
     * @throws NotFound where there is none, or not all has come
     */
    @Transactional(noRollbackFor = FileRefused.class)
    public byte[] whole(Actor actor, long filing, String item, UUID id) throws FileRefused {
        var upload = find(actor, filing, item, id).filter(one -> one.received() == one.size()).orElseThrow(NotFound::new);
        var whole = ByteBuffer.allocate(upload.size());
        jdbc.sql("select bytes from attachment_upload_piece where upload_id = :id order by starts").param("id", id)
                .query(row -> {
                    whole.put(row.getBytes("bytes"));
                });
        if (!CheckedFile.sha256(whole.array()).equals(upload.sha256())) {
            drop(actor, id);
            throw new FileRefused(AttachmentFault.DAMAGED, FileName.shown(upload.name()));
        }
        return whole.array();
    }

    /** Gives one up, or is done with it. */
    @Transactional
    public void drop(Actor actor, UUID id) {
        jdbc.sql("delete from attachment_upload where id = :id and account_id = :account").param("id", id)
                .param("account", actor.accountId()).update();
    }

    private Optional<Upload> find(Actor actor, long filing, String item, UUID id, String lock) {
        return jdbc.sql("""
                select id, name, size, sha256, received from attachment_upload
                where id = :id and account_id = :account and filing_id = :filing and item = :item""" + lock)
                .param("id", id).param("account", actor.accountId()).param("filing", filing).param("item", item)
                .query(Uploads::upload).optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Upload upload(ResultSet row, int n) throws SQLException {
        return new Upload(row.getObject("id", UUID.class), row.getString("name"), row.getInt("size"), row.getString("sha256"),
                row.getInt("received"));
    }

    /** The end of a long name goes; which file it is, its beginning says. */
    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }
}
