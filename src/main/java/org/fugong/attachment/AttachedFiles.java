package org.fugong.attachment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a filing, by the code of the item, with the address under which their reader finds them. */
public record AttachedFiles(String root, List<Attachment> all) {

    /** Of the item with this code, in their order. */
    public List<Attachment> on(String code) {
        return all.stream().filter(one -> one.item().equals(code)).toList();
    }

    /** Only those of the items with these codes. */
    public AttachedFiles only(Collection<String> codes) {
        return new AttachedFiles(root, all.stream().filter(one -> codes.contains(one.item())).toList());
    }

    /** Those of all other items, by the code of each. */
    public SortedMap<String, List<Attachment>> besides(Collection<String> codes) {
        return all.stream().filter(one -> !codes.contains(one.item())).collect(groupingBy(Attachment::item, TreeMap::new, toList()));
    }

    /** How large all of them are together. */
    public String shownTotal() {
        return Attachment.shown(bytes());
    }

    /** How many more there is room for. */
    public int filesLeft() {
        return Math.max(0, Limits.FILES - all.size());
    }

    /** How large those may be together that there is room for. */
    public String shownLeft() {
        return Attachment.shown(Math.max(0, (long) Limits.FILING_MB * Limits.MB - bytes()));
    }

    private long bytes() {
        return all.stream().mapToLong(Attachment::size).sum();
    }

    public String address(Attachment one) {
        return root + "/" + one.id();
    }
}
