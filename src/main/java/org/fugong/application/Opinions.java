package org.fugong.application;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The opinions of departments; a county reaches its own. */
public interface Opinions extends Repository<Opinion, Long> {

    Opinion save(Opinion opinion);

    Optional<Opinion> findByIdAndCounty(long id, String county);

    /** The number of the filing that an opinion of a county is about. */
    @Query("""
            select filing.no from Opinion opinion join Filing filing on filing.id = opinion.filingId
            where opinion.id = :id and opinion.county = :county""")
    Optional<String> filingNo(long id, String county);

    /** The county whose department is asked; for who reads several. */
    @Query("select opinion.county from Opinion opinion where opinion.id = :id")
    Optional<String> county(long id);

    /** Of a filing that whoever asks has been found to be allowed to see. */
    List<Opinion> findByFilingIdOrderById(long filingId);

    List<Opinion> findByFilingIdAndState(long filingId, Opinion.State state);
}
