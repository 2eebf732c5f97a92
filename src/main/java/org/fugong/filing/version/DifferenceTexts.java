package org.fugong.filing.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fugong.web.Words;
import org.springframework.stereotype.Component;

/** Puts into the reader's words what one version says differently from the one before. */
@Component
public class DifferenceTexts {

    private final Words words;

    DifferenceTexts(Words words) {
        this.words = words;
    }

    /** The step of a change, from what the trail keeps of it. */
    public String words(Map<String, Object> after) {
        var difference = (Map<?, ?>) after.get("difference");
        var parts = new ArrayList<String>();
        if (Boolean.TRUE.equals(difference.get("list"))) {
            parts.add(words.of("version.list"));
        }
        names(difference.get("subject")).forEach(name -> parts.add(words.of("version." + name)));
        names(difference.get("plan")).forEach(name -> parts.add(words.of("version.plan." + name)));
        if (!names(difference.get("facts")).isEmpty()) {
            parts.add(words.of("facts.title"));
        }
        if (!names(difference.get("items")).isEmpty()) {
            parts.add(words.of("version.items", String.join(" ", names(difference.get("items")))));
        }
        return parts.isEmpty()
                ? words.of("step.changed.nothing", after.get("edition"))
                : words.of("step.changed", after.get("edition"), String.join(words.of("filing.act.or"), parts));
    }

    private static List<String> names(Object names) {
        return names instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
    }
}
