package org.fugong.attachment;

import java.util.List;

/** The files of a filing, by the code of the item, with the address under which their reader finds them. */
public record AttachedFiles(String root, List<Attachment> all) {

    /** Of the item with this code, in their order. */
    public List<Attachment> on(String code) {
        return all.stream().filter(one -> one.item().equals(code)).toList();
    }

    public String address(Attachment one) {
        return root + "/" + one.id();
    }
}
