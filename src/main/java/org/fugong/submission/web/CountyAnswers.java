package org.fugong.submission.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fugong.account.Actor;

/**
 * The county that was looked up before filing, and what was answered on its page, kept for the time of a session for the account
 * that took them over: whoever signs in after it, in the same session, begins without.
 */
record CountyAnswers(long account, String county, Map<String, Boolean> answers) implements Serializable {

    private static final String KEPT = CountyAnswers.class.getName();
    private static final int MOST = 20;

    /** Reads yes or no by the names of facts; which of them count, the list decides. */
    static CountyAnswers of(Actor actor, String county, Map<String, String[]> parameters) {
        var answers = new TreeMap<String, Boolean>();
        parameters.forEach((name, values) -> {
            if (answers.size() < MOST && name.matches("[a-z_]{1,40}") && values.length == 1 && values[0].matches("yes|no")) {
                answers.put(name, values[0].equals("yes"));
            }
        });
        return new CountyAnswers(actor.accountId(), county, answers);
    }

    /** What this account took over; empty where it was another one. */
    static Optional<CountyAnswers> kept(HttpSession session, Actor actor) {
        return Optional.ofNullable((CountyAnswers) session.getAttribute(KEPT)).filter(kept -> kept.account == actor.accountId());
    }

    void keep(HttpSession session) {
        session.setAttribute(KEPT, this);
    }
}
