package org.fugong.condition;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.condition.file.FileProblem;
import org.fugong.condition.file.ListReading;
import org.fugong.condition.file.UnreadableList;
import org.fugong.risk.RiskLevel;
import org.fugong.web.NotFound;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the versions of a province's catalogue, and draws drafts of its lists from them. */
@Component
public class CatalogueKeeping {

    private final CatalogueVersions versions;
    private final ListDrafting drafting;
    private final Clock clock;

    CatalogueKeeping(CatalogueVersions versions, ListDrafting drafting, Clock clock) {
        this.versions = versions;
        this.drafting = drafting;
        this.clock = clock;
    }

    /** {@link NotFound} where it is another province's, or none. */
    @Transactional(readOnly = true)
    public CatalogueVersion version(long id, Actor actor) {
        return versions.findByIdAndProvince(id, province(actor)).orElseThrow(NotFound::new);
    }

    /**
     * Records the next version; {@code after} is the newest that the author has seen, 0 where there was none.
     *
     * @throws UnreadableList where the list of any level is wrong
     * @throws OptimisticLockingFailureException where there is a newer version
     */
    @Transactional
    public CatalogueVersion record(byte[] file, String reason, int after, Actor author) {
        var problems = new LinkedHashSet<FileProblem>();
        for (var level : RiskLevel.values()) {
            try {
                ListReading.of(file, level);
            } catch (UnreadableList e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new UnreadableList(List.copyOf(problems));
        }
        var province = province(author);
        if (versions.findFirstByProvinceOrderByVersionDesc(province).map(CatalogueVersion::version).orElse(0) != after) {
            throw overtaken(null);
        }
        try {
            return versions.saveAndFlush(new CatalogueVersion(province, after + 1, new String(file, StandardCharsets.UTF_8), reason.strip(),
                    author, clock.instant()));
        } catch (DataIntegrityViolationException e) {
            throw overtaken(e);
        }
    }

    /** Makes the list of a level as a version has it the draft; {@code seen} as for {@link ListDrafting#fill}. */
    @Transactional
    public ConditionList draw(long id, RiskLevel level, Long seen, Actor author) {
        return drafting.fill(level, seen, version(id, author).at(level), author);
    }

    private static OptimisticLockingFailureException overtaken(Exception cause) {
        return new OptimisticLockingFailureException("another version has been recorded meanwhile", cause);
    }

    private static String province(Actor actor) {
        if (actor.role() != Role.PROVINCE_ADMIN) {
            throw new NotFound();
        }
        return actor.scope();
    }
}
