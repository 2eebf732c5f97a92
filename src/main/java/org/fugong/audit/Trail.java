package org.fugong.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail: nothing in it is ever changed or deleted, which the database enforces. */
@Component
public class Trail {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Trail(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Writes the trace of an event; a change that is published outside a transaction is refused. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Audited event) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        jdbc.sql("""
                insert into audit_entry (at, actor, role, remote, action, subject, county, before, after)
                values (:at, :actor, :role, :remote, :action, :subject, :county, cast(:before as jsonb), cast(:after as jsonb))""")
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("actor", authentication == null ? "system" : authentication.getName())
                .param("role", authentication == null
                        ? "SYSTEM"
                        : authentication.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority).filter(name -> name.startsWith("ROLE_"))
                                .map(name -> name.substring(5)).findFirst().orElse("NONE"))
                .param("remote", RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                        ? web.getRequest().getRemoteAddr()
                        : null)
                .param("action", event.action())
                .param("subject", event.subject())
                .param("county", event.county())
                .param("before", json.writeValueAsString(event.before()))
                .param("after", json.writeValueAsString(event.after()))
                .update();
    }

    /** Writes that something was refused; it stays also where the transaction that it was refused in is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Audited attempt) {
        write(attempt);
    }

    /** Writes that something was handed out, which changes nothing and so has no transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void handedOut(Audited export) {
        write(export);
    }

    /** What happened to one subject, oldest first. The caller has made sure that its reader may see the subject. */
    @Transactional(readOnly = true)
    public List<Entry> of(String subject) {
        return jdbc.sql("""
                select at, actor, role, action, subject, before, after from audit_entry
                where subject = :subject order by id""")
                .param("subject", subject)
                .query((row, n) -> new Entry(row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"), row.getString("role"), row.getString("action"),
                        row.getString("subject"), json.readValue(row.getString("before"), MAP),
                        json.readValue(row.getString("after"), MAP)))
                .list();
    }
}
