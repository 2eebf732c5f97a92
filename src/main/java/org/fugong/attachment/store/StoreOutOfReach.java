package org.fugong.attachment.store;

import org.springframework.dao.DataAccessResourceFailureException;

/** The store of objects did not do what it was asked for; it may later. */
public class StoreOutOfReach extends DataAccessResourceFailureException {

    StoreOutOfReach(String what, Throwable cause) {
        super(what, cause);
    }
}
