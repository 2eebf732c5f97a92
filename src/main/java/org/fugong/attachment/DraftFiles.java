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

/**
 * Which files are attached to which item of a draft, or to an item that a filing owes: each act is a transaction, in which the draft
 * or filing is locked. What was filed is not taken off.
 */
@Component
class DraftFiles {

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Enterprises enterprises;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DraftFiles(JdbcClient jdbc, Contents contents, Enterprises enterprises, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.enterprises = enterprises;
        this.events = events;
        this.clock = clock;
    }

    /** An item of a draft or filing of the firm, whose row is locked until the transaction ends: nobody submits or supplies it. */
    private record Place(long enterprise, long filing, String county, String item) {
    }

    /** What is attached: which content, of how many bytes, by which name. */
    private record Attached(String sha256, long size, String name) {
    }

    /** Who owns no such draft or owed item finds none, before anything is kept for it. */
    @Transactional(readOnly = true)
    public void require(Actor actor, long filing, String item) {
        if (jdbc.sql("select count(*) from filing where id = :id and enterprise_id = :firm and takes_files(id, :item)").param("id", filing)
                .param("item", item).param("firm", firm(actor)).query(Long.class).single() == 0) {
            throw new NotFound();
        }
    }

    /**
     * Attaches a file; false, and nothing is changed, where its content has to be put first.
     *
     * @param put where that was put
     */
    @Transactional(rollbackFor = FileRefused.class)
    public boolean add(Actor actor, long filing, String item, CheckedFile file, Long replaced, Contents.Put put)
            throws FileRefused {
        var place = draft(actor, filing, item);
        if (there(place, file.sha256())) {
            return true;
        }
        contents.lock(file.sha256());
        if (!contents.keep(file, put)) {
            return false;
        }
        attach(actor, place, new Attached(file.sha256(), file.bytes().length, file.name()), replaced);
        return true;
    }

    /** Attaches once more what the firm has attached somewhere already. */
    @Transactional(rollbackFor = FileRefused.class)
    public void reuse(Actor actor, long filing, String item, long earlier, Long replaced) throws FileRefused {
        var place = draft(actor, filing, item);
        var sha256 = jdbc.sql("select sha256 from attachment where id = :id and enterprise_id = :firm").param("id", earlier)
                .param("firm", place.enterprise()).query(String.class).optional().orElseThrow(NotFound::new);
        if (there(place, sha256)) {
            return;
        }
        contents.lock(sha256);
        var attached = jdbc.sql("""
                select a.sha256, size, name from attachment a join attachment_content using (sha256)
                where a.id = :id and enterprise_id = :firm""").param("id", earlier).param("firm", place.enterprise())
                .query(Attached.class).optional().orElseThrow(NotFound::new);
        attach(actor, place, attached, replaced);
    }

    @Transactional
    public void remove(Actor actor, long filing, String item, long id) {
        take(draft(actor, filing, item), id);
    }

    /** Leaves the trace of a file that was not attached because a virus was found in it. */
    @Transactional
    public void infected(Actor actor, long filing, String item, String sha256) {
        events.publishEvent(new Attachment.Infected(filing, draft(actor, filing, item).county(), item, sha256));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keepOnly(long filing, String county, Collection<String> items) {
        var gone = jdbc.sql("delete from attachment where filing_id = :filing and not item = any (:items) returning id, item, sha256")
                .param("filing", filing).param("items", items.toArray(String[]::new))
                .query((row, n) -> new Attachment.Step(Attachment.Step.REMOVED, row.getLong("id"), filing, county, row.getString("item"),
                        row.getString("sha256")))
                .list();
        gone.forEach(events::publishEvent);
    }

    private void attach(Actor actor, Place place, Attached file, Long replaced) throws FileRefused {
        var position = replaced == null ? Optional.<Integer>empty() : take(place, replaced);
        requireRoom(place, file);
        long id = jdbc.sql("""
                insert into attachment (enterprise_id, filing_id, item, sha256, name, position, added_at, added_by)
                values (:firm, :filing, :item, :sha256, :name, coalesce(:position, (select coalesce(max(position), 0) + 1 from attachment
                    where filing_id = :filing and item = :item)), :now, :actor) returning id""")
                .param("firm", place.enterprise()).param("filing", place.filing()).param("item", place.item())
                .param("sha256", file.sha256()).param("name", file.name()).param("position", position.orElse(null), Types.INTEGER)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("actor", actor.accountId())
                .query(Long.class).single();
        events.publishEvent(
                new Attachment.Step(Attachment.Step.ADDED, id, place.filing(), place.county(), place.item(), file.sha256()));
    }

    private long firm(Actor actor) {
        return enterprises.of(actor).orElseThrow(NotFound::new).id();
    }

    private Place draft(Actor actor, long filing, String item) {
        long firm = firm(actor);
        return jdbc.sql("select county from filing where id = :id and enterprise_id = :firm and takes_files(id, :item) for update")
                .param("id", filing).param("item", item).param("firm", firm).query(String.class).optional()
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
                .sql("""
                        delete from attachment a where id = :id and filing_id = :filing and item = :item
                            and not exists (select from filing f where f.id = a.filing_id and f.submitted_at >= a.added_at)
                        returning position, sha256""")
                .param("id", id).param("filing", place.filing()).param("item", place.item())
                .query((row, n) -> new Gone(row.getInt("position"), row.getString("sha256"))).list();
        gone.forEach(one -> events.publishEvent(
                new Attachment.Step(Attachment.Step.REMOVED, id, place.filing(), place.county(), place.item(), one.sha256())));
        return gone.stream().map(Gone::position).findFirst();
    }

    private void requireRoom(Place place, Attached file) throws FileRefused {
        record Taken(long files, long bytes) {
        }
        var taken = jdbc.sql("""
                select count(*) files, coalesce(sum(size), 0) bytes from attachment join attachment_content using (sha256)
                where filing_id = :filing""").param("filing", place.filing())
                .query((row, n) -> new Taken(row.getLong("files"), row.getLong("bytes"))).single();
        if (taken.files() >= Limits.FILES) {
            throw new FileRefused(AttachmentFault.TOO_MANY, file.name());
        }
        if (taken.bytes() + file.size() > (long) Limits.FILING_MB * Limits.MB) {
            throw new FileRefused(AttachmentFault.TOTAL, file.name());
        }
    }
}
