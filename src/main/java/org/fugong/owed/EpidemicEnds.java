package org.fugong.owed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fugong.filing.EpidemicEnd;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The versions of the end of the epidemic, each of one province. */
interface EpidemicEnds extends Repository<EpidemicEndVersion, Long>, EpidemicEnd {

    EpidemicEndVersion saveAndFlush(EpidemicEndVersion version);

    Optional<EpidemicEndVersion> findByIdAndProvince(long id, String province);

    /** What was asked for and is neither confirmed nor given back. */
    Optional<EpidemicEndVersion> findByProvinceAndConfirmedAtIsNullAndReturnedAtIsNull(String province);

    /** The newest first. */
    List<EpidemicEndVersion> findByProvinceAndConfirmedAtIsNotNullOrderByVersionDesc(String province, Limit limit);

    @Override
    @Query(nativeQuery = true, value = """
            select ends_on from epidemic_end where province = :province and version is not null order by version desc limit 1""")
    LocalDate of(String province);
}
