package org.fugong.risk;

import java.util.List;

/** One thing that a change of level does to what is under way in its county; each is a bean of the module that owns it. */
public interface LevelEffect {

    /** Under which it is counted; its text is {@code effect.<name>}, that of what the firms are told {@code notice.<name>}. */
    String name();

    /** By from and to alone, whatever there is in the county. */
    boolean follows(LevelTransition transition);

    /** How many it would touch now. */
    int count(LevelTransition transition);

    /** Those that it would touch, by id, after one of them. */
    List<AffectedSubject> touched(LevelTransition transition, long after, int atMost);

    /** What the text {@code notice.<name>} says of one of them, before it is sent too: what it is, and the day; a due day may follow. */
    default List<String> told(LevelTransition transition, String what) {
        return List.of(what, transition.day().toString());
    }

    /** Does it to the next ones, in the caller's transaction, and says to how many; 0 where none are left. */
    int apply(LevelTransition transition, int atMost);
}
