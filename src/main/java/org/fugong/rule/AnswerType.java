package org.fugong.rule;

import java.util.List;

/** What an enterprise fills in for a condition; NONE is decided by the facts alone. */
public enum AnswerType {

    YES_NO, NUMBER, DATE, TEXT, CHOICE, NONE;

    /** Whether a value could have been filled in; null stands for one that was not. */
    public boolean accepts(Object value, List<String> options) {
        return value == null || switch (this) {
            case YES_NO -> value instanceof Boolean;
            case NUMBER -> value instanceof Number;
            case DATE -> value instanceof String text && ExpressionText.date(text).isPresent();
            case TEXT -> value instanceof String;
            case CHOICE -> value instanceof String text && options.contains(text);
            case NONE -> false;
        };
    }
}
