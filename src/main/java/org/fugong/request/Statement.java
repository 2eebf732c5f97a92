package org.fugong.request;

import java.time.LocalDate;

/**
 * What somebody tells.
 *
 * @param county   in which it was asked, a county that this installation serves
 * @param unit     who asked, in the words of the teller
 * @param filingNo the filing that it was asked about, or null
 * @param phone    where the teller can be reached, or null
 */
public record Statement(Demand demand, String county, String unit, String matter, LocalDate happenedOn, String filingNo, String phone) {
}
