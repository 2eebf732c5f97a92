package org.fugong.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All attachments, to be read: a firm reaches its own, a desk those of what was filed in its county. */
@Component
public class Attachments {

    private static final String FOR_FIRMS = "/my/attachments";
    private static final String FOR_DESKS = "/desk/attachments";

    private final JdbcClient jdbc;
    private final DeskReading reading;
    private final Contents contents;

    Attachments(JdbcClient jdbc, DeskReading reading, Contents contents) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.contents = contents;
    }

    /** A file, or the small picture of it; its bytes are read some at a time, as a reader on a slow line takes them. */
    public record Content(String name, FileType type, int size, Reading reading) {

        /** Reads so many bytes from a place on. */
        public interface Reading {
            byte[] bytes(int from, int length);
        }

        public byte[] bytes() {
            return reading.bytes(0, size);
        }
    }

    /** For the firm whose filing or draft it is; the caller has made sure of that. */
    public AttachedFiles forFirm(long filingId) {
        return new AttachedFiles(FOR_FIRMS, of(filingId));
    }

    /** For a desk that has the filing before it. */
    public AttachedFiles forDesk(long filingId) {
        return new AttachedFiles(FOR_DESKS, of(filingId));
    }

    private List<Attachment> of(long filingId) {
        return jdbc.sql("""
                select a.id, filing_id, item, name, sha256, type, size, added_at from attachment a join attachment_content using (sha256)
                where filing_id = :filing order by item, position, a.id""").param("filing", filingId).query(Attachments::attachment).list();
    }

    /**
     * What a firm has attached anywhere but to this item, each content once, the newest first.
     *
     * @param before the id of the last one that was seen, or null from the begin
     * @param most how many at most
     */
    public List<Attachment> earlier(long enterpriseId, long filingId, String item, Long before, int most) {
        return jdbc.sql("""
                select a.id, filing_id, item, name, sha256, type, size, added_at from attachment a join attachment_content using (sha256)
                where enterprise_id = :firm and a.id < coalesce(:before, 9223372036854775807)
                    and not exists (select from attachment later
                        where later.sha256 = a.sha256 and later.enterprise_id = a.enterprise_id and later.id > a.id)
                    and not exists (select from attachment here
                        where here.filing_id = :filing and here.item = :item and here.sha256 = a.sha256)
                order by a.id desc limit :most""")
                .param("firm", enterpriseId).param("before", before, Types.BIGINT).param("filing", filingId).param("item", item)
                .param("most", most).query(Attachments::attachment).list();
    }

    /** What is kept of a file, with its small picture where that is asked for. */
    private record Kept(String name, String sha256, FileType type, int size, byte[] thumbnail, String object) {
    }

    /** A file of a firm; empty where it is another's or none. */
    public Optional<Content> ofFirm(long enterpriseId, long id, boolean small) {
        return read(jdbc
                .sql("""
                        select name, sha256, type, size, case when :small then thumbnail end thumbnail, object
                        from attachment join attachment_content using (sha256) where id = :id and enterprise_id = :firm""")
                .param("small", small).param("id", id).param("firm", enterpriseId).query(Kept.class).optional(), small);
    }

    /** A file of what was filed in a county that the reader reads the desk of; of a draft there is none. */
    public Optional<Content> ofDesk(Actor reader, long id, boolean small) {
        var counties = reading.choice(reader).isEmpty() ? List.of(reader.scope()) : reading.counties(reader);
        return read(jdbc.sql("""
                select a.name, sha256, c.type, c.size, case when :small then thumbnail end thumbnail, object
                from attachment a join attachment_content c using (sha256)
                join filing f on f.id = a.filing_id where a.id = :id and f.state <> 'DRAFT' and f.county in (:counties)""")
                .param("small", small).param("id", id).param("counties", counties).query(Kept.class).optional(), small);
    }

    /** Empty where there is no small picture of it. */
    private Optional<Content> read(Optional<Kept> found, boolean small) {
        return small
                ? found.filter(kept -> kept.thumbnail() != null).map(kept -> content(kept.name(), FileType.JPEG, kept.thumbnail()))
                : found.map(kept -> kept.object() != null
                        ? content(kept.name(), kept.type(), contents.outside(kept.object(), kept.sha256()))
                        : new Content(kept.name(), kept.type(), kept.size(),
                                (from, length) -> contents.part(kept.sha256(), from, length)));
    }

    private static Content content(String name, FileType type, byte[] bytes) {
        return new Content(name, type, bytes.length,
                (from, length) -> Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length)));
    }

    static Attachment attachment(ResultSet row, int n) throws SQLException {
        return new Attachment(row.getLong("id"), row.getLong("filing_id"), row.getString("item"), row.getString("name"),
                row.getString("sha256"), FileType.valueOf(row.getString("type")), row.getInt("size"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
