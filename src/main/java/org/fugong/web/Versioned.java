package org.fugong.web;

import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * What is read from one version of something; as a parameter of a kept fragment it stands for that version, whichever object
 * holds it, and is read only where the fragment has not been drawn of that version yet.
 */
public final class Versioned<T> {

    private final Object version;
    private final Supplier<T> value;

    /** {@code version} is a value that changes whenever anything of it does; {@code reading} is called once at most. */
    public Versioned(Object version, Supplier<T> reading) {
        this.version = version;
        this.value = SingletonSupplier.of(reading);
    }

    public Object version() {
        return version;
    }

    public T value() {
        return value.get();
    }
}
