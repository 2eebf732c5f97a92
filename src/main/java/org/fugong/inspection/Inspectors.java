package org.fugong.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.Role;
import org.fugong.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The officials of counties as inspectors; the admin of a county keeps their credentials. */
@Component
public class Inspectors {

    /** The code of the general desk, beside those of departments. */
    public static final String GENERAL = "GENERAL";

    private static final String OF_COUNTY = """
            select a.id, a.login, a.name, a.scope, a.department, i.credential_no, i.valid_until, coalesce(i.version, -1) as version
            from account a left join inspector i on i.account_id = a.id
            where a.role = 'OFFICIAL' and a.active and a.scope = ?\s""";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Inspectors(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Some officials of the admin's county by login, those after one of them. */
    @Transactional(readOnly = true)
    public List<Inspector> page(Actor admin, String after, int size) {
        requireAdmin(admin);
        return jdbc.sql(OF_COUNTY + "and a.login > ? order by a.login limit ?").params(admin.scope(), after, size)
                .query(Inspectors::inspector).list();
    }

    /** One of them; {@link NotFound} where there is no such official in the county. */
    @Transactional(readOnly = true)
    public Inspector of(Actor admin, long accountId) {
        requireAdmin(admin);
        return jdbc.sql(OF_COUNTY + "and a.id = ?").params(admin.scope(), accountId).query(Inspectors::inspector).optional()
                .orElseThrow(NotFound::new);
    }

    /** Those of a county who may check on a day. */
    @Transactional(readOnly = true)
    public List<Inspector> able(String county, LocalDate day) {
        return jdbc.sql(OF_COUNTY + "and i.valid_until >= ? order by a.id").params(county, day).query(Inspectors::inspector).list();
    }

    /**
     * Keeps a credential.
     *
     * @param seen the version on which the decision was made
     * @throws CredentialTaken where somebody else has this number
     * @throws OptimisticLockingFailureException where another admin has kept another meanwhile
     */
    @Transactional
    public void keep(Actor admin, long accountId, String credentialNo, LocalDate validUntil, int seen) {
        var before = of(admin, accountId);
        if (before.version() != seen) {
            throw new OptimisticLockingFailureException("the credential was changed in between");
        }
        try {
            jdbc.sql("""
                    insert into inspector (account_id, credential_no, valid_until, version) values (:account, :no, :until, 0)
                    on conflict (account_id) do update set credential_no = :no, valid_until = :until, version = inspector.version + 1""")
                    .param("account", accountId).param("no", credentialNo).param("until", validUntil).update();
        } catch (DuplicateKeyException e) {
            throw new CredentialTaken();
        }
        events.publishEvent(new Inspector.Credentialed(before.login(), admin.scope(), state(before), state(of(admin, accountId))));
    }

    private static Map<String, Object> state(Inspector one) {
        return one.credentialNo() == null ? Map.of() : Map.of("credential", one.credentialNo(), "until", one.validUntil());
    }

    private static void requireAdmin(Actor admin) {
        if (admin.role() != Role.COUNTY_ADMIN) {
            throw new NotFound();
        }
    }

    private static Inspector inspector(ResultSet row, int n) throws SQLException {
        var department = row.getString("department");
        return new Inspector(row.getLong("id"), row.getString("login"), row.getString("name"), row.getString("scope"),
                department == null ? null : Department.valueOf(department), row.getString("credential_no"),
                row.getObject("valid_until", LocalDate.class), row.getInt("version"));
    }

    /** The number of a credential is somebody else's. */
    public static class CredentialTaken extends RuntimeException {
    }
}
