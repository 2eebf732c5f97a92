package org.fugong.attachment;

import java.time.Instant;
import org.fugong.audit.Audited;
import java.util.Map;

/** A file that is attached to an item of a filing; the size is in bytes. */
public record Attachment(long id, long filingId, String item, String name, String sha256, FileType type, int size, Instant addedAt) {

    private static final int KB = 1024;

    /** The size as people say it. */
    public String shownSize() {
        return shown(size);
    }

    /** So many bytes as people say it: in MB, or in KB where it is less than one, rounded up. */
    static String shown(long bytes) {
        return bytes >= Limits.MB
                ? "%.1f MB".formatted((double) bytes / Limits.MB).replace(".0 ", " ")
                : (bytes + KB - 1) / KB + " KB";
    }

    /** A file was attached or taken off again; its name may be somebody's, so the trail has the hash of what it holds instead. */
    record Step(String action, long id, long filingId, String county, String item, String sha256) implements Audited {

        static final String ADDED = "attachment.added";
        static final String REMOVED = "attachment.removed";

        @Override
        public String subject() {
            return "attachment:" + id;
        }

        @Override
        public Map<String, Object> after() {
            return action.equals(ADDED) ? said() : Map.of();
        }

        @Override
        public Map<String, Object> before() {
            return action.equals(REMOVED) ? said() : Map.of();
        }

        private Map<String, Object> said() {
            return Map.of("filing", filingId, "item", item, "sha256", sha256);
        }
    }

    /** A file was refused because a virus was found in it: who sends such things can be asked about them. */
    record Infected(long filingId, String county, String item, String sha256) implements Audited {

        @Override
        public String action() {
            return "attachment.infected";
        }

        @Override
        public String subject() {
            return "filing:" + filingId;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("item", item, "sha256", sha256);
        }
    }
}
