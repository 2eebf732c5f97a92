package org.fugong.request;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** All requests: those of a province for its admin, of a firm for the firm, one for whoever has its code. */
public interface Requests extends Repository<Request, Long> {

    Request save(Request request);

    Optional<Request> findByCode(String code);

    Optional<Request> findByNoAndEnterpriseId(String no, long enterpriseId);

    Optional<Request> findByNoAndProvince(String no, String province);

    List<Request> findByEnterpriseIdAndIdLessThanOrderByIdDesc(long enterpriseId, long before, Limit limit);
}
