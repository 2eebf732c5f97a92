package org.fugong.attachment;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprises;
import org.fugong.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A firm attaches files to an item of its draft, or takes them off: one after the other, each whole or not at all. */
@Component
public class Attaching {

    private final JdbcClient jdbc;
    private final Enterprises enterprises;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attaching(JdbcClient jdbc, Enterprises enterprises, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.enterprises = enterprises;
        this.events = events;
        this.clock = clock;
    }

    /** A draft of the firm, whose row is locked until the transaction ends: nobody submits it meanwhile. */
    private record Place(long enterprise, long filing, String county, String item) {
    }

    /**
     * Attaches a file, in the place of another where one is given; the same bytes twice at an item are there once.
     *
     * @param replaced the id of the attachment that gives way, or null; one that is gone gives no place
     * @throws FileRefused where there would be too many, or too much
     * @throws NotFound where it is no draft of the firm, or none any more
     */
    @Transactional(rollbackFor = FileRefused.class)
    public void add(Actor actor, long filing, String item, CheckedFile file, Long replaced) throws FileRefused {
        var place = draft(actor, filing, item);
        var sha256 = file.sha256();
        if (there(place, sha256)) {
            return;
        }
        var position = replaced == null ? Optional.<Integer>empty() : take(place, replaced);
        requireRoom(place, file);
        // the same lock as of who takes these bytes off elsewhere
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:sha256, 0))").param("sha256", sha256).query().listOfRows();
        jdbc.sql("""
                insert into attachment_content (sha256, type, size, width, height, bytes, thumbnail)
                values (:sha256, :type, :size, :width, :height, :bytes, :thumbnail) on conflict do nothing""")
                .param("sha256", sha256).param("type", file.type().name()).param("size", file.bytes().length)
                .param("width", file.width()).param("height", file.height()).param("bytes", file.bytes())
                .param("thumbnail", file.thumbnail()).update();
        long id = jdbc.sql("""
                insert into attachment (enterprise_id, filing_id, item, sha256, name, position, added_at, added_by)
                values (:firm, :filing, :item, :sha256, :name, coalesce(:position, (select coalesce(max(position), 0) + 1 from attachment
                    where filing_id = :filing and item = :item)), :now, :actor) returning id""")
                .param("firm", place.enterprise()).param("filing", filing).param("item", item).param("sha256", sha256)
                .param("name", file.name()).param("position", position.orElse(null), Types.INTEGER)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("actor", actor.accountId())
                .query(Long.class).single();
        events.publishEvent(new Attachment.Step(Attachment.Step.ADDED, id, filing, place.county(), item, sha256));
    }

    /** Takes a file off; one that is gone already is no error. */
    @Transactional
    public void remove(Actor actor, long filing, String item, long id) {
        take(draft(actor, filing, item), id);
    }

    /**
     * Takes off what is attached to any other item than these, so that it does not go with what is submitted; the caller holds the
     * row of the draft.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepOnly(long filing, String county, Collection<String> items) {
        var gone = jdbc.sql("delete from attachment where filing_id = :filing and not item = any (:items) returning id, item, sha256")
                .param("filing", filing).param("items", items.toArray(String[]::new))
                .query((row, n) -> new Attachment.Step(Attachment.Step.REMOVED, row.getLong("id"), filing, county, row.getString("item"),
                        row.getString("sha256")))
                .list();
        gone.forEach(events::publishEvent);
    }

    private Place draft(Actor actor, long filing, String item) {
        long firm = enterprises.of(actor).orElseThrow(NotFound::new).id();
        return jdbc.sql("select county from filing where id = :id and enterprise_id = :firm and state = 'DRAFT' for update")
                .param("id", filing).param("firm", firm).query(String.class).optional()
                .map(county -> new Place(firm, filing, county, item)).orElseThrow(NotFound::new);
    }

    private boolean there(Place place, String sha256) {
        return jdbc.sql("select count(*) > 0 from attachment where filing_id = :filing and item = :item and sha256 = :sha256")
                .param("filing", place.filing()).param("item", place.item()).param("sha256", sha256).query(Boolean.class).single();
    }

    /** The place that it leaves; empty where there was none. */
    private Optional<Integer> take(Place place, long id) {
        record Gone(int position, String sha256) {
        }
        List<Gone> gone = jdbc
                .sql("delete from attachment where id = :id and filing_id = :filing and item = :item returning position, sha256")
                .param("id", id).param("filing", place.filing()).param("item", place.item())
                .query((row, n) -> new Gone(row.getInt("position"), row.getString("sha256"))).list();
        gone.forEach(one -> events.publishEvent(
                new Attachment.Step(Attachment.Step.REMOVED, id, place.filing(), place.county(), place.item(), one.sha256())));
        return gone.stream().map(Gone::position).findFirst();
    }

    private void requireRoom(Place place, CheckedFile file) throws FileRefused {
        record Taken(long files, long bytes) {
        }
        var taken = jdbc.sql("""
                select count(*) files, coalesce(sum(size), 0) bytes from attachment join attachment_content using (sha256)
                where filing_id = :filing""").param("filing", place.filing())
                .query((row, n) -> new Taken(row.getLong("files"), row.getLong("bytes"))).single();
        if (taken.files() >= Limits.FILES) {
            throw new FileRefused(AttachmentFault.TOO_MANY, file.name());
        }
        if (taken.bytes() + file.bytes().length > (long) Limits.FILING_MB * Limits.MB) {
            throw new FileRefused(AttachmentFault.TOTAL, file.name());
        }
    }
}
