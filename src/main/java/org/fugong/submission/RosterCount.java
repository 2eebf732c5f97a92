package org.fugong.submission;

import java.time.Instant;
import java.util.TreeMap;
import org.fugong.adaptation.CountyList;
import org.fugong.edit.FieldEdit;
import org.fugong.filing.CarriedFrom;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingFacts;

/** The number of people on the roster, which is the number planned to resume work until somebody says otherwise. */
public final class RosterCount {

    /** The names of the facts: people on the roster, and those of them who have declared their health. */
    public static final String ROSTER = "roster_count";
    public static final String DECLARED = "roster_declared";

    private RosterCount() {
    }

    /** Fills it from the plan of a draft where the list asks for it and nobody has changed it. */
    static void follow(Filing draft, CountyList list, Instant now) {
        var planned = draft.plan().plannedStaff();
        var facts = draft.facts();
        if (planned == null || FieldEdit.version(draft.edits(), "facts." + ROSTER) > 0
                || FilingFacts.asked(list).stream().noneMatch(fact -> fact.name().equals(ROSTER))
                || facts.get(DECLARED) instanceof Number declared && declared.doubleValue() > planned
                || facts.get(ROSTER) instanceof Number known && known.doubleValue() == planned) {
            return;
        }
        var followed = new TreeMap<>(facts);
        followed.put(ROSTER, planned.doubleValue());
        draft.carry(draft.contents().facts(followed), CarriedFrom.PLAN, now);
    }
}
