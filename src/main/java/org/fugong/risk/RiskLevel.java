package org.fugong.risk;

/** The risk level of a county 风险等级 (国办发明电〔2020〕6号). */
public enum RiskLevel {
    LOW, MEDIUM, HIGH
}
