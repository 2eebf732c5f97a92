package org.fugong.risk;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** The batches of a province. */
interface LevelBatches extends Repository<LevelBatch, Long> {

    LevelBatch saveAndFlush(LevelBatch batch);

    Optional<LevelBatch> findByIdAndProvince(long id, String province);

    List<LevelBatch> findByProvinceAndIdLessThanOrderByIdDesc(String province, long before, Limit limit);
}
