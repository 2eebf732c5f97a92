package org.fugong.attachment;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.attachment.store.StoreOutOfReach;
import org.fugong.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** A firm attaches files to an item of its draft or that it owes, or takes them off: one after the other, each whole or not at all. */
@Component
public class Attaching {

    private static final Logger log = LoggerFactory.getLogger(Attaching.class);

    /** What the scan of a signed paper is attached to instead of an item: it goes with what is signed on it. */
    public static final String PAPER = "PAPER";

    /** How many whole files are in memory at once, whoever else sends one meanwhile: some of them are of 10 MB and are written anew. */
    private static final int AT_ONCE = 6;
    private static final int PATIENCE_SECONDS = 20;

    private final DraftFiles files;
    private final Contents contents;
    private final FileCheck check;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Attaching(DraftFiles files, Contents contents, FileCheck check) {
        this.files = files;
        this.contents = contents;
        this.check = check;
    }

    /** Where the bytes of a file lie until it is their turn. */
    public interface Source {

        /** @throws FileRefused where they are not what was sent */
        byte[] read() throws IOException, FileRefused;
    }

    /**
     * Attaches a file that was sent, if it is what may be attached, in the place of another where one is given; the same bytes twice at
     * an item are there once.
     *
     * @param name as the sender calls it
     * @param replaced the id of the attachment that gives way, or null; one that is gone gives no place
     * @throws FileRefused where it may not be attached, there would be too many, or too much, or it cannot be kept at the moment
     * @throws NotFound where it is neither a draft of the firm nor an item that it owes, or no longer
     */
    public void add(Actor actor, long filing, String item, String name, Source source, Long replaced) throws FileRefused, IOException {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new FileRefused(AttachmentFault.BUSY, FileName.shown(name));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FileRefused(AttachmentFault.BUSY, FileName.shown(name));
        }
        try {
            var bytes = source.read();
            add(actor, filing, item, checked(actor, filing, item, name, bytes), replaced);
        } finally {
            turns.release();
        }
    }

    private CheckedFile checked(Actor actor, long filing, String item, String name, byte[] bytes) throws FileRefused {
        try {
            return check.check(name, bytes);
        } catch (FileRefused e) {
            if (e.fault() == AttachmentFault.INFECTED) {
                files.infected(actor, filing, item, CheckedFile.sha256(bytes));
            }
            throw e;
        }
    }

    void add(Actor actor, long filing, String item, CheckedFile file, Long replaced) throws FileRefused {
        if (contents.outside()) {
            files.require(actor, filing, item);
        }
        try {
            for (boolean done = false; !done;) {
                done = files.add(actor, filing, item, file, replaced, contents.put(file));
            }
        } catch (StoreOutOfReach e) {
            log.warn("A file is refused: {}", e.getMessage());
            throw new FileRefused(AttachmentFault.NOT_KEPT, file.name());
        } catch (DataAccessException e) {
            if (full(e)) {
                log.warn("A file is refused: {}", e.getMessage());
                throw new FileRefused(AttachmentFault.NOT_KEPT, file.name());
            }
            throw e;
        }
    }

    /**
     * Attaches a file that the firm has attached before, to this or another item or filing, without its being sent again.
     *
     * @param earlier the id of that attachment
     * @param replaced as for {@link #add}
     * @throws FileRefused where there would be too many, or too much
     * @throws NotFound where it is no draft of the firm, or no attachment of the firm
     */
    public void reuse(Actor actor, long filing, String item, long earlier, Long replaced) throws FileRefused {
        files.reuse(actor, filing, item, earlier, replaced);
    }

    /** Takes a file off; one that is gone already is no error. */
    public void remove(Actor actor, long filing, String item, long id) {
        files.remove(actor, filing, item, id);
    }

    /**
     * Takes off what is attached to any other item than these, so that it does not go with what is submitted; the caller holds the row
     * of the draft.
     *
     * @param onPaper whether it is signed on a paper, whose scan stays
     */
    public void keepOnly(long filing, String county, Collection<String> items, boolean onPaper) {
        files.keepOnly(filing, county, onPaper ? Stream.concat(items.stream(), Stream.of(PAPER)).toList() : items);
    }

    /** SQLSTATE 53100: the disk of the database is full. */
    private static boolean full(DataAccessException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql && "53100".equals(sql.getSQLState());
    }
}
