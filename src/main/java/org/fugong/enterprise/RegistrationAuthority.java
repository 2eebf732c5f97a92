package org.fugong.enterprise;

/**
 * Who registers an organisation and gives it its credit code, by place 1 of the code, with the kinds of organisations, by
 * place 2 (GB 32100-2015 with its amendment 1 of 2016).
 */
enum RegistrationAuthority {
    ESTABLISHMENT('1', "1239"),
    FOREIGN_AFFAIRS('2', "19"),
    JUSTICE('3', "123459"),
    CULTURE('4', "19"),
    /** Kind 4, committees of villages and residents, is not in the standard; it is issued since they are legal persons (2017). */
    CIVIL_AFFAIRS('5', "12349"),
    TOURISM('6', "129"),
    RELIGION('7', "129"),
    TRADE_UNIONS('8', "19"),
    COMMERCE('9', "123"),
    MILITARY('A', "19"),
    AGRICULTURE('N', "1239"),
    OTHER('Y', "1");

    private final char place;
    private final String kinds;

    RegistrationAuthority(char place, String kinds) {
        this.place = place;
        this.kinds = kinds;
    }

    static boolean registers(char authority, char kind) {
        for (var known : values()) {
            if (known.place == authority) {
                return known.kinds.indexOf(kind) >= 0;
            }
        }
        return false;
    }
}
