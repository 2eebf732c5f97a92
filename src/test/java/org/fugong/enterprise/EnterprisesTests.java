package org.fugong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Role;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

@WebTest
class EnterprisesTests {

    @Autowired
    Firms firms;
    @Autowired
    Registration registration;
    @Autowired
    Enterprises enterprises;
    @Autowired
    Sites sites;
    @Autowired
    AccountOpening accounts;
    @Autowired
    Trail trail;

    @Test
    void aFirmReachesItselfAndNothingElse() {
        var one = firms.complete("宁夏一号机械有限公司");
        var two = firms.complete("宁夏二号机械有限公司");
        assertThat(enterprises.of(Firms.actor(one))).map(Enterprise::name).contains("宁夏一号机械有限公司");
        var site = firms.site(two, "640104");
        assertThat(sites.findByIdAndEnterpriseId(site.id(), one.id())).isEmpty();
        assertThat(sites.findByIdAndEnterpriseId(site.id(), two.id())).isPresent();
        assertThat(sites.of(one)).isEmpty();
    }

    @Test
    void whatIsKnownComesBackAsItWasGiven() {
        var firm = enterprises.of(Firms.actor(firms.complete("宁夏机械有限公司"))).orElseThrow();
        assertThat(firm.sizeClass()).isEqualTo(SizeClass.SMALL);
        assertThat(firm.isComplete()).isTrue();
        assertThat(firm.phone()).hasToString("0951-6012345");
        assertThat(firm.revenue()).isEqualByComparingTo("3000");
        assertThat(firm.keyClass()).isEqualTo(KeyClass.GENERAL);
    }

    @Test
    void aFirmThatHasOnlyRegisteredIsNotComplete() {
        var firm = firms.registered("宁夏新注册有限公司");
        assertThat(firm.isComplete()).isFalse();
        assertThat(firm.sizeClass()).isNull();
        assertThat(firm.sizing()).isEmpty();
    }

    @Test
    void aCodeRegistersOnceAndTheRefusalLeavesNothing() {
        var code = Firms.code();
        registration.register(code, Firms.particulars("先到的公司"), Firms.PASSWORD);
        assertThatThrownBy(() -> registration.register(code, Firms.particulars("后到的公司"), Firms.PASSWORD))
                .isInstanceOf(AlreadyRegistered.class);
        assertThat(trail.of("account:" + code)).hasSize(1);
    }

    @Test
    void ofTwoWhoRegisterAtOnceOneIsRefused() throws Exception {
        for (int round = 0; round < 5; round++) {
            var code = Firms.code();
            Callable<Boolean> attempt = () -> {
                try {
                    registration.register(code, Firms.particulars("同时注册的公司"), Firms.PASSWORD);
                    return true;
                } catch (AlreadyRegistered e) {
                    return false;
                }
            };
            try (var both = Executors.newFixedThreadPool(2)) {
                var done = both.invokeAll(List.of(attempt, attempt));
                assertThat(Stream.of(done.get(0).get(), done.get(1).get()).filter(Boolean::booleanValue)).hasSize(1);
            }
        }
    }

    @Test
    void aCodeThatIsTheLoginOfAnotherAccountIsRefusedTheSame() {
        var code = Firms.code();
        accounts.open(code.value(), Firms.PASSWORD, "已有账户", Role.ENTERPRISE, null);
        assertThatThrownBy(() -> registration.register(code, Firms.particulars("公司"), Firms.PASSWORD))
                .isInstanceOf(AlreadyRegistered.class);
        assertThat(enterprises.existsByCreditCode(code)).isFalse();
    }

    @Test
    void everyChangeLeavesATraceOfWhatChanged() {
        var firm = firms.complete("宁夏留痕有限公司");
        var profile = new Profile(firm.registeredAddress(), firm.industry(), 61, new BigDecimal("3000.0"), firm.assets(), firm.keyClass());
        enterprises.save(enterprises.of(Firms.actor(firm)).orElseThrow().describe(Firms.particulars(firm.name()), profile, Instant.now()));
        var trace = trail.of("enterprise:" + firm.id());
        assertThat(trace).extracting(Entry::action).containsExactly("enterprise.registered", "enterprise.described",
                "enterprise.described");
        assertThat(trace.getLast().before()).isEqualTo(Map.of("staff", 60));
        assertThat(trace.getLast().after()).isEqualTo(Map.of("staff", 61));
    }

    @Test
    void whatDoesNotChangeLeavesNoTrace() {
        var firm = firms.complete("宁夏不变有限公司");
        var site = firms.site(firm, "640104");
        enterprises.save(enterprises.of(Firms.actor(firm)).orElseThrow().describe(Firms.particulars(firm.name()),
                new Profile(firm.registeredAddress(), firm.industry(), firm.staff(), firm.revenue(), firm.assets(), firm.keyClass()),
                Instant.now()));
        sites.save(sites.of(firm).getFirst().correct(site.place(), "李四", Instant.now()));
        assertThat(trail.of("enterprise:" + firm.id())).hasSize(2);
        assertThat(trail.of("site:" + site.id())).extracting(Entry::action).containsExactly("site.added");
    }

    @Test
    void aSiteThatMovesIsTraced() {
        var firm = firms.complete("宁夏搬迁有限公司");
        var site = firms.site(firm, "640104");
        sites.save(sites.of(firm).getFirst().correct(new Place(site.name(), "新址9号", "640105", null, "科技园"), "李四", Instant.now()));
        assertThat(trail.of("site:" + site.id()).getLast().after())
                .containsEntry("county", "640105").containsEntry("park", "科技园").doesNotContainKey("name");
    }

    @Test
    void twoSitesOfAFirmCannotShareAName() {
        var firm = firms.complete("宁夏重名有限公司");
        firms.site(firm, "640104");
        assertThatThrownBy(() -> firms.site(firm, "640104")).isInstanceOf(DataIntegrityViolationException.class);
    }
}
