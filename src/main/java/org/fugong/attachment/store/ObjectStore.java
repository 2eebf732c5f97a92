package org.fugong.attachment.store;

/** Keeps bytes by name; what is put is there whole or not at all. */
public interface ObjectStore {

    /** @throws StoreOutOfReach where it is not known to be kept */
    void put(String name, byte[] bytes);

    /** @throws StoreOutOfReach where it cannot be read, also because it is not there */
    byte[] get(String name);

    /**
     * Deletes it; one that is not there is no error.
     *
     * @throws StoreOutOfReach where it is not known to be deleted
     */
    void delete(String name);
}
