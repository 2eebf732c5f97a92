package org.fugong.enterprise;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The sites of enterprises, always reached through their enterprise. */
public interface Sites extends Repository<Site, Long> {

    Site save(Site site);

    List<Site> findByEnterpriseIdOrderById(Long enterpriseId);

    Optional<Site> findByIdAndEnterpriseId(Long id, Long enterpriseId);

    default List<Site> of(Enterprise enterprise) {
        return findByEnterpriseIdOrderById(enterprise.id());
    }
}
