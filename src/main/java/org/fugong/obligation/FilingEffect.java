package org.fugong.obligation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fugong.filing.Filing;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.fugong.obligation.AffectedFilings.Scope;
import org.fugong.risk.AffectedSubject;
import org.fugong.risk.LevelEffect;
import org.fugong.risk.LevelTransition;

/** An effect on those filings of the county that fit a condition, and no more once it is done; their firms are told. */
abstract class FilingEffect implements LevelEffect {

    private final String name;
    private final AffectedFilings filings;
    private final Notices notices;

    FilingEffect(String name, AffectedFilings filings, Notices notices) {
        this.name = name;
        this.filings = filings;
        this.notices = notices;
    }

    /** What filings {@code f} of the county it touches, in SQL. */
    abstract String condition(LevelTransition transition);

    /** The values that the condition names. */
    Map<String, ?> values(LevelTransition transition) {
        return Map.of();
    }

    abstract void apply(Filing filing, LevelTransition transition);

    /** What the notice calls the filing. */
    String what(Filing filing) {
        return filing.no();
    }

    /** Where the firm deals with it. */
    String link(Filing filing) {
        return "/my/filings/" + filing.no();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int count(LevelTransition transition) {
        return filings.count(scope(transition));
    }

    @Override
    public final List<AffectedSubject> touched(LevelTransition transition, long after, int atMost) {
        return filings.named(scope(transition), after, atMost);
    }

    @Override
    public final int apply(LevelTransition transition, int atMost) {
        var told = new ArrayList<Notice>();
        for (var filing : filings.next(scope(transition), atMost)) {
            apply(filing, transition);
            told.add(new Notice(filing.enterpriseId(), "level-change:" + transition.changeId() + ":" + name + ":" + filing.id(),
                    "notice." + name, told(transition, what(filing)), link(filing)));
        }
        notices.send(told);
        return told.size();
    }

    private Scope scope(LevelTransition transition) {
        return new Scope(transition.county(), condition(transition), values(transition));
    }
}
