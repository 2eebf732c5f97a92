package org.fugong.filing.paper;

import java.util.Locale;
import java.util.function.Predicate;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;

/** The papers that there are of a filing; of some only while it is in a state, or where something was signed. */
enum FilingPaper {
    RECEIPT(filing -> true),
    /** Everything that was filed, as a ruled form. */
    FORM(filing -> true),
    /** The commitment as it was signed. */
    LETTER(filing -> filing.letter() != null),
    /** The permission of an application, as long as it holds. */
    PERMIT(filing -> filing.state() == FilingState.PERMITTED && filing.decision() != null);

    private final Predicate<Filing> there;

    FilingPaper(Predicate<Filing> there) {
        this.there = there;
    }

    boolean isThereOf(Filing filing) {
        return there.test(filing);
    }

    String template() {
        return "filing/paper-" + word();
    }

    /** The key of the name that its files begin with. */
    String nameKey() {
        return "paper.file." + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
