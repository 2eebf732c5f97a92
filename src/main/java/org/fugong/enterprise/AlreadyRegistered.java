package org.fugong.enterprise;

/** An enterprise with this credit code is registered; nothing was changed. */
public class AlreadyRegistered extends RuntimeException {
}
