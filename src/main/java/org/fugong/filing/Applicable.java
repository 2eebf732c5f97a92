package org.fugong.filing;

import java.util.List;
import org.fugong.adaptation.CountyList;
import org.fugong.condition.ListComparison;
import org.fugong.risk.CountyLevel;

/** What applies to a site at a moment: the level of its county with the regime that follows, and the list in force there. */
public record Applicable(Location location, CountyLevel county, CountyList list) {

    public List<FilingKind> kinds() {
        return FilingKind.offered(county.regime());
    }

    public FilingBasis basis() {
        return new FilingBasis(county.level(), county.regime(), county.notice(), list.listId(), list.adaptationId());
    }

    /** Whether a filing was made for another county or under another regime, so that a new one takes its place. */
    public boolean outdates(Filing filing) {
        return filing.basis().regime() != county.regime() || !filing.county().equals(location.county());
    }

    /** Whether something has changed since a draft was begun or last looked at. */
    public boolean differsFrom(Filing draft) {
        return !draft.basis().equals(basis()) || !draft.county().equals(location.county());
    }

    /** What changed since a draft was begun or last looked at; {@code before} is the list it was begun under. */
    public DraftContextChange contextChangeFrom(Filing draft, CountyList before) {
        return new DraftContextChange(draft.basis().level(), county.level(), draft.basis().regime(), county.regime(),
                !kinds().contains(draft.kind()),
                before, list, ListComparison.between(before.content(), list.content()));
    }
}
