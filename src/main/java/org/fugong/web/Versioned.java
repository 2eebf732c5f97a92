package org.fugong.web;

/**
 * What was read from one version of something; as a parameter of a kept fragment it stands for that version, whichever
 * object holds it.
 *
 * @param version a value that changes whenever anything of it does
 */
public record Versioned<T>(Object version, T value) {
}
