package org.fugong.submission;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.fugong.attachment.AttachedFiles;
import org.fugong.attachment.Attachment;
import org.fugong.filing.Applicable;
import org.fugong.filing.Filing;

/**
 * Which draft a page had shown, as the forms that act on the whole of it bring it back: the version of what is filled in, how many
 * files are attached and the newest of them, and a digest of what applies to it. Where one of these is another one now, somebody
 * has been at the draft since, or its requirements have changed.
 */
public record ShownDraft(int version, int files, long newest, String basis) {

    /** What nobody's page has shown. */
    private static final ShownDraft NONE = new ShownDraft(-1, -1, -1, "");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})-(\\d{1,9})-(\\d{1,18})\\.([0-9a-f]{1,8})");

    public static ShownDraft of(Draft draft, AttachedFiles files) {
        return of(draft.filing(), draft.applicable(), files);
    }

    static ShownDraft of(Filing draft, Applicable applicable, AttachedFiles files) {
        return new ShownDraft(draft.version(), files.all().size(), files.all().stream().mapToLong(Attachment::id).max().orElse(0),
                digest(applicable));
    }

    /** What a form brought back; a draft that was never shown where it is nothing that a page has written. */
    public static ShownDraft read(String brought) {
        var parts = WRITTEN.matcher(brought == null ? "" : brought);
        return parts.matches()
                ? new ShownDraft(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)),
                        parts.group(4))
                : NONE;
    }

    /** Whether what was filled in and attached is still the same. */
    boolean sameContents(ShownDraft now) {
        return version == now.version && files == now.files && newest == now.newest;
    }

    /** Whether the same applies. */
    public boolean sameBasis(ShownDraft now) {
        return basis.equals(now.basis);
    }

    /** Whether what would be filed is still the same, whatever is attached to it. */
    boolean sameText(Filing draft, Applicable applicable) {
        return version == draft.version() && basis.equals(digest(applicable));
    }

    private static String digest(Applicable applicable) {
        var crc = new CRC32();
        crc.update((applicable.location() + " " + applicable.basis()).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    @Override
    public String toString() {
        return version + "-" + files + "-" + newest + "." + basis;
    }
}
