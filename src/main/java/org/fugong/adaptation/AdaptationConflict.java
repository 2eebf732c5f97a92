package org.fugong.adaptation;

import org.fugong.condition.ListContent;
import org.fugong.condition.Refusal;
import org.fugong.rule.QuantityFormat;
import org.fugong.rule.RelaxDirection;

/** A part of a county's adaptation that does not fit a list: an item left out, or with a parameter a figure it was moved to. */
public record AdaptationConflict(String code, String parameter, Double value, Kind kind) {

    /** Why it does not: what it adapts is not there, must be asked of everybody, or would be asked more than the province asks. */
    public enum Kind {
        UNKNOWN_ITEM, VETO, UNKNOWN_PARAMETER, OUT_OF_BOUNDS, TIGHTER
    }

    Refusal.Reason reason(ListContent content) {
        if (kind == Kind.UNKNOWN_ITEM) {
            return new Refusal.Reason(code, "condition.adaptation.unknown-item", code);
        }
        var item = content.item(code).orElseThrow();
        if (kind == Kind.VETO) {
            return new Refusal.Reason(code, "condition.adaptation.veto", code, Refusal.Name.of(item));
        }
        var field = code + "." + parameter;
        if (kind == Kind.UNKNOWN_PARAMETER) {
            return new Refusal.Reason(field, "condition.adaptation.unknown-parameter", code, parameter);
        }
        var asked = item.parameters().get(parameter);
        return kind == Kind.OUT_OF_BOUNDS
                ? new Refusal.Reason(field, "condition.adaptation.figure", code, Refusal.Name.of(asked),
                        QuantityFormat.number(asked.least()), QuantityFormat.number(asked.most()))
                : new Refusal.Reason(field,
                        asked.relax() == RelaxDirection.DOWN ? "condition.adaptation.tighter.down" : "condition.adaptation.tighter.up",
                        code, Refusal.Name.of(asked), QuantityFormat.number(asked.value()), QuantityFormat.number(value));
    }
}
