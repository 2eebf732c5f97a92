package org.fugong.account;

import java.util.Locale;
import java.util.Optional;

/**
 * What the fields of a form are called that is made from data and not from texts, declared as a bean by the module whose form it
 * is; asked for where what was typed into it is shown by a page that did not make it.
 */
public interface FieldNames {

    /**
     * The name of a field of the form that was sent to an address.
     *
     * @param actor who has sent it, null where nobody is signed in
     * @return empty where the address is no form of this module, or has no such field
     */
    Optional<String> label(Actor actor, String path, String field, Locale locale);
}
