package org.fugong.attachment;

import java.util.UUID;
import org.fugong.attachment.store.ObjectStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What files hold, once for each content: in the database, or in a store of objects where one is configured. */
@Component
class Contents {

    private final JdbcClient jdbc;
    private final ObjectStore store;

    @Autowired
    Contents(JdbcClient jdbc, ObjectProvider<ObjectStore> store) {
        this(jdbc, store.getIfAvailable());
    }

    Contents(JdbcClient jdbc, ObjectStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * Where a content was put before anything refers to it.
     *
     * @param outside whether there is a store of objects
     * @param object its name there; null where the content is kept already
     */
    record Put(boolean outside, String object) {
    }

    /** Whether there is anything to do before the transaction. */
    boolean outside() {
        return store != null;
    }

    /**
     * Puts a file into the store of objects, outside of any transaction. The name of the object is written first: one that nothing
     * comes to refer to, whatever is broken off, is deleted after a while.
     */
    Put put(CheckedFile file) {
        if (store == null || there(file.sha256())) {
            return new Put(store != null, null);
        }
        var object = file.sha256() + "/" + UUID.randomUUID();
        jdbc.sql("insert into attachment_object (name, unused_since) values (:name, now())").param("name", object).update();
        store.put(object, file.bytes());
        return new Put(true, object);
    }

    /**
     * Keeps a file in the transaction that refers to it; the caller holds the lock of its hash.
     *
     * @return whether it is there now; what was there may have gone before the lock was had
     */
    boolean keep(CheckedFile file, Put put) {
        if (put.outside() && put.object() == null) {
            return there(file.sha256());
        }
        int kept = jdbc.sql("""
                insert into attachment_content (sha256, type, size, width, height, bytes, object, thumbnail)
                values (:sha256, :type, :size, :width, :height, :bytes, :object, :thumbnail) on conflict do nothing""")
                .param("sha256", file.sha256()).param("type", file.type().name()).param("size", file.bytes().length)
                .param("width", file.width()).param("height", file.height()).param("bytes", put.outside() ? null : file.bytes())
                .param("object", put.object()).param("thumbnail", file.thumbnail()).update();
        if (kept == 1 && put.outside()) {
            jdbc.sql("update attachment_object set unused_since = null where name = :name").param("name", put.object()).update();
        }
        return true;
    }

    /** Holds the lock of a hash until the transaction ends: by it who attaches bytes and who takes them off elsewhere wait for another. */
    void lock(String sha256) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:sha256, 0))").param("sha256", sha256).query().listOfRows();
    }

    /** Some bytes of what the database keeps; none where it is gone. */
    byte[] part(String sha256, int from, int length) {
        return jdbc.sql("select substring(bytes from :from for :length) from attachment_content where sha256 = :sha256")
                .param("from", from + 1).param("length", length).param("sha256", sha256).query(byte[].class).optional()
                .orElseGet(() -> new byte[0]);
    }

    /** The bytes of an object; they are what they were when they went there. */
    byte[] outside(String object, String sha256) {
        if (store == null) {
            throw new IllegalStateException("A file is kept in a store of objects, and none is configured");
        }
        var bytes = store.get(object);
        if (!CheckedFile.sha256(bytes).equals(sha256)) {
            throw new IllegalStateException("The object " + object + " is not what was put there");
        }
        return bytes;
    }

    private boolean there(String sha256) {
        return jdbc.sql("select exists (select from attachment_content where sha256 = :sha256)").param("sha256", sha256)
                .query(Boolean.class).single();
    }
}
