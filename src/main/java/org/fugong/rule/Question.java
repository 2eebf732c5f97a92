package org.fugong.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a rule judges: something that is asked of an enterprise, with the rule for its answer and for when it applies. */
public interface Question {

    /** Names it within its source, such as {@code A03}. */
    String code();

    String title(Locale locale);

    /** The question as it is asked; the title where it has no words of its own. */
    String ask(Locale locale);

    AnswerType answer();

    /** The unit of a number that is asked for; null for any other answer. */
    String unit();

    /** What can be chosen, for {@link AnswerType#CHOICE}; else empty. */
    List<String> options();

    /** The rule that says when it applies; null or blank for always. */
    String when();

    /** The rule that says when the answer meets it. */
    String rule();

    /** The figures of its rule that may be relaxed, by name. */
    Map<String, Parameter> parameters();
}
