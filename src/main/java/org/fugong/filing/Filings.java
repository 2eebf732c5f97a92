package org.fugong.filing;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All filings; a firm reaches its own, a county those that were filed there. */
public interface Filings extends Repository<Filing, Long> {

    Filing save(Filing filing);

    Filing saveAndFlush(Filing filing);

    void delete(Filing draft);

    /** For who holds a record of his own county or firm that carries the id. */
    Optional<Filing> findById(Long id);

    Optional<Filing> findByIdAndEnterpriseId(Long id, Long enterpriseId);

    Optional<Filing> findByNoAndEnterpriseId(String no, Long enterpriseId);

    /** What a county may see: a draft has no number and so is never found. */
    Optional<Filing> findByNoAndCounty(String no, String county);

    Optional<Filing> findByToken(String token);

    /** For the public check of a receipt, which shows nothing about persons. */
    Optional<Filing> findByNo(String no);

    /** The row locked, so that of two who submit or decide at once the second waits and sees what the first did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Filing> findForUpdateByIdAndEnterpriseId(Long id, Long enterpriseId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Filing> findForUpdateByNoAndCounty(String no, String county);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Filing> findForUpdateByNoAndEnterpriseId(String no, Long enterpriseId);

    Optional<Filing> findBySiteIdAndState(long siteId, FilingState state);

    /** Whose draft it is, and for which place, before its row is locked; {@code account} is who asks. */
    @Query("""
            select new org.fugong.filing.DraftOwner(enterprise, site) from Filing filing
            join Enterprise enterprise on enterprise.id = filing.enterpriseId
            join Site site on site.id = filing.siteId and site.enterpriseId = enterprise.id
            where filing.id = :id and enterprise.accountId = :account""")
    Optional<DraftOwner> owner(long id, long account);

    /** Whether it is a draft that its firm signs; {@code account} is who asks. */
    @Query("""
            select count(filing) > 0 from Filing filing join Enterprise enterprise on enterprise.id = filing.enterpriseId
            where filing.id = :id and enterprise.accountId = :account and filing.state = DRAFT and filing.kind = COMMITMENT""")
    boolean signable(long id, long account);

    /** The one of the states, such as {@link FilingState#IN_FORCE}, of which a site has one at most. */
    Optional<Filing> findBySiteIdAndStateIn(long siteId, Collection<FilingState> states);

    /** The live ones of a site: the newest first, which is an application that waits beside the one in force, where there is one. */
    List<Filing> findBySiteIdAndStateInOrderByIdDesc(long siteId, Collection<FilingState> states);

    boolean existsBySiteIdAndStateIn(long siteId, Collection<FilingState> states);

    /** The last filing of a site, whatever became of it. */
    Optional<Filing> findFirstBySiteIdAndStateNotOrderByIdDesc(long siteId, FilingState state);

    /** The newest filing or draft of the other sites of a firm. */
    Optional<Filing> findFirstByEnterpriseIdAndSiteIdNotOrderByIdDesc(Long enterpriseId, long siteId);
}
