package org.fugong.rule;

import java.util.List;

/** What kind of value a fact about an enterprise has. */
public enum FactType {

    NUMBER(AnswerType.NUMBER), YES_NO(AnswerType.YES_NO), TEXT(AnswerType.TEXT), CHOICE(AnswerType.CHOICE);

    private final AnswerType answer;

    FactType(AnswerType answer) {
        this.answer = answer;
    }

    /** Whether a value could be that of such a fact; null stands for one that is not known. */
    public boolean accepts(Object value, List<String> options) {
        return answer.accepts(value, options);
    }
}
