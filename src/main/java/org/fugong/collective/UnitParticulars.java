package org.fugong.collective;

import org.fugong.enterprise.CreditCode;

/**
 * What is entered of a unit.
 *
 * @param place where it is within the venue or project: a stall, a floor, a section
 * @param declared people who have declared their health
 */
public record UnitParticulars(CreditCode creditCode, String name, String place, String responsible, String phone, int totalStaff,
        int plannedStaff, int fromOutside, int fromHighRisk, int declared) {
}
