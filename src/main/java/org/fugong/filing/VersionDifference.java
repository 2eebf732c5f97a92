package org.fugong.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What one version of a filing says differently from another, by the names of fields and the codes of items, without their contents. */
public record VersionDifference(boolean list, List<String> subject, List<String> plan, List<String> facts, List<String> items) {

    static VersionDifference of(Filing before, Filing after) {
        var old = before.subject();
        var now = after.subject();
        var subject = new ArrayList<String>();
        if (!List.of(old.site(), old.address()).equals(List.of(now.site(), now.address()))
                || !Objects.equals(old.township(), now.township())
                || !Objects.equals(old.park(), now.park())) {
            subject.add("site");
        }
        if (!firm(old).equals(firm(now))) {
            subject.add("firm");
        }
        return new VersionDifference(
                !Objects.equals(before.basis().listId(), after.basis().listId())
                        || !Objects.equals(before.basis().adaptationId(), after.basis().adaptationId()),
                subject, differing(before.plan().fields(), after.plan().fields()), differing(before.facts(), after.facts()),
                differing(before.answers(), after.answers()));
    }

    private static List<Object> firm(FilingSubject subject) {
        return java.util.Arrays.asList(subject.name(), subject.registeredAddress(), subject.industry(), subject.size(), subject.keyClass(),
                subject.legalRepresentative(), subject.contact(), subject.phone());
    }

    private static List<String> differing(Map<String, ?> before, Map<String, ?> after) {
        var names = new TreeSet<String>(before.keySet());
        names.addAll(after.keySet());
        return names.stream().filter(name -> !Objects.equals(before.get(name), after.get(name))).toList();
    }
}
