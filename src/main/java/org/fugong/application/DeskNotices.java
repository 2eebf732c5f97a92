package org.fugong.application;

import java.util.List;
import org.fugong.account.Actor;
import org.fugong.filing.Filing;
import org.fugong.message.Notices;
import org.springframework.stereotype.Component;

/** Tells officials what an application asks of them, in the transaction that asks it: those of the lead department, and of each other. */
@Component
class DeskNotices {

    private final DepartmentDesk desk;
    private final Notices notices;

    DeskNotices(DepartmentDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    /** An application has come in, for its lead department to accept or to send back. */
    void submitted(Filing filing, Application application) {
        var due = application.dueOn();
        desk.leading(application).forEach(official -> notices.tell(official, "filing:" + filing.id() + ":submitted",
                due == null ? "notice.staff.application" : "notice.staff.application-due",
                due == null ? List.of(filing.no()) : List.of(filing.no(), due.toString()), "/desk/applications/" + filing.no()));
    }

    /** A department is asked for its opinion; whoever accepted the application sees on its page who is asked. */
    void asked(Filing filing, Opinion opinion, Actor acceptedBy) {
        desk.speaking(opinion).stream().filter(official -> official != acceptedBy.accountId())
                .forEach(official -> notices.tell(official, "opinion:" + opinion.id() + ":asked", "notice.staff.opinion",
                        List.of(filing.no(), "#department." + opinion.department(), opinion.dueOn().toString()),
                        "/desk/opinions/" + opinion.id()));
    }
}
