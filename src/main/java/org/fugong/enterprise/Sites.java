package org.fugong.enterprise;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The sites of enterprises, always reached through their enterprise. */
public interface Sites extends Repository<Site, Long> {

    Site save(Site site);

    List<Site> findByEnterpriseIdAndUnitFalseOrderById(Long enterpriseId);

    /** Those included that stand for units which the firm files for. */
    List<Site> findByEnterpriseIdOrderById(Long enterpriseId);

    Optional<Site> findByIdAndEnterpriseId(Long id, Long enterpriseId);

    boolean existsByEnterpriseIdAndName(Long enterpriseId, String name);

    /** The firm's own. */
    default List<Site> of(Enterprise enterprise) {
        return findByEnterpriseIdAndUnitFalseOrderById(enterprise.id());
    }
}
