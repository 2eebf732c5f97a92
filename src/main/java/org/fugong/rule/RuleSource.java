package org.fugong.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What brings rules along: its questions, the facts that their rules may use, and the units of its figures by name. */
public interface RuleSource {

    List<? extends Question> items();

    List<Fact> facts();

    Optional<Fact> fact(String name);

    Map<String, Unit> units();
}
