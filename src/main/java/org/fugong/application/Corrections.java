package org.fugong.application;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The corrections of applications, each under the identity of its filing, which whoever asks has been found to be allowed to see. */
public interface Corrections extends Repository<Correction, Long> {

    Correction save(Correction correction);

    Optional<Correction> findById(long filingId);
}
