package org.fugong.enterprise;

import java.math.BigDecimal;

/** What an enterprise does and how large it is; money in 10,000 CNY, measures its industry does not use may be null. */
public record Profile(String registeredAddress, String industry, Integer staff, BigDecimal revenue, BigDecimal assets, KeyClass keyClass) {
}
