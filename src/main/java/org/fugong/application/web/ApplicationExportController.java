package org.fugong.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.application.DepartmentDesk;
import org.fugong.audit.ListExport;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Industries;
import org.fugong.web.Page;
import org.fugong.web.TableDownload;
import org.fugong.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queues of applications and of opinions as they are narrowed, whole, as tables to download. */
@Controller
class ApplicationExportController {

    private final ApplicationQueues queues;
    private final DepartmentDesk desk;
    private final Industries industries;
    private final Words words;
    private final Trail trail;
    private final DeskReading reading;

    ApplicationExportController(ApplicationQueues queues, DepartmentDesk desk, Industries industries, Words words, Trail trail,
            DeskReading reading) {
        this.queues = queues;
        this.desk = desk;
        this.industries = industries;
        this.words = words;
        this.trail = trail;
        this.reading = reading;
    }

    @GetMapping({"/desk/applications/export.csv", "/desk/applications/export.xlsx"})
    void applications(Actor actor, @RequestParam(name = "county", required = false) String named, @RequestParam(required = false) String q,
            @RequestParam(required = false) String state, @RequestParam(required = false) String department,
            @RequestParam(required = false) String due, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var county = reading.county(actor, named);
        var filter = new ApplicationFilter("/desk/applications", named, q, state, department, due);
        send("applications", "applications.lead-department", county, filter,
                after -> queues.pieceOfApplications(county, filter, after), locale, request, response);
    }

    /** Whoever belongs to a department takes what that is asked, unless another one is chosen. */
    @GetMapping({"/desk/opinions/export.csv", "/desk/opinions/export.xlsx"})
    void opinions(Actor actor, @RequestParam(name = "county", required = false) String named, @RequestParam(required = false) String q,
            @RequestParam(required = false) String department, @RequestParam(required = false) String due, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        var county = reading.county(actor, named);
        var filter = new ApplicationFilter("/desk/opinions", named, q, null, department, due)
                .of(desk.of(actor).map(Enum::name).orElse(""));
        send("opinions", "desk.department", county, filter, after -> queues.pieceOfOpinions(county, filter, after), locale, request,
                response);
    }

    private void send(String list, String department, String county, ApplicationFilter filter, Function<String, Page<QueueRow>> pieces,
            Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var head = Stream.of("desk.no", "desk.name", "desk.code", "desk.industry", "desk.staff", department, "desk.state", "desk.due")
                .map(words::of).toList();
        var table = new TableDownload<QueueRow>(request, list + "-" + county, head, row -> cells(row, locale));
        try {
            table.send(response, pieces);
        } finally {
            trail.handedOut(new ListExport(list, county, filter.used(), table.rows()));
        }
    }

    private List<Object> cells(QueueRow row, Locale locale) {
        return Arrays.asList(row.no(), row.name(), row.creditCode(),
                industries.division(row.industry()).map(industry -> industry.name(locale)).orElse(""), row.plannedStaff(),
                words.of("department." + row.department()), words.of("desk.state." + row.state()), row.dueOn());
    }
}
