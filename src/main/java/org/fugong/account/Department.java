package org.fugong.account;

/** A department of a county 部门 that officials work for; which of them lead or take part in an application the county decides. */
public enum Department {

    /** 卫生健康. */
    HEALTH,
    /** 应急管理. */
    EMERGENCY,
    /** 市场监督管理. */
    MARKET,
    /** 生态环境. */
    ENVIRONMENT,
    /** 人力资源和社会保障. */
    HUMAN_RESOURCES,
    /** 交通运输. */
    TRANSPORT,
    /** 工业和信息化. */
    INDUSTRY,
    /** 商务. */
    TRADE,
    /** 住房和城乡建设. */
    CONSTRUCTION,
    /** 农业农村. */
    AGRICULTURE,
    /** 园区管理委员会. */
    PARK
}
