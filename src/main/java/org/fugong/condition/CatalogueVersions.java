package org.fugong.condition;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** The versions of each province's catalogue; an admin reaches those of the own province. */
public interface CatalogueVersions extends Repository<CatalogueVersion, Long> {

    CatalogueVersion saveAndFlush(CatalogueVersion version);

    Optional<CatalogueVersion> findByIdAndProvince(long id, String province);

    Optional<CatalogueVersion> findFirstByProvinceOrderByVersionDesc(String province);

    /** Versions before a number, newest first, for a page. */
    List<CatalogueVersion> findByProvinceAndVersionLessThanOrderByVersionDesc(String province, int before, Limit limit);
}
