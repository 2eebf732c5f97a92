package org.fugong.attachment.web;

import java.io.IOException;
import java.io.InputStream;
import org.fugong.attachment.Attachments.Content;
import org.springframework.core.io.AbstractResource;

/** The bytes of a file on their way to a reader: no more of them are in memory than are being sent, however slow the line is. */
class FileBytes extends AbstractResource {

    private static final int PART = 256 * 1024;

    private final Content content;

    FileBytes(Content content) {
        this.content = content;
    }

    @Override
    public String getDescription() {
        return "an attached file";
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return content.size();
    }

    @Override
    public InputStream getInputStream() {
        return new Parts();
    }

    private final class Parts extends InputStream {

        private byte[] part = {};
        private int begins;
        private int at;

        @Override
        public int read() throws IOException {
            return more() ? part[at++ - begins] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int taken = Math.min(length, begins + part.length - at);
            System.arraycopy(part, at - begins, into, offset, taken);
            at += taken;
            return taken;
        }

        @Override
        public long skip(long bytes) {
            int skipped = (int) Math.clamp(bytes, 0, content.size() - at);
            at += skipped;
            return skipped;
        }

        private boolean more() throws IOException {
            if (at < content.size() && (at < begins || at >= begins + part.length)) {
                begins = at;
                part = content.reading().bytes(at, Math.min(PART, content.size() - at));
                if (part.length == 0) {
                    throw new IOException("The file has been taken off");
                }
            }
            return at < content.size();
        }
    }
}
