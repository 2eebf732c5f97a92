package org.fugong.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import org.fugong.WebTest;
import org.fugong.filing.SubmittedFilings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class EvidenceTests {

    @Autowired
    SubmittedFilings received;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private SubmittedFilings.One filing;

    @BeforeEach
    void aFilingWithItsVerification() {
        filing = received.checklist("640205", "宁夏证据有限公司", LocalDate.now(clock));
    }

    @ParameterizedTest
    @ValueSource(strings = {"findings = '[]'", "answers = '{}'", "facts = '{}'", "plan = '{}'", "subject = '{}'", "owed = '[]'",
            "letter = 'x', letter_hash = repeat('0', 64)", "state = 'DRAFT'", "no = null, state = 'DRAFT'", "level = 'LOW'",
            "list_id = null",
            "token = repeat('x', 22)", "submitted_at = now()", "credit_code = 'x'", "signed_name = 'x'"})
    void whatWasFiledStays(String change) {
        assertRefused("update filing set " + change + " where id = " + filing.id());
    }

    @Test
    void aDecisionIsNotReworded() {
        jdbc.sql("update filing set state = 'REFUSED', decision = '{\"permitted\": false}' where id = :id").param("id", filing.id())
                .update();
        assertRefused("update filing set decision = '{\"permitted\": true}' where id = " + filing.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"code\": \"A02\", \"on\": \"2020-03-25\"}]"})
    void whatWasConfirmedAsSuppliedIsNotTakenBack(String less) {
        jdbc.sql("update filing set supplied = '[{\"code\": \"A02\", \"on\": \"2020-03-24\"}]' where id = :id").param("id", filing.id())
                .update();
        assertRefused("update filing set supplied = '" + less + "' where id = " + filing.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"county = '640104'", "filing_id = filing_id + 1", "opened_at = now() - interval '1 day'"})
    void whoseACheckIsStays(String change) {
        assertRefused("update verification set " + change + " where filing_id = " + filing.id());
    }

    @Test
    void aClosedCheckStaysAsItIs() {
        assertThat(jdbc.sql("update verification set state = 'CLOSED', due_on = null, closed_at = now() where filing_id = :id")
                .param("id", filing.id()).update()).isOne();
        assertRefused("update verification set answer = 'x' where filing_id = " + filing.id());
    }

    @Test
    void whatWasFiledIsNotRemoved() {
        assertRefused("delete from filing where state <> 'DRAFT'");
    }

    private void assertRefused(String sql) {
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> jdbc.sql(sql).update())
                .withMessageContaining("is refused");
    }
}
