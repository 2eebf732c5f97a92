package org.fugong.account;

import java.io.Serializable;

/** Who acts: every load and every transition is scoped by it. {@code scope} is a county or province, {@code null} for a firm. */
public record Actor(long accountId, String login, String name, Role role, String scope) implements Serializable {
}
