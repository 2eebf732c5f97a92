package org.fugong.application;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The applications of counties, each under the identity of its filing, which whoever asks has been found to be allowed to see. */
public interface Applications extends Repository<Application, Long> {

    Application save(Application application);

    Optional<Application> findById(long filingId);
}
