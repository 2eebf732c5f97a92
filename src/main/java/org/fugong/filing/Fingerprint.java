package org.fugong.filing;

import java.util.List;
import org.fugong.condition.ConditionItem;

/** Tells whether a condition still says what a firm confirmed: a digest of everything that is promised by it. */
public final class Fingerprint {

    private Fingerprint() {
    }

    public static String of(ConditionItem item) {
        return SignedCommitment
                .sha256(List.of(item.code(), item.title(), String.valueOf(item.ask()), String.valueOf(item.when()), item.rule(),
                        item.parameters(), String.valueOf(item.deferral())).toString())
                .substring(0, 16);
    }
}
