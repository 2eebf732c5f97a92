package org.fugong.verification;

/** Why something typed cannot be recorded: the field, empty for the whole, and the key and arguments of the message. */
public record InputProblem(String field, String key, Object... arguments) {
}
