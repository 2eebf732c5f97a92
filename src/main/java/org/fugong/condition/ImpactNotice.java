package org.fugong.condition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.fugong.message.Notice;

/** What a firm is told when a new version of the list takes effect, if that matters to it. */
public final class ImpactNotice {

    private ImpactNotice() {
    }

    static Optional<Notice> of(Judged judged, long list, int version) {
        return text(judged.no(), judged.turns(), version).map(text -> new Notice(judged.enterpriseId(), "list:" + list + ":" + judged.id(),
                text.key(), text.arguments(), judged.draft() ? "/my/drafts/" + judged.id() : "/my/filings/" + judged.no()));
    }

    /** The text of a notice and its arguments. */
    public record Text(String key, List<String> arguments) {
    }

    /** A draft goes over to the new version; a filing stays, and its firm is told what it would miss. */
    public static Optional<Text> text(String no, SortedMap<String, Turn> turns, int version) {
        if (no == null) {
            return Optional.of(new Text("impact.notice.draft", List.of(String.valueOf(version))));
        }
        var missed = turns.entrySet().stream().filter(turn -> turn.getValue() != Turn.GAINED).map(Map.Entry::getKey).collect(Collectors.joining(", "));
        return missed.isEmpty() ? Optional.empty() : Optional.of(new Text("impact.notice.filing", List.of(String.valueOf(version), no, missed)));
    }
}
