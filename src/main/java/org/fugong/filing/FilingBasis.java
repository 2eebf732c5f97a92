package org.fugong.filing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.fugong.risk.CountyLevel;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;

/** What a filing rests on: the county's level by its notice, the regime that follows, and the list in force (none for a notice). */
@Embeddable
public record FilingBasis(@Enumerated(EnumType.STRING) RiskLevel level, @Enumerated(EnumType.STRING) Regime regime, String notice,
        Long listId, Long adaptationId) {

    static FilingBasis of(CountyLevel county, Long listId, Long adaptationId) {
        return new FilingBasis(county.level(), county.regime(), county.notice(), listId, adaptationId);
    }
}
