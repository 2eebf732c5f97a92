package org.fugong.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a file that only its reader may see, under a name of any characters; it is asked for anew each time. */
public final class FileDownload {

    private FileDownload() {
    }

    /** A file that the browser stores. */
    public static ResponseEntity<byte[]> stored(byte[] content, MediaType type, String name) {
        return answer(content, type, ContentDisposition.attachment(), name);
    }

    /** A file that the browser shows. */
    public static ResponseEntity<byte[]> shown(byte[] content, MediaType type, String name) {
        return answer(content, type, ContentDisposition.inline(), name);
    }

    private static ResponseEntity<byte[]> answer(byte[] content, MediaType type, ContentDisposition.Builder disposition, String name) {
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.filename(name, StandardCharsets.UTF_8).build().toString())
                .body(content);
    }
}
