package org.fugong.condition.web;

import org.fugong.web.Line;
import org.fugong.web.Required;
import org.fugong.web.Typed;
import org.springframework.web.multipart.MultipartFile;

/** A catalogue as a file, why it is brought in, and the newest version that the page showed. */
record CatalogueForm(MultipartFile file, @Required @Line(max = 500, multiline = true) String reason, String after) {

    boolean given() {
        return file != null && !file.isEmpty();
    }

    int seen() {
        return Typed.whole(after).orElse(-1);
    }
}
