package org.fugong.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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

    Attachments(JdbcClient jdbc, DeskReading reading) {
        this.jdbc = jdbc;
        this.reading = reading;
    }

    /** The bytes of a file, or of the small picture of it. */
    public record Content(String name, FileType type, byte[] bytes) {
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

    /** A file of a firm; empty where it is another's or none. */
    public Optional<Content> ofFirm(long enterpriseId, long id, boolean small) {
        return jdbc.sql("""
                select name, type, bytes, thumbnail from attachment join attachment_content using (sha256)
                where id = :id and enterprise_id = :firm""")
                .param("id", id).param("firm", enterpriseId).query((row, n) -> content(row, small)).optional();
    }

    /** A file of what was filed in a county that the reader reads the desk of; of a draft there is none. */
    public Optional<Content> ofDesk(Actor reader, long id, boolean small) {
        var counties = reading.choice(reader).isEmpty() ? List.of(reader.scope()) : reading.counties(reader);
        return jdbc.sql("""
                select a.name, c.type, bytes, thumbnail from attachment a join attachment_content c using (sha256)
                join filing f on f.id = a.filing_id where a.id = :id and f.state <> 'DRAFT' and f.county in (:counties)""")
                .param("id", id).param("counties", counties).query((row, n) -> content(row, small)).optional();
    }

    private static Content content(ResultSet row, boolean small) throws SQLException {
        var type = FileType.valueOf(row.getString("type"));
        return new Content(row.getString("name"), small ? FileType.JPEG : type, row.getBytes(small ? "thumbnail" : "bytes"));
    }

    static Attachment attachment(ResultSet row, int n) throws SQLException {
        return new Attachment(row.getLong("id"), row.getLong("filing_id"), row.getString("item"), row.getString("name"),
                row.getString("sha256"), FileType.valueOf(row.getString("type")), row.getInt("size"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
