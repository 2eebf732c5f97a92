package org.fugong.condition.web;

import java.util.Optional;
import org.fugong.web.Typed;
import org.springframework.web.multipart.MultipartFile;

/** A list as a file; {@code lock} is the state of the draft that the page showed, {@code replace} whether the file may take its place. */
record UploadForm(MultipartFile file, String replace, String lock) {

    boolean given() {
        return file != null && !file.isEmpty();
    }

    boolean mayReplace() {
        return "true".equals(replace);
    }

    Optional<Long> seen() {
        return Typed.whole(lock).map(Integer::longValue);
    }
}
