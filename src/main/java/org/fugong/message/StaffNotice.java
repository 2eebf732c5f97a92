package org.fugong.message;

import java.util.List;
import org.fugong.account.Role;

/**
 * What the staff of a role and scope are to be told, each of them: about what, under which a second one is no news, as the key
 * of a text with its arguments, and the page where it is dealt with. Whoever did it, {@code by} with the account's id or null,
 * knows it and is not told.
 */
public record StaffNotice(Role role, String scope, Long by, String about, String key, List<String> arguments, String link) {
}
