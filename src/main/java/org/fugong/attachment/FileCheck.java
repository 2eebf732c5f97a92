package org.fugong.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Looks into a file: what it is by its content, whatever it is called, and whether an official may open it without harm. */
@Component
class FileCheck {

    /** A picture takes up to 80 MB while it is written anew, so only so many are at once; others wait their turn. */
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Clamd clamd;

    FileCheck(Clamd clamd) {
        this.clamd = clamd;
    }

    /** The file as it may be kept. */
    CheckedFile check(String name, byte[] bytes) throws FileRefused {
        try {
            if (bytes.length == 0) {
                throw new Unfit(AttachmentFault.EMPTY);
            }
            if (bytes.length > Limits.FILE_MB * Limits.MB) {
                throw new Unfit(AttachmentFault.TOO_LARGE);
            }
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Unfit(AttachmentFault.BUSY);
            }
            try {
                // before anything here opens it
                clamd.scan(bytes);
                return checked(name, bytes);
            } finally {
                turns.release();
            }
        } catch (Unfit e) {
            throw new FileRefused(e.fault(), FileName.shown(name));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FileRefused(AttachmentFault.BUSY, FileName.shown(name));
        }
    }

    private static CheckedFile checked(String name, byte[] bytes) throws Unfit {
        if (begins(bytes, JPEG) || begins(bytes, PNG)) {
            var type = begins(bytes, PNG) ? FileType.PNG : FileType.JPEG;
            return Picture.read(bytes, type).as(FileName.of(name, type));
        }
        if (begins(bytes, PDF)) {
            PdfFile.check(bytes);
            return CheckedFile.of(FileName.of(name, FileType.PDF), FileType.PDF, bytes);
        }
        if (bytes[0] == 'P' && bytes.length > 1 && bytes[1] == 'K') {
            var type = OfficeFile.check(bytes);
            return CheckedFile.of(FileName.of(name, type), type, bytes);
        }
        if (begins(bytes, OLE)) {
            throw new Unfit(AttachmentFault.OLD_OFFICE);
        }
        throw new Unfit(heic(bytes) ? AttachmentFault.HEIC : AttachmentFault.TYPE);
    }

    /**
     * How the cameras of some phones store pictures. It is HEVC in a container of ISO, and nothing reads it that is kept well and runs
     * in the virtual machine alone: the metadata reader stops at the metadata, the plug-ins of TwelveMonkeys have no HEIC, and what
     * there is binds libheif, a library in C that would have to be on each server and would open what anybody sends. A phone that
     * uploads from its gallery by the picker of a page converts to JPEG itself; the others are told how.
     */
    private static boolean heic(byte[] bytes) {
        var begin = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        return begin.matches("(?s).{4}ftyp(hei[cfmsx]|hev[cxms]|mif1|msf1|avif)");
    }

    static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    static boolean ole(byte[] begin) {
        return begins(begin, OLE);
    }
}
