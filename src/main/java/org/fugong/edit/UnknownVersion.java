package org.fugong.edit;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A form names a version of a field that there has never been, or a field that its page does not have; nothing is stored. */
@ResponseStatus(HttpStatus.CONFLICT)
public class UnknownVersion extends RuntimeException {

    public UnknownVersion() {
        super("unknown version or field", null, false, false);
    }
}
