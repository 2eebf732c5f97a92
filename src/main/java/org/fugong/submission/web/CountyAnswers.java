package org.fugong.submission.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The county that was looked up before filing, and what was answered on its page, kept for the time of a session. */
record CountyAnswers(String county, Map<String, Boolean> answers) implements Serializable {

    private static final String KEPT = CountyAnswers.class.getName();
    private static final int MOST = 20;

    /** Reads yes or no by the names of facts; which of them count, the list decides. */
    static CountyAnswers of(String county, Map<String, String[]> parameters) {
        var answers = new TreeMap<String, Boolean>();
        parameters.forEach((name, values) -> {
            if (answers.size() < MOST && name.matches("[a-z_]{1,40}") && values.length == 1 && values[0].matches("yes|no")) {
                answers.put(name, values[0].equals("yes"));
            }
        });
        return new CountyAnswers(county, answers);
    }

    static Optional<CountyAnswers> kept(HttpSession session) {
        return Optional.ofNullable((CountyAnswers) session.getAttribute(KEPT));
    }

    void keep(HttpSession session) {
        session.setAttribute(KEPT, this);
    }
}
