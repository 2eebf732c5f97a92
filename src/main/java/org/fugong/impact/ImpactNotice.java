package org.fugong.impact;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fugong.message.Notice;

/** What firms are told when a version of the list, or what their county asks less of, takes effect, if that matters to them. */
public final class ImpactNotice {

    private final String about;
    private final boolean ofCounty;
    private final String version;

    private ImpactNotice(String about, boolean ofCounty, int version) {
        this.about = about;
        this.ofCounty = ofCounty;
        this.version = String.valueOf(version);
    }

    /** The notices of what an impact is of; {@code version} is that of the province's list. */
    public static ImpactNotice of(Impact impact, int version) {
        return impact.county() == null
                ? new ImpactNotice("list:" + impact.listId(), false, version)
                : new ImpactNotice("adaptation:" + impact.adaptationId(), true, version);
    }

    /** The text of a notice and its arguments. */
    public record Text(String key, List<String> arguments) {
    }

    /** Every text there is, as an admin reads it beforehand; {@code no} and {@code codes} stand for those of a filing. */
    public List<Text> samples(String no, String codes) {
        return ofCounty ? List.of(filing(no, codes), eased(no, codes), draft()) : List.of(filing(no, codes), draft());
    }

    /** The text for a filing, or for a draft (without a number), by what changes for it; empty where it is told nothing. */
    public Optional<Text> text(String no, SortedMap<String, VerdictChange> changes) {
        if (no == null) {
            return Optional.of(draft());
        }
        var missed = codes(changes, change -> change != VerdictChange.GAINED);
        var met = codes(changes, VerdictChange.GAINED::equals);
        return !missed.isEmpty()
                ? Optional.of(filing(no, missed))
                : ofCounty && !met.isEmpty() ? Optional.of(eased(no, met)) : Optional.empty();
    }

    List<Notice> to(Collection<ComparedFiling> judged) {
        return judged.stream()
                .flatMap(one -> text(one.no(), one.verdictChanges()).stream()
                        .map(text -> new Notice(one.enterpriseId(), about + ":" + one.id(),
                                text.key(), text.arguments(), one.draft() ? "/my/drafts/" + one.id() : "/my/filings/" + one.no())))
                .toList();
    }

    /** A draft goes over by itself. */
    private Text draft() {
        return new Text(ofCounty ? "impact.notice.county.draft" : "impact.notice.draft", List.of(version));
    }

    /** A filing stays, and its firm is told what it would miss. */
    private Text filing(String no, String codes) {
        return new Text(ofCounty ? "impact.notice.county.filing" : "impact.notice.filing", List.of(version, no, codes));
    }

    private Text eased(String no, String codes) {
        return new Text("impact.notice.county.eased", List.of(version, no, codes));
    }

    private static String codes(SortedMap<String, VerdictChange> changes, Predicate<VerdictChange> wanted) {
        return changes.entrySet().stream().filter(change -> wanted.test(change.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
